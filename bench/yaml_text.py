"""Plain data as the text that a person would write: block style for prose, flow for short rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | float | Row | Sequence[Value] | Mapping[str, Value]"
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_LONG = 90  # code points in a line of a folded text


class Row:
    """A collection that stands in one line: `{before: 1, during: -1, after: -1}`."""

    def __init__(self, content: Sequence[Value] | Mapping[str, Value]) -> None:
        self.content = content


class Folded(str):
    """A longer text, written as a block with its lines folded."""

    __slots__ = ()


def block(mapping: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping in block style, `indent` spaces in."""
    margin = " " * indent
    for key, value in mapping.items():
        match value:
            case Folded():
                yield f"{margin}{key}: >-"
                yield from _folded(value, margin + "  ")
            case str() | int() | float() | Row():
                yield f"{margin}{key}: {_inline(value)}"
            case Mapping():
                yield f"{margin}{key}:"
                yield from block(value, indent + 2)
            case _:
                yield f"{margin}{key}:"
                yield from _items(value, indent + 2)


def _items(items: Sequence[Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for item in items:
        if isinstance(item, Mapping):
            lines = block(item, indent + 2)
            yield f"{margin}- {next(lines).lstrip()}"
            yield from lines
        else:
            yield f"{margin}- {_inline(item)}"


def _folded(text: str, margin: str) -> Iterator[str]:
    line = margin
    for word in text.split():
        if len(line) + len(word) > _LONG:
            yield line.rstrip()
            line = margin
        line += f"{word} "
    yield line.rstrip()


def _inline(value: Value, stops: str = "") -> str:
    if isinstance(value, Row):
        return _inline(value.content, ",[]{}")
    if isinstance(value, str):
        return _scalar(value, stops)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        pairs = (f"{key}: {_inline(each, ',[]{}')}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(_inline(each, ",[]{}") for each in value) + "]"


def _scalar(text: str, stops: str) -> str:
    risky = (
        text[0] in _INDICATORS
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or any(stop in text for stop in stops)
    )
    return json.dumps(text, ensure_ascii=False) if risky else text
