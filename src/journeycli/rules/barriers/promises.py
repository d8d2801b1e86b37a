"""J502, J503 and J508: who does it, by when, and whether it worked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.days import add_months
from journeycli.rules.barriers.measures import is_done, measures, short
from journeycli.rules.barriers.standing import is_still_standing
from journeycli.rules.base import StageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Opportunity, Removal, Stage
    from journeycli.model.days import Day
    from journeycli.rules.context import StageContext

_MONTHS_TO_SHOW = 3  # what a change needs until figures or customers can tell of it


class UnownedRemoval(StageRule):
    """Something is planned or under way, and nobody does it.

    What:
        A removal or an opportunity has the status `planned` or `doing`, and names neither a
        `department` nor a `name`. An idea needs nobody yet.

    Why:
        What everybody has decided on and nobody was given is not done. With a name on it, there
        is somebody to ask.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: planned

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: planned
                    department: pricing
    """

    code = "J502"
    name = "unowned-removal"
    summary = "a removal or opportunity planned or under way with no department or name"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a measure that nobody does."""
        del context
        for measure, path, _ in measures(stage):
            if measure.status in ("planned", "doing") and not (measure.department or measure.name):
                state = "planned" if measure.status == "planned" else "under way"
                yield Problem(
                    (*path, "department"),
                    f"“{short(measure)}” is {state}, and nobody is named who does it.",
                    help="Add `department:` or `name:` to it; if nobody has it yet, set "
                    "`status: idea`.",
                )


class RemovalOverdue(StageRule):
    """The date for which something was promised has passed.

    What:
        A removal or an opportunity has a `due` date in the past, and is neither done nor dropped.
        A month or a year counts as its end.

    Why:
        Either it is done and the map is behind, or it is late and somebody should say so. In both
        cases readers plan with a date that no longer holds.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: doing
                    department: pricing
                    due: 2026-09-30

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                removals:
                  - text: Show the total on the first page
                    status: doing
                    department: pricing
                    due: 2027-01-31
    """

    code = "J503"
    name = "removal-overdue"
    summary = "due date passed, not done"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a measure, which holds from the day after it was due."""
        del context
        for measure, path, _ in measures(stage):
            if measure.due is None or measure.status == "dropped" or is_done(measure):
                continue
            due = measure.due.last
            yield Problem(
                (*path, "due"),
                f"“{short(measure)}” was due on {due.isoformat()} and is not done.",
                help="If it is done, set `status: done` and the date under `done`; else agree on "
                "a new `due` date, or set `status: dropped`.",
                since=due + timedelta(days=1),
            )


class UnverifiedRemoval(StageRule):
    """Something was done, and nobody knows whether it worked.

    What:
        A removal or an opportunity was done three months ago or more, and names no `evidence`
        that is dated later. It is silent where that evidence has no date, and about a barrier
        with nothing left to do, of which J505 speaks.

    Why:
        A change that is done is not yet a barrier gone. Three months on, figures and customers
        can tell; until somebody looks, the barrier counts as taken away by belief.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            opportunities:
              - text: A price that a customer can share with the family
                status: done
                done: 2026-05-20

    Good::

        stages:
          - id: compare
            name: Compare offers
            opportunities:
              - text: A price that a customer can share with the family
                status: done
                done: 2026-05-20
                evidence: [order-funnel]
        evidence:
          - id: order-funnel
            method: analytics
            title: Order funnel, July to September
            date: 2026-09-30
    """

    code = "J508"
    name = "unverified-removal"
    summary = "done for three months or more, and no later evidence that it worked"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a measure, which holds three months after it was done."""
        for measure, path, barrier in measures(stage):
            done = measure.done
            if done is None or measure.status == "dropped":
                continue
            if barrier is not None and is_still_standing(barrier, context.map):
                continue
            if _may_be_shown(measure, done, context):
                continue
            yield Problem(
                (*path, "done"),
                f"“{short(measure)}” was done {'on' if done.is_exact else 'in'} {done}, and no "
                "later evidence shows that it worked.",
                help="Look whether it did, and name what shows it under its `evidence`.",
                since=add_months(done.last, _MONTHS_TO_SHOW),
            )


def _may_be_shown(measure: Removal | Opportunity, done: Day, context: StageContext) -> bool:
    """Tell whether some of its evidence is, or could be, from after it was done."""
    for name in measure.evidence:
        evidence = context.map.evidence.get(name)
        if evidence is None or evidence.date is None or evidence.date.last > done.first:
            return True
    return False
