"""Which pictures a drawing needs, and from where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.illustrations import illustrations
from journeycli.views.known import Illustrated

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    named = {each.effective_id for stage in journey.stages for each in stage.touchpoints}
    own = [i.src for stage in journey.stages for each in stage.touchpoints for i in each.images]
    shared = [
        (image.src, where.parent)
        for catalog, where in catalogs
        for each in catalog.touchpoints
        if each.effective_id in named
        for image in each.images
    ]
    own_people = [(each, path) for each in journey.personas if not isinstance(each, str)]
    known = {each.id: (each, where) for each, where in (*people, *own_people)}
    ids = [each if isinstance(each, str) else each.id for each in journey.personas]
    portraits: dict[str, Illustration] = {}
    if request.view == "persona" or request.format == "html":
        for persona, where in (known[name] for name in ids if name in known):
            if persona.image:
                named_by = [(persona.image, where.parent)]
                for portrait in illustrations(named_by, root, request.tell, request.reads).values():
                    portraits[persona.id] = portrait
    if request.view == "persona":
        return Illustrated(portraits=portraits)
    return Illustrated(
        illustrations([(src, path.parent) for src in own], root, request.tell, request.reads),
        illustrations(shared, root, request.tell, request.reads),
        portraits,
    )
