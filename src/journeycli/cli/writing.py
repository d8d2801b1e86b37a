"""Where commands write: over nothing unless told to, and never where a link leads out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli import files
from journeycli.cli.workspace import shown_path
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_free(paths: Iterable[Path], *, force: bool) -> None:
    """Check that nothing stands where files are to be written, unless it may be written over.

    Raises:
        UserError: Something does.

    """
    for path in () if force else paths:
        if os.path.lexists(path):
            raise UserError(
                f"{shown_path(path)} exists already and is left as it is.",
                hint="Choose another name with -o, or write over it with --force.",
            )


def write(path: Path, raw: files.Content, *, force: bool, named: str | None) -> None:
    """Write a file, and the folders above it.

    Args:
        path: The file.
        raw: What it is to hold.
        force: Whether it may be written over.
        named: What the user says of the place: the file itself, or its folder.

    Raises:
        UserError: It is there, its place is outside of what was named, or cannot be written.

    """
    if force:
        files.put(path, raw, with_folders=True, root=bounds(path, named))
    else:
        files.write_new(path, raw)


def bounds(path: Path, named: str | None = None) -> Path | None:
    """Give the folder that no link leads out of; None for a file that the user named.

    A map's id names others, in the folder that was asked for, where a repository may have put a
    link.

    Args:
        path: The file that is to be written.
        named: What the user says of the place: the file itself, or its folder.

    """
    if named is not None and Path(named).absolute() == path.absolute():
        return None
    here = Path.cwd()
    return here if files.inside(path.parent, here) else path.parent


def own_folder(folder: Path) -> bool:
    """Tell whether a folder is there and no link leads it out of where we are."""
    return folder.is_dir() and files.inside(folder, Path.cwd())
