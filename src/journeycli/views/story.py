"""The story of a map in words, for those who hear a picture instead of seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.text import counted, listed
from journeycli.views.actions import points
from journeycli.views.curve import curves
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.views.curve import Point
    from journeycli.views.known import Known


def story(journey: JourneyMap, known: Known) -> str:
    """Tell who goes where, how it feels, and what stands in the way."""
    people = [known.persona(p if isinstance(p, str) else p.id) or str(p) for p in journey.personas]
    count = counted(len(journey.stages), "stage")
    parts = [f"{'Future' if journey.state == 'future' else 'Current'} journey in {count}"]
    parts[0] += f" of {listed(people)}." if people else "."
    if journey.customer_goals:
        parts.append(f"Goal: {journey.customer_goals[0].text}.")
    parts += [_stage(number, stage) for number, stage in enumerate(journey.stages, 1)]
    lines = curves(journey)
    if lines:
        parts.append(_extremes(journey, lines[0].points))
    return clean(" ".join(parts))


def _extremes(journey: JourneyMap, line: Sequence[Point]) -> str:
    low, high = min(line, key=lambda p: p.score), max(line, key=lambda p: p.score)
    if len(line) == 1:
        return f"The only moment with a score is in {_moment(journey, low)}."
    if low.score == high.score:
        return f"All {len(line)} moments feel the same ({points(low.score)})."
    return f"The best moment is in {_moment(journey, high)}, the worst in {_moment(journey, low)}."


def _moment(journey: JourneyMap, point: Point) -> str:
    felt = f", {point.feeling}" if point.feeling else ""
    return f"{journey.stages[point.stage].name} ({points(point.score)}{felt})"


def _stage(number: int, stage: Stage) -> str:
    facts = []
    if stage.customer_actions:
        facts.append(stage.customer_actions[0].text)
    if stage.barriers:
        facts.append(f"barrier: {stage.barriers[0].text}")
    told = "; ".join(facts)
    return f"{number}. {stage.name}{f': {told}' if told else ''}."
