"""From a place in the text to the document path of what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path, Span


def path_at(document: Document, span: Span) -> Path:
    """Give the path of the deepest key or element that a span lies in; () for the file itself."""
    path: Path = ()
    node: Data = document.data
    while True:
        for step, child in _children(node):
            below = (*path, step)
            if _holds(document, below, span):
                path, node = below, child
                break
        else:
            return path


def _children(node: Data) -> Iterator[tuple[str | int, Data]]:
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, list):
        yield from enumerate(node)


def _holds(document: Document, path: Path, span: Span) -> bool:
    key, value = document.key_span(path), document.value_span(path)
    spans = [each for each in (key, value) if each is not None]
    if not spans or document.alias_of(path) is not None:
        return False
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    return start <= span.start < max(end, start + 1)
