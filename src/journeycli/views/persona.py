"""The persona view: the persona on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.text import quoted
from journeycli.views.actions import percent
from journeycli.views.blocks import (
    BODY,
    CAPS,
    EMPTY,
    LABEL,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    Block,
    at,
    bullet,
    card,
    flow,
    indented,
    stack,
    tight,
    told,
    words,
)
from journeycli.views.fonts import is_rtl
from journeycli.views.icons import icon
from journeycli.views.known import ChannelLook, Known, readable
from journeycli.views.mirror import mirrored
from journeycli.views.scene import Disc, Image, Rect, Scene, horizontal
from journeycli.views.wording import joined, worded
from journeycli.views.wrap import Font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.persona import Persona
    from journeycli.views.scene import Item

_MARGIN: Final = 40.0
_WIDTH: Final = 1040.0
_SIDE: Final = 296.0
_GAP: Final = 24.0
_INITIALS: Final = Font(34, 40, 700)
_QUOTE: Final = Font(18, 27, 400, italic=True)
_SECTIONS: Final = (
    ("goals", "Goals", "goal", "stage-2"),
    ("needs", "Needs", "need", "stage-0"),
    ("motivations", "Motivations", "motivation", "stage-3"),
    ("frustrations", "Frustrations", "barrier", "bad"),
    ("behaviours", "Behaviours", "action", "stage-1"),
    ("deciding_factors", "What tips the scales", "value", "stage-5"),
    ("constraints", "Constraints", "inhibitor", "warn"),
    ("attracted_by", "Attracted by", "advertising", "stage-7"),
)


def persona_scene(persona: Persona, known: Known | None = None) -> Scene:
    """Lay a persona's card out."""
    side, main = _side(persona, known), _main(persona, known)
    tall = max(side.height, main.height)
    ground = Rect(0, 0, _SIDE, tall + 2 * _GAP, fill="panel", radius=16)
    items: list[Item] = [ground, *at(side, _GAP, _GAP)]
    items.extend(at(main, _SIDE + 32, _GAP))
    whole = Block(tuple(items), _WIDTH, tall + 2 * _GAP)
    scene = Scene(
        _WIDTH + 2 * _MARGIN,
        whole.height + 2 * _MARGIN,
        at(whole, _MARGIN, _MARGIN),
        f"{persona.id}-persona",
        persona.name,
        _story(persona),
    )
    return mirrored(scene) if is_rtl(persona.name) else scene


def initials(name: str) -> str:
    """Give the first letters of the first two words of a name that begin with a capital."""
    words_ = [w for w in name.split() if w[:1].isalnum()]
    capital = [
        w for w in words_ if w[:1].isupper() and w.lower() not in ("the", "a", "an")
    ] or words_
    return "".join(word[0] for word in capital[:2]).upper()


def _side(persona: Persona, known: Known | None) -> Block:
    room = _SIDE - 2 * _GAP
    parts = [_portrait(persona, known)]
    if persona.share is not None:
        parts.append(_share(persona.share, room))
    if persona.tech_confidence is not None:
        parts.append(_confidence(persona.tech_confidence, room))
    for title, traits in (("About", persona.demographics), ("Attitudes", persona.psychographics)):
        lines = [
            stack(
                (
                    words(readable(t.name), SMALL, room, "soft") if t.name else EMPTY,
                    words(t.text, BODY, room),
                ),
                0,
            )
            for t in traits
        ]
        if lines:
            parts.append(stack((words(title.upper(), CAPS, room, "faint"), *lines), 6))
    plain = (("Relationship", persona.relationship), ("First heard", persona.first_heard))
    for title, text in plain:
        if text:
            shown = readable(text) if title == "Relationship" else text
            parts.append(
                stack((words(title.upper(), CAPS, room, "faint"), words(shown, BODY, room)), 4)
            )
    if persona.channels:
        chips = flow((_channel(name, known, room) for name in persona.channels), room)
        parts.append(stack((words("CHANNELS", CAPS, room, "faint"), chips), 8))
    return stack(parts, 24)


def _portrait(persona: Persona, known: Known | None) -> Block:
    """Draw the persona's picture as a disc, or a disc with the first letters of its name."""
    drawn = known.portraits.get(persona.id) if known else None
    if drawn is not None:
        return Block((Image(0, 0, 96, 96, drawn.data, persona.name, round=True),), 96, 96)
    letters = words(initials(persona.name), _INITIALS, 96, "on", anchor="middle")
    return Block((Disc(48, 48, 48, fill="stage-0-fill"), *at(letters, 0, 28)), 96, 96)


