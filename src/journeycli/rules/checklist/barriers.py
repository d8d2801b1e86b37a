"""J110 and J111: what stands in the way, and what takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.rules.base import StageRule
from journeycli.rules.checklist.asking import Unanswered
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Barrier, Stage
    from journeycli.rules.context import StageContext

_SHOWN = 60  # cells of a barrier in a message


class BarriersUnanswered(Unanswered):
    """A stage does not say what stands between customers and the next stage.

    What:
        `barriers` has no entry. A barrier is whatever stands in the way, whoever put it there.

    Why:
        A journey map is drawn to find what is in the way. If truly nothing is, say so with
        `none` and how you know.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - The set-up fee shows on the last page only
    """

    code = "J110"
    name = "barriers-unanswered"
    summary = "what stands between them and the next stage?"
    help = "Write it under `barriers`; if nothing does, {none: how you know}."


class BarrierRemovalUnanswered(StageRule):
    """A barrier without a way to take it away.

    What:
        A barrier has no removal that is still meant to happen, no opportunity is `for` it, and it
        does not say `removals: {none: why}`.

    Why:
        A list of complaints changes nothing. Even an idea says who could begin.

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
                removals:
                  - Show the total on the first page
    """

    code = "J111"
    name = "barrier-removal-unanswered"
    summary = "what must we do to take this barrier away?"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a barrier without a removal."""
        for index, barrier in enumerate(stage.barriers.items):
            path = ("barriers", index, "removals")
            if barrier.removals.state == "none-without-reason":
                yield Problem(
                    (*path, "none"),
                    f"{stage.name}: “{_short(barrier)}” says that nothing takes it away, and not "
                    "why.",
                    help="Write the reason: removals: {none: Both systems are replaced next year}.",
                    stage=stage.name,
                )
            elif not context.has_removal(barrier):
                yield Problem(
                    path,
                    f"{stage.name}: What must we do to take away “{_short(barrier)}”?",
                    help="Give the barrier a `text` and `removals`; an idea is enough to begin "
                    "with.",
                    stage=stage.name,
                )


def _short(barrier: Barrier) -> str:
    return shorten(barrier.text, _SHOWN)
