"""From an understood sheet to a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.interchange import elements
from journeycli.interchange.about import about
from journeycli.interchange.actors import place_personas
from journeycli.interchange.building import Building
from journeycli.interchange.ids import Ids
from journeycli.interchange.layout_across import spanning
from journeycli.interchange.notes import quoted
from journeycli.interchange.placing import Placed, place_statements
from journeycli.interchange.properties import Context, place_properties
from journeycli.interchange.stage_draft import StageDraft
from journeycli.interchange.stages_in import grouped, said_id
from journeycli.interchange.statements import split
from journeycli.text import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.interchange.draft import Asked
    from journeycli.interchange.layout import Entry, Layout, Record
    from journeycli.interchange.notes import Notes
    from journeycli.interchange.sheet import Sheet


class Built(NamedTuple):
    """A map as data, and whether the sheet itself says its id."""

    data: dict[str, Any]
    says_id: bool


def build(sheet: Sheet, layout: Layout, asked: Asked, notes: Notes) -> Built:
    """Make a map of a sheet's records."""
    building = Building(sheet, layout, asked, notes)
    if layout.guess:
        notes.guessed(f"sheet {sheet.name}" if sheet.name else "the table", layout.guess)
    _note_lanes(layout, building)
    head = about(layout.about, building, asked.lanes)
    stages = _stages(layout, building)
    for cell in layout.beside:
        notes.left_out(
            sheet.place(cell.row, cell.column), f"{quoted(cell.text)} stands beside the map's rows."
        )
    title = head.pop("title", "") or sheet.title or asked.title or "Imported journey"
    said = head.pop("id", "")
    id_ = said or Ids("journey").take(title)
    data: dict[str, Any] = {"format": "journey-map/1", "id": id_, "title": title, **head}
    if building.personas:
        data["personas"] = [{"id": key, "name": name} for key, name in building.personas.items()]
    if building.evidence:
        data["evidence"] = list(building.evidence.values())
    if building.channels:
        data["channels"] = [{"id": key, "name": name} for key, name in building.channels.items()]
    data["stages"] = [stage.finished() for stage in stages]
    if building.lanes:
        data["lanes"] = [{"id": key, "name": name} for key, name in building.lanes.items()]
    return Built(data, bool(said))


def _stages(layout: Layout, building: Building) -> list[StageDraft]:
    """Fill the stages from their records."""
    ids = Ids("stage")
    groups = grouped(layout, building)
    building.by_steps = any(len(records) > 1 for records in groups)
    return [
        _stage(records[0].stage, records, number, ids, building)
        for number, records in enumerate(groups, 1)
    ]


def _stage(
    name: str, records: Sequence[Record], number: int, ids: Ids, building: Building
) -> StageDraft:
    first = records[0]
    place = building.sheet.place(first.head.row, first.head.column)
    called = name or f"Stage {number}"
    if not name:
        building.notes.guessed(place, "A stage without a name is called by its number.")
    stage = StageDraft(_stage_id(records, called, ids), called)
    _place_phase(first, stage, building)
    for record in records:
        placed = place_statements(record, stage, building)
        place_properties(Context(record, stage, placed, building))
        if building.by_steps:
            _tie(placed, stage)
            _tie_barriers(record, placed, building)
        for entry in record.entries:
            _place_rest(entry, stage, building)
            _note_span(entry, stage, building)
        place_personas(record, stage, placed, building)
    _name_touchpoints(stage)
    for key, reason in stage.overruled():
        building.notes.left_out(
            place, f"{quoted(reason)} says why there is nothing in {key}, yet there is."
        )
    return stage


def _stage_id(records: Sequence[Record], called: str, ids: Ids) -> str:
    for record in records:
        said = said_id(record)
        if said and is_slug(said) and ids.reserve(said):
            return said
    return ids.take(called)


def _place_phase(record: Record, stage: StageDraft, building: Building) -> None:
    if not record.phase or elements.says_nothing(record.phase):
        return
    known = elements.phase(record.phase)
    if known:
        stage.data["phase"] = known
        if known != record.phase.lower():
            place = building.sheet.place(record.head.row, record.head.column)
            building.notes.guessed(place, f"{quoted(record.phase)} is taken for the phase {known}.")
        return
    building.lanes.setdefault("phase-name", "Phase")
    stage.lane("phase-name", record.phase)
    building.notes.kept(
        building.sheet.place(record.head.row, record.head.column),
        "A phase that is none of the format's stands in the lane phase-name; catalogs declare own.",
    )


