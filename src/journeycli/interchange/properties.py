"""What a record says of its touchpoint, barrier, step or feeling: channel, score and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange import elements
from journeycli.interchange.actors import give_department, place_actor
from journeycli.interchange.placing import SIGNS_COUNT, Placed, score_text
from journeycli.interchange.scores import plain_score
from journeycli.interchange.statements import split
from journeycli.model.vocabulary import CAUSES, SEVERITIES, TOUCHPOINT_STATUSES
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.interchange.building import Building
    from journeycli.interchange.layout import Entry, Record
    from journeycli.interchange.stage_draft import StageDraft

_MOMENTS: Final = ("before", "during", "after")


class Context:
    """A record being placed: its stage, what it brought, and the map around it."""

    def __init__(
        self, record: Record, stage: StageDraft, placed: Placed, building: Building
    ) -> None:
        self.record = record
        self.stage = stage
        self.placed = placed
        self.building = building

    def keep(self, entry: Entry) -> None:
        """Keep a cell in a lane of the map's own."""
        self.building.keep(self.stage, entry)


def place_properties(context: Context) -> None:
    """Put what a record says of its elements where it belongs; what has no place keeps a lane."""
    for entry in sorted(context.record.entries, key=lambda each: each.lane.key != "actor"):
        handler = _HANDLERS.get(entry.lane.key)
        if handler is not None and not (
            elements.says_nothing(entry.cell.text) and entry.lane.key not in SIGNS_COUNT
        ):
            handler(entry, context)


def _channel(entry: Entry, context: Context) -> None:
    """Give the touchpoint its channels; without a touchpoint, each channel is one."""
    touchpoints = context.placed.touchpoints
    names = split(entry.cell.text, words=True)
    if not touchpoints:
        for name in names:
            element = {"name": name, "channel": context.building.channel(name, entry)}
            context.placed.touchpoints.append(context.stage.add("touchpoints", element))
        context.building.notes.guessed(
            context.building.place(entry), "Each channel is a touchpoint, as no other is named."
        )
    elif len(touchpoints) == 1:
        _set_channels(touchpoints[0], [context.building.channel(each, entry) for each in names])
    elif len(names) == len(touchpoints):
        for touchpoint, name in zip(touchpoints, names, strict=True):
            _set_channels(touchpoint, [context.building.channel(name, entry)])
        context.building.notes.guessed(
            context.building.place(entry), "Touchpoints and channels go together in their order."
        )
    elif len(names) == 1:
        for touchpoint in touchpoints:
            if "channel" not in touchpoint:
                _set_channels(touchpoint, [context.building.channel(names[0], entry)])
    else:
        context.keep(entry)


def _set_channels(touchpoint: dict[str, Any], channels: list[str]) -> None:
    unique = list(dict.fromkeys(channels))
    touchpoint["channel"] = unique[0] if len(unique) == 1 else unique


def _department(entry: Entry, context: Context) -> None:
    names = split(entry.cell.text, words=True)
    if len(names) == 1:
        give_department(names[0], entry, context.stage, context.placed, context.building)
    else:
        context.keep(entry)


def _actor(entry: Entry, context: Context) -> None:
    place_actor(entry, context.record, context.stage, context.placed, context.building)


def _of_touchpoint(name: str, value: Any, entry: Entry, context: Context) -> None:
    if len(context.placed.touchpoints) == 1 and value is not None:
        context.placed.touchpoints[0][name] = value
    else:
        context.keep(entry)


def _status(entry: Entry, context: Context) -> None:
    _of_touchpoint("status", elements.word(TOUCHPOINT_STATUSES, entry.cell.text), entry, context)


def _touchpoint_department(entry: Entry, context: Context) -> None:
    _of_touchpoint("department", " ".join(entry.cell.text.split()), entry, context)


def _moment_of_truth(entry: Entry, context: Context) -> None:
    """Mark the touchpoint; a cell that names one marks that, or adds it."""
    said = elements.flag(entry.cell.text)
    if said is not None and len(context.placed.touchpoints) == 1:
        if said:
            context.placed.touchpoints[0]["moment_of_truth"] = True
        return
    if said is False:
        return
    if said is True:
        context.keep(entry)
        return
    for text in split(entry.cell.text):
        known = [
            each
            for each in context.stage.elements("touchpoints")
            if each.get("name") and slug(each["name"]) == slug(text)
        ]
        element = known[0] if known else context.stage.add("touchpoints", {"name": text})
        element["moment_of_truth"] = True
        if not known:
            context.building.notes.guessed(
                context.building.place(entry), "Moments of truth that name no touchpoint are one."
            )


