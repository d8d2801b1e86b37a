"""A current and a future map, read and compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli.workspace import bytes_of, find_files, find_map, shown_path
from journeycli.compare.states import compare_states
from journeycli.errors import UserError
from journeycli.model.register import known, register

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.cli.workspace import Workspace
    from journeycli.compare.states import States
    from journeycli.model import Catalog, JourneyMap, Persona


class Stated(NamedTuple):
    """A current map beside its future, with what the future map's workspace shares.

    Attributes:
        states: The two maps.
        catalogs: The catalogs of the workspace.
        personas: Its personas.
        faults: In how many places each of the two maps could not be read as written.

    """

    states: States
    catalogs: tuple[Catalog, ...]
    personas: tuple[Persona, ...]
    faults: tuple[int, int]


def states_of(current: str, future: str, config: Path | None) -> Stated:
    """Read and compare two maps, each named by its file or id.

    Raises:
        UserError: There is no such map, or it cannot be read.

    """
    from journeycli.views.terminal.gathering import gather, read_map

    maps: list[JourneyMap] = []
    faults: list[int] = []
    for name in (current, future):
        found = find_map(name, config=config)
        path = shown_path(found.path)
        raw = bytes_of(found.path, found.workspace.limits.bytes)
        read = read_map(raw, path, found.workspace.limits)
        maps.append(read.journey)
        faults.append(read.faults)
    workspace = find_map(future, config=config).workspace
    shared = gather(_shared(workspace), workspace.root, workspace.limits)
    names = [partial(known, declared=register(each, shared.catalogs)) for each in maps]
    states = compare_states(maps[0], maps[1], (names[0], names[1]))
    return Stated(states, shared.catalogs, shared.personas, (faults[0], faults[1]))


def _shared(workspace: Workspace) -> list[Path]:
    try:
        files = find_files(workspace, [workspace.root]).known
    except UserError:
        return []
    marks = (".catalog.", ".persona.")
    return [path for path in files if any(mark in path.name for mark in marks)]
