"""What every stage of a flow picture needs to know of all the others: rows, heights, headings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.model.ways import ways
from journeycli.views.flow_text import CUSTOMER, cell_lines, cell_texts, end_lines
from journeycli.views.isolates import directed
from journeycli.views.mirror import runs_leftwards
from journeycli.views.wording import numbered
from journeycli.views.wrap import Font, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.ways import Way
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

INCH: Final = 96.0
"""Pixels of an inch, in which Graphviz measures."""
ENDS: Final = "ends"
"""The key of the row where the journey ends."""
_HEADING: Final = Font(16, 20, 700)
_HEADING_ROOM: Final = 220.0  # pixels


class Row(NamedTuple):
    """A row of the picture: its key and its title."""

    key: str
    title: str


@dataclass(frozen=True)
class Flow:
    """A map with what every stage needs to know of all the others, each reckoned once."""

    journey: JourneyMap
    known: Known
    theme: Theme

    @cached_property
    def leftwards(self) -> bool:
        """Tell whether the picture runs from right to left."""
        return runs_leftwards(self.journey)

    @cached_property
    def ways(self) -> tuple[tuple[Way, ...], ...]:
        """Give the ways out of each stage."""
        return ways(self.journey)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Give the rows: the ends if there are any, the customer, and each department."""
        return tuple(_rows(self))

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each row's boxes in inches: all are as tall as the tallest needs."""
        return tuple(_height(self, row.key) for row in self.rows)

    @cached_property
    def headings(self) -> tuple[list[str], ...]:
        """Give the lines of each stage's heading, so many that all stages begin at one height."""
        found = [_heading(self, number, each) for number, each in enumerate(self.journey.stages, 1)]
        tall = max(map(len, found))
        return tuple([*lines, *([" "] * (tall - len(lines)))] for lines in found)

    def color(self, role: str) -> str:
        """Give the colour of a role by day."""
        return self.theme.day[role].color

    def wrapped(self, text: str, font: Font, room: float) -> tuple[str, ...]:
        """Break a text into lines that run as the picture does."""
        return directed(wrap(text, font, room), leftwards=self.leftwards)

    def texts(self, stage: Stage, key: str) -> list[str]:
        """Give the texts of a stage in a row."""
        return cell_texts(self.known, stage, key, leftwards=self.leftwards)

    def lines(self, texts: Iterable[str]) -> list[str]:
        """Give the lines of a box."""
        return cell_lines(texts, leftwards=self.leftwards)

    def end(self, way: Way) -> tuple[str, ...]:
        """Give the lines of an end."""
        return end_lines(way, leftwards=self.leftwards)

    def row(self, department: str) -> int:
        """Give the number of a department's row, from 0."""
        return next(number for number, row in enumerate(self.rows) if row.key == f"d:{department}")


def _rows(flow: Flow) -> Iterator[Row]:
    if any(way.end is not None for out in flow.ways for way in out):
        yield Row(ENDS, "Ends")
    yield Row(CUSTOMER, "Customer")
    departments: dict[str, None] = {}
    for stage in flow.journey.stages:
        for action in stage.company_actions:
            if action.department:
                departments.setdefault(action.department)
        for passed in stage.handoffs:
            departments.setdefault(passed.from_)
            departments.setdefault(passed.to)
    for department in departments:
        yield Row(f"d:{department}", flow.known.department(department))


def _heading(flow: Flow, number: int, stage: Stage) -> list[str]:
    lines = flow.wrapped(numbered(number, stage.name), _HEADING, _HEADING_ROOM)
    return [f"  {line}" for line in lines]


def _height(flow: Flow, key: str) -> float:
    if key == ENDS:
        ends = (flow.end(way) for out in flow.ways for way in out if way.end is not None)
        return (max(map(len, ends), default=1) * 16 + 16) / INCH
    counts = (len(flow.lines(flow.texts(stage, key))) for stage in flow.journey.stages)
    return (max(counts, default=1) * 16 + 16) / INCH
