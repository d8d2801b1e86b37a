"""Two versions of a file, each element with what it was before, wherever it stands now."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeycli.compare.alike import said
from journeycli.compare.matching import match
from journeycli.compare.references import follow, renames

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from journeycli.compare.elements import Element, Value

ORDERED: Final = frozenset({"stages", "customer_actions", "personas", "lanes"})
"""The keys below which the order means something."""
_BOUND: Final = frozenset({"way on", "emotion", "metric", "opinion"})
"""What says nothing away from where it stands, so that it cannot move."""

_KNOWN_BY: Final = {"next": "stage", "addresses": "barrier"}
"""Keys whose elements are known by what they point at, and the key that points."""


class Pairing:
    """Two trees, and which element of the one is which of the other.

    Args:
        old: The old tree.
        new: The new one.

    Attributes:
        old: The old tree.
        new: The new one.
        renames: The new id of an element by its kind and its old id.

    """

    def __init__(self, old: Element, new: Element) -> None:
        self.old = old
        self.new = new
        self._before: dict[int, Element] = {id(new): old}  # by the identity of the new element
        self._trails = dict(_trails(old, ()))
        self._match(old, new)
        self._find_moved()
        self.renames = renames(self._pairs(), old.below(), new.below())
        self._follow_references()
        self._after = {id(before) for before in self._before.values()}

    def before(self, new: Element) -> Element | None:
        """Give what an element was; None where it is new."""
        return self._before.get(id(new))

    def is_gone(self, old: Element) -> bool:
        """Tell whether an element is nowhere any more."""
        return id(old) not in self._after

    def trail(self, old: Element) -> tuple[Element, ...]:
        """Give what an old element stood in, from below the root, and itself."""
        return self._trails[id(old)]

    def places(self, key: str) -> dict[int, int]:
        """Give the old place by the new one, from 0, of the root's elements under a key."""
        olds = {id(each): place for place, each in enumerate(self.old.group(key).elements)}
        found = {}
        for place, each in enumerate(self.new.group(key).elements):
            old = self.before(each)
            if old is not None and id(old) in olds:
                found[place] = olds[id(old)]
        return found

    def _pairs(self) -> Iterator[tuple[Element, Element]]:
        for new in self.new.below():
            old = self._before.get(id(new))
            if old is not None:
                yield old, new

    def _match(self, old: Element, new: Element) -> None:
        for key in new.groups:
            found = match(old.group(key).elements, new.group(key).elements)
            for before, after in found.pairs:
                self._before[id(after)] = before
                self._match(before, after)

    def _find_moved(self) -> None:
        """Match what is gone in one place with what is new in another.

        By its own id, or by all that it says; only where no other element could be meant as well.
        """
        matched = {id(old) for old in self._before.values()}
        gone = [each for each in _movable(self.old) if id(each) not in matched]
        fresh = [each for each in _movable(self.new) if id(each) not in self._before]
        lost = _by_name(gone)
        for name, found in _by_name(fresh).items():
            before = lost.get(name, [])
            if len(before) == len(found) == 1:
                self._before[id(found[0])] = before[0]
                self._match(before[0], found[0])

    def _follow_references(self) -> None:
        """Match what is known by what it points at, where that has a new id."""
        if not self.renames:
            return
        matched = {id(old) for old in self._before.values()}
        for old, new in [(self.old, self.new), *self._pairs()]:
            for key, reference in _KNOWN_BY.items():
                left = {
                    _target(follow(each.values.get(reference), self.renames)) or " ": each
                    for each in old.group(key).elements
                    if id(each) not in matched
                }
                for each in new.group(key).elements:
                    before = left.get(_target(each.values.get(reference)) or "")
                    if before is not None and id(each) not in self._before:
                        self._before[id(each)] = before


def pair(old: Element, new: Element) -> Pairing:
    """Pair two versions of a file."""
    return Pairing(old, new)


def _trails(
    element: Element, trail: tuple[Element, ...]
) -> Iterator[tuple[int, tuple[Element, ...]]]:
    yield id(element), trail
    for group in element.groups.values():
        for each in group.elements:
            yield from _trails(each, (*trail, each))


def _movable(tree: Element) -> Iterator[Element]:
    """Give what could have moved: not what a single key holds, nor what only its place explains."""
    for group in tree.groups.values():
        for each in group.elements:
            if not group.single and each.kind not in _BOUND and each.values:
                yield each
            yield from _movable(each)


def _by_name(elements: Sequence[Element]) -> dict[Hashable, list[Element]]:
    found: dict[Hashable, list[Element]] = defaultdict(list)
    for each in elements:
        found[(each.kind, each.id) if each.has_own_id else said(each)].append(each)
    return found


def _target(value: Value | None) -> str | None:
    return str(value.content) if value is not None else None
