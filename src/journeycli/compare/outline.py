"""The changes of a file as an outline: by stage, and what befell one element together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.compare.wording import predicate, sentence, sign, subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.compare.changes import Change
    from journeycli.compare.elements import Element
    from journeycli.compare.wording import Sentence

_TOGETHER: Final = frozenset({"changed", "answered", "emptied", "renamed"})


class Entry(NamedTuple):
    """What befell one element.

    Attributes:
        sign: Of the change; `~` where there are several.
        sentence: The change; the element's name, where there are several.
        details: The changes, where there are several.
        changes: What it tells.

    """

    sign: str
    sentence: Sentence
    details: tuple[Sentence, ...]
    changes: tuple[Change, ...]


class Section(NamedTuple):
    """The changes of one stage, or of all that stands outside the stages.

    Attributes:
        heading: The stage; None outside.
        entries: What befell its elements, in order.

    """

    heading: Element | None
    entries: tuple[Entry, ...]


def outline(changes: Iterable[Change]) -> tuple[Section, ...]:
    """Put changes in order: first what concerns the whole file, then stage by stage."""
    sections: dict[str, list[Change]] = defaultdict(list)
    headings: dict[str, Element | None] = {"": None}
    for change in changes:
        stage = _stage(change)
        key = stage.at if stage is not None else ""
        headings.setdefault(key, stage)
        sections[key].append(change)
    order = sorted(sections, key=bool)  # the sort is stable: what has no stage comes first
    return tuple(Section(headings[key], tuple(_entries(sections[key]))) for key in order)


def _stage(change: Change) -> Element | None:
    return next((each for each in (*change.trail, change.element) if each.kind == "stage"), None)


def _entries(changes: list[Change]) -> Iterator[Entry]:
    start = 0
    while start < len(changes):
        end = start + 1
        while end < len(changes) and _belong_together(changes[start], changes[end]):
            end += 1
        yield _entry(tuple(changes[start:end]))
        start = end


def _belong_together(one: Change, other: Change) -> bool:
    if one.element is not other.element or one.element is _stage(one):
        return False
    return bool(one.element.path) and {one.action, other.action} <= _TOGETHER


def _entry(changes: tuple[Change, ...]) -> Entry:
    first = changes[0]
    heading = _stage(first)
    if len(changes) == 1:
        return Entry(sign(first), sentence(first, heading), (), changes)
    named = subject(first, heading)
    return Entry("~", named, tuple(map(predicate, changes)), changes)
