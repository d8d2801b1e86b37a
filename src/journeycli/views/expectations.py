"""What customers expected of a touchpoint against what they felt, on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.views.actions import points
from journeycli.views.blocks import SMALL, STRONG, Block, at, card, stack, words
from journeycli.views.chips import channel_icon, name_of
from journeycli.views.icons import face, icon, placed
from journeycli.views.scene import Disc, Group, Path, horizontal, polyline

if TYPE_CHECKING:
    from journeycli.model.touchpoints import Touchpoint
    from journeycli.views.cells import Column
    from journeycli.views.scene import Item

MOMENT: Final = "moment of truth"
"""The kind of the sign of a moment of truth that stands alone."""
_TALL: Final = 26.0


def expectation(column: Column, touchpoint: Touchpoint) -> Block:
    """Draw a touchpoint with its expected and felt scores on a scale from −2 to 2."""
    room = column.width - 20
    name = words(name_of(column.known, touchpoint), STRONG, room - 40)
    signs: list[Item] = [
        icon(channel_icon(column.known, touchpoint), 0, 2, 14, column.role("text"))
    ]
    if touchpoint.moment_of_truth:
        sign = icon("moment", room - 14, 2, 14, column.role("text"), 1.5)
        signs.append(Group((sign,), kind=MOMENT))
    head = Block((*signs, *at(name, 20, 0)), room, name.height)
    expected, felt = touchpoint.expected, felt_score(touchpoint)
    parts = [head]
    if expected is not None or felt is not None:
        parts.append(_scale(room, expected, felt))
    notes = [f"expected {points(expected)}"] if expected is not None else []
    notes += [f"felt {points(felt)}"] if felt is not None else []
    if notes:
        disappointed = expected is not None and felt is not None and felt < expected
        text = ", ".join(notes)
        parts.append(words(text, SMALL, room, "bad-text" if disappointed else "soft"))
    return card(stack(parts, 4), column.width)


def felt_score(touchpoint: Touchpoint) -> float | None:
    """Give what customers think of a touchpoint afterwards, else while they use it."""
    opinion = touchpoint.opinion
    if opinion is None:
        return None
    return opinion.after if opinion.after is not None else opinion.during


def _scale(room: float, expected: float | None, felt: float | None) -> Block:
    left, right, middle = 8.0, room - 8, _TALL / 2
    items: list[Item] = [horizontal(left, middle, right - left, "rule", 1)]
    for score in range(-2, 3):
        x = left + (score + 2) / 4 * (right - left)
        tall = 5 if score == 0 else 3
        items.append(Path(polyline((x, middle - tall), (x, middle + tall)), stroke="rule", line=1))
    places = {s: left + (s + 2) / 4 * (right - left) for s in (expected, felt) if s is not None}
    if expected is not None and felt is not None and expected != felt:
        a, b = sorted((places[expected], places[felt]))
        role = "bad-fill" if felt < expected else "good-fill"
        items.append(horizontal(a, middle, b - a, role, 3))
    if expected is not None:
        items.append(Disc(places[expected], middle, 6, fill="card", stroke="ink", line=1.75))
    if felt is not None:
        items.append(placed(face(felt, 9, "card"), places[felt], middle))
    return Block(tuple(items), room, _TALL)
