"""J506: what has to be had, and what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.rules.barriers.measures import is_done, measures
from journeycli.rules.base import MapRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext


class UnclaimedResource(MapRule):
    """A resource is to be had, and nothing needs it.

    What:
        A resource with the status `required` or `requested` names nothing under `needed_for`: no
        barrier, no removal and no opportunity. Or all that it names are removals and
        opportunities that are done or dropped by now.

    Why:
        Money and people are given for a barrier that goes away, not for a tool. Whoever decides
        on the request will ask what it is for, and the map should have the answer.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: nobody-calls
                text: Nobody answers questions about fees in the evening
        resources:
          - id: call-back
            name: Call-back scheduler
            status: required

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: nobody-calls
                text: Nobody answers questions about fees in the evening
        resources:
          - id: call-back
            name: Call-back scheduler
            status: required
            needed_for: [nobody-calls]
    """

    code = "J506"
    name = "unclaimed-resource"
    summary = "a required or requested resource that no barrier, removal or opportunity needs"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a resource."""
        del context
        wanted = [
            (index, each)
            for index, each in enumerate(journey.resources)
            if each.status in ("required", "requested")
        ]
        settled = _settled(journey) if wanted else frozenset()
        for index, resource in wanted:
            path = ("resources", index, "needed_for")
            if not resource.needed_for:
                yield Problem(
                    path,
                    f"“{resource.name}” is {resource.status}, and no barrier, removal or "
                    "opportunity needs it.",
                    help="Add `needed_for:` with the ids of what it is for, or take it out.",
                )
            elif settled.issuperset(resource.needed_for):
                yield Problem(
                    path,
                    f"“{resource.name}” is {resource.status}, and all that it is needed for is "
                    "done or dropped.",
                    help="Name under `needed_for` what still needs it; else set "
                    "`status: existing`, or take it out.",
                )


def _settled(journey: JourneyMap) -> frozenset[str]:
    """Give the ids of the removals and opportunities that need nothing more."""
    over: set[str] = set()
    open_: set[str] = set()
    for stage in journey.stages:
        open_.update(each.effective_id for each in stage.barriers.items)
        for measure, _, _ in measures(stage):
            is_over = is_done(measure) or measure.status == "dropped"
            (over if is_over else open_).add(measure.effective_id)
    return frozenset(over - open_)
