"""Places in a text: offsets, lines and columns, and paths through the data.

All offsets and columns count Unicode code points of the text without its byte order mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple, TypeAlias

_BREAK = r"\r\n?|\n"

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the root down; the empty path is the root."""


class Span(NamedTuple):
    """A stretch of a text, from `start` up to but not including `end`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as editors count it: line and column from 1."""

    line: int
    column: int


class Lines:
    r"""The lines of a text; `\n`, `\r\n` and a lone `\r` end a line, and nothing else does.

    Args:
        text: The text whose lines these are.

    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = _starts(text)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Turn an offset into line and column; an offset past the text counts as its end."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Turn line and column into an offset, cut to the text and to the line's end."""
        line, column = position
        if line < 1:
            return 0
        if line > len(self._starts):
            return len(self._text)
        start = self._starts[line - 1]
        return start + min(max(column - 1, 0), len(self.text(line)))

    def text(self, line_number: int) -> str:
        """Give one line, counted from 1, without its line break.

        Raises:
            IndexError: The text has no such line.

        """
        if not 1 <= line_number <= len(self._starts):
            raise IndexError(line_number)
        start = self._starts[line_number - 1]
        last = line_number == len(self._starts)
        end = len(self._text) if last else self._starts[line_number]
        return self._text[start:end].rstrip("\r\n")


def _starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(found.end() for found in re.finditer(_BREAK, text))]
    starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))
    starts.pop()
    return starts
