"""From the cells of a record to the elements of its stage."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange import elements, notation
from journeycli.interchange.lanes import STATEMENTS
from journeycli.interchange.moods import mood
from journeycli.interchange.notes import quoted
from journeycli.interchange.scores import OURS, convert, plain_score
from journeycli.interchange.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.interchange.building import Building
    from journeycli.interchange.layout import Entry, Record
    from journeycli.interchange.stage_draft import StageDraft

SIGNS_COUNT: Final = frozenset(("score", "touchpoints.moment_of_truth", "id", "persona"))
"""Keys of lanes in which an x or a dash says something."""

_WORDS: Final = ("emotions", "touchpoints")
_NUMBERING: Final = re.compile(
    r"(?i)#|no\.?|nr\.?|number|step (?:no|nr|number|#)\.?|id|index|pos\.?"
)
_NO_NONE: Final = ("quotes", "opportunities")  # lists that cannot say `none`


@dataclass(slots=True)
class Placed:
    """What one record brought into its stage, for what else the record says of it."""

    touchpoints: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    company: list[dict[str, Any]] = field(default_factory=list)
    barriers: list[dict[str, Any]] = field(default_factory=list)
    emotions: list[dict[str, Any]] = field(default_factory=list)
    opportunities: list[dict[str, Any]] = field(default_factory=list)
    is_rated: bool = False  # by a row of scores


def place_statements(record: Record, stage: StageDraft, building: Building) -> Placed:
    """Put the statements of a record into its stage, and whatever says more of them aside."""
    placed = Placed()
    for entry in record.entries:
        key = entry.lane.key
        head, _, rest = key.partition(".")
        if _NUMBERING.fullmatch(entry.lane.name) and entry.cell.text.isdecimal():
            building.notes.left_out(
                building.sheet.place(entry.lane.row, entry.lane.column),
                "Its numbers only count the rows.",
            )
        elif _is_empty(entry.cell.text, key):
            building.leave_empty(entry)
        elif key in STATEMENTS or (head == "company_actions" and rest):
            _place_list(entry, head, rest, stage, building, placed)
        elif head == "lanes":
            building.own_lane(stage, rest, entry.lane.name, entry)
        elif not key or key in _OF_NO_STAGE:
            building.keep(stage, entry)
    return placed


_OF_NO_STAGE: Final = ("title", "scenario", "map_objective", "customer_goals", "lane", "text")


def _is_empty(cell: str, key: str) -> bool:
    if key in ("summary", "duration", "phase"):
        return elements.is_dash(cell)
    return elements.says_nothing(cell) and key not in SIGNS_COUNT


def _place_list(
    entry: Entry, key: str, layer: str, stage: StageDraft, building: Building, placed: Placed
) -> None:
    cell = entry.cell.text
    reason = elements.none_because(cell)
    if reason is not None and key not in _NO_NONE:
        stage.say_none(key, reason)
        return
    make = _MAKERS.get(key)
    for text in split(cell, words=key in _WORDS):
        element = make(text, entry, building) if make else {"text": text}
        if layer and key == "company_actions":
            element["layer"] = layer
        if element:
            element = stage.add(key, element)
            _remember(placed, key, element)


def _remember(placed: Placed, key: str, element: dict[str, Any]) -> None:
    match key:
        case "touchpoints":
            placed.touchpoints.append(element)
        case "customer_actions":
            placed.actions.append(element)
        case "company_actions":
            placed.company.append(element)
        case "barriers":
            placed.barriers.append(element)
        case "emotions":
            placed.emotions.append(element)
        case "opportunities":
            placed.opportunities.append(element)
        case _:
            pass


def _touchpoint(text: str, entry: Entry, building: Building) -> dict[str, Any]:
    name, channels = notation.read_channels(text)
    found: dict[str, Any] = {"name": name}
    known = [building.channel(each, entry) for each in channels or ()]
    if channels is None and (guess := elements.channel(name)):
        known = [guess]
        building.notes.guessed(
            building.place(entry), "Touchpoints that are called like a channel are on that channel."
        )
    if known:
        found["channel"] = known[0] if len(known) == 1 else known
    return found


def _action(text: str, entry: Entry, building: Building) -> dict[str, Any]:
    del entry, building
    felt = notation.read_felt(text)
    found: dict[str, Any] = {"text": felt.text}
    if felt.feeling:
        found["feeling"] = felt.feeling
    if felt.score is not None:
        found["score"] = plain_score(felt.score)
    return found


def _emotion(text: str, entry: Entry, building: Building) -> dict[str, Any]:
    felt = notation.read_emotion(text)
    if felt is not None:
        score = {} if felt.score is None else {"score": plain_score(felt.score)}
        return {"feeling": felt.text, **score} if felt.text else score
    noted = mood(text)
    found: dict[str, Any] = {"feeling": noted.feeling} if noted.feeling else {}
    if noted.number is not None:
        scale = noted.number.scale or building.scales.get(entry.lane, OURS)
        found["score"] = building.score(noted.number.value, scale, entry)
    elif noted.sign is not None and not (noted.from_word and building.is_scored):
        found["score"] = plain_score(noted.sign)
        what = "words" if noted.from_word else "smileys"
        building.notes.guessed(building.place(entry), f"Feelings are scored by their {what}.")
    if not found:
        found["feeling"] = text
    return found


def _barrier(text: str, entry: Entry, building: Building) -> dict[str, Any]:
    del entry, building
    sentence, severity = notation.read_severity(text)
    return {"text": sentence, "severity": severity} if severity else {"text": sentence}


def _quote(text: str, entry: Entry, building: Building) -> dict[str, Any]:
    del entry, building
    return {"text": notation.read_quote(text)}


_MAKERS: Final[dict[str, Callable[[str, Entry, Building], dict[str, Any]]]] = {
    "touchpoints": _touchpoint,
    "customer_actions": _action,
    "emotions": _emotion,
    "barriers": _barrier,
    "quotes": _quote,
    "thoughts": _quote,
}


def score_text(entry: Entry, building: Building) -> list[float]:
    """Read the scores of a cell, on the format's scale; what is none is kept in a lane."""
    found: list[float] = []
    for text in split(entry.cell.text, words=True):
        noted = mood(text)
        if noted.number is not None:
            scale = noted.number.scale or building.scales.get(entry.lane, OURS)
            found.append(building.score(noted.number.value, scale, entry))
        elif noted.sign is not None:
            found.append(convert(noted.sign, OURS))
        else:
            building.notes.left_out(building.place(entry), f"{quoted(text)} is no score.")
    return found
