"""The current map against the future one: what becomes of barriers, feelings and touchpoints."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.model.curve import curve, stage_score
from journeycli.model.vocabulary import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeycli.model import (
        Barrier,
        JourneyMap,
        KnownTouchpoint,
        Removal,
        Resource,
        Stage,
        Touchpoint,
    )

_NOT_YET: Final = ("planned", "wanted")
_RANKS: Final = {word: rank for rank, word in enumerate(SEVERITIES.words, 1)}
_OPEN: Final = ("idea", "planned", "doing", None)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a barrier of the current map.

    Attributes:
        barrier: The barrier.
        stage: The name of its stage.
        addressed: Whether the future map names it under `addresses`.
        how: What is different then, as said there; None where nothing is.
        stays: Whether the future map has a barrier of the same id.
        removals: What the current map means to do about it, and is not done or dropped.

    """

    barrier: Barrier
    stage: str
    addressed: bool
    how: str | None
    stays: bool
    removals: tuple[Removal, ...]


class Lift(NamedTuple):
    """How a stage feels now, and how it is to feel.

    Attributes:
        stage: Its name: in the future map, else in the current one.
        id: Its id, by which the two belong together.
        before: Its score on the current map, from −2 to 2; None where it is not scored.
        after: Its score on the future map.
        in_current: Whether the current map has the stage.
        in_future: Whether the future map has it.

    """

    stage: str
    id: str
    before: float | None
    after: float | None
    in_current: bool
    in_future: bool


class Contact(NamedTuple):
    """A touchpoint that comes or goes, and the names of its stages."""

    touchpoint: KnownTouchpoint
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class States:
    """A current and a future map beside each other.

    Attributes:
        current: The current map.
        future: The future map.
        fates: What becomes of the barriers of the current map, the worst first.
        unknown: Ids under `addresses` that are no barrier of the current map.
        fresh: Barriers that only the future map has, with their stages.
        lifts: Every stage of both maps, in the order of the future map.
        mean: The mean of all points of each curve, before and after; None without points.
        lowest: The lowest of them.
        added: Touchpoints that are new then.
        retired: Touchpoints that are gone then.
        kept: How many stay.
        resources: What either map still has to get, with the title of the map that says so.
        notes: Why the two may not belong together, in sentences.

    """

    current: JourneyMap
    future: JourneyMap
    fates: tuple[Fate, ...]
    unknown: tuple[str, ...]
    fresh: tuple[tuple[Barrier, str], ...]
    lifts: tuple[Lift, ...]
    mean: tuple[float | None, float | None]
    lowest: tuple[float | None, float | None]
    added: tuple[Contact, ...]
    retired: tuple[Contact, ...]
    kept: int
    resources: tuple[tuple[Resource, str], ...]
    notes: tuple[str, ...]

    @property
    def addressed(self) -> tuple[Fate, ...]:
        """Give the barriers that the future map addresses."""
        return tuple(each for each in self.fates if each.addressed)

    @property
    def forgotten(self) -> tuple[Fate, ...]:
        """Give the barriers that it does not."""
        return tuple(each for each in self.fates if not each.addressed)


def compare_states(
    current: JourneyMap,
    future: JourneyMap,
    known: tuple[Callable[[Touchpoint], KnownTouchpoint], Callable[[Touchpoint], KnownTouchpoint]],
) -> States:
    """Compare a current map with a future one.

    A touchpoint that is only planned or wanted is not there today, and one that is retiring is
    not there then.

    Args:
        current: The map of how things are.
        future: The map of how they should be.
        known: For each of the two, what gives all that is known of a touchpoint.

    """
    today = _contacts(current, known[0], without=_NOT_YET)
    then = _contacts(future, known[1], without=("retiring",))
    theirs = {barrier.effective_id for barrier, _ in _barriers(current)}
    scores = [[point.score for point in curve(journey)] for journey in (current, future)]
    return States(
        current=current,
        future=future,
        fates=tuple(sorted(_fates(current, future), key=_weight, reverse=True)),
        unknown=tuple(each.barrier for each in future.addresses if each.barrier not in theirs),
        fresh=tuple(each for each in _barriers(future) if each[0].effective_id not in theirs),
        lifts=tuple(_lifts(current, future)),
        mean=(_mean(scores[0]), _mean(scores[1])),
        lowest=(min(scores[0], default=None), min(scores[1], default=None)),
        added=tuple(each for id_, each in then.items() if id_ not in today),
        retired=tuple(each for id_, each in today.items() if id_ not in then),
        kept=len(today.keys() & then.keys()),
        resources=tuple(_resources(current, future)),
        notes=tuple(_notes(current, future)),
    )


