"""The streams and what they can show: colour, width and letters."""

from __future__ import annotations

import codecs
import errno
import io
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from journeycli.errors import UserError
from journeycli.text import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from journeycli.files import Content

COLORS = ("auto", "always", "never")
DEFAULT_WIDTH = 80
_NARROWEST = 20
_WIDEST = 10_000  # a line of which nobody sees the end; what fills lines holds them in memory
_SPELLED = "journeycli.spelled"


class ClosedPipeError(Exception):
    """Nobody reads our output any more."""


class UnwritableOutputError(UserError):
    """Standard output takes nothing more, as on a full disk.

    Args:
        error: What the system says.

    """

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(f"Standard output cannot be written: {reason}.")


class Terminal(NamedTuple):
    """What standard output can show.

    Attributes:
        color: Whether colour is wanted.
        width: Terminal cells in a line.
        unicode: Whether every letter can be written; else plain ASCII is.
        interactive: Whether a person looks at a terminal.

    """

    color: bool
    width: int
    unicode: bool
    interactive: bool


def terminal(color: str = "auto", width: int | None = None) -> Terminal:
    """Look at standard output and the environment.

    Args:
        color: `auto`, `always` or `never`; the flag is stronger than the environment.
        width: Cells, where the user says so.

    Raises:
        UserError: Nothing fits into the width.

    """
    if width is not None and width < _NARROWEST:
        raise UserError(f"--width {width} is too narrow; {_NARROWEST} cells are the least.")
    interactive = sys.stdout.isatty()
    return Terminal(
        color=_wants_color(color, interactive=interactive),
        width=min(max(width or _environment_width(), _NARROWEST), _WIDEST),
        unicode=_is_unicode(sys.stdout),
        interactive=interactive,
    )


def write(text: str) -> None:
    """Write data to standard output; what its encoding lacks becomes an escape.

    Raises:
        ClosedPipeError: The reader is gone.
        UnwritableOutputError: Nothing more can be written.

    """
    _put(sys.stdout, text)


def write_bytes(data: Content) -> None:
    """Write data to standard output byte for byte.

    Raises:
        ClosedPipeError: The reader is gone.
        UnwritableOutputError: Nothing more can be written.

    """
    from journeycli.files import pour

    flush()
    try:
        pour(data, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise _closed(error) from error


def write_all(pieces: Iterable[str]) -> None:
    """Write pieces of data one after the other."""
    for piece in pieces:
        _put(sys.stdout, piece)


def console(screen: Terminal) -> Console:
    """Give a rich console that draws what the terminal can show, on standard output."""
    from rich.console import Console

    return Console(
        file=sys.stdout,
        width=screen.width,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        no_color=not screen.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def say(text: str) -> None:
    """Write chatter to standard error; what cannot be written there is nowhere to be told."""
    try:
        _put(sys.stderr, spelled(text, sys.stderr.encoding or "ascii"))
        sys.stderr.flush()
    except (ClosedPipeError, UnwritableOutputError, OSError):
        silence(sys.stderr)


def is_watched() -> bool:
    """Tell whether a person looks at standard error, on a terminal that can rewrite a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def clear(screen: Terminal) -> None:
    """Clear the terminal, what was scrolled away left as it is; nothing where output is piped.

    Raises:
        ClosedPipeError: The reader is gone.
        UnwritableOutputError: Nothing more can be written.

    """
    if screen.interactive and os.environ.get("TERM") != "dumb":
        write("\x1b[2J\x1b[H")


def is_on_github() -> bool:
    """Tell whether standard output is the log of a GitHub Actions step, which reads commands."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def flush() -> None:
    """Flush standard output.

    Raises:
        ClosedPipeError: The reader is gone.
        UnwritableOutputError: Nothing more can be written.

    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _closed(error) from error


def open_streams() -> None:
    """Make standard output and standard error fit to be written to, whatever was started with.

    Without standard error, one is opened that goes nowhere. Letters that standard output lacks are
    spelled with those that it has, for help pages are printed by somebody else. In the C locale
    Python would let bytes pass that are no text, such as those of a file's name. No line is wider
    than anybody reads.

    Raises:
        UserError: It was started without standard output.

    """
    _bound_columns()
    if not sys.stderr:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if not sys.stdout:
        raise UserError(
            "Standard output is closed.", hint="Send what you do not need to a file or /dev/null."
        )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_SPELLED)


def _bound_columns() -> None:
    """Keep COLUMNS to a width that rich, which fills the lines of help pages, can hold."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and (len(columns) > len(str(_WIDEST)) or int(columns) > _WIDEST):
        os.environ["COLUMNS"] = str(_WIDEST)


def silence(stream: TextIO | None = None) -> None:
    """Point a stream nowhere, so that the interpreter's last flush cannot complain.

    Args:
        stream: The stream; standard output when left out.

    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, (stream or sys.stdout).fileno())
    os.close(nowhere)


def _put(stream: TextIO, text: str) -> None:
    try:
        stream.write(_escaped(text, stream.encoding or "ascii"))
    except OSError as error:
        raise _closed(error) from error


def _escaped(text: str, encoding: str) -> str:
    if text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _instead(error: UnicodeError) -> tuple[str, int]:
    """Spell what an encoding lacks, as an error handler of Python's."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spelled(error.object[error.start : error.end], error.encoding), error.end


def _closed(error: OSError) -> Exception:
    if error.errno in (errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN):
        return ClosedPipeError()
    return UnwritableOutputError(error)


def _wants_color(asked: str, *, interactive: bool) -> bool:
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return interactive and os.environ.get("TERM") != "dumb"


def _environment_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns or DEFAULT_WIDTH


def _is_unicode(stream: TextIO) -> bool:
    try:
        "│→…−▲".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


codecs.register_error(_SPELLED, _instead)
