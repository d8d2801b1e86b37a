"""`journey render`: maps as pictures and documents."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli.cli import output
from journeycli.cli.workspace import find_files, find_map, one_of, open_workspace, shown_path
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.cli.workspace import Workspace
    from journeycli.model import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.pictures import Picture, Request

STDOUT = "-"
_BINARY = ("png", "pdf")


class _Read(NamedTuple):
    """A map, and the workspace whose words it uses."""

    journey: JourneyMap
    workspace: Workspace


def render(
    maps: Annotated[
        list[str],
        typer.Argument(metavar="MAP…", help="Maps by id, file or folder.", show_default=False),
    ],
    to: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", help="A folder, a file, or - for standard output.", show_default=False
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(help="map, blueprint, flow, emotions, funnel or persona.", show_default="map"),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        str | None,
        typer.Option(
            help="svg, png, pdf, dot, html, md or mermaid; else by the ending of -o.",
            show_default="svg",
        ),
    ] = None,
    theme: Annotated[str, typer.Option(help="auto, light, dark, print or colour-blind.")] = "auto",
    lanes: Annotated[
        str | None,
        typer.Option(help="The lanes to show, in order, with commas.", show_default=False),
    ] = None,
    width: Annotated[
        int | None, typer.Option(min=320, max=20_000, help="Pixels.", show_default=False)
    ] = None,
    wrap: Annotated[
        int | None, typer.Option(min=1, help="Stages in a row at most.", show_default=False)
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only say which files are not what the maps give.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
) -> int:
    """Draw maps as pictures and documents.

    Several maps in the view `emotions` make one picture with a line for each.

    Example: `journey render maps/switch.journey.yaml --view map --format svg -o pictures`

    Exit code: 0; 1 where `--check` finds a file that is not current; 2 for wrong usage, a map that
    cannot be read, or a missing tool.
    """
    from journeycli.views.pictures import pictures

    request = _request(view, format or _format_of(to), theme, lanes, width, wrap)
    if check and request.format in _BINARY:
        raise UserError(
            f"--check compares text, and {request.format} is none.",
            hint="Check svg, dot, html, md or mermaid.",
        )
    found = [each for name in maps for each in _read(name, config)]
    known = _knower(found)
    drawn = list(pictures([each.journey for each in found], known, request))
    if check:
        return _check(drawn, to)
    if to == STDOUT:
        return _print(drawn, request)
    return _write(drawn, to)


def _request(
    view: str | None,
    format_: str,
    theme: str,
    lanes: str | None,
    width: int | None,
    wrap: int | None,
) -> Request:
    from journeycli.views.pictures import FORMATS, VIEWS, Request
    from journeycli.views.sheet import Options
    from journeycli.views.themes import THEMES

    asked = tuple(
        name.strip().replace("-", "_") for name in (lanes or "").split(",") if name.strip()
    )
    chosen = view or "map"
    if asked and chosen != "map":
        raise UserError("--lanes chooses the lanes of the view map.", hint="Leave --view out.")
    return Request(
        view=one_of(chosen, VIEWS, "--view"),
        format=one_of(format_, FORMATS, "--format"),
        theme=one_of(theme, THEMES, "--theme"),
        options=Options(asked, width, wrap),
        program=shutil.which("dot"),
    )


def _format_of(to: str | None) -> str:
    """Guess the format from the ending of the file that is to be written."""
    ending = Path(to).suffix.lower().removeprefix(".") if to else ""
    known = {"svg", "png", "pdf", "dot", "html", "md"}
    if ending in ("mmd", "mermaid"):
        return "mermaid"
    return {"gv": "dot", "htm": "html"}.get(ending, ending if ending in known else "svg")


def _read(name: str, config: Path | None) -> Iterator[_Read]:
    """Read the map of a name, or all maps of a folder."""
    if not Path(name).is_dir():
        found = find_map(name, config=config)
        yield _Read(_journey(found.path, found.workspace), found.workspace)
        return
    workspace = open_workspace([Path(name)], config=config)
    paths = [
        path
        for path in find_files(workspace, [Path(name)]).linted
        if path.name.endswith((".journey.yaml", ".journey.yml"))
    ]
    if not paths:
        raise UserError(f"There is no map in {name}.")
    for path in paths:
        yield _Read(_journey(path, workspace), workspace)


def _journey(path: Path, workspace: Workspace) -> JourneyMap:
    from journeycli.model import JourneyMap

    model = _model(path, workspace)
    if isinstance(model, JourneyMap):
        return model
    shown = shown_path(path)
    raise UserError(
        "No map can be read from this file." if model is None else "This is no map.",
        hint=f"`journey lint {shown}` says what is wrong.",
        place=shown,
    )


def _model(path: Path, workspace: Workspace) -> object:
    from journeycli.parsing import parse
    from journeycli.source.document import read_document
    from journeycli.workspace.reading import UnreadableError, read_bytes

    try:
        raw = read_bytes(path, limit=workspace.limits.bytes)
    except UnreadableError as error:
        raise UserError(f"This file cannot be read: {error}.", place=shown_path(path)) from error
    return parse(read_document(raw, workspace.limits)).model


class _knower:  # noqa: N801 - called like a function
    """Gives what the ids of a map mean; a workspace's catalogs and personas are read once."""

    def __init__(self, found: Sequence[_Read]) -> None:
        self.workspaces = {id(each.journey): each.workspace for each in found}
        self.shared: dict[Path, list[object]] = {}

    def __call__(self, journey: JourneyMap) -> Known:
        from journeycli.model import Catalog, Persona
        from journeycli.views.known import know

        workspace = self.workspaces[id(journey)]
        if workspace.root not in self.shared:
            self.shared[workspace.root] = list(_shared(workspace))
        models = self.shared[workspace.root]
        return know(
            journey,
            [each for each in models if isinstance(each, Catalog)],
            [each for each in models if isinstance(each, Persona)],
        )


