"""What stands in the boxes of the flow, wrapped and measured."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.chips import channels_of, name_of
from journeycli.views.wrap import Font, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.touchpoints import Handoff
    from journeycli.model.ways import Way
    from journeycli.views.known import Known

TEXT: Final = Font(13, 16)
"""How the text of boxes is set, in pixels."""
CUSTOMER: Final = "customer"
"""The row of the customer; a department's is `d:` and its id."""
TAKES_OVER: Final = "Takes over"
PASSES_ON: Final = "Passes on"
_ROOM: Final = 190.0  # pixels for the text of a box


def cell_texts(known: Known, stage: Stage, key: str) -> list[str]:
    """Give what a stage has in a row: the customer's steps and contacts, or a department's acts."""
    return _customer(known, stage) if key == CUSTOMER else _company(stage, key[2:])


def cell_lines(texts: Iterable[str]) -> list[str]:
    """Wrap texts; what belongs to one begins below its first word."""
    lines: list[str] = []
    for text in texts:
        first, *more = wrap(text, TEXT, _ROOM)
        lines += [first, *(f"   {line}" for line in more)]
    return lines


def end_lines(way: Way) -> tuple[str, ...]:
    """Give how the journey ends, and for how many."""
    text = f"{way.end} ({percent(way.share)})" if way.share is not None else str(way.end)
    return wrap(text, TEXT, _ROOM * 0.8)


def flow_story(journey: JourneyMap, known: Known) -> str:
    """Tell the ways through a map in words."""
    names = [stage.name for stage in journey.stages]
    parts = []
    for name, out in zip(names, ways(journey), strict=True):
        targets = [
            (names[way.to] if way.to is not None else way.end or "an end")
            + (f" ({percent(way.share)})" if way.share is not None else "")
            for way in out
        ]
        if targets:
            parts.append(f"{name} leads to {', '.join(targets)}.")
    for letter, passed in handoff_letters(journey):
        parts.append(
            f"Handoff {letter}: {known.department(passed.from_)} to {known.department(passed.to)}."
        )
    return " ".join(parts)


def _customer(known: Known, stage: Stage) -> list[str]:
    texts = [f"• {step.text}" for step in stage.customer_actions] or [stage.name]
    for each in stage.touchpoints:
        mark = "◆" if each.moment_of_truth else "◇"
        channels = ", ".join(known.channel(c).name for c in channels_of(known, each)[:1])
        name = name_of(known, each)
        texts.append(f"{mark} {name} ({channels})" if channels else f"{mark} {name}")
    return texts


def _company(stage: Stage, department: str) -> list[str]:
    texts = [f"• {a.text}" for a in stage.company_actions if a.department == department]
    if texts or not any(department in (p.from_, p.to) for p in stage.handoffs):
        return texts
    takes = any(department == p.to for p in stage.handoffs)
    return [TAKES_OVER if takes else PASSES_ON]


def only_passes(texts: Iterable[str]) -> bool:
    """Tell whether a department does nothing in a stage but take over or pass on."""
    return list(texts) in ([TAKES_OVER], [PASSES_ON])


def end_tone(journey: JourneyMap, number: int, out: Sequence[Way], end: Way) -> str:
    """Give the tone of an end: calm where the journey is over and no barrier is behind it.

    Args:
        journey: The map.
        number: The place of the stage, from 0.
        out: All ways out of the stage.
        end: The one that ends the journey.

    """
    entry = dict(zip(out, journey.stages[number].next, strict=False)).get(end)
    over = all(way.to is None for way in out)
    return "calm" if over and not (entry and entry.barrier) else "bad"


def handoff_letters(journey: JourneyMap) -> Iterator[tuple[str, Handoff]]:
    """Give every handoff with the letters that it goes by: from A to Z, then AA."""
    passed = [each for stage in journey.stages for each in stage.handoffs]
    for number, each in enumerate(passed):
        high, low = divmod(number, len(ascii_uppercase))
        yield (ascii_uppercase[high - 1] if high else "") + ascii_uppercase[low], each
