"""J501, J504 and J505: how bad a barrier is, and whether anything still happens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.days import add_months
from journeycli.rules.barriers.measures import is_done, is_idea, measures_against, short
from journeycli.rules.base import StageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Barrier, Stage
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.source.span import Path


class NoSeverity(StageRule):
    """A barrier does not say how bad it is.

    What:
        A barrier has no `severity`: low, medium, high or critical.

    Why:
        Nobody can take away everything at once. Severity says what comes first, and reports and
        plans go by it.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - The set-up fee shows on the last page only

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                severity: high
    """

    code = "J501"
    name = "no-severity"
    summary = "a barrier without severity"
    on_hypothesis = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a barrier."""
        del context
        for index, barrier in enumerate(stage.barriers.items):
            if barrier.severity is None:
                yield Problem(
                    ("barriers", index, "severity"),
                    f"How bad is “{short(barrier)}” for those who meet it?",
                    help="Add `severity:` with low, medium, high or critical.",
                )


class StalledBarrier(StageRule):
    """A bad barrier, and nobody has begun to take it away.

    What:
        A barrier is `high` or `critical`, and all that is meant to take it away is still an idea:
        its removals, and the opportunities that are `for` it. One that names no status, nobody
        and no date counts as an idea. This is advice; where the barrier says since when it has
        been there, or else the map when it was last reviewed, it is a warning instead, from six
        months after that day on (setting `stalled-months`).

    Why:
        Everybody agrees that it is bad, and everybody waits. Deciding against it is an answer as
        well.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                severity: high
                since: 2026-03
                removals:
                  - text: Show the total on the first page
                    status: idea

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                severity: high
                since: 2026-03
                removals:
                  - text: Show the total on the first page
                    status: planned
                    department: pricing
    """

    code = "J504"
    name = "stalled-barrier"
    summary = "high or critical, and every removal an idea or dropped"
    severity = Severity.INFO
    options = ("stalled-months",)

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a barrier."""
        for index, barrier in enumerate(stage.barriers.items):
            if barrier.severity not in ("high", "critical") or barrier.removals.state == "none":
                continue
            against = measures_against(barrier, context.map)
            if not against or not all(map(is_idea, against)):
                continue
            what = "an idea" if len(against) == 1 else f"{len(against)} ideas"
            message = (
                f"“{short(barrier)}” is {barrier.severity}, and there is nothing but {what} "
                "against it"
            )
            yield from _stalled(("barriers", index), message, barrier, context.map)


class StillStanding(StageRule):
    """Everything meant to take a barrier away is done, and it still stands.

    What:
        On a current map, every removal of a barrier is done or dropped, at least one is done, and
        so is every opportunity that is `for` it.

    Why:
        Either the barrier is gone and the map is behind, or the removals did not work and the
        plan has nothing left against it. Both are worth knowing.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: done
                    done: 2026-10-30

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: done
                    done: 2026-10-30
                  - text: Name the fee in the adverts
                    status: idea
    """

    code = "J505"
    name = "still-standing"
    summary = "every removal done, barrier still on a current map"
    severity = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a barrier."""
        for index, barrier in enumerate(stage.barriers.items):
            if is_still_standing(barrier, context.map):
                yield Problem(
                    ("barriers", index),
                    f"All that should take away “{short(barrier)}” is done, and it still stands.",
                    help="If it is gone, take it off the map; if not, find out why and add what "
                    "is still to be done under its `removals`.",
                )


def is_still_standing(barrier: Barrier, context: MapContext) -> bool:
    """Tell whether a barrier stands on a current map with nothing left to do against it."""
    if context.journey.state != "current" or not barrier.removals.items:
        return False
    against = measures_against(barrier, context)
    return bool(against) and all(map(is_done, against))


def _stalled(path: Path, message: str, barrier: Barrier, context: MapContext) -> Iterator[Problem]:
    """Give advice or, from the day on which it has stood for too long, a warning."""
    help_ = (
        "Decide on one: set its `status: planned` with a `department` and a `due` date; or write "
        "why nothing is done: removals: {none: reason}."
    )
    review = context.journey.review
    known = barrier.since or (review and review.last)
    if not known:
        yield Problem(path, f"{message}.", help=help_)
        return
    seen = (
        f"it has been there since {known}"
        if barrier.since
        else f"the map was last reviewed on {known}"
    )
    too_long = add_months(known.last, context.options.stalled_months)
    yield Problem(path, f"{message}; {seen}.", help=help_, until=too_long)
    yield Problem(
        path, f"{message}; {seen}.", help=help_, severity=Severity.WARNING, since=too_long
    )
