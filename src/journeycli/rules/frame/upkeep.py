"""Who answers for the map, and when it is looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule
from journeycli.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext


class NoOwner(MapRule):
    """Nobody answers for the map.

    What:
        The map has no `owner`.

    Why:
        A map without an owner is out of date before its first birthday. Somebody has to hear of
        changes and call the next review.

    Bad::

        objective: Find out why two orders in five are abandoned before installation.

    Good::

        owner: {name: Head of onboarding, department: onboarding}
    """

    code = "J206"
    name = "no-owner"
    summary = "nobody answers for the map"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is no owner."""
        del context
        owner = journey.owner
        if owner is None or not (owner.name or owner.department or owner.contact):
            yield Problem(
                ("owner",),
                "Nobody answers for this map.",
                help="Add `owner:` with a `name`, which may be a role, and a `department`.",
            )


class NoReview(MapRule):
    """Nothing says when the map is looked at again.

    What:
        `review` lacks `every`, how often the map is looked at, or `last`, when it last was; a
        dated entry of its `log` says that as well.

    Why:
        Journeys change under a map. Readers need to know how old the view is, and the owner needs
        a date.

    Bad::

        owner: {name: Head of onboarding}

    Good::

        owner: {name: Head of onboarding}
        review:
          every: quarter
          last: 2026-09-30
    """

    code = "J208"
    name = "no-review"
    summary = "no review cadence or no last review"
    on_hypothesis = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem that names what is missing."""
        del context
        review = journey.review
        missing = [
            (key, words)
            for key, words, value in (
                ("every", "how often it is reviewed", review and review.every),
                ("last", "when it was last reviewed", review and review.latest),
            )
            if not value
        ]
        if missing:
            path = ("review", missing[0][0]) if len(missing) == 1 else ("review",)
            yield Problem(
                path,
                f"This map does not say {listed([words for _, words in missing])}.",
                help="Add `review:` with `every: quarter` and `last: 2026-09-30`, for instance.",
            )


class ReviewOverdue(MapRule):
    """The next review has not taken place.

    What:
        The time that `review.every` gives has passed since `review.last` or, where that is left
        out, since the latest entry of its `log`.

    Why:
        What nobody has looked at for longer than was promised should not be trusted as the state
        of today.

    Bad::

        review:
          every: quarter
          last: 2026-03-31

    Good::

        review:
          every: quarter
          last: 2026-09-30
    """

    code = "J209"
    name = "review-overdue"
    summary = "the cadence has passed since the last review"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem that holds from the day after the review was due."""
        del context
        review = journey.review
        due = review.due if review else None
        if review is None or due is None:
            return
        last = review.last or max(
            (entry.date for entry in review.log if entry.date), key=lambda day: day.last
        )
        yield Problem(
            ("review", "last" if review.last else "log"),
            f"The review of this map was due on {due.isoformat()}; the last one was on {last}.",
            help="Go through it with its contributors, then set `last` and log what you found.",
            since=due + timedelta(days=1),
        )
