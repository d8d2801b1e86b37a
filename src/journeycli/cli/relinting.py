"""`journey lint --watch`: lint again whenever a file of the workspace is saved."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NoReturn

from journeycli.cli import output
from journeycli.cli.watching import follow
from journeycli.cli.workspace import find_files, open_workspace
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def relint(
    lint: Callable[[], int],
    paths: Sequence[Path],
    baseline: Path | None,
    *,
    config: Path | None,
    isolated: bool,
) -> NoReturn:
    """Lint now and after each change, until somebody interrupts.

    What is wrong at the start ends the run; what a later save breaks is told, and the next one
    may mend it.

    Args:
        lint: Lints once, and prints.
        paths: What is linted.
        baseline: The baseline file that was asked for.
        config: The settings file that was asked for.
        isolated: Whether there are no settings.

    Raises:
        UserError: The first lint could not do its work, or the folder cannot be watched.

    """
    is_first = True

    def look() -> list[Path]:
        from journeycli.cli.baselines import BASELINE_NAME

        workspace = open_workspace(paths, config=config, isolated=isolated)
        others = [workspace.root / name for name in workspace.settings.files]
        others.append(baseline or workspace.settings.baseline or workspace.root / BASELINE_NAME)
        return [*find_files(workspace, paths).known, *others]

    def renew() -> None:
        nonlocal is_first
        output.clear(output.terminal())
        try:
            lint()
        except UserError as error:
            if is_first:
                raise
            output.say(f"error: {error}\n")
        is_first = False
        output.flush()
        output.say("\nWatching; Ctrl+C ends.\n")
        gc.collect()  # a lint leaves the collector off, and this process stays

    root = open_workspace(paths, config=config, isolated=isolated).root
    follow(root, look, renew)
