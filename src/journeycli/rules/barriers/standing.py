"""J501, J504 and J505: how bad a barrier is, and whether anything still happens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.days import add_months
from journeycli.rules.barriers.measures import is_done, is_idea, measures_against, short
from journeycli.rules.base import StageRule
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Barrier, Stage
    from journeycli.rules.context import MapContext, StageContext


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
        and no date counts as an idea. It becomes a warning when the barrier has been there for
        six months (setting `stalled-months`), counted from its `since`, else from the map's last
        review.

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
