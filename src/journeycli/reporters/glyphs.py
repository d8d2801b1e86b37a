"""A line as a terminal shows it: clusters of characters, each with the cells that it takes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from journeycli import inert
from journeycli.text import visible, width

TAB = 4
"""Cells from one tab stop to the next."""

_ZERO_WIDTH_JOINER = "\u200d"
# https://www.unicode.org/Public/emoji/latest/emoji-sequences.txt: skin tones, and the letters of
# which two make a flag.
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


class Glyph(NamedTuple):
    """What stands at one place of the screen.

    Attributes:
        start: The offset of its first character in the line, in code points.
        shown: What is written for it: itself, blanks for a tab, an escape for a control character,
            a backslash before what a log reader would act on.
        cells: How many terminal cells it takes.

    """

    start: int
    shown: str
    cells: int


def glyphs(line: str) -> list[Glyph]:
    """Take a line apart; marks, joined emoji, skin tones and flags stay with what they follow."""
    marks = inert.marks(line)
    if not marks and line.isascii() and line.isprintable():
        return [Glyph(index, character, 1) for index, character in enumerate(line)]
    row: list[Glyph] = []
    column = 0
    for index, character in enumerate(line):
        shown, cells, joins = _character(character)
        if index in marks:
            shown, cells = f"\\{shown}", cells + 1
        if character == "\t":
            cells = TAB - column % TAB
            glyph = Glyph(index, " " * cells, cells)
        elif row and (joins or _joined(row[-1].shown, character)):
            start, before, cells = row.pop()
            column -= cells
            glyph = Glyph(start, before + character, width(before + character))
        else:
            glyph = Glyph(index, shown, cells)
        row.append(glyph)
        column += glyph.cells
    return row


@lru_cache(maxsize=4096)
def _character(character: str) -> tuple[str, int, bool]:
    """Give what is shown for a character, its cells, and whether it joins what stands before it."""
    shown = visible(character)
    cells = width(shown)
    is_tone = _SKIN_TONES[0] <= character <= _SKIN_TONES[1]
    return shown, cells, cells == 0 or is_tone


def _joined(before: str, character: str) -> bool:
    """Tell whether what stands before pulls a character to itself."""
    if before.endswith(_ZERO_WIDTH_JOINER):
        return not character.isascii()
    return _is_flag_letter(before) and _is_flag_letter(character)


def _is_flag_letter(text: str) -> bool:
    return len(text) == 1 and _FLAG_LETTERS[0] <= text <= _FLAG_LETTERS[1]
