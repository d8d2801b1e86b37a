"""Printing lines as the terminal can show them, through the reader's pager where they are many."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

from journeycli.cli import output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from journeycli.views.terminal.look import Look


def look_of(screen: output.Terminal) -> Look:
    """Give what views may draw on standard output."""
    from journeycli.views.terminal.look import Look

    return Look(screen.width, screen.unicode, screen.color, sys.stdout.encoding or "ascii")


def print_lines(lines: Iterable[Text], screen: output.Terminal) -> None:
    """Print lines, through the pager where they are more than the screen shows."""
    from journeycli.views.terminal.paint import painted_pieces

    pieces = painted_pieces(lines, look_of(screen))
    pager = _pager() if screen.interactive else None
    if pager is None:
        output.write_all(pieces)
        return
    text = "".join(pieces)
    if text.count("\n") < shutil.get_terminal_size().lines:
        output.write(text)
        return
    import subprocess

    output.flush()
    # -F and -R of less: nothing to page is printed at once, and colours stay colours.
    environment = {"LESS": "FRX", **os.environ}
    page = text.encode(sys.stdout.encoding or "ascii", "backslashreplace")
    try:
        subprocess.run(pager, input=page, env=environment, check=False)  # noqa: S603 - the reader's own
    except OSError:
        output.write(text)


def _pager() -> list[str] | None:
    """Give the pager's command; None where the reader wants none or there is none."""
    if os.environ.get("TERM") == "dumb":
        return None
    asked = os.environ.get("PAGER")
    command = shlex.split(asked) if asked is not None else ["less"]
    return command if command and shutil.which(command[0]) else None
