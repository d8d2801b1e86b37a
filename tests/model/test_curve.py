"""Scores: of steps, stages and the whole journey."""

from __future__ import annotations

import pytest

from journeycli.model.curve import (
    Point,
    curve,
    curve_personas,
    felt,
    stage_low,
    stage_score,
    stage_scores,
)

from .samples import stage, stages

TWO_PERSONAS = (
    "customer_actions:\n"
    "  - {text: A, score: 1}\n"
    "  - {text: B, score: -1, persona: maya}\n"
    "  - C\n"
    "  - {text: D, score: 2, persona: tom}\n"
    "emotions:\n"
    "  - {feeling: tired, score: -2, persona: maya}\n"
    "  - wary\n"
)


@pytest.mark.parametrize(
    ("persona", "scores", "mean", "low"),
    [
        (None, (1.0, -1.0, 2.0, -2.0), 0.0, -2.0),
        ("maya", (1.0, -1.0, -2.0), pytest.approx(-2 / 3), -2.0),
        ("tom", (1.0, 2.0), 1.5, 1.0),
        ("nobody", (1.0,), 1.0, 1.0),
    ],
)
def test_a_stage_is_scored_by_its_steps_and_emotions(
    persona: str | None, scores: tuple[float, ...], mean: float, low: float
) -> None:
    """Its score is their mean, its low their least; what names no persona is everyone's."""
    found = stage(TWO_PERSONAS)
    assert stage_scores(found, persona) == scores
    assert stage_score(found, persona) == mean
    assert stage_low(found, persona) == low


def test_a_stage_without_scores_has_none() -> None:
    """No score is not the same as zero."""
    assert (stage_score(stage("emotions: [wary]")), stage_low(stage())) == (None, None)


def test_felt_elements_know_their_place() -> None:
    """Scored steps come first, then every emotion, each with its path from the stage."""
    assert [each.path for each in felt(stage(TWO_PERSONAS))] == [
        ("customer_actions", 0),
        ("customer_actions", 1),
        ("customer_actions", 3),
        ("emotions", 0),
        ("emotions", 1),
    ]


def test_the_curve_goes_through_steps_else_through_the_mean() -> None:
    """A stage's emotions stand for it only where no step is scored; silent stages have no point."""
    journey = stages(
        "customer_actions: [{text: A, score: 1, feeling: glad}, B, {text: C, score: -1}]\n"
        "emotions: [{feeling: sad, score: -2}]",
        "emotions: [{feeling: sad, score: -2}, {feeling: calm, score: 1}, lost]",
        "emotions: [lost]",
        "",
    )
    assert curve(journey) == (
        Point(0, 0, 1.0, "glad"),
        Point(0, 2, -1.0, None),
        Point(1, None, -0.5, "sad"),
    )


def test_each_persona_has_a_curve_of_their_own() -> None:
    """What names another persona is left out, and so makes way for the mean."""
    journey = stages(
        "customer_actions: [{text: A, score: 1, persona: maya}]\nemotions: [{score: 0}]",
        "emotions: [{score: 2, persona: tom}, {score: -1, persona: maya}]",
    )
    assert [point.score for point in curve(journey, "maya")] == [1.0, -1.0]
    assert [point.score for point in curve(journey, "tom")] == [0.0, 2.0]
    assert curve_personas(journey) == ("maya", "tom")
