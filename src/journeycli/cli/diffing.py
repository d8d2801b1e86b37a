"""From two sides to their difference: files read, compared and linted."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from journeycli import git
from journeycli.cli.diff_findings import lint_side, telling
from journeycli.cli.git_failing import git_failed
from journeycli.cli.sides import Revisions, TwoFiles, unknown
from journeycli.cli.snapshots import Content, Snapshot, at_commit, on_disk, read_file
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    find_files,
    name_below,
    open_workspace,
    shown_path,
    standard_input,
)
from journeycli.compare.difference import Difference, new_and_gone
from journeycli.compare.files import compare_files
from journeycli.compare.versions import Version, read_version
from journeycli.errors import UserError
from journeycli.settings import settings_file_in
from journeycli.text import visible
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journeycli.cli.workspace import Workspace

Given: TypeAlias = Mapping[str, bytes]
"""The bytes of files of one side, by their names."""
_SHARED = (".catalog.", ".persona.")  # in the names of files that say what ids mean


@dataclass(frozen=True, slots=True)
class Compared:
    """A difference, and those of the newer side's files that say what its ids mean."""

    difference: Difference
    workspace: Workspace
    given: Given


def compared(asked: TwoFiles | Revisions, config: Path | None, today: str | None) -> Compared:
    """Compare what is asked for.

    Raises:
        UserError: A file, a path or the repository cannot be had.

    """
    gc.disable()  # reading makes little garbage in circles; collecting takes a fifth of its time
    try:
        if isinstance(asked, TwoFiles):
            return _two_files(asked, config, today)
        return _revisions(asked, config, today)
    except git.GitUnavailableError as error:
        raise git_failed(error) from error


def read_named(word: str, workspace: Workspace) -> Content | None:
    """Read what a word names: a file, `-`, or `REVISION:PATH`; None for the null device.

    Raises:
        UserError: There is no such file at the revision.

    """
    if word == os.devnull:
        return None
    if word == STANDARD_INPUT:
        return Content(standard_input(workspace.limits.bytes))
    if Path(word).is_file():
        return read_file(Path(word), workspace)
    revision, _, path = word.partition(":")
    top = git.top_folder(Path.cwd())
    if top is None:
        raise UserError(f"{visible(word)} does not exist.")
    commit = git.commit_of(top, revision)
    here = Path(path) if path.startswith("/") else Path(os.path.normpath(Path.cwd() / path))
    name = name_below(here, top)
    found = {each.path: each.blob for each in git.tree(top, commit, name)}
    if name not in found:
        raise UserError(f"{visible(path)} did not exist in {visible(revision)}.")
    (blob,) = git.blobs(top, [found[name]], limit=workspace.limits.bytes)
    if blob is None or blob.raw is None:
        return Content(None, "cannot be had from the repository")
    return Content(blob.raw)


def _two_files(asked: TwoFiles, config: Path | None, today: str | None) -> Compared:
    real = [Path(word) for word in (asked.new, asked.old) if Path(word).is_file()]
    workspace = open_workspace(real[:1] or [Path()], config=config)
    old, new = (read_named(word, workspace) for word in (asked.old, asked.new))
    named = asked.old if new is None else asked.new
    name = shown_path(Path(named)) if Path(named).is_file() else visible(named)
    given = [[(name, each)] if each else [] for each in (old, new)]
    around = _around(workspace, {path.absolute() for path in real})
    before, after = (lint_side(workspace, _bytes(each), today, around) for each in given)
    files = compare_files(*(_read(each, workspace) for each in given))
    found = telling(
        new_and_gone(before.findings, after.findings, {}, files),
        files,
        lambda _: True,
        (before.is_cautious, after.is_cautious),
    )
    difference = Difference(visible(asked.old), visible(asked.new), files, *found)
    return Compared(difference, workspace, _shared(around, workspace))


def _around(workspace: Workspace, apart: set[Path]) -> Discovered:
    """Find the workspace around two files, which are not of it themselves.

    A folder with neither settings nor a repository, such as that of temporary files, is none.
    """
    nothing = Discovered(workspace.root, (), (), ())
    if workspace.repository is None and settings_file_in(workspace.root) is None:
        return nothing
    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:
        return nothing
    known = tuple(path for path in discovered.known if path not in apart)
    return discovered._replace(linted=(), known=known)


def _shared(discovered: Discovered, workspace: Workspace) -> Given:
    """Read the catalogs and personas of a workspace, which say what ids mean."""
    paths = {discovered.name(path): path for path in discovered.known}
    return _bytes((name, read_file(paths[name], workspace)) for name in _say_what_ids_mean(paths))


