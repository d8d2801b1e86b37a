"""Spreadsheets: .xlsx, .xlsm and .ods."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.interchange.notes import Notes
from journeycli.interchange.sheet import MOST_READ, Merged, Sheet, sheet_of, too_many_cells
from journeycli.interchange.sheets_in import read_sheets
from journeycli.interchange.xlsx_guard import checked
from journeycli.text import counted

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from journeycli.interchange.draft import Asked, Draft

_PACKED: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_SHEETS: Final = 200
_UNNAMED: Final = re.compile(
    r"(?i)(?:sheet|tabelle|feuil|feuille|hoja|blad|foglio|planilha|table|cjm|map|journey) ?\d*"
)
_MIDNIGHT: Final = time()


def read(raw: bytes, asked: Asked) -> list[Draft]:
    """Read a workbook into maps, one for each sheet that holds one.

    Raises:
        UserError: It cannot be read, or holds no map.

    """
    notes = Notes()
    if not raw.startswith(_PACKED):
        raise _unpacked(raw)
    contents = checked(raw)
    if contents.comments:
        notes.left_out("the workbook", "Comments on cells are not read; copy them into cells.")
    if contents.drawings:
        notes.left_out("the workbook", "Pictures, charts and text boxes are not read.")
    return read_sheets(sheets(contents.raw, notes), asked, notes)


def sheets(raw: bytes, notes: Notes) -> list[Sheet]:
    """Read the sheets of a workbook; hidden ones are left out, and noted.

    Raises:
        UserError: It cannot be read.

    """
    from python_calamine import (  # noqa: PLC0415 - only spreadsheets need it
        CalamineError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    book = _opened(raw)
    found: list[Sheet] = []
    for about in book.sheets_metadata[:_MOST_SHEETS]:
        if about.typ is not SheetTypeEnum.WorkSheet:
            notes.left_out(f"sheet {about.name}", "It is a chart or a macro, not a table.")
            continue
        if about.visible is not SheetVisibleEnum.Visible:
            notes.left_out(
                f"sheet {about.name}", "The sheet is hidden; show it to have it imported."
            )
            continue
        try:
            found.append(_sheet(book.get_sheet_by_name(about.name)))
        except CalamineError as error:
            raise _damaged() from error
    if len(book.sheets_metadata) > _MOST_SHEETS:
        rest = len(book.sheets_metadata) - _MOST_SHEETS
        notes.left_out("the workbook", f"{counted(rest, 'sheet')} at its end, which are too many.")
    return [replace(found[0], name="")] if len(found) == 1 else found


def _opened(raw: bytes) -> CalamineWorkbook:
    from python_calamine import (  # noqa: PLC0415 - only spreadsheets need it
        CalamineError,
        CalamineWorkbook,
    )

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(raw))
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged() from error


def _unpacked(raw: bytes) -> UserError:
    """Say what a file is that is no workbook of today."""
    if not raw.startswith(_COMPOUND):
        return UserError(
            "This is no workbook.", hint="Leave out --as, so that its content is looked at."
        )
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return UserError(
            "The workbook has a password.", hint="Save it without one, then import that."
        )
    return UserError(
        "This is a workbook of before 2007 (.xls), or another old Office document.",
        hint="Open it and save it as .xlsx.",
    )


def _sheet(sheet: CalamineSheet) -> Sheet:
    if sheet.total_height * sheet.total_width > MOST_READ:
        raise too_many_cells(f"The sheet {sheet.name}")
    rows = sheet.to_python(skip_empty_area=False)
    merged = [
        Merged(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    texts = [[_text(value) for value in row] for row in rows]
    title = "" if _UNNAMED.fullmatch(sheet.name) else sheet.name
    return sheet_of(sheet.name, texts, merged, title)


def _text(value: object) -> str:
    """Give a cell's value as a person reads it."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.10g}"
        case datetime():
            return (
                value.date().isoformat() if value.time() == _MIDNIGHT else f"{value:%Y-%m-%d %H:%M}"
            )
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
        case _:
            return "" if value is None else str(value)


def _damaged() -> UserError:
    return UserError(
        "The workbook is damaged, or no spreadsheet at all.",
        hint="Open it in the program that wrote it and save it again as .xlsx.",
    )
