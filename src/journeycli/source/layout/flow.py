"""What stays in `[…]` and `{…}`, and how it is written there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent, ScalarEvent

from journeycli.source.layout.scalars import FITS, inline
from journeycli.source.tree import end_of_node, is_mapping, span_of_node, style_of
from journeycli.text import width

if TYPE_CHECKING:
    from journeycli.source.layout.manners import Manners
    from journeycli.source.layout.outline import Entry, Outline

_PROSE = 4  # words; a text of that many in a line that is too long wants a line of its own


class Flow:
    """Writes collections on one line.

    Args:
        text: The text of the document.
        outline: Its entries.
        manners: The order of keys, and where prose stands.

    """

    def __init__(self, text: str, outline: Outline, manners: Manners) -> None:
        self._text = text
        self._outline = outline
        self._manners = manners

    def stays(self, entry: Entry, used: int) -> bool:
        """Tell whether a collection stays on one line.

        Prose does not, nor what has comments in it; what was on several lines only if it fits.

        Args:
            entry: The entry whose value it is.
            used: The cells of its line in front of it.

        """
        if style_of(entry.value) != "flow":
            return False
        inside = self._inside(entry)
        if any(self._is_prose(each) for each in (entry, *inside)):
            return False
        if used + width(self.written(entry.value)) <= FITS:
            return True
        words = max((len(each.value.value.split()) for each in inside if _is_text(each)), default=0)
        start, end = span_of_node(entry.value, self._text)
        return words < _PROSE and not re.search(r"[\r\n]", self._text[start:end])

    def written(self, node: Any) -> str:
        """Write a node on one line."""
        if isinstance(node, AliasEvent):
            return f"*{node.anchor}"
        if isinstance(node, ScalarEvent):
            anchor = f"&{node.anchor} " if node.anchor else ""
            return (anchor + inline(node, self._text, flow=True)).rstrip(" ")
        anchor = f"&{node[0].anchor} " if node[0].anchor else ""
        entries = self._manners.ordered(self._outline.children(node))
        items = ", ".join(map(self._item, entries))
        return f"{anchor}{{{items}}}" if is_mapping(node) else f"{anchor}[{items}]"

    def _item(self, entry: Entry) -> str:
        value = self.written(entry.value)
        if entry.key is None:
            return value
        key = inline(entry.key, self._text, flow=True)
        if value:
            return f"{key}: {value}"
        between = self._text[end_of_node(entry.key, self._text) : self._value_start(entry)]
        return f"{key}: " if ":" in between else key

    def _value_start(self, entry: Entry) -> int:
        return span_of_node(entry.value, self._text).start

    def _inside(self, entry: Entry) -> list[Entry]:
        found: list[Entry] = []
        todo = [entry]
        while todo:
            below = self._outline.children(todo.pop().value)
            found += below
            todo += below
        return found

    def _is_prose(self, entry: Entry) -> bool:
        """Tell whether a value, or what stands in it, cannot stay on one line."""
        value = entry.value
        if id(value) in self._outline.broken:
            return True
        if isinstance(value, list) and is_mapping(value):
            texts = [each for each in self._outline.children(value) if each.path[-1] == "text"]
            return self._manners.is_statement(entry.path) and any(map(_is_sentence, texts))
        return entry.key is None and entry.in_flow and _is_sentence(entry)


def _is_text(entry: Entry) -> bool:
    return isinstance(entry.value, ScalarEvent)


def _is_sentence(entry: Entry) -> bool:
    return _is_text(entry) and any(map(str.isspace, entry.value.value))
