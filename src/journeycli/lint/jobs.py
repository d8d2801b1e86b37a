"""Checking files in several processes: what they find, and its order, are those of one.

A worker reads and checks a few files at a time and sends what it found as text, the same that the
cache keeps, so that nothing that rules made has to be pickled. However many files there are, a few
answers at most wait for the parent.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread, active_count
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint.catalogue import Rules, rules_of
from journeycli.lint.checking import Checker
from journeycli.lint.shelf import kept_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from journeycli.lint.result import Days
    from journeycli.lint.shelf import Kept
    from journeycli.lint.sources import Sources
    from journeycli.settings import Options, Settings

_PORTION = 8  # files that a worker takes at a time
_AHEAD = 3  # portions for each worker that are under way or wait for the parent
_MOST_ON_WINDOWS = 61  # processes that one call there can wait for


class Setup(NamedTuple):
    """What a worker needs to check files as its parent does.

    Attributes:
        sources: The files.
        settings: The settings, for the rules that they define.
        options: What they say of months and lengths.
        days: Which findings are wanted.

    """

    sources: Sources
    settings: Settings
    options: Options
    days: Days


def cores() -> int:
    """Count the processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_in_parallel(names: Sequence[str], setup: Setup, jobs: int) -> Iterator[Kept]:
    """Check files and give what each gave as text, in the order of the names.

    Args:
        names: The files.
        setup: What the workers need.
        jobs: How many processes check files at once.

    Raises:
        BrokenProcessPool: A worker was killed.

    """
    portions = (names[at : at + _PORTION] for at in range(0, len(names), _PORTION))
    workers = min(jobs, -(-len(names) // _PORTION))
    if sys.platform == "win32":
        workers = min(workers, _MOST_ON_WINDOWS)
    executor = ProcessPoolExecutor(
        workers, mp_context=_context(), initializer=_begin, initargs=(setup,)
    )
    try:
        with _interrupts_held_back():
            waiting = deque(executor.submit(_work, each) for each in islice(portions, workers))
        waiting.extend(executor.submit(_work, each) for each in islice(portions, _AHEAD * workers))
        while waiting:
            yield from _next(waiting)
            waiting.extend(executor.submit(_work, each) for each in islice(portions, 1))
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[Future[list[Kept]]]) -> list[Kept]:
    return waiting.popleft().result()


def _context() -> BaseContext:
    """Fork where that is safe: a child then has all modules at hand. Else start Python anew."""
    may_fork = sys.platform == "linux" and active_count() == 1
    return get_context("fork" if may_fork else "spawn")


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let an interrupt wait: workers inherit that until they ignore it, and none is lost."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: list[Checker] = []
"""The checker of this process, where it is a worker."""


def _begin(setup: Setup) -> None:
    """Prepare a worker; the parent is who stops it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the parent
    Thread(target=_end_with_parent, daemon=True).start()
    rules = Rules(lambda: rules_of(setup.settings))
    _worker.append(Checker(setup.sources, rules, setup.options, setup.days))


def _end_with_parent() -> None:
    """Wait until the parent is gone, however it went, and go too."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(names: Sequence[str]) -> list[Kept]:
    """Check a portion of the files, in a worker."""
    checker = _worker[0]
    return [kept_of(name, *checker.check(name)) for name in names]
