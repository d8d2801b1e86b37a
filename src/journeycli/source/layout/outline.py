"""A document as an outline: every key and list item, and the comments that belong to each.

A comment on the line of an entry is its tail. A comment on a line of its own that stands no further
to the right than the entry below it leads that entry; one further to the right is the foot of what
stands above it. So commented-out items stay at the end of their list, and headings with their key.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from yaml.events import ScalarEvent

from journeycli.source.layout.errors import LayoutError
from journeycli.source.marks import start_of
from journeycli.source.tree import children, end_of_node, is_mapping, pairs, span_of_node, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.source.comments import Comment
    from journeycli.source.document import Document
    from journeycli.source.span import Path

GAP = "\f"
"""Stands for a group of blank lines; no line of a document that could be read holds it."""

_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_LIKE_AN_ITEM = re.compile(r"#\s*-\s")
_LIKE_ITS_REST = re.compile(r"#\s{2,}\S")
_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+|[|>]\+")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A key with its value, or a list item.

    Attributes:
        key: The key; None for an item.
        value: The node of the value.
        path: Where it stands in the data.
        start: Where its key or dash stands in the text.
        column: How far to the right, in code points from 0.
        parent: The entry whose value it stands in; None at the root.
        in_flow: Whether it stands in `[…]` or `{…}`.

    """

    key: ScalarEvent | None
    value: Any
    path: Path
    start: int
    column: int
    parent: Entry | None
    in_flow: bool


@dataclass(slots=True)
class Remarks:
    """The comments of an entry, and the groups of blank lines between them as `GAP`.

    Attributes:
        leading: The lines above it.
        tail: What stands behind it on its line: the comment, and the column where it stood.
        foot: The lines at the end of what it holds.

    """

    leading: list[str] = field(default_factory=list)
    tail: list[tuple[str, int]] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


