"""Runs commands in one folder at once, again and again, and says how each time ended.

    python -m hostile.racing TEMPLATE ROUNDS SEED LINE…

First the commands run one after the other, in each order. Then the first stops before each of its
steps that touch a file, one run a step, and goes on when the second has come to its end or waits
for the first. Then all start together, ROUNDS times, each within the time that one of them takes. A
line of JSON tells of each time: how it was, the exit codes, what was said, and every file.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

from .forked import copied, files, fork, silence, tell

if TYPE_CHECKING:
    from collections.abc import Callable


class Race:
    """Commands that share a folder.

    Args:
        template: What the folder is before.
        lines: The command lines.

    """

    def __init__(self, template: Path, lines: list[str]) -> None:
        from journeycli.cli.main import run  # noqa: PLC0415 - what follows forks after this import

        self.template = template
        self.works = [partial(run, line.split()) for line in lines]
        self.said = [template.with_name(f"said-{number}") for number in range(len(lines))]
        self.told = os.dup(1)

    def one_by_one(self, order: tuple[int, ...]) -> float:
        """Run some of the commands one after the other; give the seconds that they took."""
        here, codes = copied(self.template), {}
        started = time.perf_counter()
        for each in order:
            codes[each] = _ended(self._start(each, here))
        took = time.perf_counter() - started
        self._tell("one by one", here, codes)
        return took

    def stopped(self, step: int) -> bool:
        """Run the second while the first stands before a step; give whether it had so many."""
        here = copied(self.template)
        first = self._start(0, here, before=_stop_self, step=step)
        _, status = os.waitpid(first, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            return False
        code = _ended(self._start(1, here, waited_for=first))
        os.kill(first, signal.SIGCONT)
        codes = {0: _ended(first), 1: code}
        self._tell(f"stopped before step {step}", here, codes)
        return True

    def together(self, waits: list[float]) -> None:
        """Start all at once, each after a wait."""
        here = copied(self.template)
        children = [self._start(number, here, wait=wait) for number, wait in enumerate(waits)]
        self._tell("together", here, dict(enumerate(map(_ended, children))))

    def _start(
        self,
        number: int,
        here: Path,
        *,
        wait: float = 0.0,
        waited_for: int = 0,
        before: Callable[[], None] | None = None,
        step: int = 0,
    ) -> int:
        def work() -> int:
            if wait:
                time.sleep(wait)
            if waited_for:
                time.sleep = partial(_go_on, waited_for, time.sleep)
            return self.works[number]()

        return fork(here, work, said=self.said[number], before=before, step=step)

    def _tell(self, how: str, here: Path, codes: dict[int, int]) -> None:
        said = {number: self.said[number].read_text("utf-8", "replace") for number in codes}
        tell(self.told, {"how": how, "codes": codes, "said": said, "files": files(here)})


def main() -> None:
    """Let them race."""
    template, rounds, seed, lines = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]
    race = Race(template, lines)
    os.chdir(copied(template))
    silence()
    kinds = {line: number for number, line in enumerate(lines)}
    for number in kinds.values():
        race.works[number]()
    orders = [order for n in range(1, len(kinds) + 1) for order in permutations(kinds.values(), n)]
    if len(kinds) == 1:
        orders.append((0, 1))
    took = max(map(race.one_by_one, orders))
    step = 1
    while race.stopped(step):
        step += 1
    moments = random.Random(seed)  # noqa: S311 - moments, not secrets
    for _ in range(rounds):
        race.together([moments.uniform(0, took / 2) for _ in lines])


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _go_on(process: int, sleep: Callable[[float], None], seconds: float) -> None:
    """Let a process go on that is waited for."""
    os.kill(process, signal.SIGCONT)
    sleep(seconds)


def _stop_self() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


if __name__ == "__main__":
    main()
