"""How git is run: its settings, its environment and its patience."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from journeycli.git.bounds import MOST, TooMuchError, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SETTINGS = (
    "core.attributesFile=",  # a device or a pipe never ends
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "diff.external=",
    "diff.orderFile=/dev/null",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
    "mailmap.file=",
    "protocol.allow=never",
)
_READS_FILES = frozenset({"blame", "diff", "diff-files", "diff-index", "status"})
_ABOUT_FILES = _READS_FILES | {"ls-files", "--show-toplevel"}
_ASKED_SETTINGS = frozenset({0, 1})  # exit codes of git: there are some, there are none
_PATIENCE = 60  # seconds; a repository on a slow network share answers well within it


class GitUnavailableError(Exception):
    """Git is not installed, refuses the repository, or does not answer."""


def lacks_files(error: GitUnavailableError) -> bool:
    """Tell whether git wants to fetch what a partial clone lacks, which it is never let do."""
    return any(word in str(error) for word in ("promisor", "transport", "lazy fetching"))


class Answer(NamedTuple):
    """How a run of git ended: exit code, standard output, and what it said on standard error."""

    code: int
    out: bytes
    said: str


def run(folder: Path, arguments: Sequence[str], *, stdin: bytes | None = None) -> bytes:
    """Run git in a folder and give what it prints.

    Args:
        folder: Where to run it.
        arguments: Its command and arguments. What a user typed stands behind
            `--end-of-options` or `--`, so that it is never taken for an option.
        stdin: What it reads from standard input; nothing where it is None.

    Raises:
        GitUnavailableError: It cannot be started, takes longer than a minute, or fails; the text
            is what git says.

    """
    done = answer(folder, arguments, stdin=stdin)
    if done.code != 0:
        raise GitUnavailableError(done.said)
    return done.out


def answer(folder: Path, arguments: Sequence[str], *, stdin: bytes | None = None) -> Answer:
    """Run git as `run` does, where another exit code than 0 is an answer as well.

    Raises:
        GitUnavailableError: It cannot be started, takes longer than a minute, or answers with more
            than can be read.

    """
    try:
        done = bounded(
            command([*_without_filters(folder, arguments), *arguments]),
            folder,
            environment() | _kept_here(folder, arguments),
            stdin=stdin or b"",
            patience=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        message = f"git {_named(arguments)} gave no answer within {_PATIENCE} seconds"
        raise GitUnavailableError(message) from error
    except TooMuchError as error:
        message = f"git {_named(arguments)} answers with more than {MOST:,} bytes"
        raise GitUnavailableError(message) from error
    except (OSError, ValueError) as error:
        raise GitUnavailableError(str(error)) from error
    said = _LINE_OF_A_FILE.sub(r"\1", done.said.decode("utf-8", "replace").strip())
    return Answer(done.code, done.out, said)


# What stands behind the colon is a line of a file of git's, which may be a link to any other one.
_LINE_OF_A_FILE = re.compile(r"(bad shallow line|unexpected line in [^:\n]*): [^\n]*")


def command(arguments: Sequence[str]) -> list[str]:
    """Give the whole command line: our settings go before whatever a repository has set."""
    settings = [word for each in _SETTINGS for word in ("-c", each)]
    return ["git", "--no-pager", *settings, *arguments]


def environment() -> dict[str, str]:
    """Give what git may know of our environment: enough to find itself and its user's settings."""
    kept = {
        name: value
        for name in _KEPT
        if (value := os.environ.get(name)) is not None  # git finds its own settings by these
    }
    return {**kept, **_OURS}


_OURS = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # none; unlike protocol.allow, no setting of a repository is stronger
    "GIT_GRAFT_FILE": os.devnull,  # grafts and replaced objects can make a history without end
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


_KEPT = (
    "PATH",
    "HOME",
    "USERPROFILE",
    "SYSTEMROOT",
    "XDG_CONFIG_HOME",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
)


@cache
def _filters(folder: Path) -> tuple[str, ...]:
    """Give the settings that turn off the filters a repository has for its files."""
    asked = [
        "config",
        "--null",
        "--name-only",
        "--get-regexp",
        r"^filter\..*\.(clean|smudge|process)$",
    ]
    found = answer(folder, asked)
    if found.code not in _ASKED_SETTINGS:
        raise GitUnavailableError(found.said)
    names = found.out.decode("utf-8", "surrogateescape").split("\0")
    drivers = dict.fromkeys(name.rpartition(".")[0] for name in names if name)
    for driver in drivers:
        if "=" in driver:  # where the name of a setting ends, for git's option -c
            raise GitUnavailableError(f"its filter {driver!r} cannot be turned off")
    return tuple(
        f"{driver}.{setting}"
        for driver in drivers
        for setting in ("clean=", "smudge=", "process=", "required=false")
    )


def _without_filters(folder: Path, arguments: Sequence[str]) -> list[str]:
    """Give the options with which git reads files of the work tree as they are.

    A filter is a program that the repository's settings name; git starts it for every file that it
    compares with a commit.

    Raises:
        GitUnavailableError: There are some that cannot be turned off.

    """
    if not _READS_FILES.intersection(arguments):
        return []
    return [word for each in _filters(folder) for word in ("-c", each)]


def _kept_here(folder: Path, arguments: Sequence[str]) -> dict[str, str]:
    """Give what keeps git to the files around `.git`, whatever core.worktree says."""
    return _work_tree(folder) if _ABOUT_FILES.intersection(arguments) else {}


@cache
def _work_tree(folder: Path) -> dict[str, str]:
    if answer(folder, ["config", "--get", "core.worktree"]).code != 0:
        return {}
    here = folder.absolute()
    top = next((each for each in (here, *here.parents) if (each / ".git").exists()), None)
    return {} if top is None else {"GIT_WORK_TREE": str(top)}


def _named(arguments: Sequence[str]) -> str:
    """Give git's command among arguments of which some may be settings."""
    options = iter(arguments)
    for word in options:
        if word == "-c":
            next(options, None)
        elif not word.startswith("-"):
            return word
    return ""
