"""How a journey feels: scores from −2 to 2, of steps, stages and the whole."""

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import CustomerAction, Emotion


class Felt(NamedTuple):
    """A scored step of a stage, or an emotion of it, scored or not.

    Attributes:
        path: Where it stands, from the stage: `("customer_actions", 2)` or `("emotions", 0)`.
        element: The step or the emotion.

    """

    path: tuple[str, int]
    element: "CustomerAction | Emotion"


class Point(NamedTuple):
    """A point of the emotion curve.

    Attributes:
        stage: The stage's place in the map, from 0.
        step: The customer action's place in its stage, from 0; None for a stage's emotions.
        score: From −2 to 2; a mean need not be a half.
        feeling: The feeling, where it has a name.

    """

    stage: int
    step: int | None
    score: float
    feeling: str | None


def felt(stage: "Stage", persona: str | None = None) -> tuple[Felt, ...]:
    """Give the scored steps of a stage in order, then its emotions.

    Args:
        stage: The stage.
        persona: Whose; what names no persona is everyone's. None for all.

    """
    steps = [
        Felt(("customer_actions", index), step)
        for index, step in enumerate(stage.customer_actions)
        if step.score is not None
    ]
    emotions = [Felt(("emotions", index), each) for index, each in enumerate(stage.emotions)]
    return tuple(each for each in (*steps, *emotions) if _is_of(each.element.persona, persona))


def stage_scores(stage: "Stage", persona: str | None = None) -> tuple[float, ...]:
    """Give the scores of a stage's steps and emotions, in order.

    Args:
        stage: The stage.
        persona: Whose; what names no persona is everyone's. None for all.

    """
    return _scores([each.element for each in felt(stage, persona)])


def stage_score(stage: "Stage", persona: str | None = None) -> float | None:
    """Give a stage's score: the mean of its scored steps and emotions; None where none is."""
    scores = stage_scores(stage, persona)
    return fmean(scores) if scores else None


def stage_low(stage: "Stage", persona: str | None = None) -> float | None:
    """Give a stage's low: the least of its scored steps and emotions; None where none is."""
    return min(stage_scores(stage, persona), default=None)


def curve(journey: "JourneyMap", persona: str | None = None) -> tuple[Point, ...]:
    """Give the emotion curve.

    It goes through every scored step in order and, where a stage has none, through the mean of its
    emotions; a stage without any score has no point.

    Args:
        journey: The map.
        persona: Whose; what names no persona is everyone's. None for all.

    """
    points: list[Point] = []
    for index, stage in enumerate(journey.stages):
        steps = [
            Point(index, number, step.score, step.feeling)
            for number, step in enumerate(stage.customer_actions)
            if step.score is not None and _is_of(step.persona, persona)
        ]
        points += steps or _mean_point(stage, index, persona)
    return tuple(points)


def curve_personas(journey: "JourneyMap") -> tuple[str, ...]:
    """Give the personas who have scores of their own, in the order in which they appear."""
    named = (
        each.element.persona
        for stage in journey.stages
        for each in felt(stage)
        if each.element.score is not None and each.element.persona is not None
    )
    return tuple(dict.fromkeys(named))


def _mean_point(stage: "Stage", index: int, persona: str | None) -> list[Point]:
    own = [each for each in stage.emotions if _is_of(each.persona, persona)]
    scores = _scores(own)
    if not scores:
        return []
    strongest = max(own, key=lambda each: -1.0 if each.score is None else abs(each.score))
    return [Point(index, None, fmean(scores), strongest.feeling)]


def _scores(elements: "Sequence[CustomerAction | Emotion]") -> tuple[float, ...]:
    return tuple(each.score for each in elements if each.score is not None)


def _is_of(whose: str | None, persona: str | None) -> bool:
    return persona is None or whose is None or whose == persona
