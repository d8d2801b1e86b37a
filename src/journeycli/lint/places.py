"""From document paths to places in the text: the one pass that knows both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from journeycli.findings import Place, Position, Related
from journeycli.source.span import Span
from journeycli.text import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_NAMING_KEYS = ("name", "text", "title", "feeling", "id")
_MISSING = "\0missing"  # told apart by identity; no key's value is this object


class Places:
    """Turns the document paths of one file into places and into the reader's `at`.

    Args:
        name: The file as findings name it.
        document: Its text with spans.

    """

    def __init__(self, name: str, document: Document) -> None:
        self._name = name
        self._document = document
        self._counted: dict[int, Counter[str]] = {}  # by the list, which the document holds

    def place(self, path: Path, *, on_key: bool = False, whole: bool = False) -> Place:
        """Give the place of a path: its value, its key, or the nearest thing that is there.

        Args:
            path: Keys and indexes from the root.
            on_key: Take the key at the end of the path, not its value.
            whole: Take all of the element, not only what names it.

        """
        alias = self._alias(path)
        if alias is not None:
            return self.of_span(self._document.value_span(path[:alias]) or Span(0, 0))
        span = self._document.value_span(path) if whole else None
        return self.of_span(span or self._span(path, on_key=on_key))

    def related(self, path: Path) -> tuple[Related, ...]:
        """Give the anchor's place where the path goes through an alias."""
        alias = self._alias(path)
        anchor = self._document.alias_of(path[:alias]) if alias is not None else None
        if anchor is None:
            return ()
        return (Related(self.of_span(anchor), "This is what the alias stands for."),)

    def through_alias(self, path: Path) -> bool:
        """Tell whether the path goes through an alias, where no fix may cross."""
        return self._alias(path) is not None

    def of_span(self, span: Span) -> Place:
        """Give the place of a span of the text."""
        lines = self._document.lines
        return Place(
            self._name,
            Position(*lines.position(span.start)),
            Position(*lines.position(span.end)),
        )

    def at(self, path: Path) -> str:
        """Write a document path as readers and machines see it: `stages[compare].score`."""
        return self.names(path)[0]

    def names(self, path: Path) -> tuple[str, str]:
        """Write a document path as `at` does, and with a hash of its text where there is no id."""
        at = anchor = ""
        node: Data = self._document.data
        for step in path:
            if isinstance(step, int):
                name = self._own_name(node, step)
                at += f"[{name or step}]"
                anchor += f"[{name or _digest(node, step)}]"
            else:
                piece = f".{step}" if at else step
                at += piece
                anchor += piece
            node = _child(node, step)
        return at, anchor

    def _own_name(self, node: Data, index: int) -> str | None:
        """Give an element's id where that is well formed and unique among its siblings."""
        element = _child(node, index)
        own = element.get("id") if isinstance(element, dict) else None
        if not isinstance(own, str) or not isinstance(node, list) or not is_slug(own):
            return None
        counted = self._counted.get(id(node))
        if counted is None:
            counted = self._counted[id(node)] = Counter(_ids(node))
        return str(own) if counted[own] == 1 else None

    def _alias(self, path: Path) -> int | None:
        if not self._document.has_aliases:
            return None
        for depth in range(1, len(path) + 1):
            if self._document.alias_of(path[:depth]) is not None:
                return depth
        return None

    def _span(self, path: Path, *, on_key: bool) -> Span:
        document = self._document
        if on_key and path and (key := document.key_span(path)) is not None:
            return key
        present, value = self._deepest(path)
        if isinstance(value, str):
            return document.value_span(present) or Span(0, 0)
        if present and isinstance(present[-1], str):
            return document.key_span(present) or Span(0, 0)
        if isinstance(value, dict):
            return self._naming_span(present, value)
        return document.value_span(present) or Span(0, 0)

    def _naming_span(self, path: Path, element: dict[str, Data]) -> Span:
        for key in _NAMING_KEYS:
            if isinstance(element.get(key), str):
                return self._document.value_span((*path, key)) or Span(0, 0)
        first = next(iter(element), None)
        span = self._document.key_span((*path, first)) if first is not None else None
        return span or self._document.value_span(path) or Span(0, 0)

    def _deepest(self, path: Path) -> tuple[Path, Data]:
        node = self._document.data
        for depth, step in enumerate(path):
            below = _child(node, step, _MISSING)
            if below is _MISSING:
                return path[:depth], node
            node = below
        return path, node


def _child(node: Data, step: str | int, absent: Data = None) -> Data:
    """Go one step down; `absent` where there is nothing."""
    if isinstance(node, dict) and isinstance(step, str):
        return node.get(step, absent)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return absent


def _ids(node: list[Data]) -> Iterator[str]:
    for each in node:
        own = each.get("id") if isinstance(each, dict) else None
        if isinstance(own, str):
            yield own


def _digest(node: Data, index: int) -> str:
    """Give a short hash of what an element is called, so that it is known again elsewhere."""
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, which few runs need

    if not isinstance(node, list) or index >= len(node):
        return str(index)
    text = element = node[index]
    if isinstance(element, dict):
        text = next((element[key] for key in _NAMING_KEYS if key in element), repr(element))
    return f"#{sha256(str(text).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
