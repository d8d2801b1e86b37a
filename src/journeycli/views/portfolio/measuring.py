"""From a map to its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.checklist import QUESTIONS, Share, share, states
from journeycli.model.curve import felt
from journeycli.rules.barriers.measures import is_open
from journeycli.views.portfolio.figures import MapFigures, Severities, StageFigures, StageName
from journeycli.views.portfolio.parts import Whole, channel_parts, department_parts, persona_parts
from journeycli.views.portfolio.scores import map_name, mean, moments
from journeycli.views.portfolio.work import unanswered, work_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeycli.lint.maps import ReadMap
    from journeycli.model import JourneyMap, Stage
    from journeycli.model.checklist import QuestionState
    from journeycli.model.stage import HasEvidence
    from journeycli.rules.context import MapContext
    from journeycli.views.portfolio.words import Words

_HEARSAY = "assumption"  # the honest word that nobody was asked is no evidence


def map_figures(read: ReadMap, context: MapContext, words: Words) -> MapFigures:
    """Take the figures of a map.

    Args:
        read: The map.
        context: What its rules know of it; barriers and evidence are counted as rules do.
        words: What the workspace calls things.

    """
    journey = read.journey
    open_ = tuple(
        tuple(each for each in stage.barriers if is_open(each, context)) for stage in journey.stages
    )
    whole = Whole(map_name(read.name, journey), context, open_, words)
    found = states(journey)
    stages = tuple(_stages(whole, found))
    return MapFigures(
        map=whole.map,
        maturity=journey.maturity,
        faults=read.faults,
        completeness=total(each.completeness for each in stages),
        questions=tuple(share(stage[code] for stage in found) for code in QUESTIONS),
        stages=stages,
        backed=total(each.backed for each in stages),
        touchpoints=tuple(dict.fromkeys(id_ for each in stages for id_ in each.touchpoints)),
        decisive=tuple(dict.fromkeys(_decisive(journey))),
        score=mean(each.score for each in stages),
        barriers=Severities.sum(each.barriers for each in stages),
        review_due=journey.review.due if journey.review else None,
        work=work_of(read, words),
        unanswered=unanswered(read),
        personas=persona_parts(whole),
        departments=department_parts(whole),
        channels=channel_parts(whole),
    )


def total(parts: Iterable[Share]) -> Share:
    """Add shares up: all that is settled of all that is asked."""
    parts = tuple(parts)
    return Share(sum(each.settled for each in parts), sum(each.asked for each in parts))


def _stages(whole: Whole, found: Sequence[Mapping[str, QuestionState]]) -> Iterator[StageFigures]:
    for index, stage in enumerate(whole.stages):
        own = moments(stage, whole.map)
        yield StageFigures(
            map=whole.map,
            stage=StageName(stage.id, stage.name),
            number=index + 1,
            completeness=share(found[index].values()),
            open=tuple(code for code, state in found[index].items() if state == "unanswered"),
            score=mean(each.score for each in own),
            low=min(own, key=lambda each: each.score, default=None),
            high=max(own, key=lambda each: each.score, default=None),
            backed=_backed(stage, whole.context),
            touchpoints=tuple(dict.fromkeys(each.effective_id for each in stage.touchpoints)),
            barriers=Severities.of(whole.open[index]),
        )


def _backed(stage: Stage, context: MapContext) -> Share:
    """Count the feelings and barriers, and those of them that evidence stands behind."""
    claims: list[HasEvidence] = [*(each.element for each in felt(stage)), *stage.barriers]
    backed = [any(_is_known(name, context) for name in stage.evidence_behind(c)) for c in claims]
    return Share(sum(backed), len(claims))


def _is_known(name: str, context: MapContext) -> bool:
    evidence = context.evidence.get(name)
    return evidence is not None and evidence.method != _HEARSAY


def _decisive(journey: JourneyMap) -> Iterator[str]:
    for stage, number in journey.moments_of_truth:
        yield journey.stages[stage].touchpoints[number].effective_id