def _shared(workspace: Workspace) -> Iterator[object]:
    """Read the catalogs and personas of a workspace; what cannot be read is lint's to tell."""
    ends = (".catalog.yaml", ".catalog.yml", ".persona.yaml", ".persona.yml")
    for path in find_files(workspace, [workspace.root]).known:
        if path.name.endswith(ends):
            try:
                yield _model(path, workspace)
            except UserError:
                continue


def _check(drawn: Sequence[Picture], to: str | None) -> int:
    stale = 0
    for picture, path in _places(drawn, to):
        if not path.is_file():
            output.write(f"missing: {shown_path(path)}\n")
        elif not picture.is_current(path.read_bytes()):
            output.write(f"stale: {shown_path(path)}\n")
        else:
            continue
        stale += 1
    if not stale:
        output.say(f"{len(drawn)} checked, all current.\n")
    return 1 if stale else 0


def _print(drawn: Sequence[Picture], request: Request) -> int:
    if len(drawn) != 1:
        raise UserError(
            f"{len(drawn)} pictures do not fit into standard output.", hint="Use -o DIR."
        )
    data = drawn[0].draw()
    if request.format in _BINARY and sys.stdout.isatty():
        raise UserError(f"A {request.format} file is nothing for a terminal.", hint="Use -o FILE.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise output.ClosedPipeError from error
    return 0


def _write(drawn: Sequence[Picture], to: str | None) -> int:
    from journeycli.files import put

    for number, (picture, path) in enumerate(_places(drawn, to), 1):
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, picture.draw())
        count = f"[{number}/{len(drawn)}] " if len(drawn) > 1 else ""
        output.say(f"{count}{shown_path(path)}\n")
    return 0


def _places(drawn: Sequence[Picture], to: str | None) -> Iterator[tuple[Picture, Path]]:
    """Say where each picture goes: into the folder, or the one picture into the file."""
    if to is not None and Path(to).suffix and not Path(to).is_dir():
        if len(drawn) != 1:
            raise UserError(f"{len(drawn)} pictures do not fit into {to}.", hint="Name a folder.")
        yield drawn[0], Path(to)
        return
    folder = Path(to) if to is not None else Path()
    yield from ((picture, folder / picture.name) for picture in drawn)
