"""The page of a map: title block, rows of stages with their lanes, legend and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeycli.views.blocks import LABEL, SMALL, STAGE, Block, at, indented, told, words
from journeycli.views.curve import curves
from journeycli.views.icons import chevron, icon
from journeycli.views.known import know, readable
from journeycli.views.map.cells import Cell, Column
from journeycli.views.map.emotions import Frame, curve_items
from journeycli.views.map.foot import foot
from journeycli.views.map.header import header
from journeycli.views.map.lanes import CURVE, Lane, lanes
from journeycli.views.palettes import STAGES
from journeycli.views.scene import Group, Rect, Scene, horizontal
from journeycli.views.story import story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.views.curve import Curve
    from journeycli.views.known import Known
    from journeycli.views.scene import Item

MARGIN: Final = 40.0
_LABEL: Final = 152.0
_GAP: Final = 8.0
_END: Final = 16.0
_PAD: Final = (12.0, 12.0)
_LANE_GAP: Final = 8.0
_LINE_GAP: Final = 32.0
_CURVE: Final = 232.0
NARROWEST: Final = 176.0
"""The least width of a stage's column, in pixels."""
_WIDTHS: Final = ((1, 640.0), (2, 480.0), (3, 380.0), (5, 304.0), (7, 264.0))
_USUAL: Final = 240.0


@dataclass(frozen=True, slots=True)
class Options:
    """How a map is laid out.

    Attributes:
        lanes: The lanes to show, in order; empty for all that have content.
        width: Of the picture in pixels; None for what the stages need.
        wrap: How many stages stand in a row at most; None for all in one.

    """

    lanes: tuple[str, ...] = ()
    width: float | None = None
    wrap: int | None = None


def map_scene(
    journey: JourneyMap, known: Known | None = None, options: Options | None = None
) -> Scene:
    """Lay a map out.

    Raises:
        UserError: A lane was asked for that the map does not have.

    """
    known, options = known or know(journey), options or Options()
    rows = _rows(len(journey.stages), options.wrap)
    column = _column_width(max(map(len, rows)), options.width)
    inner = _LABEL + max(map(len, rows)) * (column + _GAP) + _END
    title = header(journey, known, inner - 16)
    items: list[Item] = [*at(title, MARGIN, MARGIN)]
    y = MARGIN + title.height + 32
    shown = _filled(journey, lanes(journey, options.lanes), known, column)
    for numbers in rows:
        drawn = _row(journey, numbers, shown, column, inner)
        items.extend(at(drawn, MARGIN, y))
        y += drawn.height + 40
    last = foot(journey, known, inner)
    items.extend(at(last, MARGIN, y - 16))
    tall = y - 16 + last.height + MARGIN if last.items else y - 40 + MARGIN
    return Scene(
        inner + 2 * MARGIN,
        tall,
        tuple(items),
        f"{journey.id}-map",
        journey.title,
        story(journey, known),
    )


