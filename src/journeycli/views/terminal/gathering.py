"""Reading what a view needs: the map, and what the workspace says of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.errors import UserError
from journeycli.model import Catalog, JourneyMap, Persona, Walk
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.terminal.names import Names
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from journeycli.source.limits import Limits

_AROUND = (".catalog.", ".persona.")
_WORDS: dict[type, str] = {Catalog: "catalog", Walk: "walkthrough"}


class Read(NamedTuple):
    """A map as far as it could be read, and in how many places it could not."""

    journey: JourneyMap
    faults: int


class MapFile(NamedTuple):
    """A map of the workspace: its file, what it says, and how many of its places are wrong."""

    path: Path
    journey: JourneyMap
    faults: int


class Gathered(NamedTuple):
    """What a workspace holds, in the order of its files.

    Attributes:
        maps: The maps.
        catalogs: The catalogs.
        personas: The personas.
        unread: The files of which nothing could be read.

    """

    maps: tuple[MapFile, ...]
    catalogs: tuple[Catalog, ...]
    personas: tuple[Persona, ...]
    unread: tuple[Path, ...]


def read_map(raw: bytes, path: str, limits: Limits) -> Read:
    """Read a map as far as it can be read.

    Args:
        raw: The bytes of the file.
        path: The file, as the reader would type it.
        limits: What a file may be at most.

    Raises:
        UserError: It cannot be read at all, or is no map.

    """
    document = read_document(raw, limits)
    parsed = parse(document)
    model = parsed.model
    if isinstance(model, JourneyMap):
        return Read(model, len(document.faults) + len(parsed.diagnoses))
    if model is not None:
        kind = _WORDS.get(type(model), "persona")
        raise UserError(f"This is a {kind}, and not a map.", place=path)
    raise UserError(
        "So much is wrong with this file that no map can be read from it.",
        hint=f"`journey lint {path}` says what.",
        place=path,
    )


def names_around(journey: JourneyMap, files: Iterable[Path], root: Path, limits: Limits) -> Names:
    """Read the catalogs and personas among the files of a workspace.

    What is wrong with them is lint's matter.
    """
    around = [path for path in files if any(mark in path.name for mark in _AROUND)]
    found = gather(around, root, limits)
    return Names(journey, found.catalogs, found.personas)


def gather(files: Iterable[Path], root: Path, limits: Limits) -> Gathered:
    """Read every file of a workspace as far as it can be read."""
    maps: list[MapFile] = []
    catalogs: list[Catalog] = []
    personas: list[Persona] = []
    unread: list[Path] = []
    for path in files:
        try:
            raw = read_bytes(path, limit=limits.bytes, root=root)
        except UnreadableError:
            unread.append(path)
            continue
        document = read_document(raw, limits)
        parsed = parse(document)
        model = parsed.model
        if isinstance(model, JourneyMap):
            maps.append(MapFile(path, model, len(document.faults) + len(parsed.diagnoses)))
        elif isinstance(model, Catalog):
            catalogs.append(model)
        elif isinstance(model, Persona):
            personas.append(model)
        else:
            unread.append(path)
    return Gathered(tuple(maps), tuple(catalogs), tuple(personas), tuple(unread))
