"""A map as sections of plain values: what the HTML page and the Markdown document both show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.text import quoted
from journeycli.views.actions import percent, points
from journeycli.views.chips import channels_of, name_of
from journeycli.views.hurdles import metric_name, value
from journeycli.views.known import readable
from journeycli.views.wording import joined, towards, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.answers import Answer
    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import Statement
    from journeycli.model.touchpoints import Touchpoint
    from journeycli.views.known import Known


class Entry(NamedTuple):
    """A line of a section: its text, a note in smaller letters, and ids of its evidence."""

    text: str
    note: str = ""
    evidence: tuple[str, ...] = ()


class Section(NamedTuple):
    """What stands under one heading of a stage; `none` is the reason why nothing does."""

    title: str
    entries: tuple[Entry, ...]
    none: str | None = None


class BarrierRow(NamedTuple):
    """A line of the table of barriers."""

    stage: str
    text: str
    severity: str
    affects: str
    removals: tuple[str, ...]


_PLAIN = (
    ("motivations", "Motivations"), ("enablers", "Enablers"), ("influences", "Influences"),
    ("inhibitors", "Inhibitors"), ("values", "What matters"),
)  # fmt: skip


def sections(journey: JourneyMap, stage: Stage, known: Known) -> Iterator[Section]:
    """Give the sections of a stage that have something to say."""
    for section in _all(journey, stage, known):
        if section.entries or section.none is not None:
            yield section


def facts(journey: JourneyMap, known: Known) -> Iterator[tuple[str, str]]:
    """Give what stands in the title block: pairs of a heading and a text."""
    people = [known.persona(p if isinstance(p, str) else p.id) for p in journey.personas]
    plain = (
        ("Personas" if len(people) > 1 else "Persona", joined(", ", people)),
        ("State", readable(journey.state)),
        ("Maturity", readable(journey.maturity)),
        ("Customer goals", joined("; ", [goal.text for goal in journey.customer_goals])),
        ("Scenario", journey.scenario or ""),
        ("Objective", journey.objective or ""),
    )
    yield from ((title, text) for title, text in plain if text)
    scope = journey.scope
    if scope is not None and (scope.starts or scope.ends):
        ends = [each for each in (scope.starts, scope.ends) if each]
        yield "Scope", towards(*ends) if len(ends) > 1 else ends[0]
    if journey.owner is not None:
        parts = (journey.owner.name, known.department(journey.owner.department))
        yield "Owner", joined(", ", parts)
    if journey.review is not None and journey.review.last:
        yield "Reviewed", str(journey.review.last)


def barrier_rows(journey: JourneyMap, known: Known) -> Iterator[BarrierRow]:
    """Give the barriers of all stages with what is done about them."""
    for stage in journey.stages:
        for found in stage.barriers:
            removals = tuple(
                _noted(each.text, known.department(each.department), each.status or "")
                for each in found.removals
            )
            if not removals and found.removals.none:
                removals = (worded("None: {}", found.removals.none),)
            affects = percent(found.affects) if found.affects is not None else ""
            yield BarrierRow(stage.name, found.text, found.severity or "", affects, removals)


def _noted(text: str, *notes: str) -> str:
    shown = joined(", ", notes)
    return worded("{} ({})", text, shown) if shown else text


def _all(journey: JourneyMap, stage: Stage, known: Known) -> Iterator[Section]:
    needs = tuple(Entry(n.text, f"met: {n.met}" if n.met else "", n.evidence) for n in stage.needs)
    yield Section("Needs", needs, stage.needs.none)
    steps = tuple(
        Entry(s.text, _felt(s.feeling, s.score, s.trigger), s.evidence)
        for s in stage.customer_actions
    )
    yield Section("Customer actions", steps, stage.customer_actions.none)
    contacts = tuple(Entry(name_of(known, t), _contact(t, known)) for t in stage.touchpoints)
    yield Section("Touchpoints", contacts, stage.touchpoints.none)
    yield _statements("Thoughts", stage.thoughts)
    yield Section("Quotes", tuple(Entry(quoted(q.text), "", q.evidence) for q in stage.quotes))
    feelings = tuple(
        Entry(e.feeling or points(e.score), _felt("", e.score, e.trigger), e.evidence)
        for e in stage.emotions
    )
    yield Section("Emotions", feelings, stage.emotions.none)
    yield from (_statements(title, getattr(stage, key)) for key, title in _PLAIN)
    yield from _hurdles(stage, known)
    yield from _company(stage, known)
    for own in journey.lanes:
        yield _statements(own.name or readable(own.id), stage.lane(own.id))
    figures = tuple(
        Entry(
            f"{metric_name(m)}: {value(m, m.value)}",
            _target(m.target, value(m, m.target)),
            m.evidence,
        )
        for m in stage.metrics
    )
    yield Section("Metrics", figures, stage.metrics.none)


def _hurdles(stage: Stage, known: Known) -> Iterator[Section]:
    barriers = tuple(
        Entry(
            b.text,
            ", ".join(
                filter(
                    None,
                    (b.severity, f"affects {percent(b.affects)}" if b.affects is not None else ""),
                )
            ),
            b.evidence,
        )
        for b in stage.barriers
    )
    yield Section("Barriers", barriers, stage.barriers.none)
    measures = (*(r for b in stage.barriers for r in b.removals), *stage.opportunities)
    yield Section(
        "Opportunities",
        tuple(
            Entry(
                m.text,
                joined(", ", (known.department(m.department), m.status)),
                m.evidence,
            )
            for m in measures
        ),
    )


def _company(stage: Stage, known: Known) -> Iterator[Section]:
    acts = tuple(
        Entry(
            a.text,
            joined(", ", (known.department(a.department), a.layer, a.system)),
            a.evidence,
        )
        for a in stage.company_actions
    )
    yield Section("Company actions", acts, stage.company_actions.none)
    for title, moves in (
        ("How customers move on", stage.customer_progression),
        ("How we move them on", stage.company_progression),
    ):
        entries = tuple(
            Entry(p.text, percent(p.share) if p.share is not None else "", p.evidence)
            for p in moves
        )
        yield Section(title, entries, moves.none)
    passed = tuple(Entry(known.passing(h), h.what or "") for h in stage.handoffs)
    yield Section("Handoffs", passed, stage.handoffs.none)


def _statements(title: str, answer: Answer[Statement]) -> Section:
    return Section(title, tuple(Entry(s.text, "", s.evidence) for s in answer), answer.none)


def _felt(feeling: str | None, score: float | None, trigger: str | None) -> str:
    felt = (
        worded("{} ({})", feeling, points(score))
        if feeling and score is not None
        else feeling or points(score)
    )
    return joined("; ", (felt, worded("trigger: {}", trigger) if trigger else ""))


def _contact(touchpoint: Touchpoint, known: Known) -> str:
    marks = (
        joined(", ", [known.channel(each).name for each in channels_of(known, touchpoint)]),
        touchpoint.status if touchpoint.status and touchpoint.status != "existing" else "",
        "moment of truth" if touchpoint.moment_of_truth else "",
    )
    return joined(", ", marks)


def _target(target: float | None, written: str) -> str:
    return f"target {written}" if target is not None else ""
