"""Tables over all maps, as wide as the terminal is; and the feelings of a journey in one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.text import width
from journeycli.views.terminal.lines import longest_word
from journeycli.views.terminal.tabular import Column, Table, shown, table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from journeycli.views.portfolio import tables
    from journeycli.views.terminal.look import Look

_GAP = 2
_WIDEST_WORD = 24
_COMFORT = 24  # cells for a sentence, as tables of one map have it
_STEPS = "▁▂▃▄▅▆▇█"
_ASCII_STEPS = "12345678"
_UNKNOWN = ("·", ".")
_FIRST_TO_GO = (
    "maturity", "state", "review_due", "maps", "touchpoints", "opinion", "kind", "high", "lowest",
    "stages", "critical", "share",
)  # fmt: skip
_STYLES = {"overdue": "bold red", "critical": "bold red", "high": "red", "due": "bold"}


def fitted_lines(table: tables.Table, look: Look) -> Iterator[Text]:
    """Yield a table with as many of its columns as fit.

    Where not even those fit that are always shown, its rows stand one below the other.
    """
    table = table.for_people().without_empty()
    for each in _ever_fewer(table):
        drawn = _drawn(each)
        if _least(drawn, look) <= look.width:
            yield from table_lines(drawn, look)
            return
    yield from table_lines(_drawn(table), look)


def sparkline(scores: Sequence[float | None], look: Look) -> str:
    """Draw scores from −2 to 2, a sign each: the higher, the better; a dot where none is known."""
    steps = _STEPS if look.unicode else _ASCII_STEPS
    last = len(steps) - 1
    return "".join(
        _UNKNOWN[not look.unicode] if score is None else steps[round((score + 2) / 4 * last)]
        for score in scores
    )


def sparkline_key(look: Look) -> str:
    """Say how a sparkline is to be read."""
    steps = _STEPS if look.unicode else _ASCII_STEPS
    return f"A sign a stage, from {steps[0]} for −2 to {steps[-1]} for +2."


def _ever_fewer(table: tables.Table) -> Iterator[tables.Table]:
    """Yield the table, then the same without the column that is missed the least, and so on."""
    yield table
    optional = {column.key for column in table.columns if column.shown == "with room"}
    known = [key for key in _FIRST_TO_GO if key in optional]
    for key in (*known, *sorted(optional.difference(known))):
        table = table.without(key)
        yield table


def _drawn(table: tables.Table) -> Table:
    """Give the table as the terminal draws it: whole percents, scores to one place, no zeros."""
    columns = tuple(
        Column(
            each.key,
            each.title,
            each.kind,
            style=_STYLES.get(each.key, "bold" if place == 0 else ""),
            prose=each.prose,
        )
        for place, each in enumerate(table.columns)
    )
    rows = tuple(
        tuple(_value(*each) for each in zip(table.columns, row, strict=True)) for row in table.rows
    )
    return Table(view=table.name, title=table.title, columns=columns, rows=rows, empty=table.empty)


def _value(column: tables.Column, value: tables.Value) -> tables.Value:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    match column.kind:
        case "share":
            return int(value * 100 + 1e-9) / 100
        case "score":
            return round(value, 1) + 0.0
        case "number":
            return value or None
        case _:
            return value


def _least(table: Table, look: Look) -> int:
    """Give the cells below which the table would be torn apart."""
    needed = (
        _column_least(column, [row[place] for row in table.rows], look)
        for place, column in enumerate(table.columns)
    )
    return sum(needed) + _GAP * (len(table.columns) - 1)


def _column_least(column: Column, values: Iterable[tables.Value], look: Look) -> int:
    texts = [column.title, *(shown(column, each, look) for each in values)]
    words = min(max(map(longest_word, texts)), _WIDEST_WORD)
    return max(words, min(max(map(width, texts)), _COMFORT)) if column.prose else words
