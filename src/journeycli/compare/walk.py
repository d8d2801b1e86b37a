"""A walkthrough against its map: what was promised, what happened, and how both feel."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.curve import stage_score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from journeycli.model import JourneyMap, KnownTouchpoint, Stage, Touchpoint
    from journeycli.model.walk import Walk, WalkStep

_NOT_YET = frozenset({"planned", "wanted"})
_FELT_OTHERWISE = 1.0  # scores that are less apart are the same feeling


class Contact(NamedTuple):
    """A touchpoint on the way, and what the map promises there.

    Attributes:
        stage: The stage's place in the map, from 0.
        key: The ids of the stage and of the touchpoint; None for a stage that has no touchpoint.
        name: What people call the touchpoint; empty for a stage that has none.
        channels: The channels that it is on, by id.
        actions: What the customer does there, in the map's words.
        answers: What the company does there.
        feeling: The feeling that the map has there, or None.
        expected: The score that customers expect to give, or None.
        score: The score that the map has there, or None.

    """

    stage: int
    key: tuple[str, str | None]
    name: str
    channels: tuple[str, ...]
    actions: tuple[str, ...]
    answers: tuple[str, ...]
    feeling: str | None
    expected: float | None
    score: float | None


class Deviation(NamedTuple):
    """A step that went otherwise than the map says.

    Attributes:
        step: What was noted.
        contact: What was promised; None where the map has nothing there.
        felt_apart: How much better (above 0) or worse it felt than the map says; None where it is
            about the same, or one of the two is not known.

    """

    step: WalkStep
    contact: Contact | None
    felt_apart: float | None


class Moment(NamedTuple):
    """One step of both curves: the stage's place, and the two scores."""

    stage: int
    mapped: float | None
    felt: float | None


class Compared(NamedTuple):
    """A walkthrough beside its map.

    Attributes:
        contacts: Everything that the map promises, in order.
        walked: How many of these were walked.
        as_planned: How many went as the map says.
        deviations: What went otherwise, in the order of the walk.
        moments: Both curves, in the order of the map, what was met ad hoc after its stage.
        as_walked: What was noted at each contact, by the ids of its stage and touchpoint.
        strangers: Steps about stages or touchpoints that the map no longer has.

    """

    contacts: tuple[Contact, ...]
    walked: int
    as_planned: int
    deviations: tuple[Deviation, ...]
    moments: tuple[Moment, ...]
    as_walked: Mapping[tuple[str, str | None], WalkStep]
    strangers: tuple[WalkStep, ...]


def contacts(
    journey: JourneyMap,
    known: Callable[[Touchpoint], KnownTouchpoint],
    persona: str | None = None,
) -> tuple[Contact, ...]:
    """Give the touchpoints of a map in order; a stage that has none is one contact of its own.

    A map of today promises nothing at a touchpoint that is only planned or wanted.

    Args:
        journey: The map.
        known: Gives what is known of a touchpoint, wherever it is declared.
        persona: Whose feelings count, by id; None for everyone's.

    """
    found: dict[tuple[str, str | None], Contact] = {}
    now = journey.state == "current"
    for index, stage in enumerate(journey.stages):
        for touchpoint in stage.touchpoints:
            if now and known(touchpoint).status in _NOT_YET:
                continue
            contact = _contact(index, stage, touchpoint, known, persona)
            found.setdefault(contact.key, contact)
        if not stage.touchpoints:
            found.setdefault((stage.id, None), _whole_stage(index, stage, persona))
    return tuple(found.values())


def compare(walk: Walk, journey: JourneyMap, promised: tuple[Contact, ...]) -> Compared:
    """Put a walkthrough beside its map.

    Args:
        walk: The walkthrough.
        journey: The map.
        promised: Its contacts.

    """
    by_key = {each.key: each for each in promised}
    stages = {stage.id for stage in journey.stages}
    known_steps = [each for each in walk.steps if _is_known(each, by_key, stages)]
    answered = {each.key: each for each in known_steps if each.happened != "ad-hoc"}
    return Compared(
        contacts=promised,
        walked=len(answered),
        as_planned=sum(each.happened == "as-planned" for each in answered.values()),
        deviations=tuple(_deviations(known_steps, by_key)),
        moments=tuple(_moments(journey, promised, known_steps)),
        as_walked=answered,
        strangers=tuple(each for each in walk.steps if not _is_known(each, by_key, stages)),
    )


def recorded(steps: tuple[WalkStep, ...], step: WalkStep) -> tuple[WalkStep, ...]:
    """Note a step: in the place of an earlier answer about the same contact, else at the end.

    What is met ad hoc always stands at the end: a place can hold several surprises.
    """
    if step.happened != "ad-hoc":
        for index, each in enumerate(steps):
            if each.happened != "ad-hoc" and each.key == step.key:
                return (*steps[:index], step, *steps[index + 1 :])
    return (*steps, step)


def _is_known(
    step: WalkStep, by_key: Mapping[tuple[str, str | None], Contact], stages: set[str]
) -> bool:
    return step.stage in stages if step.happened == "ad-hoc" else step.key in by_key


def _contact(
    index: int,
    stage: Stage,
    touchpoint: Touchpoint,
    known: Callable[[Touchpoint], KnownTouchpoint],
    persona: str | None,
) -> Contact:
    about = known(touchpoint)
    steps = [
        each
        for each in stage.customer_actions
        if each.touchpoint == about.id and persona in (None, each.persona or persona)
    ]
    scores = [each.score for each in steps if each.score is not None]
    opinion = touchpoint.opinion.during if touchpoint.opinion else None
    return Contact(
        stage=index,
        key=(stage.id, about.id),
        name=about.name,
        channels=about.channels,
        actions=tuple(each.text for each in steps),
        answers=tuple(each.text for each in stage.company_actions if each.touchpoint == about.id),
        feeling=next((each.feeling for each in steps if each.feeling), None),
        expected=touchpoint.expected,
        score=fmean(scores) if scores else opinion,
    )


def _whole_stage(index: int, stage: Stage, persona: str | None) -> Contact:
    return Contact(
        stage=index,
        key=(stage.id, None),
        name="",
        channels=(),
        actions=tuple(each.text for each in stage.customer_actions),
        answers=tuple(each.text for each in stage.company_actions),
        feeling=next((each.feeling for each in stage.emotions if each.feeling), None),
        expected=None,
        score=stage_score(stage, persona),
    )


def _deviations(
    steps: list[WalkStep], by_key: Mapping[tuple[str, str | None], Contact]
) -> Iterator[Deviation]:
    for step in steps:
        contact = None if step.happened == "ad-hoc" else by_key[step.key]
        mapped = contact.score if contact else None
        apart = step.score - mapped if step.score is not None and mapped is not None else 0.0
        differs = abs(apart) >= _FELT_OTHERWISE
        if step.happened != "as-planned" or differs:
            yield Deviation(step, contact, apart if differs else None)


def _moments(
    journey: JourneyMap, promised: tuple[Contact, ...], steps: list[WalkStep]
) -> Iterator[Moment]:
    """Give both curves; a contact without a score of its own has that of its stage on the map."""
    felt = {each.key: each.score for each in steps if each.happened != "ad-hoc"}
    for index, stage in enumerate(journey.stages):
        whole = stage_score(stage)
        for each in promised:
            if each.stage == index:
                mapped = each.score if each.score is not None else whole
                yield Moment(index, mapped, felt.get(each.key))
        for step in steps:
            if step.happened == "ad-hoc" and step.stage == stage.id and step.score is not None:
                yield Moment(index, None, step.score)
