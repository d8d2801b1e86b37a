"""`journey lint --watch`: lint again whenever a file of the workspace is saved."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NoReturn

from journeycli.cli import output
from journeycli.cli.watching import follow
from journeycli.cli.workspace import find_files
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journeycli.cli.workspace import Workspace


def relint(
    lint: Callable[[], int],
    workspace: Callable[[], Workspace],
    paths: Sequence[Path],
    baseline: Path | None,
) -> NoReturn:
    """Lint now and after each change, until somebody interrupts.

    What is wrong at the start ends the run; what a later save breaks is told, and the next one
    may mend it.

    Args:
        lint: Lints once, and prints.
        workspace: Gives the workspace with its settings as they are now.
        paths: What is linted.
        baseline: The baseline file that was asked for.

    Raises:
        UserError: The first lint could not do its work, or the folder cannot be watched.

    """
    follow(workspace().root, lambda: _files(workspace(), paths, baseline), _Rounds(lint).renew)


def _files(workspace: Workspace, paths: Sequence[Path], baseline: Path | None) -> list[Path]:
    from journeycli.cli.baselines import files_beside_maps

    return [*find_files(workspace, paths).known, *files_beside_maps(workspace, baseline)]


class _Rounds:
    """Lints once a round; the first has to work."""

    def __init__(self, lint: Callable[[], int]) -> None:
        self._lint = lint
        self._is_first = True

    def renew(self) -> None:
        output.clear(output.terminal())
        try:
            self._lint()
        except UserError as error:
            if self._is_first:
                raise
            output.say(f"error: {error}\n")
        self._is_first = False
        output.flush()
        output.say("\nWatching; Ctrl+C ends.\n")
        gc.collect()  # a lint leaves the collector off, and this process stays
