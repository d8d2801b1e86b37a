"""Which folder a repository has, and which files git sees in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from journeycli.git.running import GitUnavailableError, answer, run

if TYPE_CHECKING:
    from pathlib import Path


def top_folder(folder: Path) -> Path | None:
    """Give the folder of the repository that holds `folder`, by its `.git`, or None."""
    for each in (folder, *folder.parents):
        if (each / ".git").exists():
            return each
    return None


def is_bare(folder: Path) -> bool:
    """Tell whether a folder lies in a repository that holds commits and no files."""
    try:
        return answer(folder, ["rev-parse", "--is-bare-repository"]).out.strip() == b"true"
    except GitUnavailableError:
        return False


def listed_files(folder: Path) -> list[Path]:
    """List what git tracks or would track below a folder: ignored files are left out.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    output = run(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    names = dict.fromkeys(os.fsdecode(name) for name in output.split(b"\0") if name)
    return [folder / name for name in names]
