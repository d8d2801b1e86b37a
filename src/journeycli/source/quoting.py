"""Writing a text as a YAML scalar that reads back exactly as that text."""

from __future__ import annotations

import re

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars that read as None."""

_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_BREAKS_PLAIN = re.compile(r":(?:\s|$)|\s#")
_FLOW_PUNCTUATION = re.compile(r"[,\[\]{}]|:\?")
_NEEDS_ESCAPE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def quote(text: str, *, flow: bool = False) -> str:
    """Write a text as a scalar on one line: plain where that is safe, else in quotes.

    Args:
        text: What the scalar shall read as.
        flow: Whether it will stand inside `[…]` or `{…}`.

    Raises:
        ValueError: The text holds a lone surrogate, which YAML cannot carry.

    """
    if _NEEDS_ESCAPE.search(text):
        return _escaped(text)
    if _is_safe_plain(text, flow=flow):
        return text
    return wrap(text)


def wrap(raw: str) -> str:
    """Put quotes around a text as it stands, line breaks and all, and double what would end them.

    Single quotes where the text holds double quotes or backslashes, double quotes elsewhere.
    """
    if '"' in raw or "\\" in raw:
        return "'" + raw.replace("'", "''") + "'"
    return f'"{raw}"'


def _is_safe_plain(text: str, *, flow: bool) -> bool:
    if text in NULLS or text != text.strip() or text[0] in _INDICATORS:
        return False
    if text[0] in "-?:" and (text[1:2] in ("", " ") or (flow and text[0] != "-")):
        return False
    if text.startswith(("---", "...", "<<")) or _BREAKS_PLAIN.search(text):
        return False
    return not (flow and _FLOW_PUNCTUATION.search(text))


def _escaped(text: str) -> str:
    return '"' + "".join(map(_escaped_character, text)) + '"'


def _escaped_character(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if not _NEEDS_ESCAPE.match(character):
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates of Unicode
        raise ValueError("YAML cannot carry a lone surrogate")
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
