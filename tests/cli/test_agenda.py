"""`journey agenda` through the installed program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = """\
format: journey-map/1
id: parcel
title: Sending a parcel
maturity: researched
personas: [{id: sender, name: Somebody in a hurry}]
owner: {department: counter}
review: {every: quarter, last: 2025-01-31}
evidence:
  - {id: talks, method: interview, date: 2025-01, respondents: [customers]}
stages:
  - id: pack
    name: Pack it
    customer_actions: [Looks for a box]
    touchpoints:
      - {id: box-shelf, name: Box shelf, channel: store, department: counter}
    emotions: [{feeling: annoyed, score: -1, cause: company}]
    barriers:
      - id: no-box
        text: "The shelf is empty | by *noon*"
        severity: high
        touchpoint: box-shelf
        removals:
          - {text: Fill it twice a day, department: depot, status: planned, due: 2025-06-30}
      - text: The tape is gone
        removals: [{text: Tape at the till, status: done, done: 2025-03}]
  - id: hand-over
    name: Hand it over
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "parcel.journey.yaml").write_text(MAP, "utf-8")
    return tmp_path


def agenda(workspace: Path, *more: str) -> str:
    ran = journey(
        "agenda", "parcel", "--today", "2025-12-01", "--width", "200", *more, cwd=workspace
    )
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_what_is_overdue_goes_to_the_department_that_promised_it(workspace: Path) -> None:
    """A late removal is asked of its own department, with its rule and its places."""
    part = agenda(workspace).split("\ndepot\n")[1].split("\n\n")[0]
    assert "What holds it up, and what is the new date? (overdue)" in part
    assert "J503 stages[pack].barriers[no-box].removals[0].due" in part
    assert "parcel.journey.yaml:23:82" in part


def test_what_is_unanswered_is_asked_of_customers_stage_by_stage(workspace: Path) -> None:
    """The interview guide opens with the standing questions; then each stage has its own."""
    guide = agenda(workspace).split("INTERVIEW GUIDE")[1]
    opening = guide.index("1. How did you first hear of us?")
    assert opening < guide.index("\nPack it\n") < guide.index("\nHand it over\n")
    assert "What did you do here, step by step? (unanswered)" in guide.split("\nHand it over\n")[1]
    assert "J101 stages[hand-over].customer_actions" in guide


def test_what_nobody_knows_is_unsupported(workspace: Path) -> None:
    """Claims without evidence are put to customers."""
    assert "Was it like this for you? (unsupported)" in agenda(workspace)


def test_ideas_are_wanted_for_every_barrier_that_stands(workspace: Path) -> None:
    """What is done about it already is said; a barrier that is taken away is not asked about."""
    ideas = agenda(workspace).split("Ideas for what stands in the way")[1].split("INTERVIEW")[0]
    assert "The shelf is empty | by *noon* (high)" in ideas
    assert "So far: Fill it twice a day (planned, due 2025-06-30, depot)" in ideas
    assert "The tape is gone" not in ideas


def test_markdown_is_escaped_and_goes_into_a_file(workspace: Path) -> None:
    """The name of the file says that it is Markdown; nothing of the map takes effect in it."""
    done = journey("agenda", "parcel", "--today", "2025-12-01", "-o", "workshop.md", cwd=workspace)
    assert (done.code, done.out, done.err) == (0, "", "wrote  workshop.md\n")
    text = (workspace / "workshop.md").read_text("utf-8")
    assert text.startswith("# Sending a parcel: what to talk about\n\n## Workshop\n")
    assert r"**The shelf is empty \| by \*noon\***" in text
    assert "## Interview guide\n\n### To open with\n\n1. How did you first hear of us?" in text


def test_a_baseline_or_an_ignore_comment_takes_a_question_off_the_agenda(workspace: Path) -> None:
    """What lint does not count is not asked."""
    path = workspace / "parcel.journey.yaml"
    path.write_text(
        MAP.replace("format:", "# journey: ignore-file[J503] -- known\nformat:", 1), "utf-8"
    )
    assert "J503" not in agenda(workspace)


def test_a_complete_map_still_has_its_standing_questions() -> None:
    """Nothing open is said so, and the guide opens as ever."""
    ran = journey("agenda", "insurance-claim", "--today", "2026-11-30", cwd=ROOT / "examples")
    assert (ran.code, ran.err) == (0, "")
    assert "6. What decided it for you in the end?" in ran.out


@pytest.mark.parametrize(
    ("encoding", "width"), [("ascii", "60"), ("cp1252", "120"), ("utf-8", "40")]
)
def test_every_width_and_encoding(workspace: Path, encoding: str, width: str) -> None:
    """No line overflows, and no encoding stops it."""
    ran = journey("agenda", "parcel", "--width", width, cwd=workspace, PYTHONIOENCODING=encoding)
    assert ran.code == 0
    lines = re.sub(r"\\x[0-9a-f]{2}", "?", ran.out).splitlines()  # bytes of cp1252
    assert max(map(len, lines)) <= int(width)


def test_a_wrong_name_is_answered_with_the_right_one(workspace: Path) -> None:
    """A map that does not exist is exit code 2, with the one that was meant."""
    ran = journey("agenda", "parsel", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean parcel?" in ran.err
