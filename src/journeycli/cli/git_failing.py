"""What is said where git gives no answer, and what can be done about the usual reasons."""

from __future__ import annotations

import re
import shlex

from journeycli.errors import UserError
from journeycli.git import GitUnavailableError, lacks_files
from journeycli.text import one_line

_DISTRUST = "dubious ownership"
_WHOSE = re.compile(rf"{_DISTRUST} in repository at '(?P<folder>[^\n]*)'")


def git_failed(error: GitUnavailableError) -> UserError:
    """Say that git does not answer, why, and what to do."""
    said = str(error)
    if is_distrust(error):
        found = _WHOSE.search(said)
        folder = shlex.quote(one_line(found["folder"])) if found else "'<its folder>'"
        return UserError(
            "git does not trust this repository, for its folder belongs to somebody else.",
            hint=f"If you trust it: git config --global --add safe.directory {folder}",
        )
    if lacks_files(error):
        return UserError(
            "This clone is partial: it does not hold older versions of the files.",
            hint="`git fetch --refetch --no-filter` brings them, or a clone without --filter.",
        )
    if isinstance(error.__cause__, FileNotFoundError):
        return UserError("This needs git, which is not installed.", hint="https://git-scm.com")
    reason = one_line(said.partition("\n")[0]).removeprefix("fatal: ").removesuffix(".")
    return UserError(
        f"git cannot be asked: {reason or 'it gives no reason'}.",
        hint="`journey doctor` says which git there is.",
    )


def is_distrust(error: GitUnavailableError) -> bool:
    """Tell whether git refuses a repository because its folder belongs to somebody else."""
    return _DISTRUST in str(error)
