"""Which elements of three versions are the same one, and in what order they stand afterwards."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
_MOST_COMPARED = 2_500  # pairs; beyond it, what has another name counts as another element
_MOST_MOVED = 1_000  # elements whose order both sides changed


class Slot(NamedTuple):
    """One element in three versions: its index in each, None where it is not there."""

    base: int | None
    ours: int | None
    theirs: int | None


class Slots(NamedTuple):
    """The elements of three versions.

    Attributes:
        order: All that stand in ours or theirs, in the order of the merged list.
        contested: Whether both sides moved elements in ways that cannot both be had.

    """

    order: tuple[Slot, ...]
    contested: bool


def slots_of_lists(base: Sequence[Data], ours: Sequence[Data], theirs: Sequence[Data]) -> Slots:
    """Align the items of a list: by id, by what they say, then by likeness."""
    to_base_ours, to_base_theirs = _paired(base, ours), _paired(base, theirs)
    fresh_ours = [n for n in range(len(ours)) if n not in to_base_ours]
    fresh_theirs = [n for n in range(len(theirs)) if n not in to_base_theirs]
    both = _by(_identities, ours, theirs, fresh_ours, fresh_theirs)
    return _slots(len(base), to_base_ours, to_base_theirs, both, (len(ours), len(theirs)))


def slots_of_keys(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Slots:
    """Align the keys of a mapping; their order is layout, so that it is never contested."""
    place_base = {key: n for n, key in enumerate(base)}
    place_ours = {key: n for n, key in enumerate(ours)}
    to_base_ours = {n: place_base[key] for n, key in enumerate(ours) if key in place_base}
    to_base_theirs = {n: place_base[key] for n, key in enumerate(theirs) if key in place_base}
    both = {n: place_ours[key] for n, key in enumerate(theirs) if key in place_ours}
    both = {n: m for n, m in both.items() if n not in to_base_theirs}
    size = (len(ours), len(theirs))
    return _slots(len(base), to_base_ours, to_base_theirs, both, size)._replace(contested=False)


def key_of(slot: Slot, ours: Sequence[str], theirs: Sequence[str]) -> str:
    """Give the key that a slot of two mappings stands for."""
    return ours[slot.ours] if slot.ours is not None else theirs[slot.theirs or 0]


def has_duplicate_ids(items: Iterable[Data]) -> bool:
    """Tell whether two items of a list have the same id."""
    given = [each.get("id") for each in items if isinstance(each, dict)]
    ids = [str(each) for each in given if isinstance(each, str)]
    return len(ids) != len(set(ids))


def _slots(
    base: int,
    to_base_ours: dict[int, int],
    to_base_theirs: dict[int, int],
    both: dict[int, int],
    size: tuple[int, int],
) -> Slots:
    """Make slots of pairs: from side to base, and from theirs to ours for what both added."""
    in_ours = {of_base: n for n, of_base in to_base_ours.items()}
    in_theirs = {of_base: n for n, of_base in to_base_theirs.items()}
    slots = [Slot(n, in_ours.get(n), in_theirs.get(n)) for n in range(base)]
    slots += [Slot(None, ours, theirs) for theirs, ours in both.items()]
    paired = set(both.values())
    slots += [
        Slot(None, n, None) for n in range(size[0]) if n not in to_base_ours and n not in paired
    ]
    slots += [
        Slot(None, None, n) for n in range(size[1]) if n not in to_base_theirs and n not in both
    ]
    return _ordered(slots)


def _ordered(slots: list[Slot]) -> Slots:
    by_ours = sorted((each for each in slots if each.ours is not None), key=_in_ours)
    by_theirs = sorted((each for each in slots if each.theirs is not None), key=_in_theirs)
    shared = [each for each in by_ours if each.theirs is not None]
    order, contested = _order_of_shared(shared)
    merged = list(order)
    _insert(merged, by_ours, frozenset())
    _insert(merged, by_theirs, frozenset(by_ours) - frozenset(shared))
    return Slots(tuple(merged), contested)


def _order_of_shared(shared: list[Slot]) -> tuple[list[Slot], bool]:
    """Order what both sides have, so that whoever moved something is followed.

    `shared` comes in our order.
    """
    theirs = sorted(shared, key=_in_theirs)
    if theirs == shared:
        return shared, False
    old = [each for each in shared if each.base is not None]
    if _is_sorted(old):
        return theirs, False
    if _is_sorted([each for each in theirs if each.base is not None]):
        return shared, False
    if len(shared) > _MOST_MOVED:
        return shared, True
    rank = {each: sum(_precedes(other, each) for other in shared) for each in shared}
    if sorted(rank.values()) != list(range(len(shared))):
        return shared, True
    return sorted(shared, key=rank.__getitem__), False


def _precedes(one: Slot, other: Slot) -> bool:
    """Tell whether one stands before another once each side's moves are made."""
    if one == other:
        return False
    ours, theirs = _in_ours(one) < _in_ours(other), _in_theirs(one) < _in_theirs(other)
    if ours == theirs or one.base is None or other.base is None:
        return ours
    was = one.base < other.base
    return theirs if ours == was else ours


