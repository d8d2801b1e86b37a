"""The lanes of a map in their order, and what each takes from a stage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.text import closest
from journeycli.views import actions, chips, hurdles
from journeycli.views.blocks import flow, stack
from journeycli.views.cells import Cell, Column, answered, dash, quote, statement, voice
from journeycli.views.changes import compared
from journeycli.views.known import readable
from journeycli.views.sheet import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import Statement
    from journeycli.views.blocks import Block


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


def _answers(
    key: str, column: Column, stage: Stage, draw: Callable[..., Block], gap: float = 8
) -> Block:
    return answered(
        getattr(stage, key),
        partial(draw, column),
        gap,
        earlier=column.earlier(key),
        width=column.width,
    )


def _statements(key: str, column: Column, stage: Stage) -> Cell:
    return Cell(_answers(key, column, stage, statement))


def _said(key: str, draw: Callable[..., Block], gap: float, column: Column, stage: Stage) -> Cell:
    return Cell(_answers(key, column, stage, draw, gap))


def _grounded(
    key: str, draw: Callable[..., Block], tone: str, column: Column, stage: Stage
) -> Cell:
    block = _answers(key, column, stage, draw)
    return Cell(block, tone or column.role("tint") if getattr(stage, key) else None)


def _touchpoints(column: Column, stage: Stage) -> Cell:
    draw, earlier = partial(chips.chip, column), column.earlier("touchpoints")
    if not stage.touchpoints and not earlier:
        return Cell(answered(stage.touchpoints, draw))
    if earlier is None:
        return Cell(flow(map(draw, stage.touchpoints), column.width))
    return Cell(flow(compared(stage.touchpoints, earlier, draw, column.width), column.width))


def _images(column: Column, stage: Stage) -> Cell:
    return Cell(stack(chips.pictures(column, stage)))


def _felt(column: Column, stage: Stage) -> Cell:
    """Draw how the stage feels as a whole; one feeling alone is a label of the curve already."""
    block = _answers("emotions", column, stage, actions.emotion, 4)
    if column.several or column.comparing or len(stage.emotions) != 1:
        return Cell(block)
    (felt,) = stage.emotions
    is_point = felt.score is not None and all(s.score is None for s in stage.customer_actions)
    return Cell(block, feeling=(felt.feeling or "") if is_point else "")


def _opportunities(column: Column, stage: Stage) -> Cell:
    block = hurdles.chances(column, stage)
    settled = any(found.removals for found in stage.barriers) or stage.opportunities
    return Cell(block, "good-tint" if settled else None)


def _inhibitor(column: Column, said: Statement) -> Block:
    return statement(column, said, fill="warn-text", mark="warn-fill")


def _layer(layer: str, column: Column, stage: Stage) -> Cell:
    found = tuple(each for each in stage.company_actions if (each.layer or "frontstage") == layer)
    if not found and stage.company_actions.state.startswith("none") and layer == "frontstage":
        return Cell(dash(stage.company_actions.none))
    earlier = column.earlier("company_actions")
    if earlier is not None:
        earlier = tuple(each for each in earlier if (each.layer or "frontstage") == layer)
    draw = partial(actions.company_action, column)
    return Cell(answered(found, draw, earlier=earlier, width=column.width))


def _own(name: str, column: Column, stage: Stage) -> Cell:
    earlier = None
    if column.comparing:
        earlier = column.before.lane(name).items if column.before is not None else ()
    draw = partial(statement, column)
    return Cell(answered(stage.lane(name), draw, earlier=earlier, width=column.width))


def _plain(key: str, icon: str, title: str = "") -> Lane:
    return Lane(key, title or readable(key), icon, partial(_statements, key))


_FIXED_BEFORE: Final = (
    Lane("needs", "Needs", "need", partial(_said, "needs", actions.need, 8)),
    Lane(
        "customer_actions",
        "Customer actions",
        "action",
        partial(_grounded, "customer_actions", actions.customer_action, ""),
    ),
    Lane("touchpoints", "Touchpoints", "touchpoint", _touchpoints),
    Lane("images", "Pictures", "image", _images),
    Lane("thoughts", "Thoughts", "thought", partial(_said, "thoughts", voice, 8)),
    Lane("quotes", "Quotes", "quote", partial(_said, "quotes", quote, 8)),
    Lane(CURVE, "Emotions", "emotion", _felt),
    _plain("motivations", "motivation"),
    _plain("enablers", "enabler"),
    _plain("influences", "influence"),
    Lane(
        "barriers",
        "Barriers",
        "barrier",
        partial(_grounded, "barriers", hurdles.barrier, "bad-tint"),
    ),
    Lane("opportunities", "Opportunities", "opportunity", _opportunities),
    Lane(
        "inhibitors",
        "Inhibitors",
        "inhibitor",
        partial(_grounded, "inhibitors", _inhibitor, "warn-tint"),
    ),
    _plain("values", "value", "What matters"),
    Lane(
        "customer_progression",
        "How customers move on",
        "progress",
        partial(_said, "customer_progression", actions.progression, 8),
    ),
    Lane(
        "company_progression",
        "How we move them on",
        "next",
        partial(_said, "company_progression", actions.progression, 8),
    ),
    Lane("frontstage", "Frontstage", "frontstage", partial(_layer, "frontstage")),
    Lane("backstage", "Backstage", "backstage", partial(_layer, "backstage"), "Line of visibility"),
    Lane(
        "support", "Support", "support", partial(_layer, "support"), "Line of internal interaction"
    ),
    Lane("handoffs", "Handoffs", "handoff", partial(_said, "handoffs", actions.handoff, 8)),
)
_FIXED_AFTER: Final = (
    Lane("metrics", "Metrics", "metric", partial(_said, "metrics", hurdles.metric, 8)),
)
