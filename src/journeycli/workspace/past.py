"""The files of a commit in a folder of their own, so that they can be looked at as today's are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from journeycli import git
from journeycli.errors import UserError
from journeycli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeycli.git import Entry

_LINK = "120000"
_NO_REPOSITORY = "This folder ends here: it is no repository, and nothing above belongs to it.\n"


def lay_down(
    top: Path, commit: str, folder: Path, wanted: Callable[[str], bool], *, limit: int
) -> None:
    """Write files of a commit below a folder, where they lie in the repository.

    Links are links again. A file that is larger than the limit is there, and too large. The folder
    gets a `.git` that is none, so that whoever looks upwards for the repository stops there.

    Args:
        top: The top folder of the repository.
        commit: The id of the commit.
        folder: An empty folder.
        wanted: Says of a path from the top whether it is wanted.
        limit: How many bytes a file may have at most.

    Raises:
        UserError: A file is not there, or cannot be written here.
        GitUnavailableError: There is no answer from git.

    """
    (folder / ".git").write_text(_NO_REPOSITORY, encoding="ascii")
    entries = [each for each in git.tree(top, commit) if wanted(each.path) and _is_below(each.path)]
    contents = git.blobs_at_hand(top, [each.blob for each in entries], limit=limit)
    for entry, blob in zip(entries, contents, strict=True):
        if blob is None:
            raise UserError(
                f"{one_line(entry.path)} of {commit[:7]} is not in this clone.",
                hint="`git fetch --refetch --no-filter` brings it to a partial clone; in any other "
                "one something is broken, and `git fsck` says what.",
            )
        try:
            _write(folder / entry.path, entry, blob.raw, limit)
        except (OSError, ValueError) as error:
            raise UserError(
                f"{entry.path} of {commit[:7]} cannot be looked at here: {error}."
            ) from error


def _write(path: Path, entry: Entry, raw: bytes | None, limit: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if raw is None:
        with path.open("wb") as file:
            file.truncate(limit + 1)
    elif entry.mode == _LINK:
        path.symlink_to(raw.decode("utf-8", "surrogateescape"))
    else:
        path.write_bytes(raw)


def _is_below(path: str) -> bool:
    """Tell whether a path stays below its folder: a commit that somebody forged may hold others."""
    parts: Sequence[str] = PurePosixPath(path).parts
    return not (path.startswith("/") or Path(path).drive or {"..", ".git"} & set(parts))
