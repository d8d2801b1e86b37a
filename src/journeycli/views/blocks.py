"""Blocks: pieces of a picture that are laid out from (0, 0) and know their height."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.views.scene import Disc, Group, Rect, moved
from journeycli.views.wrap import Font, height, set_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.views.scene import Anchor, Item

BODY: Final = Font(13, 18)
STRONG: Final = Font(13, 18, 600)
VOICE: Final = Font(13, 18, 400, italic=True)
SMALL: Final = Font(11, 15)
SMALL_STRONG: Final = Font(11, 15, 600)
CHIP: Final = Font(12, 16, 600)
LABEL: Final = Font(13, 18, 600)
STAGE: Final = Font(15, 20, 700)
TITLE: Final = Font(30, 38, 700)
SUBTITLE: Final = Font(15, 22)
CAPS: Final = Font(10.5, 14, 700)
FIGURE: Final = Font(20, 24, 700)

GAP: Final = 8
"""Between two blocks below each other, in pixels."""


class Block(NamedTuple):
    """Items laid out from (0, 0), and the size that they take in pixels."""

    items: tuple[Item, ...]
    width: float
    height: float


EMPTY: Final = Block((), 0, 0)


def words(
    text: str,
    font: Font,
    width: float,
    fill: str = "ink",
    *,
    anchor: Anchor = "start",
    struck: bool = False,
) -> Block:
    """Set a text in a width; a middle or an end anchor counts within it."""
    x = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    found = set_text(text, font, width, fill, x=x, anchor=anchor, struck=struck)
    return Block((found,), width, height(found))


def tight(text: str, font: Font, room: float, fill: str = "ink", *, struck: bool = False) -> Block:
    """Set a text in a box that is as narrow as its lines, and at most `room` wide."""
    found = set_text(text, font, room, fill)
    wide = max(found.widths) + 0.01
    narrow = set_text(text, font, wide, fill, struck=struck)
    return Block((narrow,), wide, height(narrow))


def at(block: Block, x: float, y: float) -> tuple[Item, ...]:
    """Give a block's items at a place."""
    return tuple(moved(item, x, y) for item in block.items)


def stack(blocks: Iterable[Block], gap: float = GAP) -> Block:
    """Put blocks below each other."""
    items: list[Item] = []
    top, width = 0.0, 0.0
    for block in blocks:
        if not block.items:
            continue
        top += gap if items else 0
        items.extend(at(block, 0, top))
        top += block.height
        width = max(width, block.width)
    return Block(tuple(items), width, top)


def flow(
    blocks: Iterable[Block], width: float, gap: float = 6, row_gap: float | None = None
) -> Block:
    """Put blocks beside each other, in as many rows as they need."""
    items: list[Item] = []
    x = y = row = 0.0
    for block in blocks:
        if x and x + block.width > width:
            x, y, row = 0.0, y + row + (gap if row_gap is None else row_gap), 0.0
        items.extend(at(block, x, y))
        x += block.width + gap
        row = max(row, block.height)
    return Block(tuple(items), width, y + row)


def indented(mark: Iterable[Item], block: Block, indent: float) -> Block:
    """Put a mark, laid out from (0, 0), to the left of a block."""
    return Block((*mark, *at(block, indent, 0)), block.width + indent, block.height)


def bullet(block: Block, role: str) -> Block:
    """Put a point before a block."""
    return indented((Disc(3, 9, 2.25, fill=role),), block, BULLET)


BULLET: Final = 13
"""What a bullet takes from the width, in pixels."""


def padded(block: Block, x: float, y: float) -> Block:
    """Put room around a block."""
    return Block(at(block, x, y), block.width + 2 * x, block.height + 2 * y)


def card(
    block: Block,
    width: float,
    fill: str = "card",
    stroke: str | None = "line",
    *,
    pad: tuple[float, float] = (10, 8),
    dash: Sequence[float] = (),
    radius: float = 6,
) -> Block:
    """Put a frame around a block that was laid out for `width` less the room at its sides."""
    tall = block.height + 2 * pad[1]
    frame = Rect(0, 0, width, tall, fill=fill, stroke=stroke, radius=radius, dash=tuple(dash))
    return Block((Group((frame, *at(block, *pad)), kind="card"),), width, tall)


def told(block: Block, tooltip: str = "", link: str = "", name: str = "", kind: str = "") -> Block:
    """Give a block a tooltip, a link, a name or a kind."""
    group = Group(block.items, id=name, tooltip=tooltip, link=link, kind=kind)
    return Block((group,), block.width, block.height)


def pill(
    text: str, fill: str, ink: str, stroke: str | None = None, *, dash: Sequence[float] = ()
) -> Block:
    """Draw a badge around a short text."""
    font = Font(11, 16, 600)
    block = words(text, font, font.measure(text) + 0.01, ink)
    box = Rect(0, 0, block.width + 20, 24, fill=fill, stroke=stroke, radius=12, dash=tuple(dash))
    return Block((Group((box, *at(block, 10, 4)), kind="chip"),), block.width + 20, 24)
