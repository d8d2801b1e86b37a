"""How the journey feels: scores from −2 to 2, stage by stage and along the curve."""

from collections.abc import Iterator
from typing import NamedTuple

from journeycli.model.journey import JourneyMap
from journeycli.model.stage import Stage
from journeycli.model.statements import CustomerAction, Emotion


class Felt(NamedTuple):
    """An emotion of a stage, or a step of it that has a score.

    Attributes:
        path: Where it stands, from the stage: `("emotions", 0)` or `("customer_actions", 2)`.
        element: The emotion or the step.

    """

    path: tuple[str, int]
    element: Emotion | CustomerAction

    @property
    def score(self) -> float | None:
        """Its score from −2 to 2, if it has one; a step always has."""
        return self.element.score


class Balance(NamedTuple):
    """How many good and how many bad feelings we caused ourselves."""

    good: int
    bad: int


class CurvePoint(NamedTuple):
    """A point that the emotion curve goes through.

    Attributes:
        stage: The index of the stage.
        step: The index of the scored customer action, or None for the mean of the stage's
            emotions.
        score: From −2 to 2; a mean need not be a half.

    """

    stage: int
    step: int | None
    score: float


def felt(stage: Stage, persona: str | None = None) -> tuple[Felt, ...]:
    """Give the scored steps of a stage, then its emotions.

    Args:
        stage: The stage.
        persona: Leave out what belongs to another persona than this one.

    """
    steps = (
        Felt(("customer_actions", index), step)
        for index, step in enumerate(stage.customer_actions)
        if step.score is not None
    )
    emotions = (Felt(("emotions", index), each) for index, each in enumerate(stage.emotions))
    return tuple(each for each in (*steps, *emotions) if _concerns(each.element, persona))


def stage_score(stage: Stage, persona: str | None = None) -> float | None:
    """Give the mean of a stage's scored steps and emotions; None without any."""
    scores = _scores(stage, persona)
    return sum(scores) / len(scores) if scores else None


def stage_low(stage: Stage, persona: str | None = None) -> float | None:
    """Give the lowest score of a stage's steps and emotions; None without any."""
    return min(_scores(stage, persona), default=None)


def balance(stage: Stage) -> Balance:
    """Count the good and the bad feelings of a stage that we caused ourselves."""
    ours = [
        each.score for each in felt(stage) if each.element.cause == "company" and each.score is not None
    ]
    return Balance(sum(score > 0 for score in ours), sum(score < 0 for score in ours))


def curve(journey: JourneyMap, persona: str | None = None) -> tuple[CurvePoint, ...]:
    """Give the points of the emotion curve, in the order of the map.

    It goes through every scored step and, where a stage has none, through the mean of its
    emotions. Stages without any score have no point.

    Args:
        journey: The map.
        persona: Leave out what belongs to another persona than this one.

    """
    return tuple(
        point
        for index, stage in enumerate(journey.stages)
        for point in _stage_points(index, stage, persona)
    )


def curve_personas(journey: JourneyMap) -> tuple[str, ...]:
    """Give the personas who have scores of their own, in the order in which they appear."""
    named = (
        each.element.persona
        for stage in journey.stages
        for each in felt(stage)
        if each.score is not None and each.element.persona is not None
    )
    return tuple(dict.fromkeys(named))


def _stage_points(index: int, stage: Stage, persona: str | None) -> Iterator[CurvePoint]:
    steps = [
        CurvePoint(index, number, step.score)
        for number, step in enumerate(stage.customer_actions)
        if step.score is not None and _concerns(step, persona)
    ]
    if steps:
        yield from steps
    elif (mean := stage_score(stage, persona)) is not None:
        yield CurvePoint(index, None, mean)


def _scores(stage: Stage, persona: str | None) -> list[float]:
    return [each.score for each in felt(stage, persona) if each.score is not None]


def _concerns(element: Emotion | CustomerAction, persona: str | None) -> bool:
    return persona is None or element.persona in (None, persona)
