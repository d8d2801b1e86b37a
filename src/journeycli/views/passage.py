"""What share of customers reaches each stage, and where the others leave."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.ways import places, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model import JourneyMap, Stage
    from journeycli.model.barriers import Barrier
    from journeycli.model.stage import Next
    from journeycli.model.ways import Way

_ENOUGH = 1e-7
_MOST_ROUNDS = 200
_ROUNDED = 0.005
_UNKNOWN = "Not accounted for"


class Exit(NamedTuple):
    """Customers who leave at a stage in one way.

    Attributes:
        share: Of all customers, 0 to 1.
        why: How the journey ends for them, and the barrier behind it.
        is_loss: Whether it is one: not, where the journey is over and no barrier is behind it.

    """

    share: float
    why: str
    is_loss: bool


class Step(NamedTuple):
    """One stage of the funnel.

    Attributes:
        reached: The share of customers who reach it at least once, 0 to 1.
        left: The share of all customers who leave here, 0 to 1.
        reason: Why most of those leave, as far as the map says.
        exits: Those who leave, way by way.

    """

    reached: float
    left: float
    reason: str
    exits: tuple[Exit, ...] = ()


def funnel(journey: JourneyMap) -> tuple[Step, ...] | None:
    """Give the funnel, a step a stage, or None where the map gives no share to reckon with.

    It is reckoned from the shares of the stages' ways out and, where a stage has none, from its
    conversion or drop-off; in a map without either, from the shares of its paths. Ways without a
    share divide what the others leave.
    """
    leading = ways(journey)
    out = list(map(_shares, journey.stages, leading))
    if any(own is not None for own in out):
        known = [
            own if own is not None else _evenly(way) for own, way in zip(out, leading, strict=True)
        ]
        return tuple(_steps(journey, known))
    if journey.paths and all(path.share is not None for path in journey.paths):
        return tuple(_by_paths(journey))
    return None


class _Out(NamedTuple):
    """A way out with its share: to a stage by its place, or to an end."""

    to: int | None
    share: float
    reason: str
    end: str = ""
    barrier: bool = False


def _shares(stage: Stage, own: Sequence[Way]) -> list[_Out] | None:
    """Give the ways out with their shares; None where nothing says how many go on."""
    if any(way.share is not None for way in own):
        rest = max(1 - fsum(way.share or 0 for way in own), 0)
        open_ = sum(way.share is None for way in own)
        found = [
            _Out(
                way.to,
                way.share if way.share is not None else rest / open_,
                _reason(stage, index),
                way.end or "",
                _barrier(stage, way) is not None,
            )
            for index, way in enumerate(own)
        ]
        if not open_ and rest > _ROUNDED:
            found.append(_Out(None, rest, "", _UNKNOWN, barrier=True))
        return found
    on = [way.to for way in own if way.to is not None]
    going = _going_on(stage)
    if going is None or len(on) != 1:
        return None
    why = _worst_barrier(stage)
    return [_Out(on[0], going, ""), _Out(None, 1 - going, why, barrier=bool(why))]


def _evenly(own: Sequence[Way]) -> list[_Out]:
    return [_Out(way.to, 1 / len(own), way.end or "", way.end or "") for way in own]


def _going_on(stage: Stage) -> float | None:
    for metric in stage.metrics:
        if metric.value is not None and 0 <= metric.value <= 1 and metric.unit is None:
            if metric.kind == "conversion":
                return metric.value
            if metric.kind == "drop-off":
                return 1 - metric.value
    return None


def _reason(stage: Stage, index: int) -> str:
    """Say why people leave by one of the ways of `next`: its barrier, its condition, its end."""
    if index >= len(stage.next):
        return ""
    way = stage.next[index]
    barrier = _barrier(stage, way)
    return (barrier.text if barrier else way.when) or way.end or ""


def _barrier(stage: Stage, way: Way | Next) -> Barrier | None:
    if way.barrier is None:
        return None
    return next((each for each in stage.barriers if each.effective_id == way.barrier), None)


def _worst_barrier(stage: Stage) -> str:
    ranks = ("low", "medium", "high", "critical")
    worst = max(
        stage.barriers,
        key=lambda each: (ranks.index(each.severity) if each.severity else -1, each.affects or 0),
        default=None,
    )
    return worst.text if worst else ""


def _steps(journey: JourneyMap, out: list[list[_Out]]) -> list[Step]:
    visits = _mass(out, None)
    steps = []
    for index in range(len(journey.stages)):
        ends = [way for way in out[index] if way.to is None]
        left = visits[index] * fsum(way.share for way in ends)
        reason = max(ends, key=lambda way: way.share).reason if ends else ""
        exits = tuple(_exits(ends, visits[index], is_last=index + 1 == len(out)))
        steps.append(Step(min(_mass(out, index)[index], 1), min(left, 1), reason, exits))
    return steps


def _exits(ends: Sequence[_Out], visits: float, *, is_last: bool) -> Iterator[Exit]:
    for way in ends:
        said = dict.fromkeys(filter(None, (way.end, way.reason)))
        if way.share:
            yield Exit(visits * way.share, ": ".join(said) or _UNKNOWN, way.barrier or not is_last)


def _mass(out: list[list[_Out]], target: int | None) -> list[float]:
    """Send all customers in at the first stage and count who passes each; `target` keeps them."""
    total = [0.0] * len(out)
    waiting = [0.0] * len(out)
    waiting[0] = 1.0
    for _ in range(_MOST_ROUNDS):
        for index, ways_out in enumerate(out):
            mass, waiting[index] = waiting[index], 0.0
            total[index] += mass
            if mass and index != target:
                for way in ways_out:
                    if way.to is not None:
                        waiting[way.to] += mass * way.share
        if fsum(waiting) < _ENOUGH:
            break
    return total


def _by_paths(journey: JourneyMap) -> list[Step]:
    place = places(journey)
    reached = [0.0] * len(journey.stages)
    left = [0.0] * len(journey.stages)
    whole = fsum(path.share or 0 for path in journey.paths) or 1
    for path in journey.paths:
        steps = [place[id_] for id_ in path.stages if id_ in place]
        for index in set(steps):
            reached[index] += (path.share or 0) / whole
        if steps:
            left[steps[-1]] += (path.share or 0) / whole
    reasons = map(_worst_barrier, journey.stages)
    last = len(journey.stages) - 1
    return [
        Step(here, gone, why, (Exit(gone, why or _UNKNOWN, index < last),) if gone else ())
        for index, (here, gone, why) in enumerate(zip(reached, left, reasons, strict=True))
    ]