def _place_rest(entry: Entry, stage: StageDraft, building: Building) -> None:
    """Put what belongs to the stage itself."""
    text = " ".join(entry.cell.text.split())
    key = entry.lane.key
    if elements.is_dash(text) or (
        elements.says_nothing(text) and key not in ("summary", "duration", "id")
    ):
        return
    match key:
        case "summary" | "duration":
            stage.put(key, text)
        case "evidence":
            building.cite(stage, entry)
        case "metrics" | "handoffs" | "links":
            _place_parsed(key, entry, stage, building)
        case "phase":
            known = elements.phase(text)
            if known:
                stage.data.setdefault("phase", known)
            else:
                building.keep(stage, entry)
        case "owner":
            building.keep(stage, entry)
        case "id" if text != stage.data["id"] and not text.isdecimal():
            building.notes.left_out(building.place(entry), f"{quoted(text)} is no id that is free.")
        case _:
            pass


def _place_parsed(key: str, entry: Entry, stage: StageDraft, building: Building) -> None:
    reason = elements.none_because(entry.cell.text)
    if reason is not None and key != "links":
        stage.say_none(key, reason)
        return
    parse = {"metrics": elements.metric, "handoffs": elements.handoff, "links": elements.link}[key]
    found = [parse(text) for text in split(entry.cell.text)]
    if any(element is None for element in found):
        building.keep(stage, entry)
        return
    for element in found:
        if element is not None:
            stage.add(key, element)


def _tie(placed: Placed, stage: StageDraft) -> None:
    """Tie a record's one step to its one touchpoint and its one feeling."""
    if len(placed.actions) != 1:
        return
    action = placed.actions[0]
    if len(placed.touchpoints) == 1 and slug(placed.touchpoints[0]["name"]):
        action.setdefault("touchpoint", slug(placed.touchpoints[0]["name"]))
    if len(placed.emotions) == 1 and "feeling" not in action:
        feeling = placed.emotions[0]
        if "score" in action and "score" in feeling:
            return
        stage.remove("emotions", feeling)
        action.update(feeling)


def _tie_barriers(record: Record, placed: Placed, building: Building) -> None:
    """Tie a record's barriers to its one touchpoint, and its ideas to its one barrier."""
    if len(placed.touchpoints) == 1 and slug(placed.touchpoints[0]["name"]):
        for barrier in placed.barriers:
            barrier.setdefault("touchpoint", slug(placed.touchpoints[0]["name"]))
    if (
        len(placed.barriers) != 1
        or not placed.opportunities
        or not slug(placed.barriers[0]["text"])
    ):
        return
    for idea in placed.opportunities:
        idea.setdefault("for", [slug(placed.barriers[0]["text"])])
    first = next(entry for entry in record.entries if entry.lane.key == "opportunities")
    building.notes.guessed(
        building.place(first), "An idea beside a single barrier is an answer to it."
    )


def _name_touchpoints(stage: StageDraft) -> None:
    """Give an id to touchpoints whose names have no letter to make one of."""
    ids = Ids("touchpoint")
    for touchpoint in stage.elements("touchpoints"):
        name = touchpoint.get("name", "")
        if name and not slug(name):
            touchpoint["id"] = ids.take(name)


def _note_span(entry: Entry, stage: StageDraft, building: Building) -> None:
    columns = spanning(building.sheet, entry.cell)
    if columns > 1:
        building.notes.changed(
            building.place(entry),
            f"{quoted(entry.cell.text)} goes over {columns} columns; it stands in "
            f"{stage.data['name']} alone.",
        )


def _note_lanes(layout: Layout, building: Building) -> None:
    """Say what rows with guessed meanings were taken for."""
    for lane in layout.lanes:
        if lane.meaning is not None and lane.meaning.guessed:
            building.notes.guessed(
                building.sheet.place(lane.row, lane.column),
                f"{quoted(lane.name)} is taken for {lane.key}; "
                f'--lane "{lane.name}=KEY" says otherwise.',
            )
