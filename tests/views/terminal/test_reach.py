"""What share of customers reaches each stage."""

from __future__ import annotations

import pytest

from journeycli.views.passage import funnel

from .drawing import long, read, repair

HEAD = "format: journey-map/1\nid: m\ntitle: M\nstages:\n"


def reached(text: str) -> list[float]:
    steps = funnel(read(text))
    assert steps is not None
    return [round(step.reached, 3) for step in steps]


def test_without_a_share_there_is_no_funnel() -> None:
    """Nothing is made up."""
    assert funnel(long(3)) is None


def test_shares_multiply_and_a_way_back_counts_once() -> None:
    """Of a hundred, 72 are visited; a quarter calls again, and most of those get a second visit."""
    steps = funnel(repair())
    assert steps is not None
    assert [round(step.reached, 3) for step in steps] == [1, 0.8, 0.72, 0.697]
    assert [round(step.left, 3) for step in steps] == [0.2, 0.103, 0, 0]
    assert [step.reason for step in steps] == [
        "The manual shows another model",
        "No visit is free this week",
        "",
        "",
    ]


def test_a_way_without_a_share_gets_what_the_others_leave() -> None:
    """One share is enough where there are two ways."""
    text = HEAD + (
        "  - {id: a, name: A, next: [{stage: b}, {end: Leaves, share: 0.3}]}\n"
        "  - {id: b, name: B}\n"
    )
    assert reached(text) == [1, 0.7]


@pytest.mark.parametrize(
    ("metric", "share"), [("conversion, value: 0.6", 0.6), ("drop-off, value: 0.25", 0.75)]
)
def test_a_conversion_stands_in_for_a_share(metric: str, share: float) -> None:
    """Where a stage gives no share of its own, its figure tells how many go on."""
    text = HEAD + f"  - {{id: a, name: A, metrics: [{{kind: {metric}}}]}}\n  - {{id: b, name: B}}\n"
    assert reached(text) == [1, share]


def test_paths_stand_in_for_shares() -> None:
    """The shares of the paths that go through a stage add up."""
    text = HEAD + (
        "  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: c, name: C}\n"
        "paths:\n  - {stages: [a, c], share: 0.25}\n  - {stages: [a, b, c], share: 0.5}\n"
        "  - {stages: [a], share: 0.25}\n"
    )
    assert reached(text) == [1, 0.5, 0.75]


def test_a_circle_without_an_end_comes_to_an_end() -> None:
    """Everyone reaches both stages, and the reckoning stops."""
    text = HEAD + (
        "  - {id: a, name: A, next: [{stage: b, share: 1}]}\n"
        "  - {id: b, name: B, next: [{stage: a, share: 1}]}\n"
    )
    assert reached(text) == [1, 1]
