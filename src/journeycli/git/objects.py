"""The content of files at any commit, read through one process."""

from __future__ import annotations

import subprocess
from typing import IO, TYPE_CHECKING, NamedTuple, Self

from journeycli.git.bounds import limit_memory
from journeycli.git.running import GitUnavailableError, command, environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

_PASSED_OVER = 10_000_000  # bytes; more than that is not read only to get behind it
_AHEAD = 50  # ids that are asked for at once: far fewer bytes than any pipe holds


class Blob(NamedTuple):
    """The content of a file at a commit.

    Attributes:
        id: Its id.
        size: Its length in bytes.
        raw: The bytes; None where there are more than were asked for.

    """

    id: str
    size: int
    raw: bytes | None


class Objects:
    """One `git cat-file --batch` that answers for as long as it is open.

    Use it as a context manager; leaving it ends the process.

    Args:
        top: A folder of the repository.
        limit: How many bytes of a blob are given at most; larger ones have `raw` None.

    Raises:
        GitUnavailableError: Git cannot be started, or ends before it answers.

    """

    def __init__(self, top: Path, *, limit: int = 5_000_000) -> None:
        self._top = top
        self._limit = limit
        self._process = _started(top)

    def __enter__(self) -> Self:
        """Give the reader itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        del kind, error, trace
        self._end()

    def read(self, name: str) -> Blob | None:
        """Give a blob by its id, or by `COMMIT:PATH`; None where there is none of this name.

        A path that holds a line break cannot be asked for; list the tree and ask by id.

        Raises:
            GitUnavailableError: Git has ended.

        """
        if "\n" in name or "\0" in name or not name:
            return None
        self._ask([name])
        return self._answer()

    def read_all(self, ids: Sequence[str]) -> Iterator[Blob | None]:
        """Give blobs by their ids, in order; git looks for the next while one is looked at.

        Raises:
            GitUnavailableError: Git has ended.

        """
        for start in range(0, len(ids), _AHEAD):
            asked = ids[start : start + _AHEAD]
            self._ask(asked)
            for number, _ in enumerate(asked, 1):
                before = self._process
                yield self._answer()
                if self._process is not before:
                    self._ask(asked[number:])

    def _ask(self, names: Sequence[str]) -> None:
        asking, _ = self._pipes()
        try:
            asking.write("".join(f"{each}\n" for each in names).encode("utf-8", "surrogateescape"))
            asking.flush()
        except OSError as error:
            raise GitUnavailableError(str(error)) from error

    def _answer(self) -> Blob | None:
        _, answers = self._pipes()
        try:
            about = answers.readline().split()
        except OSError as error:
            raise GitUnavailableError(str(error)) from error
        if not about:
            raise GitUnavailableError("git ended before it answered")
        if len(about) != 3 or about[-1] in {b"missing", b"ambiguous"}:  # noqa: PLR2004 - id, kind, size
            return None
        blob, kind, size = about[0].decode(), about[1], int(about[2])
        raw = self._take(answers, size)
        return Blob(blob, size, raw) if kind == b"blob" else None

    def _take(self, answers: IO[bytes], size: int) -> bytes | None:
        if size > max(self._limit, _PASSED_OVER):  # a few bytes of a pack can stand for terabytes
            self._end()
            self._process = _started(self._top)
            return None
        raw = answers.read(size + 1)[:-1]  # a line break follows every object
        if len(raw) != size:
            raise GitUnavailableError("git ended before it answered")
        return raw if size <= self._limit else None

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        asking, answers = self._process.stdin, self._process.stdout
        if asking is None or answers is None:
            raise GitUnavailableError("git was started without pipes")
        return asking, answers


def _started(top: Path) -> subprocess.Popen[bytes]:
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed program and our own arguments
            command(["cat-file", "--batch"]),
            cwd=top,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise GitUnavailableError(str(error)) from error
    limit_memory(process.pid)
    return process


def blobs(top: Path, names: Iterable[str], *, limit: int = 5_000_000) -> Iterator[Blob | None]:
    """Give blobs in the order of their names, through one process; see `Objects.read`.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    with Objects(top, limit=limit) as objects:
        for name in names:
            yield objects.read(name)


def blobs_at_hand(
    top: Path, ids: Sequence[str], *, limit: int = 5_000_000
) -> Iterator[Blob | None]:
    """Give blobs in the order of their ids; None for what the clone does not hold.

    A partial clone would fetch what it lacks, which we do not let it, and then git ends. Each of
    those that are left is asked for by itself.
    """
    given = 0
    try:
        with Objects(top, limit=limit) as objects:
            for blob in objects.read_all(ids):
                given += 1
                yield blob
    except GitUnavailableError:
        for each in ids[given:]:
            yield _alone(top, each, limit)


def _alone(top: Path, id_: str, limit: int) -> Blob | None:
    try:
        with Objects(top, limit=limit) as objects:
            return objects.read(id_)
    except GitUnavailableError:
        return None
