"""Merging the blocks of three versions: what one side changed is taken, what both did clashes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from journeycli.compare.merge_align import key_of, slots_of_keys, slots_of_lists
from journeycli.compare.merge_blocks import Block, Body, Clash, DoubtError, Sheet, block_text
from journeycli.compare.merge_flow import merge_flows
from journeycli.compare.merge_texts import (
    is_block_text,
    merge_block_texts,
    merge_lines_apart,
    said_by,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from journeycli.compare.merge_align import Slot, Slots
    from journeycli.source.document import Data

T = TypeVar("T")


class Merging(NamedTuple):
    """A merged file.

    Attributes:
        sheet: Its text, conflicts included.
        clashes: Where in the data both sides changed something; a step is a key or a slot.
        texts: What texts say of which both sides changed lines, by the same paths.

    """

    sheet: Sheet
    clashes: frozenset[tuple[Hashable, ...]]
    texts: Mapping[tuple[Hashable, ...], Data]


def merge_sheets(base: Sheet | None, ours: Sheet, theirs: Sheet) -> Merging:
    """Merge three versions of a file.

    Raises:
        DoubtError: They cannot be merged beyond doubt.

    """
    merger = _Merger()
    body = merger.body(base.body if base else None, ours.body, theirs.body, ())
    if body is None:
        raise DoubtError("both sides moved the same keys")
    indent = three(base.body.indent if base else None, ours.body.indent, theirs.body.indent)
    sheet = Sheet(
        _comments(base.prologue if base else "", ours.prologue, theirs.prologue),
        Body(None, ours.body.indent if indent is None else indent, inline=False, children=body),
        _comments(base.epilogue if base else "", ours.epilogue, theirs.epilogue),
    )
    return Merging(sheet, frozenset(merger.clashes), merger.texts)


def three(base: T, ours: T, theirs: T) -> T | None:
    """Give what a three-way merge of a value gives; None where both sides changed it."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


class _Merger:
    """Merges, and remembers where the sides clash."""

    def __init__(self) -> None:
        self.clashes: set[tuple[Hashable, ...]] = set()
        self.texts: dict[tuple[Hashable, ...], Data] = {}

    def body(
        self, base: Body | None, ours: Body, theirs: Body, path: tuple[Hashable, ...]
    ) -> tuple[Block | Clash, ...] | None:
        """Merge keys or items; None where their order cannot be merged."""
        if base is not None and (base.keys is None) != (ours.keys is None):
            base = None
        slots = _aligned(base, ours, theirs)
        if slots.contested:
            return None
        merged: list[Block | Clash] = []
        for slot in slots.order:
            step = key_of(slot, ours.keys, theirs.keys) if ours.keys and theirs.keys else slot
            piece = self.block(
                _child(base, slot.base), _child(ours, slot.ours), _child(theirs, slot.theirs),
                (*path, step),
            )  # fmt: skip
            if piece is not None:
                merged.append(_set_apart(piece, slot, ours, theirs) if merged else piece)
        return tuple(_led_once(merged, base, ours, theirs))

    def block(
        self,
        base: Block | None,
        ours: Block | None,
        theirs: Block | None,
        path: tuple[Hashable, ...],
    ) -> Block | Clash | None:
        """Merge one key or item; None stands for a version without it, and for its removal."""
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        if ours is not None and theirs is not None:
            merged = self._core(base, ours, theirs, path)
            if merged is not None:
                lead = _comments(base.lead if base else "", ours.lead, theirs.lead)
                tail = _comments(base.tail if base else "", ours.tail, theirs.tail)
                return replace(merged, lead=lead, tail=tail)
        elif _differs_in_blanks(base, ours or theirs):
            return None
        self.clashes = {each for each in self.clashes if each[: len(path)] != path}
        self.clashes.add(path)
        return _clash(base, ours, theirs)

    def _core(
        self, base: Block | None, ours: Block, theirs: Block, path: tuple[Hashable, ...]
    ) -> Block | None:
        """Merge a block without the comments around it."""
        bare = [replace(each, lead="", tail="") for each in (base, ours, theirs) if each]
        core = three(bare[0] if base else None, bare[-2], bare[-1])
        if core is not None:
            return core
        if ours.body is not None and theirs.body is not None:
            return self._branch(base, ours, theirs, path)
        if ours.body is not None or theirs.body is not None:
            return None
        leaf = _leaf(base, ours, theirs)
        was = base.value if base is not None else None
        is_new = leaf is not None and three(was, ours.value, theirs.value) is None
        if leaf is not None and is_new and is_block_text(leaf.value):
            self.texts[path] = said_by(leaf.head + leaf.value + leaf.rest)
        return leaf

    def _branch(
        self, base: Block | None, ours: Block, theirs: Block, path: tuple[Hashable, ...]
    ) -> Block | None:
        one, other = ours.body, theirs.body
        if one is None or other is None or (one.keys is None) != (other.keys is None):
            return None
        was = base.body if base else None
        frame = _frame(base, ours, theirs)
        children = self.body(was, one, other, path) if frame else None
        if frame is None or children is None:
            return None
        head, inline, indent = frame
        if inline and not _can_stand_inline(children):
            return None
        body = Body(None, indent, inline=inline, children=children)
        return Block("", head, "", "", body, "", None)


def _aligned(base: Body | None, ours: Body, theirs: Body) -> Slots:
    if ours.keys is not None and theirs.keys is not None:
        return slots_of_keys(base.keys or () if base else (), ours.keys, theirs.keys)
    return slots_of_lists(_data(base), _data(ours), _data(theirs))


