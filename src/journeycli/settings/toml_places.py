"""Where keys and values stand in a TOML text.

tomllib gives values without places, and no small maintained library gives both. This scanner
takes only texts that tomllib has accepted, so it can trust what it sees: it finds the tokens and
leaves their meaning to tomllib. It reads line breaks and a last comma in inline tables as well,
which TOML 1.1 allows.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import NamedTuple, TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys, and indexes of list elements, from the root; () is the root."""

# No possessive groups: in Python 3.11.2, which Debian 12 has, they match wrongly.
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:'{1,2}(?!')[^']*)*'{3,5}"
    r'|"[^"\\]*(?:\\.[^"\\]*)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^\s,\]}#]+(?: [0-9][^\s,\]}#]*)?")  # a time may stand behind its date


class Span(NamedTuple):
    """Offsets in code points, end exclusive."""

    start: int
    end: int


class TomlPlaces:
    """Tells where the keys and values of a text stand.

    Args:
        text: A text that tomllib reads, without a byte order mark.

    """

    def __init__(self, text: str) -> None:
        scanner = _Scanner(text)
        scanner.run()
        self._keys = scanner.keys
        self._values = scanner.values
        self._end = len(text)
        self._starts = [0, *(each.end() for each in re.finditer("\n", text))]

    def key(self, path: KeyPath) -> Span:
        """Give the span of the key at the end of a path; of what holds it, where there is none."""
        return self._keys.get(path) or self.value(path)

    def value(self, path: KeyPath) -> Span:
        """Give the span of a value: a whole token, list or inline table; a table's header.

        A table without a header has the span of its key. A path that is not there has the span of
        the nearest value around it, and the root that of the first character.
        """
        while path:
            if path in self._values:
                return self._values[path]
            path = path[:-1]
        return Span(0, min(self._end, 1))

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._elements: dict[KeyPath, int] = {}  # how many tables `[[…]]` has made so far
        self.keys: dict[KeyPath, Span] = {}
        self.values: dict[KeyPath, Span] = {}

    def run(self) -> None:
        table: KeyPath = ()
        self._skip()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _header(self) -> KeyPath:
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        path = self._dotted(())
        self._at += brackets
        if brackets == 2:  # noqa: PLR2004 - the two of `[[`
            index = self._elements.get(path, 0)
            self._elements[path] = index + 1
            path = (*path, index)
        self.values[path] = Span(start, self._at)
        return path

    def _pair(self, table: KeyPath) -> None:
        path = self._dotted(table)
        self._at += 1  # the equals sign
        self._skip()
        self._value(path)

    def _dotted(self, path: KeyPath) -> KeyPath:
        while True:
            self._skip()
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
            word, span = self._word()
            path = (*path, word)
            self.keys.setdefault(path, span)
            self.values.setdefault(path, span)
            self._skip()
            if self._text[self._at] != ".":
                return path
            self._at += 1

    def _word(self) -> tuple[str, Span]:
        start = self._at
        if self._text[start] not in "\"'":
            self._match(_BARE)
            token = word = self._text[start : self._at]
        else:
            self._match(_STRING)
            token = self._text[start : self._at]
            word = token[1:-1]
        if token.startswith('"') and "\\" in token:
            word = tomllib.loads(f"word = {token}")["word"]
        return word, Span(start, self._at)

    def _value(self, path: KeyPath) -> None:
        start = self._at
        opening = self._text[start]
        if opening in "[{":
            self._at += 1
            self._skip()
            index = 0
            while self._text[self._at] not in "]}":
                if opening == "[":
                    self._value((*path, index))
                else:
                    self._pair(path)
                index += 1
                self._skip()
                self._at += self._text[self._at] == ","
                self._skip()
            self._at += 1
        else:
            self._match(_STRING if opening in "\"'" else _PLAIN)
        self.values[path] = Span(start, self._at)

    def _skip(self) -> None:
        self._match(_GAP)

    def _match(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise AssertionError(f"tomllib reads what this cannot, at offset {self._at}")
        self._at = match.end()
