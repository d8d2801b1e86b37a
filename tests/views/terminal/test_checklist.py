"""The checklist as a table of values, and as lines."""

from __future__ import annotations

import re

import pytest

from journeycli.testing import lint_texts
from journeycli.text import width
from journeycli.views.checklist import checklist, percent
from journeycli.views.terminal.checklist import checklist_view

from .drawing import HERE, drawn, long, look, read, repair

MAP = (HERE / "maps" / "repair.journey.yaml").read_text("utf-8")
ALL_ANSWERED = """\
format: journey-map/1
id: done
title: Done
stages:
  - id: one
    name: One
    customer_actions: [Acts]
    company_actions: [Acts]
    customer_progression: [Moves]
    company_progression: [Moves]
    motivations: [Wants]
    inhibitors: {none: Nobody found any}
    emotions: {none: Nobody feels anything here}
    values: [Calm]
    barriers: {none: Nobody found any}
"""


def marks(code: str) -> list[str]:
    """Give how a question stands at the four stages of the map."""
    row = next(row for row in checklist(repair()).rows if row[0].code == code)
    return [cell.state for cell in row]


@pytest.mark.parametrize(
    ("code", "states"),
    [
        ("J101", ["answered", "answered", "answered", "unanswered"]),
        ("J102", ["none", "answered", "unanswered", "unanswered"]),
        ("J106", ["answered", "answered", "none", "unanswered"]),
        ("J107", ["answered", "answered", "answered", "unanswered"]),
        ("J108", ["answered", "unanswered", "answered", "not asked"]),
        ("J110", ["answered", "answered", "none", "unanswered"]),
        ("J111", ["answered", "answered", "not asked", "not asked"]),
    ],
)
def test_a_question_stands_as_lint_has_it(code: str, states: list[str]) -> None:
    """Statements answer, so does none with a reason; a child is not asked without its parent."""
    assert marks(code) == states


def test_what_is_open_is_what_lint_reports() -> None:
    """The table and the findings of J1 never disagree."""
    report = lint_texts({"repair.journey.yaml": MAP}, select=["J1"])
    names = [stage.name for stage in repair().stages]
    found = {(each.code, each.stage) for each in report.findings}
    asked = checklist(repair())
    open_ = {
        (cell.code, name)
        for name, column in zip(names, asked.columns, strict=True)
        for cell in column.open
    }
    assert open_ == found


def test_the_balance_counts_only_what_the_company_caused() -> None:
    """At the call we caused one good feeling and one bad; the cold was nobody's doing."""
    assert [column.balance for column in checklist(repair()).columns] == [
        (0, 1),
        (1, 1),
        (1, 0),
        (0, 0),
    ]
    assert checklist(repair()).balance == (2, 2)


def test_shares_leave_out_what_is_not_asked() -> None:
    """A question without ground is neither answered nor open."""
    asked = checklist(repair())
    assert [tuple(column.share) for column in asked.columns] == [(10, 11), (6, 11), (5, 10), (0, 9)]
    assert tuple(asked.share) == (21, 41)
    assert percent(asked.share) == 51


def test_next_stages_are_named_in_the_questions() -> None:
    """A question asks about the stages that this one leads to."""
    asked = [column.cells[3].asked for column in checklist(repair()).columns]
    assert asked == [
        "What do we do to move them on to “修理を頼む”?",
        "What do we do to move them on to “The visit”?",
        "What do we do to move them on to “Pay the bill” or “修理を頼む”?",
        "What do we do to bring them back, or to have them tell others?",
    ]


@pytest.mark.parametrize("at", range(20, 251, 21))
@pytest.mark.parametrize("stages", [1, 6, 10, 30])
def test_no_line_is_wider_than_the_terminal(stages: int, at: int) -> None:
    """Whatever the width and the number of stages, in letters and in ASCII."""
    for encoding in ("utf-8", "ascii"):
        text = drawn(checklist_view, long(stages), look(at, encoding))
        assert [line for line in text.splitlines() if width(line) > at] == []


@pytest.mark.parametrize("at", [40, 60, 80, 140])
def test_the_story_is_the_same_at_every_width(at: int) -> None:
    """Narrow or wide, nothing is left out."""
    told = [
        "51%", "21 of 41", "20 open", "J104", "Wemovethemon", "修理", "bill", "+1−0",
        "Nobodyhereknowsyet", "journeyfill", "journeyexplainJ104", "Wecaused2goodfeelings",
    ]  # fmt: skip
    text = "".join(drawn(checklist_view, repair(), look(at)).split())
    assert [each for each in told if each.replace(" ", "") not in text] == []


def test_columns_line_up_under_wide_letters_and_emoji() -> None:
    """The fourth column begins at the same cell in every row."""
    lines = drawn(checklist_view, repair(), look(80)).splitlines()
    rows = [line for line in lines if re.match(r"J1\d\d ", line)]
    ends = {width(line) for line in rows}
    assert (len(rows), ends) == (11, {76})


def test_states_are_told_apart_without_colour() -> None:
    """Each has its own sign, in letters and in ASCII."""
    unicode = " ".join(drawn(checklist_view, repair(), look(100)).split())
    plain = " ".join(drawn(checklist_view, repair(), look(100, "ascii")).split())
    assert "✓ answered, and how often – none, because ? open · not asked" in unicode
    assert "ok answered, and how often - none, because ? open . not asked" in plain
    assert plain.isascii()


def test_colour_is_written_only_where_it_is_wanted() -> None:
    """Without it there is not one control sequence, not even the one that the map smuggles in."""
    assert "\x1b" not in drawn(checklist_view, repair(), look(80))
    assert "\x1b[32m✓\x1b[0m" in drawn(checklist_view, repair(), look(80, color=True))


def test_a_finished_checklist_says_so() -> None:
    """There is nothing to fill in, so nobody is told to."""
    text = drawn(checklist_view, read(ALL_ANSWERED), look(80))
    assert "100%" in text
    assert "9 of 9 questions answered, 3 of them by “none, because”   nothing open" in text
    assert "No question is open." in text
    assert "journey fill" not in text


def test_a_map_with_errors_says_that_it_has_them() -> None:
    """What could be read is shown, and the first thing to do is to mend the file."""
    text = drawn(checklist_view, repair(), look(120), faults=2)
    told = "! This file has 2 errors; here is what could be read. See: journey lint"
    assert told in text
    assert "journey fill" not in text
