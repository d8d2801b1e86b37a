"""What other commands than lint remember of single files, in the same cache."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from journeycli.lint.variant import digest_of_text, program, variant_of
from journeycli.workspace.cache import Key
from journeycli.workspace.values import DAMAGED, written

if TYPE_CHECKING:
    from journeycli.source.limits import Limits
    from journeycli.workspace.cache import Cache
    from journeycli.workspace.values import Read

SAID = "s"
"""The kind of what lint keeps of every file: what it says to others."""


def remembered_ids(cache: Cache | None, limits: Limits) -> Remembered:
    """Give what lint keeps of files as far as the kind and the id of each; only to be read."""

    def read(kept: Any) -> tuple[str, str]:
        _path, kind, own, *_ = kept[0]
        if not isinstance(kind, str) or not isinstance(own, str):
            raise TypeError("not a text")
        return kind, own

    return Remembered(cache, SAID, read, limits)


class Remembered:
    """Values of one kind, each made of the text of one file and of nothing else but `depends`.

    Args:
        cache: The cache of the workspace, or None.
        kind: One letter, another one for every kind.
        read: Makes a value of what the cache gives.
        depends: All that the values depend on besides the text and this program.

    """

    def __init__(self, cache: Cache | None, kind: str, read: Read, *depends: object) -> None:
        self._cache = cache
        self._kind = kind
        self._read = read
        self._variant = variant_of(program(), *depends) if cache is not None else ""

    def get(self, raw: bytes) -> Any | None:
        """Give the value that is kept of a text; None where none is, or it is damaged."""
        if self._cache is None:
            return None
        with suppress(*DAMAGED):
            return self._read(self._cache.get(self._key(raw)))
        return None

    def put(self, raw: bytes, value: Any) -> None:
        """Keep the value of a text."""
        if self._cache is not None:
            self._cache.put(self._key(raw), written(value))

    def close(self) -> None:
        """Write what was put; tidying up is left to lint, which knows all files."""
        if self._cache is not None:
            self._cache.close(None)

    def _key(self, raw: bytes) -> Key:
        return Key(self._kind, self._variant, digest_of_text(raw))
