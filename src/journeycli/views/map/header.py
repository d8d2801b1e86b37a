"""The title block: what the map is, whose journey, how much of it is known and who keeps it."""

from __future__ import annotations

from itertools import zip_longest
from math import fsum
from typing import TYPE_CHECKING, Final, TypeAlias

from journeycli.views.blocks import (
    BODY,
    CAPS,
    EMPTY,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    Block,
    at,
    flow,
    indented,
    pill,
    stack,
    words,
)
from journeycli.views.icons import icon
from journeycli.views.known import readable
from journeycli.views.scene import Disc
from journeycli.views.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.scene import Item

_GAP: Final = 32.0
_INDENT: Final = 30.0
_PEOPLE: Final = 2  # below each other; more stand side by side
_NARROWEST_NAME: Final = 120.0
_NARROWEST_FACT: Final = 190.0
_WIDEST_FACT: Final = 280.0
_MATURITY: Final = {
    "hypothesis": ("Hypothesis", "warn-tint", "warn-text", "warn-edge", (4, 3)),
    "researched": ("Researched", "good-tint", "good-text", "good-edge", ()),
    "measured": ("Measured", "good-tint", "good-text", "good-edge", ()),
}


_Fact: TypeAlias = "tuple[str, str, float, list[tuple[str, str]]]"
"""Its heading, its icon, its share of the width, and pairs of strong and plain text."""


def header(journey: JourneyMap, known: Known, width: float) -> Block:
    """Draw the title block in a width."""
    badges = list(_badges(journey))
    beside = fsum(badge.width + 8 for badge in badges)
    roomy = width - beside - _GAP > width * 0.45
    room = width - beside - _GAP if roomy else width
    parts = [words(journey.title, TITLE, room)]
    if journey.summary:
        parts.append(words(journey.summary, SUBTITLE, room, "soft"))
    head = stack(parts, 4)
    if roomy:
        row = flow(badges, beside, 8)
        head = Block((*head.items, *at(row, width - beside + 8, 7)), width, head.height)
    else:
        head = stack((flow(badges, width, 8), head), 12)
    return stack((head, _facts(journey, known, width)), 24)


def _badges(journey: JourneyMap) -> Iterator[Block]:
    future = journey.state == "future"
    tone = "stage-5" if future else "calm"
    yield pill(
        "Future state" if future else "Current state",
        f"{tone}-tint",
        f"{tone}-text",
        f"{tone}-edge",
    )
    text, fill, ink, edge, dash = _MATURITY[journey.maturity]
    yield pill(text, fill, ink, edge, dash=dash)
    if journey.scope is not None and journey.scope.scale:
        yield pill(readable(journey.scope.scale), "calm-tint", "calm-text", "calm-edge")


def _facts(journey: JourneyMap, known: Known, width: float) -> Block:
    """Lay the facts out as columns, as many beside each other as have room."""
    facts = list(_fact_texts(journey, known))
    if not facts:
        return Block((), width, 0)
    total = fsum(weight for _, _, weight, _ in facts)
    shares = [(width - _GAP * (len(facts) - 1)) * weight / total for _, _, weight, _ in facts]
    most = [_WIDEST_FACT * weight for _, _, weight, _ in facts]
    shares = [min(pair) for pair in zip(shares, most, strict=True)]
    if min(shares) >= _NARROWEST_FACT * 0.8:
        items: list[Item] = []
        x, tall = 0.0, 0.0
        for fact, share in zip(facts, shares, strict=True):
            block = _fact(*fact, share)
            items.extend(at(block, x, 0))
            x, tall = x + share + _GAP, max(tall, block.height)
        return Block(tuple(items), width, tall)
    columns = max(int((width + _GAP) // (_NARROWEST_FACT + _GAP)), 1)
    share = (width - _GAP * (columns - 1)) / columns
    blocks = [_fact(*fact, share) for fact in facts]
    rows = [
        flow(
            (Block(b.items, share, b.height) for b in blocks[at_ : at_ + columns]), width + 1, _GAP
        )
        for at_ in range(0, len(blocks), columns)
    ]
    return stack(rows, 20)


def _fact_texts(journey: JourneyMap, known: Known) -> Iterator[_Fact]:
    people = [known.personas.get(p, p) if isinstance(p, str) else p for p in journey.personas]
    who = [(readable(p), "") if isinstance(p, str) else (p.name, p.role or "") for p in people]
    if who:
        yield "Persona" if len(who) == 1 else "Personas", "person", 1.2, who
    if journey.customer_goals:
        title = "Customer goal" if len(journey.customer_goals) == 1 else "Customer goals"
        yield title, "goal", 1.5, [("", goal.text) for goal in journey.customer_goals]
    if journey.scenario:
        yield "Scenario", "thought", 1.5, [("", journey.scenario)]
    if journey.scope is not None and (journey.scope.starts or journey.scope.ends):
        ends = (("From: {}", journey.scope.starts), ("To: {}", journey.scope.ends))
        yield "Scope", "progress", 1.2, [("", worded(word, text)) for word, text in ends if text]
    keepers: list[tuple[str, str]] = []
    if journey.owner is not None:
        department = known.department(journey.owner.department)
        keepers.append((journey.owner.name or department, department if journey.owner.name else ""))
    if journey.review is not None and journey.review.last:
        keepers.append(("", f"Reviewed {journey.review.last}"))
    if keepers:
        yield "Owner" if journey.owner else "Review", "clock", 0.9, keepers


def _fact(
    title: str, sign: str, _weight: float, lines: list[tuple[str, str]], width: float
) -> Block:
    room = width - _INDENT
    parts = [words(title.upper(), CAPS, room, "faint")]
    side_by_side = len(lines) > _PEOPLE and room >= 2 * _NARROWEST_NAME + _INDENT
    share = (room - _INDENT) / 2 if side_by_side else room
    entries = [_entry(strong, plain, share) for strong, plain in lines]
    if side_by_side:
        entries = [
            flow((Block(each.items, share, each.height) for each in pair), room + 1, _INDENT)
            for pair in zip_longest(entries[::2], entries[1::2], fillvalue=EMPTY)
        ]
    block = stack((*parts, *entries), 4)
    mark = (Disc(11, 8, 11, fill="shade"), icon(sign, 5, 2, 12, "soft", 1.2))
    return indented(mark, block, _INDENT)


def _entry(strong: str, plain: str, room: float) -> Block:
    parts = [words(strong, STRONG, room)] if strong else []
    if plain:
        font = SMALL if strong else BODY
        parts.append(words(plain, font, room, "soft" if strong else "ink"))
    return stack(parts, 0)
