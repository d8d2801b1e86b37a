"""A view that is a table: its values, and how they are drawn as a table or as records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.text import Text

from journeycli.text import width
from journeycli.views.terminal.lines import beside, hung, longest_word, padded, wrapped
from journeycli.views.terminal.look import tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.views.terminal.look import Look

Value: TypeAlias = str | float | int | bool | tuple[str, ...] | None
"""What stands in a cell: None and an empty text or list are nothing there."""
Kind: TypeAlias = Literal["text", "score", "share", "number", "flag"]

_GAP = 2
_WIDEST_WORD = 24  # cells; a longer word may be broken
_COMFORT = 24  # cells for a sentence, below which a table of sentences reads badly


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        key: Its name for programs.
        title: Its name for people.
        kind: What its values are.
        style: How a text is drawn.
        prose: Whether it holds sentences, which take what width is left.
        extra: Whether a table that is too wide for the terminal does without it.
        hidden: Whether it is for programs only, such as an id beside a name.

    """

    key: str
    title: str
    kind: Kind = "text"
    style: str = ""
    prose: bool = False
    extra: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of values.

    Attributes:
        view: The view that it is.
        title: What it shows, for people.
        columns: Its columns.
        rows: Its rows, a value a column.
        empty: What to say where there is no row.
        note: What to say below the table, for people.

    """

    view: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = "There is nothing to show."
    note: str = ""


def table_lines(table: Table, look: Look) -> Iterator[Text]:
    """Yield the table, or its rows one below the other where they do not fit beside each other."""
    if not table.rows:
        yield from wrapped(look.text(table.empty), look.width)
        return
    yield from _laid_out(table, look)
    if table.note:
        yield Text()
        yield from wrapped(look.text(table.note), look.width)


def _laid_out(table: Table, look: Look) -> Iterator[Text]:
    used = [
        index
        for index in range(len(table.columns))
        if not table.columns[index].hidden
        and any(row[index] not in (None, "", (), False) for row in table.rows)
    ]
    for choice in (used, [index for index in used if not table.columns[index].extra]):
        chosen = _only(table, choice)
        widths = _widths(chosen, look)
        if widths is not None:
            yield from _drawn(chosen, widths, look)
            return
    yield from _records(_only(table, used), look)


def shown(column: Column, value: Value, look: Look) -> str:
    """Write a value for people."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return look.plain(", ".join(value))
    if column.kind == "flag":
        return look.signs.moment if value else ""
    if isinstance(value, str):
        return look.plain(value)
    if column.kind == "score":
        return look.score(value)
    if column.kind == "share":
        return f"{value * 100:.3g}%"
    return f"{value:,g}"


def _only(table: Table, choice: Sequence[int]) -> Table:
    """Give the table with some of its columns; a row's values are drawn when its turn comes."""
    if len(choice) == len(table.columns):
        return table
    columns = tuple(table.columns[index] for index in choice)
    rows = tuple(tuple(row[index] for index in choice) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def _paragraphs(column: Column, value: Value, look: Look) -> Sequence[str]:
    """Give the paragraphs of a cell: of several sentences, each is one."""
    if column.prose and isinstance(value, tuple) and value:
        return [look.plain(each) for each in value]
    return [shown(column, value, look)]


def _style(column: Column, value: Value) -> str:
    if column.kind == "score" and isinstance(value, int | float):
        return tone(value)
    return column.style


def _drawn(table: Table, widths: Sequence[int], look: Look) -> Iterator[Text]:
    heads = [
        [_aligned(column, line, size) for line in wrapped(Text(column.title, "bold"), size)]
        for column, size in zip(table.columns, widths, strict=True)
    ]
    yield from beside(heads, widths, _GAP)
    yield Text(look.signs.rule * (sum(widths) + _GAP * (len(widths) - 1)), "dim")
    for row in table.rows:
        blocks = [
            [_aligned(column, line, size) for line in _block(column, value, size, look)]
            for column, value, size in zip(table.columns, row, widths, strict=True)
        ]
        yield from beside(blocks, widths, _GAP)


def _block(column: Column, value: Value, size: int, look: Look) -> list[Text]:
    """Wrap the paragraphs of a cell; several have a bullet each."""
    style = _style(column, value)
    parts = [Text(each, style) for each in _paragraphs(column, value, look)]
    if len(parts) == 1:
        return wrapped(parts[0], size)
    bullet = Text(f"{look.signs.bullet} ", "dim")
    return [line for part in parts for line in hung(bullet, part, size, 2)]


def _aligned(column: Column, line: Text, size: int) -> Text:
    return padded(line, size, "right") if column.kind in ("score", "share", "number") else line


def _widths(table: Table, look: Look) -> list[int] | None:
    """Give every column what it needs, and to prose what is left; None where that is too little."""
    needed = [
        _needed(column, [row[index] for row in table.rows], look)
        for index, column in enumerate(table.columns)
    ]
    least, most = [each[0] for each in needed], [each[1] for each in needed]
    room = look.width - _GAP * (len(needed) - 1)
    return _spread(least, most, room) if sum(least) <= room else None


def _needed(column: Column, values: Iterable[Value], look: Look) -> tuple[int, int]:
    """Give the cells that a column cannot do without, and those with which nothing is wrapped."""
    words = full = 0
    shown_texts = chain.from_iterable(_paragraphs(column, each, look) for each in values)
    for text in chain([column.title], shown_texts):
        words = max(words, longest_word(text))
        full = max(full, width(text))
    words = min(words, _WIDEST_WORD)
    return max(words, min(full, _COMFORT)) if column.prose else words, full


def _spread(least: list[int], most: list[int], room: int) -> list[int]:
    """Share the room that is left among the columns that want more, evenly."""
    widths = list(least)
    left = room - sum(widths)
    while left > 0:
        wanting = [index for index, size in enumerate(widths) if size < most[index]]
        if not wanting:
            break
        for index in sorted(wanting, key=lambda each: most[each] - widths[each]):
            if left > 0:
                widths[index] += 1
                left -= 1
    return widths


def _records(table: Table, look: Look) -> Iterator[Text]:
    """Yield a block a row: its first value as a heading, the others with their names."""
    first, *others = table.columns
    hang = min(max(width(column.title) for column in table.columns) + 4, look.width // 2)
    for number, (name, *values) in enumerate(table.rows):
        if number:
            yield Text()
        heading = _paragraphs(first, name, look)[0]
        yield from wrapped(Text(heading, "bold"), look.width)
        for column, value in zip(others, values, strict=True):
            if _paragraphs(column, value, look)[0]:
                label = Text(f"  {column.title}", "dim")
                block = _block(column, value, look.width - hang, look)
                labels = wrapped(label, hang - _GAP)
                yield from beside([labels, block], [hang - _GAP, look.width - hang], _GAP)
