"""A place as people find it again: the line of the file, its number, and carets under the span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from journeycli.reporters.glyphs import glyphs
from journeycli.reporters.look import Tone
from journeycli.source.span import Position
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.findings import Place
    from journeycli.reporters.glyphs import Glyph
    from journeycli.reporters.look import Look
    from journeycli.source.span import Lines

_SMALLEST_ROOM = 10
_LOOKED_AT = 1000  # code points on each side of the carets: a line may be megabytes long
_LEAD = 3  # a cut line keeps a third of its room for what stands before the span


class _Row(NamedTuple):
    """One line to show: its number and the stretch of it to underline, in code points from 0."""

    number: int
    start: int
    end: int


def margin(places: Sequence[Place]) -> int:
    """Give the digits that the line numbers of some places need."""
    return max((len(str(place.end.line)) for place in places), default=1)


def frame(place: Place, lines: Lines | None, digits: int, look: Look, tone: Tone) -> list[str]:
    """Show a place's line with carets under it; of a span over several lines the first and last.

    Args:
        place: What is underlined.
        lines: The file's lines, or None where it cannot be read; then there is no frame.
        digits: The room for line numbers.
        look: Width, colour and signs; a line that is too long is cut around its carets.
        tone: The carets' colour.

    """
    if lines is None:
        return []
    bar = look.signs.bar
    room = max(look.width - digits - 3, _SMALLEST_ROOM)
    shown: list[str] = []
    before = place.start.line
    for row in _rows(place, lines):
        if row.number > before + 1:
            shown.append(look.paint(f"{look.signs.gap:>{digits}} {bar}", Tone.FRAME))
        text, blanks, carets = _underlined(lines.text(row.number), row, room, look.signs.cut)
        number = look.paint(f"{row.number:>{digits}} {bar}", Tone.FRAME)
        gutter = look.paint(f"{'':>{digits}} {bar}", Tone.FRAME)
        shown.append(f"{number} {text}".rstrip())
        shown.append(f"{gutter} {' ' * blanks}{look.paint('^' * carets, tone)}")
        before = row.number
    return shown


def _rows(place: Place, lines: Lines) -> Iterator[_Row]:
    start, end = place.start, _end(place, lines)
    if start.line > len(lines):
        return
    if end.line == start.line:
        yield _Row(start.line, start.column - 1, end.column - 1)
        return
    yield _Row(start.line, start.column - 1, len(lines.text(start.line).rstrip()))
    if end.line <= len(lines):
        last = lines.text(end.line)
        yield _Row(end.line, len(last) - len(last.lstrip()), end.column - 1)


def _end(place: Place, lines: Lines) -> Position:
    """Give a span's end; one at the start of a line is the end of the line before."""
    start, end = place.start, place.end
    before = end.line - 1
    if end.column > 1 or before < start.line or before > len(lines):
        return end
    return Position(before, len(lines.text(before)) + 1)


def _underlined(line: str, row: _Row, room: int, cut: str) -> tuple[str, int, int]:
    """Give the line as shown, the cells before the carets, and the number of carets."""
    plain = line.isascii() and line.isprintable() and "##" not in line
    if plain and max(len(line), row.start + 1) <= room:
        return line, row.start, max(min(row.end, len(line)) - row.start, 1)
    skipped = max(row.start - _LOOKED_AT, 0)
    near = line[skipped : row.start + _LOOKED_AT]
    units = glyphs(near)
    starts = [unit.start for unit in units]
    first = len(units)
    if row.start < len(line):
        first = bisect_right(starts, row.start - skipped) - 1
    last = max(bisect_left(starts, row.end - skipped), first)
    low, high = _window(units, first, room, width(cut))
    left = cut if low or skipped else ""
    right = cut if high < len(units) or skipped + len(near) < len(line) else ""
    text = left + "".join(unit.shown for unit in units[low:high]) + right
    blanks = width(left) + _cells(units[low:first])
    carets = max(_cells(units[first : min(last, high)]), 1)
    return text, blanks, carets


def _window(units: list[Glyph], first: int, room: int, sign: int) -> tuple[int, int]:
    """Choose what of a line to show so that it fits: the span's start and what stands around it."""
    past_end = int(first == len(units))  # carets behind the last character take a cell too
    if _cells(units) + past_end <= room:
        return 0, len(units)
    low = first
    lead = (room - sign) // _LEAD
    while low and _cells(units[low - 1 : first]) <= lead:
        low -= 1
    if _cells(units[:low]) <= sign:
        low = 0
    budget = room - (sign if low else 0)
    high = low
    taken = 0
    if _cells(units[low:]) + past_end <= budget:
        high = len(units)
        while low > 1 and _cells(units[low - 1 :]) + past_end + sign <= room:
            low -= 1
    while high < len(units) and taken + units[high].cells <= budget - sign:
        taken += units[high].cells
        high += 1
    return low, high


def _cells(units: Sequence[Glyph]) -> int:
    return sum(unit.cells for unit in units)
