"""Reading what a view needs: the map, and what the workspace says of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.errors import UserError
from journeycli.lint.remembering import Remembered
from journeycli.model import Catalog, JourneyMap, Persona, Walk
from journeycli.model.checklist import Share
from journeycli.model.standing import open_barriers
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.checklist import checklist
from journeycli.views.terminal.names import Names
from journeycli.workspace.reading import UnreadableError, read_bytes
from journeycli.workspace.values import reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from journeycli.parsing import Parsed
    from journeycli.source.limits import Limits
    from journeycli.workspace.cache import Cache

_KIND = "o"  # of what the cache keeps of a map's row
_AROUND = (".catalog.", ".persona.")
_WORDS: dict[type, str] = {Catalog: "catalog", Walk: "walkthrough"}


class Read(NamedTuple):
    """A map as far as it could be read, and in how many places it could not."""

    journey: JourneyMap
    faults: int


class MapRow(NamedTuple):
    """What a list of maps says of one.

    Attributes:
        id: Its id.
        title: Its title.
        state: Whether it shows today or tomorrow.
        maturity: How much of it is known.
        stages: How many stages it has.
        answered: How many of the checklist's questions are settled.
        last_review: When it was last reviewed; empty where it never was.
        open_barriers: How many barriers still stand.
        personas: The ids of its personas.
        faults: How many of its places are wrong.

    """

    id: str
    title: str
    state: str
    maturity: str
    stages: int
    answered: Share
    last_review: str
    open_barriers: int
    personas: tuple[str, ...]
    faults: int


class MapFile(NamedTuple):
    """A map of the workspace."""

    path: Path
    row: MapRow


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
        if not parsed.is_map:
            raise UserError(
                f"The map {model.id} has no stages yet, so there is nothing to show.",
                hint=f"Write the first one under `stages:`; `journey lint {path}` says how.",
                place=path,
            )
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


def gather(
    files: Iterable[Path], root: Path, limits: Limits, cache: Cache | None = None
) -> Gathered:
    """Read every file of a workspace as far as it can be read.

    Args:
        files: The files.
        root: The workspace's root.
        limits: What a file may be at most.
        cache: What earlier runs found out, or None.

    """
    remembered = Remembered(cache, _KIND, reader(MapRow, Share=Share), limits)
    maps: list[MapFile] = []
    catalogs, personas = list[Catalog](), list[Persona]()
    unread: list[Path] = []
    for path in files:
        try:
            raw = read_bytes(path, limit=limits.bytes, root=root)
        except UnreadableError:
            unread.append(path)
            continue
        row = remembered.get(raw)
        if row is not None:
            maps.append(MapFile(path, row))
            continue
        parsed, faults = _parsed(raw, limits)
        model = parsed.model
        if isinstance(model, JourneyMap) and parsed.is_map:
            row = _row(model, faults)
            remembered.put(raw, row)
            maps.append(MapFile(path, row))
        elif isinstance(model, Catalog):
            catalogs.append(model)
        elif isinstance(model, Persona):
            personas.append(model)
        elif not isinstance(model, Walk):
            unread.append(path)
    remembered.close()
    return Gathered(tuple(maps), tuple(catalogs), tuple(personas), tuple(unread))


def _parsed(raw: bytes, limits: Limits) -> tuple[Parsed, int]:
    """Read a file, and count in how many places it could not be read."""
    document = read_document(raw, limits)
    parsed = parse(document)
    return parsed, len(document.faults) + len(parsed.diagnoses)


def _row(journey: JourneyMap, faults: int) -> MapRow:
    review = journey.review.last if journey.review else None
    return MapRow(
        id=journey.id,
        title=journey.title,
        state=journey.state,
        maturity=journey.maturity,
        stages=len(journey.stages),
        answered=checklist(journey).share,
        last_review=str(review or ""),
        open_barriers=len(open_barriers(journey)),
        personas=tuple(each if isinstance(each, str) else each.id for each in journey.personas),
        faults=faults,
    )
