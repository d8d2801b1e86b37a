"""What the rules on paths share: the steps of a path, and names that lead nowhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.ways import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model import JourneyMap
    from journeycli.model.ways import Way


class Step(NamedTuple):
    """A step of a path, from one stage to the next.

    Attributes:
        path: The path's place in the map, from 0.
        order: The place of the later stage in the path, from 1.
        earlier: The place of the stage that it comes from.
        later: The place of the stage that it goes to.

    """

    path: int
    order: int
    earlier: int
    later: int


def path_steps(journey: JourneyMap) -> Iterator[Step]:
    """Give every step of every path; those from or to a stage that is not there are left out."""
    place = places(journey)
    for number, path in enumerate(journey.paths):
        for order, (one, other) in enumerate(pairwise(path.stages), 1):
            if one in place and other in place:
                yield Step(number, order, place[one], place[other])


def path_stages(journey: JourneyMap) -> Iterator[list[int]]:
    """Give the stages of every path by their places, as far as they are there."""
    place = places(journey)
    for path in journey.paths:
        yield [place[each] for each in path.stages if each in place]


def is_astray(ways: Sequence[Way]) -> bool:
    """Tell whether one of the ways names a stage that is not there."""
    return any(way.to is None and way.end is None for way in ways)
