"""The checklist: what a stage has to say to each of the eleven questions."""

from __future__ import annotations

import pytest

from journeycli.model.checklist import (
    QUESTIONS,
    Balance,
    Share,
    balance,
    has_removal,
    open_barriers,
    open_effects,
    opened_for,
    share,
    states,
)

from .samples import stage, stages


def test_the_questions_are_in_the_order_of_their_rules() -> None:
    """Eleven questions, J101 to J111, each by the name of its rule."""
    assert [question.code for question in QUESTIONS.values()] == [
        f"J{number}" for number in range(101, 112)
    ]
    assert list(QUESTIONS) == [question.code for question in QUESTIONS.values()]
    assert QUESTIONS["J108"].name == "emotional-effect-unanswered"
    assert [code for code, question in QUESTIONS.items() if not question.is_key] == ["J108", "J111"]


def test_a_question_names_the_next_stages() -> None:
    """It is put with the names of what follows, or for a stage that leads nowhere on."""
    question = QUESTIONS["J105"]
    assert question.asked(["Order"]) == "What makes them want to go on to “Order”?"
    assert (
        question.asked(["Order", "Wait"]) == "What makes them want to go on to “Order” or “Wait”?"
    )
    assert question.asked([]) == "What makes them want to come back, or to tell others?"


def test_no_question_speaks_of_a_stage_that_is_not_there() -> None:
    """On the way and at the end of the journey, no question has a gap in it."""
    for question in QUESTIONS.values():
        assert "{" not in question.asked([]) + question.asked(["Order"])


@pytest.mark.parametrize(
    ("code", "written", "expected"),
    [
        ("J101", "", "unanswered"),
        ("J101", "customer_actions: [Waits]", "answered"),
        ("J101", "customer_actions: {none: Nothing happens}", "none"),
        ("J101", "customer_actions: {none: }", "unanswered"),
        ("J101", "customer_actions: []", "unanswered"),
        ("J106", "inhibitors: [Asks too much]", "answered"),
        ("J106", "inhibitors: {none: Not known}", "none"),
        ("J106", "barriers: [{text: A, cause: company}]", "answered"),
        ("J106", "inhibitors: {none: }\nbarriers: [{text: A, cause: company}]", "answered"),
        ("J106", "barriers: [{text: A, cause: partner}]", "unanswered"),
        ("J107", "emotions: [wary]", "answered"),
        ("J107", "customer_actions: [{text: A, score: 1}]", "answered"),
        ("J107", "customer_actions: [{text: A, feeling: wary}]", "unanswered"),
        ("J108", "", "not asked"),
        ("J108", "emotions: {none: Nobody was asked}", "not asked"),
        ("J108", "customer_actions: [Waits]", "not asked"),
        ("J108", "emotions: [wary]", "unanswered"),
        ("J108", "emotions: [{feeling: wary, score: 0}]", "unanswered"),
        ("J108", "emotions: [{feeling: wary, score: 0, cause: company}]", "answered"),
        ("J108", "customer_actions: [{text: A, score: 1}]", "unanswered"),
        ("J108", "customer_actions: [{text: A, score: 1, cause: customer}]", "answered"),
        ("J110", "barriers: [A queue]", "answered"),
        ("J110", "barriers: {none: The way is free}", "none"),
        ("J111", "", "not asked"),
        ("J111", "barriers: {none: The way is free}", "not asked"),
        ("J111", "barriers: [A queue]", "unanswered"),
        ("J111", "barriers: [{text: A, removals: [B]}]", "answered"),
        ("J111", "barriers: [{text: A, removals: {none: No room}}]", "answered"),
        ("J111", "barriers: [{text: A, removals: {none: }}]", "unanswered"),
        ("J111", "barriers: [{text: A, removals: [{text: B, status: dropped}]}]", "unanswered"),
        ("J111", "barriers: [{text: A, removals: [B]}, C]", "unanswered"),
    ],
)
def test_a_question_stands_as_its_stage_answers_it(code: str, written: str, expected: str) -> None:
    """Answered, none with a reason, unanswered; or not asked, as nothing is there to ask about."""
    assert QUESTIONS[code].state(stage(written)) == expected
    assert QUESTIONS[code].is_settled(stage(written)) == (expected != "unanswered")


def test_an_opportunity_answers_a_barrier_of_any_stage() -> None:
    """It names the barrier by its id, or by the slug of its text; a dropped one does not count."""
    journey = stages(
        "barriers: [{id: queue, text: A queue}, One desk, A third]",
        "opportunities: [{text: A letter, for: [queue, one-desk]}]",
        "opportunities: [{text: Another, for: [a-third], status: dropped}]",
    )
    assert opened_for(journey) == {"queue", "one-desk"}
    first = journey.stages[0]
    assert [has_removal(each, opened_for(journey)) for each in first.barriers] == [
        True,
        True,
        False,
    ]
    assert open_barriers(first, opened_for(journey)) == (("barriers", 2),)
    assert states(journey)[0]["J111"] == "unanswered"


def test_open_effects_are_named_by_place() -> None:
    """Feelings without a score or a cause are found as paths from their stage."""
    found = stage(
        "customer_actions:\n"
        "  - Waits\n"
        "  - {text: A, score: 1}\n"
        "  - {text: B, score: 1, cause: company}\n"
        "emotions:\n"
        "  - {feeling: wary, cause: company}\n"
        "  - {feeling: wary, score: 0, cause: company}\n"
    )
    assert open_effects(found) == (("customer_actions", 1), ("emotions", 0))


def test_the_balance_counts_what_we_caused() -> None:
    """Good and bad feelings of our own making; neither counts as none, nor what others caused."""
    found = stage(
        "customer_actions:\n"
        "  - {text: A, score: 1, cause: company}\n"
        "  - {text: B, score: -2, cause: competitor}\n"
        "emotions:\n"
        "  - {feeling: a, score: -0.5, cause: company}\n"
        "  - {feeling: b, score: -2, cause: company}\n"
        "  - {feeling: c, score: 0, cause: company}\n"
        "  - {feeling: d, cause: company}\n"
    )
    assert balance(found) == Balance(1, 2)


def test_what_was_not_asked_does_not_count() -> None:
    """The share that is settled is of what was asked; of nothing there is no share."""
    assert share(["answered", "none", "unanswered", "not asked"]) == Share(2, 3)
    assert share(["answered", "unanswered"]).value == 0.5
    assert share(["not asked"]).value is None
