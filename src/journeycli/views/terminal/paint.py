"""From lines to text with or without colour."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

from journeycli import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from journeycli.views.terminal.look import Look


def painted(lines: Iterable[Text], look: Look) -> str:
    """Write lines, each ended by a line break and without blanks before it; none is a command."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=look.width,
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        no_color=not look.color,
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
