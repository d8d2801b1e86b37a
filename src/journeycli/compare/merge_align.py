"""Which elements of three versions are the same one, and in what order they stand afterwards."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeycli.compare.merge_pairs import paired, paired_by_identity
from journeycli.text import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.source.document import Data

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
    to_base_ours, to_base_theirs = paired(base, ours), paired(base, theirs)
    fresh_ours = [n for n in range(len(ours)) if n not in to_base_ours]
    fresh_theirs = [n for n in range(len(theirs)) if n not in to_base_theirs]
    both = {
        of_theirs: of_ours
        for of_theirs, of_ours in paired_by_identity(ours, theirs, fresh_ours, fresh_theirs).items()
        if not _is_sentence(theirs[of_theirs])
        or _are_neighbours(_around(of_ours, to_base_ours), _around(of_theirs, to_base_theirs))
    }
    return _slots(len(base), to_base_ours, to_base_theirs, both, (len(ours), len(theirs)))


def _around(place: int, to_base: dict[int, int]) -> tuple[int | None, int | None]:
    """Give the base's items next above and next below a new item."""
    above = (to_base[n] for n in sorted(to_base, reverse=True) if n < place)
    below = (to_base[n] for n in sorted(to_base) if n > place)
    return next(above, None), next(below, None)


def _is_sentence(item: Data) -> bool:
    """Tell a sentence, which may well stand in a list twice, from an element and from an id."""
    return isinstance(item, str) and not is_slug(item)


def _are_neighbours(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None]
) -> bool:
    """Tell whether two sentences were added at one place; at two places, both have to stay."""
    return one[0] == other[0] or one[1] == other[1]


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
