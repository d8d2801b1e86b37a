"""The result cache: what was found out about a text stays true for as long as the text stays.

One file of lines in a folder of its own below the workspace's root. Each line is a checksum, a key
and JSON, and lines are only appended, so that whatever happens to the file costs at most the lines
that it happens to: two runs may write at once, a run may be killed, the disk may be full. Lines
whose checksum is wrong are passed over. When what is of no use any more outweighs the rest, the
file is written anew beside itself and renamed.

Nothing in it is trusted for more than values: it holds no paths, and nothing is unpickled. Where it
cannot be read or written, a run goes on without it.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from journeycli.files.beside import drop, sweep
from journeycli.workspace.cache_folder import FOLDER, RESULTS, make_folder

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path
    from typing import BinaryIO

_LONGEST = 16_000_000  # bytes of a line; what is longer is no line of ours
_LARGEST = 1_000_000_000  # bytes of a file; what is larger is begun anew
_MOST_LINES = 500_000  # of a file; ten thousand maps have a tenth of it, and more fill the memory
_AT_ONCE = 1_000_000  # bytes that wait to be written
_SLACK = 65_536  # bytes of no use that are not worth the trouble of writing the file anew
_VARIANTS = 4  # ways to look at the same texts that are kept: other settings, other versions
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Key(NamedTuple):
    """What a line is about.

    Attributes:
        kind: One letter for the kind of what is kept.
        variant: Sixteen hexadecimal digits for everything besides the text that it depends on.
        digest: Thirty-two of them for the text.

    """

    kind: str
    variant: str
    digest: str


class _Line(NamedTuple):
    start: int
    length: int  # in bytes, with the line break


_CHECKSUM = 8
_KIND = slice(_CHECKSUM + 1, _CHECKSUM + 2)
_VARIANT = slice(_KIND.stop, _KIND.stop + 16)
_DIGEST = slice(_VARIANT.stop, _VARIANT.stop + 32)
_HEAD = _DIGEST.stop + 1
_KEY = slice(_KIND.start, _DIGEST.stop)


class Cache:
    """The cache of one workspace; it opens when it is asked, and again after `close`.

    Args:
        root: The workspace's root.

    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._used: set[bytes] = set()
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._has_written = False
        self._stream: BinaryIO | None = None
        self._lines: dict[bytes, _Line] = {}
        self._is_open = False
        self._size = 0

    def __contains__(self, key: Key) -> bool:
        self._open_once()
        return "".join(key).encode() in self._lines

    def get(self, key: Key) -> Any | None:
        """Give what is kept under a key, as JSON gives it; None where nothing is or it is bad."""
        raw = self.raw(key)
        if raw is None:
            return None
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            return None

    def raw(self, key: Key) -> bytes | None:
        """Give the JSON that is kept under a key; None where nothing is or it is bad."""
        self._open_once()
        wanted = "".join(key).encode()
        line = self._lines.get(wanted)
        if line is None or self._stream is None:
            return None
        try:
            self._stream.seek(line.start)
            raw = self._stream.read(line.length)
            if not _is_whole(raw) or raw[_KEY] != wanted:
                return None
        except OSError:
            return None
        self._used.add(wanted)
        return raw[_HEAD:-1]

    def put(self, key: Key, text: str) -> None:
        """Keep JSON of one line under a key; it reaches the disk later, for the next run."""
        raw = f"{''.join(key)} {text}\n".encode()
        self._used.add(raw[: _HEAD - _KIND.start - 1])
        line = b"%08x %s" % (crc32(raw), raw)
        self._waiting.append(line)
        self._waiting_bytes += len(line)
        if self._waiting_bytes > _AT_ONCE:
            self._write()

    def close(self, digests: Container[str] | None) -> None:
        """Write what waits; write the file anew where most of it is of no use any more.

        Args:
            digests: The texts of the workspace as they are now; None where they are not known, so
                that nobody can tell what is of use.

        """
        self._write()
        self._forget()
        if self._has_written and digests is not None:
            self._open_once()
            keys = self._useful(digests)
            if self._size > 2 * sum(self._lines[key].length for key in keys) + _SLACK:
                with suppress(OSError):
                    self._write_anew(keys)
            self._forget()
        self._has_written = False
        self._used.clear()

    def _open_once(self) -> None:
        if not self._is_open:
            self._is_open = True
            self._stream = self._open()
            if self._stream is not None:
                self._index(self._stream)

    def _forget(self) -> None:
        if self._stream is not None:
            self._stream.close()
        self._is_open = False
        self._stream = None
        self._lines = {}
        self._size = 0

    def _open(self) -> BinaryIO | None:
        try:
            if not stat.S_ISDIR(self._folder.lstat().st_mode):
                return None  # a link could lead anywhere
            handle = os.open(self._folder / RESULTS, _READ | _BINARY)
        except OSError:
            return None
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            os.close(handle)
            return None
        return os.fdopen(handle, "rb")

    def _index(self, stream: BinaryIO) -> None:
        """Note where each line stands; of two with one key, the later. None of too many."""
        start, count, lines = 0, 0, self._lines
        with suppress(OSError):
            while raw := stream.readline(_LONGEST):
                length = len(raw)
                count += 1
                if count > _MOST_LINES:
                    lines.clear()
                    start = os.fstat(stream.fileno()).st_size
                    break
                if raw[_HEAD - 1 : _HEAD] == b" ":
                    lines.pop(raw[_KEY], None)  # the order is that of the latest lines
                    lines[raw[_KEY]] = _Line(start, length)
                start += length
        self._size = start

    def _write(self) -> None:
        """Append what waits, with one call, so that two runs do not mix their lines."""
        data = b"".join(self._waiting)
        self._waiting, self._waiting_bytes = [], 0
        if not data:
            return
        self._has_written = True
        with suppress(OSError):
            make_folder(self._folder)
            handle = os.open(self._folder / RESULTS, _WRITE | _BINARY | os.O_APPEND, 0o666)
            try:
                status = os.fstat(handle)
                if status.st_size > _LARGEST:
                    os.ftruncate(handle, 0)
                if stat.S_ISREG(status.st_mode):
                    os.write(handle, b"\n" + data)  # after half a line that another run left
            finally:
                os.close(handle)

    def _useful(self, digests: Container[str]) -> list[bytes]:
        """Give the keys of the lines that are of use, in the order of the file."""
        variants: dict[bytes, set[bytes]] = {}
        useful: list[bytes] = []
        head = _VARIANT.stop - _KIND.start
        for key in reversed(self._lines):
            kind, variant, digest = key[:1], key[1:head], key[head:].decode("ascii", "replace")
            recent = variants.setdefault(kind, set())
            if len(recent) < _VARIANTS:
                recent.add(variant)
            if key in self._used or (variant in recent and digest in digests):
                useful.append(key)
        return useful[::-1]

    def _write_anew(self, keys: list[bytes]) -> None:
        sweep(self._folder)
        beside = self._folder / f"{RESULTS}.journey-{os.urandom(4).hex()}.tmp"
        handle = _create(beside)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(self._raw(keys))
            self._forget()  # Windows renames nothing over a file that is open
            beside.replace(self._folder / RESULTS)
        finally:
            drop(beside)

    def _raw(self, keys: list[bytes]) -> Iterator[bytes]:
        assert self._stream is not None  # noqa: S101 - only called while it is open
        for key in keys:
            self._stream.seek(self._lines[key].start)
            raw = self._stream.read(self._lines[key].length)
            if _is_whole(raw):
                yield raw


def _is_whole(raw: bytes) -> bool:
    return raw[-1:] == b"\n" and raw[:_CHECKSUM] == b"%08x" % crc32(raw[_CHECKSUM + 1 :])


def _create(path: Path) -> int:
    return os.open(path, _WRITE | _BINARY | os.O_EXCL, 0o666)
