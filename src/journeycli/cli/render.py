"""`journey render`: maps as pictures and documents."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.completion import complete_maps, complete_words
from journeycli.cli.endings import check_agreement
from journeycli.cli.rendering import Asked, drawn_for, places, write
from journeycli.cli.workspace import one_of, shown_path
from journeycli.errors import UserError
from journeycli.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.views.pictures import Picture, Request

STDOUT = "-"
VIEW_WORDS = ("map", "blueprint", "flow", "emotions", "funnel", "persona")
_BINARY = ("png", "pdf")
_ENDINGS = {each: each for each in ("svg", "png", "pdf", "dot", "html", "md", "mermaid")} | {
    "mmd": "mermaid",
    "gv": "dot",
    "htm": "html",
}


def render(
    maps: Annotated[
        list[str],
        typer.Argument(
            metavar="MAP…",
            help="Maps by id, file or folder.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", help="A folder, a file, or - for standard output.", show_default=False
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(
            help=f"{listed(VIEW_WORDS, 'or')}.",
            show_default="map",
            autocompletion=complete_words(VIEW_WORDS),
        ),
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
    compare: Annotated[
        str | None,
        typer.Option(
            metavar="BASE", help="A map to compare the view map with.", show_default=False
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only say which files are not what the maps give.")
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Draw again on every save, and show a page that follows."),
    ] = False,
    config: options.Config = None,
) -> int:
    """Draw maps as pictures and documents.

    Several maps in the view `emotions`, up to 36, make one picture with a line for each.

    Example: `journey render maps/switch.journey.yaml --view map --format svg -o pictures`

    Exit code: 0; 1 where `--check` finds a file that is not current; 2 for wrong usage, a map that
    cannot be read, or a missing tool.
    """
    request = _request(view, _format(format, to), theme, lanes, width, wrap)
    if check and request.format in _BINARY:
        raise UserError(
            f"--check compares text, and {request.format} is none.",
            hint="Check svg, dot, html, md or mermaid.",
        )
    asked = Asked(tuple(maps), request, compare, config)
    if watch:
        if check or to == STDOUT:
            raise UserError("--watch writes files; it goes with neither --check nor -o -.")
        from journeycli.cli.redrawing import redraw

        redraw(asked, to)
    drawn = drawn_for(asked)
    if check:
        return _check(drawn, to)
    if to == STDOUT:
        return _print(drawn, request)
    return write(drawn, to)


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


def _format(asked: str | None, to: str | None) -> str:
    """Give the format: the one asked for, else what the ending of the file says."""
    ending = Path(to).suffix.lower().removeprefix(".") if to else ""
    meant = _ENDINGS.get(ending)
    if asked and to and asked in _ENDINGS.values() and not Path(to).is_dir():
        check_agreement(asked, to, meant)
    return asked or meant or "svg"


def _check(drawn: Sequence[Picture], to: str | None) -> int:
    stale = 0
    for picture, path in places(drawn, to):
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
