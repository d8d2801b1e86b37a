"""The lanes of a map: what each stage holds, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    from journeycli.model import Answer, Stage
    from journeycli.views.terminal.items import Items

Fill: TypeAlias = "Callable[[Stage, Items], Iterator[Text]]"


class Lane(NamedTuple):
    """A row of the map: its heading, and what stands in it at a stage."""

    title: str
    fill: Fill


def every_lane(items: Items) -> tuple[Lane, ...]:
    """Give all lanes in the order of the map, its own ones last."""
    own = (_own(each.id, each.name or each.id) for each in items.names.journey.lanes)
    return (*_LANES, *own)


def lanes(items: Items) -> tuple[Lane, ...]:
    """Give the lanes in which some stage has something, in the order of the map."""
    stages = items.names.journey.stages
    return tuple(
        lane
        for lane in every_lane(items)
        if any(next(lane.fill(stage, items), None) is not None for stage in stages)
    )


CURVE_AFTER = "Thoughts and quotes"
"""The emotion curve stands below this lane, or below the last one before it."""


def _answer(field: str, write: str) -> Fill:
    """Make what fills a lane from one field, with one function of `Items`."""

    def fill(stage: Stage, items: Items) -> Iterator[Text]:
        answer: Answer[object] | tuple[object, ...] = getattr(stage, field)
        yield from map(getattr(items, write), answer)
        reason = getattr(answer, "none", None)  # a plain list cannot say it
        if reason:
            yield items.nothing(reason)

    return fill


def _voices(stage: Stage, items: Items) -> Iterator[Text]:
    yield from map(items.quote, stage.thoughts)
    yield from map(items.quote, stage.quotes)
    if stage.thoughts.none:
        yield items.nothing(stage.thoughts.none)


def _layer(layer: str | None) -> Fill:
    def fill(stage: Stage, items: Items) -> Iterator[Text]:
        yield from (items.company_action(e) for e in stage.company_actions if e.layer == layer)
        if stage.company_actions.none and layer is None:
            yield items.nothing(stage.company_actions.none)

    return fill


def _ideas(stage: Stage, items: Items) -> Iterator[Text]:
    for barrier in stage.barriers:
        yield from map(items.measure, barrier.removals)
    yield from map(items.measure, stage.opportunities)


def _own(id_: str, name: str) -> Lane:
    def fill(stage: Stage, items: Items) -> Iterator[Text]:
        answer = stage.lane(id_)
        yield from map(items.statement, answer)
        if answer.none:
            yield items.nothing(answer.none)

    return Lane(name, fill)


_LANES = (
    Lane("Needs", _answer("needs", "need")),
    Lane("Customer actions", _answer("customer_actions", "step")),
    Lane("Touchpoints", _answer("touchpoints", "touchpoint")),
    Lane(CURVE_AFTER, _voices),
    Lane("Emotions", _answer("emotions", "emotion")),
    Lane("Motivations", _answer("motivations", "statement")),
    Lane("Influences", _answer("influences", "statement")),
    Lane("Values", _answer("values", "statement")),
    Lane("Enablers", _answer("enablers", "statement")),
    Lane("Inhibitors", _answer("inhibitors", "statement")),
    Lane("Barriers", _answer("barriers", "barrier")),
    Lane("What is done", _ideas),
    Lane("Frontstage", _layer("frontstage")),
    Lane("Backstage", _layer("backstage")),
    Lane("Support", _layer("support")),
    Lane("Company actions", _layer(None)),
    Lane("They move on", _answer("customer_progression", "progression")),
    Lane("We move them on", _answer("company_progression", "progression")),
    Lane("Handoffs", _answer("handoffs", "handoff")),
    Lane("Metrics", _answer("metrics", "metric")),
    Lane("Leads to", _answer("next", "way")),
)
