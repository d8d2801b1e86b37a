"""What is compared with what: the words of the command line as two sides."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli import git
from journeycli.cli.git_failing import git_failed
from journeycli.cli.workspace import STANDARD_INPUT
from journeycli.errors import UserError
from journeycli.text import closest, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = "HEAD"
_MOST_REVISIONS = 2
_EXPRESSION = ("~", "^", "@{")  # what no file and no map is called, and revisions are
_SHOWN = 10  # digits of a commit's id


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and what the user called it."""

    name: str
    commit: str

    @property
    def label(self) -> str:
        """Give what people call it."""
        if self.commit.startswith(self.name):
            return self.commit[:_SHOWN]
        return f"{visible(self.name)} ({self.commit[:_SHOWN]})"


@dataclass(frozen=True, slots=True)
class TwoFiles:
    """Two files, each a path, `-` for standard input, or `REVISION:PATH`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Revisions:
    """Two states of a repository.

    Attributes:
        top: The top folder of the repository.
        old: The older side.
        new: The newer side; None for the files on disk.
        paths: What to look at; everything where it is empty.

    """

    top: Path
    old: Revision
    new: Revision | None
    paths: tuple[str, ...]


def sides(words: Sequence[str], since: str | None) -> TwoFiles | Revisions:
    """Read the words of the command line.

    Two files are compared with each other. Else words are revisions, at most two or a range, and
    then paths. Without a revision it is HEAD, and without a second one the files on disk.

    Args:
        words: The words.
        since: A revision; what came since its last commit in common with HEAD is wanted.

    Raises:
        UserError: A word is neither, or there is no repository.

    """
    if since is None and len(words) == _MOST_REVISIONS and all(map(_is_file, words)):
        if list(words) == [STANDARD_INPUT] * 2:
            raise UserError(
                "Standard input can be one of the two files, not both.",
                hint="`journey diff OLD -` compares a file with it.",
            )
        return TwoFiles(*words)
    top = _top(words)
    try:
        return _since(top, since, words) if since is not None else _revisions(top, words)
    except git.GitUnavailableError as error:
        raise git_failed(error) from error


def _is_file(word: str) -> bool:
    if word in (STANDARD_INPUT, os.devnull) or Path(word).is_file():
        return True
    revision, colon, path = word.partition(":")
    if not colon or not revision or not path:
        return False
    top = git.top_folder(Path.cwd())
    if top is None:
        return False
    try:
        git.commit_of(top, revision)
    except (git.UnknownRevisionError, git.GitUnavailableError):
        return False
    return True


def _top(words: Sequence[str]) -> Path:
    folders = [Path(word).absolute() for word in words if Path(word).exists()]
    start = folders[0] if folders else Path.cwd()
    folder = start if start.is_dir() else start.parent
    top = git.top_folder(folder)
    if top is None and git.is_bare(folder):
        raise UserError(
            f"{visible(str(folder))} is a bare git repository, which holds no files.",
            hint="Clone it, and compare in the clone.",
        )
    if top is None:
        for word in words if len(words) == _MOST_REVISIONS else ():
            if not os.path.lexists(word) and (folders or word.endswith((".yaml", ".yml"))):
                raise UserError(f"{visible(word)} does not exist.")
        raise UserError(
            f"{visible(str(start))} is not in a git repository, so there is nothing to compare "
            "with.",
            hint="Two files can be compared anywhere: `journey diff OLD NEW`.",
        )
    return top


def _since(top: Path, since: str, words: Sequence[str]) -> Revisions:
    for word in words:
        if not os.path.lexists(word) and _found(top, word) is not None:
            raise UserError(
                f"--since compares with the files on disk; {visible(word)} is a revision.",
                hint=f"`journey diff {visible(since)}...{visible(word)}` compares with that one.",
            )
    there = _known(top, since)
    base = git.merge_base(top, there.commit, _known(top, HEAD).commit)
    if base is None:
        raise UserError(
            f"HEAD and {visible(since)} have no commit in common.", hint=_shallow_hint(top)
        )
    return Revisions(top, Revision(since, base), None, tuple(words))


def _revisions(top: Path, words: Sequence[str]) -> Revisions:
    found: list[Revision] = []
    rest = list(words)
    while rest and len(found) < _MOST_REVISIONS:
        pair = _range(top, rest[0]) if not found else None
        if pair is not None:
            return Revisions(top, *pair, tuple(rest[1:]))
        revision = _revision(top, rest[0])
        if revision is None:
            break
        found.append(revision)
        del rest[0]
    old = found[0] if found else _known(top, HEAD)
    return Revisions(top, old, found[1] if len(found) > 1 else None, tuple(rest))


def _range(top: Path, word: str) -> tuple[Revision, Revision] | None:
    """Read `A..B`, or `A...B`: from their last commit in common to B."""
    if ".." not in word or os.path.lexists(word):
        return None
    dots = "..." if "..." in word else ".."
    left, _, right = word.partition(dots)
    old, new = _found(top, left or HEAD), _found(top, right or HEAD)
    if old is None or new is None:
        return None
    if dots == "..":
        return old, new
    base = git.merge_base(top, old.commit, new.commit)
    if base is None:
        names = f"{visible(old.name)} and {visible(new.name)}"
        raise UserError(f"{names} have no commit in common.", hint=_shallow_hint(top))
    return Revision(old.name, base), new


def _revision(top: Path, word: str) -> Revision | None:
    """Read a word as a revision; None for what is none.

    Raises:
        UserError: It is a file as well.

    """
    revision = _found(top, word)
    if revision is None and not os.path.lexists(word) and any(map(word.__contains__, _EXPRESSION)):
        raise unknown(top, word)
    if os.path.lexists(word):
        if revision is None:
            return None
        shown = visible(word)
        raise UserError(
            f"{shown} is a revision and a file as well.",
            hint=f"Write ./{shown} for the file, or refs/heads/{shown} for the branch.",
        )
    return revision


def _found(top: Path, name: str) -> Revision | None:
    try:
        return Revision(name, git.commit_of(top, name))
    except git.UnknownRevisionError:
        return None


def _known(top: Path, name: str) -> Revision:
    found = _found(top, name)
    if found is not None:
        return found
    if name == HEAD:
        raise UserError(
            "There is no commit on this branch yet, so there is nothing to compare with.",
            hint="Commit the maps once, then change them.",
        )
    raise unknown(top, name)


def unknown(top: Path, name: str) -> UserError:
    """Say that a word names nothing, and what could have been meant."""
    near = closest(name, _branches(top))
    shown = visible(name)
    message = f"There is no revision {shown}."
    return UserError(message, hint=f"Did you mean {near}?" if near else _shallow_hint(top))


def _shallow_hint(top: Path) -> str:
    if git.is_shallow(top):
        return (
            "This clone holds only the end of the history: `git fetch --unshallow` brings the "
            "rest; in a pipeline, set its fetch depth to 0."
        )
    return "`git branch --all` and `git log` list what there is."


def _branches(top: Path) -> list[str]:
    asked = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"]
    return git.run(top, asked).decode("utf-8", "replace").splitlines()
