"""Cells of touchpoints: chips with the icon of their channel, and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.views.actions import points
from journeycli.views.blocks import (
    CHIP,
    EMPTY,
    SMALL,
    Block,
    at,
    card,
    indented,
    tight,
    told,
    words,
)
from journeycli.views.icons import icon
from journeycli.views.known import readable
from journeycli.views.scene import Group, Image, Rect
from journeycli.views.wording import joined, worded

if TYPE_CHECKING:
    from journeycli.model.stage import Stage
    from journeycli.model.touchpoints import Touchpoint
    from journeycli.views.cells import Column
    from journeycli.views.known import Known, Shown
    from journeycli.views.scene import Item

MOMENT_CHIP: Final = "chip of a moment of truth"
"""The kind of the sign of a moment of truth in a chip."""
_ICON = 14.0
_PAD = 9.0
_FRAME = 6.0
_TALLEST = 0.8  # of the width
DASHES: Final[dict[str, tuple[float, ...]]] = {"planned": (5, 3), "wanted": (2, 3)}
"""The outline of a touchpoint that is not there yet, by its status."""


def chip(column: Column, touchpoint: Touchpoint) -> Block:
    """Draw a touchpoint.

    A planned or wanted one has a dashed outline and says so, a retiring one is crossed out, and a
    moment of truth is filled and carries a diamond.
    """
    status = touchpoint.status or "existing"
    moment = touchpoint.moment_of_truth
    ink = "on" if moment else column.role("text")
    fill = column.role("fill") if moment else "card" if status in DASHES else column.role("tint")
    name = name_of(column.known, touchpoint)
    room = column.width - 2 * _PAD - _ICON - 6 - (_ICON + 2 if moment else 0)
    text = tight(name, CHIP, room, ink, struck=status == "retiring")
    wide = text.width
    signs: list[Item] = [icon(channel_icon(column.known, touchpoint), _PAD, 6, _ICON, ink)]
    width = 2 * _PAD + _ICON + 6 + wide
    if moment:
        signs.append(Group((icon("moment", width, 6, _ICON, ink),), kind=MOMENT_CHIP))
        width += _ICON + 2
    edge = "text" if status in DASHES else "fill" if moment else "edge"
    box = Rect(
        0, 0, width, text.height + 10, fill=fill, stroke=column.role(edge),
        radius=min(13, (text.height + 10) / 2), dash=DASHES.get(status, ()), line=1.25,
    )  # fmt: skip
    drawn = Block((box, *signs, *at(text, _PAD + _ICON + 6, 5)), width, text.height + 10)
    whole = told(drawn, _tooltip(column.known, touchpoint, name), kind="chip")
    return told(whole, kind=status)


def picture(column: Column, shown: Shown) -> Block:
    """Draw a picture with its text below; where it was not taken in, a frame with the text."""
    if shown.drawn is None:
        mark = (icon("image", 0, 0, 16, "soft"),)
        block = indented(mark, words(shown.text, SMALL, column.width - 44, "soft"), 24)
        return told(card(block, column.width, "shade", "line"), shown.src)
    room = column.width - 2 * _FRAME
    scale = min(room / shown.drawn.width, _TALLEST * room / shown.drawn.height)
    width, height = shown.drawn.width * scale, shown.drawn.height * scale
    text = words(shown.text, SMALL, room - 8, "soft")
    drawn = (
        Rect(0, 0, column.width, height + text.height + 3 * _FRAME + 2, fill="card", stroke="line",
             radius=6),
        Image((column.width - width) / 2, _FRAME, width, height, shown.drawn.data, shown.text),
        *at(text, _FRAME + 4, height + 2 * _FRAME),
    )  # fmt: skip
    block = Block(drawn, column.width, height + text.height + 3 * _FRAME + 2)
    return told(block, shown.text, kind="picture")


def pictures(column: Column, stage: Stage) -> list[Block]:
    """Draw the pictures of a stage's touchpoints."""
    return [picture(column, each) for each in column.known.pictures.get(stage.id, ())] or [EMPTY]


def name_of(known: Known, touchpoint: Touchpoint) -> str:
    """Give a touchpoint's name, through its reference where it has none of its own."""
    if touchpoint.name:
        return touchpoint.name
    found = known.touchpoints.get(touchpoint.effective_id)
    return (found.name if found else None) or readable(touchpoint.effective_id)


def channels_of(known: Known, touchpoint: Touchpoint) -> tuple[str, ...]:
    """Give a touchpoint's channels, through its reference where it has none of its own."""
    if touchpoint.channel:
        return touchpoint.channel
    found = known.touchpoints.get(touchpoint.effective_id)
    return found.channel if found else ()


def channel_icon(known: Known, touchpoint: Touchpoint) -> str:
    """Give the icon of a touchpoint's first channel."""
    channels = channels_of(known, touchpoint)
    return known.channel(channels[0]).icon if channels else "other"


def _tooltip(known: Known, touchpoint: Touchpoint, name: str) -> str:
    channels = joined(", ", [known.channel(each).name for each in channels_of(known, touchpoint)])
    lines = [worded("{} ({})", name, channels) if channels else name]
    if touchpoint.department:
        lines.append(worded("Department: {}", known.department(touchpoint.department)))
    if touchpoint.status and touchpoint.status != "existing":
        lines.append(f"Status: {touchpoint.status}")
    if touchpoint.moment_of_truth:
        lines.append("Moment of truth")
    if touchpoint.expected is not None:
        lines.append(f"Expected: {points(touchpoint.expected)}")
    opinion = touchpoint.opinion
    if opinion is not None:
        felt = (("before", opinion.before), ("during", opinion.during), ("after", opinion.after))
        lines.append("Opinion: " + ", ".join(f"{w} {points(s)}" for w, s in felt if s is not None))
    return "\n".join(lines)
