"""The map: stages as columns with the curve across them; on a narrow terminal, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.views.terminal import grid
from journeycli.views.terminal.frame import frame
from journeycli.views.terminal.items import Items
from journeycli.views.terminal.lanes import CURVE_AFTER, lanes
from journeycli.views.terminal.lines import hung
from journeycli.views.terminal.stage_block import stage_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model import Stage
    from journeycli.views.terminal.grid import Band
    from journeycli.views.terminal.lanes import Lane
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

WIDE = 100
"""Cells from which on the map is a table."""
_LABEL = 14
_LEAST = 20
_MOST = 36
_HEIGHT = 9


def map_view(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield who and why, then every stage with all that it holds."""
    yield from frame(subject, look)
    if look.width < WIDE:
        for index in range(len(subject.journey.stages)):
            yield Text()
            yield from stage_block(subject, index, look)
        return
    items = Items(subject.names, look)
    room = look.width - _LABEL
    rows = lanes(items)
    for band in grid.bands(len(subject.journey.stages), room, _LEAST, _MOST):
        yield Text()
        yield from _band(subject, band, rows, items)


def _band(subject: Subject, band: Band, rows: Sequence[Lane], items: Items) -> Iterator[Text]:
    journey, look = subject.journey, items.look
    rule = Text(look.signs.rule * (_LABEL + band.cells), "dim")
    yield from grid.row(Text(), grid.heads(journey, band, look), band.size, _LABEL)
    yield rule
    titles = [lane.title for lane in rows]
    before = titles.index(CURVE_AFTER) + 1 if CURVE_AFTER in titles else _curve_place(titles)
    for lane in rows[:before]:
        yield from _lane(lane, journey.stages, band, items)
    yield from _curve(subject, band, look)
    for number, lane in enumerate(rows[before:], before):
        if lane.title == "Backstage" and "Frontstage" in titles[:number]:
            yield from _line_of_visibility(band, look)
        yield from _lane(lane, journey.stages, band, items)


def _curve_place(titles: Sequence[str]) -> int:
    """Give the place below what customers do and where."""
    above = ("Needs", "Customer actions", "Touchpoints")
    return sum(title in above for title in titles)


def _lane(lane: Lane, stages: Sequence[Stage], band: Band, items: Items) -> Iterator[Text]:
    blocks = []
    bullet = Text(f"{items.look.signs.bullet} ", "dim")
    for index in band.stages:
        block: list[Text] = []
        for item in lane.fill(stages[index], items):
            block += hung(bullet, item, band.size, 2)
        blocks.append(block)
    if any(blocks):
        yield from grid.row(Text(lane.title, "bold"), blocks, band.size, _LABEL)
        yield Text()


def _curve(subject: Subject, band: Band, look: Look) -> Iterator[Text]:
    lines = list(grid.curve_lines(subject.journey, band, _LABEL, _HEIGHT, look))
    if not lines:
        return
    yield from lines
    scores = [[score] for score in grid.scores(subject.journey, band, look)]
    yield from grid.row(Text("Score", "bold"), scores, band.size, _LABEL)
    yield Text()


def _line_of_visibility(band: Band, look: Look) -> Iterator[Text]:
    words = " line of visibility "
    rest = max(_LABEL + band.cells - len(words) - 2, 0)
    yield Text(look.signs.rule * 2 + words + look.signs.rule * rest, "dim")
