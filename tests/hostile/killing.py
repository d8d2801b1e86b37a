"""Kills the program, again and again, and says what is left each time.

    python -m hostile.killing TEMPLATE TIMES SEED ARGUMENTS…

A copy of the folder TEMPLATE is made, the command is run in it by a forked process, and that is
killed: first before each step that touches a file, one run a step; then TIMES times at a random
moment. A line of JSON tells of each run: whether it came to its end, and every file with its bytes.
The first run is not killed, and warms up: what it imports the forked ones have.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from .forked import copied, files, fork, silence, tell

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Kill and tell."""
    template, times, seed = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    arguments = sys.argv[4:]
    from journeycli.cli.main import run  # noqa: PLC0415 - what follows forks after this import

    told = os.dup(1)
    os.chdir(copied(template))
    silence()
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
    work: Callable[[], int],
    *,
    step: int = 0,
    after: float | None = None,
) -> bool:
    """Run once, tell what is left, and give whether the run came to its end."""
    here = copied(template)
    child = fork(here, work, before=_kill_self, step=step)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    ended = os.WIFEXITED(status)
    tell(told, {"ended": ended, "files": files(here)})
    return ended


def _kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
