"""Merging lines that both sides changed, where there is a line between the changes."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple


class _Edit(NamedTuple):
    """What stands in place of the base's lines from `start` to before `end`."""

    start: int
    end: int
    lines: list[str]


def merge_comment_lines(base: str, ours: str, theirs: str) -> str | None:
    """Merge lines of comments as git merges lines; None where the changes touch.

    Args:
        base: The lines as both sides found them, each with its line break.
        ours: As one side has them.
        theirs: As the other has them.

    """
    was = base.splitlines(keepends=True)
    edits = sorted(
        edit for side in (ours, theirs) for edit in _edits(was, side.splitlines(keepends=True))
    )
    if any(one.end >= other.start for one, other in pairwise(edits)):
        return None
    for edit in reversed(edits):
        was[edit.start : edit.end] = edit.lines
    return "".join(was)


def _edits(was: list[str], now: list[str]) -> list[_Edit]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return [
        _Edit(start, end, now[first:last])
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
