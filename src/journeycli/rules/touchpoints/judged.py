"""What customers think of a touchpoint, and whether a barrier says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.rules.wording import points, speaks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.model import Barrier
    from journeycli.rules.context import MapContext
    from journeycli.rules.placed import Placed
    from journeycli.source.span import Path

GAP = 2
"""How far `after` lies under `expected` where a promise is broken: half of the scale."""


class Judged(NamedTuple):
    """A place of a touchpoint with a score that customers gave it.

    Attributes:
        place: The touchpoint in its stage.
        key: The part of the opinion that holds the score: `after` or `during`.
        score: From −2 to 2.

    """

    place: Placed
    key: str
    score: float

    @property
    def path(self) -> Path:
        """Give where the score stands, from the root of the map."""
        return (*self.place.path, "opinion", self.key)


def verdict(place: Placed) -> Judged | None:
    """Give what customers think of it: afterwards, else while they use it."""
    opinion = place.touchpoint.opinion
    if opinion is None:
        return None
    if opinion.after is not None:
        return Judged(place, "after", opinion.after)
    return Judged(place, "during", opinion.during) if opinion.during is not None else None


def neglected(places: Sequence[Placed], context: MapContext) -> list[Judged]:
    """Give the bad verdicts on a touchpoint where it is decisive and no barrier says why."""
    judged = (verdict(each) for each in places if each.touchpoint.moment_of_truth)
    bad = [each for each in judged if each is not None and each.score < 0]
    unsaid = unexplained([each.place for each in bad], context)
    return [each for each in bad if each.place in unsaid]


def gap(place: Placed) -> float:
    """Give how far the score afterwards lies under what was expected; 0 where that is unknown."""
    opinion, expected = place.touchpoint.opinion, place.touchpoint.expected
    if opinion is None or opinion.after is None or expected is None:
        return 0
    return expected - opinion.after


def unexplained(places: Sequence[Placed], context: MapContext) -> list[Placed]:
    """Leave out the places about which the map says what stands in the way, or why nothing does.

    A barrier of any stage that names the touchpoint explains all places of it.
    """
    if any(_names(barrier, places[0]) for barrier in context.barriers if places):
        return []
    return [each for each in places if each.stage.barriers.state != "none"]


def also(others: Sequence[Judged]) -> tuple[tuple[Path, str], ...]:
    """Point at the other places with a score of the same touchpoint."""
    return tuple(
        (each.path, f"{points(each.score)} in “{each.place.stage.name}” as well.")
        for each in others
    )


def barrier_wanted(place: Placed) -> str:
    """Say what to write."""
    own = place.touchpoint.effective_id
    if not own:
        return "Give it an `id`, and write what stands in the way there as a barrier that names it."
    return f"Write under `barriers` what stands in the way there, with `touchpoint: {own}`."


def _names(barrier: Barrier, place: Placed) -> bool:
    return barrier.touchpoint == place.id or any(
        speaks_of(text, place.name) for text in (barrier.text, barrier.why) if text
    )
