"""The whole difference of two states of a workspace, or of two files, ready to be told."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from journeycli.compare.changes import Action
    from journeycli.compare.versions import FileChange
    from journeycli.findings import Finding


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different, and what it brings.

    Attributes:
        old: What the older side is called: a file, or a revision.
        new: What the newer side is called.
        files: The files that differ, by name.
        findings_new: What lint finds now and did not before.
        findings_gone: What lint found before and finds no more; its places are those of then.
        notes: What the reader should know: what was passed over, or could not be had.

    """

    old: str
    new: str
    files: tuple[FileChange, ...]
    findings_new: tuple[Finding, ...] = ()
    findings_gone: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    def of_file(self, file: FileChange) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Give the findings of a file that are new, and those that are gone."""
        names = {each.name for each in (file.old, file.new) if each is not None}
        return (
            tuple(each for each in self.findings_new if each.place.path in names),
            tuple(each for each in self.findings_gone if each.place.path in names),
        )

    def elsewhere(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Give the new and the gone findings of files that do not differ themselves."""
        own = {each.name for file in self.files for each in (file.old, file.new) if each}
        return (
            tuple(each for each in self.findings_new if each.place.path not in own),
            tuple(each for each in self.findings_gone if each.place.path not in own),
        )


def counts(file: FileChange) -> Mapping[Action, int]:
    """Count the changes of a file by what happened."""
    return Counter(change.action for change in file.changes)


def new_and_gone(
    old: Sequence[Finding],
    new: Sequence[Finding],
    names: Mapping[str, str],
    files: Sequence[FileChange] = (),
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Tell findings of two lints apart: those that only the new one has, and only the old one.

    One that has moved with its element, or whose element has another id now, is still the same.

    Args:
        old: What was found before.
        new: What is found now.
        names: The new name of each renamed file by its old one.
        files: The files that differ, which say what has a new id.

    """
    places = _new_places(files)
    left, found = [_where_it_is_now(each, places) for each in old], list(new)
    as_found = {id(now): then for now, then in zip(left, old, strict=True)}
    for key in (_by_anchor, _by_place, _by_message):
        left, found = _without_shared(left, found, key, names)
    return tuple(found), tuple(as_found[id(each)] for each in left)


def _new_places(files: Sequence[FileChange]) -> dict[str, list[tuple[str, str]]]:
    """Give the old and the new place of what has a new id, by the old file; the inner first."""
    return {
        file.old.name: sorted(
            (
                (each.old.at, each.element.at)
                for each in file.changes
                if each.action == "renamed" and each.old is not None and each.old.at
            ),
            reverse=True,
        )
        for file in files
        if file.old is not None
    }


def _where_it_is_now(finding: Finding, places: Mapping[str, list[tuple[str, str]]]) -> Finding:
    for was, now in places.get(finding.place.path, ()):
        if finding.at == was or finding.at.startswith(f"{was}."):
            anchor = finding.anchor
            follows = anchor == was or anchor.startswith(f"{was}.")
            return finding._replace(
                at=now + finding.at[len(was) :],
                anchor=now + anchor[len(was) :] if follows else anchor,
            )
    return finding


def _without_shared(
    old: Iterable[Finding],
    new: Iterable[Finding],
    key: Callable[[Finding], Hashable],
    names: Mapping[str, str],
) -> tuple[list[Finding], list[Finding]]:
    waiting: dict[Hashable, list[Finding]] = defaultdict(list)
    for each in old:
        path = each.place.path
        waiting[(names.get(path, path), each.code, key(each))].append(each)
    only_new = []
    for each in new:
        same = waiting.get((each.place.path, each.code, key(each)))
        if same:
            same.pop(0)
        else:
            only_new.append(each)
    kept = {id(each) for group in waiting.values() for each in group}
    return [each for each in old if id(each) in kept], only_new


def _by_anchor(finding: Finding) -> Hashable:
    return finding.anchor or finding.at


def _by_place(finding: Finding) -> Hashable:
    return finding.at


def _by_message(finding: Finding) -> Hashable:
    return finding.message
