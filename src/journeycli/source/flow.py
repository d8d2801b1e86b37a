"""Repairs inside `[…]` and `{…}`."""

from __future__ import annotations

import re

from journeycli.source.edits import TextEdit
from journeycli.source.entries import entry_at
from journeycli.source.lines import line_of, next_line
from journeycli.source.repairs import Repair, quote_sentence
from journeycli.source.span import Span

_ITEM = re.compile(r"(?:\[[^\[\]{},\n\r]*\]|\{[^\[\]{},\n\r]*\}|(?![ \t]#(?:\s|\Z))[^,\]}\n\r])*")
"""An item up to its comma or closing bracket; it may hold brackets of its own."""

_KEY = re.compile(r"(?:(?!:[ \t])[^,\[\]{}\n\r])*")
_BRACKETS = re.compile(r"[\[\]{}]")
_CLOSERS = {"[": "]", "{": "}"}
_LIST_ITEM_OR_KEY = re.compile(r"([ \t]*)(?:-[ \t]|[\w$-]+:\s)")
_QUOTED = re.compile(r"\"(?:[^\"\\\n\r]|\\.)*\"|'[^'\n\r]*'")
_NEAR = 200  # code points in which the comma or bracket before an item is looked for


def unclosed_repair(text: str, opening: int) -> Repair | None:
    """Mend a bracket that nothing closes before the next entry; None if something does.

    A list item that starts with a bracket is a sentence; behind a key, and where the text inside
    the braces has a key, the closing bracket was forgotten.
    """
    entry = entry_at(text, opening)
    if entry.value.start != opening or closing_bracket(text, opening, entry.owner) is not None:
        return None
    line = text[opening : entry.value.end]
    if entry.dash and entry.key is None and not (line[0] == "{" and ": " in line):
        return quote_sentence(text, entry.value)
    end = Span(entry.value.end, entry.value.end)
    missing = _missing_brackets(line)
    return Repair(
        span=Span(opening, opening + 1),
        edits=(TextEdit(end, missing),),
        message=f"Nothing closes this {line[0]}. Write {missing} where it ends.",
        title=f"Write {missing} at the end of the line",
        safe=False,
    )


def item_repair(text: str, start: int, *, in_mapping: bool) -> Repair | None:
    """Quote the item of a flow collection that starts at an offset, up to its comma or bracket."""
    as_key = in_mapping and text[max(start - _NEAR, 0) : start].rstrip()[-1:] in ("{", ",")
    quoted = _QUOTED.match(text, start)
    rest = (_KEY if as_key else _ITEM).match(text, quoted.end() if quoted else start)
    span = Span(start, start + len(text[start : rest.end()].rstrip())) if rest else Span(0, 0)
    return quote_sentence(text, span) if span.start < span.end else None


def closing_bracket(text: str, opening: int, owner: int) -> int | None:
    """Find what closes a bracket before a line that is an entry of its own."""
    depth = 0
    line = line_of(text, opening)
    at = opening
    while True:
        for bracket in _BRACKETS.finditer(text, at, line.end):
            depth += 1 if bracket.group() in _CLOSERS else -1
            if depth == 0:
                return bracket.start()
        at = next_line(text, line.start)
        line = line_of(text, at)
        entry = _LIST_ITEM_OR_KEY.match(text, at)
        if at >= len(text) or (entry and len(entry.group(1)) <= owner):
            return None


def is_in_brackets(text: str, value: Span, offset: int) -> bool:
    """Tell whether an offset stands inside brackets that open and close a value on one line."""
    opening, closing = text[value.start], text[value.end - 1]
    return (
        value.start < offset
        and _CLOSERS.get(opening) == closing
        and closing_bracket(text, value.start, -1) == value.end - 1
    )


def is_in_braces(text: str, start: int, offset: int) -> bool:
    """Tell whether the innermost bracket open at an offset, counted from `start`, is a brace."""
    return _missing_brackets(text[start:offset]).startswith("}")


def _missing_brackets(line: str) -> str:
    missing: list[str] = []
    for bracket in _BRACKETS.findall(line):
        if bracket in _CLOSERS:
            missing.append(_CLOSERS[bracket])
        elif missing:
            missing.pop()
    return "".join(reversed(missing))
