"""Files as the program touches them: atomic writes that stay inside the workspace."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from journeycli.errors import UserError


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
            f"{path} exists already and is left as it is.",
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
                f"{path} was made by somebody else just now and is left as it is."
            ) from None
        except OSError:
            written.replace(path)
            return
        finally:
            with suppress(FileNotFoundError):
                written.unlink()


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
        _write_beside(path.resolve(), data, mode=mode).replace(path.resolve())


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
                    f"{path} changed while we were working on it and is left as it is.",
                    hint="Run the command again.",
                )
            written.replace(target)
        finally:
            with suppress(FileNotFoundError):
                written.unlink()


def _check_inside(path: Path, root: Path) -> None:
    if not inside(path.parent, root):
        raise UserError(f"{path} lies outside the workspace {root}, so nothing is written there.")


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
        with suppress(FileNotFoundError):
            written.unlink()
        raise
    return written


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
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise UserError(f"{self._path} cannot be written: {reason}.") from error
