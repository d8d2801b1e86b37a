"""J605, J606, J608 and J609: how many go which way, and why some leave."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, StageRule
from journeycli.rules.paths.steps import is_astray, path_steps
from journeycli.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.rules.paths.steps import Step
    from journeycli.source.span import Path

_TOLERANCE = 0.01  # of a sum of shares: two decimals are what people write
_ROUNDING = 1e-9  # of binary fractions: 0.33 + 0.33 + 0.33 is a hair under 0.99


class ShareSum(StageRule):
    """The shares of the ways out of a stage do not add up.

    What:
        The `share` of the ways under a stage's `next` add up to more or less than 1, by more than
        0.01. Where a way has no share, only a sum above 1 is reported.

    Why:
        Every customer goes one way or another. What is missing is usually those who leave
        without a word.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            next:
              - {stage: order, share: 0.62}
          - id: order
            name: Order

    Good::

        stages:
          - id: compare
            name: Compare offers
            next:
              - {stage: order, share: 0.62}
              - {end: Stays with the old provider, share: 0.38, when: The fee is too high}
          - id: order
            name: Order
    """

    code = "J605"
    name = "share-sum"
    summary = "shares out of a stage that do not add up to 1"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage."""
        del context
        shares = [each.share for each in stage.next if each.share is not None]
        if not shares:
            return
        total = fsum(shares)
        off = _TOLERANCE + _ROUNDING
        if total > 1 + off:
            help_ = "Correct the shares: together they are at most 1."
        elif total < 1 - off and len(shares) == len(stage.next):
            help_ = (
                f"Correct the shares, or add the way that is missing with `share: "
                f"{_figure(1 - total)}`: an `end`, or another stage."
            )
        else:
            return
        yield Problem(
            ("next",),
            f"The shares out of “{stage.name}” add up to {_figure(total)}, not to 1.",
            help=help_,
        )


class SinglePath(MapRule):
    """A lifecycle map that shows one way only.

    What:
        A map with `scope: {scale: lifecycle}` has no second path, and no stage leads two ways.

    Why:
        Over a whole lifecycle, hardly anybody goes the way that we meant. The way of those who
        need help, who wait or who leave shows where they are lost.

    Bad::

        scope:
          scale: lifecycle
        stages:
          - id: hear
            name: Hear of it
          - id: order
            name: Order

    Good::

        scope:
          scale: lifecycle
        stages:
          - id: hear
            name: Hear of it
          - id: order
            name: Order
        paths:
          - name: Orders
            stages: [hear, order]
          - name: Hears of it and forgets it
            stages: [hear]
    """

    code = "J606"
    name = "single-path"
    summary = "a lifecycle map with one path only"
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is one way only."""
        if journey.scope is None or journey.scope.scale != "lifecycle" or len(journey.stages) < 2:  # noqa: PLR2004 - two make a way
            return
        if len(journey.paths) > 1 or any(len(ways) > 1 for ways in context.ways):
            return
        yield Problem(
            ("paths",) if journey.paths else ("scope", "scale"),
            "This map shows one way through the whole lifecycle; customers take several.",
            help="Add under `paths:` the way of those who leave, wait or need help, with its "
            "`name` and `stages`.",
        )


class BrokenPath(MapRule):
    """A path goes where its stage does not lead.

    What:
        A path goes from a stage to another that is not among the stage's own `next`. A stage
        without `next` leads wherever the paths go.

    Why:
        The map says two things about the same step, and pictures, shares and figures follow one
        or the other.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            next:
              - stage: order
          - id: order
            name: Order
          - id: install
            name: Installation
        paths:
          - name: Orders by phone
            stages: [compare, install]

    Good::

        stages:
          - id: compare
            name: Compare offers
            next:
              - stage: order
              - stage: install
          - id: order
            name: Order
          - id: install
            name: Installation
        paths:
          - name: Orders online
            stages: [compare, order, install]
          - name: Orders by phone
            stages: [compare, install]
    """

    code = "J608"
    name = "broken-path"
    summary = "a path whose step the stages' own `next` does not allow"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a step, with the other paths that take it as related places."""
        for steps in _broken_steps(journey, context):
            first, *others = steps
            one, other = journey.stages[first.earlier], journey.stages[first.later]
            goes = "goes" if not others else "go"
            yield Problem(
                _place(first),
                f"{listed([_path_name(journey, each) for each in steps])} {goes} from "
                f"“{one.name}” to “{other.name}”, where the `next` of “{one.name}” does not lead.",
                help=f"Add `stage: {other.id}` to the `next` of “{one.name}”, or correct the path.",
                related=tuple((_place(each), "This path takes the same step.") for each in others),
            )


class UnexplainedExit(StageRule):
    """Customers leave, and the map does not say why.

    What:
        A way out of a stage before the last one is an `end`, with neither `when` nor `barrier`.

    Why:
        An exit is the dearest thing on the map. Whoever wants fewer of them has to know what
        drives people out.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            next:
              - stage: order
              - end: Stays with the old provider
          - id: order
            name: Order

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: late-fee
                text: The set-up fee shows on the last page only
            next:
              - stage: order
              - end: Stays with the old provider
                barrier: late-fee
          - id: order
            name: Order
    """

    code = "J609"
    name = "unexplained-exit"
    summary = "an `end` before the last stage with neither `when` nor `barrier`"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem an end."""
        if context.index == len(context.map.stages) - 1:
            return
        for number, way in enumerate(stage.next):
            if way.end is not None and way.when is None and way.barrier is None:
                yield Problem(
                    ("next", number, "end"),
                    f"In “{stage.name}”, the journey can end with “{way.end}”, and nothing says "
                    "when or why.",
                    help="Add `barrier:` with the id of what drives customers out, or `when:` "
                    "with the case in which it happens.",
                )


def _broken_steps(journey: JourneyMap, context: MapContext) -> Iterable[list[Step]]:
    """Give the steps that no `next` allows; those of several paths from and to one stage as one."""
    found: dict[tuple[int, int], list[Step]] = {}
    for step in path_steps(journey):
        ways = context.ways[step.earlier]
        if not journey.stages[step.earlier].next or is_astray(ways):
            continue  # it leads where the paths go, or a misspelt name could be this step's
        if step.later not in {way.to for way in ways}:
            found.setdefault((step.earlier, step.later), []).append(step)
    return found.values()


def _place(step: Step) -> Path:
    return ("paths", step.path, "stages", step.order)


def _path_name(journey: JourneyMap, step: Step) -> str:
    path = journey.paths[step.path]
    return f"“{path.name or path.id}”" if path.name or path.id else f"path {step.path + 1}"


def _figure(share: float) -> str:
    return f"{round(share, 4):g}"
