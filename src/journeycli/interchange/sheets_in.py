"""From the sheets of a file to maps: which sheets hold one, and how they are laid out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.interchange.details_in import detail_of, is_overview, with_details
from journeycli.interchange.draft import Draft
from journeycli.interchange.lanes import meaning
from journeycli.interchange.layout import label_column, label_row
from journeycli.interchange.layout_across import across, tables
from journeycli.interchange.layout_down import down
from journeycli.interchange.notes import Notes, quoted
from journeycli.interchange.records_in import build

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.interchange.draft import Asked
    from journeycli.interchange.layout import Layout, Record
    from journeycli.interchange.sheet import Sheet

_FEWEST = 2  # rows and columns of a map
_TWO_KEYS = 4  # `layout` counts a sure label twice


def read_sheets(sheets: Sequence[Sheet], asked: Asked, notes: Notes) -> list[Draft]:
    """Read sheets into maps.

    Args:
        sheets: The sheets of the file.
        asked: What the user says of it.
        notes: What was noted of the file so far; it goes with the first map.

    Raises:
        UserError: None of them holds a map.

    """
    details = [(detail, sheet) for sheet in sheets if (detail := detail_of(sheet))]
    others = [sheet for sheet in sheets if all(sheet is not other for _, other in details)]
    candidates = [
        part
        for sheet in others
        if any(map(any, sheet.rows)) and not is_overview(sheet)
        for part in tables(sheet, asked.lanes)
    ]
    is_clear = any(_is_clear(sheet, asked.lanes) for sheet in candidates)
    parts: list[tuple[Sheet, Layout]] = []
    for sheet in candidates:
        layout = understand(sheet, asked.lanes)
        if layout is None or (is_clear and _is_beside(sheet, asked.lanes)):
            said = f"{quoted(sheet.name)} holds no table with stages and lanes."
            notes.left_out(f"sheet {sheet.name}", said)
        else:
            parts += _by_title(sheet, layout)
    if not parts:
        raise UserError(
            "There is no map in it: no table with stages along one side and lanes along the other.",
            hint="docs/import.md shows what such a table looks like.",
        )
    drafts: list[Draft] = []
    for part, layout in parts:
        own = notes if not drafts else Notes()
        built = build(part, layout, asked, own)
        drafts.append(Draft(built.data, own.remarks(), says_id=built.says_id))
    return with_details(drafts, details) if details else drafts


def _keys(sheet: Sheet, asked: Mapping[str, str]) -> int:
    return max(label_row(sheet, asked).keys, label_column(sheet, asked).keys)


def _is_clear(sheet: Sheet, asked: Mapping[str, str]) -> bool:
    """Tell whether the labels of a sheet say plainly that it holds a map."""
    return _keys(sheet, asked) >= _TWO_KEYS and understand(sheet, asked) is not None


def _is_beside(sheet: Sheet, asked: Mapping[str, str]) -> bool:
    """Tell whether a sheet is a legend, a log or a list beside those that hold the maps."""
    keys = _keys(sheet, asked)
    width = max(sum(map(bool, row)) for row in sheet.rows)
    return keys == 0 or (keys < _TWO_KEYS and width <= _FEWEST)


def _by_title(sheet: Sheet, layout: Layout) -> list[tuple[Sheet, Layout]]:
    """Part a list by the column that names the journey, where it has one."""
    if layout.kind != "down" or all(lane.key != "title" for lane in layout.lanes):
        return [(sheet, layout)]
    found: dict[str, list[Record]] = {}
    title = ""
    for record in layout.records:
        said = [each.cell.text for each in record.entries if each.lane.key == "title"]
        title = " ".join(said[0].split()) if said else title
        rest = tuple(each for each in record.entries if each.lane.key != "title")
        found.setdefault(title, []).append(replace(record, entries=rest))
    return [
        (replace(sheet, title=name or sheet.title), replace(layout, records=tuple(records)))
        for name, records in found.items()
    ]


def understand(sheet: Sheet, asked: Mapping[str, str]) -> Layout | None:
    """Find out how a sheet is laid out; None where it holds no table."""
    filled = [row for row in sheet.rows if any(row)]
    if len(filled) < _FEWEST or max(sum(map(bool, row)) for row in filled) < _FEWEST:
        return None
    row, column = label_row(sheet, asked), label_column(sheet, asked)
    if row.keys == column.keys == 0:
        return across(sheet, _first_column(sheet), asked)
    if row.keys > column.keys or _says_lanes(sheet.rows[row.at], asked):
        layout = down(sheet, row.at, asked)
    else:
        layout = across(sheet, column.at, asked)
    return layout if layout.records else None


def _says_lanes(row: Sequence[str], asked: Mapping[str, str]) -> bool:
    """Tell whether a row heads a list in which each row says its lane."""
    keys = {found.key for cell in row if (found := meaning(cell, asked))}
    return {"lane", "text"} <= keys


def _first_column(sheet: Sheet) -> int:
    """Give the first column that holds something."""
    width = len(sheet.rows[0])
    return next((at for at in range(width) if any(row[at] for row in sheet.rows)), 0)
