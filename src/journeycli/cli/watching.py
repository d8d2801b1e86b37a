"""`journey render --watch`: draw again whenever a file of the workspace is saved."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.cli import output
from journeycli.cli.live import Live
from journeycli.cli.rendering import drawn_for, workspace_of, write
from journeycli.cli.workspace import find_files, find_map
from journeycli.errors import UserError

if TYPE_CHECKING:
    from journeycli.cli.rendering import Asked

_PAUSE = 0.4  # seconds between two looks at the files


def watch(asked: Asked, to: str | None) -> int:
    """Draw again whenever a file of the workspace changes, until somebody interrupts."""
    live = Live()
    output.say(f"Watching. Pictures and findings: {live.address} (stop with Ctrl+C)\n")
    before: dict[Path, int] = {}
    try:
        while True:
            now = _saved(asked)
            if now != before:
                before = now
                _renew(live, asked, to)
            time.sleep(_PAUSE)
    finally:
        live.close()


def _saved(asked: Asked) -> dict[Path, int]:
    """Give the files of the workspace and when each was saved."""
    workspace = workspace_of(asked)
    times: dict[Path, int] = {}
    for path in find_files(workspace, [workspace.root]).known:
        try:
            times[path] = path.stat().st_mtime_ns
        except OSError:  # gone since it was found
            continue
    return times


def _renew(live: Live, asked: Asked, to: str | None) -> None:
    from journeycli.cli.linting import Request as Lint
    from journeycli.cli.linting import lint_files

    try:
        write(drawn_for(asked), to)
        shown = replace(asked.request, format="svg")
        pictures = tuple(each.draw() for each in drawn_for(asked._replace(request=shown)))
        problem = ""
    except UserError as error:
        output.say(f"{error}\n")
        pictures, problem = (), str(error)
    paths = [find_map(n).path if not Path(n).is_dir() else Path(n) for n in asked.maps]
    report = lint_files(workspace_of(asked), paths, Lint()).report
    findings = tuple(
        f"{each.severity.value} {each.code}: {each.message}"
        f" ({each.place.path}:{each.place.start.line})"
        for each in report.findings
        if each.suppressed is None
    )
    live.show(pictures, findings, problem)
