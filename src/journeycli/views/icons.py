"""Signs drawn with lines on a grid of 16 by 16: channels, marks, and the faces of the curve.

They stand in `icons.json`, written in a small language: `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and
`Z` as in SVG, `r x y width height radius` for a rectangle, `c x y radius` for a circle.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.views.scene import Disc, Group, moved, polygon
from journeycli.views.scene import Path as Line
from journeycli.views.themes import score_role

if TYPE_CHECKING:
    from journeycli.views.scene import Item, Segment

_DETAILED: Final = 9  # pixels; smaller faces have eyes and a mouth only
_ARC: Final = 0.5523  # control points of a quarter circle by a cubic curve
_ICONS: Final[dict[str, str]] = json.loads(
    Path(__file__).with_name("icons.json").read_text("utf-8")
)
ICON_NAMES: Final = frozenset(_ICONS)
"""Every sign there is."""


def icon(name: str, x: float, y: float, size: float, role: str, line: float = 1.25) -> Line:
    """Draw a sign in a square of `size` pixels whose upper left corner is (x, y)."""
    scale = size / 16
    segments = tuple(
        (op, tuple((x, y)[at % 2] + number * scale for at, number in enumerate(numbers)))
        for op, numbers in _segments(name if name in _ICONS else "other")
    )
    return Line(segments, stroke=role, line=line)


def face(score: float, radius: float, ring: str = "page") -> Group:
    """Draw a face around (0, 0) that looks as a score from −2 to 2 feels."""
    eye, mouth = 0.13 * radius, 0.5 * radius
    bend = 0.2 * radius * score
    middle = 0.34 * radius - 0.35 * bend
    smile: tuple[Segment, ...] = (
        ("M", (-mouth, middle)),
        (
            "C",
            (
                -0.45 * mouth,
                middle + bend * 1.35,
                0.45 * mouth,
                middle + bend * 1.35,
                mouth,
                middle,
            ),
        ),
    )
    items: list[Item] = [
        Disc(0, 0, radius, fill=score_role(score), stroke=ring, line=min(2.5, radius / 5)),
        Disc(-0.34 * radius, -0.2 * radius, eye, fill="on"),
        Disc(0.34 * radius, -0.2 * radius, eye, fill="on"),
    ]
    if score >= 2 and radius >= _DETAILED:  # noqa: PLR2004 - a laugh
        items.append(Line((*smile, ("Z", ())), fill="on", stroke="on", line=radius * 0.1))
    else:
        items.append(Line(smile, stroke="on", line=max(1.2, radius * 0.13)))
    if score <= -1.5 and radius >= _DETAILED:  # noqa: PLR2004 - angry brows
        for side in (-1, 1):
            brow: tuple[Segment, ...] = (
                ("M", (side * 0.58 * radius, -0.6 * radius)),
                ("L", (side * 0.2 * radius, -0.42 * radius)),
            )
            items.append(Line(brow, stroke="on", line=max(1.2, radius * 0.12)))
    return Group(tuple(items), kind="face")


def placed(item: Item, x: float, y: float) -> Item:
    """Put a drawing whose origin is (0, 0) at a place."""
    return moved(item, x, y)


def chevron(x: float, y: float, width: float, height: float, role: str, *, first: bool) -> Line:
    """Draw an arrow-shaped band that points right; only the first has a straight left end."""
    notch = min(14.0, height / 3)
    middle = y + height / 2
    points = [
        (x, y),
        (x + width, y),
        (x + width + notch, middle),
        (x + width, y + height),
        (x, y + height),
    ]
    if not first:
        points.append((x + notch, middle))
    return Line(polygon(*points), fill=role, under=True)


@cache
def _segments(name: str) -> tuple[Segment, ...]:
    words = _ICONS[name].replace("M", " M ").replace("L", " L ").replace("C", " C ").split()
    found: list[Segment] = []
    sizes = {"M": 2, "L": 2, "C": 6, "Z": 0, "r": 5, "c": 3}
    at = 0
    while at < len(words):
        op, count = words[at], sizes[words[at]]
        numbers = tuple(map(float, words[at + 1 : at + 1 + count]))
        at += 1 + count
        if op == "r":
            found.extend(_rounded(*numbers))
        elif op == "c":
            found.extend(
                _rounded(
                    numbers[0] - numbers[2],
                    numbers[1] - numbers[2],
                    *(2 * numbers[2],) * 2,
                    numbers[2],
                )
            )
        else:
            found.append((op, numbers))
    return tuple(found)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Segment, ...]:
    right, bottom, near = x + width, y + height, radius * (1 - _ARC)
    return (
        ("M", (x + radius, y)),
        ("L", (right - radius, y)),
        ("C", (right - near, y, right, y + near, right, y + radius)),
        ("L", (right, bottom - radius)),
        ("C", (right, bottom - near, right - near, bottom, right - radius, bottom)),
        ("L", (x + radius, bottom)),
        ("C", (x + near, bottom, x, bottom - near, x, bottom - radius)),
        ("L", (x, y + radius)),
        ("C", (x, y + near, x + near, y, x + radius, y)),
        ("Z", ()),
    )
