"""Two states of a workspace: which file was which before, and how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.compare.alike import RENAMED, likeness, said
from journeycli.compare.versions import added, compare, removed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.compare.versions import FileChange, Version

_MOST_PAIRS = 100  # of files that are gone and files that are new; beyond, only ids tell


def compare_files(old: Sequence[Version], new: Sequence[Version]) -> tuple[FileChange, ...]:
    """Compare the files of two states; those that say the same under one name are left out.

    A file that is gone and a new one are one file under a new name where they hold the map of one
    id, or say the same, or nearly the same.

    Args:
        old: The files as they were; those that have not changed may be left out.
        new: As they are.

    Returns:
        The changes by the names of the files.

    """
    before = {each.name: each for each in old}
    after = {each.name: each for each in new}
    found = [
        change
        for name, version in after.items()
        if name in before and _is_different(change := compare(before[name], version))
    ]
    gone = [each for name, each in before.items() if name not in after]
    fresh = [each for name, each in after.items() if name not in before]
    for one, other in _renamed(gone, fresh):
        found.append(compare(one, other))
        gone.remove(one)
        fresh.remove(other)
    found += [*map(removed, gone), *map(added, fresh)]
    return tuple(sorted(found, key=lambda each: each.name))


def _is_different(change: FileChange) -> bool:
    """Tell whether anything is different: what was read, or whether it could be."""
    troubles = [each.trouble if each else "" for each in (change.old, change.new)]
    unread = any(each is None or each.tree is None for each in (change.old, change.new))
    wrong = [[place.why for place in each.unread] for each in (change.old, change.new) if each]
    return (
        bool(change.changes)
        or unread
        or bool(any(troubles))
        or _kind_differs(change)
        or wrong[0] != wrong[-1]
    )


def _kind_differs(change: FileChange) -> bool:
    trees = [each.tree for each in (change.old, change.new) if each is not None]
    return len({each.kind for each in trees if each is not None}) > 1


def _renamed(gone: Sequence[Version], fresh: Sequence[Version]) -> list[tuple[Version, Version]]:
    found: list[tuple[Version, Version]] = []
    taken: set[str] = set()
    for score, one, other in sorted(
        _candidates(gone, fresh), key=lambda each: (-each[0], each[1].name, each[2].name)
    ):
        if score >= RENAMED and not taken & {f"-{one.name}", f"+{other.name}"}:
            taken |= {f"-{one.name}", f"+{other.name}"}
            found.append((one, other))
    return found


def _candidates(
    gone: Sequence[Version], fresh: Sequence[Version]
) -> Iterator[tuple[float, Version, Version]]:
    few = len(gone) * len(fresh) <= _MOST_PAIRS
    for one in gone:
        for other in fresh:
            if one.tree is None or other.tree is None or one.tree.kind != other.tree.kind:
                continue
            if one.tree.id == other.tree.id:
                yield 2.0, one, other
            elif few:
                same = said(one.tree) == said(other.tree)
                yield 1.5 if same else likeness(one.tree, other.tree), one, other
