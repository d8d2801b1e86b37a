"""How much of a machine a run of git may take: time, memory and the length of its answer."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from threading import Event, Thread, Timer
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MOST = 128_000_000
"""Bytes of an answer that are read; the list of a million files has about as many."""

_MEMORY = 2 << 30  # bytes that git may fill, beside files that it maps
_SAID = 64_000  # bytes of standard error that are kept
_CHUNK = 1 << 16


class TooMuchError(Exception):
    """A program answers with more than is read."""


class Ended(NamedTuple):
    """How a program ended: its exit code, standard output and standard error."""

    code: int
    out: bytes
    said: bytes


def bounded(
    line: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    stdin: bytes,
    patience: float,
) -> Ended:
    """Run a program to its end, or to where it takes more than its share.

    Few folders that hold one another many times make a list without end, and a device read as a
    list fills the memory.

    Args:
        line: The program and its arguments.
        folder: Where to run it.
        environment: Its environment.
        stdin: What it reads from standard input.
        patience: Seconds until it is killed.

    Raises:
        OSError: It cannot be started.
        TooMuchError: Its answer is longer than `MOST`.
        subprocess.TimeoutExpired: It took longer.

    """
    with _given(stdin) as asked:
        process = subprocess.Popen(  # noqa: S603 - what the caller fixed
            line,
            cwd=folder,
            env=environment,
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    with process:
        return _ended(process, patience)


def limit_memory(pid: int) -> None:
    """Keep a process from filling the memory, where the system lets us; on Linux it does."""
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError):  # a smaller Python, it has ended, a container forbids it
        import resource  # noqa: PLC0415 - not every system has it

        soft, hard = resource.prlimit(pid, resource.RLIMIT_DATA)
        if soft == resource.RLIM_INFINITY:
            resource.prlimit(pid, resource.RLIMIT_DATA, (_MEMORY, hard))


def _ended(process: subprocess.Popen[bytes], patience: float) -> Ended:
    late = Event()

    def end() -> None:
        late.set()
        process.kill()

    limit_memory(process.pid)
    timer = Timer(patience, end)
    timer.daemon = True
    timer.start()
    try:
        ended = _read(process)
    finally:
        timer.cancel()
        process.kill()
    if late.is_set():
        raise subprocess.TimeoutExpired(process.args, patience)
    return ended


def _read(process: subprocess.Popen[bytes]) -> Ended:
    said: list[bytes] = []
    listener = Thread(target=lambda: said.append(_beginning(process.stderr)), daemon=True)
    listener.start()
    out = _whole(process.stdout)
    listener.join()
    return Ended(process.wait(), out, b"".join(said))


def _whole(pipe: IO[bytes] | None) -> bytes:
    found: list[bytes] = []
    left = MOST
    while pipe is not None and (piece := pipe.read(_CHUNK)):
        found.append(piece)
        left -= len(piece)
        if left < 0:
            raise TooMuchError
    return b"".join(found)


def _beginning(pipe: IO[bytes] | None) -> bytes:
    kept = b""
    while pipe is not None and (piece := pipe.read(_CHUNK)):
        kept += piece[: _SAID - len(kept)]
    return kept


@contextmanager
def _given(stdin: bytes) -> Iterator[IO[bytes] | int]:
    if not stdin:
        yield subprocess.DEVNULL
        return
    with TemporaryFile() as file:
        file.write(stdin)
        file.seek(0)
        yield file
