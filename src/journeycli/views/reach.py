"""How many customers reach each stage, and where the others go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.ways import ways

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap


class Leak(NamedTuple):
    """Customers who leave at a stage.

    Attributes:
        stage: The stage's number, from 0.
        share: Of all customers, 0 to 1.
        of_stage: Of those who reach the stage, 0 to 1.
        why: How the journey ends for them, and the barrier behind it.
        is_loss: Whether it is one: not, where the journey is over and no barrier is behind it.

    """

    stage: int
    share: float
    of_stage: float
    why: str
    is_loss: bool


class Reach(NamedTuple):
    """The funnel of a map.

    Attributes:
        shares: The share of all customers who reach each stage, 0 to 1.
        leaks: Those who leave, in the order of the stages.
        known: Whether any share was given; without, everyone reaches everything.

    """

    shares: tuple[float, ...]
    leaks: tuple[Leak, ...]
    known: bool

    @property
    def worst(self) -> Leak | None:
        """The leak that costs the most customers; where the journey is over, ends are no leaks."""
        leaks = [leak for leak in self.leaks if leak.is_loss]
        return max(leaks, key=lambda leak: leak.share, default=None)


def reach(journey: JourneyMap) -> Reach:
    """Work out the share of customers who reach each stage.

    Everyone begins at the first stage. Shares of the ways out are taken as they stand; ways
    without one divide what is left evenly. Ways back to an earlier stage are repeats and count for
    nobody; what a stage's ways do not account for leaves for reasons unknown.
    """
    edges = ways(journey)
    shares = [0.0] * len(journey.stages)
    shares[0] = 1.0
    leaks: list[Leak] = []
    for number, out in enumerate(edges):
        here = shares[number]
        given = sum(way.share for way in out if way.share is not None)
        blank = [way for way in out if way.share is None]
        each = max(1 - given, 0) / len(blank) if blank else 0.0
        accounted = 0.0
        for order, way in enumerate(out):
            part = way.share if way.share is not None else each
            accounted += part
            if way.end is not None:
                why, barrier = _why(journey, number, order, way.end)
                loss = barrier or number + 1 < len(edges)
                leaks.append(Leak(number, here * part, part, why, loss))
            elif way.to is not None and way.to > number:
                shares[way.to] = min(shares[way.to] + here * part, 1.0)
        if out and not blank and accounted < 0.995:  # noqa: PLR2004 - rounded shares
            rest = 1 - accounted
            leaks.append(Leak(number, here * rest, rest, "Not accounted for", is_loss=True))
    known = any(way.share is not None for out in edges for way in out)
    return Reach(tuple(shares), tuple(leaks), known)


def _why(journey: JourneyMap, number: int, order: int, end: str) -> tuple[str, bool]:
    stage = journey.stages[number]
    name = stage.next[order].barrier if order < len(stage.next) else None
    for barrier in stage.barriers:
        if name is not None and barrier.effective_id == name:
            return f"{end}: {barrier.text}", True
    return end, False
