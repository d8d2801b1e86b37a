"""The emotion curve: its points from a map, its smooth line, and places for its labels."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from journeycli.views.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import CustomerAction, Emotion
    from journeycli.views.scene import Segment


class Point(NamedTuple):
    """A point of the curve.

    Attributes:
        stage: The stage's number, from 0.
        place: Where in the stage it stands, from 0 (start) to 1 (end).
        score: From −2 to 2.
        feeling: The word for it, or nothing.
        told: What happened there.

    """

    stage: int
    place: float
    score: float
    feeling: str
    told: str


class Curve(NamedTuple):
    """One line: whose it is, and its points in order."""

    persona: str | None
    points: tuple[Point, ...]


def curves(journey: JourneyMap) -> tuple[Curve, ...]:
    """Give the line of each persona; one line for all where nothing is told apart.

    A line goes through every scored step in order and, where a stage has none, through the mean of
    its emotions. What names no persona is everyone's; but where a stage tells how a persona other
    than the main actor feels, that stands for the steps that name nobody.
    """
    personas = [each if isinstance(each, str) else each.id for each in journey.personas]
    lines: list[Curve] = []
    for order, persona in enumerate(personas or [None]):
        points = tuple(
            point
            for number, stage in enumerate(journey.stages)
            for point in _points(number, stage, persona, own_first=order > 0)
        )
        if points and all(points != line.points for line in lines):
            lines.append(Curve(persona, points))
    return tuple(lines)


def standing(points: Sequence[Point], numbers: range) -> range:
    """Say which points of a line stand in a row of stages, by their places in the line."""
    first, last = (
        bisect_left(points, number, key=lambda point: point.stage)
        for number in (numbers.start, numbers.stop)
    )
    return range(first, last)


def around(points: Sequence[Point], numbers: range) -> Sequence[Point]:
    """Give the points of a line that shape it in a row of stages: those in it, and some beside it.

    What `smooth` makes of them is the same there as what it makes of the whole line: its slope is
    0 where the line turns or lies flat, whatever came before, and three points farther on no
    longer matter.
    """
    here = standing(points, numbers)
    turn = min(here.start - 1, len(points) - 2)
    while turn > 0 and _goes_on(*points[turn - 1 : turn + 2]):
        turn -= 1
    return points[max(turn - 1, 0) : here.stop + 3]


def smooth(points: Sequence[tuple[float, float]]) -> tuple[Segment, ...]:
    """Give a curve through points of rising x that never overshoots (Fritsch, Carlson 1980)."""
    if not points:
        return ()
    slopes = _slopes(points)
    segments: list[Segment] = [("M", points[0])]
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        segments.append(
            (
                "C",
                (
                    x0 + third,
                    y0 + slopes[index] * third,
                    x1 - third,
                    y1 - slopes[index + 1] * third,
                    x1,
                    y1,
                ),
            )
        )
    return tuple(segments)


def cut(path: Sequence[Segment], left: float, right: float) -> tuple[Segment, ...]:
    """Give the part of a smooth curve between two places across."""
    found: list[Segment] = []
    (_, here), *pieces = path
    for op, numbers in pieces:
        there = numbers[4:]
        if here[0] < right and there[0] > left:
            wide = there[0] - here[0]  # x is even along a piece of `smooth`
            first, last = max((left - here[0]) / wide, 0.0), min((right - here[0]) / wide, 1.0)
            start, *rest = _part((*here, *numbers), first, last)
            found += [] if found else [("M", start)]
            found.append((op, numbers if (first, last) == (0, 1) else sum(rest, ())))
        here = there
    return tuple(found)


def _part(numbers: Sequence[float], first: float, last: float) -> Iterator[tuple[float, ...]]:
    """Give the four points of a part of a cubic, by its blossom (Ramshaw 1987)."""
    for a, b, c in ((first,) * 3, (first, first, last), (first, last, last), (last,) * 3):
        points = [numbers[at : at + 2] for at in range(0, 8, 2)]
        for t in (a, b, c):
            points = [
                (x0 + t * (x1 - x0), y0 + t * (y1 - y0)) for (x0, y0), (x1, y1) in pairwise(points)
            ]
        yield tuple(points[0])


def _goes_on(before: Point, here: Point, after: Point) -> bool:
    return (here.score - before.score) * (after.score - here.score) > 0


def _points(
    number: int, stage: Stage, persona: str | None, *, own_first: bool
) -> tuple[Point, ...]:
    scored = [step for step in stage.customer_actions if step.score is not None]
    felt = [each for each in stage.emotions if each.score is not None]
    if own_first:
        own_steps = [step for step in scored if step.persona == persona]
        own_felt = [each for each in felt if each.persona == persona]
        if own_steps or own_felt:
            return _steps(number, own_steps) or _mean(number, stage, own_felt)
    scored = [step for step in scored if step.persona in (None, persona)]
    felt = [each for each in felt if each.persona in (None, persona)]
    return _steps(number, scored) or _mean(number, stage, felt)


def _steps(number: int, steps: Sequence[CustomerAction]) -> tuple[Point, ...]:
    return tuple(
        Point(
            number,
            (index + 0.5) / len(steps),
            step.score or 0.0,
            step.feeling or "",
            f"{step.text}\n{worded('Trigger: {}', step.trigger)}" if step.trigger else step.text,
        )
        for index, step in enumerate(steps)
    )


def _mean(number: int, stage: Stage, felt: Sequence[Emotion]) -> tuple[Point, ...]:
    if not felt:
        return ()
    mean = fmean(each.score or 0.0 for each in felt)
    names = ", ".join(dict.fromkeys(each.feeling for each in felt if each.feeling))
    triggers = "\n".join(worded("Trigger: {}", each.trigger) for each in felt if each.trigger)
    return (Point(number, 0.5, mean, names, triggers or stage.name),)


def _slopes(points: Sequence[tuple[float, float]]) -> list[float]:
    rises = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if not rises:
        return [0.0]
    slopes = [rises[0], *((a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(rises)), rises[-1]]
    for index, rise in enumerate(rises):
        if not rise:
            slopes[index] = slopes[index + 1] = 0.0
            continue
        before, after = slopes[index] / rise, slopes[index + 1] / rise
        length = (before * before + after * after) ** 0.5
        if length > 3:  # noqa: PLR2004 - the circle within which the curve stays monotone
            slopes[index], slopes[index + 1] = 3 * before / length * rise, 3 * after / length * rise
    return slopes
