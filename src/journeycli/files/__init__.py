"""Files as the program touches them: atomic writes that stay inside the workspace.

Whoever reads a file finds what it was or all of what it is meant to be, whenever a run is killed or
the disk is full. Of two runs that read one file and would each write it, the second is told so.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from journeycli.errors import UserError
from journeycli.files.beside import Content, drop, give_name, pour, rename, write_beside
from journeycli.files.holding import ChangedError, content, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = [
    "ChangedError", "Content", "ExistsError", "delete", "in_turn", "inside", "pour", "put",
    "replace", "write_new",
]  # fmt: skip

_Made = TypeVar("_Made")
_TURNS = 40  # runs that write one file at once
_FULL = "Make room on the disk, and run the command again."
_FORBIDDEN = "Allow yourself to write there, or choose another place."
_HINTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.EISDIR: "Name a file, or move the folder away.",
    errno.ENOTDIR: "A file stands where a folder is wanted; choose another place.",
    errno.ENOENT: "Make its folder first.",
}


class ExistsError(UserError):
    """A file that was to be a new one is there already."""


def inside(path: Path, root: Path) -> bool:
    """Tell whether a path, links followed, lies in the folder `root` or is that folder."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False  # its links lead in a circle


def write_new(path: Path, data: Content, *, root: Path | None = None) -> None:
    """Write a file that is not there yet; folders above it are made.

    Args:
        path: The file.
        data: All that it is to hold.
        root: Where given, a link does not lead out of this folder.

    Raises:
        ExistsError: The file exists, maybe since a moment ago.
        UserError: Its place is outside `root` or cannot be written.

    """
    if os.path.lexists(path):
        raise ExistsError(
            f"{path.as_posix()} exists already and is left as it is.",
            hint="Choose another name, or delete the file first.",
        )
    if root is not None:
        _check_inside(path, root)
    with _as_user_error(path):
        _make_folder(path.parent)
        written = write_beside(path, data, like=None)
        try:
            give_name(written, path)
        except FileExistsError:
            raise ExistsError(
                f"{path.as_posix()} was made by somebody else just now and is left as it is."
            ) from None
        finally:
            drop(written)


def put(path: Path, data: Content, *, with_folders: bool = False, root: Path | None = None) -> None:
    """Write a file that the user named, whatever was there; atomic where it is a regular file.

    A link is followed. Of two runs at once, the file is that of the later.

    Args:
        path: The file.
        data: All that it is to hold.
        with_folders: Whether folders above it are made where they are missing.
        root: The folder that the user named, where the file's own name is not theirs; a link does
            not lead out of it.

    Raises:
        UserError: Its place is outside `root` or cannot be written.

    """
    if root is not None:
        with _as_user_error(path):
            target = _followed(path)
        if not inside(target, root):
            raise UserError(
                f"{path.as_posix()} is a link that leads elsewhere, so nothing is written there.",
                hint="Delete the link, or name the file itself.",
            )
    with _as_user_error(path):
        if path.exists() and not path.is_file():  # a device or a pipe takes text as it is
            with path.open("wb") as stream:
                pour(data, stream)
            return
        if with_folders:
            _make_folder(path.parent)
        target = _followed(path)
        if target.exists():
            _replace(path, target, data, expected=None)
            return
        written = write_beside(target, data, like=None)
        try:
            rename(written, target)
        finally:
            drop(written)


def replace(path: Path, data: bytes, *, expected: bytes, root: Path) -> None:
    """Replace a file's content at once, keeping its mode, if it still reads as `expected`.

    The new text is written beside the file, flushed to disk, and renamed over it: whoever reads
    finds the old file or the new one. A link is followed as long as its target lies in `root`.
    Runs at once take turns, so that none of them undoes what another has just written.

    Raises:
        ChangedError: The file changed since it was read.
        UserError: Its place is outside `root` or cannot be written.

    """
    with _as_user_error(path):
        target = _followed(path)
    _check_inside(target, root)
    with _as_user_error(path):
        _replace(path, target, data, expected=expected)


def in_turn(work: Callable[[], _Made]) -> _Made:
    """Read a file and write it anew, once more whenever another run has written it meanwhile.

    Args:
        work: Reads what is there, and writes by `replace`, `write_new` or `delete`.

    Raises:
        ChangedError: Others have been writing it all the time.
        ExistsError: The same.

    """
    for _ in range(_TURNS - 1):
        with suppress(ChangedError, ExistsError):
            return work()
    return work()


def delete(path: Path, *, expected: bytes) -> None:
    """Delete a file, if it still reads as `expected`.

    Raises:
        ChangedError: The file changed since it was read.
        UserError: It cannot be deleted.

    """
    with _as_user_error(path), hold(path, path) as held:
        _check_unchanged(path, path, expected)
        if sys.platform == "win32":
            held.close()
        path.unlink()


def _replace(path: Path, target: Path, data: Content, *, expected: bytes | None) -> None:
    with hold(path, target) as held:
        written = write_beside(target, data, like=target)
        try:
            if expected is not None:
                _check_unchanged(path, target, expected)
            if sys.platform == "win32":  # it renames nothing over a file that is open
                held.close()
            rename(written, target)
        finally:
            drop(written)


def _check_unchanged(path: Path, target: Path, expected: bytes) -> None:
    if content(path, target) != expected:
        raise ChangedError(
            f"{path.as_posix()} changed while we were working on it and is left as it is.",
            hint="Run the command again.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def _check_inside(path: Path, root: Path) -> None:
    if not inside(path.parent, root):
        raise UserError(
            f"{path.as_posix()} lies outside the workspace {root.as_posix()}, so nothing is "
            "written there."
        )


def _followed(path: Path) -> Path:
    """Follow the links of a path to where a file is or would be."""
    try:
        target = path.resolve()
    except RuntimeError:
        target = path
    if target.is_symlink():
        raise OSError(errno.ELOOP, "its links lead in a circle")
    return target


@contextmanager
def _as_user_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeEncodeError) as error:
        hint = _HINTS.get(error.errno or 0) if isinstance(error, OSError) else None
        message = f"{path.as_posix()} cannot be written: {_reason(error)}."
        raise UserError(message, hint=hint) from error


def _reason(error: OSError | UnicodeEncodeError) -> str:
    if isinstance(error, UnicodeEncodeError):
        return f"names of files are {error.encoding} here, which lacks letters of it"
    return error.strerror or str(error)
