"""A map while it is being made from the records of a sheet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange import elements
from journeycli.interchange.ids import Ids
from journeycli.interchange.moods import mood
from journeycli.interchange.notation import read_channels, read_emotion
from journeycli.interchange.notes import quoted
from journeycli.interchange.scores import MARKS, OURS, Scale, convert, guess, plain_score, scale_in
from journeycli.interchange.statements import split

if TYPE_CHECKING:
    from journeycli.interchange.draft import Asked
    from journeycli.interchange.layout import Entry, Lane, Layout
    from journeycli.interchange.notes import Notes
    from journeycli.interchange.scores import Number
    from journeycli.interchange.sheet import Sheet
    from journeycli.interchange.stage_draft import StageDraft

_SCORED: Final = frozenset(
    ("score", "emotions", "touchpoints.expected", "touchpoints.before", "touchpoints.during")
) | {"touchpoints.after"}


# A lane of one of these ids would be read as the key of the same name, which names something.
_KEYS_THAT_NAME: Final = frozenset(
    ("evidence", "channel", "department", "touchpoint", "persona", "barrier", "stage", "phase")
) | {"ref", "answers", "for", "detail", "baseline", "caused_by", "needed_for"}


class Building:
    """What belongs to the whole map, gathered on the way.

    Args:
        sheet: The sheet.
        layout: What it was understood as.
        asked: What the user says of it.
        notes: Where remarks go.

    Attributes:
        scales: The scale of each lane that holds scores.
        is_scored: Whether the sheet holds any score in figures.
        by_steps: Whether some stage has several records, so that a record is a step of its stage.
        channels: Channels beside the built-in ones, by id.
        lanes: Lanes of the map's own: names by id.
        personas: Names of personas, each once, by id.
        evidence: Elements of evidence, by the text that they come from.

    """

    def __init__(self, sheet: Sheet, layout: Layout, asked: Asked, notes: Notes) -> None:
        self.sheet = sheet
        self.notes = notes
        self._asked = asked
        self.scales: dict[Lane, Scale] = {}
        self.is_scored = False
        self.by_steps = False
        self._measure(layout)
        self.channels: dict[str, str] = {}
        self.lanes: dict[str, str] = {}
        self._lane_ids = Ids("lane")
        self._lane_of: dict[str, str] = {}
        self.personas: dict[str, str] = {}
        self._persona_ids = Ids("persona")
        self.evidence: dict[str, dict[str, Any]] = {}
        self._evidence_ids = Ids("evidence")

    def place(self, entry: Entry) -> str:
        """Name the cell of an entry."""
        return self.sheet.place(entry.cell.row, entry.cell.column)

    def channel(self, name: str, entry: Entry) -> str:
        """Give the id of a channel; one that is not built in is declared on the map."""
        found = elements.channel(name)
        if found is not None:
            return found
        for id_, known in self.channels.items():
            if known.lower() == name.lower():
                return id_
        ids = Ids("channel")
        for id_ in self.channels:
            ids.reserve(id_)
        new = ids.take(name)
        self.channels[new] = name
        self.notes.changed(self.place(entry), f"{quoted(name)} is a channel of the map's own.")
        return new

    def score(self, value: float, scale: Scale, entry: Entry) -> int | float:
        """Put a score on the format's scale; what lies outside its own scale is noted."""
        if not scale.holds(value):
            self.notes.changed(
                self.place(entry), f"The score {value:g} lies outside {scale}; moved to its end."
            )
        return plain_score(convert(value, scale))

    def keep(self, stage: StageDraft, entry: Entry) -> None:
        """Keep a cell in a lane of the map's own that is called like the sheet's."""
        name = entry.lane.name or f"Notes {entry.lane.row + 1}"
        id_ = self._lane_of.get(name)
        if id_ is None:
            id_ = self._lane_ids.take(name)
            id_ = f"{id_}-notes" if id_ in _KEYS_THAT_NAME else id_
            id_ = self._lane_of[name] = f"lane-{id_}" if id_.startswith("x-") else id_
        self.own_lane(stage, id_, name, entry)
        known = entry.lane.key
        why = "has no key of the format" if not known else "says nothing of a single element"
        self.notes.kept(
            self.sheet.place(entry.lane.row, entry.lane.column),
            f"{quoted(name)} {why}; it is a lane of the map's own, {id_}.",
        )

    def own_lane(self, stage: StageDraft, id_: str, name: str, entry: Entry) -> None:
        """Put a cell into a lane of the map's own."""
        self._lane_ids.reserve(id_)
        self.lanes.setdefault(id_, name)
        reason = elements.none_because(entry.cell.text)
        if reason is not None:
            stage.lane_none(id_, reason)
            return
        for text in split(entry.cell.text):
            stage.lane(id_, text)

    def leave_empty(self, entry: Entry) -> None:
        """Note a cell that holds a sign for nothing."""
        if elements.is_failed(entry.cell.text):
            said = f"{quoted(entry.cell.text)} is what a formula gives that failed."
            self.notes.left_out(self.place(entry), said)
            return
        self.notes.left_out(
            self.place(entry),
            f"{quoted(entry.cell.text)} says that there is nothing, and not why: "
            "answer it with `none` and a reason.",
        )

    def persona(self, name: str) -> str:
        """Give the id of a persona, who joins the map where they are new."""
        text, id_ = _named_id(name)
        for known, other in self.personas.items():
            if other == text:
                return known
        if id_ and self._persona_ids.reserve(id_):
            self.personas[id_] = text
            return id_
        new = self._persona_ids.take(text)
        self.personas[new] = text
        return new

    def cite(self, stage: StageDraft, entry: Entry) -> None:
        """Put evidence behind a stage, where a text names its method."""
        for text in split(entry.cell.text):
            title, method, id_ = elements.source(text)
            if text not in self.evidence and method is None and not id_:
                self.keep(stage, entry)
                return
            if text not in self.evidence and method is not None:
                if not id_ or not self._evidence_ids.reserve(id_):
                    id_ = self._evidence_ids.take(title)
                self.evidence[text] = {"id": id_, "method": method, "title": title}
            if text in self.evidence:
                id_ = self.evidence[text]["id"]
            behind = stage.data.setdefault("evidence", [])
            if id_ not in behind:
                behind.append(id_)

    def _measure(self, layout: Layout) -> None:
        """Find the scale of every lane that holds scores."""
        found: dict[Lane, list[Number]] = {}
        for record in layout.records:
            for entry in record.entries:
                if entry.lane.key not in _SCORED:
                    continue
                for text in split(entry.cell.text, words=True):
                    if entry.lane.key == "emotions" and read_emotion(text):
                        continue
                    if (number := mood(text).number) is not None:
                        self.is_scored = True
                        found.setdefault(entry.lane, []).append(number)
        for lane, numbers in found.items():
            if any(math.isfinite(each.value) for each in numbers):
                self.scales[lane] = self._scale(lane, numbers)

    def _scale(self, lane: Lane, numbers: list[Number]) -> Scale:
        place = self.sheet.place(lane.row, lane.column)
        if self._asked.scale is not None:
            return Scale(*self._asked.scale)
        said = scale_in(lane.name) or next((each.scale for each in numbers if each.scale), None)
        has_plus = any(each.has_plus for each in numbers)
        scale = said or guess((each.value for each in numbers), has_plus=has_plus)
        if scale != OURS or not said:
            how = "go" if said else "seem to go"
            change = "" if scale == OURS else "; they are put on −2 … +2"
            note = self.notes.changed if said else self.notes.guessed
            hint = "" if said else " (`--scale LOW..HIGH` says otherwise)"
            hint = " (where 1 is the best: `--scale 6..1`)" if scale == MARKS else hint
            note(place, f"The scores of {quoted(lane.name)} {how} from {scale}{change}{hint}.")
        return scale


def _named_id(name: str) -> tuple[str, str]:
    """Take `Maya Brandt [maya]` apart into name and id."""
    text, ids = read_channels(name)
    return (text, ids[0]) if ids and len(ids) == 1 else (name, "")
