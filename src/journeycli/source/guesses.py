"""Sentences further down that no reading of YAML can accept, found without reading YAML.

A file with one sentence that breaks YAML often has many. To find each by reading up to it would
cost a reading for each; so the lines below the first are looked at once. A guess can be wrong
inside a block of text or a long quote: `recovery` checks that each became one text of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.source.entries import entry_at, sentence_at
from journeycli.source.flow import closing_bracket
from journeycli.source.lines import line_of, next_line
from journeycli.source.repairs import quote_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.repairs import Repair

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COLON = re.compile(r":(?:[ \t]+|\Z)")
_HASH = re.compile(r"[ \t]+#")
_READ_BY_YAML = {
    "*": re.compile(r"\*[A-Za-z0-9_-]+(?:[ \t]*:|\Z)"),
    "&": re.compile(r"&[A-Za-z0-9_-]+(?:\s|\Z)"),
    ">": re.compile(r">[-+0-9]{0,2}\Z"),
    "|": re.compile(r"\|[-+0-9]{0,2}\Z"),
}
_BLOCK_HEAD = re.compile(r"(?:[&!]\S+[ \t]+)*[|>][-+0-9]{0,2}\Z")
_NOT_PLAIN = frozenset("[]{}#?-\"'|>&*!@`%,")


def guesses_below(text: str, offset: int) -> Iterator[Repair]:
    """Give repairs for the sentences below the line of an offset that surely break YAML."""
    at = next_line(text, offset)
    while at < len(text):
        entry = entry_at(text, at)
        value = _HASH.split(text[entry.value.start : entry.value.end], maxsplit=1)[0]
        if value and (entry.dash or entry.key):
            if _BLOCK_HEAD.match(value):
                at = _below_block(text, at, entry.owner)
                continue
            if value[0] in "[{":
                at = closing_bracket(text, entry.value.start, entry.owner) or at
            elif _breaks(value, behind_key=entry.key is not None):
                sentence = sentence_at(text, at)
                yield quote_sentence(text, sentence)
                at = sentence.end
        at = next_line(text, at)


def _breaks(value: str, *, behind_key: bool) -> bool:
    first = value[0]
    if first in "@`%,]}":
        return True
    if first in _READ_BY_YAML:
        return not _READ_BY_YAML[first].match(value)
    if first in "\"'":
        quoted = _QUOTED.match(value)
        rest = value[quoted.end() :].lstrip() if quoted else ""
        return bool(rest) and rest[0] not in ":#"
    if not behind_key:  # a first colon makes a key, the second one breaks it
        value = _COLON.split(value, maxsplit=1)[-1] if _COLON.search(value) else ""
    return value[:1] not in _NOT_PLAIN and _COLON.search(value) is not None


def _below_block(text: str, at: int, owner: int) -> int:
    """Give the first line below a block of text: one that is not blank and not deeper."""
    at = next_line(text, at)
    while at < len(text):
        line = line_of(text, at)
        content = text[line.start : line.end]
        if content.strip() and len(content) - len(content.lstrip(" ")) <= owner:
            return at
        at = next_line(text, at)
    return at
