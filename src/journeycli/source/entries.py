"""Lines of block style: the dash, the key and the sentence on a line, and where sentences end.

This looks at lines one by one, without YAML, because it serves where YAML has given up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journeycli.source.lines import line_of, next_line
from journeycli.source.span import Span

_DASH = re.compile(r"-[ \t]+")
_FORMAT_KEY = re.compile(r"[a-z_$][\w$-]*[ \t]*:(?=[ \t]+[^\s#])")
"""A key in a list item: one word in small letters, so that `Note: this` stays a sentence."""

_ANY_KEY = re.compile(
    r"""(?:"(?:[^"\\\n\r]|\\.)*"[ \t]*|'(?:[^'\n\r]|'')*'[ \t]*"""
    r"""|[^\s\[\]{},#&*!|>'"%@`][^\n\r]*?):(?=[ \t]+[^\s#])"""
)
_COMMENT = re.compile(r"[ \t]#(?=[ \t\n\r]|\Z)")
"""A comment after a sentence. `#45` and `#tag` belong to the sentence: people who comment write a
space, and a sentence that is quoted loses nothing."""

_STARTS_ENTRY = re.compile(r"[ \t]*(?:-[ \t]|[\w$-]+:(?=\s|\Z)|-?(?=[\n\r]|\Z))")
_BLANKS = re.compile(r"[ \t]*")
_BLANK = re.compile(r"[ \t]*(?=[\n\r]|\Z)")


class Entry(NamedTuple):
    """What one line of block style holds.

    Attributes:
        owner: The column, from 0, of the dash or key that the value belongs to; deeper lines
            continue the value. -1 for a value on a line of its own.
        dash: Whether it is a list item.
        key: The key's span, if it has one.
        value: The value's span, without a comment behind it; empty if there is none.

    """

    owner: int
    dash: bool
    key: Span | None
    value: Span


def entry_at(text: str, offset: int) -> Entry:
    """Take apart the line that an offset stands on."""
    line = line_of(text, offset)
    at = _skip_blanks(text, line.start, line.end)
    owner, dash, key = -1, False, None
    while (found := _DASH.match(text, at, line.end)) and (not dash or _is_list(text, line, at)):
        owner, dash, at = at - line.start, True, found.end()
    if found := (_FORMAT_KEY if dash else _ANY_KEY).match(text, at, line.end):
        key = Span(at, at + len(found.group()[:-1].rstrip()))
        owner, at = at - line.start, _skip_blanks(text, found.end(), line.end)
    return Entry(owner, dash, key, Span(at, _sentence_end(text, at, line.end)))


def sentence_at(text: str, offset: int) -> Span:
    """Give the sentence that an offset belongs to: the value and the lines that continue it."""
    entry = entry_at(text, offset)
    end = entry.value.end
    below = next_line(text, offset)
    while below < len(text):
        line = line_of(text, below)
        if not _BLANK.match(text, below):
            if not continues(text, line, entry.owner):
                break
            end = _sentence_end(text, below, line.end)
            if end < line.start + len(text[line.start : line.end].rstrip()):
                break  # a comment ends a sentence
        below = next_line(text, below)
    return Span(entry.value.start, end)


def continues(text: str, line: Span, owner: int) -> bool:
    """Tell whether a line goes on with the value of an entry above it."""
    at = _skip_blanks(text, line.start, line.end)
    return (
        at - line.start > owner
        and not text.startswith("#", at)
        and not _STARTS_ENTRY.match(text, line.start)
    )


def swallows_a_line(text: str, span: Span) -> bool:
    """Tell whether a quoted scalar runs over a line that looks like an entry of its own."""
    owner = entry_at(text, span.start).owner
    below = next_line(text, span.start)
    while below < span.end:
        indent = _skip_blanks(text, below, span.end) - below
        if indent <= owner and _STARTS_ENTRY.match(text, below) and not _BLANK.match(text, below):
            return True
        below = next_line(text, below)
    return False


def _is_list(text: str, line: Span, dash: int) -> bool:
    """Tell whether the line below holds another item for a dash behind a dash."""
    below = next_line(text, line.start)
    at = below + dash - line.start
    return text[below:at].isspace() and _DASH.match(text, at) is not None


def _sentence_end(text: str, start: int, line_end: int) -> int:
    comment = _COMMENT.search(text, max(start - 1, 0), line_end)
    end = max(comment.start(), start) if comment else line_end
    return start + len(text[start:end].rstrip())


def _skip_blanks(text: str, start: int, end: int) -> int:
    found = _BLANKS.match(text, start, end)
    return found.end() if found else start
