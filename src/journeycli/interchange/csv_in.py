"""CSV tables, in whatever dialect and encoding a spreadsheet wrote them."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.interchange.decoding import decode
from journeycli.interchange.guarding import bare
from journeycli.interchange.notes import Notes
from journeycli.interchange.sheet import MOST_READ, Sheet, sheet_of, too_many_cells
from journeycli.interchange.sheets_in import read_sheets

if TYPE_CHECKING:
    from journeycli.interchange.draft import Asked, Draft

_SEPARATORS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 100_000  # code points from which the separator is told
_LARGEST_CELL: Final = 10_000_000
_QUOTED: Final = re.compile(r'(?<![^,;\t|\r\n])"[^"]*(?:""[^"]*)*"?')
_SAID: Final = re.compile(r"\A\"?sep=(.)\"?[,;]*(?:\r\n?|\n)", re.IGNORECASE)


def read(raw: bytes, asked: Asked) -> list[Draft]:
    """Read a table into maps.

    Raises:
        UserError: There is no table in it.

    """
    decoded = decode(raw)
    notes = Notes()
    if decoded.guessed:
        notes.guessed(
            "the file",
            f"Read as {decoded.encoding}; look at letters with accents, or save as UTF-8.",
        )
    if (line := _unclosed(decoded.text)) is not None:
        message = "A quotation mark that opens here is not closed; all that follows is one cell."
        notes.guessed(f"line {line}", message)
    return read_sheets([table(decoded.text)], asked, notes)


def table(text: str) -> Sheet:
    """Read the text of a table.

    A line `sep=;` says the separator; else it is the one that cuts the rows most evenly. An
    apostrophe that keeps a cell from being taken for a formula is taken off.

    Raises:
        UserError: A cell is too large to be one, or there are too many for a map.

    """
    body = text.replace("\0", "")
    said = _SAID.match(body)
    if said:
        body = body[said.end() :]
    separator = said[1] if said else _separator(body)
    try:
        rows = _rows(body, separator)
    except csv.Error as error:
        raise UserError(
            f"This table cannot be read: {error}.", hint="Is a closing quotation mark missing?"
        ) from None
    if len(rows) * max(map(len, rows), default=0) > MOST_READ:
        raise too_many_cells("The table")
    return sheet_of(
        "",
        [[bare(cell) for cell in row] for row in rows],
    )


def _unclosed(text: str) -> int | None:
    """Give the line of a quotation mark that is not closed, or None."""
    if text.count('"') % 2 == 0:
        return None
    cells = [found for found in _QUOTED.finditer(text) if found[0].count('"') % 2]
    return len(re.findall(r"\r\n?|\n", text[: cells[0].start()])) + 1 if cells else None


def _rows(text: str, separator: str) -> list[list[str]]:
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    finally:
        csv.field_size_limit(before)


def _separator(text: str) -> str:
    """Choose the separator that cuts rows, outside of quotation marks, most evenly.

    One that cuts every row into the same number of cells comes before one that cuts a few into
    many: sentences hold separators as well.
    """
    lines = [line for line in _QUOTED.sub("", text[:_SAMPLE]).splitlines() if line.strip()]
    rows = [counts for line in lines if any(counts := [line.count(x) for x in _SEPARATORS])]

    def evenness(at: int) -> tuple[bool, float, int]:
        counts = Counter(row[at] for row in rows if row[at])
        even = max(((n * math.log2(cuts + 1), n) for cuts, n in counts.items()), default=(0.0, 0))
        return even[1] == len(rows), even[0], counts.total()

    return _SEPARATORS[max(range(len(_SEPARATORS)), key=evenness)]
