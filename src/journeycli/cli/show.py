"""`journey show`: a map in the terminal, or what the workspace holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.completion import complete_maps, complete_stages, complete_words
from journeycli.cli.paging import look_of, print_lines
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    bytes_of,
    find_files,
    find_map,
    one_of,
    open_workspace,
    shown_path,
    standard_input,
)
from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Finding
    from journeycli.model import JourneyMap
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Table

VIEWS = (
    "map", "checklist", "curve", "touchpoints", "barriers", "handoffs", "evidence", "funnel",
    "persona",
)  # fmt: skip
FORMATS = ("text", "json", "md", "csv")


def show(
    map_: Annotated[
        str | None,
        typer.Argument(
            metavar="MAP",
            help="A map's id, its file, or - for standard input; left out, all of the workspace.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(
            help=f"What to look at: {', '.join(VIEWS)}.",
            show_default="map",
            autocompletion=complete_words(VIEWS),
        ),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="One stage in full, by its id.",
            show_default=False,
            autocompletion=complete_stages,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        str, typer.Option(help="How to print: text; views that are tables also as json, md or csv.")
    ] = "text",
    config: options.Config = None,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Show a map in the terminal; without a map, what the workspace holds.

    Example: `journey show switch-broadband --view checklist`

    Exit code: 0, or 2 where there is no such map or it cannot be read.
    """
    one_of(view or "map", VIEWS, "--view")
    one_of(format, FORMATS, "--format")
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    if map_ is None:
        _refuse_without_map(view, stage)
        return _show_workspace(format, config, screen)
    if stage is not None and view is not None:
        raise UserError("--stage and --view do not go together.", hint="Leave one of them out.")
    _check_format(view or "map", stage, format)
    subject = _subject(map_, config)
    if format != "text":
        from journeycli.views.terminal import registry

        _export(registry.table(view or "map", subject), subject.journey, format, screen)
    elif stage is not None:
        print_lines(_stage(stage, subject, config, look_of(screen)), screen)
    else:
        from journeycli.views.terminal import registry

        print_lines(registry.view(view or "map", subject, look_of(screen)), screen)
    return 0


def _refuse_without_map(view: str | None, stage: str | None) -> None:
    option = "--view" if view is not None else "--stage" if stage is not None else None
    if option is not None:
        raise UserError(
            f"{option} needs a map.", hint="`journey show` alone lists the maps; name one."
        )


def _check_format(view: str, stage: str | None, format_: str) -> None:
    from journeycli.views.terminal.registry import TABLES

    if format_ == "text" or (stage is None and view in TABLES):
        return
    what = f"The view {view}" if stage is None else "A stage"
    raise UserError(
        f"{what} is no table, so --format {format_} cannot print it.",
        hint=f"It prints: {', '.join(TABLES)}.",
    )


def _show_workspace(format_: str, config: Path | None, screen: output.Terminal) -> int:
    from journeycli.cli.means import cache_of
    from journeycli.views.terminal.gathering import gather
    from journeycli.views.terminal.overview import maps_table, overview

    workspace = open_workspace([Path()], config=config)
    discovered = find_files(workspace, [Path()])
    cache = cache_of(workspace, len(discovered.known))
    found = gather(discovered.linted, workspace.root, workspace.limits, cache)
    shown = {path: shown_path(path) for path in discovered.linted}
    if format_ == "text":
        print_lines(overview(found, shown, look_of(screen)), screen)
    else:
        _export(maps_table(found, shown), None, format_, screen)
    return 0


def _stage(id_: str, subject: Subject, config: Path | None, look: Look) -> Iterator[Text]:
    """Show one stage with what lint finds in it.

    Raises:
        UserError: The map has no such stage.

    """
    from journeycli.views.terminal.stage import stage_view

    ids = [stage.id for stage in subject.journey.stages]
    if id_ not in ids:
        near = closest(id_, ids)
        raise UserError(
            f"The map {subject.journey.id} has no stage {id_}.",
            hint=f"Did you mean {near}?" if near else f"Its stages: {', '.join(ids)}.",
        )
    index = ids.index(id_)
    places = (f"stages[{id_}]", f"stages[{index}]")
    own = [each for each in _findings(subject, config) if each.at.partition(".")[0] in places]
    return stage_view(subject, index, own, look)


def _findings(subject: Subject, config: Path | None) -> tuple[Finding, ...]:
    from journeycli.cli.linting import Request, lint_files

    if not subject.source.is_file:
        raise UserError(
            "--stage shows what lint finds, which needs a file.", hint="Save the map, then name it."
        )
    path = Path(subject.source.path)
    workspace = open_workspace([path], config=config)
    return lint_files(workspace, [path], Request()).run.report.findings


def _subject(asked: str, config: Path | None) -> Subject:
    """Read a map, and the names around it.

    Raises:
        UserError: There is no such map, it cannot be read at all, or it is no map.

    """
    from journeycli.views.terminal.gathering import names_around, read_map
    from journeycli.views.terminal.subject import Source, Subject

    if asked == STANDARD_INPUT:
        workspace, path = open_workspace([Path()], config=config), "standard input"
        raw = standard_input(workspace.limits.bytes)
    else:
        found = find_map(asked, config=config)
        workspace, path = found.workspace, shown_path(found.path)
        raw = bytes_of(found.path, workspace.limits.bytes)
    read = read_map(raw, path, workspace.limits)
    names = names_around(read.journey, _known(workspace), workspace.root, workspace.limits)
    name = path if Path(asked).is_file() else asked
    source = Source(name, path, read.faults, is_file=asked != STANDARD_INPUT)
    return Subject(read.journey, source, names)


def _known(workspace: Workspace) -> tuple[Path, ...]:
    """Give the files of a workspace, which may have none beside standard input."""
    try:
        return find_files(workspace, [workspace.root]).known
    except UserError:
        return ()


def _export(
    table: Table, journey: JourneyMap | None, format_: str, screen: output.Terminal
) -> None:
    from journeycli.views.terminal.export import exported

    output.write(exported(table, journey, format_, ascii_only=not screen.unicode))
