"""Which pictures a drawing needs, and from where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.illustrations import illustrations
from journeycli.views.known import Illustrated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from journeycli.model import Catalog, JourneyMap, Persona
    from journeycli.views.illustrations import Illustration
    from journeycli.views.pictures import Request


def illustrated(
    journey: JourneyMap,
    path: Path,
    catalogs: Sequence[tuple[Catalog, Path]],
    people: Sequence[tuple[Persona, Path]],
    root: Path,
    request: Request,
) -> Illustrated:
    """Read the pictures of a map, of the shared touchpoints that it names, and of its personas.

    Args:
        journey: The map.
        path: Its file; a picture's path starts in the folder of the file that names it.
        catalogs: Those of the workspace, each with its file.
        people: The personas of the workspace, each with its file.
        root: The workspace; nothing outside it is read.
        request: Is told of what is not taken in.

    """

    def read(named: Iterable[tuple[str, Path]]) -> dict[str, Illustration]:
        return illustrations(named, root, request.tell, request.reads)

    portraits: dict[str, Illustration] = {}
    if request.view == "persona" or request.format == "html":
        for persona, where in _personas(journey, path, people):
            for portrait in read([(persona.image, where.parent)] if persona.image else []).values():
                portraits[persona.id] = portrait
    if request.view == "persona":
        return Illustrated(portraits=portraits)
    own = [i.src for stage in journey.stages for each in stage.touchpoints for i in each.images]
    return Illustrated(
        read((src, path.parent) for src in own), read(_shared(journey, catalogs)), portraits
    )


def _personas(
    journey: JourneyMap, path: Path, people: Sequence[tuple[Persona, Path]]
) -> Iterator[tuple[Persona, Path]]:
    """Give the personas of a map that are known, each with the file that says who they are."""
    own = [(each, path) for each in journey.personas if not isinstance(each, str)]
    known = {each.id: (each, where) for each, where in (*people, *own)}
    return (known[id_] for id_ in journey.persona_ids if id_ in known)


def _shared(
    journey: JourneyMap, catalogs: Sequence[tuple[Catalog, Path]]
) -> Iterator[tuple[str, Path]]:
    """Give the pictures of shared touchpoints that a map names, with their catalog's folder."""
    named = {each.effective_id for stage in journey.stages for each in stage.touchpoints}
    for catalog, where in catalogs:
        for each in catalog.touchpoints:
            if each.effective_id in named:
                yield from ((image.src, where.parent) for image in each.images)
