"""The same merge on the data alone: what the merged text has to say, found without its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.compare.merge_align import key_of, slots_of_keys, slots_of_lists
from journeycli.compare.merge_blocks import DoubtError
from journeycli.text import Quoted

if TYPE_CHECKING:
    from collections.abc import Hashable

    from journeycli.compare.merge_blocks import Side
    from journeycli.compare.merge_three import Merging
    from journeycli.source.document import Data


class _Missing:
    """What stands where a version has no such key or item."""


_MISSING = _Missing()


def merge_data(versions: tuple[Data, Data, Data], merging: Merging, side: Side) -> Data:
    """Merge three versions of some data.

    Args:
        versions: The common version, None where there is none; our version; their version.
        merging: Says where the sides are known to clash, and what texts say that were merged.
        side: Whose version is taken there.

    Raises:
        DoubtError: The sides clash elsewhere as well.

    """
    merged = _DataMerger(merging, side).merge(*versions, ())
    return None if isinstance(merged, _Missing) else merged


def identical(one: Data, other: Data) -> bool:
    """Tell whether two values say the same, quotes that decide a type included.

    The order of keys says nothing; an empty list or mapping says the same as no value.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(identical(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other and isinstance(one, Quoted) == isinstance(other, Quoted)
    return _is_blank(one) and _is_blank(other)


class _DataMerger:
    """Merges data, with clashes decided."""

    def __init__(self, merging: Merging, side: Side) -> None:
        self._clashes = clashes = merging.clashes
        self._texts = merging.texts
        self._above = {path[:depth] for path in clashes for depth in range(len(path))}
        self._side = side

    def merge(
        self,
        base: Data | _Missing,
        ours: Data | _Missing,
        theirs: Data | _Missing,
        path: tuple[Hashable, ...],
    ) -> Data | _Missing:
        if path in self._clashes:
            return ours if self._side == "ours" else theirs
        if path in self._texts:
            return self._texts[path]
        if path not in self._above:
            if _same(ours, theirs) or _same(theirs, base):
                return ours
            if _same(ours, base):
                return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._mappings(base if isinstance(base, dict) else {}, ours, theirs, path)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._lists(base if isinstance(base, list) else [], ours, theirs, path)
        raise DoubtError("the lines would say something else than the elements")

    def _mappings(
        self,
        base: dict[str, Data],
        ours: dict[str, Data],
        theirs: dict[str, Data],
        path: tuple[Hashable, ...],
    ) -> Data:
        names = (list(base), list(ours), list(theirs))
        found: dict[str, Data] = {}
        for slot in slots_of_keys(*names).order:
            key = key_of(slot, names[1], names[2])
            merged = self.merge(
                base.get(key, _MISSING), ours.get(key, _MISSING), theirs.get(key, _MISSING),
                (*path, key),
            )  # fmt: skip
            if not isinstance(merged, _Missing):
                found[key] = merged
        return found or None

    def _lists(
        self,
        base: list[Data],
        ours: list[Data],
        theirs: list[Data],
        path: tuple[Hashable, ...],
    ) -> Data:
        slots = slots_of_lists(base, ours, theirs)
        if slots.contested:
            raise DoubtError("the lines would say something else than the elements")
        found: list[Data] = []
        for slot in slots.order:
            merged = self.merge(
                _at(base, slot.base), _at(ours, slot.ours), _at(theirs, slot.theirs), (*path, slot)
            )
            if not isinstance(merged, _Missing):
                found.append(merged)
        return found or None


def _same(one: Data | _Missing, other: Data | _Missing) -> bool:
    if isinstance(one, _Missing) or isinstance(other, _Missing):
        return one is other
    return identical(one, other)


def _at(items: list[Data], index: int | None) -> Data | _Missing:
    return _MISSING if index is None else items[index]


def _is_blank(value: Data) -> bool:
    return value is None or value in ([], {})
