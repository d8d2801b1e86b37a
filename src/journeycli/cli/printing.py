"""Printing a difference in the format and to the place that are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import output
from journeycli.cli.paging import look_of, print_lines
from journeycli.cli.workspace import one_of, shown_path
from journeycli.cli.writing import bounds
from journeycli.errors import UserError
from journeycli.text import counted, file_key, file_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.text import Text

    from journeycli.cli.diffing import Compared
    from journeycli.cli.stating import Stated
    from journeycli.model import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

STDOUT = "-"
_FILE_WIDTH = 100  # cells of a text that is written into a file


class Target(NamedTuple):
    """How to print, and where to.

    Attributes:
        format: text, md, json, svg or html.
        to: A file, a folder, `-`, or None for standard output.
        theme: The name of a theme, for pictures.
        screen: What standard output can show.
        stat: Whether only to count.

    """

    format: str
    to: str | None
    theme: str
    screen: output.Terminal
    stat: bool = False

    @property
    def is_stdout(self) -> bool:
        """Tell whether standard output is meant."""
        return self.to in (None, STDOUT)


def print_difference(found: Compared, target: Target) -> None:
    """Print a difference.

    Raises:
        UserError: Several pictures do not fit into one place.

    """
    difference = found.difference
    match target.format:
        case "text":
            from journeycli.views.terminal.diff import diff_view, stat_view

            view = stat_view if target.stat else diff_view
            _print_text(lambda look: view(difference, look), target)
        case "json":
            from journeycli.views.difference.data import as_json

            _put(as_json(difference, stat=target.stat), target)
        case "md":
            from journeycli.views.difference.markdown import markdown

            _put(markdown(difference), target)
        case "html":
            from journeycli.views.difference.page import difference_page

            _put(difference_page(difference, knower(found), _theme(target)), target)
        case _:
            _print_pictures(found, target)


def print_states(found: Stated, target: Target) -> None:
    """Print a current map beside its future."""
    from journeycli.views.difference import states as views
    from journeycli.views.known import know

    known = know(found.states.future, found.catalogs, found.personas)
    for name, faults in zip(("current", "future"), found.faults, strict=True):
        if faults:
            places = counted(faults, "place")
            output.say(f"note: {places} of the {name} map cannot be read as written.\n")
    match target.format:
        case "text":
            from journeycli.views.terminal.states import states_view

            _print_text(lambda look: states_view(found.states, look), target)
        case "json":
            _put(views.states_json(found.states), target)
        case "md":
            _put(views.states_markdown(found.states), target)
        case "html":
            _put(views.states_page(found.states, known, _theme(target)), target)
        case _:
            _put(views.states_svg(found.states, known, _theme(target)), target)


def knower(found: Compared) -> Callable[[JourneyMap], Known]:
    """Give what says what the ids of a map mean on the newer side."""
    from journeycli.model import Catalog, Persona
    from journeycli.parsing import parse
    from journeycli.source.document import read_document
    from journeycli.views.known import know

    models = [
        parse(read_document(raw, found.workspace.limits)).model
        for name, raw in sorted(found.given.items())
        if ".catalog." in name or ".persona." in name
    ]
    catalogs = [each for each in models if isinstance(each, Catalog)]
    personas = [each for each in models if isinstance(each, Persona)]
    return lambda journey: know(journey, catalogs, personas)


def _print_text(draw: Callable[..., Iterable[Text]], target: Target) -> None:
    if target.is_stdout:
        print_lines(draw(look_of(target.screen)), target.screen)
        return
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.paint import painted

    look = Look(_FILE_WIDTH)
    _put(painted(draw(look), look), target)


def _print_pictures(found: Compared, target: Target) -> None:
    """Draw each map that differs and is still there."""
    from journeycli.views.difference.page import map_svg

    known, theme = knower(found), _theme(target)
    drawn: dict[str, str] = {}
    for file in found.difference.files:
        svg = map_svg(file, known, theme)
        if svg is not None and file.root is not None:
            drawn[_unique(f"{file_stem(file.root.id)}.diff.svg", drawn)] = svg
        elif file.is_map:
            output.say(f"note: {file.name} is not there any more, or cannot be drawn.\n")
    if not drawn:
        output.say("No map has changed, so there is no picture.\n")
        return
    folder = None if target.to is None or Path(target.to).suffix else Path(target.to)
    if target.is_stdout or folder is None:
        if len(drawn) != 1:
            raise UserError(
                f"{len(drawn)} pictures do not fit into one place.", hint="Name a folder: -o DIR."
            )
        _put(next(iter(drawn.values())), target)
        return
    for name, svg in drawn.items():
        _put(svg, target._replace(to=str(folder / name)), root=bounds(folder / name))


def _unique(name: str, taken: Iterable[str]) -> str:
    number, stem = 2, name.removesuffix(".diff.svg")
    keys = {file_key(each) for each in taken}
    while file_key(name) in keys:
        name = f"{stem}-{number}.diff.svg"
        number += 1
    return name


def _theme(target: Target) -> Theme:
    from journeycli.views.themes import THEMES, theme

    return theme(one_of(target.theme, THEMES, "--theme"))


def _put(text: str, target: Target, root: Path | None = None) -> None:
    if target.is_stdout or target.to is None:
        output.write(text)
        return
    from journeycli.files import put

    path = Path(target.to)
    raw = text.encode("utf-8", "backslashreplace")
    put(path.absolute(), raw, with_folders=True, root=root)
    output.say(f"{shown_path(path)}\n")
