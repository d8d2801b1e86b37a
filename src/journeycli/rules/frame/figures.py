"""Needs and metrics: whether the stage gives people what they came for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, StageRule
from journeycli.text import shorten, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model import Barrier, JourneyMap, Metric, Stage
    from journeycli.rules.context import MapContext, StageContext

_SHOWN = 50  # cells of a need in a message


class UnmeasuredMap(StageRule):
    """A measured map with a stage that has no figure.

    What:
        The map says `maturity: measured`, and a stage has no metric with a `value` and a `date`,
        of its own or on one of its touchpoints.

    Why:
        Measured is a promise: every stage can be watched. A stage without a figure can get worse
        without anybody noticing.

    Bad::

        maturity: measured
        stages:
          - id: compare
            name: Compare offers
          - id: order
            name: Order

    Good::

        maturity: measured
        stages:
          - id: compare
            name: Compare offers
            metrics:
              - {kind: conversion, value: 0.62, date: 2026-09-30}
          - id: order
            name: Order
            metrics:
              - {kind: conversion, value: 0.8, date: 2026-09-30}
    """

    code = "J214"
    name = "unmeasured-map"
    summary = "a measured map with a stage that has no valued, dated metric"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage without a figure."""
        if context.map.journey.maturity != "measured":
            return
        metrics = [*stage.metrics.items]
        for touchpoint in stage.touchpoints.items:
            metrics += touchpoint.metrics.items
        if not any(each.value is not None and each.date is not None for each in metrics):
            yield Problem(
                ("metrics",),
                f"The map is called measured, and “{stage.name}” has no figure.",
                help="Add a metric with a `value` and a `date`, or set `maturity: researched`.",
            )


class NoNeeds(StageRule):
    """A stage with touchpoints and no word on what the customer needs there.

    What:
        A stage has touchpoints and no `needs`: what people want from this stage, and whether they
        get it (`met`: yes, partly or no).

    Why:
        Touchpoints are our answer. Without the need, nobody can say whether it fits the question.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - Price page

    Good::

        stages:
          - id: compare
            name: Compare offers
            needs:
              - text: A total price that does not change later
                met: partly
            touchpoints:
              - Price page
    """

    code = "J215"
    name = "no-needs"
    summary = "a stage with touchpoints and no needs"
    on_hypothesis = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage with touchpoints whose needs are not said."""
        del context
        if stage.touchpoints.items and not stage.needs.is_settled:
            yield Problem(
                ("needs",),
                f"What do customers need from “{stage.name}”?",
                help="Write it under `needs`, each with `met`: yes, partly or no.",
            )


class MissedTarget(MapRule):
    """A figure short of its target, and no barrier that explains it.

    What:
        A metric's `value` is worse than its `target`. On a touchpoint, no barrier of the stage
        stands at that touchpoint or names it or the metric; on a stage, the stage has no barrier;
        on the map, no stage has one.

    Why:
        Something keeps the figure down. As long as the map does not say what, nobody will take it
        away.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            metrics:
              - {kind: conversion, value: 0.62, target: 0.75}

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - The set-up fee shows on the last page only
            metrics:
              - {kind: conversion, value: 0.62, target: 0.75}
    """

    code = "J216"
    name = "missed-target"
    summary = "a metric short of its target, and no barrier that explains it"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a metric."""
        del context
        everywhere = [each for stage in journey.stages for each in stage.barriers.items]
        if not everywhere:
            yield from _missed(journey.metrics.items, ("metrics",), "the map")
        for index, stage in enumerate(journey.stages):
            path = ("stages", index)
            if not stage.barriers.items:
                yield from _missed(stage.metrics.items, (*path, "metrics"), f"“{stage.name}”")
            for number, touchpoint in enumerate(stage.touchpoints.items):
                standing = [
                    each
                    for each in stage.barriers.items
                    if _stands_at(each, touchpoint.effective_id, touchpoint.name or "")
                ]
                below = (*path, "touchpoints", number, "metrics")
                named = f"“{touchpoint.name or touchpoint.effective_id}”"
                yield from _missed(touchpoint.metrics.items, below, named, standing)


class UnmetNeed(StageRule):
    """A need that is not met, and nothing done about it.

    What:
        A need has `met: no`, and its stage has neither a barrier nor an opportunity.

    Why:
        An unmet need is where competitors begin. Say what stands in the way, or what could be
        done.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            needs:
              - text: A total price that does not change later
                met: no

    Good::

        stages:
          - id: compare
            name: Compare offers
            needs:
              - text: A total price that does not change later
                met: no
            barriers:
              - The set-up fee shows on the last page only
    """

    code = "J217"
    name = "unmet-need"
    summary = "a need met `no`, and no barrier or opportunity in the stage"
    severity = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem an unmet need."""
        del context
        if stage.barriers.items or stage.opportunities:
            return
        for index, need in enumerate(stage.needs.items):
            if need.met == "no":
                yield Problem(
                    ("needs", index, "met"),
                    f"“{shorten(need.text, _SHOWN)}” is not met in “{stage.name}”, and nothing "
                    "says why or what could be done.",
                    help="Add the barrier that stands in the way, or an opportunity.",
                )


def _missed(
    metrics: Iterable[Metric],
    path: tuple[str | int, ...],
    where: str,
    explaining: Iterable[Barrier] = (),
) -> Iterator[Problem]:
    explained = bool(list(explaining))
    for index, metric in enumerate(metrics):
        if metric.misses_target and not explained:
            yield Problem(
                (*path, index, "value"),
                f"The {metric.label} of {where} is {metric.value:g}, its target "
                f"{metric.target:g}, and no barrier says why.",
                help="Add the barrier that keeps it down, with the `touchpoint` where it stands.",
            )


def _stands_at(barrier: Barrier, touchpoint: str, name: str) -> bool:
    if barrier.touchpoint == touchpoint:
        return True
    words = f"-{slug(f'{barrier.text} {barrier.why or str()}')}-"
    return bool(name) and f"-{slug(name)}-" in words