class Outline:
    """The entries of a document with their remarks.

    Args:
        document: One that was read without a fault.
        start: Where its first entry may stand; comments before it are left out.

    Attributes:
        foot: The comments at its end.
        broken: Flow collections, by the identity of their node, that hold comments.

    Raises:
        LayoutError: A dash is not where it should be.

    """

    def __init__(self, document: Document, start: int = 0) -> None:
        self._document = document
        self._text = document.text
        self._entries: list[Entry] = []
        self._children: dict[int, list[Entry]] = {}
        self._remarks: dict[Entry, Remarks] = {}
        self.foot: list[str] = []
        self.broken: set[int] = set()
        self._walk(document.root, None, (), in_flow=False)
        self._starts = [entry.start for entry in self._entries]
        self._place_comments([each for each in document.comments if each.span.start >= start])

    def children(self, node: Any) -> list[Entry]:
        """Give the entries of a list or mapping, in the order of the text."""
        return self._children.get(id(node), [])

    def remarks(self, entry: Entry) -> Remarks:
        """Give the comments and blank lines of an entry."""
        return self._remarks.setdefault(entry, Remarks())

    def _walk(self, node: Any, parent: Entry | None, path: Path, *, in_flow: bool) -> None:
        if not isinstance(node, list):
            return
        flow = in_flow or style_of(node) == "flow"
        found: list[tuple[ScalarEvent | None, Any, int, str | int]] = (
            [(key, value, start_of(key), key.value) for key, value in pairs(node)]
            if is_mapping(node)
            else [
                (None, value, start, index)
                for index, (value, start) in enumerate(self._items(node, flow=flow))
            ]
        )
        for key, value, start, step in found:
            column = self._document.lines.position(start).column - 1
            entry = Entry(key, value, (*path, step), start, column, parent, flow)
            self._entries.append(entry)
            self._children.setdefault(id(node), []).append(entry)
            self._walk(value, entry, entry.path, in_flow=flow)

    def _items(self, node: Any, *, flow: bool) -> Iterator[tuple[Any, int]]:
        """Give the items of a list, each with where its dash stands; in flow style, the item."""
        at = span_of_node(node, self._text).start
        for item in children(node):
            if flow:
                yield item, start_of(item[0] if isinstance(item, list) else item)
                continue
            gap = _BETWEEN.match(self._text, at)
            at = gap.end() if gap else at
            if self._text[at : at + 1] != "-":
                raise LayoutError("a list has an item whose dash is hard to find")
            yield item, at
            at = max(end_of_node(item, self._text), at + 1)

    def _place_comments(self, comments: Sequence[Comment]) -> None:
        gaps = groupby(comments, lambda each: bisect_right(self._starts, each.span.start))
        for gap, group in gaps:
            above = self._entries[gap - 1] if gap else None
            below = self._entries[gap] if gap < len(self._entries) else None
            self._place_gap(group, above, below)
        for entry in self._entries:
            if self._is_first_on_line(entry) and self._has_blank_above(entry.start):
                self.remarks(entry).leading.append(GAP)

    def _place_gap(
        self, comments: Iterable[Comment], above: Entry | None, below: Entry | None
    ) -> None:
        """Place the comments between the starts of two entries."""
        floor = above  # what the next one may be the foot of, or what is around that
        items = None  # the key of a list that the comments before were items of
        for comment in comments:
            start, end = comment.span
            text = self._text[start:end]
            column = self._document.lines.position(start).column - 1
            flow = self._flow_around(above, start)
            if above is not None and not comment.own_line:
                self.remarks(self._outside(above, start)).tail.append((text, column))
                continue
            if above is not None and self._is_before_value(start, above):
                lines = self.remarks(above).leading
            elif flow is not None:
                inside = below is not None and _is_within(below, flow)
                lines = self._leading_of(below) if inside else self.remarks(flow).foot
            else:
                items = self._flush_list(items, floor, text, column)
                floor = items or self._owner(floor, below, column)
                lines = self._leading_of(below) if floor is None else self.remarks(floor).foot
            lines += [GAP, text] if self._has_blank_above(start) else [text]

    def _owner(self, floor: Entry | None, below: Entry | None, column: int) -> Entry | None:
        """Give the entry that a comment is the foot of; None where it leads the one below.

        It is the deepest one left of the comment, and never one around the entry below.
        """
        if below is not None and below.parent is floor:
            return None
        if column <= (below.column if below is not None else 0):
            return None
        while floor is not None and (floor.in_flow or floor.column >= column):
            floor = floor.parent
        return floor

    def _flush_list(
        self, items: Entry | None, floor: Entry | None, text: str, column: int
    ) -> Entry | None:
        """Give the key of a list that is not indented, where a comment is an item taken out of it.

        Nothing but its dash tells that such a comment belongs to the list, and not to the key
        below; the lines of that item follow, further in.
        """
        if items is not None:
            return items if _LIKE_AN_ITEM.match(text) or _LIKE_ITS_REST.match(text) else None
        while _LIKE_AN_ITEM.match(text) and floor is not None:
            if floor.key is None and floor.column == column and floor.parent is not None:
                return floor.parent if floor.parent.column == column else None
            floor = floor.parent
        return None

    def _leading_of(self, entry: Entry | None) -> list[str]:
        return self.foot if entry is None else self.remarks(entry).leading

    def _is_before_value(self, offset: int, entry: Entry) -> bool:
        """Tell whether a comment stands between a key, or dash, and what is no block below it."""
        value = entry.value
        if isinstance(value, list) and style_of(value) == "block":
            return False
        start, end = span_of_node(value, self._text)
        return offset < start < end

    def _flow_around(self, entry: Entry | None, offset: int) -> Entry | None:
        """Give the outermost entry whose value is a flow collection around a comment, if any."""
        found = None
        while entry is not None:
            value = entry.value
            if isinstance(value, list) and style_of(value) == "flow":
                start, end = span_of_node(value, self._text)
                if start <= offset < end:
                    self.broken.add(id(value))
                    found = entry
            entry = entry.parent
        return found

    def _outside(self, entry: Entry, offset: int) -> Entry:
        """Give the entry that a comment follows: the one around a flow collection that is over."""
        while entry.in_flow and entry.parent is not None:
            if offset < span_of_node(entry.parent.value, self._text).end:
                break
            entry = entry.parent
        return entry

    def _is_first_on_line(self, entry: Entry) -> bool:
        start = entry.start
        column = self._document.lines.position(start).column - 1
        return not self._text[start - column : start].strip()

    def _has_blank_above(self, offset: int) -> bool:
        lines = self._document.lines
        number = lines.position(offset).line
        if number == 1 or lines.text(number - 1).strip():
            return False
        before = bisect_right(self._starts, offset - 1) - 1
        value = self._entries[before].value if before >= 0 else None
        if not isinstance(value, ScalarEvent) or value.style not in ("|", ">"):
            return True
        start, end = span_of_node(value, self._text)
        is_text = _KEEPS_BLANK_LINES.match(self._text, start) and not self._text[end:offset].strip()
        return not is_text


def _is_within(entry: Entry, outer: Entry) -> bool:
    above = entry.parent
    while above is not None:
        if above is outer:
            return True
        above = above.parent
    return False