def _insert(merged: list[Slot], side: list[Slot], passing: frozenset[Slot]) -> None:
    """Put what only one side has behind what stands before it there, and behind `passing`."""
    placed = set(merged)
    at = 0
    for slot in side:
        if slot in placed:
            at = merged.index(slot) + 1
            continue
        while at < len(merged) and merged[at] in passing:
            at += 1
        merged.insert(at, slot)
        placed.add(slot)
        at += 1


def _is_sorted(slots: list[Slot]) -> bool:
    return all((one.base or 0) < (other.base or 0) for one, other in pairwise(slots))


def _in_ours(slot: Slot) -> int:
    return -1 if slot.ours is None else slot.ours


def _in_theirs(slot: Slot) -> int:
    return -1 if slot.theirs is None else slot.theirs


def _paired(base: Sequence[Data], side: Sequence[Data]) -> dict[int, int]:
    """Give, for each item of a side that stands in the base as well, its index there."""
    found = _by(_identities, base, side, range(len(base)), range(len(side)))
    for how in (_sayings, None):
        old = [n for n in range(len(base)) if n not in set(found.values())]
        new = [n for n in range(len(side)) if n not in found]
        found |= _by(how, base, side, old, new) if how else _alike(base, side, old, new)
    return found | _in_one_place(base, side, found)


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
    scored = [(likeness(base[m], side[n]), n, m) for n in new for m in old]
    found: dict[int, int] = {}
    for score, n, m in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= _ALIKE and n not in found and m not in found.values():
            found[n] = m
    return found


def likeness(one: Data, other: Data) -> float:
    """Tell how much two items have in common, ids left out: 0 nothing, 1 all."""
    if isinstance(one, str) and isinstance(other, str):
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
    if isinstance(one, dict) and isinstance(other, dict):
        left, right = set(_leaves(one)), set(_leaves(other))
        return 2 * len(left & right) / (len(left) + len(right) or 1)
    return 0.0


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
    """Pair a single item that took the place of a single other one, where neither has an id."""
    places = {m: n for n, m in found.items()}
    more: dict[int, int] = {}
    bounds = [-1, *(m for m in range(len(base)) if m in places), len(base)]
    for above, below in pairwise(bounds):
        first = places.get(above, -1)
        last = places.get(below, len(side))
        if below - above == last - first == 2:  # noqa: PLR2004 - one item on each side
            one, other = base[above + 1], side[first + 1]
            if first + 1 not in found and type(one) is type(other) and not _has_id(one, other):
                more[first + 1] = above + 1
    return more


def _has_id(one: Data, other: Data) -> bool:
    return any(isinstance(each, dict) and ("id" in each or "ref" in each) for each in (one, other))