def _main(persona: Persona, known: Known | None) -> Block:
    room = _WIDTH - _SIDE - 32
    role = joined(" · ", (persona.role, persona.organisation))
    head = [words(persona.name, TITLE, room)]
    if role:
        head.append(words(role, SUBTITLE, room, "soft"))
    parts = [stack(head, 2)]
    if persona.quote:
        quote = words(quoted(persona.quote), _QUOTE, room - 24, "stage-0-text")
        bar = Rect(0, 2, 4, quote.height - 4, fill="stage-0-fill", radius=2)
        parts.append(indented((bar,), quote, 24))
    if persona.summary:
        parts.append(words(persona.summary, SUBTITLE, room))
    parts.append(_sections(persona, room))
    if persona.evidence:
        names = [known.source(name)[0] if known else readable(name) for name in persona.evidence]
        line = Block((horizontal(0, 0, room, "line"),), room, 1)
        parts.append(
            stack(
                (line, words(worded("Known from: {}", joined("; ", names)), SMALL, room, "soft")),
                10,
            )
        )
    return stack(parts, 24)


def _sections(persona: Persona, room: float) -> Block:
    """Lay the lists out in two columns, each below the shorter one."""
    wide = (room - 16) / 2
    columns: tuple[list[Block], list[Block]] = ([], [])
    heights = [0.0, 0.0]
    for block in _lists(persona, wide):
        shorter = 0 if heights[0] <= heights[1] else 1
        columns[shorter].append(block)
        heights[shorter] += block.height + 16
    left, right = (stack(column, 16) for column in columns)
    items = (*left.items, *at(right, wide + 16, 0))
    return Block(items, room, max(left.height, right.height)) if items else EMPTY


def _lists(persona: Persona, wide: float) -> Iterator[Block]:
    for key, title, sign, hue in _SECTIONS:
        said = getattr(persona, key)
        if not said:
            continue
        room = wide - 32
        head = indented(
            (icon(sign, 0, 1, 16, f"{hue}-text", 1.4),),
            words(title, LABEL, room - 24, f"{hue}-text"),
            24,
        )
        lines = [bullet(words(each.text, BODY, room - 13), f"{hue}-fill") for each in said]
        inner = stack((head, *lines), 8)
        yield card(inner, wide, f"{hue}-tint", f"{hue}-edge", pad=(16, 14), radius=10)


def _share(share: float, room: float) -> Block:
    bar = Block(
        (
            Rect(0, 0, room, 8, fill="line", radius=4),
            Rect(0, 0, max(share * room, 8), 8, fill="stage-0-fill", radius=4),
        ),
        room,
        8,
    )
    return stack((words(f"{percent(share)} of all customers", STRONG, room), bar), 6)


def _confidence(level: int, room: float) -> Block:
    dots = tuple(
        Disc(
            7 + 20 * at_,
            7,
            6,
            fill="stage-0-fill" if at_ < level else "card",
            stroke="stage-0-fill",
            line=1.5,
        )
        for at_ in range(5)
    )
    title = words("CONFIDENCE WITH TECHNOLOGY", CAPS, room, "faint")
    return told(stack((title, Block(dots, 100, 14)), 6), f"{level} of 5")


def _channel(name: str, known: Known | None, room: float) -> Block:
    look = known.channel(name) if known else ChannelLook(readable(name), name)
    text = tight(look.name, Font(12, 16, 600), room - 40, "calm-text")
    wide = text.width
    box = Rect(0, 0, wide + 38, text.height + 10, fill="card", stroke="calm-edge", radius=13)
    sign = icon(look.icon, 9, 6, 14, "calm-text")
    return told(Block((box, sign, *at(text, 29, 5)), wide + 38, text.height + 10), kind="chip")


def _story(persona: Persona) -> str:
    parts = [f"{persona.name}, {persona.role}." if persona.role else f"{persona.name}."]
    if persona.summary:
        parts.append(persona.summary)
    if persona.goals:
        parts.append("Goals: " + "; ".join(each.text for each in persona.goals) + ".")
    if persona.frustrations:
        parts.append("Frustrations: " + "; ".join(each.text for each in persona.frustrations) + ".")
    return " ".join(parts)
