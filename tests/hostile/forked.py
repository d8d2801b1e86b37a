"""Runs of the program in forked processes, each in a fresh copy of a folder.

What the first process has imported the forked ones have, so that many runs take little time.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_STEPS = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.chmod"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def copied(template: Path) -> Path:
    """Make the copy anew and give its folder."""
    here = template.with_name("here")
    while here.exists():  # a git that outlived the program that started it may still write there
        shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(template, here)
    return here


def silence() -> None:
    """Point the standard streams nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def fork(
    here: Path,
    work: Callable[[], int],
    *,
    said: Path | None = None,
    before: Callable[[], None] | None = None,
    step: int = 0,
) -> int:
    """Start some work in a process of its own, and give the process's number.

    Args:
        here: The folder to work in.
        work: What to do; gives the exit code.
        said: A file for what is said on both standard streams.
        before: What to do before a step.
        step: Before which of the steps that touch a file; they count from 1.

    """
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        os.chdir(here)
        if said is not None:
            _listen(said)
        if before is not None:
            _watch(before, step)
        code = work()
    finally:
        os._exit(code)


def files(here: Path) -> dict[str, str]:
    """Give every file by its name, in base64; of what git keeps, its settings."""
    return {
        name: base64.b64encode(path.read_bytes()).decode()
        for path in sorted(here.rglob("*"))
        if path.is_file()
        and (not (name := path.relative_to(here).as_posix()).startswith(".git/") or name == _CONFIG)
    }


def tell(stream: int, about: object) -> None:
    """Write a line of JSON."""
    line = json.dumps(about).encode() + b"\n"
    while line:
        line = line[os.write(stream, line) :]


_CONFIG = ".git/config"


def _listen(said: Path) -> None:
    stream = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(stream, 1)
    os.dup2(stream, 2)


def _watch(before: Callable[[], None], step: int) -> None:
    left = step

    def hook(event: str, about: tuple[object, ...]) -> None:
        nonlocal left
        flags = about[2] if event == "open" else 0
        if event in _STEPS and (event != "open" or (isinstance(flags, int) and flags & _WRITES)):
            left -= 1
            if left == 0:
                before()

    sys.addaudithook(hook)
