"""Who last changed each line of a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from journeycli.git.log import Commit, author_date
from journeycli.git.running import GitUnavailableError, answer, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

IGNORED = ".git-blame-ignore-revs"
"""The file at the top of a repository that lists commits nobody wants to hear of."""

_HEAD = 3  # words at least: the commit, the line that it was, the line that it is
_LARGEST = 5_000_000  # bytes of a list of commits
_NO_COMMIT = "invalid object name: "
_NO_LIST = f"{IGNORED}, or what blame.ignoreRevsFile names, has lines that are no ids of commits"


def blame(
    top: Path, path: str, commit: str | None = None, *, ignoring: bool = True
) -> tuple[Commit | None, ...]:
    r"""Give the commit that last changed each line; None for a line that is not committed yet.

    Lines are what `\\n` ends. A line that was moved, in its file or from another one that the same
    commit changed, is as old as it was there; a change of blanks is none. What `.mailmap` and
    `.git-blame-ignore-revs` say counts.

    Args:
        top: The top folder of the repository.
        path: Where the file lies, from the top.
        commit: The id of the commit whose file it is; the one on the disk where it is None.
        ignoring: Whether the commits of `.git-blame-ignore-revs` are passed over.

    Raises:
        GitUnavailableError: There is no answer from git, or the commit has no such file.

    """
    _check_lists(top)
    ignored = [f"--ignore-revs-file={IGNORED}"] if ignoring and (top / IGNORED).is_file() else []
    # Git asks for a name before it shows what is not committed yet, and then does not use it.
    nobody = ["-c", "user.name=nobody", "-c", "user.email=nobody@localhost"]
    asked = [
        *nobody, "blame", "--porcelain", "--root", "-w", "-M", "-C",
        "--no-textconv", "--no-progress", *ignored, *([commit] if commit else []), "--", path,
    ]  # fmt: skip
    try:
        told = run(top, asked)
    except GitUnavailableError as error:
        if _NO_COMMIT in str(error):  # and then a line of a file that may lie anywhere
            raise GitUnavailableError(_NO_LIST) from None
        raise
    return _read(told.split(b"\n"))


def _check_lists(top: Path) -> None:
    """See that what settings name as lists of ignored commits ends; git reads whatever it is.

    Raises:
        GitUnavailableError: One is no file, or too large.

    """
    asked = ["config", "--null", "--type=path", "--get-all", "blame.ignoreRevsFile"]
    for name in answer(top, asked).out.split(b"\0"):
        path = top / os.fsdecode(name)
        if name and not (path.is_file() and path.stat().st_size <= _LARGEST):
            raise GitUnavailableError("blame.ignoreRevsFile names no file, or one without an end")


def _read(words: Sequence[bytes]) -> tuple[Commit | None, ...]:
    """Read git's porcelain: a head, what is new of its commit, and the line behind a tab."""
    about: dict[str, dict[str, Any]] = {}
    commits: dict[str, Commit | None] = {}
    found: list[Commit | None] = []
    current = ""
    for word in words:
        if word.startswith(b"\t"):
            if current not in commits:
                commits[current] = _commit(current, about[current])
            found.append(commits[current])
            current = ""
        elif not current:
            parts = word.decode("utf-8", "replace").split(" ")
            if len(parts) >= _HEAD:
                current = parts[0]
                about.setdefault(current, {})
        else:
            key, _, value = word.decode("utf-8", "surrogateescape").partition(" ")
            about[current][key] = value
    return tuple(found)


def _commit(id_: str, about: dict[str, str]) -> Commit | None:
    if not id_.strip("0"):
        return None
    if "author" not in about:
        raise GitUnavailableError("git names no author")
    when = author_date(about.get("author-time", ""))
    return Commit(id_, about["author"], when, about.get("summary", ""))
