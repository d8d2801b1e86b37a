"""The emotions view: the curve alone and large, with triggers and expectations below it.

Several maps stand on one sheet: their stages side by side, matched by id, and a line for each.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeycli.views import actions
from journeycli.views.blocks import (
    BODY,
    EMPTY,
    Block,
    card,
    flow,
    indented,
    stack,
    told,
    words,
)
from journeycli.views.cells import Cell, Column
from journeycli.views.curve import curves
from journeycli.views.emotion_lane import line_dash, line_role
from journeycli.views.expectations import expectation
from journeycli.views.known import know
from journeycli.views.map.foot import foot, signs
from journeycli.views.map.header import header
from journeycli.views.map.page import page
from journeycli.views.scene import horizontal, kinds
from journeycli.views.sheet import Lane, Options, Sheet
from journeycli.views.story import story
from journeycli.views.union import lines_on, union
from journeycli.views.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.views.known import Known
    from journeycli.views.scene import Scene

_CURVE: Final = "emotions"
_TALL: Final = 400.0


def emotions_scene(
    journeys: Sequence[JourneyMap], known: Known | None = None, options: Options | None = None
) -> Scene:
    """Lay the curves of one map or of several out.

    Args:
        journeys: The maps; the first gives the title block.
        known: What ids mean.
        options: Width and rows.

    """
    first = journeys[0]
    known, options = known or know(first), options or Options()
    stages = union([journey.stages for journey in journeys])
    sheet = Sheet(stages, known, any(len(j.personas) > 1 for j in journeys), options, _TALL)
    lines = curves(first) if len(journeys) == 1 else tuple(lines_on(stages, journeys))
    shown = sheet.filled(tuple(_lanes(journeys)), lines, _CURVE)
    legend = _legend(journeys, sheet.inner) if len(journeys) > 1 else EMPTY
    told_ = " ".join(story(journey, known) for journey in journeys)
    drawn = sheet.drawn(shown)
    last = (
        foot(first, known, sheet.inner, drawn, lines)
        if len(journeys) == 1
        else flow(signs(kinds(drawn.items)), sheet.inner, 20, 8)
    )
    head = header(first, known, sheet.inner)
    empty = EMPTY if any(line.points for line in lines) else _nothing_yet(sheet.inner)
    return page(first, "emotions", told_, head, legend, empty, drawn, last)


def _nothing_yet(width: float) -> Block:
    text = "No feelings are scored: give a customer action or an emotion a score from −2 to +2."
    return card(words(text, BODY, width - 32, "soft"), width, "panel", "line", pad=(16, 12))


def _lanes(journeys: Sequence[JourneyMap]) -> Iterator[Lane]:
    yield Lane(_CURVE, "Emotions", "emotion", lambda _column, _stage: Cell())
    for journey in journeys:
        states = {each.state for each in journeys}
        note = _state(journey) if len(states) == len(journeys) else journey.title
        note = note if len(journeys) > 1 else ""
        own = {stage.id: stage for stage in journey.stages}
        yield Lane("triggers", "Triggers", "motivation", partial(_triggers, own), note=note)
        yield Lane(
            "expectations", "Expected and felt", "touchpoint", partial(_expected, own), note=note
        )


def _triggers(own: dict[str, Stage], column: Column, stage: Stage) -> Cell:
    here = own.get(stage.id)
    if here is None:
        return Cell()
    steps = [
        (step.feeling, step.score, step.trigger or step.text, step.persona or "")
        for step in here.customer_actions
        if step.score is not None or step.feeling
    ]
    whole = [
        (each.feeling, each.score, each.trigger or "", each.persona or "") for each in here.emotions
    ]
    return Cell(stack(_trigger(column, *each) for each in (*steps, *whole)))


def _trigger(
    column: Column, feeling: str | None, score: float | None, text: str, persona: str
) -> Block:
    whose = column.known.persona(persona) if column.several else ""
    felt = actions.feeling(feeling, score, column.width, whose)
    if not text:
        return felt
    return stack((felt, indented((), words(text, BODY, column.width - 18), 18)), 0)


def _expected(own: dict[str, Stage], column: Column, stage: Stage) -> Cell:
    here = own.get(stage.id)
    found = [
        each
        for each in (here.touchpoints if here else ())
        if each.moment_of_truth or each.expected is not None
    ]
    return Cell(stack(expectation(column, each) for each in found))


def _legend(journeys: Sequence[JourneyMap], width: float) -> Block:
    entries = []
    for number, journey in enumerate(journeys):
        mark = horizontal(
            0, 9, 32, line_role(number), 3 if number == 0 else 2.25, line_dash(number)
        )
        text = worded("{} ({})", journey.title, _state(journey).lower())
        wide = min(BODY.measure(text) + 0.01, width - 60)
        entries.append(told(indented((mark,), words(text, BODY, wide), 42), kind="legend"))
    return flow(entries, width, 32, 8)


def _state(journey: JourneyMap) -> str:
    return "Future state" if journey.state == "future" else "Current state"
