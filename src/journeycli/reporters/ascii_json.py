"""JSON that every stream takes and every parser reads."""

from __future__ import annotations

import json
import re
from typing import Any

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Any) -> str:
    """Write a value as JSON in ASCII, which any stream and any parser takes.

    Half an astral character, which a file name that is not UTF-8 brings and strict parsers refuse,
    is written by its code; and no log reader finds a command's mark.
    """
    text = json.dumps(value)
    if "\\ud" in text:
        legal = _LONE_SURROGATE.sub(_named, json.dumps(value, ensure_ascii=False))
        text = json.dumps(json.loads(legal))
    return text.replace("##", "#\\u0023")


def _named(match: re.Match[str]) -> str:
    return f"\\\\u{ord(match[0]):04x}"
