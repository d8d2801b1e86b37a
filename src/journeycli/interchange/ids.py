"""Ids for what has a name only."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from journeycli.text import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 48  # letters of an id; a sentence makes a long one


class Ids:
    """Gives each name an id of its own: the slug of the name, with a number where it is taken.

    Args:
        fallback: What the id of a name without letters begins with; a number follows.

    """

    def __init__(self, fallback: str) -> None:
        self._fallback = fallback
        self._taken: set[str] = set()
        self._numbered: dict[str, Iterator[str]] = {}  # goes on where the same name stopped

    def take(self, name: str) -> str:
        """Give the id for a name, and remember that it is taken."""
        stem = shortened(slug(name))
        first = stem if stem and is_slug(stem) else f"{self._fallback}-1"
        rest = self._numbered.setdefault(first, _numbered(first.removesuffix("-1")))
        found = first if first not in self._taken else next(x for x in rest if x not in self._taken)
        self._taken.add(found)
        return found

    def reserve(self, id_: str) -> bool:
        """Take an id as it stands; tells whether it was free."""
        if id_ in self._taken:
            return False
        self._taken.add(id_)
        return True


def _numbered(stem: str) -> Iterator[str]:
    return (f"{stem}-{number}" for number in count(2))


def shortened(id_: str) -> str:
    """Cut an id at the end of a word, so that people can type it."""
    if len(id_) <= _LONGEST:
        return id_
    cut = id_[: _LONGEST + 1].rpartition("-")[0] or id_[:_LONGEST]
    return cut.rstrip("-")
