"""From lines to text with or without colour."""

from __future__ import annotations

from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from journeycli import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.text import Text

    from journeycli.views.terminal.look import Look

_MANY = 200  # lines that are written at once


def painted(lines: Iterable[Text], look: Look) -> str:
    """Write lines, each ended by a line break and without blanks before it; none is a command."""
    return "".join(painted_pieces(lines, look))


def painted_pieces(lines: Iterable[Text], look: Look) -> Iterator[str]:
    """Write lines as `painted` does, some at a time, so that thousands need not be held."""
    paint = _colored(look) if look.color else _plain
    for some in _batches(lines):
        yield inert.lines(paint(some))


def _plain(lines: Iterable[Text]) -> str:
    """Write lines without colour: nothing for rich to do, much of which need not be loaded."""
    return "".join([f"{line.plain.rstrip()}\n" for line in lines])


def _colored(look: Look) -> Callable[[Iterable[Text]], str]:
    from rich.console import Console  # noqa: PLC0415 - only colours need it

    stream = StringIO()
    console = Console(
        file=stream,
        width=look.width,
        color_system="standard",
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )

    def paint(lines: Iterable[Text]) -> str:
        for line in lines:
            line.rstrip()
            console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)
        text = stream.getvalue()
        stream.seek(0)
        stream.truncate()
        return text

    return paint


def _batches(lines: Iterable[Text]) -> Iterator[list[Text]]:
    left = iter(lines)
    while some := list(islice(left, _MANY)):
        yield some
