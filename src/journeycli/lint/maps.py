"""The maps of a run as models, one after the other, and the shared words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint.places import Places
from journeycli.model import Catalog, JourneyMap, Persona
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.workspace.reading import UnreadableError

if TYPE_CHECKING:
    from journeycli.lint.run import Sources
    from journeycli.parsing import Fitted
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

_SHARED = (".catalog.", ".persona.")
_NO_MAPS = (*_SHARED, ".walk.")


@dataclass(frozen=True, slots=True)
class ReadMap:
    """A map as far as it could be read.

    Attributes:
        name: Its file, as findings name it.
        journey: The map.
        faults: How many places of the file could not be read as they are written.
        places: Where its paths stand.
        fitted: How what was read differs from what was written.

    """

    name: str
    journey: JourneyMap
    faults: int
    places: Places
    fitted: Fitted

    def is_guess(self, path: Path) -> bool:
        """Tell whether what stands at a path from the root was made up, for want of a text."""
        return self.fitted.is_doubtful(path)

    def at(self, path: Path) -> str:
        """Write a path from the root as findings do: `stages[compare].barriers[late-fee]`."""
        return self.places.at(self.fitted.written(path))

    def line(self, path: Path) -> int:
        """Give the line of what stands at a path from the root, from 1."""
        return self.places.place(self.fitted.written(path)).start.line


class Unread(NamedTuple):
    """A file of which nothing could be read, and why, in words that follow "cannot be read: "."""

    name: str
    reason: str

    @property
    def is_map(self) -> bool:
        """Tell whether it should be a map, by its name."""
        return not any(mark in self.name for mark in _NO_MAPS)


class SharedWords(NamedTuple):
    """What the workspace declares for all its maps.

    Attributes:
        catalogs: The catalogs, in the order of their files.
        personas: The personas, in the order of their files.
        files: The files that these stand in.

    """

    catalogs: tuple[Catalog, ...]
    personas: tuple[Persona, ...]
    files: frozenset[str]


def shared_words(sources: Sources) -> SharedWords:
    """Read the catalogs and personas of the whole workspace; what is wrong there lint tells."""
    catalogs: list[Catalog] = []
    personas: list[Persona] = []
    files: set[str] = set()
    for name in sources.names:
        if not any(mark in name for mark in _SHARED):
            continue
        try:
            model = parse(read_document(sources.read(name), sources.limits)).model
        except UnreadableError:
            continue  # whoever asked for it is told by lint
        if isinstance(model, Catalog):
            catalogs.append(model)
        elif isinstance(model, Persona):
            personas.append(model)
        else:
            continue
        files.add(name)
    return SharedWords(tuple(catalogs), tuple(personas), frozenset(files))


def read_map(name: str, raw: bytes, limits: Limits) -> ReadMap | Unread | None:
    """Read the bytes of one file; None where it is well and no map."""
    document = read_document(raw, limits)
    parsed = parse(document)
    if isinstance(parsed.model, JourneyMap) and not parsed.is_map:
        return Unread(name, "it has no stages yet")
    if isinstance(parsed.model, JourneyMap):
        faults = len(document.faults) + len(parsed.diagnoses)
        return ReadMap(name, parsed.model, faults, Places(name, document), parsed.fitted)
    if parsed.model is None:
        return Unread(name, "so much is wrong with it that nothing is left")
    return None
