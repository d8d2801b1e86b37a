"""What changed from one version of a map to another, element by element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from journeycli.compare.matching import out_of_order
from journeycli.compare.pairing import ORDERED, Pairing, pair
from journeycli.compare.references import follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.compare.elements import Element, Group, Value

Action: TypeAlias = Literal[
    "added", "removed", "moved", "reordered", "renamed", "changed", "emptied", "answered"
]
"""What happened to an element. `moved` is to another parent, `reordered` within its list;
`renamed` is a new id; `changed`, `emptied` and `answered` are about one key of it: a value, an
answer that is gone, and an answer that says or said `none`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Attributes:
        action: What happened.
        element: To what: as it is now; as it was, where it is removed.
        trail: What it stands in, from below the root: a stage, a barrier; as that is now.
        old: As it was; None where it is added.
        key: The key that it is about, for `changed`, `emptied` and `answered`.
        before: The value that was there, for `changed`.
        after: The value that is there.
        answer_before: The answer that was there, for `emptied` and `answered`.
        answer_after: The answer that is there.
        old_trail: What it stood in, for `moved`.
        follows: What it stands behind now, for `reordered`; None where it is the first.

    """

    action: Action
    element: Element
    trail: tuple[Element, ...] = ()
    old: Element | None = None
    key: str = ""
    before: Value | None = None
    after: Value | None = None
    answer_before: Group | None = None
    answer_after: Group | None = None
    old_trail: tuple[Element, ...] = ()
    follows: Element | None = None

    @property
    def at(self) -> str:
        """Give its place as readers and machines see it, the key included."""
        return ".".join(each for each in (self.element.at, self.key) if each)


def changes(old: Element, new: Element) -> tuple[Change, ...]:
    """Compare two versions of a file, as trees of elements.

    Order counts where it means something: of stages, customer actions, personas, rows of one's
    own, and the stages of a path. A reference that only follows a new id is no change.

    Returns:
        The changes in the order of the new version; what is removed stands where it was.

    """
    return told(pair(old, new))


def told(pairing: Pairing) -> tuple[Change, ...]:
    """Tell the changes of two versions that are paired; see `changes`."""
    return tuple(_Told(pairing).root())


class _Told:
    """Tells the changes of paired trees."""

    def __init__(self, pairing: Pairing) -> None:
        self._pairing = pairing

    def root(self) -> Iterator[Change]:
        return self._pair(self._pairing.old, self._pairing.new, ())

    def _pair(self, old: Element, new: Element, trail: tuple[Element, ...]) -> Iterator[Change]:
        if old.id != new.id and (old.has_own_id or new.has_own_id):
            yield Change("renamed", new, trail, old)
        yield from self._values(old, new, trail)
        below = (*trail, new) if new is not self._pairing.new else ()
        for key in dict.fromkeys((*old.groups, *new.groups)):
            before, after = old.group(key), new.group(key)
            yield from _answers(old, new, trail, before, after)
            yield from self._removed(before, below)
            yield from self._now(before, after, below)

    def _values(self, old: Element, new: Element, trail: tuple[Element, ...]) -> Iterator[Change]:
        for key in dict.fromkeys((*old.values, *new.values)):
            before, after = old.values.get(key), new.values.get(key)
            ordered = key in ORDERED
            meant = _meaning(after, ordered=ordered)
            if meant not in {
                _meaning(before, ordered=ordered),
                _meaning(follow(before, self._pairing.renames), ordered=ordered),
            }:
                yield Change("changed", new, trail, old, key, before, after)

    def _removed(self, before: Group, trail: tuple[Element, ...]) -> Iterator[Change]:
        for each in before.elements:
            if self._pairing.is_gone(each):
                yield Change("removed", each, trail, each)

    def _now(self, before: Group, after: Group, trail: tuple[Element, ...]) -> Iterator[Change]:
        here = [(self._pairing.before(each), each) for each in after.elements]
        place = {id(each): index for index, each in enumerate(before.elements)}
        stayed = [old for old, _ in here if old is not None and id(old) in place]
        strayed = out_of_order([place[id(old)] for old in stayed])
        moved = {id(stayed[index]) for index in strayed} if after.key in ORDERED else set()
        follows: Element | None = None
        for old, new in here:
            if old is None:
                yield from self._added(new, trail)
            elif id(old) not in place:
                yield from self._moved(old, new, trail)
            else:
                if id(old) in moved:
                    yield Change("reordered", new, trail, old, follows=follows)
                yield from self._pair(old, new, trail)
            follows = new

    def _added(self, new: Element, trail: tuple[Element, ...]) -> Iterator[Change]:
        yield Change("added", new, trail)
        yield from self._arrived(new, (*trail, new))

    def _arrived(self, new: Element, trail: tuple[Element, ...]) -> Iterator[Change]:
        """Tell what moved into an element that is new itself."""
        for group in new.groups.values():
            for each in group.elements:
                old = self._pairing.before(each)
                if old is not None:
                    yield from self._moved(old, each, trail)
                else:
                    yield from self._arrived(each, (*trail, each))

    def _moved(self, old: Element, new: Element, trail: tuple[Element, ...]) -> Iterator[Change]:
        yield Change("moved", new, trail, old, old_trail=self._pairing.trail(old)[:-1])
        yield from self._pair(old, new, trail)


def _answers(
    old: Element, new: Element, trail: tuple[Element, ...], before: Group, after: Group
) -> Iterator[Change]:
    """Tell what became of a question: emptied, or answered by `none`, or no longer so."""
    said = (before.state, before.none) != (after.state, after.none)
    if before.asks and before.state != "unanswered" and after.state == "unanswered":
        action: Action = "emptied"
    elif said and "none" in f"{before.state} {after.state}":
        action = "answered"
    else:
        return
    yield Change(action, new, trail, old, after.key, answer_before=before, answer_after=after)


def _meaning(value: Value | None, *, ordered: bool) -> object:
    """Give what a value says: of several texts the order says nothing, as a rule."""
    if value is None or not isinstance(value.content, tuple):
        return value and value.content
    return value.content if ordered else frozenset(value.content)
