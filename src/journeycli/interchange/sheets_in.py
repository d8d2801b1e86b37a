"""From the sheets of a file to maps: which sheets hold one, and how they are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.interchange.details_in import detail_of, is_overview, with_details
from journeycli.interchange.draft import Draft
from journeycli.interchange.layout import label_column, label_row
from journeycli.interchange.layout_across import across
from journeycli.interchange.layout_down import down
from journeycli.interchange.notes import Notes
from journeycli.interchange.records_in import build

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.interchange.draft import Asked
    from journeycli.interchange.layout import Layout
    from journeycli.interchange.sheet import Sheet

_FEWEST = 2  # rows and columns of a map


def read_sheets(sheets: Sequence[Sheet], asked: Asked, notes: Notes) -> list[Draft]:
    """Read sheets into maps.

    Args:
        sheets: The sheets of the file.
        asked: What the user says of it.
        notes: What was noted of the file so far; it goes with the first map.

    Raises:
        UserError: None of them holds a map.

    """
    drafts: list[Draft] = []
    details = [(detail, sheet) for sheet in sheets if (detail := detail_of(sheet))]
    for sheet in sheets:
        if is_overview(sheet) or any(sheet is other for _, other in details):
            continue
        layout = understand(sheet, asked.lanes)
        if layout is None:
            if any(map(any, sheet.rows)):
                notes.left_out(f"sheet {sheet.name}", "It holds no table with stages and lanes.")
            continue
        own = notes if not drafts else Notes()
        data = build(sheet, layout, asked, own)
        drafts.append(Draft(data, own.remarks()))
    if not drafts:
        raise UserError(
            "There is no map in it: no table with stages along one side and lanes along the other.",
            hint="docs/import.md shows what such a table looks like.",
        )
    return with_details(drafts, details) if details else drafts


def understand(sheet: Sheet, asked: Mapping[str, str]) -> Layout | None:
    """Find out how a sheet is laid out; None where it holds no table."""
    filled = [row for row in sheet.rows if any(row)]
    if len(filled) < _FEWEST or max(sum(map(bool, row)) for row in filled) < _FEWEST:
        return None
    row, column = label_row(sheet, asked), label_column(sheet, asked)
    if row.keys == column.keys == 0:
        return across(sheet, _first_column(sheet), asked)
    if row.keys > column.keys:
        layout = down(sheet, row.at, asked)
    else:
        layout = across(sheet, column.at, asked)
    return layout if layout.records else None


def _first_column(sheet: Sheet) -> int:
    """Give the first column that holds something."""
    width = len(sheet.rows[0])
    return next((at for at in range(width) if any(row[at] for row in sheet.rows)), 0)
