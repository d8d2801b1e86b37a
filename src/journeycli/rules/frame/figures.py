"""Needs and metrics: whether the stage gives people what they came for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.register import known
from journeycli.rules.base import MapRule, StageRule
from journeycli.rules.wording import speaks_of
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journeycli.model import Barrier, JourneyMap, KnownTouchpoint, Metric, Stage
    from journeycli.rules.context import MapContext, StageContext

_SHOWN = 50  # cells of a need in a message


class UnmeasuredMap(StageRule):
    """A measured map with a stage that has no figure.

    What:
        The map says `maturity: measured`, and a stage has no metric with a `value` and a `date`,
        of its own or on one of its touchpoints. `metrics: {none: why}` is an answer.

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
        if context.map.journey.maturity != "measured" or stage.metrics.none:
            return
        metrics = [*stage.metrics.items]
        for touchpoint in stage.touchpoints.items:
            metrics += touchpoint.metrics.items
        if not any(each.value is not None and each.date is not None for each in metrics):
            yield Problem(
                ("metrics",),
                f"The map is called measured, and “{stage.name}” has no metric with a value and a "
                "date.",
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
        if not any(stage.barriers for stage in journey.stages):
            yield from _missed(journey.metrics, ("metrics",), "the whole journey")
        for index, stage in enumerate(journey.stages):
            path = ("stages", index)
            if not stage.barriers:
                yield from _missed(stage.metrics, (*path, "metrics"), f"“{stage.name}”")
            for number, touchpoint in enumerate(stage.touchpoints):
                there = known(touchpoint, context.touchpoints)
                below = (*path, "touchpoints", number, "metrics")
                unexplained = partial(_is_unexplained, stage.barriers, there)
                yield from _missed(touchpoint.metrics, below, f"“{there.name}”", unexplained)


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
    is_unexplained: Callable[[Metric], bool] = bool,
) -> Iterator[Problem]:
    for index, metric in enumerate(metrics):
        if metric.misses_target and is_unexplained(metric):
            unit = f" {metric.unit}" if metric.unit else ""
            name = f"“{metric.name}”" if metric.name else f"The {metric.kind}"
            yield Problem(
                (*path, index, "value"),
                f"{name} of {where} is {_figure(metric.value)}{unit}, its target "
                f"{_figure(metric.target)}{unit}, and no barrier says why.",
                help="Add the barrier behind it, with the `touchpoint` where it stands.",
            )


def _is_unexplained(barriers: Iterable[Barrier], there: KnownTouchpoint, metric: Metric) -> bool:
    """Tell whether no barrier stands at a touchpoint, or speaks of it or of the metric."""
    return not any(
        each.touchpoint == there.id
        or speaks_of(f"{each.text} {each.why or ''}", there.name)
        or speaks_of(f"{each.text} {each.why or ''}", metric.label)
        for each in barriers
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:,.10g}"
