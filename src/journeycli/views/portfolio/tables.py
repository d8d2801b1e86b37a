"""A table of values with names for programs and for people, and its rows in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

Value: TypeAlias = str | float | int | bool | tuple[str, ...] | None
"""What stands in a cell; None where nothing is known."""
Kind: TypeAlias = Literal["text", "score", "share", "number", "flag"]
Shown: TypeAlias = Literal["always", "with room", "as data"]
Worst: TypeAlias = Literal["low", "high"]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        key: Its name for programs, and for whoever sorts by it.
        title: Its name for people.
        kind: What its values are.
        shown: Whether people always see it, where there is room, or only programs do.
        worst: Which values come first in a table that is sorted by it.
        prose: Whether it holds sentences, which take what width is left.

    """

    key: str
    title: str
    kind: Kind = "text"
    shown: Shown = "always"
    worst: Worst = "low"
    prose: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of values.

    Attributes:
        name: What it is a table by.
        title: What it shows, for people.
        columns: Its columns.
        rows: Its rows, a value a column.
        empty: What to say where there is no row.
        caption: What its figures are taken from, in a sentence.

    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str
    caption: str = ""

    def for_people(self) -> Table:
        """Leave out the columns that are there for programs only."""
        return self._only([i for i, each in enumerate(self.columns) if each.shown != "as data"])

    def without_empty(self) -> Table:
        """Leave out the columns that hold nothing."""
        return self._only(
            [
                place
                for place, column in enumerate(self.columns)
                if any(_holds(column, row[place]) for row in self.rows)
            ]
        )

    def without(self, key: str) -> Table:
        """Leave out one column."""
        return self._only([i for i, each in enumerate(self.columns) if each.key != key])

    def _only(self, places: Sequence[int]) -> Table:
        if len(places) == len(self.columns):
            return self
        rows = tuple(tuple(row[place] for place in places) for row in self.rows)
        return replace(self, columns=tuple(self.columns[place] for place in places), rows=rows)


def sorted_by(table: Table, key: str | None) -> Table:
    """Sort a table by a column, the worst first and the unknown last; texts from A to Z.

    Raises:
        UserError: It has no such column.

    """
    if key is None:
        return table
    keys = [column.key for column in table.columns]
    if key not in keys:
        near = closest(key, keys)
        raise UserError(
            f"--sort {key}: the table by {table.name} has no such column.",
            hint=f"Did you mean {near}?" if near else f"It has {', '.join(keys)}.",
        )
    place = keys.index(key)
    column = table.columns[place]
    known = [row for row in table.rows if row[place] is not None]
    unknown = [row for row in table.rows if row[place] is None]
    worst_is_high = column.worst == "high" and column.kind != "text"
    known.sort(key=lambda row: _order(row[place]), reverse=worst_is_high)
    return replace(table, rows=(*known, *unknown))


def _holds(column: Column, value: Value) -> bool:
    """Tell whether a value says anything; a score or a share of 0 does, a count of 0 does not."""
    if value is None or column.kind not in ("score", "share"):
        return bool(value)
    return True


def _order(value: Value) -> tuple[float, str]:
    if isinstance(value, int | float):
        return (value, "")
    text = ", ".join(value) if isinstance(value, tuple) else value or ""
    return (0.0, text.casefold())
