"""What the format asks of a layout, as data: this room knows no format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeycli.source.layout.outline import Entry
    from journeycli.source.span import Path


class Manners:
    """The order of keys, and where statements stand.

    Args:
        keys: Gives the keys that the mapping at a path may have, in the order of the format.
        is_statement: Tells whether a statement stands at a path, whose `text` is prose.
        keeps_order: Whether keys stay in the order in which they were written.

    """

    def __init__(
        self,
        keys: Callable[[Path], Sequence[str]],
        is_statement: Callable[[Path], bool],
        *,
        keeps_order: bool = False,
    ) -> None:
        self._keys = keys
        self._keeps_order = keeps_order
        self.is_statement = is_statement

    def ordered(self, entries: Sequence[Entry]) -> list[Entry]:
        """Give the entries of a list as they are, and those of a mapping in the order of its keys.

        A key that the format does not know stays behind the one that it stands behind.
        """
        if self._keeps_order or not entries or entries[0].key is None:
            return list(entries)
        known = {key: rank for rank, key in enumerate(self._keys(entries[0].path[:-1]))}
        ranks: list[int] = []
        for entry in entries:
            ranks.append(known.get(str(entry.path[-1]), ranks[-1] if ranks else -1))
        order = sorted(range(len(entries)), key=ranks.__getitem__)
        return [entries[place] for place in order]
