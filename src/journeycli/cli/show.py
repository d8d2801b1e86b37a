"""`journey show`: a map in the terminal, or what the workspace holds."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli.cli import output
from journeycli.cli.workspace import find_files, find_map, one_of, shown_path, today
from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    from journeycli.cli.workspace import FoundMap
    from journeycli.findings import Finding
    from journeycli.model import JourneyMap
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names
    from journeycli.views.terminal.subject import Source, Subject, View


class _Place(NamedTuple):
    """Where a view is drawn: its module below `journeycli.views.terminal`, and its function."""

    module: str
    function: str


VIEWS = {
    "map": _Place("journey_map", "map_view"),
    "checklist": _Place("checklist", "checklist_view"),
    "curve": _Place("curve", "curve_view"),
}
"""Every view; its module is imported when it is asked for."""


def show(
    map_: Annotated[
        str, typer.Argument(metavar="MAP", help="A map's id, or its file.", show_default=False)
    ],
    view: Annotated[str, typer.Option(help=f"What to look at: {', '.join(VIEWS)}.")] = "map",
    stage: Annotated[
        str | None,
        typer.Option(metavar="ID", help="One stage in full, by its id.", show_default=False),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    width: Annotated[
        int | None, typer.Option(help="Terminal cells in a line.", show_default=False)
    ] = None,
) -> int:
    """Show a map in the terminal.

    Example: `journey show switch-broadband --view checklist`

    Exit code: 0, or 2 where there is no such map or it cannot be read.
    """
    one_of(view, tuple(VIEWS), "--view")
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    found = find_map(map_, config=config)
    subject = _subject(found, map_)
    from journeycli.views.terminal.paint import painted

    look = _look(screen)
    lines = _view(view)(subject, look) if stage is None else _stage(stage, found, subject, look)
    output.write(painted(lines, look))
    return 0


def _view(name: str) -> View:
    place = VIEWS[name]
    drawn: View = getattr(
        import_module(f"journeycli.views.terminal.{place.module}"), place.function
    )
    return drawn


def _stage(id_: str, found: FoundMap, subject: Subject, look: Look) -> Iterator[Text]:
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
    place = (f"stages[{id_}]", f"stages[{index}]")
    own = [each for each in _findings(found) if each.at.partition(".")[0] in place]
    return stage_view(subject, index, own, look)


def _findings(found: FoundMap) -> tuple[Finding, ...]:
    from journeycli.lint.engine import sort_rules
    from journeycli.lint.run import Choice, Sources, lint
    from journeycli.lint.selection import selected
    from journeycli.rules import ALL_RULES

    workspace = found.workspace
    settings = workspace.settings
    codes = selected(
        ALL_RULES,
        [each.text for each in settings.select],
        [each.text for each in settings.ignore],
    )
    sources = Sources(find_files(workspace, [found.path]), workspace.limits)
    choice = Choice(codes, today(workspace, None), settings.options)
    return lint(sources, sort_rules(ALL_RULES), choice).findings


def _look(screen: output.Terminal) -> Look:
    from journeycli.views.terminal.look import Look

    return Look(
        width=screen.width,
        unicode=screen.unicode,
        color=screen.color,
        encoding=sys.stdout.encoding or "ascii",
    )


def _subject(found: FoundMap, asked: str) -> Subject:
    """Read a map as far as it can be read, and the names around it.

    Raises:
        UserError: It cannot be read at all, or is no map.

    """
    from journeycli.model import JourneyMap
    from journeycli.parsing import parse
    from journeycli.source.document import read_document
    from journeycli.views.terminal.subject import Source, Subject
    from journeycli.workspace.reading import UnreadableError, read_bytes

    path = shown_path(found.path)
    try:
        raw = read_bytes(found.path, limit=found.workspace.limits.bytes)
    except UnreadableError as error:
        raise UserError(f"This file cannot be read: {error}.", place=path) from error
    document = read_document(raw, found.workspace.limits)
    parsed = parse(document)
    model = parsed.model
    if isinstance(model, JourneyMap):
        named = path if Path(asked).is_file() else asked
        source = Source(named, path, len(document.faults) + len(parsed.diagnoses))
        return Subject(model, source, _names(model, found))
    if model is not None:
        kind = type(model).__name__.removesuffix("File").lower()
        raise UserError(f"This is a {kind}, and not a map.", place=path)
    raise UserError(
        "So much is wrong with this file that no map can be read from it.",
        hint=f"`journey lint {path}` says what.",
        place=path,
    )


def _names(journey: JourneyMap, found: FoundMap) -> Names:
    """Read the catalogs and personas of the workspace; what is wrong with them is lint's matter."""
    from journeycli.model import Catalog, Persona
    from journeycli.parsing import parse
    from journeycli.source.document import read_document
    from journeycli.views.terminal.names import Names
    from journeycli.workspace.reading import UnreadableError, read_bytes

    workspace = found.workspace
    catalogs: list[Catalog] = []
    personas: list[Persona] = []
    for path in find_files(workspace, [found.path]).known:
        if ".catalog." not in path.name and ".persona." not in path.name:
            continue
        try:
            raw = read_bytes(path, limit=workspace.limits.bytes, root=workspace.root)
        except UnreadableError:
            continue
        model = parse(read_document(raw, workspace.limits)).model
        if isinstance(model, Catalog):
            catalogs.append(model)
        elif isinstance(model, Persona):
            personas.append(model)
    return Names(journey, tuple(catalogs), tuple(personas))
