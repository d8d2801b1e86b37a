"""CJML 2.0 (the Customer Journey Modelling Language of SINTEF), in.

Each journey of the file is a map: planned ones, and actual ones, which one customer lived. A phase
is a stage; an end user is a persona, a service provider a department; a communication point is a
touchpoint with what either side does there. What did not go as planned, or did not happen, is a
barrier; what happened without being planned stands in a lane of its own. Where a file has both a
planned journey and an actual one that names it, and the actual one says nothing of compliance, the
two are compared by the ids of their touchpoints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeycli.errors import UserError
from journeycli.interchange import scores
from journeycli.interchange.cjml_compare import compared
from journeycli.interchange.cjml_journey import journeys
from journeycli.interchange.cjml_parts import DEVIATIONS, NOTES, Parts
from journeycli.interchange.draft import Asked, Draft, Remark, RemarkKind
from journeycli.interchange.ids import Ids
from journeycli.interchange.xml_tree import read_xml
from journeycli.source.limits import Limits
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.interchange.cjml_journey import Journey

_LANES: Final = {DEVIATIONS: "Deviations from the plan", NOTES: "Notes"}
_SHOWN: Final = 60
_MOST: Final = 500  # journeys of a file
_READ: Final = frozenset({
    "journeyid", "journeytitle", "plannedreference", "journeyphases", "journeyshortsummary",
    "journeylongsummary", "actors", "touchpoints", "journeyexperience",
})  # fmt: skip


def read(raw: bytes, asked: Asked) -> list[Draft]:
    """Read every journey of a file, each as a map.

    Raises:
        UserError: It is no XML, it declares entities, or it has no journey.

    """
    root, remarks = read_xml(raw)
    found = journeys(root)
    if not found:
        raise UserError(
            f"There is no CJML journey in the file; it is a <{root.name}>.",
            hint="CJML has <plannedJourney> and <actualJourney> inside <CJML>.",
        )
    if len(found) > _MOST:
        raise UserError(
            f"The file has {len(found):,} journeys; up to {_MOST} can be read at once.",
            hint="Split it into several files and import each.",
        )
    version = root.attributes.get("version", "2.0")
    if not version.startswith("2"):
        message = f"This is CJML {version}; it was read as version 2.0."
        remarks = (*remarks, Remark(RemarkKind.GUESSED, f"line {root.line}", message))
    ids = Ids("journey")
    return [_draft(each, asked, ids, remarks) for each in compared(found)]


def _draft(journey: Journey, asked: Asked, ids: Ids, before: tuple[Remark, ...]) -> Draft:
    scale = scores.Scale(*asked.scale) if asked.scale else None
    parts = Parts(journey, scale)
    title = journey.node.said("journeytitle") or journey.id or asked.title or "Journey"
    stages = _stages(journey, title, parts)
    if len(stages) > Limits().stages:
        raise UserError(f"The journey has {len(stages)} phases; a map may have {Limits().stages}.")
    data: dict[str, Any] = {"format": "journey-map/1", "id": ids.take(title), "title": title}
    if summary := _summary(journey):
        data["summary"] = summary
    if parts.personas:
        data["personas"] = _named(parts.personas)
    data["scenario"] = _scenario(journey)
    for key, names in (("channels", parts.channels), ("departments", parts.departments)):
        if names:
            data[key] = _named(names)
    if metrics := _metrics(journey):
        data["metrics"] = metrics
    data["stages"] = stages
    lanes = [lane for lane in _LANES if any(lane in stage.get("lanes", ()) for stage in stages)]
    if lanes:
        data["lanes"] = [{"id": lane, "name": _LANES[lane]} for lane in lanes]
    return Draft(data, (*before, *_in_order([*parts.remarks, *_left_out(journey)])))


def _stages(journey: Journey, title: str, parts: Parts) -> list[dict[str, Any]]:
    """Give the stages: the phases, in the order in which touchpoints enter them."""
    if not journey.phases and not any(point.phase for point in journey.points):
        message = f'The journey has no phases; it is one stage, "{shorten(title, _SHOWN)}".'
        parts.remarks.append(Remark(RemarkKind.GUESSED, f"line {journey.node.line}", message))
    names = _order(journey) or [""]
    ids = Ids("stage")
    stages: dict[str, dict[str, Any]] = {}
    for phase in names:
        name, summary = journey.phases.get(phase, (phase, ""))
        stages[phase] = {"id": ids.take(name or title), "name": name or title}
        if summary:
            stages[phase]["summary"] = summary
    at = names[0]
    for point in journey.points:
        at = point.phase or at
        parts.add(point, stages[at])
    return list(stages.values())


def _order(journey: Journey) -> list[str]:
    entered = list(dict.fromkeys(point.phase for point in journey.points if point.phase))
    found = list(entered)
    before: str | None = None
    for phase in journey.phases:
        if phase not in entered:
            found.insert(found.index(before) + 1 if before is not None else 0, phase)
        before = phase
    return found


def _summary(journey: Journey) -> str:
    said = [journey.node.said(key) for key in ("journeyshortsummary", "journeylongsummary")]
    experience = journey.node.one("journeyexperience")
    if experience:
        said.append(experience.said("experiencedescription"))
    return " ".join(dict.fromkeys(each for each in said if each))


def _scenario(journey: Journey) -> str:
    if journey.planned:
        return "The journey as it was planned."
    plan = f"; the plan for it is {journey.plan}" if journey.plan else ""
    return f"The journey as one customer lived it{plan}."


def _metrics(journey: Journey) -> list[dict[str, Any]]:
    experience = journey.node.one("journeyexperience")
    rating = scores.number(experience.said("experiencerating")) if experience else None
    if rating is None:
        return []
    value = scores.plain_score(rating.value)
    return [{"kind": "custom", "name": "Experience of the journey", "value": value}]


def _left_out(journey: Journey) -> Iterable[Remark]:
    """Name what of a journey, and of the list of its touchpoints, has no place in the map."""
    points = {id(point.node) for point in journey.points}
    among = [child for group in journey.node.all("touchpoints") for child in group.children]
    for child in (*journey.node.children, *among):
        if child.name in _READ or id(child) in points:
            continue
        said = " ".join(node.text for node in child.walk() if node.text)
        if said:
            message = f"{child.name} is left out: {shorten(said, _SHOWN)}"
            yield Remark(RemarkKind.LEFT_OUT, f"line {child.line}", message)


def _named(names: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"id": id_, "name": name} for id_, name in names.items()]


def _in_order(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda remark: int(remark.place.removeprefix("line ")))
