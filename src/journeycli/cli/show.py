"""`journey show`: a map in the terminal."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli.cli import output
from journeycli.cli.workspace import find_map, one_of, shown_path
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    from journeycli.cli.workspace import FoundMap
    from journeycli.model import JourneyMap
    from journeycli.views.terminal.heading import Source
    from journeycli.views.terminal.look import Look

    View = Callable[[JourneyMap, Source, Look], Iterator[Text]]


class _Place(NamedTuple):
    """Where a view is drawn: its module below `journeycli.views.terminal`, and its function."""

    module: str
    function: str


VIEWS = {"checklist": _Place("checklist", "checklist_view")}
"""Every view; its module is imported when it is asked for."""


def show(
    map_: Annotated[
        str, typer.Argument(metavar="MAP", help="A map's id, or its file.", show_default=False)
    ],
    view: Annotated[str, typer.Option(help=f"What to look at: {', '.join(VIEWS)}.")] = "checklist",
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
    journey, source = _read(found, map_)
    from journeycli.views.terminal.paint import painted

    look = _look(screen)
    output.write(painted(_view(view)(journey, source, look), look))
    return 0


def _view(name: str) -> View:
    place = VIEWS[name]
    drawn: View = getattr(
        import_module(f"journeycli.views.terminal.{place.module}"), place.function
    )
    return drawn


def _look(screen: output.Terminal) -> Look:
    import sys

    from journeycli.views.terminal.look import Look

    return Look(
        width=screen.width,
        unicode=screen.unicode,
        color=screen.color,
        encoding=sys.stdout.encoding or "ascii",
    )


def _read(found: FoundMap, asked: str) -> tuple[JourneyMap, Source]:
    """Read a map as far as it can be read.

    Raises:
        UserError: It cannot be read at all, or is no map.

    """
    from journeycli.model import JourneyMap
    from journeycli.parsing import parse
    from journeycli.source.document import read_document
    from journeycli.views.terminal.heading import Source
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
        return model, Source(named, path, len(document.faults) + len(parsed.diagnoses))
    if model is not None:
        kind = type(model).__name__.removesuffix("File").lower()
        raise UserError(f"This is a {kind}, and not a map.", place=path)
    raise UserError(
        "So much is wrong with this file that no map can be read from it.",
        hint=f"`journey lint {path}` says what.",
        place=path,
    )
