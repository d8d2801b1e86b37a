"""The service blueprint: what customers meet and do, and who does what beyond which line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeycli.views import actions, chips
from journeycli.views.blocks import flow, stack
from journeycli.views.cells import Cell, Column, answered
from journeycli.views.known import know
from journeycli.views.map.foot import foot
from journeycli.views.map.header import header
from journeycli.views.map.page import page
from journeycli.views.sheet import Lane, Options, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import CompanyAction
    from journeycli.views.known import Known
    from journeycli.views.scene import Scene

_LAYERS: Final = (
    ("frontstage", "Frontstage", "Line of interaction"),
    ("backstage", "Backstage", "Line of visibility"),
    ("support", "Support", "Line of internal interaction"),
)


def blueprint_scene(
    journey: JourneyMap, known: Known | None = None, options: Options | None = None
) -> Scene:
    """Lay the service blueprint out: a lane for each department on each side of the lines."""
    known, options = known or know(journey), options or Options()
    sheet = Sheet(journey.stages, known, len(journey.personas) > 1, options)
    drawn = sheet.drawn(sheet.filled(tuple(_lanes(journey, known)), (), ""))
    return page(
        journey,
        "blueprint",
        _story(journey, known),
        header(journey, known, sheet.inner),
        drawn,
        foot(journey, known, sheet.inner, drawn),
    )


def _lanes(journey: JourneyMap, known: Known) -> Iterator[Lane]:
    yield Lane("evidence", "Evidence of contact", "touchpoint", _evidence)
    yield Lane("customer", "Customer", "person", _customer)
    for layer, title, line in _LAYERS:
        for order, department in enumerate(_departments(journey, layer)):
            name = known.department(department) if department else "Nobody named"
            draw = partial(_actions, layer, department)
            yield Lane(layer, name, layer, draw, line if order == 0 else "", title)


def _departments(journey: JourneyMap, layer: str) -> tuple[str | None, ...]:
    """Give who acts on a layer, in the order of the map."""
    named = (
        action.department
        for stage in journey.stages
        for action in stage.company_actions
        if _layer(action) == layer
    )
    return tuple(dict.fromkeys(named))


def _layer(action: CompanyAction) -> str:
    return action.layer or ("frontstage" if action.touchpoint else "backstage")


def _evidence(column: Column, stage: Stage) -> Cell:
    if not stage.touchpoints:
        return Cell(answered(stage.touchpoints, partial(chips.chip, column)))
    return Cell(flow((chips.chip(column, each) for each in stage.touchpoints), column.width))


def _customer(column: Column, stage: Stage) -> Cell:
    block = answered(stage.customer_actions, partial(actions.customer_action, column))
    return Cell(block, column.role("tint") if stage.customer_actions else None)


def _actions(layer: str, department: str | None, column: Column, stage: Stage) -> Cell:
    steps = {step.id: step.text for step in stage.customer_actions if step.id}
    return Cell(
        stack(
            actions.company_action(column, each, meets=steps.get(each.answers or "", ""), by=False)
            for each in stage.company_actions
            if _layer(each) == layer and each.department == department
        )
    )


def _story(journey: JourneyMap, known: Known) -> str:
    parts = ["Service blueprint."]
    for layer, title, _ in _LAYERS:
        names = [known.department(each) or "nobody named" for each in _departments(journey, layer)]
        if names:
            parts.append(f"{title}: {', '.join(names)}.")
    return " ".join(parts)
