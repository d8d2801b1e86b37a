"""Feeds every target with mutated files until a time is over, and keeps what broke something.

    python tests/fuzz/run.py [--seconds N] [--cases N] [--target NAME] [--seed N]

A case that raises, or takes longer than thirty seconds, is written to `tests/fuzz/found/`; moved
to `tests/fuzz/cases/`, it is fed again by the gate. Exits with 1 where something was found, or
where the process took more than a gigabyte of memory.
"""

from __future__ import annotations

import argparse
import faulthandler
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).parent.parent)]

from fuzz.mutation import corpora, mutated
from fuzz.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable

FOUND = Path(__file__).parent / "found"
_PATIENCE = 30  # seconds of processor time for a case
_MEMORY = 1_000_000  # kilobytes


class HangError(Exception):
    """A case took longer than the patience."""


def main() -> int:
    """Fuzz, and say of each target how many cases it took and what was found."""
    asked = _asked()
    faulthandler.enable()
    names = [asked.target] if asked.target else [*TARGETS]
    broken = 0
    for name in names:
        started, cases, found = time.monotonic(), 0, 0
        while cases < asked.cases and time.monotonic() - started < asked.seconds / len(names):
            found += not holds(name, f"{asked.seed}-{cases}")
            cases += 1
        broken += found
        spent = time.monotonic() - started
        print(f"{name:10} {cases:9,} cases  {spent:7.1f} s  {found} found", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory {peak / 1000:.0f} MB")
    return int(broken > 0 or peak > _MEMORY)


def holds(name: str, seed: str) -> bool:
    """Run one case, and give whether its promise was kept; what was fed is kept where not."""
    random = Random(f"{name}-{seed}")
    corpus = corpora()[name]
    fed: list[bytes] = []

    def draw() -> bytes:
        fed.append(mutated(random, corpus))
        return fed[-1]

    if keeps(name, draw, random, f"seed {seed}"):
        return True
    FOUND.mkdir(exist_ok=True)
    for number, raw in enumerate(fed):
        (FOUND / f"{name}-{seed}-{number}").write_bytes(raw)
    return False


def keeps(name: str, draw: Callable[[], bytes], random: Random, case: str) -> bool:
    """Feed a target, and give whether it kept its promise; where not, the traceback is printed."""
    signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
    try:
        TARGETS[name](draw, random)
    except Exception:  # noqa: BLE001 - whatever a target raises is what is looked for
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(f"--- {name}, {case}\n{traceback.format_exc(limit=-6)}", flush=True)
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return True


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120, help="for all targets together")
    parser.add_argument("--cases", type=int, default=10**9, help="for each target at most")
    parser.add_argument("--target", choices=[*TARGETS], help="only this one")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _hang(_number: int, _frame: object) -> None:
    raise HangError(f"more than {_PATIENCE} seconds of processor time")


if __name__ == "__main__":
    sys.exit(main())
