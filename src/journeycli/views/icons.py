"""Signs drawn with lines on a grid of 16 by 16: channels, marks, and the faces of the curve.

They are written in a small language: `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and `Z` as in SVG,
`r x y width height radius` for a rectangle, `c x y radius` for a circle.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from journeycli.views.scene import Disc, Group, Path, moved, polygon
from journeycli.views.themes import score_role

if TYPE_CHECKING:
    from journeycli.views.scene import Item, Segment

_ARC: Final = 0.5523  # control points of a quarter circle by a cubic curve
_BUBBLE: Final = "M3 2.5 L13 2.5 C14 2.5 14.5 3 14.5 4 L14.5 9.5 C14.5 10.5 14 11 13 11 L7.5 11 L4.5 14 L4.5 11 L3 11 C2 11 1.5 10.5 1.5 9.5 L1.5 4 C1.5 3 2 2.5 3 2.5 Z"  # noqa: E501 - one path
_PERSON: Final = "c 8 5 2.8 M2.5 14 C2.5 11 5 9.5 8 9.5 C11 9.5 13.5 11 13.5 14"
_ICONS: Final = {
    "advertising": "M2 6.5 L5 6.5 L12 3 L12 13 L5 9.5 L2 9.5 Z M5 9.5 L6 13.5 L8 13.5 M14 6.5 L14 9.5",
    "search": "c 7 7 4.5 M10.3 10.3 L14 14",
    "press": "r 2 2.5 12 11 1 M4.5 5.5 L8 5.5 M4.5 8 L11.5 8 M4.5 10.5 L11.5 10.5 M10 5.5 L11.5 5.5",
    "social-media": "c 4 8 2 c 12 4 2 c 12 12 2 M5.8 7.1 L10.2 4.9 M5.8 8.9 L10.2 11.1",
    "website": "c 8 8 6.2 M1.8 8 L14.2 8 M8 1.8 C5 5 5 11 8 14.2 C11 11 11 5 8 1.8",
    "app": "r 4.2 1.5 7.6 13 1.5 M7.2 12.3 L8.8 12.3",
    "email": "r 1.5 3.2 13 9.6 1.2 M2 4.2 L8 9 L14 4.2",
    "sms": f"{_BUBBLE} M5 6.8 L5.1 6.8 M8 6.8 L8.1 6.8 M11 6.8 L11.1 6.8",
    "instant-messaging": f"{_BUBBLE} M4.5 5.5 L11.5 5.5 M4.5 8 L9 8",
    "live-chat": "M2.5 2 L9.5 2 L9.5 7.5 L5.5 7.5 L3.5 9.5 L3.5 7.5 L2.5 7.5 Z M11.5 5.5 L14 5.5 L14 11 L13 11 L13 13.2 L10.5 11 L7 11 L7 9.7",  # noqa: E501 - one path
    "chatbot": "r 2.5 5.5 11 8 1.5 M8 5.5 L8 2.5 c 8 2.2 0.7 M5.8 9 L5.8 9.8 M10.2 9 L10.2 9.8 M6.3 11.8 L9.7 11.8",  # noqa: E501 - one path
    "forum": "c 5 5 2 c 11 5 2 M1.5 12.5 C1.5 10 3 8.8 5 8.8 C7 8.8 8 10 8 12.5 C8 10 9 8.8 11 8.8 C13 8.8 14.5 10 14.5 12.5",  # noqa: E501 - one path
    "phone": "M4 2 L6.3 2 L7.5 5.2 L5.9 6.4 C6.6 8 8 9.4 9.6 10.1 L10.8 8.5 L14 9.7 L14 12 C14 13.2 13.2 14 12 14 C6.6 13.6 2.4 9.4 2 4 C2 2.8 2.8 2 4 2 Z",  # noqa: E501 - one path
    "self-service": "r 2 2.5 12 8.5 1 M6 14 L10 14 M8 11 L8 14 M6.5 5 L6.5 8.5 L9.5 6.8 Z",
    "store": "M2 6 L3.2 2.5 L12.8 2.5 L14 6 C14 8 11 8 11 6 C11 8 8 8 8 6 C8 8 5 8 5 6 C5 8 2 8 2 6 Z M3.2 8.2 L3.2 13.5 L12.8 13.5 L12.8 8.2 M6.5 13.5 L6.5 10.2 L9.5 10.2 L9.5 13.5",  # noqa: E501 - one path
    "meeting": "r 2 3 12 10.5 1.2 M2 6.3 L14 6.3 M5 1.8 L5 4 M11 1.8 L11 4 M6 10 L7.5 11.4 L10.3 8.6",
    "field-visit": "M1.5 4 L9.5 4 L9.5 11.5 L1.5 11.5 Z M9.5 6.5 L12.5 6.5 L14.5 9 L14.5 11.5 L9.5 11.5 c 4.5 12 1.5 c 11.8 12 1.5",  # noqa: E501 - one path
    "event": "M3 14 L3 2.5 L13 2.5 L10.8 5.5 L13 8.5 L3 8.5",
    "partner": "M1.5 6 L4.5 4 L8 5 L11.5 4 L14.5 6 L14.5 10 L12.5 10.5 L8.5 13.5 L3.5 10.5 L1.5 10 Z M8 5 L5.8 8 C6.8 9.2 8 8.8 9 7.5 L12.5 10.5",  # noqa: E501 - one path
    "marketplace": "M1.5 2.5 L3.5 2.5 L5 10.5 L12.5 10.5 L14 5 L4 5 c 6 13 0.9 c 11.5 13 0.9",
    "post": "M2 5.5 L8 2.2 L14 5.5 L14 12.5 L2 12.5 Z M2 5.5 L8 9.5 L14 5.5",
    "print": "M4.5 6 L4.5 2 L11.5 2 L11.5 6 M4.5 11.5 L2 11.5 L2 6 L14 6 L14 11.5 L11.5 11.5 M4.5 9.5 L11.5 9.5 L11.5 14 L4.5 14 Z",  # noqa: E501 - one path
    "document": "M3.5 1.8 L9.5 1.8 L12.5 4.8 L12.5 14.2 L3.5 14.2 Z M9.5 1.8 L9.5 4.8 L12.5 4.8 M5.8 8 L10.2 8 M5.8 10.8 L10.2 10.8",  # noqa: E501 - one path
    "in-product": "M8 1.8 L13.5 4.8 L13.5 11.2 L8 14.2 L2.5 11.2 L2.5 4.8 Z M2.5 4.8 L8 7.8 L13.5 4.8 M8 7.8 L8 14.2",
    "review-site": "M8 1.8 L9.9 5.9 L14.3 6.4 L11 9.4 L11.9 13.8 L8 11.6 L4.1 13.8 L5 9.4 L1.7 6.4 L6.1 5.9 Z",
    "word-of-mouth": "c 4.5 5 2.2 M1 13 C1 10.5 2.3 9.2 4.5 9.2 C6.7 9.2 8 10.5 8 13 M9.5 4 C10.5 5 10.5 7 9.5 8 M11.5 2.5 C13.5 4.5 13.5 7.5 11.5 9.5",  # noqa: E501 - one path
    "digital": "r 1.5 2.5 13 8.5 1.2 M5.5 13.8 L10.5 13.8 M8 11 L8 13.8",
    "voice": "M6 3.5 C6 0.8 10 0.8 10 3.5 L10 8 C10 10.7 6 10.7 6 8 Z M3.5 7.5 C3.5 13.5 12.5 13.5 12.5 7.5 M8 12 L8 14.2",  # noqa: E501 - one path
    "physical": "M8 14.2 C4.5 10.5 3 8.3 3 6.2 C3 0.5 13 0.5 13 6.2 C13 8.3 11.5 10.5 8 14.2 Z c 8 6.2 1.8",
    "social": "c 5.5 5.5 2.3 M1.5 13.5 C1.5 10.8 3 9.5 5.5 9.5 C8 9.5 9.5 10.8 9.5 13.5 M10 3.4 C12.5 3 13 7 10.6 7.6 M11.3 9.6 C13.3 10 14.5 11.2 14.5 13.5",  # noqa: E501 - one path
    "other": "c 8 8 5.5 c 8 8 1",
    "moment": "M8 1.5 L14.5 8 L8 14.5 L1.5 8 Z M8 5.5 L10.5 8 L8 10.5 L5.5 8 Z",
    "barrier": "M8 2 L14.5 13.5 L1.5 13.5 Z M8 6.5 L8 9.5 M8 11.6 L8 11.7",
    "removal": "c 8 8 6.2 M5.2 8.2 L7.2 10.2 L10.9 6",
    "opportunity": "M6 11.5 C6 9.5 3.5 8.8 3.5 6 C3.5 0.4 12.5 0.4 12.5 6 C12.5 8.8 10 9.5 10 11.5 Z M6.3 14 L9.7 14",
    "inhibitor": "c 8 8 6.2 M3.6 3.6 L12.4 12.4",
    "quote": "M3 10.5 C3 7 4 5 6.5 4 M3 10.5 C3 13 6.8 13 6.8 10.3 C6.8 8 4.6 7.6 3.6 8.6 M9 10.5 C9 7 10 5 12.5 4 M9 10.5 C9 13 12.8 13 12.8 10.3 C12.8 8 10.6 7.6 9.6 8.6",  # noqa: E501 - one path
    "thought": "M5 11 C1 11 1 6 4 5.5 C4 1.5 10 1 11 4.5 C15 4.5 15 11 11 11 Z M4.5 13.2 L4.6 13.2 M3 14.8 L3.1 14.8",
    "need": "M8 13.8 C2 9.5 1.8 7 1.8 5.6 C1.8 2 6.5 1.5 8 4.6 C9.5 1.5 14.2 2 14.2 5.6 C14.2 7 14 9.5 8 13.8 Z",
    "action": "M3 8 L13 8 M9 4 L13 8 L9 12",
    "touchpoint": "c 8 8 2.2 M8 1.5 L8 3.5 M8 12.5 L8 14.5 M1.5 8 L3.5 8 M12.5 8 L14.5 8 c 8 8 4.8",
    "image": "r 1.8 3 12.4 10 1.2 M2 11.5 L5.5 8 L8 10.5 L10.5 7.5 L14 11 c 5.5 6 0.9",
    "emotion": "c 8 8 6.2 M5.8 6.2 L5.8 6.8 M10.2 6.2 L10.2 6.8 M5.2 9.8 C6.5 11.8 9.5 11.8 10.8 9.8",
    "motivation": "M9 1.5 L3.5 9 L8 9 L7 14.5 L12.5 7 L8 7 Z",
    "enabler": "M8 14 L8 3 M3.5 7.5 L8 3 L12.5 7.5",
    "influence": "c 8 8 1.6 c 8 8 6.2 M8 1.8 L8 4 M8 12 L8 14.2",
    "value": "M4.5 2.5 L11.5 2.5 L14.5 6 L8 14 L1.5 6 Z M1.5 6 L14.5 6",
    "progress": "M2.5 3.5 L7 8 L2.5 12.5 M8.5 3.5 L13 8 L8.5 12.5",
    "frontstage": _PERSON,
    "backstage": "c 8 8 2.3 M8 1.5 L8 3.7 M8 12.3 L8 14.5 M1.5 8 L3.7 8 M12.3 8 L14.5 8 M3.4 3.4 L5 5 M11 11 L12.6 12.6 M12.6 3.4 L11 5 M5 11 L3.4 12.6",  # noqa: E501 - one path
    "support": "M2 4 C2 1.3 14 1.3 14 4 C14 6.7 2 6.7 2 4 Z M2 4 L2 12 C2 14.7 14 14.7 14 12 L14 4 M2 8 C2 10.7 14 10.7 14 8",
    "handoff": "M2 5.5 L12 5.5 M9.5 3 L12 5.5 L9.5 8 M14 10.5 L4 10.5 M6.5 8 L4 10.5 L6.5 13",
    "metric": "M2 14 L14 14 M4 11.5 L4 8.5 M8 11.5 L8 5 M12 11.5 L12 2",
    "lane": "M2 4 L14 4 M2 8 L14 8 M2 12 L9 12",
    "next": "M2.5 13.5 L2.5 8 L13 8 M9.5 4.5 L13 8 L9.5 11.5",
    "evidence": "r 3 2.5 10 11.5 1 M6 2.5 L6 1.5 L10 1.5 L10 2.5 M5.5 7 L7 8.5 L10.5 5.5 M5.5 11 L10.5 11",
    "person": _PERSON,
    "goal": "c 8 8 6.2 c 8 8 3 M8 8 L8.1 8",
    "clock": "c 8 8 6.2 M8 4.5 L8 8 L10.5 9.5",
}
ICON_NAMES: Final = frozenset(_ICONS)
"""Every sign there is."""


def icon(name: str, x: float, y: float, size: float, role: str, line: float = 1.25) -> Path:
    """Draw a sign in a square of `size` pixels whose upper left corner is (x, y)."""
    scale = size / 16
    segments = tuple(
        (op, tuple((x, y)[at % 2] + number * scale for at, number in enumerate(numbers)))
        for op, numbers in _segments(name if name in _ICONS else "other")
    )
    return Path(segments, stroke=role, line=line)


def face(score: float, radius: float, ring: str = "page") -> Group:
    """Draw a face around (0, 0) that looks as a score from −2 to 2 feels."""
    eye, mouth = 0.13 * radius, 0.5 * radius
    bend = 0.2 * radius * score
    middle = 0.34 * radius - 0.35 * bend
    smile: tuple[Segment, ...] = (
        ("M", (-mouth, middle)),
        ("C", (-0.45 * mouth, middle + bend * 1.35, 0.45 * mouth, middle + bend * 1.35, mouth, middle)),
    )
    items: list[Item] = [
        Disc(0, 0, radius, fill=score_role(score), stroke=ring, line=2.5),
        Disc(-0.34 * radius, -0.2 * radius, eye, fill="on"),
        Disc(0.34 * radius, -0.2 * radius, eye, fill="on"),
    ]
    if score >= 2:  # noqa: PLR2004 - a laugh
        items.append(Path((*smile, ("Z", ())), fill="on", stroke="on", line=radius * 0.1))
    else:
        items.append(Path(smile, stroke="on", line=max(1.2, radius * 0.13)))
    if score <= -1.5:  # noqa: PLR2004 - angry brows
        for side in (-1, 1):
            brow: tuple[Segment, ...] = (
                ("M", (side * 0.58 * radius, -0.6 * radius)),
                ("L", (side * 0.2 * radius, -0.42 * radius)),
            )
            items.append(Path(brow, stroke="on", line=max(1.2, radius * 0.12)))
    return Group(tuple(items), kind="face")


def placed(item: Item, x: float, y: float) -> Item:
    """Put a drawing whose origin is (0, 0) at a place."""
    return moved(item, x, y)


def chevron(x: float, y: float, width: float, height: float, role: str, *, first: bool) -> Path:
    """Draw an arrow-shaped band that points to the right; only the first has a straight left end."""
    notch = min(14.0, height / 3)
    middle = y + height / 2
    points = [(x, y), (x + width, y), (x + width + notch, middle), (x + width, y + height), (x, y + height)]
    if not first:
        points.append((x + notch, middle))
    return Path(polygon(*points), fill=role, under=True)


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
            found.extend(_rounded(numbers[0] - numbers[2], numbers[1] - numbers[2], *(2 * numbers[2],) * 2, numbers[2]))
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
