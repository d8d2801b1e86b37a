"""A planned journey against an actual one that names it, where the file does not say itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.interchange.cjml_journey import Journey, Point


def compared(journeys: Sequence[Journey]) -> list[Journey]:
    """Give the journeys, each actual one with what was ad hoc and what is missing.

    An actual journey that speaks of compliance itself, or shares no touchpoint's id with its plan,
    stays as it is.
    """
    plans = {each.id: each for each in journeys if each.planned and each.id}
    return [_against(each, plans.get(each.plan)) if not each.planned else each for each in journeys]


def _against(actual: Journey, plan: Journey | None) -> Journey:
    marked = actual._replace(points=tuple(map(_by_id, actual.points)))
    meant = {point.id for point in plan.points if point.id} if plan else set()
    happened = {point.id for point in actual.points if point.id}
    if plan is None or not meant & happened or any(point.compliance for point in actual.points):
        return marked
    points = [
        point if not point.id or point.id in meant else point._replace(compliance="adhoc")
        for point in marked.points
    ]
    missing: dict[str, list[Point]] = {}
    before = ""
    for point in plan.points:
        if point.id and point.id not in happened:
            missing.setdefault(before, []).append(point._replace(compliance="missing"))
        before = point.id if point.id in happened else before
    points = [*missing.pop("", ()), *points]
    points = [each for point in points for each in (point, *missing.pop(point.id, ()))]
    phases = {**actual.phases}
    for point in points:
        if point.phase in plan.phases:
            phases.setdefault(point.phase, plan.phases[point.phase])
    return actual._replace(points=tuple(points), phases=phases)


def _by_id(point: Point) -> Point:
    """Mark a deviation: tools give it an id with a D before its number."""
    deviates = point.id[:1] == "D" and point.id[1:].isdigit() and not point.compliance
    return point._replace(compliance="adhoc") if deviates else point
