"""Which evidence stands behind what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model import Persona
from journeycli.model.data import as_data
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model import Evidence, JourneyMap, Stage
    from journeycli.model.days import Day
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.source.span import Path

_SHOWN = 50  # cells of a title in a message
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
_OF_PERSONAS = (
    "goals",
    "needs",
    "frustrations",
    "motivations",
    "behaviours",
    "deciding_factors",
    "constraints",
    "attracted_by",
)


def is_researched(journey: JourneyMap) -> bool:
    """Tell whether the map says that somebody was asked."""
    return journey.maturity != "hypothesis"


def called(evidence: Evidence) -> str:
    """Give what people call a piece of evidence, short."""
    return shorten(evidence.title or evidence.id, _SHOWN)


def last_review(journey: JourneyMap) -> Day | None:
    """Give the date of the last review as it is written, or the latest of the log."""
    if journey.review is None:
        return None
    logged = [entry.date for entry in journey.review.log if entry.date is not None]
    return journey.review.last or max(logged, key=lambda each: each.last, default=None)


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
            statements = (each for field in _OF_PERSONAS for each in getattr(persona, field))
            names.update(name for each in statements for name in each.evidence)
    return frozenset(names)


def shared(
    journey: JourneyMap, names: Iterable[str], vocabulary: Vocabulary
) -> tuple[tuple[str, Evidence], ...]:
    """Give the evidence of the catalogs that a map names, with its name, sorted by that."""
    if not vocabulary.evidence:
        return ()
    own = {each.id for each in journey.evidence}
    named = sorted(name for name in names if name in vocabulary.evidence and name not in own)
    return tuple((name, vocabulary.evidence[name]) for name in named)


def dated(
    journey: JourneyMap, shared: Iterable[tuple[str, Evidence]]
) -> Iterator[tuple[Evidence, Path]]:
    """Give the dated evidence that a map rests on, and where the map says so.

    Of its own that is the date; of a catalog's, the first place that names it.
    """
    for index, evidence in enumerate(journey.evidence):
        if evidence.date is not None:
            yield evidence, ("evidence", index, "date")
    for name, evidence in shared:
        if evidence.date is not None:
            yield evidence, _naming(journey, name)


def _naming(journey: JourneyMap, name: str) -> Path:
    """Give the first place of a map that names a piece of evidence; stages as a whole first."""
    for index, stage in enumerate(journey.stages):
        if name in stage.evidence:
            return ("stages", index, "evidence", stage.evidence.index(name))
    return next(_places(as_data(journey), name, ()), ("evidence",))


def _places(data: object, name: str, path: Path) -> Iterator[Path]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "evidence" and name in value:
                yield (*path, key, value.index(name))
            else:
                yield from _places(value, name, (*path, key))
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from _places(each, name, (*path, index))
