"""A view that is a table: its values, and how they are drawn as a table or as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.text import Text

from journeycli.text import width
from journeycli.views.terminal.lines import beside, hung, longest_word, padded, wrapped
from journeycli.views.terminal.look import tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.views.terminal.look import Look

Value: TypeAlias = str | float | int | bool | tuple[str, ...] | None
"""What stands in a cell: None and an empty text or list are nothing there."""
Kind: TypeAlias = Literal["text", "score", "share", "number", "flag"]

_Cell: TypeAlias = tuple[Text, ...]

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
        columns, cells = _chosen(table, choice, look)
        widths = _widths(columns, cells, look)
        if widths is not None:
            yield from _drawn(columns, cells, widths, look)
            return
    yield from _records(*_chosen(table, used, look), look)


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


def _chosen(
    table: Table, choice: Sequence[int], look: Look
) -> tuple[list[Column], list[list[_Cell]]]:
    columns = [table.columns[index] for index in choice]
    cells = [
        [_cell(table.columns[index], row[index], look) for index in choice] for row in table.rows
    ]
    return columns, cells


def _cell(column: Column, value: Value, look: Look) -> _Cell:
    """Give the paragraphs of a cell: of several sentences, each is one."""
    style = column.style
    if column.kind == "score" and isinstance(value, int | float):
        style = tone(value)
    if column.prose and isinstance(value, tuple) and value:
        return tuple(look.text(each, style) for each in value)
    return (Text(shown(column, value, look), style),)


def _drawn(
    columns: Sequence[Column], cells: Sequence[Sequence[_Cell]], widths: Sequence[int], look: Look
) -> Iterator[Text]:
    heads = [
        [_aligned(column, line, size) for line in wrapped(Text(column.title, "bold"), size)]
        for column, size in zip(columns, widths, strict=True)
    ]
    yield from beside(heads, widths, _GAP)
    yield Text(look.signs.rule * (sum(widths) + _GAP * (len(widths) - 1)), "dim")
    for row in cells:
        blocks = [
            [_aligned(column, line, size) for line in _block(cell, size, look)]
            for column, cell, size in zip(columns, row, widths, strict=True)
        ]
        yield from beside(blocks, widths, _GAP)


def _block(cell: _Cell, size: int, look: Look) -> list[Text]:
    """Wrap the paragraphs of a cell; several have a bullet each."""
    if len(cell) == 1:
        return wrapped(cell[0], size)
    bullet = Text(f"{look.signs.bullet} ", "dim")
    return [line for part in cell for line in hung(bullet, part, size, 2)]


def _aligned(column: Column, line: Text, size: int) -> Text:
    return padded(line, size, "right") if column.kind in ("score", "share", "number") else line


def _widths(
    columns: Sequence[Column], cells: Sequence[Sequence[_Cell]], look: Look
) -> list[int] | None:
    """Give every column what it needs, and to prose what is left; None where that is too little."""
    least, most = [], []
    for index, column in enumerate(columns):
        texts = [column.title, *(part.plain for row in cells for part in row[index])]
        words = min(max(map(longest_word, texts)), _WIDEST_WORD)
        full = max(map(width, texts))
        least.append(max(words, min(full, _COMFORT)) if column.prose else words)
        most.append(full)
    room = look.width - _GAP * (len(columns) - 1)
    return _spread(least, most, room) if sum(least) <= room else None


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


def _records(
    columns: Sequence[Column], cells: Sequence[Sequence[_Cell]], look: Look
) -> Iterator[Text]:
    """Yield a block a row: its first value as a heading, the others with their names."""
    hang = min(max(width(column.title) for column in columns) + 4, look.width // 2)
    for number, row in enumerate(cells):
        if number:
            yield Text()
        yield from wrapped(Text(row[0][0].plain, style="bold"), look.width)
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell[0].plain:
                label = Text(f"  {column.title}", "dim")
                block = _block(cell, look.width - hang, look)
                labels = wrapped(label, hang - _GAP)
                yield from beside([labels, block], [hang - _GAP, look.width - hang], _GAP)