def _rows(count: int, wrap: int | None) -> list[range]:
    """Break the stages into rows of nearly the same length."""
    rows = 1 if not wrap else -(-count // wrap)
    length = -(-count // rows)
    return [range(start, min(start + length, count)) for start in range(0, count, length)]


def _column_width(count: int, width: float | None) -> float:
    if width is not None:
        room = width - 2 * MARGIN - _LABEL - _GAP - _END
        return max(room / count - _GAP, NARROWEST)
    return next((wide for most, wide in _WIDTHS if count <= most), _USUAL)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A lane with its cells, one a stage, and the curves where it is theirs."""

    lane: Lane
    cells: tuple[Cell, ...]
    curves: tuple[Curve, ...] = ()


def _filled(
    journey: JourneyMap, rows: Sequence[Lane], known: Known, width: float
) -> tuple[_Filled, ...]:
    """Fill the lanes; one without content is left out."""
    columns = [
        Column(number, number % STAGES, width - 2 * _PAD[0], known, len(journey.personas) > 1)
        for number in range(len(journey.stages))
    ]
    found: list[_Filled] = []
    for lane in rows:
        cells = tuple(
            lane.draw(column, stage) for column, stage in zip(columns, journey.stages, strict=True)
        )
        lines = curves(journey) if lane.id == CURVE else ()
        if lines or not all(cell.is_empty for cell in cells):
            found.append(_Filled(lane, cells, lines))
    return tuple(found)


def _row(
    journey: JourneyMap, numbers: range, shown: Sequence[_Filled], width: float, inner: float
) -> Block:
    """Draw a row of stages and its lanes."""
    lefts = tuple(_LABEL + _GAP + index * (width + _GAP) for index in range(len(numbers)))
    right = lefts[-1] + width + _END
    heads, y = _heads([(n, journey.stages[n]) for n in numbers], lefts, width)
    items: list[Item] = list(heads)
    y += 12
    for filled in shown:
        lane = filled.lane
        if lane.line and items:
            items.extend(_line(lane.line, y - _LANE_GAP, min(right, inner)))
            y += _LINE_GAP - _LANE_GAP
        drawn = _lane(filled, numbers, lefts, width, right)
        items.extend(at(drawn, 0, y))
        y += drawn.height + _LANE_GAP
    return Block(tuple(items), inner, y - _LANE_GAP)


def _heads(
    stages: Sequence[tuple[int, Stage]], lefts: Sequence[float], width: float
) -> tuple[list[Item], float]:
    """Draw the chevrons, all as tall as the longest name needs."""
    names = [
        words(f"{number + 1}. {stage.name}", STAGE, width - 44, "on", anchor="middle")
        for number, stage in stages
    ]
    tall = max(48.0, max(name.height for name in names) + 24)
    items: list[Item] = []
    below = 0.0
    for (number, stage), name, left in zip(stages, names, lefts, strict=True):
        band = chevron(left, 0, width, tall, f"stage-{number % STAGES}-fill", first=number == 0)
        label = at(name, left + (26 if number else 20), (tall - name.height) / 2)
        items.append(Group((band, *label), id=stage.id, tooltip=stage.summary or "", kind="stage"))
        notes = " · ".join(filter(None, (readable(stage.phase or ""), stage.duration)))
        if notes:
            note = words(notes, SMALL, width - 24, "soft")
            items.extend(at(note, left + 12, tall + 6))
            below = max(below, note.height + 6)
    return items, tall + below


def _line(name: str, y: float, right: float) -> Iterator[Item]:
    """Draw a line that parts what customers see from what they do not."""
    font = SMALL
    wide = font.measure(name) + 1
    middle = y + _LINE_GAP / 2
    yield horizontal(0, middle, right - wide - 20, "rule", 1.25, (7, 5))
    yield from at(words(name, font, wide, "soft"), right - wide - 8, middle - 8)


def _lane(
    filled: _Filled, numbers: range, lefts: Sequence[float], width: float, right: float
) -> Block:
    lane = filled.lane
    cells = [filled.cells[number] for number in numbers]
    label = indented(
        (icon(lane.icon, 0, 1, 16, "soft"),), words(lane.title, LABEL, _LABEL - 52, "ink"), 24
    )
    content = max(cell.block.height for cell in cells)
    curve = _CURVE if filled.curves else 0.0
    tall = max(content + 2 * _PAD[1] if content else 0.0, 0.0) + curve
    tall = max(tall, label.height + 2 * _PAD[1], 42.0)
    items: list[Item] = [Rect(0, 0, right, tall, fill="panel", radius=10)]
    items.extend(at(label, 16, _PAD[1]))
    for number, cell, left in zip(numbers, cells, lefts, strict=True):
        ground = f"stage-{number % STAGES}-tint" if curve else cell.tone
        drawn: list[Item] = []
        if ground:
            drawn.append(Rect(left, 6, width, tall - 12, fill=ground, radius=6))
        drawn.extend(at(cell.block, left + _PAD[0], curve + _PAD[1]))
        items.append(Group(tuple(drawn), kind="cell"))
    if filled.curves:
        items.extend(_curve(filled.curves, numbers, Frame(tuple(lefts), width, 6, _CURVE)))
    return told(Block(tuple(items), right, tall), kind="lane")


def _curve(lines: Sequence[Curve], numbers: range, frame: Frame) -> Iterator[Item]:
    """Draw the part of each line that belongs to a row of stages."""
    parts = [
        line._replace(
            points=tuple(
                p._replace(stage=p.stage - numbers[0]) for p in line.points if p.stage in numbers
            )
        )
        for line in lines
    ]
    parts = [part for part in parts if part.points]
    if parts:
        yield from curve_items(parts, frame)
