"""A new text is written beside its file, whole and on the disk, before it takes its name."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import IO, TypeAlias

Content: TypeAlias = bytes | IO[bytes]
"""What a file is to hold: bytes, or an open file that is copied from its beginning."""

IS_WINDOWS = os.name == "nt"
_PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait for a file on Windows, where nobody can replace it while somebody has it open."""

_OURS = re.compile(r".+\.journey-[a-z0-9_]{8}\.tmp", re.DOTALL)
_LEFT_BEHIND = 3600.0  # seconds after which a file that was to be renamed has lost its run


def write_beside(path: Path, data: Content, *, like: Path | None) -> Path:
    """Write a file that is to be renamed; with owner and rights of another one, if given."""
    if like is not None and not os.access(like, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # renaming would not ask
    _sweep_once(path.parent)
    prefix = f".{path.name[:40]}.journey-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    written = Path(name)
    with ExitStack() as undo:  # also where somebody interrupts
        undo.callback(drop, written)
        with os.fdopen(handle, "wb") as stream:
            pour(data, stream)
            stream.flush()
            os.fsync(stream.fileno())
        if like is None:
            written.chmod(0o666 & ~_umask())
        else:
            _make_like(written, like)
        undo.pop_all()
    return written


def pour(data: Content, stream: IO[bytes]) -> None:
    """Write content into an open file; what is a file itself is copied a piece at a time."""
    if isinstance(data, bytes):
        stream.write(data)
        return
    data.seek(0)
    shutil.copyfileobj(data, stream)


def rename(written: Path, target: Path) -> None:
    """Give a file its name; on Windows wait a little for whoever has the old one open."""
    for seconds in _PATIENCE if IS_WINDOWS else ():
        try:
            written.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    written.replace(target)


def drop(written: Path) -> None:
    """Take away what was written and not renamed; Windows does not let go of read-only files."""
    with suppress(OSError):
        if IS_WINDOWS:
            written.chmod(stat.S_IWRITE)
        written.unlink()


def give_name(written: Path, path: Path) -> None:
    """Give a file its name, unless something has that name."""
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        rename(written, path)


def sweep(folder: Path) -> None:
    """Delete what runs that were killed long ago left in a folder."""
    old = time.time() - _LEFT_BEHIND
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < old:
                Path(entry.path).unlink()


@cache
def _sweep_once(folder: Path) -> None:
    """Sweep a folder before the first file that a run writes there: it may write thousands."""
    sweep(folder)


def _make_like(written: Path, like: Path) -> None:
    """Give a file the owner, group, mode and extended attributes of another, as far as we may."""
    wanted, given = like.stat(), written.stat()
    shutil.copystat(like, written)
    os.utime(written)
    if sys.platform == "win32" or (given.st_uid, given.st_gid) == (wanted.st_uid, wanted.st_gid):
        return
    with suppress(PermissionError):
        os.chown(written, wanted.st_uid, wanted.st_gid)
        return
    try:
        os.chown(written, -1, wanted.st_gid)
    except PermissionError:  # another group gets no more than everybody has
        mode = stat.S_IMODE(wanted.st_mode)
        written.chmod(mode & ~0o070 | mode & (mode & 0o007) << 3)


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
