"""From lines to text with or without colour."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from journeycli import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from journeycli.views.terminal.look import Look


def painted(lines: Iterable[Text], look: Look) -> str:
    """Write lines, each ended by a line break and without blanks before it; none is a command."""
    if not look.color:  # then there is nothing for rich to do, and much of it need not be loaded
        return inert.lines("".join([f"{line.plain.rstrip()}\n" for line in lines]))
    from rich.console import Console  # noqa: PLC0415 - as said

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
    for line in lines:
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)
    return inert.lines(stream.getvalue())
