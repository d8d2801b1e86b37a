"""How much two elements say the same."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from journeycli.compare.elements import Element

Said: TypeAlias = "tuple[Hashable, ...]"

RENAMED: Final = 0.6
"""How much two elements with ids of their own must share to be one under a new id, from 0 to 1."""
REWORDED: Final = 0.5
"""The same for elements without ids, which are known by their words."""
_UNSAID: Final = (False, "current", "hypothesis")  # defaults, which nobody wrote
_COMPARED: Final = 4_000  # code points of a text that are compared


def said(element: Element) -> Said:
    """Give all that an element says, its id apart: equal for equal content under another id."""
    values = tuple(
        (key, tuple(sorted(each.content)) if isinstance(each.content, tuple) else each.content)
        for key, each in sorted(element.values.items())
    )
    groups = tuple(
        (key, group.state, group.none, tuple((each.id, said(each)) for each in group.elements))
        for key, group in sorted(element.groups.items())
    )
    return (element.kind, element.label if not values else "", values, groups)


def likeness(old: Element, new: Element) -> float:
    """Tell how alike two elements of one group are, from 0 to 1; at least `needed` is one."""
    if old.kind != new.kind or not (old.values and new.values):
        return 0.0
    facts = _shared_facts(old, new)
    if old.kind == "emotion":
        same_person = old.values.get("persona") == new.values.get("persona")
        return REWORDED + facts / 2 if same_person else 0.0
    if old.kind == "metric":
        return REWORDED + facts / 2 if old.label == new.label else 0.0
    if old.has_own_id and new.has_own_id:
        return facts
    return max(facts, _shared_words(old.label, new.label))


def needed(old: Element, new: Element) -> float:
    """Give the likeness from which on two elements are taken for one."""
    return RENAMED if old.has_own_id and new.has_own_id else REWORDED


def _shared_facts(old: Element, new: Element) -> float:
    """Give the share of facts that two elements have in common, twice counted over both."""
    one, other = Counter(_facts(old)), Counter(_facts(new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _facts(element: Element) -> Iterator[Hashable]:
    for key, value in element.values.items():
        if value.content not in _UNSAID:
            yield key, value.content
    for key, group in element.groups.items():
        if group.none:
            yield key, group.none
        yield from ((key, said(each)) for each in group.elements)


def _shared_words(old: str, new: str) -> float:
    one, other = old[:_COMPARED].lower().split(), new[:_COMPARED].lower().split()
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
