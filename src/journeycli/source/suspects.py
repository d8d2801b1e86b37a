"""Deciding on valid YAML that may be a sentence: a repair, a fault, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from journeycli.source.doubts import Doubt
from journeycli.source.entries import entry_at, sentence_at, swallows_a_line
from journeycli.source.lines import line_of, next_line
from journeycli.source.repairs import Repair, quote_sentence
from journeycli.source.values import Fault

if TYPE_CHECKING:
    from journeycli.source.doubts import Suspect
    from journeycli.source.loading import Loading

_BLOCK_IN_LIST = re.compile(r"-[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:[\n\r]|#)")

_KEYS_IN_LIST = re.compile(
    r"(-[ \t]+)[\w$-]+:(?:[ \t][^\n\r]*)?(?:\r\n?|\n)([ ]*)[\w$-]+:(?=\s|\Z)"
)
"""An item that is keys and values, the second key on a line of its own."""


def resolve(suspect: Suspect, loading: Loading) -> Repair | Fault | None:
    """Decide on a suspect; spans are those of the text that libyaml was given."""
    match suspect.doubt:
        case Doubt.DASH if _is_meant(loading.text, suspect.span.start):
            return None
        case Doubt.SWALLOWED if not swallows_a_line(loading.text, suspect.span):
            return None
        case Doubt.SWALLOWED | Doubt.HEADER:
            return _value(loading.text, suspect) if _is_value(loading.text, suspect) else None
        case Doubt.DASH:
            return _dash(loading.text, suspect) if _is_value(loading.text, suspect) else None
        case Doubt.TAG | Doubt.ALIAS:
            return _value(loading.text, suspect)
        case Doubt.ANCHOR:
            return _anchor(suspect, loading)
        case Doubt.QUESTION if suspect.in_flow:
            return quote_sentence(loading.text, suspect.span)
        case Doubt.KEY | Doubt.QUESTION:
            return _key(suspect, loading)
        case _:
            assert_never(suspect.doubt)


def _is_meant(text: str, dash: int) -> bool:
    """Tell whether a list in a list is one: on a line of its own, with a block, or with keys."""
    if not entry_at(text, dash).dash or _BLOCK_IN_LIST.match(text, dash):
        return True
    keys = _KEYS_IN_LIST.match(text, dash)
    column = dash - line_of(text, dash).start
    return keys is not None and len(keys[2]) == column + len(keys[1])


def _is_value(text: str, suspect: Suspect) -> bool:
    return (
        not suspect.in_flow and entry_at(text, suspect.span.start).value.start == suspect.span.start
    )


def _value(text: str, suspect: Suspect) -> Repair:
    """Quote the whole value that starts with the suspect, or the suspect alone."""
    whole = sentence_at(text, suspect.span.start) if _is_value(text, suspect) else suspect.span
    return quote_sentence(text, whole)


def _dash(text: str, suspect: Suspect) -> Repair:
    """Read a list in a list as a sentence with a dash, which may also be one dash too many."""
    return replace(
        _value(text, suspect),
        safe=False,
        help="If the second dash is a slip, delete it.",
    )


def _anchor(suspect: Suspect, loading: Loading) -> Repair:
    repair = _value(loading.text, suspect)
    name = loading.text[suspect.span.start : suspect.span.end].split()[0]
    message = f"YAML reads {name} as an anchor, which is no part of the text; nothing uses it."
    help_ = "Put the text in quotes if the word belongs to it; else delete the word."
    return replace(repair, message=message, help=help_, safe=False)


def _key(suspect: Suspect, loading: Loading) -> Repair | Fault:
    """Quote a list item that reads as a key which is no text; elsewhere, refuse the key."""
    text, span = loading.text, suspect.span
    entry = entry_at(text, span.start)
    start = entry.value.start
    whole = text[start : span.start].strip() in ("", "?") and start <= span.start
    if entry.dash and whole and not suspect.in_flow:
        column = start - line_of(text, start).start
        below = next_line(text, start)
        indent = text[below : below + column + 1]
        goes_on = indent[:-1].isspace() and not indent[-1:].isspace()
        if span.end <= below and not goes_on:
            return quote_sentence(text, sentence_at(text, start))
    return Fault(
        "J012",
        span,
        "A key has to be a plain text: no list, mapping or alias, and without ?, & and !.",
        help="Write the key as one word and a colon.",
    )
