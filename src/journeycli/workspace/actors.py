"""Whom a file is about: the personas that a map names, the customers that a persona stands for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.plain import number
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.workspace.facts import Facts

_KEY = "personas"


class Actors(NamedTuple):
    """What rules ask to know which persona has a map.

    Attributes:
        named: The personas that a map names, by id, also under a key that was meant as
            `personas`: such a slip is reported where it is, and needs no second finding.
        share: The share of all customers that a persona file gives, from 0 to 1, or None.

    """

    named: tuple[str, ...] = ()
    share: float | None = None


NO_ACTORS = Actors()


def actors_of(facts: Facts) -> Actors:
    """Take the personas that a map names, or the share of a persona."""
    if facts.kind == "persona":
        share = number(facts.data.get("share"))
        return Actors(share=share if share is not None and 0 <= share <= 1 else None)
    if facts.kind != "map":
        return NO_ACTORS
    return Actors(tuple(dict.fromkeys(map(sys.intern, _named(facts)))))


def _named(facts: Facts) -> Iterator[str]:
    yield from (str(each.id) for each in facts.named if each.kind == "persona")
    if isinstance(facts.data.get(_KEY), list):
        return
    for key, value in facts.data.items():
        if isinstance(value, (str, list)) and closest(key, (_KEY,)) is not None:
            values = value if isinstance(value, list) else [value]
            yield from (str(each) for each in values if isinstance(each, str))
