"""The emotion curve in braille: four dots to a line, two to a cell; in ASCII a sign a cell."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from journeycli.views.terminal.look import tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.views.terminal.look import Look

HIGHEST = 2
LOWEST = -2
_DOTS = 4  # a braille cell is two dots wide and four high
# The bits of the dots of a braille cell, column by column from the top:
# https://www.unicode.org/charts/PDF/U2800.pdf
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BLANK = 0x2800


class Spot(NamedTuple):
    """A point of the curve: where it stands, in cells from the left, and its score, −2 to 2."""

    x: float
    score: float


def drawn(spots: Sequence[Spot], cells: int, lines: int, look: Look) -> list[Text]:
    """Draw a curve through spots, `cells` wide and `lines` high; an odd height has a middle line.

    The spots themselves are marked; where there is no line, the middle line is dotted.
    """
    grid: dict[tuple[int, int], int] = {}
    scores: dict[int, float] = {}
    for x, score in _path(spots, cells):
        row, dot = divmod(_dot(score, lines), _DOTS)
        column = min(int(x), cells - 1)
        grid[row, column] = grid.get((row, column), 0) | _BITS[int(x * 2) % 2][dot]
        scores[column] = score
    marks = {
        (_dot(spot.score, lines) // _DOTS, min(int(spot.x), cells - 1)): spot.score
        for spot in spots
    }
    canvas = _Canvas(grid, scores, marks, lines // 2)
    return [canvas.line(row, cells, look) for row in range(lines)]


def axis(lines: int, look: Look) -> list[str]:
    """Give the scores that stand beside the lines: the top, the middle and the bottom."""
    marks = {0: HIGHEST, lines // 2: 0, lines - 1: LOWEST}
    return [look.score(marks[row]) if row in marks else "" for row in range(lines)]


def _dot(score: float, lines: int) -> int:
    """Give the dot of a score, counted from the top."""
    return round((HIGHEST - score) / (HIGHEST - LOWEST) * (lines * _DOTS - 1))


def _path(spots: Sequence[Spot], cells: int) -> Iterator[Spot]:
    """Walk from spot to spot, at least one step a dot in either direction."""
    if len(spots) == 1:
        yield spots[0]
    for here, there in pairwise(spots):
        steps = max(int(abs(there.x - here.x) * 2), int(abs(there.score - here.score) * 16), 1)
        for step in range(steps + 1):
            part = step / steps
            x = min(here.x + (there.x - here.x) * part, cells - 0.01)
            yield Spot(x, here.score + (there.score - here.score) * part)


class _Canvas(NamedTuple):
    """What is drawn: dots and marks by line and column, scores by column, and the middle line."""

    grid: dict[tuple[int, int], int]
    scores: dict[int, float]
    marks: dict[tuple[int, int], float]
    middle: int

    def line(self, row: int, cells: int, look: Look) -> Text:
        line = Text()
        for column in range(cells):
            line.append_text(self._cell(row, column, look))
        return line

    def _cell(self, row: int, column: int, look: Look) -> Text:
        mark = self.marks.get((row, column))
        if mark is not None:
            return Text(look.signs.point, tone(mark) or "bold")
        dots = self.grid.get((row, column))
        if dots is not None:
            return Text(chr(_BLANK + dots) if look.unicode else ".", tone(self.scores[column]))
        dotted = row == self.middle and column % 2 == 0 and look.unicode
        return Text(look.signs.idle if dotted else " ", "dim")
