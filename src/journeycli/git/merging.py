"""Git's own merge of the lines of a file, in a folder of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from journeycli.git.running import GitUnavailableError, answer

_MOST_CONFLICTS = 127  # git merge-file gives no larger count; 255 stands for its failure


class MergedLines(NamedTuple):
    """What git made of three versions.

    Attributes:
        raw: The merged file.
        conflicts: How many conflicts stand in it; 127 where they are as many or more.

    """

    raw: bytes
    conflicts: int


def merge_lines(
    ours: bytes,
    base: bytes,
    theirs: bytes,
    *,
    labels: tuple[str, str, str],
    size: int = 7,
    with_base: bool = False,
) -> MergedLines:
    """Merge three versions of a file line by line, inside or outside a repository.

    Args:
        ours: Our version.
        base: The common version.
        theirs: Their version.
        labels: What the three are called in conflicts, in this order.
        size: How many signs a marker of a conflict has.
        with_base: Whether conflicts show the common version as well.

    Raises:
        GitUnavailableError: Git cannot be started, or takes a version for no text.

    """
    with tempfile.TemporaryDirectory(prefix="journey-merge-") as name:
        folder = Path(name)
        for each, raw in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / each).write_bytes(raw)
        arguments = ["merge-file", "--stdout", f"--marker-size={size}"]
        arguments += ["--diff3"] if with_base else []
        for label in labels:
            arguments += ["-L", label]
        done = answer(folder, [*arguments, "ours", "base", "theirs"])
    if not 0 <= done.code <= _MOST_CONFLICTS:
        raise GitUnavailableError(done.said)
    return MergedLines(done.out, done.code)
