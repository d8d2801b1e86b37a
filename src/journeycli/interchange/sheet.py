"""A sheet as rows of text, where each cell stands, and how rows and columns become records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.errors import UserError
from journeycli.interchange.statements import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_READ: Final = 250_000  # cells of one table, empty ones within its bounds included
_LETTERS: Final = 26


class Cell(NamedTuple):
    """What stands in a cell, and where: row and column of the sheet, from 0."""

    text: str
    row: int
    column: int


class Merged(NamedTuple):
    """A merged stretch of cells, both corners included; rows and columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        name: Its name where the file has several; it says where a cell stands.
        rows: The texts of its cells, from the sheet's first row and column on, every row as wide
            as the widest.
        merged: Its merged cells; the text stands in their upper left one.
        title: Its name where a person gave it one.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merged, ...] = ()
    title: str = ""

    def place(self, row: int, column: int) -> str:
        """Name a cell as spreadsheets do: `cell C4`, `sheet Pains, cell C4`."""
        where = f"cell {column_name(column)}{row + 1}"
        return f"sheet {self.name}, {where}" if self.name else where

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell."""
        return Cell(self.rows[row][column], row, column)

    def part(self, first: int, end: int) -> Sheet:
        """Give the sheet with all rows emptied that are not from `first` up to `end`."""
        blank = ("",) * len(self.rows[0])
        kept = (row if first <= at < end else blank for at, row in enumerate(self.rows))
        return Sheet(self.name, tuple(kept), self.merged, self.title)

    def spread(self, row: int) -> tuple[str, ...]:
        """Give a row in which the text of a merged cell stands in all of its columns."""
        texts = list(self.rows[row])
        for each in self.merged:
            if each.top <= row <= each.bottom and each.right > each.left and texts[each.left]:
                for column in range(each.left, min(each.right + 1, len(texts))):
                    texts[column] = texts[each.left]
        return tuple(texts)


def sheet_of(
    name: str, rows: Sequence[Sequence[str]], merged: Sequence[Merged] = (), title: str = ""
) -> Sheet:
    """Make a sheet: texts cleaned, rows of one width, empty ones at its end cut off."""
    texts = [[clean(cell) for cell in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    width = max(
        (max((at + 1 for at, c in enumerate(row) if c), default=0) for row in texts), default=0
    )
    even = tuple((*row[:width], *([""] * (width - len(row)))) for row in texts)
    inside = tuple(m for m in merged if m.top < len(even) and m.left < width)
    return Sheet(name, even, inside, title)


def too_many_cells(what: str) -> UserError:
    """Say that a table, given as the beginning of a sentence, is larger than any map."""
    return UserError(
        f"{what} goes over more than {MOST_READ:,} cells: too large for a map.",
        hint="Copy the map alone into a new file.",
    )


def column_name(column: int) -> str:
    """Give the letters of a column, from 0: `A`, `Z`, `AA`."""
    letters = ""
    number = column + 1
    while number:
        number, digit = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return letters
