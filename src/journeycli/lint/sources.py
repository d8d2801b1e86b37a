"""The bytes of a run's files, each read when it is asked for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from journeycli.source.limits import Limits
    from journeycli.workspace.discovery import Discovered


CATALOG = ".catalog."
"""What the name of a file holds whose words all files share."""


class Sources:
    """The bytes of a run's files.

    Args:
        discovered: The files of the run.
        limits: What a file may be at most.
        given: Bytes that stand for a file, by its name in findings: standard input.

    Attributes:
        limits: What a file may be at most.
        linted: The files whose findings are reported, by their names in findings.

    """

    def __init__(
        self, discovered: Discovered, limits: Limits, given: Mapping[str, bytes] | None = None
    ) -> None:
        self._discovered = discovered
        self._paths = {discovered.name(path): path for path in discovered.known}
        self._given = given or {}
        self._direct = discovered.named
        asked = (discovered.name(path) for path in discovered.linted)
        self.linted = frozenset((*asked, *self._given))
        self._changed: dict[str, bytes] = {}
        self._held: dict[str, bytes] = {}
        self.limits = limits

    @property
    def names(self) -> list[str]:
        """Every file of the workspace by its name in findings, sorted."""
        return sorted({*self._paths, *self._given})

    def change(self, name: str, raw: bytes) -> None:
        """From now on, give these bytes for a file, whatever the disk holds."""
        self._changed[name] = raw

    def path(self, name: str) -> Path:
        """Give where a file of the workspace lies."""
        return self._paths.get(name) or self._discovered.root / name

    def hold(self, names: Iterable[str]) -> None:
        """Read files now, and give these bytes of them until files are held again."""
        self._held = {}
        for name in names:
            with suppress(UnreadableError):  # reported where the file has its turn
                self._held[name] = self.read(name)

    def beside(self, name: str) -> str | None:
        """Give the text of a file of the workspace that is no map, such as its settings."""
        try:
            path = self.path(name)
            root = None if path in self._direct else self._discovered.root
            return read_bytes(path, limit=self.limits.bytes, root=root).decode("utf-8", "replace")
        except UnreadableError:
            return None

    def read(self, name: str) -> bytes:
        """Read a file.

        Raises:
            UnreadableError: It cannot be read.

        """
        for at_hand in (self._changed, self._given, self._held):
            if name in at_hand:
                return at_hand[name]
        path = self._paths[name]
        root = None if path in self._direct else self._discovered.root
        return read_bytes(path, limit=self.limits.bytes, root=root)