def _opinion(entry: Entry, context: Context) -> None:
    moment = entry.lane.key.rpartition(".")[2]
    scores = score_text(entry, context.building)
    if len(context.placed.touchpoints) != 1 or len(scores) != 1:
        context.keep(entry)
    elif moment in _MOMENTS:
        opinion = context.placed.touchpoints[0].setdefault("opinion", {})
        opinion[moment] = plain_score(scores[0])
    else:
        context.placed.touchpoints[0]["expected"] = plain_score(scores[0])


def _of_barrier(name: str, value: Any, entry: Entry, context: Context) -> None:
    if len(context.placed.barriers) == 1 and value is not None:
        context.placed.barriers[0][name] = value
    else:
        context.keep(entry)


def _severity(entry: Entry, context: Context) -> None:
    _of_barrier("severity", elements.word(SEVERITIES, entry.cell.text), entry, context)


def _why(entry: Entry, context: Context) -> None:
    _of_barrier("why", " ".join(entry.cell.text.split()), entry, context)


def _removals(entry: Entry, context: Context) -> None:
    """Put what takes a barrier away below the barrier; without one, it is an opportunity."""
    texts = split(entry.cell.text)
    if len(context.placed.barriers) == 1:
        context.placed.barriers[0].setdefault("removals", []).extend({"text": x} for x in texts)
        return
    for text in texts:
        context.stage.add("opportunities", {"text": text})
    context.building.notes.guessed(
        context.building.place(entry),
        f"What stands under {entry.lane.name} is an opportunity, as no one barrier is beside it.",
    )


def _score(entry: Entry, context: Context) -> None:
    """Score the step of a record that has one step only, else the feeling, else the stage.

    Where a second row has scores as well, they are kept in a lane of the map's own.
    """
    if context.placed.is_rated or (_is_guess(entry) and _has_sure_scores(context.record)):
        context.keep(entry)
        return
    context.placed.is_rated = True
    scores = [plain_score(each) for each in score_text(entry, context.building)]
    actions, emotions = context.placed.actions, context.placed.emotions
    if len(scores) == 1 and len(actions) == 1 and context.building.by_steps:
        actions[0].setdefault("score", scores[0])
    elif len(scores) == 1 and len(emotions) == 1:
        if emotions[0].get("score", scores[0]) != scores[0]:
            context.building.notes.changed(
                context.building.place(entry),
                f"The score of {entry.lane.name} stands in place of what the feeling says.",
            )
        emotions[0]["score"] = scores[0]
    elif len(scores) == len(actions) > 1:
        for action, score in zip(actions, scores, strict=True):
            action.setdefault("score", score)
        context.building.notes.guessed(
            context.building.place(entry), "Scores and steps go together in their order."
        )
    else:
        for score in scores:
            context.stage.add("emotions", {"score": score})


def _is_guess(entry: Entry) -> bool:
    return entry.lane.meaning is not None and entry.lane.meaning.guessed


def _has_sure_scores(record: Record) -> bool:
    return any(each.lane.key == "score" and not _is_guess(each) for each in record.entries)


def _of_feeling(entry: Entry, context: Context) -> None:
    name = entry.lane.key.rpartition(".")[2]
    felt = context.placed.emotions or [each for each in context.placed.actions if "score" in each]
    text = " ".join(entry.cell.text.split())
    value = elements.word(CAUSES, text) if name == "cause" else text
    if len(felt) == 1 and value is not None:
        felt[0][name] = value
    else:
        context.keep(entry)


_HANDLERS: Final[dict[str, Callable[[Entry, Context], None]]] = {
    "touchpoints.channel": _channel,
    "touchpoints.department": _touchpoint_department,
    "touchpoints.status": _status,
    "touchpoints.moment_of_truth": _moment_of_truth,
    "touchpoints.expected": _opinion,
    "touchpoints.before": _opinion,
    "touchpoints.during": _opinion,
    "touchpoints.after": _opinion,
    "department": _department,
    "actor": _actor,
    "barriers.severity": _severity,
    "barriers.why": _why,
    "barriers.removals": _removals,
    "score": _score,
    "emotions.cause": _of_feeling,
    "emotions.trigger": _of_feeling,
}
