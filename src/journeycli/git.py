"""The only room that runs git: fixed environment, no hooks, no external programs."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "diff.external=",
    "protocol.allow=never",
)
_PATIENCE = 60  # seconds; a repository on a slow network share answers well within it


class GitUnavailableError(Exception):
    """Git is not installed, refuses the repository, or does not answer."""


def top_folder(folder: Path) -> Path | None:
    """Give the folder of the repository that holds `folder`, by its `.git`, or None."""
    for each in (folder, *folder.parents):
        if (each / ".git").exists():
            return each
    return None


def listed_files(folder: Path) -> list[Path]:
    """List what git tracks or would track below a folder: ignored files are left out.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    output = _run(folder, arguments)
    names = dict.fromkeys(os.fsdecode(name) for name in output.split(b"\0") if name)
    return [folder / name for name in names]


def _run(folder: Path, arguments: list[str]) -> bytes:
    settings = [word for each in _SETTINGS for word in ("-c", each)]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program and our own arguments
            ["git", "--no-pager", *settings, *arguments],  # noqa: S607 - git is found on PATH like everybody's
            cwd=folder,
            env=_environment(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitUnavailableError(str(error)) from error
    if done.returncode != 0:
        raise GitUnavailableError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name in ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME")
        if (value := os.environ.get(name)) is not None  # git finds its own settings by these
    }
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