def _set_apart(piece: Block | Clash, slot: Slot, ours: Body, theirs: Body) -> Block | Clash:
    """Give what was added as the first of its list the blank line that the others have above."""
    side, index = (ours, slot.ours) if slot.theirs is None else (theirs, slot.theirs)
    is_new = slot.base is None and (slot.ours is None or slot.theirs is None)
    if not is_new or index != 0 or piece.lead != "" or len(side.children) == 1:
        return piece
    after = side.children[1]
    apart = isinstance(after, Block) and isinstance(after.lead, str) and after.lead[:1] == "\n"
    return replace(piece, lead="\n") if apart and isinstance(piece, Block) else piece


def _led_once(
    merged: list[Block | Clash], base: Body | None, ours: Body, theirs: Body
) -> list[Block | Clash]:
    """Leave a comment out that came twice: each side put something of its own below it."""
    was = base.children if base else ()
    for known in {lead for each in was if (lead := _lead(each))}:
        had = {len(_led_by(known, each)) for each in (was, ours.children, theirs.children)}
        found = _led_by(known, merged)
        fresh = [each for each in found if each not in was] if len(found) > max(had) else []
        if len(had) == 1 and len(fresh) > 1:
            bare = replace(fresh[-1], lead=_lead(fresh[-1]).removeprefix(known))
            merged = [bare if each is fresh[-1] else each for each in merged]
    return merged


def _led_by(known: str, pieces: Sequence[Block | Clash]) -> list[Block | Clash]:
    return [each for each in pieces if _lead(each).startswith(known)]


def _lead(piece: Block | Clash) -> str:
    """Give the comments above a block; nothing where they are blank or clash."""
    lead = piece.lead if isinstance(piece.lead, str) else ""
    return lead if lead.strip() else ""


def _differs_in_blanks(base: Block | None, left: Block | None) -> bool:
    """Tell whether a block is as it was, but for the blank lines around it.

    These change when something is added above: nobody meant to edit the block.
    """
    if base is None or left is None:
        return False
    around = [(each.lead, each.tail) for each in (base, left)]
    words = [[str(piece).split() for piece in each] for each in around]
    return words[0] == words[1] and replace(base, lead="", tail="") == replace(
        left, lead="", tail=""
    )


def _data(body: Body | None) -> list[Data]:
    children = body.children if body else ()
    return [each.data for each in children if isinstance(each, Block)]


def _child(body: Body | None, index: int | None) -> Block | None:
    child = None if body is None or index is None else body.children[index]
    return child if isinstance(child, Block) else None


def _frame(base: Block | None, ours: Block, theirs: Block) -> tuple[str, bool, int] | None:
    """Merge what a body hangs on: head, whether it begins there, and indent."""
    one, other = _frame_of(ours), _frame_of(theirs)
    merged = three(_frame_of(base), one, other)
    if merged is not None or one is None or other is None:
        return merged
    if one[1] or other[1]:
        return None
    was = base.head if base is not None and base.body is not None else None
    head = three(was, one[0], other[0])  # one side changed the comment, the other the indent
    return None if head is None else (head, False, one[2])


def _frame_of(block: Block | None) -> tuple[str, bool, int] | None:
    if block is None or block.body is None:
        return None
    return block.head, block.body.inline, block.body.indent


def _can_stand_inline(children: tuple[Block | Clash, ...]) -> bool:
    """Tell whether the first of some keys or items can stand on the line of a dash."""
    if not children:
        return True
    first = children[0]
    if isinstance(first, Clash):
        return bool(first.ours and first.theirs and not first.lead)
    return first.lead == ""


def _leaf(base: Block | None, ours: Block, theirs: Block) -> Block | None:
    """Merge a value with what stands around it; None where both sides changed one of these."""
    was = base if base is not None and base.body is None else None
    head = three(was.head if was else None, ours.head, theirs.head)
    rest = three(was.rest if was else "\n", ours.rest, theirs.rest)
    value = three(was.value if was else None, ours.value, theirs.value)
    if value is None and ours.flow is not None and theirs.flow is not None:
        value = merge_flows(was.flow if was else None, ours.flow, theirs.flow)
    elif value is None and was is not None:
        value = merge_block_texts(was.value, ours.value, theirs.value)
    if head is None or rest is None or value is None:
        return None
    return Block("", head, value, rest, None, "", None)


def _comments(base: str | Clash, ours: str | Clash, theirs: str | Clash) -> str | Clash:
    """Merge lines of comments and blanks; those that differ in blank lines only do not clash."""
    if isinstance(base, Clash) or isinstance(ours, Clash) or isinstance(theirs, Clash):
        raise DoubtError("it has been merged before")
    merged = three(base, ours, theirs)
    if merged is not None:
        return merged
    which = three(base.split(), ours.split(), theirs.split())
    if which is not None:
        return ours if which == ours.split() else theirs
    lines = merge_lines_apart(base, ours, theirs)
    return Clash(base, ours, theirs) if lines is None else lines


def _clash(base: Block | None, ours: Block | None, theirs: Block | None) -> Clash:
    """Set two versions against each other; the lines above stay out of it where they agree."""
    given = [each for each in (base, ours, theirs) if each is not None]
    leads = {each.lead for each in given}
    lead = leads.pop() if len(leads) == 1 and ours is not None and theirs is not None else ""
    if not isinstance(lead, str):
        lead = ""
    texts = [block_text(each).removeprefix(lead) if each else "" for each in (base, ours, theirs)]
    return Clash(texts[0], texts[1], texts[2], lead)
