"""Writing a text as a YAML scalar that reads back exactly as that text."""

from __future__ import annotations

import re

from journeycli.source.values import NULLS

_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_BREAKS_PLAIN = r":(?:\s|$)|\s#"
_FLOW_PUNCTUATION = r"[,?\[\]{}]"
_NEEDS_ESCAPE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def quote(text: str, *, flow: bool = False) -> str:
    """Write a text as a scalar on one line: plain where that is safe, else in quotes.

    Args:
        text: What the scalar shall read as.
        flow: Whether it will stand inside `[…]` or `{…}`.

    Raises:
        ValueError: The text holds a lone surrogate, which YAML cannot carry.

    """
    if re.search(_NEEDS_ESCAPE, text):
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
    if text.startswith(("---", "...", "<<")) or re.search(_BREAKS_PLAIN, text):
        return False
    return not (flow and re.search(_FLOW_PUNCTUATION, text))


def _escaped(text: str) -> str:
    return '"' + "".join(map(_escaped_character, text)) + '"'


def _escaped_character(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if not re.match(_NEEDS_ESCAPE, character):
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates of Unicode
        raise ValueError("YAML cannot carry a lone surrogate")
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
