from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.model.channels import CHANNELS
from journeycli.model.ways import ways
from journeycli.views.actions import percent, points
from journeycli.views.curve import curves, smooth
from journeycli.views.flow_text import end_tone
from journeycli.views.icons import ICON_NAMES, icon
from journeycli.views.map import map_scene
from journeycli.views.markdown import escape
from journeycli.views.passage import funnel
from journeycli.views.pictures import Request, pictures
from journeycli.views.reach import reach
from journeycli.views.scene import Text, walk
from journeycli.views.union import union

from .conftest import MAPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

    Example = Callable[[str], tuple[JourneyMap, Known]]
    Read = Callable[[str], JourneyMap]

HEAD = "format: journey-map/1\nid: a\ntitle: A\npersonas: [ann, bob]\nstages:\n"


def test_scores_and_shares_are_written_as_people_do() -> None:
    """A score has its sign, a share is per cent, and a small one keeps a digit."""
    assert [points(s) for s in (-1.5, 0, 2, None)] == ["−1.5", "0", "+2", ""]
    assert [percent(s) for s in (0.004, 0.0097, 0.625, 1)] == [
        "0.4\u00a0%", "1\u00a0%", "62\u00a0%", "100\u00a0%",
    ]  # fmt: skip


def test_the_curve_goes_through_steps_and_else_through_the_mean(read: Read) -> None:
    """Every scored step is a point; a stage without one has the mean of its emotions."""
    journey = read(
        HEAD
        + "  - {id: b, name: B, customer_actions: [{text: x, score: 1}, y, {text: z, score: -2}]}\n"
        "  - {id: c, name: C, emotions: [{score: 2}, {score: -1}]}\n  - {id: d, name: D}\n"
    )
    (line,) = curves(journey)
    assert [(p.stage, p.place, p.score) for p in line.points] == [
        (0, 0.25, 1), (0, 0.75, -2), (1, 0.5, 0.5),
    ]  # fmt: skip


def test_each_persona_has_a_line_where_it_is_told_apart(read: Read) -> None:
    """What names a persona is that persona's; the other persona keeps what is everyone's."""
    journey = read(
        HEAD + "  - {id: b, name: B, customer_actions: [{text: x, score: 1}],"
        " emotions: [{score: -2, persona: bob}]}\n  - {id: c, name: C, emotions: [{score: 1}]}\n"
    )
    assert [(c.persona, [p.score for p in c.points]) for c in curves(journey)] == [
        ("ann", [1, 1]), ("bob", [-2, 1]),
    ]  # fmt: skip


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=12))
def test_the_line_never_overshoots(scores: list[float]) -> None:
    """Between two points the curve stays between their scores."""
    places = [(float(index), score) for index, score in enumerate(scores)]
    segments = smooth(places)
    for (_, numbers), (one, other) in zip(segments[1:], pairwise(scores), strict=True):
        low, high = sorted((one, other))
        assert low - 1e-9 <= numbers[1] <= high + 1e-9
        assert low - 1e-9 <= numbers[3] <= high + 1e-9


def test_the_funnel_follows_shares_ends_and_skips(read: Read) -> None:
    """Shares multiply along the ways; who goes back chooses again; the worst leak is found."""
    journey = read(
        HEAD + "  - {id: b, name: B, next: [{stage: c, share: 0.5}, {stage: d, share: 0.25},"
        " {end: Leaves, share: 0.25}]}\n"
        "  - {id: c, name: C, next: [{stage: b, share: 0.2}, {stage: d, share: 0.8}]}\n"
        "  - {id: d, name: D, next: [{end: Stays, share: 0.9}]}\n"
    )
    found = reach(journey)
    assert found.shares == pytest.approx((1.0, 0.5, 0.7222), abs=1e-4)
    assert found.worst is not None
    assert (found.worst.stage, found.worst.why) == (0, "Leaves")
    assert found.worst.share == pytest.approx(0.2778, abs=1e-4)
    assert [leak.is_loss for leak in found.leaks] == [True, False, True]


@pytest.mark.parametrize("name", MAPS)
def test_the_picture_and_the_terminal_tell_one_funnel(name: str, example: Example) -> None:
    """Whoever reads both reads the same shares, and the same leaks in sum."""
    journey = example(name)[0]
    steps, found = funnel(journey), reach(journey)
    assert found.known is (steps is not None)
    for number, step in enumerate(steps or ()):
        assert found.shares[number] == step.reached
        gone = sum(leak.share for leak in found.leaks if leak.stage == number)
        assert gone == pytest.approx(step.left, abs=1e-6)


