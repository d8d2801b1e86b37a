"""Answers: a list, `none` with a reason, or nothing yet."""

from __future__ import annotations

import pytest

from journeycli.model import UNANSWERED, Answer

from .refused import in_stage
from .samples import stage


@pytest.mark.parametrize(
    ("written", "state", "reason"),
    [
        ("", "unanswered", None),
        ("motivations:", "unanswered", None),
        ("motivations: []", "unanswered", None),
        ("motivations: [To be done]", "answered", None),
        ("motivations: {none: Nobody knows yet}", "none", "Nobody knows yet"),
        ("motivations: {none: 42}", "none", "42"),
        ("motivations: {none: }", "none-without-reason", None),
        ("motivations: {none: null}", "none-without-reason", None),
        ("motivations: {}", "none-without-reason", None),
        ("motivations: {none: , x-since: 2026}", "none-without-reason", None),
    ],
)
def test_an_answer_is_in_one_of_four_states(written: str, state: str, reason: str | None) -> None:
    """A list, `none` with and without its reason, and no answer at all can be told apart."""
    answer = stage(written).motivations
    assert (answer.state, answer.none) == (state, reason)
    assert answer.is_settled == (state in ("answered", "none"))


def test_an_answer_is_used_like_its_items() -> None:
    """It is looped over, measured and indexed; without items it is false."""
    answer = stage("values: [Quiet, Warmth]").values
    assert [each.text for each in answer] == ["Quiet", "Warmth"]
    assert (len(answer), answer[1].text, bool(answer)) == (2, "Warmth", True)
    assert not stage("values: {none: Asked in vain}").values


@pytest.mark.parametrize(
    "field",
    [
        "needs",
        "customer_actions",
        "company_actions",
        "customer_progression",
        "company_progression",
        "motivations",
        "inhibitors",
        "enablers",
        "influences",
        "values",
        "thoughts",
        "emotions",
        "barriers",
        "touchpoints",
        "handoffs",
        "metrics",
    ],
)
def test_every_question_takes_none(field: str) -> None:
    """Wherever the format asks, `none` with a reason is an answer."""
    answer = getattr(stage(f"{field}: {{none: Not here}}"), field)
    assert answer == Answer((), "Not here", "none")
    assert getattr(stage(), field) is UNANSWERED


@pytest.mark.parametrize(
    "field", ["quotes", "opportunities", "next", "links", "detail", "evidence"]
)
def test_what_asks_nothing_takes_no_none(field: str) -> None:
    """A list that answers no question is just left out."""
    assert in_stage(f"{field}: {{none: Not here}}") == [("journey.list", (field,))]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("values: Quiet", [("journey.list", ("values",))]),
        ("values: {text: Quiet}", [("journey.list", ("values",))]),
        ("values: {quiet: {text: Quiet}}", [("journey.list", ("values",))]),
        ("values: {none: x, since: y}", [("extra_forbidden", ("values", "since"))]),
        ("values: {nnone: x}", [("extra_forbidden", ("values", "nnone"))]),
        ('values: {none: ""}', [("journey.text", ("values", "none"))]),
        ("values: {none: [x]}", [("journey.text", ("values", "none"))]),
    ],
)
def test_what_is_no_answer_is_one_fault(
    written: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    """What is neither a list nor `none` with a reason is refused once, where it stands."""
    assert in_stage(written) == expected
