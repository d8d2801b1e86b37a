"""The funnel view: the share of customers that reaches each stage, and where the others leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.views.actions import percent
from journeycli.views.blocks import (
    BODY,
    EMPTY,
    FIGURE,
    SMALL,
    STRONG,
    Block,
    at,
    card,
    stack,
    told,
    words,
)
from journeycli.views.icons import icon
from journeycli.views.known import know
from journeycli.views.map.header import header
from journeycli.views.map.page import page
from journeycli.views.palettes import STAGES
from journeycli.views.reach import Leak, Reach, reach
from journeycli.views.scene import Disc, Group, Path, Rect, polygon
from journeycli.views.wording import numbered, worded

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.scene import Item, Scene
    from journeycli.views.sheet import Options

_NAME: Final = 216.0
_BAR: Final = 520.0
_LEAKS: Final = 400.0
_GAP: Final = 24.0
_TALL: Final = 56.0


def funnel_scene(
    journey: JourneyMap, known: Known | None = None, options: Options | None = None
) -> Scene:
    """Lay the funnel out, one row a stage."""
    known = known or know(journey)
    width = _NAME + _BAR + _LEAKS + 2 * _GAP
    if options is not None and options.width is not None:
        width = max(options.width - 80, width)
    bar = width - _NAME - _LEAKS - 2 * _GAP
    found = reach(journey)
    bare = options is not None and not options.framed
    head = EMPTY if bare else header(journey, known, width)
    rows = stack((_row(journey, found, number, bar) for number in range(len(found.shares))), 0)
    return page(
        journey, "funnel", _story(journey, found), head, _headline(journey, found, width), rows
    )


def _headline(journey: JourneyMap, found: Reach, width: float) -> Block:
    worst = found.worst
    if not found.known:
        text = "No shares are given: under a stage's next, say how many customers go each way."
        return card(words(text, BODY, width - 32, "soft"), width, "panel", "line", pad=(16, 12))
    if worst is None:
        return card(words("Nobody leaves on the way.", BODY, width - 32), width, pad=(16, 12))
    name = journey.stages[worst.stage].name
    share = percent(worst.share)
    text = worded("The worst leak is in {}: {} of all customers", name, share)
    parts = (
        words(text, STRONG, width - 64, "bad-text"),
        words(worst.why, BODY, width - 64, "bad-text"),
    )
    sign = (icon("barrier", 0, 1, 20, "bad-text", 1.5),)
    block = Block((*sign, *at(stack(parts, 2), 32, 0)), width - 32, stack(parts, 2).height)
    return card(block, width, "bad-tint", "bad-edge", pad=(16, 12), radius=10)


def _row(journey: JourneyMap, found: Reach, number: int, bar: float) -> Block:
    """Draw a stage: its name, its bar, and who leaves; a slope leads to the bar below."""
    stage, share = journey.stages[number], found.shares[number]
    name = stack(
        (
            words(numbered(number + 1, stage.name), STRONG, _NAME - 24),
            words(stage.duration or "", SMALL, _NAME - 24, "soft")
            if stage.duration
            else Block((), 0, 0),
        ),
        2,
    )
    leaks = stack((_leak(each, found) for each in found.leaks if each.stage == number), 8)
    tall = max(_TALL, name.height + 8, leaks.height + 8)
    below = 24.0 if number + 1 < len(found.shares) else 0.0
    items: list[Item] = [*at(name, 0, (tall - name.height) / 2)]
    items.extend(_bar(number, found, bar, tall, below))
    items.extend(at(leaks, _NAME + bar + 2 * _GAP, (tall - leaks.height) / 2))
    row = Block(tuple(items), _NAME + bar + 2 * _GAP + _LEAKS, tall + below)
    return told(row, worded("{}: reached by {}", stage.name, percent(share)), kind="row")


def _bar(number: int, found: Reach, bar: float, tall: float, below: float) -> list[Item]:
    share = found.shares[number]
    hue = f"stage-{number % STAGES}"
    middle = _NAME + _GAP + bar / 2
    wide = max(share * bar, 3.0)
    items: list[Item] = [Rect(middle - bar / 2, 0, bar, tall, fill="panel", radius=8)]
    if below:
        then = max(found.shares[number + 1] * bar, 3.0)
        slope = polygon(
            (middle - wide / 2, tall), (middle + wide / 2, tall),
            (middle + then / 2, tall + below), (middle - then / 2, tall + below),
        )  # fmt: skip
        items.append(Path(slope, fill="shade", under=True))
    items.append(Rect(middle - wide / 2, 0, wide, tall, fill=f"{hue}-fill", radius=4))
    inside = wide > 96  # noqa: PLR2004 - pixels that the figure needs
    label = words(percent(share), FIGURE, 88, "on" if inside else "ink", anchor="middle")
    x = middle - 44 if inside else middle + wide / 2 + 4
    items.extend(at(label, x, (tall - label.height) / 2))
    return items


def _leak(leak: Leak, found: Reach) -> Block:
    worst = leak == found.worst
    tone = "bad-text" if worst else "soft"
    head = f"−{percent(leak.share)}"
    if round(leak.share, 3) != round(leak.of_stage, 3):
        head += f" ({percent(leak.of_stage)} of those here)"
    parts = (words(head, STRONG, _LEAKS - 24, tone), words(leak.why, SMALL, _LEAKS - 24, tone))
    mark = Disc(6, 9, 5, fill="bad-fill" if worst else "rule")
    return Block((Group((mark,)), *at(stack(parts, 0), 22, 0)), _LEAKS, stack(parts, 0).height)


def _story(journey: JourneyMap, found: Reach) -> str:
    parts = [
        worded("{}: {}.", stage.name, percent(share))
        for stage, share in zip(journey.stages, found.shares, strict=True)
    ]
    worst = found.worst
    if worst is not None:
        name = journey.stages[worst.stage].name
        told_ = (name, percent(worst.share), worst.why)
        parts.append(worded("The worst leak is in {}: {}, {}.", *told_))
    return "The share of customers who reach each stage. " + " ".join(parts)
