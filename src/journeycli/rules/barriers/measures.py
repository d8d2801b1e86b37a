"""What the rules on barriers share: the measures of a stage, and how far each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.model import standing
from journeycli.model.standing import is_done
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Barrier, Opportunity, Removal, Stage
    from journeycli.rules.context import MapContext
    from journeycli.source.span import Path

__all__ = ["Placed", "is_done", "is_idea", "is_open", "measures", "measures_against", "short"]

_SHOWN = 50  # cells of a sentence in a message


class Placed(NamedTuple):
    """A removal or an opportunity, and where it stands in its stage.

    Attributes:
        measure: What is to be done.
        path: Its path from the stage.
        barrier: The barrier that it is a removal of; None for an opportunity.

    """

    measure: Removal | Opportunity
    path: Path
    barrier: Barrier | None


def measures(stage: Stage) -> Iterator[Placed]:
    """Give every removal and every opportunity of a stage, in the order of the format."""
    for index, barrier in enumerate(stage.barriers.items):
        for number, removal in enumerate(barrier.removals.items):
            yield Placed(removal, ("barriers", index, "removals", number), barrier)
    for index, opportunity in enumerate(stage.opportunities):
        yield Placed(opportunity, ("opportunities", index), None)


def measures_against(barrier: Barrier, context: MapContext) -> list[Removal | Opportunity]:
    """Give what is meant to take a barrier away and is not dropped, its own removals first."""
    return standing.measures_against(barrier, context.opportunities_for)


def is_open(barrier: Barrier, context: MapContext) -> bool:
    """Tell whether a barrier still stands: not where all that should take it away is done."""
    return standing.is_open(barrier, context.opportunities_for)


def is_idea(measure: Removal | Opportunity) -> bool:
    """Tell whether it is no more than an idea.

    One without a status is one where nothing else shows that somebody decided on it: no
    department, no name and no date.
    """
    if measure.status is not None:
        return measure.status == "idea"
    return not (measure.department or measure.name or measure.due or measure.done)


def short(element: Barrier | Removal | Opportunity) -> str:
    """Give the sentence as a message shows it."""
    return shorten(element.text, _SHOWN)
