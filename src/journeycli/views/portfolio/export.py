"""A table as CSV for spreadsheets, as Markdown for wikis, and as rows for JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from journeycli.text import one_line
from journeycli.views.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.portfolio.tables import Column, Table, Value

# A spreadsheet takes a cell that begins with one of these for a formula, blanks before it or not:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_RIGHT = ("number", "share", "score")


def as_csv(table: Table) -> str:
    """Write a row of keys and a row a record; shares from 0 to 1; no cell is a formula."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(_cell(each) for each in row)
    return stream.getvalue()


def as_markdown(table: Table) -> Iterator[str]:
    """Yield the lines of a table with the columns that are for people and hold anything."""
    table = table.for_people().without_empty()
    if not table.rows:
        yield table.empty
        return
    if table.caption:
        yield table.caption
        yield ""
    yield f"| {' | '.join(column.title for column in table.columns)} |"
    yield f"| {' | '.join('---:' if c.kind in _RIGHT else '---' for c in table.columns)} |"
    for row in table.rows:
        cells = (written(*each) for each in zip(table.columns, row, strict=True))
        yield f"| {' | '.join(map(escape, cells))} |"


def as_rows(table: Table) -> list[dict[str, Value]]:
    """Give a mapping a row, by the keys of the columns."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def as_json(data: dict[str, Any], *, ascii_only: bool) -> str:
    """Write JSON; `ascii_only` escapes everything that a narrow encoding lacks."""
    return json.dumps(data, ensure_ascii=ascii_only, indent=2) + "\n"


def written(column: Column, each: Value) -> str:
    """Write a value for people, in Markdown."""
    if each is None:
        return ""
    if isinstance(each, bool):
        return "yes" if each else ""
    if isinstance(each, tuple):
        return ", ".join(each)
    if isinstance(each, str):
        return each
    if column.kind == "share":
        return f"{int(each * 100 + 1e-9)}%"
    if column.kind == "score":
        return signed(each)
    return f"{each:,g}"


def signed(score: float) -> str:
    """Write a score with its sign, to one place: `+1`, `−0.5`, `0`."""
    rounded = round(score, 1)
    if not rounded:
        return "0"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):g}"


def _cell(each: Value) -> str:
    """Write a value for a spreadsheet; a text that it would reckon with gets a quote in front."""
    if each is None:
        return ""
    if isinstance(each, bool):
        return "yes" if each else "no"
    if isinstance(each, int | float):
        return f"{each:g}"
    text = one_line("; ".join(each) if isinstance(each, tuple) else each)
    return f"'{text}" if text.startswith(_FORMULA) else text
