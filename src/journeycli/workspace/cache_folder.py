"""The folder of the result cache, which git and backups pass over."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.files import ExistsError, write_new

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".journey-cache"
"""The folder below the workspace's root that holds the cache and nothing else."""

HISTORY = "history-1-"
"""What the names of files begin with that hold the figures of a map's older versions."""

RESULTS = "results-1.jsonl"
"""The file of what was found out about texts."""

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache of journeycli; see https://bford.info/cachedir/.\n"
)
_ASIDE = {".gitignore": "*\n", "CACHEDIR.TAG": _TAG}


def make_folder(folder: Path) -> None:
    """Make the folder of a cache, which git and backups pass over.

    Raises:
        OSError: It cannot be made, or something else is there.

    """
    with suppress(FileExistsError):
        folder.mkdir()
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotADirectoryError(folder)  # a link could lead anywhere
    for name, text in _ASIDE.items():  # also where a run was killed before it wrote them
        if not os.path.lexists(folder / name):
            _write_aside(folder / name, text)


def clear(root: Path) -> None:
    """Delete the cache of a workspace; what others put into its folder stays.

    Raises:
        UserError: It is there and cannot be deleted.

    """
    folder = root / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return
    try:
        for path in folder.iterdir():
            if _is_ours(path.name):
                with suppress(FileNotFoundError):  # another run may do the same
                    path.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()
    except FileNotFoundError:
        return
    except OSError as error:
        if error.errno == errno.ENOTEMPTY:
            return  # another run has begun it anew
        raise UserError(f"{folder.as_posix()} cannot be deleted: {error.strerror}.") from error


def _write_aside(path: Path, text: str) -> None:
    try:
        write_new(path, text.encode())
    except ExistsError:
        return  # another run was faster
    except UserError as error:
        raise OSError(str(error)) from error


def _is_ours(name: str) -> bool:
    """Tell whether a file is of the cache, or was to become one when its run was killed."""
    ours = (RESULTS, HISTORY, *_ASIDE)
    return name.startswith(ours) or name.removeprefix(".").startswith(ours)
