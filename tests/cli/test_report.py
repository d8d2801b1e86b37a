"""`journey report` through the installed program."""

from __future__ import annotations

import csv
import gc
import json
import shutil
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.main import run
from journeycli.text import width
from program import ROOT, Ran, journey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DRAFT = """\
format: journey-map/1
id: draft
title: A first draft
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - Opens four tabs
    emotions:
      - {feeling: wary, score: -1, cause: company, trigger: The fee is hidden}
    barriers:
      - text: The fee is hidden
        severity: high
        removals:
          - {text: Show the fee, department: pricing, status: doing, due: 2026-10-31}
"""
CLOCK = ("--today", "2026-11-30")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "draft.journey.yaml").write_text(DRAFT)
    return tmp_path


@pytest.fixture
def say(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Ran]]:
    """Give the command as a function; the installed program is started where that matters."""
    monkeypatch.chdir(workspace)

    def said(*arguments: str) -> Ran:
        code = run(["report", *arguments])
        return Ran(code, *capsys.readouterr())

    yield said
    gc.enable()  # a run switches it off for the rest of its process


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    left_out = shutil.ignore_patterns("first-draft")
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True, ignore=left_out)
    return tmp_path


def test_the_examples_are_reported_on(examples: Path) -> None:
    """Maps, personas, departments and channels, by the date of their settings."""
    ran = journey("report", cwd=examples)
    assert ran.code == 0
    assert ran.out.startswith("7 maps (6 current, 1 future), 51 stages · 2026-11-30\n")
    for title in ("Maps", "Personas", "Departments", "Channels", "Next"):
        assert f"\n{title}\n" in ran.out
    assert ran.err == ""


def test_paths_say_which_maps(examples: Path) -> None:
    """Names are looked up in the whole workspace all the same."""
    ran = journey("report", "maps/insurance-claim.journey.yaml", "--format", "json", cwd=examples)
    data = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert [each["id"] for each in data["maps"]] == ["insurance-claim"]
    assert [each["name"] for each in data["personas"]] == ["Tom and Elin"]
    assert data["total"]["evidence"]["share"] == 1.0


@pytest.mark.parametrize("format_", ["text", "json", "md", "csv"])
@pytest.mark.parametrize("by", ["map", "stage", "question", "persona", "department", "channel"])
def test_every_table_in_every_format(say: Callable[..., Ran], by: str, format_: str) -> None:
    """One table alone, and nothing on standard error."""
    ran = say("--by", by, "--format", format_, *CLOCK)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    if format_ == "json":
        assert json.loads(ran.out)["by"] == by
    elif format_ == "csv":
        assert len(list(csv.DictReader(StringIO(ran.out)))) == ran.out.count("\n") - 1


@pytest.mark.parametrize("format_", ["text", "json", "md", "csv"])
def test_the_exit_code_is_the_same_for_every_format(workspace: Path, format_: str) -> None:
    """Data on standard output, the reason on standard error."""
    ran = journey("report", "--format", format_, "--fail-under", "0.5", *CLOCK, cwd=workspace)
    assert ran.code == 1
    assert ran.out
    assert ran.err == "45% is complete (5 of 11 questions); 50% was asked for.\n"


@pytest.mark.parametrize(
    ("share", "code"),
    [("0.4", 0), ("45%", 0), ("45.45%", 0), ("45.46%", 1), ("0.46", 1), ("0", 0), ("1", 1)],
)
def test_a_share_is_a_fraction_or_a_percentage(
    say: Callable[..., Ran], share: str, code: int
) -> None:
    """Exactly as much as was asked for is enough."""
    assert say("--fail-under", share).code == code


@pytest.mark.parametrize("share", ["80", "-1", "1.5", "101%", "half", "nan", ""])
def test_what_is_no_share_is_refused(say: Callable[..., Ran], share: str) -> None:
    """With how it should be written."""
    ran = say(f"--fail-under={share}")
    assert (ran.code, ran.out) == (2, "")
    assert "takes a share from 0 to 1 or a percentage" in ran.err


