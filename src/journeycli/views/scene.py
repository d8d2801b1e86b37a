"""A picture as pure data: shapes and measured text in pixels, y downwards, drawn in order.

Colours are roles (`ink`, `stage-2-tint`, …) that a theme turns into colours, so that one scene
serves every theme. Nothing here knows a file format.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterator

Anchor: TypeAlias = Literal["start", "middle", "end"]
Weight: TypeAlias = Literal[400, 600, 700]
Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""One step of a path: `M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`, absolute."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle.

    Attributes:
        x, y, width, height: Pixels.
        fill, stroke: Colour roles, or None.
        radius: Of its corners, in pixels.
        line: The outline's thickness in pixels.
        dash: Lengths of dashes and gaps in pixels; empty for a solid outline.

    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    radius: float = 0
    line: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around (x, y), measured as a rectangle is."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves.

    Attributes:
        segments: Its steps.
        fill, stroke, line, dash: As in a rectangle.
        under: Nothing but the page lies below it.

    """

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    line: float = 1
    dash: tuple[float, ...] = ()
    under: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text, measured and wrapped already.

    Attributes:
        x: Where each line starts, or its middle or end by `anchor`.
        y: The first line's baseline.
        lines: What is written.
        widths: The measured width of each line, in pixels.
        room: The width that it has: no line is wider.
        size: Of the font, in pixels.
        leading: From one baseline to the next, in pixels.
        fill: The colour role.
        weight, italic, anchor: How it is set.
        rtl: Whether it is written from right to left.
        struck: Whether it is crossed out.

    """

    x: float
    y: float
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    room: float
    size: float
    leading: float
    fill: str = "ink"
    weight: Weight = 400
    italic: bool = False
    anchor: Anchor = "start"
    rtl: bool = False
    struck: bool = False

    @property
    def top(self) -> float:
        """The upper edge of the first line."""
        return self.y - 0.96 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the last line."""
        return self.y + (len(self.lines) - 1) * self.leading + 0.26 * self.size

    @property
    def left(self) -> float:
        """The left edge of the widest line."""
        widest = max(self.widths, default=0)
        return self.x - {"start": 0.0, "middle": widest / 2, "end": widest}[self.anchor]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the picture.

    Attributes:
        x, y, width, height: Pixels.
        data: The whole of it, as a `data:` address.
        alt: What it shows.
        round: Whether only a circle of it is seen, which it then fills.

    """

    x: float
    y: float
    width: float
    height: float
    data: str
    alt: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together.

    Attributes:
        items: What is in it, in drawing order.
        id: A name that is unique in the scene; empty for none.
        tooltip: What a reader sees who points at it.
        link: Where it leads; http, https or mailto.
        kind: What it is, for tests and for reading aloud: `cell`, `chip`, `card`, …

    """

    items: tuple[Item, ...]
    id: str = ""
    tooltip: str = ""
    link: str = ""
    kind: str = ""


Item: TypeAlias = Rect | Disc | Path | Text | Image | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture.

    Attributes:
        width, height: Pixels.
        items: Everything in drawing order.
        id: A name for it, which starts every id inside.
        title: What it is.
        story: What it tells, in words.

    """

    width: float
    height: float
    items: tuple[Item, ...]
    id: str
    title: str
    story: str


def moved(item: Item, dx: float, dy: float) -> Item:
    """Give the same item elsewhere."""
    match item:
        case Rect(x, y, width, height, fill, stroke, radius, line, dash):
            return Rect(x + dx, y + dy, width, height, fill, stroke, radius, line, dash)
        case Disc(x, y, radius, fill, stroke, line):
            return Disc(x + dx, y + dy, radius, fill, stroke, line)
        case Text() | Image():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Path(segments, fill, stroke, line, dash, under):
            there = tuple([_moved(each, dx, dy) for each in segments])
            return Path(there, fill, stroke, line, dash, under)
        case Group(items, name, tooltip, link, kind):
            return Group(tuple([moved(each, dx, dy) for each in items]), name, tooltip, link, kind)
        case _:
            assert_never(item)


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Give every item, groups before what is in them."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def kinds(items: tuple[Item, ...]) -> frozenset[str]:
    """Give the kinds of everything that is drawn; a legend tells of nothing else."""
    groups = (item for item in walk(items) if isinstance(item, Group))
    return frozenset(group.kind for group in groups if group.kind)


def polygon(*points: tuple[float, float]) -> tuple[Segment, ...]:
    """Give the path through points and back."""
    return (*polyline(*points), ("Z", ()))


def polyline(*points: tuple[float, float]) -> tuple[Segment, ...]:
    """Give the path through points."""
    return tuple(("L" if index else "M", point) for index, point in enumerate(points))


def horizontal(
    x: float, y: float, width: float, role: str, line: float = 1, dash: tuple[float, ...] = ()
) -> Path:
    """Draw a level line."""
    return Path(polyline((x, y), (x + width, y)), stroke=role, line=line, dash=dash)


def _moved(segment: Segment, dx: float, dy: float) -> Segment:
    op, numbers = segment
    if len(numbers) == 2:  # noqa: PLR2004 - one point
        return op, (numbers[0] + dx, numbers[1] + dy)
    if not numbers:
        return segment
    x1, y1, x2, y2, x3, y3 = numbers
    return op, (x1 + dx, y1 + dy, x2 + dx, y2 + dy, x3 + dx, y3 + dy)
