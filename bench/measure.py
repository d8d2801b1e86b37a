"""Whole processes, timed: one run, or two programs in turn so that drift of the machine cancels."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The unit of ru_maxrss: bytes on macOS, kibibytes elsewhere (getrusage(2) of both).
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class CannotRunError(Exception):
    """A program cannot be measured; the text says why."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments.

    Attributes:
        argv: What is run; the program by its absolute path.
        accepts: The exit codes of a run that did its work.
        prepare: What is done before each run, outside of the clock.

    """

    argv: tuple[str, ...]
    accepts: frozenset[int] = frozenset({0})
    prepare: Callable[[], None] | None = None


class Sample(NamedTuple):
    """One run: wall-clock and processor time in seconds, peak memory in megabytes (10^6)."""

    seconds: float
    cpu: float
    megabytes: float


class Pair(NamedTuple):
    """Two runs right after each other."""

    this: Sample
    other: Sample


@dataclass(frozen=True, slots=True)
class Bench:
    """Where programs are run.

    Attributes:
        folder: A folder for their output and what they may keep.
        environment: All that they see of the environment.

    """

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, command: Command, within: Path | None = None) -> Sample:
        """Run a program once, in the folder `within` where one is given.

        On Linux a child's peak memory is never less than its parent's, which is why this script
        stays small and leaves the generating of maps to a process of its own.

        Raises:
            CannotRunError: It cannot be started, or ended with a code that it should not have.

        """
        if command.prepare is not None:
            command.prepare()
        with tempfile.TemporaryFile(dir=self.folder) as out:
            started = time.perf_counter()
            try:
                process = subprocess.Popen(
                    command.argv,
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=subprocess.STDOUT,
                    cwd=within or self.folder,
                    env=self.environment,
                )
            except OSError as error:
                raise CannotRunError(f"cannot be started: {error.strerror}") from error
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in command.accepts:
                out.seek(0)
                said = _gist(out.read().decode(errors="replace"))
                raise CannotRunError(f"exit code {process.returncode}: {said}")
        megabytes = usage.ru_maxrss * _RSS_UNIT / 1e6
        return Sample(seconds, usage.ru_utime + usage.ru_stime, megabytes)

    def compare(self, this: Command, other: Command, rounds: int) -> list[Pair]:
        """Run two programs in turn, `rounds` times each; who goes first changes every round.

        Raises:
            CannotRunError: One of them cannot be measured.

        """
        pairs = []
        for each in range(rounds):
            if each % 2 == 0:
                first = self.run(this)
                pairs.append(Pair(first, self.run(other)))
            else:
                first = self.run(other)
                pairs.append(Pair(self.run(this), first))
        return pairs

    def output(self, argv: tuple[str, ...], accepts: frozenset[int] = frozenset({0})) -> str:
        """Run a program and give what it prints to standard output.

        Raises:
            CannotRunError: It cannot be started, or ended with a code that it should not have.

        """
        try:
            ended = subprocess.run(
                argv,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                cwd=self.folder,
                env=self.environment,
                encoding="utf-8",
            )
        except OSError as error:
            raise CannotRunError(f"cannot be started: {error.strerror}") from error
        if ended.returncode not in accepts:
            said = _gist(ended.stderr or ended.stdout)
            raise CannotRunError(f"exit code {ended.returncode}: {said}")
        return ended.stdout


def _gist(text: str) -> str:
    """Give the line of an output that says most: the last of a traceback, else the first."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return "it says nothing"
    return lines[-1 if "Traceback (most recent call last):" in lines else 0].rstrip(".")
