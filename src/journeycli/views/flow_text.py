"""What stands in the boxes of the flow, wrapped and measured."""

from __future__ import annotations

from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.chips import channels_of, name_of
from journeycli.views.isolates import directed
from journeycli.views.wording import worded
from journeycli.views.wrap import Font, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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


def cell_texts(known: Known, stage: Stage, key: str, *, leftwards: bool) -> list[str]:
    """Give what a stage has in a row: the customer's steps and contacts, or a department's acts.

    Args:
        known: What ids mean.
        stage: The stage.
        key: The row.
        leftwards: Whether the picture runs from right to left; its bullets then stand at the right.

    """
    point = partial(worded, "• {}", leftwards=leftwards)
    if key != CUSTOMER:
        return _company(stage, key[2:], point)
    steps = [point(step.text) for step in stage.customer_actions] or [stage.name]
    return [*steps, *_contacts(known, stage, leftwards=leftwards)]


def cell_lines(texts: Iterable[str], *, leftwards: bool) -> list[str]:
    """Wrap texts; what belongs to one begins below its first word."""
    lines: list[str] = []
    for text in texts:
        first, *more = wrap(text, TEXT, _ROOM)
        lines += directed((first, *(f"   {line}" for line in more)), leftwards=leftwards)
    return lines


def end_lines(way: Way, *, leftwards: bool) -> tuple[str, ...]:
    """Give how the journey ends, and for how many."""
    text = str(way.end)
    if way.share is not None:
        text = worded("{} ({})", text, percent(way.share))
    return directed(wrap(text, TEXT, _ROOM * 0.8), leftwards=leftwards)


def in_contact(stage: Stage) -> tuple[str, ...]:
    """Give the departments that act where the customer sees it, each once."""
    return tuple(
        dict.fromkeys(
            action.department
            for action in stage.company_actions
            if action.department and (action.layer == "frontstage" or action.touchpoint)
        )
    )


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


def _contacts(known: Known, stage: Stage, *, leftwards: bool) -> Iterator[str]:
    for each in stage.touchpoints:
        mark = "◆" if each.moment_of_truth else "◇"
        names = [
            name_of(known, each),
            *(known.channel(c).name for c in channels_of(known, each)[:1]),
        ]
        said = f"{mark} {{}} ({{}})" if len(names) > 1 else f"{mark} {{}}"
        yield worded(said, *names, leftwards=leftwards)


def _company(stage: Stage, department: str, point: Callable[[str], str]) -> list[str]:
    texts = [point(a.text) for a in stage.company_actions if a.department == department]
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
