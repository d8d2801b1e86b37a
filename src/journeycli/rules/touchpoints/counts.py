"""J310 and J311: touchpoints against what is measured, and against what we say that we do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, StageRule
from journeycli.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from journeycli.model import JourneyMap, Metric, Stage
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.rules.placed import Placed

_KIND = "touchpoints-per-customer"
_SHOWN = 50  # cells of an action in a message
_MOST_NAMED = 3  # touchpoints in one message
_TOLERANCE = 0.5  # a mean that rounds to what is shown agrees with it


class TouchpointCount(MapRule):
    """Customers meet fewer touchpoints than the map shows, or more.

    What:
        The metric `touchpoints-per-customer` of the map or of a stage differs from the touchpoints
        that are shown there by more than half a touchpoint. On a map with paths it may lie
        anywhere between the shortest and the longest of them; where a stage's `next` has an
        `end`, the journey up to there counts as the shortest. A touchpoint that stands in several
        stages may be counted once or each time. Those that are `wanted` or `planned` are not
        counted, except on a future map.

    Why:
        Fewer means that customers leave before the end that the map shows; more means that they
        take steps that it does not show: calling again, asking twice.

    Bad::

        metrics:
          - {kind: touchpoints-per-customer, value: 2}
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

        metrics:
          - {kind: touchpoints-per-customer, value: 3.8}
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
    """

    code = "J310"
    name = "touchpoint-count"
    summary = "`touchpoints-per-customer` under or over what the map shows"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem for every such metric that does not fit."""
        measured = [journey.metrics, *(stage.metrics for stage in journey.stages)]
        if not any(each.kind == _KIND for metrics in measured for each in metrics):
            return
        there = [
            each for each in context.placed if journey.state == "future" or not each.is_thought_of
        ]
        if not there:
            return
        if routes := _routes(journey, context, there):
            whole = _Shown(min(each.least for each in routes), max(each.most for each in routes))
            yield from _misfits(journey.metrics, ("metrics",), whole, "this map")
        for place, stage in enumerate(journey.stages):
            shown = _shown(there, {place})
            if shown.most:
                path = ("stages", place, "metrics")
                yield from _misfits(stage.metrics, path, shown, f"“{stage.name}”")


class UnplacedAction(StageRule):
    """A company action that customers see, and no word where.

    What:
        A company action with `layer: frontstage` names no `touchpoint`, and neither does the
        customer action that it `answers`. A stage without touchpoints is not asked.

    Why:
        What customers see of us, they see somewhere. With the touchpoint, a blueprint shows which
        department stands behind it, and what else happens there.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Publishes a price table
                layer: frontstage
            touchpoints:
              - Price page

    Good::

        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Publishes a price table
                layer: frontstage
                touchpoint: price-page
            touchpoints:
              - Price page
    """

    code = "J311"
    name = "unplaced-action"
    summary = "a frontstage company action that names no touchpoint"
    severity = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem an action that customers see nowhere."""
        del context
        if not stage.touchpoints:
            return
        placed = {each.id for each in stage.customer_actions if each.touchpoint}
        ids = [f"`{each.effective_id}`" for each in stage.touchpoints if each.effective_id]
        for index, action in enumerate(stage.company_actions):
            if action.layer != "frontstage" or action.touchpoint or action.answers in placed:
                continue
            yield Problem(
                ("company_actions", index, "touchpoint"),
                f"Where do customers see this: “{shorten(action.text, _SHOWN)}”?",
                help=f"Add `touchpoint:` with its id, such as {listed(ids[:_MOST_NAMED], 'or')}.",
            )


class _Shown(NamedTuple):
    """How many touchpoints one customer meets by what is shown, at least and at most."""

    least: int
    most: int


def _routes(journey: JourneyMap, context: MapContext, there: Collection[Placed]) -> list[_Shown]:
    """Count along every path; without paths, along the whole map and up to the first way out."""
    if journey.paths:
        return [_shown(there, route.places) for route in context.routes if route.places]
    stages = range(len(journey.stages))
    exits = [place for place in stages if any(way.end for way in context.ways[place])]
    return [_shown(there, stages), *(_shown(there, stages[: place + 1]) for place in exits[:1])]


def _shown(there: Iterable[Placed], places: Collection[int]) -> _Shown:
    met = [each.id for each in there if each.path[1] in places]
    return _Shown(len(set(met)), len(met))


def _misfits(
    metrics: Iterable[Metric], path: tuple[str | int, ...], shown: _Shown, where: str
) -> Iterator[Problem]:
    for index, metric in enumerate(metrics):
        if metric.kind != _KIND or metric.value is None:
            continue
        met = f"Customers meet {metric.value:g} touchpoints on average"
        if metric.value < shown.least - _TOLERANCE:
            yield Problem(
                (*path, index, "value"),
                f"{met}, and {where} shows {'at least ' if shown.most > shown.least else ''}"
                f"{shown.least}: they leave early.",
                help="Show where they leave: a path that ends there, or an `end` under `next`.",
            )
        elif metric.value > shown.most + _TOLERANCE:
            yield Problem(
                (*path, index, "value"),
                f"{met}, and {where} shows {'at most ' if shown.most > shown.least else ''}"
                f"{shown.most}: they take too many steps.",
                help="Find the steps that are not shown, such as calling again, and add them.",
            )
