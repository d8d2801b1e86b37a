"""Text made safe for where it goes: XML, DOT; and links that may stay."""

from __future__ import annotations

import re
from typing import Final

_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f<>\"'`{}|\\^]+\Z", re.IGNORECASE)
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_LONGEST_STRING: Final = 16_000  # Graphviz's scanner takes 16,384 characters at most in one literal


def xml(text: str) -> str:
    """Escape a text for XML content and attributes; what XML cannot hold is left out."""
    return _NOT_XML.sub("", text).translate(_XML)


def dot(text: str) -> str:
    """Quote a text as a DOT string, in pieces joined by `+` where it is very long."""
    plain = _NOT_XML.sub("", text).replace("\\", "\\\\").replace('"', '\\"')
    lines = plain.replace("\r", "").replace("\n", "\\n")
    pieces = []
    while len(lines) > _LONGEST_STRING:
        cut = _LONGEST_STRING
        while lines[cut - 1] == "\\":
            cut -= 1
        pieces.append(lines[:cut])
        lines = lines[cut:]
    return " + ".join(f'"{piece}"' for piece in (*pieces, lines))


def safe_link(link: str) -> str:
    """Give the link if it is http, https or mailto, else nothing."""
    return link if _LINK.match(link) else ""
