"""The commits of a map’s history: a line each, with as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.text import Text

from journeycli.text import width
from journeycli.views.history.columns import percent
from journeycli.views.history.tables import NOT_COMMITTED, author, note
from journeycli.views.terminal.lines import hung, shortened
from journeycli.views.terminal.look import WARNING, tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.measure.figures import Figures
    from journeycli.measure.history import History, Line
    from journeycli.views.terminal.look import Look

_Cell: TypeAlias = tuple[str, str]
"""What is written, and its style."""

_AUTHOR = 20  # cells at most
_MESSAGE = 20  # cells of a commit's message, below which it is left out
_INDENT = 12  # before what stands below a line: the date and the gap
_GAP = "  "
_FIRST_TO_GO = ("Author", "Lowest", "Barriers", "Feeling", "Findings")
_AT_THE_RIGHT = ("Complete", "Feeling", "Lowest", "Barriers", "Findings")
_NOTHING = ("", "")


class _Column(NamedTuple):
    """A column: its title, its cells and their width."""

    title: str
    cells: list[_Cell]
    wide: int


def commit_lines(history: History, look: Look) -> Iterator[Text]:
    """Yield a line a commit; what troubles it stands below it."""
    if not history.lines:
        yield Text("There is no commit to show.")
        return
    columns = _fitting(history, look)
    head = _row(columns, [(each.title, "bold") for each in columns])
    yield head
    yield Text(
        look.signs.rule * sum((each.wide for each in columns), len(_GAP) * len(columns[1:])), "dim"
    )
    is_named = any(each.title == "Author" for each in columns)
    for place, line in enumerate(history.lines):
        yield _row(columns, [each.cells[place] for each in columns])
        said = note(line)
        if line.commit is None and not is_named:
            said = ", ".join(filter(None, (NOT_COMMITTED, said)))
        if said:
            style = "red" if line.trouble else "dim"
            yield from hung(Text(" " * _INDENT), look.text(said, style), look.width, _INDENT)


def _row(columns: Sequence[_Column], cells: Sequence[_Cell]) -> Text:
    pieces: list[str | tuple[str, str]] = []
    for column, (text, style) in zip(columns, cells, strict=True):
        blanks = " " * (column.wide - width(text))
        right = column.title in _AT_THE_RIGHT
        pieces += [blanks, (text, style), _GAP] if right else [(text, style), blanks, _GAP]
    line = Text.assemble(*pieces)
    line.rstrip()
    return line


def _fitting(history: History, look: Look) -> list[_Column]:
    """Give the columns that fit beside each other; what is missed the least goes first."""
    columns = {each.title: each for each in _columns(history, look)}
    for key in (*_FIRST_TO_GO, ""):
        fitting = list(columns.values())
        left = look.width - sum(each.wide + len(_GAP) for each in fitting)
        if left >= -len(_GAP) or not key:
            break
        del columns[key]
    if left >= _MESSAGE:
        subjects = [each.commit.subject if each.commit else "" for each in history.lines]
        cells = [(shortened(look.plain(each), left, look), "dim") for each in subjects]
        fitting.append(_column("Message", cells))
    return fitting


def _columns(history: History, look: Look) -> Iterator[_Column]:
    yield _column("Date", [(each.day.isoformat(), "bold") for each in history.lines])
    yield _column("Author", [_author(each, look) for each in history.lines])
    figures = [_figures(each.figures, look) for each in history.lines]
    for place, title in enumerate(_AT_THE_RIGHT):
        yield _column(title, [each[place] for each in figures])


def _column(title: str, cells: list[_Cell]) -> _Column:
    return _Column(title, cells, max(width(title), *(width(text) for text, _ in cells)))


def _author(line: Line, look: Look) -> _Cell:
    return shortened(look.plain(author(line)), _AUTHOR, look), "" if line.commit else WARNING


def _figures(figures: Figures | None, look: Look) -> tuple[_Cell, ...]:
    """Write the figures in the order of the columns."""
    if figures is None:
        return (_NOTHING,) * len(_AT_THE_RIGHT)
    return (
        (look.plain(percent(figures.completeness)), ""),
        _score(figures.mean, look),
        _score(figures.low, look),
        (f"{figures.barriers:,}", ""),
        (f"{figures.findings.total:,}", "bold red" if figures.findings.errors else ""),
    )


def _score(score: float | None, look: Look) -> _Cell:
    return _NOTHING if score is None else (look.score(round(score, 1) + 0.0), tone(score))
