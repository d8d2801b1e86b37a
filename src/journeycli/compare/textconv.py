"""A map as git compares it: its own lines, and behind some of them where in the map they stand.

Every line keeps its number and its text. Where another part of the map begins, the line ends with a
comment that names it, which git can show above each group of changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.source.document import read_document
from journeycli.text import slug, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.source.document import Data, Standing
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

SIGN = "  #: "
"""What stands before the name of a part."""

PART_PATTERN = "^.*  #: (.+)$\n^ *- ((id|ref): .*)$\n^([a-z_]+:.*)$"
"""Extended regular expressions of POSIX, one a line: which lines git may show above a change.

The first finds the names given here; the others serve where git compares the file as it is.
"""

_ARROW = " › "
_BREAK = re.compile(r"\r\n|\r|\n|\Z")


def with_places(raw: bytes, limits: Limits) -> bytes:
    """Name the parts of a file where they begin; what cannot be read stays as it is."""
    document = read_document(raw, limits)
    if document.faults or not isinstance(document.data, dict):
        return raw
    text, pieces, done, shown = document.text, [b"\xef\xbb\xbf" * document.has_bom], 0, ""
    places = document.places()
    for offset, name in sorted(_parts(text, places, (), document.data, ""), key=_offset):
        found = _BREAK.search(text, max(offset, done))
        if name == shown or found is None or (offset < done):
            continue
        pieces.append(text[done : found.start()].encode())
        pieces.append(f"{SIGN}{name}".encode() if name else b"")
        done, shown = found.start(), name
    return b"".join((*pieces, text[done:].encode()))


def _offset(part: tuple[int, str]) -> int:
    return part[0]


def _parts(
    text: str, places: Mapping[Path, Standing], path: Path, data: Data, name: str
) -> Iterator[tuple[int, str]]:
    """Give where each key and item begins, with the name of the part that it belongs to."""
    if isinstance(data, dict):
        steps: list[tuple[str | int, Data]] = list(data.items())
    else:
        steps = list(enumerate(data)) if isinstance(data, list) else []
    for step, value in steps:
        here = (*path, step)
        key, span, style = places[here]
        start = (key or span).start
        is_block = style == "block"
        below = _ARROW.join(filter(None, (name, _own_name(here, value) if is_block else "")))
        if is_block or style == "flow" or _is_one_line(text[span.start : span.end]):
            yield start, "" if len(here) == 1 else below  # its own line says its name
        if is_block:
            yield from _parts(text, places, here, value, below)


def _own_name(path: Path, value: Data) -> str:
    """Name a list or mapping: a key by itself, an item by its id or what it is named by."""
    step = path[-1]
    if isinstance(step, str):
        return "" if path == ("stages",) else step
    if not isinstance(value, dict):
        return ""
    given = [value.get(key) for key in ("id", "ref")]
    name = value.get("name")
    given.append(slug(name) if isinstance(name, str) else None)
    return next((visible(str(each)) for each in given if isinstance(each, str) and each), "")


def _is_one_line(written: str) -> bool:
    return "\n" not in written and "\r" not in written
