"""Values in brackets and braces as their parts, so that edits of different parts merge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.compare.merge_align import slots_of_keys, slots_of_lists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.compare.merge_align import Slot, Slots
    from journeycli.source.document import Data, Standing
    from journeycli.source.span import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A key with its value, or an item.

    Attributes:
        head: The key with its colon; empty for an item.
        value: The value as written.
        flow: The value, where it is in brackets or braces itself.
        data: What the value says.

    """

    head: str
    value: str
    flow: Flow | None
    data: Data

    @property
    def text(self) -> str:
        """The part as written."""
        return self.head + self.value


@dataclass(frozen=True, slots=True)
class Flow:
    """A value in brackets or braces.

    Attributes:
        opening: The bracket with the blanks behind it.
        gaps: What stands between one part and the next.
        closing: The other bracket with the blanks before it.
        keys: The keys of a mapping in the order of the parts; None for a list.
        parts: What stands between the brackets.

    """

    opening: str
    gaps: tuple[str, ...]
    closing: str
    keys: tuple[str, ...] | None
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The value as written."""
        texts = [self.opening]
        for part, gap in zip(self.parts, (*self.gaps, ""), strict=True):
            texts += (part.text, gap)
        return "".join((*texts, self.closing))


def read_flow(text: str, places: Mapping[Path, Standing], path: Path, data: Data) -> Flow | None:
    """Take a value in brackets or braces apart; None for any other value."""
    whole, items = places[path].value, items_of(data)
    if not items or places[path].style != "flow":
        return None
    parts, starts, ends = [], [], []
    for step, below in items:
        here = (*path, step)
        key, value, _ = places[here]
        start = value.start if key is None else key.start
        flow = read_flow(text, places, here, below)
        parts.append(Part(text[start : value.start], text[value.start : value.end], flow, below))
        starts.append(start)
        ends.append(value.end)
    gaps = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    read = Flow(
        text[whole.start : starts[0]],
        tuple(gaps),
        text[ends[-1] : whole.end],
        tuple(data) if isinstance(data, dict) else None,
        tuple(parts),
    )
    return read if read.text == text[whole.start : whole.end] else None


def items_of(data: Data) -> list[tuple[str | int, Data]]:
    """Give what a list or mapping holds, each with its index or key."""
    if isinstance(data, dict):
        return list(data.items())
    return list(enumerate(data)) if isinstance(data, list) else []


def merge_flows(base: Flow | None, ours: Flow, theirs: Flow) -> str | None:
    """Merge edits of different parts; None where both edited one, or the layout stands in the way.

    `base` is None where both sides added the value, or wrote it in place of something else.
    """
    if (ours.keys is None) != (theirs.keys is None):
        return None
    if base is not None and (base.keys is None) != (ours.keys is None):
        base = None
    slots = _aligned(base, ours, theirs)
    if slots.contested:
        return None
    texts = []
    for slot in slots.order:
        merged = _merge_slot(base, ours, theirs, slot)
        if merged is None:
            return None
        texts.append(merged)
    return _joined(ours, theirs, slots.order, texts)


def _aligned(base: Flow | None, ours: Flow, theirs: Flow) -> Slots:
    if ours.keys is not None and theirs.keys is not None:
        return slots_of_keys(base.keys or () if base else (), ours.keys, theirs.keys)
    return slots_of_lists(
        [part.data for part in base.parts] if base else [],
        [part.data for part in ours.parts],
        [part.data for part in theirs.parts],
    )


def _merge_slot(base: Flow | None, ours: Flow, theirs: Flow, slot: Slot) -> str | None:
    """Give the text of a part; empty where it was removed, None where it is contested."""
    was = base.parts[slot.base] if base is not None and slot.base is not None else None
    one = None if slot.ours is None else ours.parts[slot.ours]
    other = None if slot.theirs is None else theirs.parts[slot.theirs]
    if one is None or other is None:
        left = one or other
        if left is None or (was is not None and was != left):
            return None
        return "" if was is not None else left.text
    return _merge_parts(was, one, other)


def _merge_parts(was: Part | None, one: Part, other: Part) -> str | None:
    if other in (one, was):
        return one.text
    if one == was:
        return other.text
    head = one.head if was is None or other.head == was.head else other.head
    if head not in (one.head, other.head) or (was is None and one.head != other.head):
        return None
    if was is not None and was.head not in (one.head, other.head) and one.head != other.head:
        return None
    value = None
    if one.value == other.value or (was is not None and other.value == was.value):
        value = one.value
    elif was is not None and one.value == was.value:
        value = other.value
    elif one.flow is not None and other.flow is not None:
        value = merge_flows(was.flow if was else None, one.flow, other.flow)
    return None if value is None else head + value


def _joined(ours: Flow, theirs: Flow, order: Sequence[Slot], texts: list[str]) -> str | None:
    kept = [text for text in texts if text]
    if [slot.ours for slot in order] == list(range(len(ours.parts))) and len(kept) == len(texts):
        gaps = ours.gaps  # no part came or went: our layout stays
    else:
        all_gaps = ours.gaps + theirs.gaps
        if any(set(each) - {",", " "} for each in (*all_gaps, ours.closing[:-1], ours.opening[1:])):
            return None
        gap = (*all_gaps, ", ")[0]
        gaps = (gap,) * (len(kept) - 1)
    text = ours.opening
    for each, gap in zip(kept, (*gaps, ""), strict=False):
        text += each + gap
    return text + ours.closing
