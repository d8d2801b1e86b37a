"""Which colours lie on which: read from pictures, as their readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.views.chips import DASHES
from journeycli.views.scene import Disc, Group, Path, Rect, Text, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.scene import Item, Scene

_LARGE, _LARGE_BOLD = 24.0, 18.66  # pixels: 18 points, and 14 where it is bold (WCAG 2.2)
_BOLD = 700


class Pair(NamedTuple):
    """A role upon another, and the least contrast that they need."""

    ink: str
    ground: str
    least: float


def pairs(scene: Scene) -> Iterator[Pair]:
    """Give each text with the ground that its middle lies on, and each drawn sign with its own.

    A sign is what says something without words: the lines of icons, curves and faces, and the
    outlines of touchpoints that are not there yet. Grounds, other outlines, bullets, scales and
    rules only order what is there.
    """
    below: list[Item] = [Rect(0, 0, scene.width, scene.height, fill="page")]
    for item in walk(scene.items):
        if isinstance(item, Text):
            x, y = item.left + max(item.widths) / 2, item.y - 0.3 * item.size
            large = item.size >= (_LARGE_BOLD if item.weight >= _BOLD else _LARGE)
            yield Pair(item.fill, _ground(below, x, y), 3.0 if large else 4.5)
        elif not isinstance(item, Group):
            yield from (Pair(role, _ground(below, *_middle(item)), 3.0) for role in _signs(item))
            if getattr(item, "fill", None):
                below.append(item)


def _signs(item: Item) -> Iterator[str]:
    match item:
        case Path(stroke=str(role)) if len(item.segments) > 2 and not item.under:
            yield role
        case Rect(stroke=str(role), dash=dash) if dash in DASHES.values():
            yield role


def _ground(below: list[Item], x: float, y: float) -> str:
    return next(str(getattr(i, "fill", "")) for i in reversed(below) if _covers(i, x, y))


def _covers(item: Item, x: float, y: float) -> bool:
    left, top, right, bottom = _box(item)
    return left <= x <= right and top <= y <= bottom


def _middle(item: Item) -> tuple[float, float]:
    left, top, right, bottom = _box(item)
    return (left + right) / 2, (top + bottom) / 2


def _box(item: Item) -> tuple[float, float, float, float]:
    match item:
        case Rect():
            return item.x, item.y, item.x + item.width, item.y + item.height
        case Disc():
            r = item.radius
            return item.x - r, item.y - r, item.x + r, item.y + r
        case Path():
            points = [numbers[-2:] for _, numbers in item.segments if numbers]
            xs, ys = zip(*points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
        case _:
            return 0, 0, 0, 0
