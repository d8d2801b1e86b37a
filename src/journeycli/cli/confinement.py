"""How far a link may lead what a command writes."""

from __future__ import annotations

from pathlib import Path

from journeycli.files import inside


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
    return here if inside(path.parent, here) else path.parent


def own_folder(folder: Path) -> bool:
    """Tell whether a folder is there and no link leads it out of where we are."""
    return folder.is_dir() and inside(folder, Path.cwd())
