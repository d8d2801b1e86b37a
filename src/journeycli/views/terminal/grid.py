"""Stages as columns: as many beside one another as stay readable, the others in a band below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.curve import curve, stage_score
from journeycli.views.terminal.braille import Spot, axis, drawn
from journeycli.views.terminal.lines import beside, wrapped
from journeycli.views.terminal.look import tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model import JourneyMap
    from journeycli.views.terminal.look import Look

GAP = 2


@dataclass(frozen=True, slots=True)
class Band:
    """Stages that stand beside one another.

    Attributes:
        stages: Their places in the map, from 0.
        size: Cells of each of their columns.

    """

    stages: range
    size: int

    @property
    def cells(self) -> int:
        """Give the width of all columns with the gaps between them."""
        return len(self.stages) * (self.size + GAP) - GAP


def bands(count: int, room: int, least: int, most: int) -> list[Band]:
    """Share stages out over as few bands as there must be, all columns equally wide.

    Args:
        count: How many stages there are.
        room: Cells for the columns and the gaps between them.
        least: Cells that a column needs.
        most: Cells beyond which it gains nothing.

    """
    fit = max((room + GAP) // (least + GAP), 1)
    rows = -(-count // fit)
    each = -(-count // rows)
    size = max(min((room + GAP) // each - GAP, most), 1)
    return [Band(range(start, min(start + each, count)), size) for start in range(0, count, each)]


def heads(journey: JourneyMap, band: Band, look: Look) -> list[list[Text]]:
    """Give the heads of the columns: number and name."""
    found = []
    for index in band.stages:
        stage = journey.stages[index]
        number = Text(f"{index + 1} ", "bold")
        found.append(wrapped(Text.assemble(number, look.text(stage.name, "bold")), band.size))
    return found


def scores(journey: JourneyMap, band: Band, look: Look, persona: str | None = None) -> list[Text]:
    """Give the score of each stage, a text a column; empty where there is none."""
    found = []
    for index in band.stages:
        score = stage_score(journey.stages[index], persona)
        found.append(
            Text()
            if score is None
            else Text(look.score(round(score, 1)), f"bold {tone(score)}".strip())
        )
    return found


def curve_lines(
    journey: JourneyMap, band: Band, label: int, height: int, look: Look, persona: str | None = None
) -> Iterator[Text]:
    """Yield the curve of the stages of a band, aligned to their columns."""
    points = curve(journey, persona)
    spots = []
    for index in band.stages:
        own = [point for point in points if point.stage == index]
        left = (index - band.stages.start) * (band.size + GAP)
        spots += [
            Spot(left + (number + 0.5) * band.size / len(own), point.score)
            for number, point in enumerate(own)
        ]
    if not spots:
        return
    lines = drawn(spots, band.cells, height, look)
    for mark, line in zip(axis(height, look), lines, strict=True):
        yield Text.assemble((mark.rjust(label - 1), "dim"), " ", line)


def row(label: Text, blocks: Sequence[Sequence[Text]], size: int, cells: int) -> list[Text]:
    """Put a row's heading and its columns beside one another."""
    first = wrapped(label, cells - 1)
    return beside([first, *blocks], [cells - GAP, *[size] * len(blocks)], GAP)
