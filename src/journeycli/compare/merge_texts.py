"""Merging lines that both sides changed, where there is a line between the changes.

Lines of comments are merged so, and those of a text that stands behind `|` or `>`.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeycli.compare.merge_blocks import FIXED, lines_of
from journeycli.source.document import read_document
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from journeycli.source.document import Data

_SIGNS = ("|", ">")
_BREAK = "\n"
_PARAGRAPH = "\n\n"


class _Edit(NamedTuple):
    """What stands in place of the base's lines from `start` to before `end`."""

    start: int
    end: int
    lines: list[str]


def merge_block_texts(base: str, ours: str, theirs: str) -> str | None:
    """Merge three versions of a text from its `|` or `>` on; None where the changes touch.

    Args:
        base: The value as both sides found it.
        ours: As one side has it.
        theirs: As the other has it.

    """
    versions = (base, ours, theirs)
    if not all(map(is_block_text, versions)):
        return None
    heads = {each.partition("\n")[0] for each in versions}
    ends = {each.endswith("\n") for each in versions}
    if len(heads) > 1 or len(ends) > 1:  # another sign says another text with the same lines
        return None
    ends_line = ends.pop()
    end = _BREAK if ends_line else _PARAGRAPH  # so that a last paragraph stands apart as others do
    below = [each.partition("\n")[2].removesuffix("\n") + end for each in versions]
    lines = merge_lines_apart(below[0], below[1], below[2])
    if lines is None:
        return None
    return f"{heads.pop()}\n{lines if ends_line else lines.rstrip(_BREAK)}"


def is_block_text(value: str) -> bool:
    """Tell whether a value is written behind `|` or `>`."""
    return value.startswith(_SIGNS) and "\n" in value


def said_by(written: str) -> Data:
    """Give what a key or an item says that is written as a file of its own."""
    data = read_document(written.replace(FIXED, "").encode(), Limits()).data
    values = list(data.values()) if isinstance(data, dict) else data
    return values[0] if isinstance(values, list) and len(values) == 1 else None


def merge_lines_apart(base: str, ours: str, theirs: str) -> str | None:
    """Merge lines as git merges them; None where the changes touch.

    Args:
        base: The lines as both sides found them, each with its line break.
        ours: As one side has them.
        theirs: As the other has them.

    """
    was, one, other = (lines_of(each) for each in (base, ours, theirs))
    mine, yours = _edits(was, one), _edits(was, other)
    edits = sorted([*mine, *(each for each in yours if each not in mine)])
    if any(_touch(was, above, below) for above, below in pairwise(edits)):
        return None
    lines = list(was)
    for edit in reversed(edits):
        lines[edit.start : edit.end] = edit.lines
    return None if _doubles(was, lines, (one, other)) else "".join(lines)


def _touch(was: list[str], above: _Edit, below: _Edit) -> bool:
    """Tell whether no line is left between two edits, or only blank ones and both add a line."""
    if above.end >= below.start:
        return True
    is_blank = not _worded(was[above.end : below.start])
    return is_blank and bool(_worded(above.lines) & _worded(below.lines))


def _doubles(was: list[str], merged: list[str], sides: tuple[list[str], list[str]]) -> bool:
    """Tell whether a line stands more often than either side has it: each moved it elsewhere."""
    found, (one, other) = Counter(merged), (Counter(side) for side in sides)
    return any(found[line] > max(one[line], other[line]) for line in _worded(was))


def _worded(lines: list[str]) -> set[str]:
    return {line for line in lines if line.strip()}


def _edits(was: list[str], now: list[str]) -> list[_Edit]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return [
        _Edit(start, end, now[first:last])
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
