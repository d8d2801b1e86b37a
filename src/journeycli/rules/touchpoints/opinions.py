"""J305, J306 and J312: what customers expect of touchpoints, and what they think of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule
from journeycli.rules.touchpoints.judged import (
    GAP,
    Judged,
    also,
    barrier_wanted,
    gap,
    neglected,
    unexplained,
)
from journeycli.rules.wording import points
from journeycli.text import counted, listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext
    from journeycli.rules.placed import Placed

_SHOWN = 40  # cells of a touchpoint's name in a message
_MOST_NAMED = 4  # touchpoints in one message
_PARTS = ("before", "during", "after")


class PartialOpinion(MapRule):
    """An opinion that tells only part of the story.

    What:
        The `opinion` of a touchpoint lacks `before`, `during` or `after`. A touchpoint that is
        `wanted` or `planned` may say what people hope of it and no more.

    Why:
        A touchpoint that begins at +1 and ends at −1 has broken a promise; one that begins at −1
        and ends at +1 has won somebody over. One score alone cannot tell them apart.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                opinion: {after: -1}

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                opinion: {before: 1, during: 0, after: -1}
    """

    code = "J305"
    name = "partial-opinion"
    summary = "an opinion without before, during or after"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem an opinion that lists what is missing."""
        del journey
        for place in context.placed:
            opinion = place.touchpoint.opinion
            if opinion is None or place.is_thought_of:
                continue
            absent = [part for part in _PARTS if getattr(opinion, part) is None]
            missing = [f"`{part}`" for part in absent]
            if missing:
                yield Problem(
                    (*place.path, "opinion", absent[0]),
                    f"The opinion of “{shorten(place.name, _SHOWN)}” has no "
                    f"{listed(missing, 'or')}.",
                    help=f"Ask for it, and add {listed(missing)}: a score from -2 to 2"
                    f"{' each' if len(missing) > 1 else ''}.",
                )


class ExpectationGap(MapRule):
    """A touchpoint that disappoints, and no barrier that says why.

    What:
        `opinion.after` lies two points or more under `expected`. No barrier of the map names the
        touchpoint, by `touchpoint` or in its `text` or `why`, and the stage does not say
        `barriers: {none: why}`. One finding a touchpoint, at its widest gap. A moment of truth
        that is judged below zero is J304's alone.

    Why:
        People do not compare us with others but with what they expected. The distance between
        the two is what they tell their friends about.

    Bad::

        stages:
          - id: order
            name: Order
            touchpoints:
              - name: Order form
                expected: 2
                opinion: {before: 1, during: 0, after: 0}

    Good::

        stages:
          - id: order
            name: Order
            barriers:
              - The order form asks for the landline number twice
            touchpoints:
              - name: Order form
                expected: 2
                opinion: {before: 1, during: 0, after: 0}
    """

    code = "J306"
    name = "expectation-gap"
    summary = "an opinion two or more under what was expected, and no barrier that names it"
    silences = ("J110",)
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a touchpoint, at its widest gap."""
        del journey
        for places in context.by_touchpoint.values():
            gaps = unexplained([each for each in places if gap(each) >= GAP], context)
            if gaps and not neglected(places, context):
                worst = max(gaps, key=gap)
                others = [_after(each) for each in gaps if each is not worst]
                yield Problem(
                    _after(worst).path,
                    f"Customers expected {points(worst.touchpoint.expected or 0)} of "
                    f"“{shorten(worst.name, _SHOWN)}”, and no barrier says why it gets "
                    f"{points(_after(worst).score)} afterwards.",
                    help=barrier_wanted(worst),
                    related=also(others),
                )


class NoOpinion(MapRule):
    """Touchpoints of which nobody says what customers think.

    What:
        On a map that is `researched` or `measured`, touchpoints have no `opinion`. A touchpoint
        that has one in another stage is not asked again, unless it is a moment of truth here; one
        that is `wanted` or `planned` is not asked at all. One finding a stage; a warning where a
        moment of truth is among them.

    Why:
        A list of touchpoints shows what we built. Only the opinion shows whether it works for
        those it was built for.

    Bad::

        maturity: researched
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                channel: website

    Good::

        maturity: researched
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                channel: website
                opinion: {before: 1, during: -1, after: -1}
    """

    code = "J312"
    name = "no-opinion"
    summary = "researched and measured maps: touchpoints with no opinion"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a stage with touchpoints of which no opinion is known."""
        if journey.maturity == "hypothesis":
            return
        by_stage: dict[tuple[str | int, ...], list[Placed]] = {}
        for places in context.by_touchpoint.values():
            for place in _unasked(places):
                by_stage.setdefault(place.path[:-1], []).append(place)
        for path, places in by_stage.items():
            places.sort(key=lambda each: not each.touchpoint.moment_of_truth)
            decisive = places[0].touchpoint.moment_of_truth
            each = " to each" if len(places) > 1 else ""
            yield Problem(
                path,
                f"What do customers think of {_named(places)}?",
                help=f"Ask them, and add `opinion:` with `before`, `during` and `after`{each}.",
                severity=Severity.WARNING if decisive else Severity.INFO,
            )


def _after(place: Placed) -> Judged:
    opinion = place.touchpoint.opinion
    return Judged(place, "after", (opinion and opinion.after) or 0)


def _unasked(places: list[Placed]) -> list[Placed]:
    """Give the places of a touchpoint that lack an opinion: decisive ones, else the first."""
    without = [
        each for each in places if each.touchpoint.opinion is None and not each.is_thought_of
    ]
    decisive = [each for each in without if each.touchpoint.moment_of_truth]
    nowhere = len(without) == len(places)
    return decisive or (without[:1] if nowhere else [])


def _named(places: list[Placed]) -> str:
    names = [
        f"“{shorten(each.name, _SHOWN)}”"
        + (" (a moment of truth)" if each.touchpoint.moment_of_truth else "")
        for each in places[:_MOST_NAMED]
    ]
    rest = len(places) - len(names)
    return listed([*names, counted(rest, "other", "others")] if rest else names)
