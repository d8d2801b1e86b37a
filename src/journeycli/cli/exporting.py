"""`journey export`: a map, or the workspace, as a file for others."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.completion import complete_maps, complete_words
from journeycli.cli.exporting_folder import tell_faults, write_workbook_of
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    bytes_of,
    find_files,
    find_map,
    one_of,
    shown_path,
)
from journeycli.cli.writing import check_free, write
from journeycli.errors import UserError
from journeycli.text import listed

if TYPE_CHECKING:
    from journeycli.cli.workspace import Workspace
    from journeycli.files import Content
    from journeycli.interchange.kinds import Kind
    from journeycli.model import JourneyMap, Persona
    from journeycli.views.terminal.gathering import Gathered

FORMATS = ("csv", "xlsx", "mermaid", "markdown", "json", "theydo")
_FOR_EXCEL = ("csv",)  # Excel reads UTF-8 only where a byte order mark says so


def export(
    map_: Annotated[
        str,
        typer.Argument(
            metavar="MAP",
            help="A map's id or its file; a folder for one workbook of all its maps.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ],
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=f"What to write: {', '.join(FORMATS)}.",
            show_default="by the ending of -o, else csv",
            autocompletion=complete_words(FORMATS),
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it; a folder for TheyDo's files; - for standard output.",
            show_default="standard output",
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> int:
    """Write a map as a spreadsheet, a table, Mermaid, Markdown, JSON or TheyDo's import.

    Example: `journey export switch-broadband -o switch.xlsx`

    Exit code: 0, or 2 where there is no such map, or a file would be written over.
    """
    kind = _kind(format_, target)
    whole = Path(map_).is_dir()
    if whole and kind.name != "xlsx":
        raise UserError(
            f"A folder is exported as one workbook, not as {kind.spoken}.",
            hint="Add --format xlsx, or name a map.",
        )
    place = _place(target, kind, whole=whole)
    if whole:
        return _export_workbook(Path(map_), place, config, force=force)
    content = _map(map_, kind, config)
    if place is None:
        _print(content)
        return 0
    if kind.name == "theydo" and isinstance(content, str) and _names_folder(place):
        return _write_parts(content, place, force=force)
    _check_file(place, force=force)
    encoding = "utf-8-sig" if kind.name in _FOR_EXCEL else "utf-8"
    raw = content.encode(encoding) if isinstance(content, str) else content
    _put(place, raw, force=force, named=target)
    return 0


def _names_folder(place: Path) -> bool:
    """Tell whether a folder is meant: it is there, or its name ends like no file of JSON."""
    return place.is_dir() or not place.name.endswith((".json", ".jsonl", ".ndjson"))


def _write_parts(content: str, folder: Path, *, force: bool) -> int:
    """Write a file for each kind of thing into a folder, as TheyDo takes them."""
    from journeycli.interchange.theydo import parted

    parts = {folder / name: text for name, text in parted(content).items()}
    if not parts:
        raise UserError("The map has no opportunity, insight or metric yet.")
    check_free(parts, force=force)
    for place, text in parts.items():
        _put(place, text.encode(), force=force, named=None)
    return 0


def _export_workbook(folder: Path, place: Path | None, config: Path | None, *, force: bool) -> int:
    """Write all maps of a folder as one workbook, which need not fit into the memory."""
    if place is not None:
        _check_file(place, force=force)
    with tempfile.TemporaryFile() as stream:
        write_workbook_of(folder, config, stream)
        if place is None:
            output.write_bytes(stream)
        else:
            _put(place, stream, force=force, named=str(place))
    return 0


def _put(place: Path, content: Content, *, force: bool, named: str | None) -> None:
    write(place, content, force=force, named=named)
    output.say(f"wrote  {shown_path(place)}\n")


def _check_file(place: Path, *, force: bool) -> None:
    if place.is_dir():
        raise UserError(f"{shown_path(place)} is a folder.", hint="Name a file with -o.")
    check_free([place], force=force)


def _kind(format_: str | None, target: str | None) -> Kind:
    """Choose what is written, by the flag or the ending of the file's name."""
    from journeycli.interchange.kinds import WRITERS, by_suffix

    if format_ is not None:
        return WRITERS[one_of(format_, FORMATS, "--format")]
    named = by_suffix(target) if target and target != STANDARD_INPUT else None
    if named is None and target and target != STANDARD_INPUT:
        raise UserError(
            f"The name {target} does not say what to write.",
            hint=f"Add --format: {', '.join(FORMATS)}.",
        )
    return named or WRITERS["csv"]


def _place(target: str | None, kind: Kind, *, whole: bool) -> Path | None:
    """Say where the file goes; None for standard output, which a screen takes no workbook from."""
    if target is not None:
        return None if target == STANDARD_INPUT else Path(target).absolute()
    if kind.name == "xlsx" and sys.stdout.isatty():
        raise UserError(
            "A workbook is no text for a screen.",
            hint=f"Name a file: -o {'journeys' if whole else 'map'}.xlsx",
        )
    return None


def _map(name: str, kind: Kind, config: Path | None) -> str | bytes:
    """Write one map.

    Raises:
        UserError: There is no such map, or it cannot be read.

    """
    found = find_map(name, config=config)
    journey = _read(found.path, found.workspace)
    personas = {each.id: each for each in _gathered(found.workspace, found.path).personas}
    content = _written(kind, journey, personas)
    _tell_left_out(journey, content, kind)
    return content


def _tell_left_out(journey: JourneyMap, content: str | bytes, kind: Kind) -> None:
    """Say which parts of a map have no place in a table of it."""
    from journeycli.interchange.kinds import READERS
    from journeycli.interchange.leaving_out import left_out

    if kind.name not in READERS:
        return  # JSON holds all, and TheyDo's files are no map
    raw = content.encode() if isinstance(content, str) else content
    try:
        keys = left_out(journey, raw, READERS[kind.name])
    except UserError:
        return  # a map without stages, say, is a table that nobody can read as a map
    if keys:
        named = listed([f"`{each}`" for each in keys], "or")
        output.say(
            f"note: {kind.spoken} holds no {named}, and not every detail of a statement; keep the "
            "map. JSON holds all of it.\n"
        )


def _written(kind: Kind, journey: JourneyMap, personas: dict[str, Persona]) -> str | bytes:
    names = {key: each.name for key, each in personas.items()}
    content: str | bytes = kind.load().write(journey, personas if kind.name == "xlsx" else names)
    return content


def _read(path: Path, workspace: Workspace) -> JourneyMap:
    """Read a map, and say so where not all of it could be read."""
    from journeycli.views.terminal.gathering import read_map

    shown = shown_path(path)
    read = read_map(bytes_of(path, workspace.limits.bytes), shown, workspace.limits)
    tell_faults(read.faults, shown)
    return read.journey


def _gathered(workspace: Workspace, path: Path) -> Gathered:
    """Give the personas and catalogs around a map."""
    from journeycli.views.terminal.gathering import gather

    known = find_files(workspace, [path]).known
    around = [each for each in known if ".persona." in each.name or ".catalog." in each.name]
    return gather(around, workspace.root, workspace.limits)


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        output.write(content)
        return
    output.flush()
    output.write_bytes(content)
