"""The lines of a document that is laid out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent, ScalarEvent

from journeycli.source.layout.flow import Flow
from journeycli.source.layout.outline import GAP
from journeycli.source.layout.scalars import as_value, inline
from journeycli.source.tree import style_of
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.layout.manners import Manners
    from journeycli.source.layout.outline import Entry, Outline
    from journeycli.source.layout.scalars import Written

_STEP = 2
_DIRECTIVE = re.compile(r"#\s*journey\s*:")


class Writer:
    """Writes the entries of an outline in block style.

    Args:
        text: The text of the document.
        outline: Its entries with their remarks.
        manners: The order of keys, and where prose stands.

    """

    def __init__(self, text: str, outline: Outline, manners: Manners) -> None:
        self._text = text
        self._outline = outline
        self._manners = manners
        self._flow = Flow(text, outline, manners)

    def entries(self, node: Any, indent: int) -> Iterator[str]:
        """Write the entries of a list or mapping with all that belongs to them."""
        for entry in self._manners.ordered(self._outline.children(node)):
            yield from self.entry(entry, indent)

    def entry(self, entry: Entry, indent: int) -> Iterator[str]:
        """Write an entry: what leads it, itself, what stands in it, and its foot."""
        yield from _indented(self._leading(entry, indent), indent)
        yield from self._body(entry, indent)
        if foot := self._outline.remarks(entry).foot:
            # Below a block, a comment that stood as far to the right would be a part of it.
            is_text = isinstance(entry.value, ScalarEvent)
            step = 0 if is_text and self._text_of(entry, indent).block else _STEP
            yield from _indented(foot, indent + step)

    def _leading(self, entry: Entry, indent: int) -> list[str]:
        """Give the lines above an entry; one that leaves brackets has its tails there as well."""
        remarks = self._outline.remarks(entry)
        tails = [text for text, _ in remarks.tail]
        return remarks.leading + (tails if self._leaves_flow(entry, indent) else tails[1:])

    def _body(self, entry: Entry, indent: int) -> Iterator[str]:
        value = entry.value
        head = " " * indent + ("-" if entry.key is None else f"{self._key(entry)}:")
        if isinstance(value, AliasEvent):
            yield self._with_tail(f"{head} *{value.anchor}", entry, indent)
        elif isinstance(value, ScalarEvent):
            yield from self._scalar(head, entry, indent)
        elif self._is_one_line(entry, indent):
            yield self._with_tail(f"{head} {self._flow.written(value)}", entry, indent)
        elif entry.key is None:
            yield from self._item(head, entry, indent)
        else:
            anchor = f" &{value[0].anchor}" if value[0].anchor else ""
            yield self._with_tail(f"{head}{anchor}", entry, indent)
            yield from self.entries(value, indent + _STEP)

    def _scalar(self, head: str, entry: Entry, indent: int) -> Iterator[str]:
        written = self._text_of(entry, indent)
        start = f"{head} &{entry.value.anchor}" if entry.value.anchor else head
        line = f"{start} {written.first}" if written.first else start
        is_new = written.block is not None and entry.value.style not in ("|", ">")
        yield self._with_tail(line, entry, indent, aligned=not is_new)
        for each in written.block or ():
            yield " " * (indent + _STEP) + each if each else ""

    def _text_of(self, entry: Entry, indent: int) -> Written:
        anchor = f" &{entry.value.anchor}" if entry.value.anchor else ""
        head = "-" if entry.key is None else f"{self._key(entry)}:"
        used = indent + width(head + anchor) + 1
        return as_value(entry.value, self._text, used, indent + _STEP)

    def _item(self, head: str, entry: Entry, indent: int) -> Iterator[str]:
        """Write a list item whose first entry stands on the line of its dash.

        Where something has to stand between the two, the dash has a line of its own.
        """
        value, below = entry.value, indent + _STEP
        first, *others = self._manners.ordered(self._outline.children(value))
        leading = self._leading(first, below)
        anchor = value[0].anchor
        has_tail = self._outline.remarks(entry).tail and not self._leaves_flow(entry, indent)
        is_list = first.key is None  # `- - a` reads like a sentence that begins with a dash
        if anchor or has_tail or is_list or any(map(_DIRECTIVE.match, leading)):
            start = f"{head} &{anchor}" if anchor else head
            yield self._with_tail(start, entry, indent)
            yield from self.entries(value, below)
            return
        lines = list(self.entry(first, below))[len(leading) :]
        yield from _indented(leading, indent)
        yield head + " " + lines[0][below:]
        yield from lines[1:]
        for each in others:
            yield from self.entry(each, below)

    def _with_tail(self, line: str, entry: Entry, indent: int, *, aligned: bool = True) -> str:
        """Put the comment behind a line, in the column where it stood if there is room."""
        tail = self._outline.remarks(entry).tail
        if not tail or self._leaves_flow(entry, indent):
            return line
        text, column = tail[0]
        moved = column + indent - entry.column if aligned else 0
        return line + " " * max(moved - len(line), 2) + text

    def _key(self, entry: Entry) -> str:
        if entry.key is None:
            return ""
        return inline(entry.key, self._text, flow=False)

    def _is_one_line(self, entry: Entry, indent: int) -> bool:
        """Tell whether a collection is written in brackets; an empty one has to be."""
        if not self._outline.children(entry.value):
            return True
        return self._flow.stays(entry, indent + 1 + width(self._key(entry)) + 1)

    def _leaves_flow(self, entry: Entry, indent: int) -> bool:
        """Tell whether a collection was written in brackets and is not any more."""
        value = entry.value
        is_flow = isinstance(value, list) and style_of(value) == "flow"
        return is_flow and not self._is_one_line(entry, indent)


def _indented(lines: list[str], indent: int) -> Iterator[str]:
    return (line if line == GAP else " " * indent + line for line in lines)
