"""How a lint goes about its work: what it remembers, how many processes, and what it tells."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from journeycli.cli import output
from journeycli.errors import UserError
from journeycli.lint.gathering import Means
from journeycli.workspace.cache import Cache
from journeycli.workspace.cache_folder import FOLDER

if TYPE_CHECKING:
    from journeycli.cli.linting import Request
    from journeycli.cli.workspace import Workspace

_WORTH_A_FOLDER = 20  # files without settings from which on a cache is begun
_SILENT = 1.0  # seconds in which nobody wonders
_PAUSE = 0.1  # seconds between two looks at a number


def means_of(workspace: Workspace, request: Request, files: int) -> Means:
    """Give how to lint.

    Raises:
        UserError: The number of processes is none.

    """
    if request.jobs is not None and request.jobs < 1:
        raise UserError(f"--jobs {request.jobs}: it takes at least one process.")
    return Means(
        cache=cache_of(workspace, files) if request.with_cache else None,
        jobs=request.jobs,
        settings=workspace.settings,
        tell=Progress().tell,
    )


class Progress:
    """Says on a terminal how far a long run has come; it is silent for a second first."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _SILENT
        self._is_seen = output.is_watched()
        self._is_written = False

    def tell(self, done: int, total: int) -> None:
        """Say how many files are done, of how many; take it back with the last one."""
        if not self._is_seen:
            return
        now = time.monotonic()
        if done == total and self._is_written:
            output.say("\r\x1b[K")
            self._is_written = False
        elif now >= self._next and done < total:
            self._next = now + _PAUSE
            self._is_written = True
            output.say(f"\r\x1b[K{done:,} of {total:,} files")


def cache_of(workspace: Workspace, files: int) -> Cache | None:
    """Open the cache where there is one or should be one.

    A folder without settings may be anybody's, so that nothing is left there unless it is a lot.
    What plugins do is not known by their settings, so that nothing of it can be kept.
    """
    settings = workspace.settings
    if settings.plugins:
        return None
    wanted = settings.files or files >= _WORTH_A_FOLDER or (workspace.root / FOLDER).is_dir()
    return Cache(workspace.root) if wanted else None
