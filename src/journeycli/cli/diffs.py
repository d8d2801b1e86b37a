"""Changes of a file, shown as a unified diff."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from journeycli.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def unified_diff(name: str, before: bytes, after: bytes, *, color: bool) -> Iterator[str]:
    """Give a unified diff of one file, a line a piece, with control characters made visible."""
    old, new = (_LINE.findall(raw.decode("utf-8", "replace")) for raw in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        text = visible(line.rstrip("\r\n"))
        paint = _COLORS.get(line[:1], "") if color else ""
        yield f"{paint}{text}{_PLAIN if paint else ''}\n"
        if not line.endswith(("\n", "\r")):
            yield "\\ No newline at end of file\n"
