"""Sheets: stages side by side as chevrons, lanes below them, in one row or several."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.views.blocks import LABEL, SMALL, STAGE, Block, at, indented, stack, told, words
from journeycli.views.cells import Cell, Column
from journeycli.views.curve import around, standing
from journeycli.views.emotion_lane import SAYS, Frame, curve_items
from journeycli.views.icons import chevron, icon
from journeycli.views.known import readable
from journeycli.views.palettes import STAGES
from journeycli.views.scene import Group, Rect, horizontal
from journeycli.views.wording import joined, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journeycli.model.stage import Stage
    from journeycli.views.curve import Curve
    from journeycli.views.known import Known
    from journeycli.views.scene import Item

    Draw = Callable[[Column, Stage], Cell]

MARGIN: Final = 40.0
"""Around a picture, in pixels."""
NARROWEST: Final = 176.0
"""The least width of a stage's column, in pixels."""
_LABEL: Final = 152.0
_GAP: Final = 8.0
_END: Final = 16.0
_PAD: Final = (12.0, 12.0)
_LANE_GAP: Final = 8.0
_LINE_GAP: Final = 32.0
_WIDTHS: Final = ((1, 640.0), (2, 480.0), (3, 380.0), (5, 304.0), (7, 264.0))
_USUAL: Final = 240.0


class Lane(NamedTuple):
    """A row of a sheet.

    Attributes:
        id: Its name for `--lanes`.
        title: Its heading.
        icon: The sign before its heading.
        draw: What it shows of a stage.
        line: The name of the line that is drawn above it, or nothing.
        note: What stands small below its heading.

    """

    id: str
    title: str
    icon: str
    draw: Draw
    line: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """How a sheet is laid out.

    Attributes:
        lanes: The lanes to show, in order; empty for all that have content.
        width: Of the picture in pixels; None for what the stages need.
        wrap: How many stages stand in a row at most; None for all in one.
        framed: Whether the title block and the sources stand around it.

    """

    lanes: tuple[str, ...] = ()
    width: float | None = None
    wrap: int | None = None
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Filled:
    """A lane with its cells, one a stage, and the curves where it is theirs."""

    lane: Lane
    cells: tuple[Cell, ...]
    curves: tuple[Curve, ...] = ()

    def speaks(self, numbers: range) -> bool:
        """Tell whether a row of stages shows the lane: it has content, or a line above it."""
        if self.lane.line or not all(self.cells[number].is_empty for number in numbers):
            return True
        return any(standing(curve.points, numbers) for curve in self.curves)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a sheet.

    Attributes:
        stages: What stands side by side.
        known: What ids mean.
        several: Whether there are several personas.
        options: What the user asked for.
        curve: The height of the curve in pixels.
        before: Where two maps are compared: the stages of the other one, by id.

    """

    stages: Sequence[Stage]
    known: Known
    several: bool
    options: Options
    curve: float = 232.0
    before: Mapping[str, Stage] | None = None

    @property
    def rows(self) -> list[range]:
        """The stages broken into rows of nearly the same length."""
        count, wrap = len(self.stages), self.options.wrap
        rows = 1 if not wrap else -(-count // wrap)
        length = -(-count // rows)
        return [range(start, min(start + length, count)) for start in range(0, count, length)]

    @property
    def column(self) -> float:
        """The width of a stage's column."""
        count = max(map(len, self.rows))
        if self.options.width is not None:
            room = self.options.width - 2 * MARGIN - _LABEL - _END
            return max(room / count - _GAP, NARROWEST)
        return next((wide for most, wide in _WIDTHS if count <= most), _USUAL)

    @property
    def inner(self) -> float:
        """The width of a row of stages with its labels."""
        return _LABEL + max(map(len, self.rows)) * (self.column + _GAP) + _END

    def filled(self, lanes: Sequence[Lane], lines: Sequence[Curve], of: str) -> tuple[Filled, ...]:
        """Fill the lanes; one without content is left out.

        Args:
            lanes: What to fill, in order.
            lines: The curves.
            of: The id of the lane that they stand in.

        """
        width = self.column - 2 * _PAD[0]
        columns = [
            Column(
                number,
                number % STAGES,
                width,
                self.known,
                self.several,
                before=self.before.get(stage.id) if self.before else None,
                comparing=self.before is not None,
            )
            for number, stage in enumerate(self.stages)
        ]
        found: list[Filled] = []
        for lane in lanes:
            cells = tuple(map(lane.draw, columns, self.stages))
            curves = tuple(lines) if lane.id == of else ()
            if curves or not all(cell.is_empty for cell in cells):
                found.append(Filled(lane, cells, curves))
        return tuple(found)

    def drawn(self, shown: Sequence[Filled]) -> Block:
        """Draw all rows below each other."""
        return stack(map(partial(self._row, shown), self.rows), 40)

    def _row(self, shown: Sequence[Filled], numbers: range) -> Block:
        width = self.column
        lefts = tuple(_LABEL + _GAP + index * (width + _GAP) for index in range(len(numbers)))
        right = lefts[-1] + width + _END
        heads, y = _heads([(n, self.stages[n]) for n in numbers], lefts, width)
        items: list[Item] = list(heads)
        y += 12
        for filled in shown:
            if not filled.speaks(numbers):
                continue
            if filled.lane.line:
                items.extend(_line(filled.lane.line, y - _LANE_GAP, right))
                y += _LINE_GAP - _LANE_GAP
            drawn = self._lane(filled, numbers, lefts, right)
            items.extend(at(drawn, 0, y))
            y += drawn.height + _LANE_GAP
        return Block(tuple(items), self.inner, y - _LANE_GAP)

    def _lane(self, filled: Filled, numbers: range, lefts: Sequence[float], right: float) -> Block:
        cells = [filled.cells[number] for number in numbers]
        label = _label(filled.lane)
        curve = self.curve if filled.curves else 0.0
        line: tuple[Item, ...] = ()
        if filled.curves:
            cells, line = self._curve(filled, cells, numbers, lefts)
        content = max(cell.block.height for cell in cells)
        tall = (content + 2 * _PAD[1] if content else 0.0) + curve
        tall = max(tall, label.height + 2 * _PAD[1], 42.0)
        items: list[Item] = [Rect(0, 0, right, tall, fill="panel", radius=10)]
        items.extend(at(label, 16, _PAD[1]))
        for number, cell, left in zip(numbers, cells, lefts, strict=True):
            ground = f"stage-{number % STAGES}-tint" if curve else cell.tone
            drawn: list[Item] = []
            if ground:
                drawn.append(Rect(left, 6, self.column, tall - 12, fill=ground, radius=6))
            drawn.extend(at(cell.block, left + _PAD[0], curve + _PAD[1]))
            items.append(Group(tuple(drawn), kind="cell"))
        return told(Block((*items, *line), right, tall), kind="lane")

    def _curve(
        self, filled: Filled, cells: Sequence[Cell], numbers: range, lefts: Sequence[float]
    ) -> tuple[list[Cell], tuple[Item, ...]]:
        """Draw the curve; cells whose feeling its labels tell stay empty."""
        kept = [Cell() if cell.feeling else cell for cell in cells]
        for _ in range(2):
            content = any(not cell.is_empty for cell in kept)
            frame = Frame(tuple(lefts), self.column, 6, self.curve if content else self.curve - 12)
            line = tuple(_curve(filled.curves, numbers, frame))
            said = {item.kind for item in line if isinstance(item, Group)}
            untold = [
                bool(cell.feeling) and f"{SAYS}{index}" not in said
                for index, cell in enumerate(cells)
            ]
            if not any(untold):
                break
            kept = [
                cell if lost else there
                for cell, there, lost in zip(cells, kept, untold, strict=True)
            ]
        return kept, line


