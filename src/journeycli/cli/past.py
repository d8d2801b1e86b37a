"""What the commands that look into the past begin with: a map, its repository and its commits."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.cli.git_failing import git_failed
from journeycli.cli.workspace import (
    Workspace,
    find_map,
    name_below,
    open_workspace,
    shown_path,
)
from journeycli.errors import UserError
from journeycli.git import (
    GitUnavailableError,
    UnknownRevisionError,
    changes,
    commit_of,
    file_history,
    has_file,
    top_folder,
)
from journeycli.text import one_line

if TYPE_CHECKING:
    from journeycli.git import Revision
    from journeycli.measure.history import Ruler
    from journeycli.measure.memory import Memory

_WORTH_A_FOLDER = 20  # commits without settings from which on figures are kept


@dataclass(frozen=True)
class Tracked:
    """A map in a repository.

    Attributes:
        path: Its file on the disk, whether it is there or not.
        name: What the file is called in the repository, from its top, with `/`.
        top: The top folder of the repository.
        workspace: Its workspace.
        head: The id of the commit that is checked out; None where there is none yet.

    """

    path: Path
    name: str
    top: Path
    workspace: Workspace
    head: str | None

    @cached_property
    def committed(self) -> str | None:
        """What the file is called in the commit that is checked out; None where that lacks it."""
        if self.head is None:
            return None
        if has_file(self.top, self.head, self.name):
            return self.name
        renamed = (each for each in changes(self.top, self.head) if each.status == "R")
        return next((each.before for each in renamed if each.path == self.name), None)

    @property
    def shown(self) -> str:
        """Name the file as the user would type it."""
        return one_line(shown_path(self.path))


def find_tracked(map_: str, *, config: Path | None) -> Tracked:
    """Find a map by its file or its id; the file may be one that only older commits have.

    Raises:
        UserError: There is no such map, or it lies in no repository.

    """
    try:
        found = find_map(map_, config=config)
    except UserError:
        gone = _gone(Path(map_).absolute(), config)
        if gone is None:
            raise
        return gone
    return _tracked(found.path, found.workspace)


def commit_named(tracked: Tracked, revision: str) -> str:
    """Give the id of the commit that a user names.

    Raises:
        UserError: There is no such commit.

    """
    try:
        return commit_of(tracked.top, revision)
    except UnknownRevisionError:
        raise UserError(
            f"There is no commit, branch or tag {one_line(revision)}.",
            hint="`git log --oneline` lists the commits, `git branch --all` the branches.",
        ) from None


def name_in(tracked: Tracked, commit: str) -> str:
    """Give what the map's file is called in another commit than the one that is checked out.

    That is its name of today where the commit has it, else the latest that it has of the older
    ones; the name of today where it has none of them.
    """
    if has_file(tracked.top, commit, tracked.name):
        return tracked.name
    revisions = history_of(tracked)
    names = dict.fromkeys(each.before for each in revisions)
    return next((each for each in names if has_file(tracked.top, commit, each)), tracked.name)


def history_of(
    tracked: Tracked, *, after: str | None = None, first_parent: bool = False
) -> tuple[Revision, ...]:
    """Give what the commits up to the one that is checked out made of the file.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    if tracked.head is None:
        return ()
    name = tracked.committed or tracked.name
    return file_history(tracked.top, name, tracked.head, after=after, first_parent=first_parent)


def ruler_of(tracked: Tracked, commits: int, *, with_cache: bool) -> Ruler:
    """Give what maps of the past are measured with: rules, settings and catalogs of today.

    Raises:
        UserError: The settings are wrong.

    """
    from journeycli.cli.linting import Request, choice_of
    from journeycli.cli.workspace import find_files
    from journeycli.lint.catalogue import catalogue_of
    from journeycli.lint.engine import Around
    from journeycli.lint.maps import shared_words
    from journeycli.lint.run import Sources
    from journeycli.measure.history import Ruler
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.workspace.discovery import Discovered, relative_name

    workspace = tracked.workspace
    rules = catalogue_of(workspace.settings, None)
    choice = choice_of(workspace, Request(with_baseline=False), rules, whole=False)
    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:  # a workspace whose only map is gone
        discovered = Discovered(workspace.root, (), (), ())
    catalogs = shared_words(Sources(discovered, workspace.limits)).catalogs
    vocabulary = Vocabulary.of(catalogs)
    around = Around(rules, vocabulary, choice.options, workspace.limits)
    name = relative_name(tracked.path, workspace.root)
    about = (name, choice.settings, sorted(choice.codes), vocabulary, workspace.limits)
    memory = _memory(tracked, about, commits, with_cache=with_cache)
    return Ruler(name, around, choice, memory)


def _memory(
    tracked: Tracked, about: tuple[object, ...], commits: int, *, with_cache: bool
) -> Memory:
    """Open what was measured before.

    A folder without settings may be anybody's, so that nothing is left there unless it is a lot.
    What plugins do is not known by their settings, so that nothing of it can be kept.
    """
    from journeycli.lint.variant import program, variant_of
    from journeycli.measure.memory import Memory
    from journeycli.workspace.cache_folder import FOLDER

    workspace = tracked.workspace
    wanted = with_cache and not workspace.settings.plugins
    worth = (
        workspace.settings.files or commits >= _WORTH_A_FOLDER or (workspace.root / FOLDER).is_dir()
    )
    root = workspace.root if wanted and worth else None
    return Memory(root, tracked.name, variant_of(program(), *about) if root else "")


def _tracked(path: Path, workspace: Workspace) -> Tracked:
    top = top_folder(path.parent)
    if top is None:
        raise UserError(
            f"{one_line(shown_path(path))} lies in no git repository, so it has no history.",
            hint="`git init` makes a repository of this folder; then commit the map.",
        )
    try:
        head = commit_of(top, "HEAD")
    except UnknownRevisionError:
        head = None
    except GitUnavailableError as error:
        raise git_failed(error) from error
    inside = name_below(path.parent.resolve() / path.name, top.resolve())
    return Tracked(path, inside, top, workspace, head)


def _gone(path: Path, config: Path | None) -> Tracked | None:
    """Give a file that is not on the disk, where commits have had it."""
    there = next((each for each in path.parents if each.is_dir()), None)
    if there is None or os.path.lexists(path) or top_folder(there) is None:
        return None
    tracked = _tracked(path, open_workspace([there], config=config))
    return tracked if history_of(tracked) else None
