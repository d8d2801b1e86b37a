"""Below the flow: what was handed over, letter by letter, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.views.blocks import (
    BODY,
    CAPS,
    SMALL,
    STRONG,
    Block,
    at,
    flow,
    indented,
    stack,
    told,
    words,
)
from journeycli.views.flow_text import handoff_letters, in_contact
from journeycli.views.scene import Path, Rect, horizontal, polygon
from journeycli.views.wrap import Font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.model.touchpoints import Handoff
    from journeycli.views.known import Known
    from journeycli.views.scene import Item

_ENTRY: Final = 340.0
_LETTER: Final = Font(11, 16, 700)
_DASH: Final = (5.0, 3.0)


def flow_legend(journey: JourneyMap, known: Known, width: float) -> Block:
    """Draw the legend of a flow."""
    room = min(_ENTRY, width)
    entries = [_handoff(known, letter, each, room) for letter, each in handoff_letters(journey)]
    signs = flow(_signs(journey), width, 24, 8)
    if not entries:
        return signs
    handoffs = stack((words("HANDOFFS", CAPS, width, "faint"), flow(entries, width, 24, 12)), 10)
    return stack((handoffs, signs), 24)


def _handoff(known: Known, letter: str, passed: Handoff, room: float) -> Block:
    title = known.passing(passed)
    text = [words(title, STRONG, room - 36)]
    if passed.what:
        text.append(words(passed.what, BODY, room - 36, "soft"))
    name = words(letter, _LETTER, 24, "on", anchor="middle")
    mark = (Rect(0, 0, 24, 18, fill="warn-fill", radius=9), *at(name, 0, 1))
    block = indented(mark, stack(text, 1), 36)
    return Block(told(block, title, kind="handoff").items, room, block.height)


def _signs(journey: JourneyMap) -> Iterator[Block]:
    touchpoints = [each for stage in journey.stages for each in stage.touchpoints]
    if not all(each.moment_of_truth for each in touchpoints):
        yield _sign((_diamond(None),), "Touchpoint", 20)
    if any(each.moment_of_truth for each in touchpoints):
        yield _sign((_diamond("ink"),), "Moment of truth", 20)
    leads_on = any(
        way.to is not None and way.to > number
        for number, out in enumerate(ways(journey))
        for way in out
    )
    if leads_on:
        yield _sign((horizontal(0, 8, 28, "curve", 3),), "Customers move on; thicker for more", 38)
    if any(map(in_contact, journey.stages)):
        yield _sign((horizontal(0, 8, 28, "faint", 1.25),), "In contact with the customer", 38)
    if any(stage.handoffs for stage in journey.stages):
        yield _sign((horizontal(0, 8, 28, "warn-line", 2, _DASH),), "Handoff", 38)


def _diamond(fill: str | None) -> Item:
    return Path(polygon((6, 2), (12, 8), (6, 14), (0, 8)), fill=fill, stroke="ink", line=1.25)


def _sign(mark: tuple[Item, ...], text: str, indent: float) -> Block:
    return indented(mark, words(text, SMALL, SMALL.measure(text) + 0.01, "soft"), indent)
