"""J404 to J406: what the curve of a journey tells as a whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.curve import stage_score, stage_scores
from journeycli.rules.base import MapRule
from journeycli.rules.wording import points
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext
    from journeycli.rules.routes import Route

_FEWEST_ALIKE = 4  # stages
_FEWEST_FALLING = 3  # stages


class FlatCurve(MapRule):
    """A journey that feels the same from start to end.

    What:
        Four stages or more have scores, and every score on the map is the same.

    Why:
        No journey feels the same all the way. A flat curve is usually one that nobody asked
        customers about, and it cannot say where to begin.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions: [{feeling: calm, score: 1}]
          - id: order
            name: Order
            emotions: [{feeling: calm, score: 1}]
          - id: install
            name: Installation
            emotions: [{feeling: calm, score: 1}]
          - id: first-bill
            name: First bill
            emotions: [{feeling: calm, score: 1}]

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions: [{feeling: calm, score: 1}]
          - id: order
            name: Order
            emotions: [{feeling: uneasy, score: -0.5}]
          - id: install
            name: Installation
            emotions: [{feeling: relieved, score: 1.5}]
          - id: first-bill
            name: First bill
            emotions: [{feeling: shocked, score: -1}]
    """

    code = "J404"
    name = "flat-curve"
    summary = "four stages or more, all at one score"
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where every score is the same."""
        del context
        scored = [scores for stage in journey.stages if (scores := set(stage_scores(stage)))]
        every: set[float] = set().union(*scored)
        if len(scored) >= _FEWEST_ALIKE and len(every) == 1:
            yield Problem(
                ("stages",),
                f"{counted(len(scored), 'stage')} of this map feel exactly the same: "
                f"{points(every.pop())}.",
                help="Ask customers where it went best and where worst, and score those first.",
            )


class BadEnding(MapRule):
    """A journey that ends on its lowest note.

    What:
        The last stage of a path has the lowest score of all its stages, and it is not above zero.
        Without paths, the stages in their order are the path. Left out are paths that end with a
        stage of phase `exit`, and those that break off where other customers go on: nobody leaves
        happy.

    Why:
        People remember the peak of an experience and its end (Kahneman et al. 1993, “When More
        Pain Is Preferred to Less: Adding a Better End”). A bad end colours all that was good.

    Bad::

        stages:
          - id: order
            name: Order
            emotions: [{feeling: hopeful, score: 1}]
          - id: install
            name: Installation
            emotions: [{feeling: relieved, score: 1.5}]
          - id: first-bill
            name: First bill
            emotions: [{feeling: shocked, score: -1.5}]

    Good::

        stages:
          - id: order
            name: Order
            emotions: [{feeling: hopeful, score: 1}]
          - id: first-bill
            name: First bill
            emotions: [{feeling: shocked, score: -1.5}]
          - id: make-good
            name: Get the fee back
            emotions: [{feeling: relieved, score: 1}]
    """

    code = "J405"
    name = "bad-ending"
    summary = "a path whose last stage has its lowest score"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a stage that is the low end of one path or several."""
        endings: dict[int, list[Route]] = {}
        for route in context.routes:
            if _ends_low(route) and not _leaves(route, context):
                endings.setdefault(route.places[-1], []).append(route)
        for place, routes in endings.items():
            last = journey.stages[place]
            names = [f"“{route.name}”" for route in routes if route.name]
            scores = {points(stage_score(last, route.persona) or 0) for route in routes}
            score = f" ({scores.pop()})" if len(scores) == 1 else ""
            yield Problem(
                ("stages", place),
                f"{listed(names) or 'The journey'} {'end' if len(names) > 1 else 'ends'} at the "
                f"lowest point, “{last.name}”{score}.",
                help="People remember the end: make this stage better, or show what comes after.",
            )


class FallingStreak(MapRule):
    """Three stages or more, each worse than the one before.

    What:
        On a path, the score goes down from stage to stage, three stages long or longer. Without
        paths, the stages in their order are the path. A stage without a score breaks the streak.

    Why:
        One bad stage is a barrier. A fall over several is a promise that is taken back bit by
        bit, and no department sees it in its own stage.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions: [{feeling: hopeful, score: 1}]
          - id: order
            name: Order
            emotions: [{feeling: indifferent, score: 0}]
          - id: install
            name: Installation
            emotions: [{feeling: annoyed, score: -1}]

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions: [{feeling: hopeful, score: 1}]
          - id: order
            name: Order
            emotions: [{feeling: uneasy, score: -0.5}]
          - id: install
            name: Installation
            emotions: [{feeling: relieved, score: 1}]
    """

    code = "J406"
    name = "falling-streak"
    summary = "three stages or more of a path, each lower than the one before"
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a fall, whichever paths go through it."""
        falls: dict[tuple[int, ...], Route] = {}
        for route in context.routes:
            for streak in _streaks(route):
                falls.setdefault(streak, route)
        for streak, route in falls.items():
            if any(_is_within(streak, other) for other in falls if other != streak):
                continue
            scores = [stage_score(journey.stages[place], route.persona) or 0 for place in streak]
            first, last = journey.stages[streak[0]], journey.stages[streak[-1]]
            yield Problem(
                ("stages", streak[0]),
                f"{f'“{route.name}” gets' if route.name else 'The journey gets'} worse stage by "
                f"stage from “{first.name}” to “{last.name}”: {', '.join(map(points, scores))}.",
                help="Look for what each stage takes back of the one before, and where the fall "
                "could be stopped.",
            )


def _scores(route: Route) -> list[float | None]:
    scores = [stage_score(stage, route.persona) for stage in route.stages]
    return [score if score is None else round(score, 6) for score in scores]


def _ends_low(route: Route) -> bool:
    """Tell whether the last score is the lowest, not above zero, and not simply that of all."""
    scores = _scores(route)
    last = scores[-1] if scores else None
    known = [score for score in scores if score is not None]
    return last is not None and last <= 0 and last == min(known) and last < max(known)


def _leaves(route: Route, context: MapContext) -> bool:
    """Tell whether its customers leave: in an exit, or where others go on."""
    phase = route.stages[-1].phase
    if phase and context.vocabulary.phase(phase) == "exit":
        return True
    onward = (way.to for way in context.ways[route.places[-1]])
    return any(place is not None and place not in route.places for place in onward)


def _streaks(route: Route) -> Iterator[tuple[int, ...]]:
    """Give the longest falls of a path as places of stages."""
    streak = list(route.places[:1])
    steps = zip(route.places, _scores(route), strict=True)
    for (_, before), (place, score) in pairwise(steps):
        if before is not None and score is not None and score < before:
            streak.append(place)
            continue
        if len(streak) >= _FEWEST_FALLING:
            yield tuple(streak)
        streak = [place]
    if len(streak) >= _FEWEST_FALLING:
        yield tuple(streak)


def _is_within(part: tuple[int, ...], whole: tuple[int, ...]) -> bool:
    length = len(part)
    return any(whole[i : i + length] == part for i in range(len(whole) - length + 1))
