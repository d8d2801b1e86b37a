"""Adding keys and list items to a file as text, every other byte and comment untouched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.source.edits import TextEdit
from journeycli.source.span import Position, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+[0-9]?\s*$", re.MULTILINE)


def key_added(
    document: Document, path: Path, key: str, lines: Sequence[str], order: Sequence[str]
) -> TextEdit | None:
    """Add a key to a mapping, after the key that usually comes before it.

    Args:
        document: The file.
        path: Where the mapping stands.
        key: The new key.
        lines: Its lines, the first with the key itself, as they stand without indent.
        order: The usual order of the mapping's keys.

    Returns:
        The edit; None where the mapping is written in braces or through an alias.

    """
    present = document.keys(path)
    if not present or document.is_flow(path) or document.alias_of((*path, present[0])):
        return None
    first = document.key_span((*path, present[0]))
    if first is None:
        return None
    ranks = {each: rank for rank, each in enumerate(order)}
    earlier = [each for each in present if ranks.get(each, -1) < ranks[key]]
    before = max(earlier, key=lambda each: ranks.get(each, -1)) if earlier else present[-1]
    column = document.lines.position(first.start).column
    return _after(document, (*path, before), column, _indented(lines, column - 1))


def item_added(document: Document, path: Path, lines: Sequence[str]) -> TextEdit | None:
    """Add an item to a list, or begin one where the key has no value yet.

    Args:
        document: The file.
        path: Where the list stands: its key is there.
        lines: The item's lines, the first with its dash, as they stand without indent.

    Returns:
        The edit; None where there is no list in block style that could take it.

    """
    key, value = document.key_span(path), document.value_span(path)
    if key is None or value is None or document.alias_of(path) or document.is_flow(path):
        return None
    here = _at(document.data, path)
    column = document.lines.position(key.start).column
    if here is None and value.start == value.end:
        return _after(document, path, column, _indented(lines, column + 1))
    if not isinstance(here, list) or not here:
        return None
    dash = document.lines.position(value.start).column
    return _after(document, path, dash - 1, _indented(lines, dash - 1))


def only_added(before: Data, after: Data) -> bool:
    """Tell whether nothing but keys and items came to some data.

    A sentence may have become a mapping that has it as its name: that says the same.
    """
    if before is None or before == after:
        return True
    if isinstance(before, dict):
        return isinstance(after, dict) and all(
            key in after and only_added(value, after[key]) for key, value in before.items()
        )
    if isinstance(before, list):
        return (
            isinstance(after, list)
            and len(after) >= len(before)
            and all(map(only_added, before, after))
        )
    return isinstance(after, dict) and after.get("name") == before


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    return [" " * indent + line for line in lines]


def _after(document: Document, path: Path, column: int, added: Sequence[str]) -> TextEdit:
    """Insert lines after what stands at a path, comments that are indented more included."""
    lines, newline = document.lines, document.newline
    key = document.key_span(path) or Span(0, 0)
    value = document.value_span(path) or key
    last = lines.position(max(key.end, value.end))
    # A block of text ends where the line below it begins.
    line = last.line - 1 if last.column == 1 else last.line
    keeps = _KEEPS_BLANK_LINES.search(document.text[key.start : value.end]) is not None
    while line < len(lines) and _belongs(lines.text(line + 1), column, blank=keeps):
        line += 1
    if line >= len(lines):
        end = len(document.text)
        return TextEdit(Span(end, end), newline + newline.join(added))
    start = lines.offset(Position(line + 1, 1))
    return TextEdit(Span(start, start), newline.join(added) + newline)


def _belongs(line: str, column: int, *, blank: bool) -> bool:
    text = line.lstrip(" ")
    return (text.startswith("#") and len(line) - len(text) >= column) or (blank and not text)
