"""The lanes of a map in their order, and what each takes from a stage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.text import closest
from journeycli.views import actions, chips, hurdles
from journeycli.views.blocks import flow, stack
from journeycli.views.cells import Cell, Column, answered, dash, quote, statement, voice
from journeycli.views.known import readable
from journeycli.views.sheet import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage


CURVE: Final = "emotions"


def lanes(journey: JourneyMap, asked: Sequence[str] = ()) -> tuple[Lane, ...]:
    """Give a map's lanes in order, or those asked for in the order asked.

    Raises:
        UserError: There is no such lane.

    """
    every = {lane.id: lane for lane in _all(journey)}
    if not asked:
        return tuple(every.values())
    for name in asked:
        if name not in every:
            near = closest(name, every)
            raise UserError(
                f"There is no lane {name}.",
                hint=f"Did you mean {near}?" if near else f"Lanes: {', '.join(every)}.",
            )
    return tuple(every[name] for name in dict.fromkeys(asked))


def lane_names() -> tuple[str, ...]:
    """Give the names of the lanes that every map can have."""
    return tuple(lane.id for lane in _FIXED_BEFORE + _FIXED_AFTER)


def _all(journey: JourneyMap) -> Iterable[Lane]:
    yield from _FIXED_BEFORE
    for own in journey.lanes:
        yield Lane(own.id, own.name or readable(own.id), "lane", partial(_own, own.id))
    yield from _FIXED_AFTER


def _statements(key: str, column: Column, stage: Stage) -> Cell:
    return Cell(answered(getattr(stage, key), partial(statement, column)))


def _needs(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.needs, partial(actions.need, column)))


def _customer_actions(column: Column, stage: Stage) -> Cell:
    block = answered(stage.customer_actions, partial(actions.customer_action, column))
    return Cell(block, column.role("tint") if stage.customer_actions else None)


def _touchpoints(column: Column, stage: Stage) -> Cell:
    if not stage.touchpoints:
        return Cell(answered(stage.touchpoints, partial(chips.chip, column)))
    return Cell(flow((chips.chip(column, each) for each in stage.touchpoints), column.width))


def _images(column: Column, stage: Stage) -> Cell:
    return Cell(stack(chips.pictures(column, stage.touchpoints.items)))


def _thoughts(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.thoughts, partial(voice, column)))


def _quotes(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.quotes, partial(quote, column)))


def _emotions(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.emotions, partial(actions.emotion, column), 4))


def _barriers(column: Column, stage: Stage) -> Cell:
    block = answered(stage.barriers, partial(hurdles.barrier, column))
    return Cell(block, "bad-tint" if stage.barriers else None)


def _opportunities(column: Column, stage: Stage) -> Cell:
    block = hurdles.chances(column, stage)
    settled = any(found.removals for found in stage.barriers) or stage.opportunities
    return Cell(block, "good-tint" if settled else None)


def _inhibitors(column: Column, stage: Stage) -> Cell:
    draw = partial(statement, column, fill="warn-text", mark="warn-fill")
    return Cell(answered(stage.inhibitors, draw), "warn-tint" if stage.inhibitors else None)


def _layer(layer: str, column: Column, stage: Stage) -> Cell:
    found = [each for each in stage.company_actions if (each.layer or "frontstage") == layer]
    if not found and stage.company_actions.state.startswith("none") and layer == "frontstage":
        return Cell(dash(stage.company_actions.none))
    return Cell(stack(actions.company_action(column, each) for each in found))


def _progression(key: str, column: Column, stage: Stage) -> Cell:
    return Cell(answered(getattr(stage, key), partial(actions.progression, column)))


def _handoffs(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.handoffs, partial(actions.handoff, column)))


def _metrics(column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.metrics, partial(hurdles.metric, column)))


def _own(name: str, column: Column, stage: Stage) -> Cell:
    return Cell(answered(stage.lane(name), partial(statement, column)))


def _plain(key: str, icon: str, title: str = "") -> Lane:
    return Lane(key, title or readable(key), icon, partial(_statements, key))


_FIXED_BEFORE: Final = (
    Lane("needs", "Needs", "need", _needs),
    Lane("customer_actions", "Customer actions", "action", _customer_actions),
    Lane("touchpoints", "Touchpoints", "touchpoint", _touchpoints),
    Lane("images", "Pictures", "image", _images),
    Lane("thoughts", "Thoughts", "thought", _thoughts),
    Lane("quotes", "Quotes", "quote", _quotes),
    Lane(CURVE, "Emotions", "emotion", _emotions),
    _plain("motivations", "motivation"),
    _plain("enablers", "enabler"),
    _plain("influences", "influence"),
    Lane("barriers", "Barriers", "barrier", _barriers),
    Lane("opportunities", "Opportunities", "opportunity", _opportunities),
    Lane("inhibitors", "Inhibitors", "inhibitor", _inhibitors),
    _plain("values", "value", "What matters"),
    Lane(
        "customer_progression",
        "How customers move on",
        "progress",
        partial(_progression, "customer_progression"),
    ),
    Lane(
        "company_progression",
        "How we move them on",
        "next",
        partial(_progression, "company_progression"),
    ),
    Lane("frontstage", "Frontstage", "frontstage", partial(_layer, "frontstage")),
    Lane("backstage", "Backstage", "backstage", partial(_layer, "backstage"), "Line of visibility"),
    Lane(
        "support", "Support", "support", partial(_layer, "support"), "Line of internal interaction"
    ),
    Lane("handoffs", "Handoffs", "handoff", _handoffs),
)
_FIXED_AFTER: Final = (Lane("metrics", "Metrics", "metric", _metrics),)
