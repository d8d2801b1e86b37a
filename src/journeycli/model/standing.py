"""Which barriers still stand: every count of open barriers comes from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model.barriers import Barrier, Measure, Opportunity, Removal
    from journeycli.model.journey import JourneyMap

    Openings: TypeAlias = Mapping[str, tuple[Opportunity, ...]]
    """The opportunities of a map, by the ids of the barriers that they are for."""


def opportunities_for(journey: JourneyMap) -> Openings:
    """Give the opportunities of all stages, by the barriers that they are for."""
    found: dict[str, tuple[Opportunity, ...]] = {}
    for stage in journey.stages:
        for opportunity in stage.opportunities:
            for barrier in opportunity.for_:
                found[barrier] = (*found.get(barrier, ()), opportunity)
    return found


def measures_against(barrier: Barrier, openings: Openings) -> list[Removal | Opportunity]:
    """Give what is meant to take a barrier away and is not dropped, its own removals first."""
    every: list[Removal | Opportunity] = [*barrier.removals]
    every += openings.get(barrier.effective_id, ())
    return [each for each in every if each.status != "dropped"]


def is_done(measure: Measure) -> bool:
    """Tell whether it is done: by its status, or by the date on which it was."""
    return measure.status == "done" or measure.done is not None


def is_open(barrier: Barrier, openings: Openings) -> bool:
    """Tell whether a barrier still stands: not all that should take it away is done."""
    measures = measures_against(barrier, openings)
    return not measures or not all(map(is_done, measures))


def open_barriers(journey: JourneyMap) -> tuple[Barrier, ...]:
    """Give the barriers of a map that still stand, in its order."""
    openings = opportunities_for(journey)
    return tuple(
        barrier
        for stage in journey.stages
        for barrier in stage.barriers
        if is_open(barrier, openings)
    )
