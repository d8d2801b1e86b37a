"""A table of values as JSON, Markdown or CSV, for programs, wikis and spreadsheets."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

from journeycli.views.markdown import escape

if TYPE_CHECKING:
    from journeycli.model import JourneyMap
    from journeycli.views.terminal.tabular import Table, Value

# A spreadsheet takes a cell that begins with one of these for a formula:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def exported(
    table: Table, journey: JourneyMap | None, format_: str, *, ascii_only: bool = False
) -> str:
    """Write a table in a format.

    Args:
        table: The table.
        journey: The map that it is of; None for a whole workspace.
        format_: `json`, `md` or `csv`.
        ascii_only: Whether JSON escapes all else; the other formats have no escapes.

    """
    match format_:
        case "json":
            return _json(table, journey, ascii_only=ascii_only)
        case "md":
            return _markdown(table, journey)
        case "csv":
            return _csv(table)
        case _:
            raise ValueError(format_)


def _json(table: Table, journey: JourneyMap | None, *, ascii_only: bool) -> str:
    """Write version 1: the map, and a mapping a row; a value that is not there is null."""
    keys = [column.key for column in table.columns]
    about = {"map": {"id": journey.id, "title": journey.title}} if journey else {}
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    data = {"version": 1, "view": table.view, **about, "rows": rows}
    return json.dumps(data, ensure_ascii=ascii_only, indent=2) + "\n"


def _markdown(table: Table, journey: JourneyMap | None) -> str:
    """Write a heading and a table."""
    title = f"{escape(journey.title)}: {escape(table.title)}" if journey else table.title
    lines = [f"## {title}", ""]
    if not table.rows:
        return "\n".join([*lines, table.empty, ""])
    shown = [index for index, column in enumerate(table.columns) if not column.hidden]
    rows = [
        [table.columns[index].title for index in shown],
        ["---" for _ in shown],
        *([escape(_written(row[index])) for index in shown] for row in table.rows),
    ]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, ""])


def _csv(table: Table) -> str:
    """Write a row of keys and a row a record; what looks like a formula is text."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(_guarded(each) for each in row)
    return stream.getvalue()


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else f"{value:g}"


def _guarded(value: Value) -> str:
    text = _written(value)
    return f"'{text}" if isinstance(value, str | tuple) and text.startswith(_FORMULA) else text