def _fates(current: JourneyMap, future: JourneyMap) -> Iterator[Fate]:
    addresses = {each.barrier: each for each in future.addresses}
    stay = {barrier.effective_id for barrier, _ in _barriers(future)}
    for barrier, stage in _barriers(current):
        address = addresses.get(barrier.effective_id)
        yield Fate(
            barrier,
            stage,
            address is not None,
            address.how if address is not None else None,
            barrier.effective_id in stay,
            tuple(each for each in barrier.removals if each.status in _OPEN),
        )


def _weight(fate: Fate) -> tuple[int, float]:
    """Order by severity, then by the share of customers; what is not said comes last."""
    return _RANKS.get(fate.barrier.severity or "", 0), fate.barrier.affects or 0.0


def _barriers(journey: JourneyMap) -> Iterator[tuple[Barrier, str]]:
    return ((barrier, stage.name) for stage in journey.stages for barrier in stage.barriers)


def _lifts(current: JourneyMap, future: JourneyMap) -> Iterator[Lift]:
    before = {stage.id: stage for stage in current.stages}
    after = {stage.id: stage for stage in future.stages}
    for id_ in _order(current, future):
        was, then = before.get(id_), after.get(id_)
        name = (then or before[id_]).name
        yield Lift(name, id_, _score(was), _score(then), was is not None, then is not None)


def _order(current: JourneyMap, future: JourneyMap) -> list[str]:
    """Put the stages in the order of the future map; others behind the one before them."""
    order = [stage.id for stage in future.stages]
    place = 0
    for stage in current.stages:
        if stage.id in order:
            place = order.index(stage.id) + 1
        else:
            order.insert(place, stage.id)
            place += 1
    return order


def _score(stage: Stage | None) -> float | None:
    return None if stage is None else stage_score(stage)


def _mean(scores: list[float]) -> float | None:
    return fmean(scores) if scores else None


def _contacts(
    journey: JourneyMap,
    known: Callable[[Touchpoint], KnownTouchpoint],
    without: tuple[str, ...],
) -> dict[str, Contact]:
    found: dict[str, Contact] = {}
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            about = known(touchpoint)
            if about.status in without:
                continue
            before = found.get(about.id)
            stages = before.stages if before is not None else ()
            first = before.touchpoint if before is not None else about
            found[about.id] = Contact(first, tuple(dict.fromkeys((*stages, stage.name))))
    return found


def _resources(current: JourneyMap, future: JourneyMap) -> Iterator[tuple[Resource, str]]:
    """Give what is still to be had; what the future map says of one counts."""
    seen = {each.id or each.name for each in future.resources}
    for each in future.resources:
        if each.status != "existing":
            yield each, future.title
    for each in current.resources:
        if each.status != "existing" and (each.id or each.name) not in seen:
            yield each, current.title


def _notes(current: JourneyMap, future: JourneyMap) -> Iterator[str]:
    if future.state != "future":
        yield f"“{future.title}” does not say `state: future`."
    if current.state == "future":
        yield f"“{current.title}” says `state: future`, and stands for the current map here."
    if future.baseline is None:
        yield f"“{future.title}” has no `baseline: {current.id}`."
    elif future.baseline != current.id:
        yield f"“{future.title}” improves on {future.baseline}, and not on {current.id}."
