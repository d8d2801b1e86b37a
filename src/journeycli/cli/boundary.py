"""The one boundary for errors: every way out of the program has its exit code and its sentence."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from journeycli import __version__
from journeycli.cli import output
from journeycli.errors import INTERRUPTED, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CLOSED_PIPE = 141
OUR_DEFECT = 3
WRONG_USAGE = 2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def guarded(work: Callable[[], int | None]) -> int:
    """Do the work of a run and give its exit code; no exception gets past."""
    if (code := _answered(output.open_streams)) != 0:
        return code
    code = _answered(work)
    return _answered(output.flush) or code  # what an error left behind is told before the end


def fail_together(errors: Iterable[UserError | None]) -> None:
    """End with the errors of all that went wrong, a line each, once everything else is done.

    Raises:
        UserError: There is one at least.

    """
    told = [str(error) for error in errors if error is not None]
    if told:
        raise UserError("\nerror: ".join(told))


def _answered(work: Callable[[], int | None]) -> int:
    """Do some work and give the exit code; whatever goes wrong is told."""
    try:
        return work() or 0
    except output.ClosedPipeError:
        output.silence()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        output.say("\nInterrupted.\n")
        return INTERRUPTED
    except output.UnwritableOutputError as error:
        output.silence()
        output.say(_told(error))
        return error.exit_code
    except UserError as error:
        output.say(_told(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the one boundary: usage errors, or a defect of ours
        return _unexpected(error)


def _told(error: UserError) -> str:
    place = f"{error.place}: " if error.place else ""
    hint = f"{error.hint}\n" if error.hint else ""
    return f"error: {place}{error.message}\n{hint}"


def _unexpected(error: Exception) -> int:
    formatted = getattr(error, "format_message", None)
    if formatted is not None:  # typer's usage errors; its copy of Click is not ours to import
        if not formatted():  # nothing was asked for, and the help page has been printed
            return WRONG_USAGE
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "journey"
        output.say(f"error: {formatted()}\n`{command} --help` shows what can be said.\n")
        return WRONG_USAGE
    if isinstance(error, OSError) and error.errno in _FULL:  # rich and typer print by themselves
        output.silence()
        output.say(_told(output.UnwritableOutputError(error)))
        return WRONG_USAGE
    if isinstance(error, OSError) and not _is_anywhere():
        output.say("error: This folder no longer exists.\nGo to one that does: cd FOLDER\n")
        return WRONG_USAGE
    output.say(
        "error: journeycli failed; this is a defect of ours, not of your files.\n"
        "Please report it with the lines below, the command and, if you can, the file.\n"
        f"journeycli {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
    )
    import traceback

    output.say("".join(traceback.format_exception(error)))
    return OUR_DEFECT


def _is_anywhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - the question alone, nothing of the answer
    except OSError:
        return False
    return True
