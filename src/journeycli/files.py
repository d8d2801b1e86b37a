"""Files as the program touches them: atomic writes that stay inside the workspace."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from journeycli.errors import UserError

IS_WINDOWS = os.name == "nt"
_PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait for a file on Windows, where nobody can replace it while somebody has it open."""


def inside(path: Path, root: Path) -> bool:
    """Tell whether a path, links followed, lies in the folder `root` or is that folder."""
    return path.resolve().is_relative_to(root.resolve())


def write_new(path: Path, data: bytes, *, root: Path) -> None:
    """Write a file that is not there yet; folders above it are made.

    Raises:
        UserError: The file exists, or its place is outside `root` or cannot be written.

    """
    if os.path.lexists(path):
        raise UserError(
            f"{path.as_posix()} exists already and is left as it is.",
            hint="Choose another name, or delete the file first.",
        )
    _check_inside(path, root)
    with _as_user_error(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        written = _write_beside(path, data, mode=None)
        try:
            os.link(written, path)
        except FileExistsError:
            raise UserError(
                f"{path.as_posix()} was made by somebody else just now and is left as it is."
            ) from None
        except OSError:
            _rename(written, path)
        finally:
            _drop(written)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it is not there yet.

    Raises:
        UserError: It cannot be made.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, UnicodeEncodeError) as error:
        raise UserError(
            f"The folder {folder.as_posix()} cannot be made: {_reason(error)}."
        ) from error


def put(path: Path, data: bytes) -> None:
    """Write a file that the user named, whatever was there; atomic where it is a regular file.

    Raises:
        UserError: It cannot be written.

    """
    with _as_user_error(path):
        if path.exists() and not path.is_file():  # a device or a pipe takes text as it is
            path.write_bytes(data)
            return
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
        target = path.resolve()
        written = _write_beside(target, data, mode=mode)
        try:
            _rename(written, target)
        finally:
            _drop(written)


def replace(path: Path, data: bytes, *, expected: bytes, root: Path) -> None:
    """Replace a file's content at once, keeping its mode, if it still reads as `expected`.

    The new text is written beside the file, flushed to disk, and renamed over it: whoever reads
    finds the old file or the new one. A link is followed as long as its target lies in `root`.

    Raises:
        UserError: The file changed since it was read, or its place is outside `root` or cannot
            be written.

    """
    target = path.resolve()
    _check_inside(target, root)
    with _as_user_error(path):
        mode = stat.S_IMODE(target.stat().st_mode)
        written = _write_beside(target, data, mode=mode)
        try:
            if target.read_bytes() != expected:
                raise UserError(
                    f"{path.as_posix()} changed while we were working on it and is left as it is.",
                    hint="Run the command again.",
                )
            _rename(written, target)
        finally:
            _drop(written)


def _check_inside(path: Path, root: Path) -> None:
    if not inside(path.parent, root):
        raise UserError(
            f"{path.as_posix()} lies outside the workspace {root.as_posix()}, so nothing is "
            f"written there."
        )


def _write_beside(path: Path, data: bytes, *, mode: int | None) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(mode if mode is not None else 0o666 & ~_umask())
    except BaseException:
        _drop(written)
        raise
    return written


def _rename(written: Path, target: Path) -> None:
    """Give a file its name; on Windows wait a little for whoever has the old one open."""
    for seconds in _PATIENCE if IS_WINDOWS else ():
        try:
            written.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    written.replace(target)


def _drop(written: Path) -> None:
    """Take away what was written and not renamed; Windows does not let go of read-only files."""
    with suppress(OSError):
        if IS_WINDOWS:
            written.chmod(stat.S_IWRITE)
        written.unlink()


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


class _as_user_error:  # noqa: N801 - used as a statement, like contextlib's own
    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError | UnicodeEncodeError):
            raise UserError(
                f"{self._path.as_posix()} cannot be written: {_reason(error)}."
            ) from error


def _reason(error: OSError | UnicodeEncodeError) -> str:
    if isinstance(error, UnicodeEncodeError):
        return f"names of files are {error.encoding} here, which lacks letters of it"
    return error.strerror or str(error)
