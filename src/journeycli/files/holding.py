"""A file that is to be replaced is held, so that runs at once take turns."""

from __future__ import annotations

import io
import os
import stat
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from journeycli.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 5.0  # seconds that a run waits for another one that is writing the same file
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


class ChangedError(UserError):
    """A file is no longer what it was when it was read."""


def hold(path: Path, target: Path) -> io.FileIO:
    """Hold a file until it is closed: no other run replaces it meanwhile.

    What is held is the file of that name at the end, not one that another run has just replaced.
    """
    patient_until = time.monotonic() + _PATIENCE
    while True:
        with ExitStack() as undo:  # also where somebody interrupts
            held = undo.enter_context(io.FileIO(_open(path, target, os.O_RDWR)))
            if _lock(held) and _is_at(target, held):
                undo.pop_all()
                return held
        if time.monotonic() > patient_until:
            raise UserError(
                f"Another program is writing {path.as_posix()}, so it is left as it is.",
                hint="Run the command again when that is done.",
            )
        time.sleep(0.01)


def content(path: Path, target: Path) -> bytes:
    """Read what a file holds now.

    Raises:
        ChangedError: It is gone, or something else has taken its place.

    """
    with os.fdopen(_open(path, target, os.O_RDONLY), "rb") as stream:
        return stream.read()


def _lock(held: io.FileIO) -> bool:
    """Lock a file for this run; tells whether no other run has it."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return True
    try:
        fcntl.flock(held.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _is_at(target: Path, held: io.FileIO) -> bool:
    """Tell whether a path still leads to the file that is open."""
    try:
        return os.path.samestat(os.fstat(held.fileno()), target.stat())
    except FileNotFoundError:
        return False


def _open(path: Path, target: Path, mode: int) -> int:
    """Open a regular file, and never wait for whoever is behind something else.

    Raises:
        ChangedError: It is gone, or something else has taken its place.

    """
    try:
        handle = os.open(target, mode | _FLAGS)
    except FileNotFoundError:
        raise ChangedError(
            f"{path.as_posix()} was deleted while we were working on it.",
            hint="Run the command again.",
        ) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ChangedError(f"{path.as_posix()} is no regular file any more, and is left as it is.")
    return handle
