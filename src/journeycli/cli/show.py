"""`journey show`: a map in the terminal, or what the workspace holds."""

from __future__ import annotations

import contextlib
import locale
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.workspace import find_files, find_map, one_of, open_workspace, shown_path
from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from journeycli.cli.workspace import FoundMap
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
            help="A map's id, or its file; left out, what the workspace holds.",
            show_default=False,
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(help=f"What to look at: {', '.join(VIEWS)}.", show_default="map"),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(metavar="ID", help="One stage in full, by its id.", show_default=False),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        str, typer.Option(help="How to print: text; views that are tables also as json, md or csv.")
    ] = "text",
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    width: Annotated[
        int | None, typer.Option(help="Terminal cells in a line.", show_default=False)
    ] = None,
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
    found = find_map(map_, config=config)
    subject = _subject(found, map_)
    if format != "text":
        from journeycli.views.terminal import registry

        _export(registry.table(view or "map", subject), subject.journey, format, screen)
    elif stage is not None:
        _print(_stage(stage, found, subject, _look(screen)), screen)
    else:
        from journeycli.views.terminal import registry

        _print(registry.view(view or "map", subject, _look(screen)), screen)
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
    from journeycli.views.terminal.gathering import gather
    from journeycli.views.terminal.overview import maps_table, overview

    workspace = open_workspace([Path()], config=config)
    discovered = find_files(workspace, [Path()])
    found = gather(discovered.linted, workspace.root, workspace.limits)
    shown = {path: shown_path(path) for path in discovered.linted}
    if format_ == "text":
        _print(overview(found, shown, _look(screen)), screen)
    else:
        _export(maps_table(found, shown), None, format_, screen)
    return 0


def _stage(id_: str, found: FoundMap, subject: Subject, look: Look) -> Iterator[Text]:
    """Show one stage with what lint finds in it.

    Raises:
        UserError: The map has no such stage.

    """
    from journeycli.cli.linting import Request, lint_files
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
    findings = lint_files(found.workspace, [found.path], Request()).run.report.findings
    own = [each for each in findings if each.at.partition(".")[0] in places]
    return stage_view(subject, index, own, look)


def _subject(found: FoundMap, asked: str) -> Subject:
    """Read a map, and the names around it.

    Raises:
        UserError: It cannot be read at all, or is no map.

    """
    from journeycli.views.terminal.gathering import names_around, read_map
    from journeycli.views.terminal.subject import Source, Subject
    from journeycli.workspace.reading import UnreadableError, read_bytes

    workspace, path = found.workspace, shown_path(found.path)
    try:
        raw = read_bytes(found.path, limit=workspace.limits.bytes)
    except UnreadableError as error:
        raise UserError(f"This file cannot be read: {error}.", place=path) from error
    read = read_map(raw, path, workspace.limits)
    known = find_files(workspace, [found.path]).known
    names = names_around(read.journey, known, workspace.root, workspace.limits)
    source = Source(path if Path(asked).is_file() else asked, path, read.faults)
    return Subject(read.journey, source, names)


def _look(screen: output.Terminal) -> Look:
    from journeycli.views.terminal.look import Look

    encoding = sys.stdout.encoding or "ascii"
    return Look(screen.width, screen.unicode, screen.color, encoding)


def _export(
    table: Table, journey: JourneyMap | None, format_: str, screen: output.Terminal
) -> None:
    from journeycli.views.terminal.export import exported

    output.write(exported(table, journey, format_, ascii_only=not screen.unicode))


def _print(lines: Iterable[Text], screen: output.Terminal) -> None:
    """Print lines, through the reader's pager where they are more than the screen shows."""
    from journeycli.views.terminal.paint import painted

    text = painted(lines, _look(screen))
    pager = _pager() if screen.interactive else None
    if pager is None or text.count("\n") < shutil.get_terminal_size().lines:
        output.write(text)
        return
    output.flush()
    os.environ.setdefault("LESS", "FRX")  # less keeps colours, and prints at once what is short
    # A pager is a line for the shell, as git and man take it too.
    with contextlib.suppress(BrokenPipeError), os.popen(pager, "w") as page:  # noqa: S605 - the reader's own
        encoding = locale.getpreferredencoding(do_setlocale=False)
        page.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _pager() -> str | None:
    """Give the pager's command; None where the reader wants none or there is none."""
    if os.environ.get("TERM") == "dumb":
        return None
    command = os.environ.get("PAGER", "less")
    try:
        words = shlex.split(command)
    except ValueError:  # a quotation mark is missing
        return None
    return command if words and shutil.which(words[0]) else None
