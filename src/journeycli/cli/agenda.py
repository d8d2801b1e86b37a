"""`journey agenda`: what is open in a map, as a workshop agenda and an interview guide."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.endings import format_for
from journeycli.cli.paging import look_of, print_lines
from journeycli.cli.workspace import find_map, one_of, shown_path
from journeycli.files import put

if TYPE_CHECKING:
    from journeycli.cli.workspace import FoundMap
    from journeycli.views.agenda import Agenda

FORMATS = ("text", "md")


def agenda(
    map_: options.OneMap,
    format: Annotated[  # noqa: A002 - the flag's name
        str | None,
        typer.Option(help="How to write it: text or md.", show_default="text, or md for FILE.md"),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write it into this file.", show_default=False),
    ] = None,
    today_: options.Today = None,
    config: options.Config = None,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Turn what is unanswered, unsupported or overdue into an agenda and an interview guide.

    Every question names the rule that asks it and the place in the map that it is about. Nothing is
    asked that the settings, a baseline or a comment in the map rule out.

    Example: `journey agenda switch-broadband -o workshop.md`

    Exit code: 0, or 2 where there is no such map, it cannot be read or the file cannot be written.
    """
    chosen = format_for(format, file, FORMATS)
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    found = _agenda(find_map(map_, config=config), today_)
    if chosen == "text" and file is None:
        from journeycli.views.terminal.agenda import agenda_view

        print_lines(agenda_view(found, look_of(screen)), screen)
        return 0
    text = _written(found, chosen, screen)
    if file is None:
        output.write(text)
    else:
        put(file.absolute(), text.encode())
        output.say(f"wrote  {shown_path(file)}\n")
    return 0


def _written(found: Agenda, chosen: str, screen: output.Terminal) -> str:
    if chosen == "md":
        from journeycli.views.agenda_markdown import agenda_markdown

        return agenda_markdown(found)
    from journeycli.views.terminal.agenda import agenda_view
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.paint import painted

    look = Look(screen.width)  # a file takes every letter, and no colour
    return painted(agenda_view(found, look), look)


def _agenda(found: FoundMap, today: str | None) -> Agenda:
    """Lint a map, and make its agenda.

    Raises:
        UserError: The map cannot be read at all, or is no map.

    """
    from journeycli.cli.linting import Request, lint_files
    from journeycli.cli.workspace import bytes_of, find_files
    from journeycli.views.agenda import agenda as agenda_of
    from journeycli.views.known import know
    from journeycli.views.terminal.gathering import gather, read_map

    name, limits = shown_path(found.path), found.workspace.limits
    read = read_map(bytes_of(found.path, limits.bytes), name, limits)
    workspace = found.workspace
    linted = lint_files(workspace, [found.path], Request(today=today))
    known = find_files(workspace, [workspace.root]).known
    around = gather(
        [path for path in known if ".journey." not in path.name], workspace.root, limits
    )
    if read.faults:
        output.say(f"{name} has errors; here is what could be read. See: journey lint {name}\n")
    return agenda_of(
        read.journey, linted.report.findings, know(read.journey, around.catalogs, around.personas)
    )
