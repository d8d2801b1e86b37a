"""The lane of the curve: grounds, lines, faces, and labels that keep clear of each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.views.actions import points as written
from journeycli.views.blocks import SMALL, SMALL_STRONG, at, words
from journeycli.views.curve import cut, smooth
from journeycli.views.icons import face, placed
from journeycli.views.palettes import LINES
from journeycli.views.scene import Group, Path, Text, horizontal
from journeycli.views.wording import worded
from journeycli.views.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.views.curve import Curve, Point
    from journeycli.views.scene import Item, Segment

SAYS: Final = "feeling of "
"""What the kind of a label's group begins with; the number of its stage in the row follows."""
MOST_LINES: Final = 36
"""How many lines differ in colour or in dashes; one more would look like the first."""
_FACE: Final = 12.0
_SMALL_FACE: Final = 8.0
_STROKE: Final = 28.0
_ROOM: Final = 36.0  # above the best and below the worst score, for labels
_DASHES: Final = ((), (7, 4), (2, 4), (9, 3, 2, 3), (4, 2), (1, 3))
_WIDEST_LABEL: Final = 104.0
_MOST_LINES: Final = 3
_NARROWEST_LABEL: Final = 40.0


class Frame(NamedTuple):
    """Where a curve is drawn.

    Attributes:
        lefts: The left edge of each stage's column, in pixels.
        width: Of a column.
        top: Of the lane.
        height: Of the lane, without what stands below the curve.

    """

    lefts: tuple[float, ...]
    width: float
    top: float
    height: float

    def x(self, point: Point) -> float:
        """Give where a point stands."""
        if self.has(point):
            return self.lefts[point.stage] + point.place * self.width
        step = self.lefts[1] - self.lefts[0] if len(self.lefts) > 1 else self.width
        return self.lefts[0] + point.stage * step + point.place * self.width

    def has(self, point: Point) -> bool:
        """Tell whether a point is in one of the columns; others lie in rows before and after."""
        return 0 <= point.stage < len(self.lefts)

    def y(self, score: float) -> float:
        """Give where a score stands."""
        room = self.height - 2 * _ROOM
        return self.top + _ROOM + (2 - score) / 4 * room


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Taken:
    """The room that is taken, in strips, so that what is far away is not asked."""

    def __init__(self) -> None:
        self._strips: defaultdict[int, list[_Box]] = defaultdict(list)

    def add(self, box: _Box) -> None:
        """Take the room of a box."""
        for strip in self._of(box):
            self._strips[strip].append(box)

    def hits(self, box: _Box) -> bool:
        """Tell whether a box would lie on one that is there."""
        near = (self._strips.get(strip, ()) for strip in self._of(box))
        return any(box.hits(other) for strip in near for other in strip)

    def _of(self, box: _Box) -> range:
        return range(int(box.left // _WIDEST_LABEL), int(box.right // _WIDEST_LABEL) + 1)


def curve_items(curves: Sequence[Curve], frame: Frame) -> Iterator[Item]:
    """Draw the lines below, then all faces, then the labels."""
    yield from _scale(frame)
    for number in range(len(curves) - 1, -1, -1):
        way = _line(curves[number].points, frame, alone=len(curves) == 1)
        wide = 3 if number == 0 else 2
        line = Path(way, stroke=line_role(number), line=wide, dash=line_dash(number))
        yield Group((line,), kind=line_kind(number) if way else "")
    main = tuple(filter(frame.has, curves[0].points))
    known = frozenset(main)
    others = [p for c in curves[1:] for p in c.points if frame.has(p) and p not in known]
    for point in (*others, *main):
        radius = _FACE if point in known else _SMALL_FACE
        drawn = placed(face(point.score, radius), frame.x(point), frame.y(point.score))
        head = (
            worded("{} ({})", point.feeling, written(point.score))
            if point.feeling
            else written(point.score)
        )
        yield Group((drawn,), tooltip=f"{head}\n{point.told}", kind="point")
    yield from _labels(main, others, frame, _samples(curves[0].points, frame))


def line_kind(number: int) -> str:
    """Give the kind of a line's group."""
    return f"line {number}"


def line_role(number: int) -> str:
    """Give the colour role of a line."""
    return f"line-{number % LINES}"


def line_dash(number: int) -> tuple[float, ...]:
    """Give the dashes of a line; colour is not all that tells lines apart."""
    return _DASHES[(number + number // LINES) % len(_DASHES)]


def _line(points: Sequence[Point], frame: Frame, *, alone: bool) -> tuple[Segment, ...]:
    """Draw a line through its points, from and to the edges where it goes on in other rows."""
    places = [(frame.x(p), frame.y(p.score)) for p in points]
    if len(places) == 1 and not alone:  # a stroke tells whose it is
        ((x, y),) = places
        places = [(x - _STROKE, y), (x + _STROKE, y)]
    path = smooth(places)
    if all(map(frame.has, points)):
        return path
    return cut(path, frame.lefts[0], frame.lefts[-1] + frame.width)


def _scale(frame: Frame) -> Iterator[Item]:
    left, right = frame.lefts[0], frame.lefts[-1] + frame.width
    for score in (2, 1, -1, -2):
        yield horizontal(left, frame.y(score), right - left, "line", 0.75, (1, 5))
    yield horizontal(left, frame.y(0), right - left, "rule", 1, (6, 5))
    for score in (2, 0, -2):
        yield from at(
            words(written(score), SMALL, 24, "faint", anchor="end"), left - 36, frame.y(score) - 7.5
        )


def _labels(
    points: Sequence[Point],
    others: Sequence[Point],
    frame: Frame,
    samples: Sequence[tuple[float, float]],
) -> Iterator[Group]:
    """Place a label near each face where nothing is in its way; else the steps tell it."""
    taken = _Taken()
    for x, y in ((frame.x(p), frame.y(p.score)) for p in (*points, *others)):
        taken.add(_Box(x - _FACE - 2, y - _FACE - 2, x + _FACE + 2, y + _FACE + 2))
    for point in sorted(points, key=lambda p: -abs(p.score)):
        if not point.feeling:
            continue
        found = _place(point, frame, taken, samples)
        if found is not None:
            text, box = found
            taken.add(box)
            yield Group((text,), kind=f"{SAYS}{point.stage}")


def _place(
    point: Point, frame: Frame, taken: _Taken, samples: Sequence[tuple[float, float]]
) -> tuple[Text, _Box] | None:
    x, y = frame.x(point), frame.y(point.score)
    best: tuple[float, Text, _Box] | None = None
    for room in (_WIDEST_LABEL, 76.0, 58.0):
        width = min(SMALL_STRONG.measure(point.feeling) + 1, room)
        if len(wrap(point.feeling, SMALL_STRONG, width)) > _MOST_LINES:
            continue
        if width < _NARROWEST_LABEL and room < _WIDEST_LABEL:
            continue
        block = words(point.feeling, SMALL_STRONG, width, _ink(point.score), anchor="middle")
        above = (-_FACE - 5 - block.height, _FACE + 5)
        offsets = above if point.score >= 0 else above[::-1]
        for rank, offset in enumerate(offsets):
            for shift in (0.0, -18.0, 18.0, -34.0, 34.0):
                left = min(
                    max(x + shift - width / 2, frame.lefts[0]),
                    frame.lefts[-1] + frame.width - width,
                )
                box = _Box(left - 2, y + offset, left + width + 2, y + offset + block.height)
                cost = (
                    _cost(box, frame, taken, samples)
                    + rank * 3
                    + abs(shift) / 12
                    + block.height / 15
                    + _leaving(box, point, frame) * _OUTSIDE
                )
                if "-" in "".join(line[-1:] for line in getattr(block.items[0], "lines", ())):
                    cost += 50
                if cost < _TOO_MUCH and (best is None or cost < best[0]):
                    (text,) = at(block, left, y + offset)
                    if isinstance(text, Text):
                        best = (cost, text, box)
    return (best[1], best[2]) if best else None


_TOO_MUCH: Final = 100.0
_ON_THE_LINE: Final = 16.0  # for each place of the line that a label covers
_OUTSIDE: Final = 2.0  # for each pixel that a label leaves its stage by


def _cost(box: _Box, frame: Frame, taken: _Taken, samples: Sequence[tuple[float, float]]) -> float:
    if box.top < frame.top + 2 or box.bottom > frame.top + frame.height - 2:
        return _TOO_MUCH
    if taken.hits(box):
        return _TOO_MUCH
    first = bisect_left(samples, (box.left, 0))
    last = bisect_left(samples, (box.right, 0))
    inside = sum(box.top - 1 < y < box.bottom + 1 for _, y in samples[first:last])
    return inside * _ON_THE_LINE


def _leaving(box: _Box, point: Point, frame: Frame) -> float:
    """Give how far a label leaves its stage's column, in pixels."""
    left = frame.lefts[point.stage]
    return max(left - box.left, 0) + max(box.right - left - frame.width, 0)


def _samples(points: Sequence[Point], frame: Frame) -> list[tuple[float, float]]:
    """Give places along the line, some three pixels apart."""
    path = smooth(sorted({(frame.x(p), frame.y(p.score)) for p in points}, key=lambda p: p[0]))
    found: list[tuple[float, float]] = []
    here = (0.0, 0.0)
    for op, numbers in path:
        if op == "C":
            (x1, y1, x2, y2, x3, y3), (x0, y0) = numbers, here
            count = max(int(max(x3 - x0, abs(y3 - y0)) / 4), 4)
            for step in range(count):
                t, u = step / count, 1 - step / count
                found.append(
                    (
                        u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                        u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
                    )
                )
        here = (numbers[-2], numbers[-1])
    return found


def _ink(score: float) -> str:
    return "good-text" if score > 0 else "bad-text" if score < 0 else "calm-text"