def test_a_map_that_cannot_be_read_does_not_pass_the_gate(workspace: Path) -> None:
    """It is left out with a note, and a gate that did not see it is not green."""
    (workspace / "maps" / "broken.journey.yaml").write_text("- a list\n")
    ran = journey("report", *CLOCK, cwd=workspace)
    assert ran.code == 0
    assert "note: maps/broken.journey.yaml is left out, for it cannot be read" in ran.err
    gated = journey("report", "--fail-under", "0.1", *CLOCK, cwd=workspace)
    assert gated.code == 1
    assert "A map could not be read, so nobody knows whether enough is complete." in gated.err


def test_a_map_with_errors_is_taken_as_far_as_it_can_be_read(
    workspace: Path, say: Callable[..., Ran]
) -> None:
    """A note says so; there is no traceback."""
    path = workspace / "maps" / "draft.journey.yaml"
    path.write_text(DRAFT.replace("severity: high", "severity: hgih"))
    ran = say("--format", "json")
    assert ran.code == 0
    assert ran.err == (
        "note: maps/draft.journey.yaml has 1 error and is taken as far as it can be read; "
        "`journey lint maps/draft.journey.yaml` shows them.\n"
    )
    assert json.loads(ran.out)["maps"][0]["errors"] == 1


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["nowhere"], "nowhere does not exist.", ""),
        (["--by", "deparment"], "--by deparment: ", "Did you mean department?"),
        (["--sort", "feelings"], "--sort feelings: ", "Did you mean feeling?"),
        (["--format", "xml"], "--format xml: ", "text, json, md, csv"),
        (["--today", "tomorrow"], "--today tomorrow is not a date.", "2026-11-30"),
    ],
)
def test_a_wrong_word_is_told_with_the_right_one(
    say: Callable[..., Ran], arguments: list[str], message: str, hint: str
) -> None:
    """One clear line, exit code 2, and nothing on standard output."""
    ran = say(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert hint in ran.err


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.persona.yaml", "format: persona/1\nid: a\nname: A\n", "There is no map to look at."),
        ("a.journey.yaml", "", "None of these maps can be read."),
        ("a.journey.yaml", "\0", "None of these maps can be read."),
        ("readme.txt", "", "There is nothing to lint in"),
    ],
)
def test_without_a_map_there_is_no_report(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    """A report on nothing is an error: somebody meant something else."""
    (tmp_path / name).write_text(text)
    ran = journey("report", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_date_decides_what_is_overdue(workspace: Path, say: Callable[..., Ran]) -> None:
    """From the flag, else from the settings."""
    early = say("--format", "json", "--today", "2026-10-31")
    assert json.loads(early.out)["overdue"]["removals"] == []
    (workspace / "journey.toml").write_text('today = "2026-11-30"\n')
    late = say("--format", "json")
    assert [each["text"] for each in json.loads(late.out)["overdue"]["removals"]] == [
        "Show the fee"
    ]


@pytest.mark.parametrize(
    "environment",
    [
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"TERM": "dumb", "COLUMNS": "60"},
        {"PYTHONIOENCODING": "ascii"},
        {"COLUMNS": "140"},
    ],
)
def test_piped_lines_fit_and_have_no_colour(examples: Path, environment: dict[str, str]) -> None:
    """Whatever the encoding and the width."""
    ran = journey("report", cwd=examples, stdin=b"", **environment)
    room = int(environment.get("COLUMNS", "80"))
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert [line for line in ran.out.splitlines() if width(line) > room] == []


def test_json_is_ascii_where_the_stream_is(examples: Path) -> None:
    """And says the same."""
    plain = journey("report", "--format", "json", cwd=examples, PYTHONIOENCODING="ascii")
    assert plain.out.isascii()
    assert json.loads(plain.out) == json.loads(
        journey("report", "--format", "json", cwd=examples).out
    )
