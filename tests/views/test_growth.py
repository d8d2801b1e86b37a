"""Maps of many stages: the work grows as they do, and what is drawn stays what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.model import ways as ways_module
from journeycli.views import checklist as checklist_module
from journeycli.views import emotion_lane, flow, flow_frame, sheet
from journeycli.views import html as html_module
from journeycli.views import markdown as markdown_module
from journeycli.views.curve import Curve, Point, around
from journeycli.views.emotion_lane import MOST_LINES, Frame, curve_items, line_dash, line_role
from journeycli.views.emotions import emotions_scene
from journeycli.views.themes import theme

from .terminal.drawing import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.model import JourneyMap
    from journeycli.views.scene import Item

_WIDE = 100.0  # pixels of a stage's column, and of the gap to the next


def journey_of(stages: int) -> JourneyMap:
    """Give a map in which every stage has something in every lane of the views here."""
    head = "format: journey-map/1\nid: m\ntitle: M\nstages:\n"
    return read(
        head
        + "".join(
            f"  - id: s{number}\n    name: Stage {number}\n"
            f"    customer_actions: [{{text: Walks, score: {number % 5 - 2}, feeling: tired}}]\n"
            f"    company_actions: [{{text: Paints, department: roads}}]\n"
            for number in range(stages)
        )
    )


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Callable[[], int]:
    """Count the calls of a function, and begin anew whenever the count is read."""
    real, calls = getattr(owner, name), 0

    def call(*arguments: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        return real(*arguments, **more)

    def taken() -> int:
        nonlocal calls
        found, calls = calls, 0
        return found

    monkeypatch.setattr(owner, name, call)
    return taken


def test_a_flow_wraps_each_text_of_each_stage_a_fixed_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Heights and headings are measured once for all stages, not once for each."""
    boxes, lines = (
        counted(monkeypatch, flow_frame, "cell_lines"),
        counted(monkeypatch, flow_frame, "wrap"),
    )
    for stages in (4, 40):
        flow.flow_dot(journey_of(stages), theme("light"))
        rows = 2  # the customer and a department
        assert boxes() == 2 * rows * stages  # for the height of the row, and for the box
        assert lines() == stages + rows  # headings, and what rows are called


@pytest.mark.parametrize(
    ("module", "write"),
    [
        (html_module, lambda journey: html_module.html_page(journey, theme("light"))),
        (markdown_module, markdown_module.markdown),
        (checklist_module, checklist_module.checklist),
    ],
)
def test_ways_are_found_once_for_all_stages(
    monkeypatch: pytest.MonkeyPatch, module: Any, write: Callable[[JourneyMap], object]
) -> None:
    """Whoever goes through the stages asks once where they lead."""
    asked, listed = (
        counted(monkeypatch, module, "ways"),
        counted(monkeypatch, ways_module, "places"),
    )
    found = []
    for stages in (4, 40):
        write(journey_of(stages))
        found.append((asked(), listed()))
    assert found[0] == found[1]


def test_a_row_of_stages_draws_its_part_of_the_curve_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row of a page lays out the points that shape the line in it, not all of the map's."""
    given_: list[int] = []
    real = emotion_lane.curve_items

    def items(curves: list[Curve], frame: Frame) -> Any:
        given_.append(max(len(curve.points) for curve in curves))
        return real(curves, frame)

    monkeypatch.setattr(sheet, "curve_items", items)
    html_module.html_page(journey_of(100), theme("light"))
    assert len(given_) >= 10
    assert max(given_) <= 5 + 10  # those of the row, and what lies between it and the next turns


def test_a_label_asks_its_neighbours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A label keeps clear of what is near; of a curve ten times as long, it asks no more."""
    asked = counted(monkeypatch, emotion_lane._Box, "hits")  # noqa: SLF001 - what is counted
    emotions_scene([journey_of(20)])
    few = asked()
    emotions_scene([journey_of(200)])
    assert few > 0
    assert asked() <= 11 * few


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from([0.25, 0.5, 0.75]), st.integers(-8, 8)),
        min_size=1,
        max_size=24,
        unique_by=lambda each: each[:2],
    ),
    st.integers(0, 9),
    st.integers(1, 4),
)
def test_a_part_of_a_curve_is_what_it_is_in_the_whole(
    points: list[tuple[int, float, int]], first: int, length: int
) -> None:
    """In its row, the part of a line that is drawn there is that of the whole line."""
    numbers = range(first, first + length)
    whole = [Point(n, place, score / 4, "wary", "") for n, place, score in sorted(points)]

    def drawn(chosen: list[Point]) -> list[Item]:
        here = tuple(point._replace(stage=point.stage - first) for point in chosen)
        lefts = tuple(index * _WIDE for index in range(length))
        return list(curve_items([Curve(None, here)], Frame(lefts, _WIDE - 8, 0, 200)))

    assert drawn(list(around(whole, numbers))) == drawn(whole)


def test_lines_differ_in_colour_or_dashes() -> None:
    """As many lines as one picture may have are told apart; the first ones look as ever."""
    looks = [(line_role(number), line_dash(number)) for number in range(MOST_LINES)]
    assert len(set(looks)) == MOST_LINES
    assert (line_role(MOST_LINES), line_dash(MOST_LINES)) == looks[0]
