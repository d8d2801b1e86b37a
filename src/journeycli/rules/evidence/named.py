"""Which evidence stands behind what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model import Persona

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Evidence, JourneyMap, Stage
    from journeycli.rules.vocabulary import Vocabulary

_STATEMENTS = (
    "needs",
    "customer_actions",
    "company_actions",
    "customer_progression",
    "company_progression",
    "motivations",
    "inhibitors",
    "enablers",
    "influences",
    "values",
    "thoughts",
    "quotes",
    "emotions",
    "barriers",
    "opportunities",
    "metrics",
)


def is_researched(journey: JourneyMap) -> bool:
    """Tell whether the map says that somebody was asked."""
    return journey.maturity != "hypothesis"


def stage_names(stage: Stage) -> Iterator[str]:
    """Give every name of evidence in a stage."""
    yield from stage.evidence
    for field in _STATEMENTS:
        for element in getattr(stage, field):
            yield from element.evidence
    for barrier in stage.barriers:
        for removal in barrier.removals:
            yield from removal.evidence
    for touchpoint in stage.touchpoints:
        if touchpoint.opinion is not None:
            yield from touchpoint.opinion.evidence
        for metric in touchpoint.metrics:
            yield from metric.evidence
    for answer in stage.lanes.values():
        for statement in answer:
            yield from statement.evidence


def map_names(journey: JourneyMap) -> frozenset[str]:
    """Give every name of evidence in a map."""
    names = {name for stage in journey.stages for name in stage_names(stage)}
    for element in (*journey.metrics, *journey.customer_goals):
        names.update(element.evidence)
    for persona in journey.personas:
        if isinstance(persona, Persona):
            names.update(persona.evidence)
    return frozenset(names)


def pieces(journey: JourneyMap, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """Give the evidence that a map rests on: its own, and what it names of the catalogs'."""
    own = {each.id for each in journey.evidence}
    shared = sorted(map_names(journey) - own)
    return (
        *journey.evidence,
        *(vocabulary.evidence[name] for name in shared if name in vocabulary.evidence),
    )
