"""What a map still lacks, as an agenda: a workshop by department, and interviews by stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeycli.model.register import acting_departments
from journeycli.model.standing import is_done, is_open, opportunities_for
from journeycli.text import one_line
from journeycli.views.agenda_words import INTERVIEW, WORKSHOP, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.findings import Finding
    from journeycli.model import Barrier, JourneyMap, Opportunity, Removal, Stage
    from journeycli.views.agenda_words import Kind
    from journeycli.views.known import Known

TOGETHER: Final = "All together"
WHOLE: Final = "The journey as a whole"
_STEP: Final = re.compile(r"([^.\[\]]+)|\[([^\[\]]*)\]")


class Reference(NamedTuple):
    """Where a question comes from.

    Attributes:
        code: The rule's code.
        name: The rule's name.
        at: The place in the map by ids; empty for the map as a whole.
        place: The place in the file: `path:line:column`.
        message: What the rule says; empty where the question says it already.

    """

    code: str
    name: str
    at: str
    place: str
    message: str


class Asked(NamedTuple):
    """A question, why it is on the agenda, and where it comes from."""

    question: str
    kind: Kind
    references: tuple[Reference, ...]


class Topic(NamedTuple):
    """A department or a stage, with what is asked there."""

    title: str
    questions: tuple[Asked, ...]


class Idea(NamedTuple):
    """A barrier that still stands, for which the workshop looks for ideas.

    Attributes:
        barrier: What stands in the way.
        stage: The name of its stage.
        at: The place in the map by ids.
        notes: Its severity, the share of customers who meet it, and why it is there.
        tried: What is meant to take it away, each with how far it is.
        rule: The code of the rule that asks for ideas.

    """

    barrier: str
    stage: str
    at: str
    notes: tuple[str, ...]
    tried: tuple[str, ...]
    rule: str = "J111"


class Agenda(NamedTuple):
    """What is to be talked about.

    Attributes:
        title: The map's title.
        map: The map's id.
        workshop: Questions to ourselves, by department.
        ideas: The barriers that still stand.
        interview: Questions to customers, by stage.
        others: How many findings are a matter of the file and not of talking.

    """

    title: str
    map: str
    workshop: tuple[Topic, ...]
    ideas: tuple[Idea, ...]
    interview: tuple[Topic, ...]
    others: int


def agenda(journey: JourneyMap, findings: Iterable[Finding], known: Known) -> Agenda:
    """Turn what lint finds in a map into questions.

    Args:
        journey: The map.
        findings: What counts as found in it, in the order of the text.
        known: What the map's ids mean.

    """
    found = tuple(findings)
    workshop: dict[str, list[Finding]] = {}
    interview: dict[str, list[Finding]] = {}
    for each in found:
        trail = _trail(journey, each.at)
        if each.code in INTERVIEW:
            stage = _first_stage(journey, trail)
            interview.setdefault(stage.name if stage else WHOLE, []).append(each)
        elif each.code in WORKSHOP:
            workshop.setdefault(_department(journey, trail, known), []).append(each)
    asked = sum(each.code in INTERVIEW or each.code in WORKSHOP for each in found)
    stages = [WHOLE, *dict.fromkeys(stage.name for stage in journey.stages)]
    return Agenda(
        title=journey.title,
        map=journey.id,
        workshop=tuple(_topic(name, own, WORKSHOP) for name, own in _together_first(workshop)),
        ideas=tuple(_ideas(journey, known)),
        interview=tuple(
            _topic(name, interview[name], INTERVIEW) for name in stages if name in interview
        ),
        others=len(found) - asked,
    )


def _together_first(topics: dict[str, list[Finding]]) -> list[tuple[str, list[Finding]]]:
    return sorted(topics.items(), key=lambda each: (each[0] != TOGETHER, each[0].casefold()))


def _topic(title: str, findings: Iterable[Finding], words: dict[str, str]) -> Topic:
    """Ask each question once, whatever the number of places that it comes from."""
    asked: dict[tuple[str, Kind], list[Reference]] = {}
    for each in findings:
        own = words[each.code]
        message = one_line(each.message)
        place = f"{each.place.path}:{each.place.start.line}:{each.place.start.column}"
        said = "" if not own or each.stage is not None else message
        reference = Reference(each.code, each.name, each.at, place, said)
        asked.setdefault((own or message, kind_of(each.code)), []).append(reference)
    return Topic(title, tuple(Asked(*key, tuple(found)) for key, found in asked.items()))


def _trail(journey: JourneyMap, at: str) -> list[Any]:
    """Give the elements on the way to a place, the map first, as far as they are there."""
    trail: list[Any] = [journey]
    for key, element in _STEP.findall(at):
        here = trail[-1]
        if key:
            step = getattr(here, key, None)
        elif element.isdecimal():
            step = here[int(element)] if int(element) < len(here) else None
        else:
            step = next((each for each in here if getattr(each, "id", None) == element), None)
        if step is None or isinstance(step, str):
            break
        trail.append(step)
    return trail


def _first_stage(journey: JourneyMap, trail: Sequence[Any]) -> Stage | None:
    return next((each for each in trail for stage in journey.stages if each is stage), None)


def _department(journey: JourneyMap, trail: Sequence[Any], known: Known) -> str:
    """Name who answers a question: who stands nearest to its place, else all together."""
    for element in reversed(trail[1:]):
        own = _own_department(element, known)
        if own:
            return one_line(known.department(own))
    stage = _first_stage(journey, trail)
    if stage is None:
        owner = journey.owner.department if journey.owner else None
        return one_line(known.department(owner)) if owner else TOGETHER
    acting = acting_departments(stage, known.touchpoints)
    return one_line(known.department(acting[0])) if len(acting) == 1 else TOGETHER


def _own_department(element: Any, known: Known) -> str | None:
    named = getattr(element, "department", None)
    if named is None and getattr(element, "ref", None):
        named = getattr(known.touchpoints.get(element.ref), "department", None)
    if named is None and isinstance(getattr(element, "touchpoint", None), str):
        named = getattr(known.touchpoints.get(element.touchpoint), "department", None)
    return named


def _ideas(journey: JourneyMap, known: Known) -> Iterator[Idea]:
    """Give every barrier that is not taken away yet, in the order of the map."""
    openings = opportunities_for(journey)
    for stage in journey.stages:
        for number, barrier in enumerate(stage.barriers):
            if not is_open(barrier, openings):
                continue
            measures = (*barrier.removals, *openings.get(barrier.effective_id, ()))
            at = f"stages[{stage.id}].barriers[{barrier.id or number}]"
            tried = [f"{one_line(each.text)} ({_how_far(each, known)})" for each in measures]
            if barrier.removals.none:
                tried.append(f"none: {one_line(barrier.removals.none)}")
            text, name = one_line(barrier.text), one_line(stage.name)
            yield Idea(text, name, at, tuple(_notes(barrier)), tuple(tried))


def _how_far(measure: Removal | Opportunity, known: Known) -> str:
    due = f"due {measure.due}" if measure.due and not is_done(measure) else ""
    who = one_line(known.department(measure.department))
    return ", ".join(filter(None, (measure.status or "idea", due, who)))


def _notes(barrier: Barrier) -> Iterator[str]:
    if barrier.severity:
        yield barrier.severity
    if barrier.affects is not None:
        yield f"affects {barrier.affects:.0%} of customers"
    if barrier.why:
        yield f"why: {one_line(barrier.why)}"
