"""Bytes of a file, or the reason why there are none."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# O_NONBLOCK: opening a named pipe must not wait for somebody to write to it.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """A file cannot be read; the text says why, in words that finish "cannot be read: …"."""


def read_bytes(path: Path, *, limit: int, root: Path | None = None) -> bytes:
    """Read a regular file, at most `limit` + 1 bytes of it.

    Args:
        path: The file.
        limit: The largest size in bytes; one byte more is read, so that the excess shows.
        root: Where given, a link that leads out of this folder is not followed.

    Raises:
        UnreadableError: There is no permission, it is not a regular file, it is gone, or its link
            leads out of the workspace.

    """
    try:
        if root is not None and path.is_symlink() and not _leads_into(path, root):
            raise UnreadableError("it is a link that leads out of the workspace")
        handle = os.open(path, _FLAGS)
    except (OSError, RuntimeError) as error:
        raise UnreadableError(_reason(path, error)) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise UnreadableError("it is not a regular file")
    with os.fdopen(handle, "rb") as stream:
        try:
            raw = stream.read(min(status.st_size, limit) + 1)  # room for the limit is dear to get
            return raw + stream.read(limit + 1 - len(raw)) if len(raw) > status.st_size else raw
        except OSError as error:
            raise UnreadableError(_reason(path, error)) from error


def _leads_into(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "the link leads nowhere" if path.is_symlink() else "it is gone"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, RuntimeError) or "symbolic link" in str(error):
        return "its links lead in a circle"
    return getattr(error, "strerror", None) or str(error)
