"""Which element of a map was which before: by id, by content, and by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.compare.alike import likeness, needed, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.compare.elements import Element

_MOST_PAIRS: Final = 2_500  # beyond that, likeness is not looked for: it would take seconds


class Matched(NamedTuple):
    """How two lists of elements belong together.

    Attributes:
        pairs: The old and the new of each element that is in both, in the order of the new list.
        gone: The old elements that are in the new list no more, in their order.
        fresh: The new elements that were not in the old list, in their order.

    """

    pairs: tuple[tuple[Element, Element], ...]
    gone: tuple[Element, ...]
    fresh: tuple[Element, ...]


def match(old: Sequence[Element], new: Sequence[Element]) -> Matched:
    """Match the elements of two lists.

    Those with one id are one. Of the others, those that say the same are one under a new id, and
    then those that are most alike.
    """
    found: dict[int, Element] = {}  # by the identity of the new element
    by_id = {each.id: each for each in old}
    for each in new:
        if each.id in by_id:
            found[id(each)] = by_id.pop(each.id)
    left = list(by_id.values())
    _match_same(left, [each for each in new if id(each) not in found], found)
    _match_alike(left, [each for each in new if id(each) not in found], found)
    pairs = tuple((found[id(each)], each) for each in new if id(each) in found)
    fresh = tuple(each for each in new if id(each) not in found)
    return Matched(pairs, tuple(left), fresh)


def out_of_order(places: Sequence[int]) -> set[int]:
    """Give the indexes of what must have moved, for the rest to have kept its order.

    Args:
        places: The old place of each element, in the new order.

    """
    tails: list[int] = []  # the least place that ends a rising run of each length
    ends: list[int] = []  # the index at which it stands
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept


def _match_same(left: list[Element], new: Iterable[Element], found: dict[int, Element]) -> None:
    by_content = defaultdict(list)
    for each in left:
        if each.values:
            by_content[said(each)].append(each)
    for each in new:
        same = by_content.get(said(each))
        if same:
            _note(same.pop(0), each, left, found)


def _match_alike(left: list[Element], new: Sequence[Element], found: dict[int, Element]) -> None:
    if len(left) * len(new) > _MOST_PAIRS:
        return
    scored = [
        (-score, abs(before - after), before, after)
        for before, one in enumerate(left)
        for after, other in enumerate(new)
        if (score := likeness(one, other)) >= needed(one, other)
    ]
    olds = tuple(left)
    taken: set[int] = set()
    for _, _, before, after in sorted(scored):
        if id(new[after]) not in found and before not in taken:
            taken.add(before)
            _note(olds[before], new[after], left, found)


def _note(old: Element, new: Element, left: list[Element], found: dict[int, Element]) -> None:
    found[id(new)] = old
    left[:] = [each for each in left if each is not old]
