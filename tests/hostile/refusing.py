"""Runs commands where they may not write, and says how each ended.

    python -m hostile.refusing HOW FOLDER TEMPLATE…

HOW is `full` for a disk of its own without room, mounted on FOLDER; `folders` for folders in FOLDER
that nobody may write in; `files` for files that nobody may write. Each TEMPLATE is a folder to
copy, and its name with the ending `.line` a file with the command. The superuser, whom nothing is
forbidden, becomes nobody for the last two. A line of JSON tells of each: the exit code, what was
said, and the files before and after.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .forked import files, fork, silence, tell

if TYPE_CHECKING:
    from collections.abc import Callable

_NOBODY = 65534
_PAGE = 4096


def main() -> None:
    """Run and tell."""
    how, folder, *templates = sys.argv[1:]
    from journeycli.cli.main import run  # noqa: PLC0415 - what follows forks after this import

    told = os.dup(1)
    if how == "full":
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], check=True)
    silence()
    for template in map(Path, templates):
        arguments = template.with_suffix(".line").read_text("utf-8").split()
        os.chdir(_copied(template, Path(folder)))
        run(arguments)  # what it imports the forked one has
        os.chdir(folder)
        here = _copied(template, Path(folder))
        before = files(here)
        _forbid(how, here)
        said = template.with_suffix(".said")
        child = fork(here, partial(_as_nobody, how, partial(run, arguments)), said=said)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _allow(here)
        text = said.read_text("utf-8", "replace")
        tell(told, {"code": code, "said": text, "before": before, "after": files(here)})


def _copied(template: Path, folder: Path) -> Path:
    (folder / "filler").unlink(missing_ok=True)
    here = folder / "here"
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(template, here)
    return here


def _forbid(how: str, here: Path) -> None:
    if how == "full":
        _fill(here.with_name("filler"))
        return
    for path in (here, *here.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, _NOBODY, _NOBODY)
        if how == "folders" and path.is_dir():
            path.chmod(0o555)
        elif how == "files" and path.is_file():
            path.chmod(0o444)


def _allow(here: Path) -> None:
    for folder, _, _ in os.walk(here):
        Path(folder).chmod(0o755)


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(b"\0" * _PAGE)


def _as_nobody(how: str, work: Callable[[], int]) -> int:
    if how != "full" and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    return work()


if __name__ == "__main__":
    main()
