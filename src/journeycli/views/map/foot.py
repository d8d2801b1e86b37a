"""Below the lanes: what the signs mean, and what the map is known from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.blocks import CAPS, SMALL, Block, flow, indented, stack, told, words
from journeycli.views.chips import DASHES, MOMENT_CHIP
from journeycli.views.emotion_lane import line_dash, line_kind, line_role
from journeycli.views.expectations import MOMENT
from journeycli.views.icons import icon
from journeycli.views.known import readable
from journeycli.views.scene import Rect, horizontal, kinds
from journeycli.views.wording import joined, worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeycli.model.evidence import Evidence
    from journeycli.model.journey import JourneyMap
    from journeycli.views.curve import Curve
    from journeycli.views.known import Known
    from journeycli.views.scene import Item


def foot(
    journey: JourneyMap, known: Known, width: float, drawn: Block, lines: Sequence[Curve] = ()
) -> Block:
    """Draw the legend of the signs that are drawn above it, and the map's sources.

    Args:
        journey: The map.
        known: What ids mean.
        width: How wide it may be.
        drawn: What is drawn above it.
        lines: The curves of personas that may be among it.

    """
    sources = [_source(each, width) for each in _used(journey, known)]
    parts = [legend(known, width, drawn, lines)]
    if sources:
        parts.append(
            stack((words("SOURCES", CAPS, width, "faint"), flow(sources, width, 20, 4)), 6)
        )
    return stack(parts, 16)


def legend(known: Known, width: float, drawn: Block, lines: Sequence[Curve] = ()) -> Block:
    """Draw what the lines and signs mean that are drawn above it; arguments as for `foot`."""
    seen = kinds(drawn.items)
    return flow((*_lines(known, lines, seen), *signs(seen)), width, 20, 8)


def _lines(known: Known, lines: Sequence[Curve], seen: Collection[str]) -> Iterator[Block]:
    for number, line in enumerate(lines):
        if len(lines) > 1 and line_kind(number) in seen:
            mark = horizontal(
                0, 8, 28, line_role(number), 3 if number == 0 else 2.25, line_dash(number)
            )
            yield _entry((mark,), known.persona(line.persona), 36)


def signs(seen: Collection[str]) -> Iterator[Block]:
    """Draw what the signs of touchpoints mean, of those kinds that are seen."""
    if MOMENT_CHIP in seen:
        ground = Rect(0, 0, 22, 16, fill="stage-0-fill", radius=8)
        yield _entry((ground, icon("moment", 5, 2, 12, "on")), "Moment of truth", 30)
    elif MOMENT in seen:
        yield _entry((icon("moment", 0, 1, 14, "stage-0-text", 1.5),), "Moment of truth", 22)
    for status, dash in DASHES.items():
        if status in seen:
            box = Rect(
                0, 1, 22, 14, fill="card", stroke="stage-0-text", radius=7, dash=dash, line=1.25
            )
            yield _entry((box,), f"{readable(status)} touchpoint", 30)


def _entry(mark: tuple[Item, ...], text: str, indent: float) -> Block:
    return indented(mark, words(text, SMALL, SMALL.measure(text) + 0.01, "soft"), indent)


def _used(journey: JourneyMap, known: Known) -> list[Evidence]:
    """Give the evidence that the map declares or names, in the order of its naming."""
    names = dict.fromkeys(each.id for each in journey.evidence)
    for stage in journey.stages:
        names |= dict.fromkeys(stage.evidence)
    return [known.evidence[name] for name in names if name in known.evidence]


def _source(each: Evidence, width: float) -> Block:
    sample = f"n = {each.sample:,}" if each.sample else ""
    facts = joined(", ", (readable(each.method), sample, str(each.date or "")))
    text = worded("{} ({})", each.title or readable(each.id), facts)
    room = min(SMALL.measure(text) + 0.01, width - 20)
    block = words(text, SMALL, room, "stage-0-text" if each.link else "soft")
    mark = (icon("evidence", 0, 1, 13, "faint", 1.1),)
    drawn = indented(mark, block, 18)
    return told(drawn, f"Opens {each.link}" if each.link else "", each.link or "")
