"""Cells of what stands in the way and what is done about it; and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.actions import percent
from journeycli.views.blocks import (
    BODY,
    EMPTY,
    FIGURE,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Block,
    card,
    indented,
    stack,
    told,
    words,
)
from journeycli.views.cells import answered, dash, sources
from journeycli.views.icons import icon
from journeycli.views.known import readable
from journeycli.views.wording import joined, worded

if TYPE_CHECKING:
    from journeycli.model.barriers import Barrier, Measure
    from journeycli.model.evidence import Metric
    from journeycli.model.stage import Stage
    from journeycli.views.cells import Column

_MARK = 19.0
_INITIALS = frozenset({"nps", "csat", "ces"})
_SHARES = frozenset({"conversion", "drop-off"})


def barrier(column: Column, found: Barrier) -> Block:
    """Draw a barrier: red, with its severity and the share of customers who meet it."""
    room = column.width - _MARK
    heavy = found.severity in ("high", "critical")
    parts = [words(found.text, STRONG if heavy else BODY, room, "bad-text")]
    notes: list[str] = [found.severity] if found.severity else []
    if found.affects is not None:
        notes.append(f"affects {percent(found.affects)}")
    if column.several and found.persona:
        notes.append(column.known.persona(found.persona))
    if notes:
        parts.append(
            words(joined(" · ", notes), SMALL_STRONG if heavy else SMALL, room, "bad-text")
        )
    mark = (icon("barrier", 0, 2, 14, "bad-text", 1.5 if heavy else 1.25),)
    why = worded("Why: {}", found.why) if found.why else ""
    tooltip = "\n".join(filter(None, (why, sources(column, found.evidence))))
    return told(indented(mark, stack(parts, 2), _MARK), tooltip)


def chances(column: Column, stage: Stage) -> Block:
    """Draw what is done about barriers, and opportunities."""
    ideas = {id(each) for each in stage.opportunities}

    def draw(each: Measure) -> Block:
        return measure(column, each, "opportunity" if id(each) in ideas else "removal")

    found, earlier = _measures(stage), None
    if column.comparing:
        earlier = _measures(column.before) if column.before is not None else ()
    if found or earlier:
        return answered(found, draw, earlier=earlier, width=column.width)
    reasons = [b.removals.none for b in stage.barriers if b.removals.state == "none"]
    return dash(reasons[0]) if reasons else EMPTY


def _measures(stage: Stage) -> tuple[Measure, ...]:
    removals = (each for found in stage.barriers for each in found.removals)
    return (*removals, *stage.opportunities)


def measure(column: Column, each: Measure, sign: str) -> Block:
    """Draw something to be done: green, with who does it and how far it is."""
    room = column.width - _MARK
    dropped = each.status == "dropped"
    parts = [words(each.text, BODY, room, "good-text", struck=dropped)]
    notes = [column.known.department(each.department), each.status or ""]
    if each.status == "done" and each.done:
        notes[1] = f"done {each.done}"
    elif each.due:
        notes[1] = f"{each.status or 'due'} {each.due}".replace("due ", "by ")
    if any(notes):
        parts.append(words(joined(" · ", notes), SMALL, room, "good-text"))
    block = indented((icon(sign, 0, 2, 14, "good-text"),), stack(parts, 2), _MARK)
    worth = [
        f"{name}: {value} of 5"
        for name, value in (("Impact", each.impact), ("Effort", each.effort))
        if value
    ]
    return told(block, "\n".join(worth))


def metric(column: Column, figure: Metric) -> Block:
    """Draw a figure, and what it ought to be."""
    room = column.width - 20
    tone = "bad-text" if figure.misses_target else "ink"
    parts = [words(metric_name(figure), SMALL, room, "soft")]
    parts.append(words(value(figure, figure.value), FIGURE, room, tone))
    marks = (("target", figure.target), ("benchmark", figure.benchmark))
    notes = [f"{name} {value(figure, number)}" for name, number in marks if number is not None]
    if figure.misses_target:
        notes.insert(0, "misses")
    if notes:
        parts.append(
            words(
                " ".join(notes[:2]) if figure.misses_target else " · ".join(notes),
                SMALL,
                room,
                "soft",
            )
        )
    told_more = [figure.segment, f"n = {figure.sample:,}" if figure.sample else None]
    when = f"As of {figure.date}" if figure.date else None
    tooltip = "\n".join(filter(None, (*told_more, when, sources(column, figure.evidence))))
    return told(card(stack(parts, 0), column.width), tooltip)


def metric_name(figure: Metric) -> str:
    """Give what people call a figure."""
    label = figure.label
    return label.upper() if label in _INITIALS else figure.name or readable(label)


def value(figure: Metric, number: float | None) -> str:
    """Write a figure with its unit; shares of one as per cent."""
    if number is None:
        return "–"
    if figure.kind in _SHARES and not figure.unit and 0 <= number <= 1:
        return percent(number)
    text = f"{number:,.10g}".replace("-", "−")
    return f"{text} {figure.unit}" if figure.unit else text
