"""Which items of two versions of a list are the same: by id, by what they say, by likeness."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from journeycli.source.document import Data

_Names: TypeAlias = tuple[tuple[str, ...], ...]

_SAID: _Names = (("name",), ("text",), ("feeling",))
_TELLING: _Names = (
    ("from", "to"),
    ("kind",),
    ("stage",),
    ("end",),
    ("barrier",),
    ("department", "role"),
    ("department",),
    ("date",),
    ("src",),
    ("url",),
    ("title",),
)
_ALIKE = 0.6  # the share of an element that two versions of it have in common, at the least
_NEARLY_ALL = 0.8  # the same of one whose sentence was written anew
_MUCH = 6  # values in common at least, where neither id nor name is: a stage, hardly a touchpoint
_MOST_COMPARED = 2_500  # pairs; beyond it, what has another name counts as another element


def paired(base: Sequence[Data], side: Sequence[Data]) -> dict[int, int]:
    """Give, for each item of a side that stands in the base as well, its index there."""
    found = _by(_identities, base, side, range(len(base)), range(len(side)))
    for how in (_sayings, None):
        old = [n for n in range(len(base)) if n not in set(found.values())]
        new = [n for n in range(len(side)) if n not in found]
        found |= _by(how, base, side, old, new) if how else _alike(base, side, old, new)
    return found | _in_one_place(base, side, found)


def paired_by_identity(
    old: Sequence[Data], new: Sequence[Data], of_old: Iterable[int], of_new: Iterable[int]
) -> dict[int, int]:
    """Pair some items of two lists that have the same id, or say the same; from new to old."""
    return _by(_identities, old, new, of_old, of_new)


def _by(
    name: Callable[[Sequence[Data]], list[Hashable]],
    old: Sequence[Data],
    new: Sequence[Data],
    of_old: Iterable[int],
    of_new: Iterable[int],
) -> dict[int, int]:
    """Pair items that have the same name in both lists, from new to old."""
    names_old, names_new = name(old), name(new)
    places = {names_old[n]: n for n in of_old if names_old[n] is not None}
    return {n: places[names_new[n]] for n in of_new if names_new[n] in places}


def _identities(items: Sequence[Data]) -> list[Hashable]:
    """Name each item: by its id, else by what it says; the second of a name is another."""
    return _numbered([_identity(each) for each in items])


def _sayings(items: Sequence[Data]) -> list[Hashable]:
    """Name each item by what it says only, so that a sentence that grew into a mapping is found."""
    return _numbered([_said(each) for each in items])


def _numbered(names: list[tuple[str, ...] | None]) -> list[Hashable]:
    counts: dict[tuple[str, ...], int] = {}
    found: list[Hashable] = []
    for name in names:
        if name is None:
            found.append(None)
            continue
        counts[name] = counts.get(name, 0) + 1
        found.append((name, counts[name]))
    return found


def _identity(item: Data) -> tuple[str, ...] | None:
    for name in ("id", "ref"):
        found = _values(item, (name,))
        if found is not None:
            return (name, *found)
    said = _said(item)
    if said is not None:
        return said
    for names in _TELLING:
        found = _values(item, names)
        if found is not None:
            return (*names, *found)
    return None


def _said(item: Data) -> tuple[str, ...] | None:
    if isinstance(item, str):
        return ("said", str(item))
    found = (_values(item, names) for names in _SAID)
    return next((("said", *each) for each in found if each is not None), None)


def _values(item: Data, names: tuple[str, ...]) -> tuple[str, ...] | None:
    if not isinstance(item, dict):
        return None
    found = [item.get(name) for name in names]
    texts = [str(each) for each in found if isinstance(each, str)]
    return tuple(texts) if len(texts) == len(names) else None


def _alike(
    base: Sequence[Data], side: Sequence[Data], old: list[int], new: list[int]
) -> dict[int, int]:
    """Pair what was reworded or got another id, the most alike first."""
    if len(old) * len(new) > _MOST_COMPARED:
        return {}
    scored = [(_likeness(base[m], side[n]), n, m) for n in new for m in old]
    found: dict[int, int] = {}
    for score, n, m in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= _ALIKE and n not in found and m not in found.values():
            found[n] = m
    return found


def _likeness(one: Data, other: Data) -> float:
    """Tell how much two items have in common: 0 nothing, 1 all.

    What says something else is another item, however alike the rest: two touchpoints of one channel
    and department are two. A stage with a new id and a new name is known by all that is in it.
    """
    said_one, said_other = _said(one), _said(other)
    words = _alike_words(said_one[1], said_other[1]) if said_one and said_other else None
    if not isinstance(one, dict) or not isinstance(other, dict):
        return words or 0.0
    left, right = set(_leaves(one)), set(_leaves(other))
    common = 2 * len(left & right) / (len(left) + len(right) or 1)
    if words is None:
        return common
    if _has_name(one) and _has_name(other):
        renamed = common >= _NEARLY_ALL and len(left & right) >= _MUCH
        return common if words >= _ALIKE or renamed else 0.0
    return max(words, common if common >= _NEARLY_ALL else 0.0)


def _alike_words(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _leaves(data: Data, at: str = "") -> list[tuple[str, str]]:
    if isinstance(data, dict):
        below = [(f"{at}.{key}", value) for key, value in data.items() if key != "id" or at]
    elif isinstance(data, list):
        below = [(at, value) for value in data]
    else:
        return [(at, str(data))]
    return [leaf for where, value in below for leaf in _leaves(value, where)]


def _in_one_place(
    base: Sequence[Data], side: Sequence[Data], found: dict[int, int]
) -> dict[int, int]:
    """Pair items that took the place of as many others, where none has an id."""
    places = {m: n for n, m in found.items()}
    more: dict[int, int] = {}
    bounds = [-1, *(m for m in range(len(base)) if m in places), len(base)]
    for above, below in pairwise(bounds):
        first, last = places.get(above, -1), places.get(below, len(side))
        new = range(first + 1, last)
        if len(new) == below - above - 1 and not any(n in found for n in new):
            replaced = zip(new, range(above + 1, below), strict=True)
            more |= {n: m for n, m in replaced if _could_be_one(base[m], side[n])}
    return more


def _could_be_one(one: Data, other: Data) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        named = _has_name(one) or _has_name(other)
        return not named and (_said(one) is None or _said(other) is None)
    return isinstance(one, str) and isinstance(other, str)


def _has_name(item: dict[str, Data]) -> bool:
    return "id" in item or "ref" in item
