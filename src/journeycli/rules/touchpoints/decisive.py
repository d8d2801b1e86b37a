"""J303 and J304: the touchpoints that decide whether customers go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule
from journeycli.rules.touchpoints.judged import (
    GAP,
    also,
    barrier_wanted,
    gap,
    neglected,
)
from journeycli.rules.wording import points
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext
    from journeycli.rules.touchpoints.judged import Judged

_SHOWN = 40  # cells of a touchpoint's name in a message
_FEWEST = 4  # touchpoints from which on some must matter more than others


class NoMomentOfTruth(MapRule):
    """No touchpoint is marked as decisive, or most of them are.

    What:
        A map with four different touchpoints or more marks none with `moment_of_truth: true`, or
        marks more than half of the places where they stand.

    Why:
        Customers forgive a lot at most touchpoints and nothing at a few. Whoever has to choose
        where to spend the next year must know which these are.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - Price page
              - Help line
          - id: order
            name: Order
            touchpoints:
              - Order form
              - Confirmation

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                moment_of_truth: true
              - Help line
          - id: order
            name: Order
            touchpoints:
              - Order form
              - Confirmation
    """

    code = "J303"
    name = "no-moment-of-truth"
    summary = "four touchpoints or more, and none marked as decisive, or more than half"
    on_hypothesis = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where none is marked, or too many are."""
        del journey
        different = len(context.by_touchpoint)
        if different < _FEWEST:
            return
        places = len(context.placed)
        marked = sum(each.touchpoint.moment_of_truth for each in context.placed)
        if not marked:
            yield Problem(
                ("stages",),
                f"Which of the {different} touchpoints of this map decide whether customers go on?",
                help="Write `moment_of_truth: true` on the few where they are won or lost.",
            )
        elif marked * 2 > places:
            yield Problem(
                ("stages",),
                f"{marked} of {places} touchpoints are marked as moments of truth: "
                "where most are decisive, none stands out.",
                help="Keep `moment_of_truth: true` where customers are won or lost, "
                "on half of them at most.",
            )


class NeglectedMomentOfTruth(MapRule):
    """A decisive touchpoint that customers find bad, and no barrier that says why.

    What:
        A touchpoint with `moment_of_truth: true` has an opinion below zero: `after` decides or,
        where it is not given, `during`. No barrier of the map names the touchpoint, by
        `touchpoint` or in its `text` or `why`, and the stage does not say `barriers: {none: why}`.
        One finding a touchpoint, at its lowest score.

    Why:
        This is where customers are lost. A bad score that nobody explains is a leak without a
        plumber.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                moment_of_truth: true
                opinion: {before: 1, during: -1, after: -1}

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                touchpoint: price-page
            touchpoints:
              - name: Price page
                moment_of_truth: true
                opinion: {before: 1, during: -1, after: -1}
    """

    code = "J304"
    name = "neglected-moment-of-truth"
    summary = "a decisive touchpoint with a negative opinion and no barrier that names it"
    silences = ("J110",)
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a touchpoint, at its lowest score."""
        del journey
        for places in context.by_touchpoint.values():
            scores = neglected(places, context)
            if scores:
                worst = min(scores, key=lambda each: each.score)
                yield Problem(
                    worst.path,
                    f"“{shorten(worst.place.name, _SHOWN)}” decides whether customers go on, "
                    f"and no barrier says why it gets {_told(worst)}.",
                    help=barrier_wanted(worst.place),
                    related=also([each for each in scores if each is not worst]),
                )


def _told(judged: Judged) -> str:
    score = points(judged.score)
    if judged.key == "during":
        return f"{score} while they use it"
    expected = judged.place.touchpoint.expected
    if expected is not None and gap(judged.place) >= GAP:
        return f"{score} afterwards, where they expected {points(expected)}"
    return f"{score} afterwards"
