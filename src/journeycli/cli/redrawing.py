"""`journey render --watch`: draw again whenever a file of the workspace is saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from journeycli.cli import output
from journeycli.cli.baselines import files_beside_maps
from journeycli.cli.live import Live
from journeycli.cli.rendering import drawn_for, workspace_of, write
from journeycli.cli.watching import follow
from journeycli.cli.workspace import find_files, find_map
from journeycli.errors import UserError

if TYPE_CHECKING:
    from journeycli.cli.rendering import Asked


def redraw(asked: Asked, to: str | None) -> NoReturn:
    """Draw again whenever a file of the workspace changes, until somebody interrupts.

    Raises:
        UserError: No map is found at the start, or the folder cannot be watched.

    """
    root = workspace_of(asked).root
    read: set[Path] = set()  # the pictures that maps name, known once they were drawn
    asked = asked._replace(request=replace(asked.request, reads=read.add))
    live = Live()
    output.say(f"Watching. Pictures and findings: {live.address} (stop with Ctrl+C)\n")
    try:
        follow(root, lambda: [*_files(asked), *sorted(read)], lambda: _renew(live, asked, to))
    finally:
        live.close()


def _files(asked: Asked) -> list[Path]:
    """Give the files of the workspace, its settings and its baseline.

    Raises:
        UserError: The settings are wrong, or the map is gone.

    """
    workspace = workspace_of(asked)
    known = find_files(workspace, [workspace.root]).known
    return [*known, *files_beside_maps(workspace, None)]


def _renew(live: Live, asked: Asked, to: str | None) -> None:
    """Draw and lint; where a save broke a map, its findings say so beside the pictures before."""
    pictures: tuple[bytes, ...] = ()
    findings: tuple[str, ...] = ()
    problem = ""
    try:
        write(drawn_for(asked), to)
        shown = replace(asked.request, format="svg")
        pictures = tuple(each.draw() for each in drawn_for(asked._replace(request=shown)))
    except UserError as error:
        output.say(f"{error}\n")
        problem = str(error)
    try:
        findings = _findings(asked)
    except UserError as error:
        problem = problem or str(error)
    live.show(pictures, findings, problem)


def _findings(asked: Asked) -> tuple[str, ...]:
    """Lint the maps, and say what was found in a line each.

    Raises:
        UserError: There is nothing to lint, or the settings are wrong.

    """
    from journeycli.cli.linting import Request, lint_files

    paths = [find_map(n).path if not Path(n).is_dir() else Path(n) for n in asked.maps]
    report = lint_files(workspace_of(asked), paths, Request()).report
    return tuple(
        f"{each.severity.value} {each.code}: {each.message}"
        f" ({each.place.path}:{each.place.start.line})"
        for each in report.findings
    )
