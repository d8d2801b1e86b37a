"""Several maps on one sheet: their stages in one order, and a line for each map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.curve import Curve, curves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage


def union(rows: Sequence[Sequence[Stage]]) -> tuple[Stage, ...]:
    """Put the stages of several maps in one order: each new one after the one before it."""
    found: list[Stage] = []
    for row in rows:
        at = 0
        for stage in row:
            ids = [each.id for each in found]
            if stage.id in ids:
                at = ids.index(stage.id) + 1
            else:
                found.insert(at, stage)
                at += 1
    return tuple(found)


def lines_on(
    stages: Sequence[Stage], journeys: Sequence[JourneyMap], names: Sequence[str] = ()
) -> Iterator[Curve]:
    """Give the main actor's line of each map, on the stages of all.

    Args:
        stages: The stages of all maps.
        journeys: The maps.
        names: What the lines are called, where the ids of the maps do not tell them apart.

    """
    place = {stage.id: number for number, stage in enumerate(stages)}
    for number, journey in enumerate(journeys):
        own = curves(journey)
        if own:
            points = [p._replace(stage=place[journey.stages[p.stage].id]) for p in own[0].points]
            ordered = sorted(points, key=lambda p: (p.stage, p.place))
            name = names[number] if names else journey.id
            yield Curve(name, tuple(dict.fromkeys(ordered)))