def test_a_funnel_is_drawn_from_paths_alone(read: Read) -> None:
    """Where no stage says how many go on, the shares of the paths do."""
    found = reach(
        read(
            HEAD + "  - {id: b, name: B, barriers: [Too dear]}\n  - {id: c, name: C}\n"
            "paths:\n  - {stages: [b, c], share: 0.6}\n  - {stages: [b], share: 0.4}\n"
        )
    )
    assert found.shares == pytest.approx((1.0, 0.6))
    assert found.worst is not None
    assert (found.worst.stage, found.worst.why) == (0, "Too dear")
    assert found.worst.share == pytest.approx(0.4)


def test_stages_of_two_maps_are_put_in_one_order(example: Example) -> None:
    """Each stage stands once, and those of each map keep their order."""
    now, then = example("switch-broadband")[0], example("switch-broadband-future")[0]
    merged = [stage.id for stage in union([now.stages, then.stages])]
    assert len(merged) == len(set(merged))
    for journey in (now, then):
        own = [stage.id for stage in journey.stages]
        assert [each for each in merged if each in own] == own


def test_every_channel_has_an_icon_that_can_be_drawn() -> None:
    """No built-in channel falls back to the plain icon."""
    assert set(CHANNELS) <= ICON_NAMES
    assert all(icon(name, 0, 0, 16, "ink").segments for name in ICON_NAMES)


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("*a* _b_ [c](d)", r"\*a\* \_b\_ \[c\](d)"),
        ("<b> & | `x`", r"\<b\> \& \| \`x\`"),
        ("1. x", r"1\. x"),
        ("- x", r"\- x"),
        ("https://a.b www.c", "https&#58;//a.b www&#46;c"),
        ("@me #1", "@\u2060me \\#\u20601"),
        ("a-b: c (d), 2026-01-02", "a-b: c (d), 2026-01-02"),
    ],
)
def test_markdown_is_inert(text: str, inert: str) -> None:
    """Nothing from a map takes effect in Markdown, and plain sentences stay plain."""
    assert escape(text) == inert


@pytest.mark.parametrize(
    ("view", "format_"), [("funnel", "md"), ("flow", "html"), ("persona", "mermaid")]
)
def test_what_cannot_be_drawn_is_said(view: str, format_: str, example: Example) -> None:
    """A format that has no such view is wrong usage, with what there is instead."""
    journey, known = example("installation-day")
    with pytest.raises(UserError) as caught:
        list(pictures([journey], lambda _: known, Request(view=view, format=format_)))
    assert caught.value.hint


def test_pictures_are_named_by_ids_and_know_when_they_are_stale(example: Example) -> None:
    """A file's name says map, view and format; a changed file is not current."""
    journey, known = example("installation-day")
    names = {
        (view, format_): next(
            iter(pictures([journey], lambda _: known, Request(view=view, format=format_)))
        ).name
        for view, format_ in (
            ("map", "svg"),
            ("flow", "mermaid"),
            ("map", "html"),
            ("persona", "svg"),
        )
    }
    assert list(names.values()) == [
        "installation-day.map.svg",
        "installation-day.flow.mmd",
        "installation-day.html",
        "budget-family.persona.svg",
    ]
    (drawn,) = pictures([journey], lambda _: known, Request(format="md"))
    assert drawn.is_current(drawn.draw())
    assert not drawn.is_current(drawn.draw() + b" ")


def test_what_is_new_changed_or_gone_is_marked(read: Read) -> None:
    """Compared by id or text: an equal element has no mark, the others say what became of them."""
    was = read(HEAD + "  - {id: b, name: B, needs: [same, {text: met, met: no}, lost]}\n")
    now = read(HEAD + "  - {id: b, name: B, needs: [same, {text: met, met: yes}, more]}\n")
    scene = map_scene(now, base=was)
    lines = [line for item in walk(scene.items) if isinstance(item, Text) for line in item.lines]
    cell = lines[lines.index("same") :]
    told = {"new", "changed", "gone", "same", "met", "more", "lost"}
    assert [line for line in cell if line in told] == [
        "same", "changed", "met", "met", "new", "more", "gone", "lost",
    ]  # fmt: skip


def test_ends_of_a_finished_journey_are_no_losses(read: Read) -> None:
    """An end is red where it is a loss: before the last stage, or with a barrier behind it."""
    journey = read(
        HEAD + "  - {id: b, name: B, next: [{stage: c}, {end: Leaves}]}\n"
        "  - {id: c, name: C, barriers: [fee], next: [{end: Stays}, {end: Goes, barrier: fee}]}\n"
    )
    tones = [
        end_tone(journey, number, out, way)
        for number, out in enumerate(ways(journey))
        for way in out
        if way.end
    ]
    assert tones == ["bad", "calm", "bad"]
