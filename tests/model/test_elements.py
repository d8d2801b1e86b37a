"""What elements know about themselves: ids, dates, figures, evidence, the ladder."""

from __future__ import annotations

from datetime import date

import pytest

from journeycli.model import Metric, Review
from journeycli.model.days import add_months, end_of_month

from .samples import data, stage, stages


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("touchpoints: [{id: desk, name: Front desk}]", "desk"),
        ("touchpoints: [Front desk]", "front-desk"),
        ("touchpoints: [{ref: website, id: own}]", "website"),
        ("touchpoints: [予約サイト]", "予約サイト"),
        ("barriers: [{id: queue, text: A queue}]", "queue"),
        ("barriers: [A queue]", "a-queue"),
        ("opportunities: [A letter before]", "a-letter-before"),
    ],
)
def test_elements_have_an_id_without_writing_one(written: str, expected: str) -> None:
    """Without an id, the slug of the name or text is one, and can be named just the same."""
    field = written.partition(":")[0]
    assert [each.effective_id for each in getattr(stage(written), field)] == [expected]


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_clip_to_their_end(start: date, months: int, expected: date) -> None:
    """A day that the month does not have becomes the month's end."""
    assert add_months(start, months) == expected


def test_a_month_ends_with_its_last_day() -> None:
    """Leap years included."""
    assert end_of_month(date(2028, 2, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("written", "latest", "due"),
    [
        ("{}", None, None),
        ("every: quarter", None, None),
        ("last: 2026-09-30", date(2026, 9, 30), None),
        ("every: month\nlast: 2026-01-31", date(2026, 1, 31), date(2026, 2, 28)),
        ("every: quarter\nlast: 2026-08", date(2026, 8, 31), date(2026, 11, 30)),
        ("every: half-year\nlast: 2026-08-31", date(2026, 8, 31), date(2027, 2, 28)),
        ("every: year\nlast: 2025", date(2025, 12, 31), date(2026, 12, 31)),
        (
            "every: year\nlog: [{date: 2025-03}, {found: A}, {date: 2024}]",
            date(2025, 3, 31),
            date(2026, 3, 31),
        ),
        ("last: 2025-01-01\nlog: [{date: 2026-01-01}]", date(2025, 1, 1), None),
    ],
)
def test_a_review_knows_when_the_next_is_due(
    written: str, latest: date | None, due: date | None
) -> None:
    """Cadence and last review make the date; a month or a year counts as its end."""
    review = Review.model_validate(data(written))
    assert (review.latest, review.due) == (latest, due)


@pytest.mark.parametrize(
    ("written", "better", "missed"),
    [
        ("kind: conversion\nvalue: 0.6\ntarget: 0.7", "up", True),
        ("kind: conversion\nvalue: 0.7\ntarget: 0.7", "up", False),
        ("kind: drop-off\nvalue: 0.4\ntarget: 0.3", "down", True),
        ("kind: drop-off\nvalue: 0.3\ntarget: 0.3", "down", False),
        ("kind: volume\nvalue: 1\ntarget: 2", None, False),
        ("kind: volume\nvalue: 1\ntarget: 2\ndirection: up", "up", True),
        ("kind: cost\nvalue: 1\ntarget: 2\ndirection: up", "up", True),
        ("kind: nps\nvalue: 1", "up", False),
        ("kind: nps\ntarget: 1", "up", False),
    ],
)
def test_a_figure_knows_whether_it_misses_its_target(
    written: str, better: str | None, *, missed: bool
) -> None:
    """More or less is better as written, else as its kind has it; unknown, nothing is missed."""
    metric = Metric.model_validate(data(written))
    assert (metric.better, metric.misses_target) == (better, missed)


def test_a_figure_is_called_by_its_name_or_kind() -> None:
    """A figure of one's own has a name, others may."""
    named = Metric.model_validate({"kind": "custom", "name": "Refusals"})
    assert (named.label, Metric.model_validate({"kind": "nps"}).label) == ("Refusals", "nps")


def test_evidence_stands_behind_what_names_none() -> None:
    """An element's own evidence, else its stage's."""
    found = stage(
        "evidence: [survey]\n"
        "emotions: [wary, {feeling: sad, evidence: [interviews]}]\n"
        "barriers: [A]\n"
    )
    behind = [found.evidence_behind(each) for each in (*found.emotions, *found.barriers)]
    assert behind == [("survey",), ("interviews",), ("survey",)]


def test_moments_of_truth_are_found_by_place() -> None:
    """Each by its stage's place and its own in it."""
    journey = stages(
        "touchpoints: [A, {name: B, moment_of_truth: true}]",
        "touchpoints: [{name: C, moment_of_truth: false}]",
        "touchpoints: [{name: D, moment_of_truth: true}]",
    )
    assert journey.moments_of_truth == ((0, 1), (2, 0))