def _say_what_ids_mean(names: Iterable[str]) -> list[str]:
    return [name for name in names if any(mark in name.rpartition("/")[2] for mark in _SHARED)]


def _revisions(asked: Revisions, config: Path | None, today: str | None) -> Compared:
    workspace = _workspace(asked, config)
    old = at_commit(workspace, asked.top, asked.old.commit, asked.old.label)
    if asked.new is not None:
        new = at_commit(workspace, asked.top, asked.new.commit, asked.new.label)
    else:
        new = on_disk(workspace, old.blobs.values())
    if not old.blobs and not new.blobs:
        raise UserError(
            f"There is no map in {visible(shown_path(workspace.root))}, neither in {old.label} nor "
            f"in {new.label}.",
            hint="A map's file name ends in .journey.yaml.",
        )
    wanted = _wanted(asked, workspace, old, new)
    sides = old.only(wanted), new.only(wanted)
    differ = {
        name
        for name in {*sides[0].blobs, *sides[1].blobs}
        if not sides[0].blobs.get(name) or sides[0].blobs.get(name) != sides[1].blobs.get(name)
    }
    notes = (*old.notes, *(note for note in new.notes if note not in old.notes))
    if not differ:
        return Compared(Difference(old.label, new.label, (), notes=notes), workspace, {})
    read = [_read(side.read(sorted(differ & side.blobs.keys())), workspace) for side in sides]
    files = compare_files(*read)
    if not files:
        return Compared(Difference(old.label, new.label, (), notes=notes), workspace, {})
    names = {each.old.name: each.new.name for each in files if each.old and each.new}
    renamed = {before: after for before, after in names.items() if before != after}
    with old.at_hand() as then, new.at_hand() as now:
        before, after = (lint_side(workspace, each, today) for each in (then, now))
    found = new_and_gone(before.findings, after.findings, renamed, files)
    told = telling(found, files, wanted, (before.is_cautious, after.is_cautious))
    difference = Difference(old.label, new.label, files, *told, notes)
    return Compared(difference, workspace, _bytes(new.read(_say_what_ids_mean(new.blobs))))


def _workspace(asked: Revisions, config: Path | None) -> Workspace:
    """Open the workspace around this folder and the paths; without settings, all of the repository.

    Raises:
        UserError: The settings are wrong.

    """
    existing = [Path(path) for path in asked.paths if os.path.lexists(path)]
    workspace = open_workspace([Path(), *existing], config=config)
    if config is None and settings_file_in(workspace.root) is None:
        return open_workspace([asked.top])
    return workspace


def _wanted(
    asked: Revisions, workspace: Workspace, old: Snapshot, new: Snapshot
) -> Callable[[str], bool]:
    """Give what tells whether a file is asked for, by its name.

    Raises:
        UserError: A word names nothing on either side.

    """
    if not asked.paths:
        return lambda _: True
    every = {*old.blobs, *new.blobs}
    names: set[str] = set()
    for word in asked.paths:
        name = name_below(os.path.normpath(Path.cwd() / word), workspace.root)
        found = {each for each in every if name in (".", each) or each.startswith(f"{name}/")}
        found = found or _by_id(word, workspace, old, new)
        if not found:
            raise _nothing(word, asked, old, new)
        names |= found
    return lambda name: name in names


def _nothing(word: str, asked: Revisions, old: Snapshot, new: Snapshot) -> UserError:
    shown = visible(word)
    if os.path.lexists(word):
        return UserError(
            f"{shown} holds no map, neither in {old.label} nor in {new.label}.",
            hint="A map's file name ends in .journey.yaml.",
        )
    if "/" in word or word.endswith((".yaml", ".yml")):
        return UserError(f"{shown} is neither in {old.label} nor in {new.label}.")
    error = unknown(asked.top, word)
    return UserError(f"{shown} is neither a revision, a file nor a map.", hint=error.hint)


def _by_id(word: str, workspace: Workspace, old: Snapshot, new: Snapshot) -> set[str]:
    """Give the files that hold the map of an id, on either side."""
    found: set[str] = set()
    for side in (old, new):
        for version in _read(side.read(side.blobs), workspace):
            if version.tree is not None and version.tree.id == word:
                found.add(version.name)
    return found


def _read(contents: Iterable[tuple[str, Content]], workspace: Workspace) -> list[Version]:
    return [
        read_version(name, each.raw, workspace.limits)
        if each.raw is not None
        else Version(name, trouble=each.trouble)
        for name, each in contents
    ]


def _bytes(contents: Iterable[tuple[str, Content]]) -> Given:
    return {name: each.raw for name, each in contents if each.raw is not None}
