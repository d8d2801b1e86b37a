"""Kills the program, again and again, and says what is left each time.

    python killing.py TEMPLATE TIMES SEED ARGUMENTS…

A copy of the folder TEMPLATE is made, the command is run in it by a forked process, and that is
killed: first before each step that touches a file, one run a step; then TIMES times at a random
moment. A line of JSON tells of each run: whether it came to its end, and every file with its bytes.
The first run is not killed, and warms up: what it imports the forked ones have.
"""

from __future__ import annotations

import base64
import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_STEPS = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.chmod"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:
    """Kill and tell."""
    template, times, seed = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    arguments = sys.argv[4:]
    from journeycli.cli.main import run  # noqa: PLC0415 - what follows forks after this import

    told = os.dup(1)
    os.chdir(_copied(template))
    _silence()
    run(arguments)
    started = time.perf_counter()
    _tell(told, template, lambda: run(arguments))
    whole = time.perf_counter() - started
    step = 1
    while not _tell(told, template, lambda: run(arguments), step=step):
        step += 1
    moments = random.Random(seed)  # noqa: S311 - moments, not secrets
    for _ in range(times):
        _tell(told, template, lambda: run(arguments), after=moments.uniform(0, whole))


def _tell(
    told: int,
    template: Path,
    work: Callable[[], object],
    *,
    step: int | None = None,
    after: float | None = None,
) -> bool:
    """Run once, tell what is left, and give whether the run came to its end."""
    here = _copied(template)
    child = os.fork()
    if child == 0:
        _child(here, work, step)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    ended = os.WIFEXITED(status)
    files = {
        path.relative_to(here).as_posix(): base64.b64encode(path.read_bytes()).decode()
        for path in sorted(here.rglob("*"))
        if path.is_file()
    }
    line = json.dumps({"ended": ended, "files": files}).encode() + b"\n"
    while line:
        line = line[os.write(told, line) :]
    return ended


def _copied(template: Path) -> Path:
    here = template.with_name("here")
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(template, here)
    return here


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def _child(here: Path, work: Callable[[], object], step: int | None) -> None:
    os.chdir(here)
    left = step or -1

    def hook(event: str, about: tuple[object, ...]) -> None:
        nonlocal left
        flags = about[2] if event == "open" else 0
        if event in _STEPS and (event != "open" or (isinstance(flags, int) and flags & _WRITES)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    try:
        work()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
