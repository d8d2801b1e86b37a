"""Commits by the names people give them, the files they hold, and what differs between them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from journeycli.git.running import GitUnavailableError, answer, run

if TYPE_CHECKING:
    from pathlib import Path

# A submodule has settings of its own, which name programs of their own; no map of ours lies in it.
_NO_PROGRAMS = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=all")


class UnknownRevisionError(Exception):
    """A name stands for no commit of the repository; the text is the name."""


class Entry(NamedTuple):
    """A file of a commit.

    Attributes:
        path: Where it lies, from the top of the repository, with `/` on every system.
        blob: The id of its content.
        mode: Its mode as git writes it; `120000` is a symbolic link.

    """

    path: str
    blob: str
    mode: str


class Change(NamedTuple):
    """A file that differs between two commits, or between a commit and the disk.

    Attributes:
        status: `A` added, `D` removed, `M` modified, `R` renamed, `C` copied, `T` of another kind,
            `U` in conflict.
        path: Where it lies now, or lay where it was removed; from the top of the repository.
        before: Where it lay before it was renamed or copied, else the same as `path`.

    """

    status: str
    path: str
    before: str


def commit_of(folder: Path, revision: str) -> str:
    """Give the id of the commit that a branch, tag, id or expression such as `HEAD~2` names.

    Raises:
        UnknownRevisionError: It names none.
        GitUnavailableError: There is no answer from git, or no repository.

    """
    run(folder, ["rev-parse", "--git-dir"])
    if not revision or "\0" in revision:
        raise UnknownRevisionError(revision)
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        found = run(folder, asked).decode("ascii").strip()
    except GitUnavailableError as error:
        if revision == "HEAD" and not _is_unborn(folder):
            raise GitUnavailableError(_BROKEN_HEAD) from error
        raise UnknownRevisionError(revision) from error
    if found.startswith("^"):  # `^main` is all but what it names
        raise UnknownRevisionError(revision)
    return found


_BROKEN_HEAD = "what HEAD names is not there or broken; `git fsck` says more"


def _is_unborn(folder: Path) -> bool:
    """Tell whether nothing has been committed on the branch yet, rather than lost."""
    head = answer(folder, ["symbolic-ref", "--quiet", "HEAD"])
    if head.code != 0:  # no branch, but a commit
        return False
    branch = os.fsdecode(head.out.removesuffix(b"\n"))
    told = answer(folder, ["for-each-ref", "--format=%(refname)", branch])
    return told.code == 0 and not told.out and "broken ref" not in told.said


def merge_base(folder: Path, one: str, other: str) -> str | None:
    """Give the commit that two commits have in common, or None; both are ids."""
    try:
        return run(folder, ["merge-base", one, other]).decode("ascii").strip() or None
    except GitUnavailableError:
        return None


def is_shallow(folder: Path) -> bool:
    """Say whether the repository holds only the end of its history."""
    return run(folder, ["rev-parse", "--is-shallow-repository"]).strip() == b"true"


def tree(top: Path, commit: str, below: str = "") -> list[Entry]:
    """List the files of a commit, without submodules.

    Args:
        top: The top folder of the repository.
        commit: The id of a commit.
        below: A folder of it, from the top; all of it where it is empty.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    arguments = ["ls-tree", "-r", "-z", "--full-tree", commit]
    literally = ["--literal-pathspecs", *arguments, "--", below]
    output = run(top, literally if below else arguments)
    found = []
    for line in output.split(b"\0"):
        if not line:
            continue
        about, _, path = line.partition(b"\t")
        mode, kind, blob = about.split()
        if kind == b"blob":
            found.append(Entry(os.fsdecode(path), blob.decode(), mode.decode()))
    return found


def changes(top: Path, before: str, after: str | None = None) -> list[Change]:
    """List the files that differ between two commits, renames found.

    Args:
        top: The top folder of the repository.
        before: The id of the older commit.
        after: The id of the newer one; the disk as it is, without files that git does not track,
            where it is None.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    arguments = ["diff", "--name-status", "-z", "--find-renames", *_NO_PROGRAMS]
    revisions = [before] if after is None else [before, after]
    words = run(top, [*arguments, *revisions, "--"]).split(b"\0")
    return _read_changes([os.fsdecode(word) for word in words if word])


def has_file(top: Path, commit: str, path: str) -> bool:
    """Tell whether a commit has a file of this path, from the top of the repository.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    return any(each.path == path for each in tree(top, commit, path))


def differs(top: Path, commit: str, path: str) -> bool:
    """Tell whether a file of a commit reads otherwise on the disk, or is not there any more.

    Line endings that git converts are no difference.

    Args:
        top: The top folder of the repository.
        commit: The id of a commit that has the file.
        path: Where it lies, from the top.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    asked = ["diff", "--name-only", "-z", *_NO_PROGRAMS, commit, "--", path]
    return bool(run(top, ["--literal-pathspecs", *asked]))


def untracked(top: Path) -> list[str]:
    """List the files below the top folder that git neither tracks nor ignores.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    output = run(top, ["ls-files", "-z", "--others", "--exclude-standard"])
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _read_changes(words: list[str]) -> list[Change]:
    found = []
    rest = iter(words)
    for status in rest:
        before = next(rest)
        path = next(rest) if status[0] in "RC" else before
        found.append(Change(status[0], path, before))
    return found
