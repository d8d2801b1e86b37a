"""The journeys that a map tells, each from its first stage to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.model import JourneyMap, Stage
    from journeycli.model.ways import Way


class Route(NamedTuple):
    """A journey through the stages.

    Attributes:
        name: What people call it; empty for the only journey of a map without paths.
        places: The stages that it goes through, from 0, in its order.
        stages: The same stages.
        persona: Whose it is, by id, where the path says so.

    """

    name: str
    places: tuple[int, ...]
    stages: tuple[Stage, ...]
    persona: str | None = None


def routes(journey: JourneyMap, ways: Sequence[Sequence[Way]]) -> tuple[Route, ...]:
    """Give the paths of a map or, without any, the way through all stages in their order.

    There is none where the stages' own `next` does not lead through all of them.

    Args:
        journey: The map.
        ways: The ways out of every stage, in order.

    """
    if journey.paths:
        places = {each.id: place for place, each in reversed([*enumerate(journey.stages)])}
        return tuple(
            _route(
                journey,
                path.name or path.id or "A path",
                tuple(places[each] for each in path.stages if each in places),
                path.persona,
            )
            for path in journey.paths
        )
    everything = tuple(range(len(journey.stages)))
    follow = all(any(way.to == place + 1 for way in ways[place]) for place in everything[:-1])
    return (_route(journey, "", everything, None),) if follow else ()


def _route(journey: JourneyMap, name: str, places: tuple[int, ...], persona: str | None) -> Route:
    return Route(name, places, tuple(journey.stages[place] for place in places), persona)