def _label(lane: Lane) -> Block:
    texts = [words(lane.title, LABEL, _LABEL - 52)]
    if lane.note:
        texts.append(words(lane.note, SMALL, _LABEL - 52, "soft"))
    return indented((icon(lane.icon, 0, 1, 16, "soft"),), stack(texts, 2), 24)


def _heads(
    stages: Sequence[tuple[int, Stage]], lefts: Sequence[float], width: float
) -> tuple[list[Item], float]:
    """Draw the chevrons, all as tall as the longest name needs."""
    names = [
        words(numbered(number + 1, stage.name), STAGE, width - 44, "on", anchor="middle")
        for number, stage in stages
    ]
    tall = max(48.0, max(name.height for name in names) + 24)
    items: list[Item] = []
    below = 0.0
    for (number, stage), name, left in zip(stages, names, lefts, strict=True):
        band = chevron(left, 0, width, tall, f"stage-{number % STAGES}-fill", first=number == 0)
        label = at(name, left + (26 if number else 20), (tall - name.height) / 2)
        items.append(Group((band, *label), id=stage.id, tooltip=stage.summary or "", kind="stage"))
        notes = joined(" · ", (readable(stage.phase or ""), stage.duration))
        if notes:
            note = words(notes, SMALL, width - 24, "soft")
            items.extend(at(note, left + 12, tall + 6))
            below = max(below, note.height + 6)
    return items, tall + below


def _line(name: str, y: float, right: float) -> Iterator[Item]:
    """Draw a line that parts what customers see from what they do not."""
    wide = SMALL.measure(name) + 1
    middle = y + _LINE_GAP / 2
    yield horizontal(0, middle, right - wide - 20, "rule", 1.25, (7, 5))
    yield from at(words(name, SMALL, wide, "soft"), right - wide - 8, middle - 8)


def _curve(lines: Sequence[Curve], numbers: range, frame: Frame) -> Iterator[Item]:
    """Draw each line as far as a row of stages goes; its stages count from the row's first."""
    parts = [
        line._replace(
            points=tuple(
                p._replace(stage=p.stage - numbers[0]) for p in around(line.points, numbers)
            )
        )
        for line in lines
    ]
    yield from curve_items(parts, frame)
