"""All maps of a folder as one workbook, read one by one."""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING

from journeycli.cli import output
from journeycli.cli.workspace import find_files, open_workspace, shown_path
from journeycli.errors import UserError
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from journeycli.cli.workspace import Workspace
    from journeycli.model import JourneyMap


def write_workbook_of(folder: Path, config: Path | None, stream: IO[bytes]) -> None:
    """Write all maps of a folder as one workbook.

    Raises:
        UserError: There is none.

    """
    from journeycli.interchange.xlsx_out import write_workbook
    from journeycli.views.terminal.gathering import gather

    workspace = open_workspace([folder], config=config)
    discovered = find_files(workspace, [folder])
    maps = _maps(discovered.linted, workspace)
    first = next(maps, None)
    if first is None:
        raise UserError("There is no map in this folder.", hint="Name the folder with the maps.")
    around = [each for each in discovered.known if ".persona." in each.name]
    personas = gather(around, workspace.root, workspace.limits).personas
    write_workbook(chain([first], maps), {p.id: p for p in personas}, stream)


def tell_faults(faults: int, shown: str) -> None:
    """Say in how many places a map could not be read, if in any."""
    if faults:
        places = counted(faults, "place")
        output.say(f"{places} of the map cannot be read and are not in it; journey lint {shown}\n")


def _maps(paths: Iterable[Path], workspace: Workspace) -> Iterator[JourneyMap]:
    """Read the maps among files one by one, and say which files cannot be read."""
    from journeycli.lint.maps import ReadMap, read_map
    from journeycli.workspace.reading import UnreadableError, read_bytes

    for path in paths:
        shown = shown_path(path)
        try:
            raw = read_bytes(path, limit=workspace.limits.bytes, root=workspace.root)
        except UnreadableError:
            _tell_left_out(shown)
            continue
        read = read_map(shown, raw, workspace.limits)
        if isinstance(read, ReadMap):
            tell_faults(read.faults, shown)
            yield read.journey
        elif read is not None:
            _tell_left_out(shown)


def _tell_left_out(shown: str) -> None:
    output.say(f"left out  {shown}: it cannot be read; journey lint says why\n")
