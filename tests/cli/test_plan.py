"""`journey plan` through the installed program."""

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


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    left_out = shutil.ignore_patterns("first-draft")
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True, ignore=left_out)
    return tmp_path


@pytest.fixture
def say(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Ran]]:
    """Give the command as a function; the installed program is started where that matters."""
    monkeypatch.chdir(workspace)

    def said(*arguments: str) -> Ran:
        code = run(["plan", *arguments])
        return Ran(code, *capsys.readouterr())

    yield said
    gc.enable()  # a run switches it off for the rest of its process


def ranks(out: str) -> list[tuple[int, str]]:
    return [(each["rank"], each["text"]) for each in json.loads(out)["work"]]


def test_the_work_of_all_maps_is_put_in_order(workspace: Path) -> None:
    """The weightiest first; each with its weight and the reason."""
    ran = journey("plan", "--format", "json", cwd=workspace)
    data = json.loads(ran.out)
    assert ran.code == 0
    weights = [each["weight"] for each in data["work"]]
    assert weights == sorted(weights, reverse=True)
    assert {each["kind"] for each in data["work"]} == {"removal", "opportunity", "resource"}
    assert all(each["because"] for each in data["work"])
    assert {each["map"]["id"] for each in data["work"]} >= {"switch-broadband", "insurance-claim"}


def test_a_department_sees_its_own_work_with_the_ranks_of_all(say: Callable[..., Ran]) -> None:
    """By id or by name."""
    every = ranks(say("--format", "json").out)
    by_id = say("--department", "billing", "--format", "json")
    by_name = say("--department", "Billing", "--format", "json")
    assert by_id.out == by_name.out
    assert by_id.code == 0
    own = ranks(by_id.out)
    assert 0 < len(own) < len(every)
    assert set(own) < set(every)


def test_status_and_due_date_narrow_the_plan(say: Callable[..., Ran]) -> None:
    """Several statuses with commas; `all` shows what is done as well."""

    def statuses(*arguments: str) -> set[str]:
        ran = say("--format", "json", *arguments)
        assert ran.code == 0
        return {each["status"] for each in json.loads(ran.out)["work"]}

    assert statuses("--status", "idea") == {"idea"}
    assert statuses("--status", "doing,planned") == {"doing", "planned"}
    assert statuses("--status", "doing", "--status", "done") == {"doing", "done"}
    assert "done" in statuses("--status", "all")
    ran = say("--due-before", "2027", "--format", "json")
    assert {each["due"] for each in json.loads(ran.out)["work"]} <= {
        "2026-12-15", "2026-12-18", "2026-12-31",
    }  # fmt: skip


def test_the_text_has_the_matrix_the_work_and_the_rule_of_ranking(say: Callable[..., Ran]) -> None:
    """Readable by whoever has to decide."""
    ran = say("--top", "3")
    assert ran.code == 0
    assert "\nImpact against effort: the numbers are ranks\n" in ran.out
    assert "\nWork, the weightiest first\n" in ran.out
    assert "Ranked by the severity × reach" in ran.out


def test_explain_reckons_every_row_out(say: Callable[..., Ran]) -> None:
    """In the text on demand, in the other formats always."""
    plain = say("--top", "3")
    told = say("--top", "3", "--explain")
    assert "impact 5 / effort 2 = 2.5" not in plain.out
    assert "impact 5 / effort 2 = 2.5" in told.out
    for format_ in ("json", "md", "csv"):
        ran = say("--top", "3", "--format", format_)
        assert "impact 5 / effort 2 = 2.5" in ran.out


def test_csv_has_a_row_a_piece_of_work(workspace: Path, say: Callable[..., Ran]) -> None:
    """With its file and its line, so that a ticket can point there."""
    ran = say("--format", "csv")
    rows = list(csv.DictReader(StringIO(ran.out)))
    assert len(rows) == len(ranks(say("--format", "json").out))
    first = next(row for row in rows if row["kind"] == "removal")
    lines = (workspace / first["path"]).read_text("utf-8").splitlines()
    assert first["work"] in lines[int(first["line"]) - 1]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--department", "biling"], "--department biling: ", "Did you mean billing?"),
        (["--status", "dooing"], "--status dooing: ", "Did you mean doing?"),
        (["--due-before", "soon"], "--due-before soon is not a date.", "2027-01"),
        (["--format", "xlsx"], "--format xlsx: ", "text, json, md, csv"),
        (["--top", "0"], "--top", "plan --help"),
        (["maps/nope.journey.yaml"], "nope.journey.yaml does not exist.", ""),
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


def test_a_plan_that_holds_nothing_is_no_failure(say: Callable[..., Ran]) -> None:
    """It says so; in the other formats there is no row."""
    nothing = ("--department", "loss-adjusting", "--status", "dropped")
    ran = say(*nothing)
    assert ran.code == 0
    assert "No work on these maps is what was asked for." in ran.out
    assert say(*nothing, "--format", "csv").out.count("\n") == 1
    assert "No work on these maps" in say(*nothing, "--format", "md").out


def test_a_map_with_errors_keeps_its_work(tmp_path: Path) -> None:
    """As far as it can be read, with a note."""
    (tmp_path / "m.journey.yaml").write_text(
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n    barriers:\n"
        "      - text: It rains\n        severity: awful\n        removals: [A roof]\n"
    )
    ran = journey("plan", cwd=tmp_path)
    assert ran.code == 0
    assert "A roof" in ran.out
    assert "note: m.journey.yaml has 1 error" in ran.err


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "dumb", "COLUMNS": "60"},
        {"PYTHONIOENCODING": "ascii"},
        {"COLUMNS": "140"},
    ],
)
def test_piped_lines_fit_and_have_no_colour(workspace: Path, environment: dict[str, str]) -> None:
    """Whatever the encoding and the width."""
    ran = journey("plan", "--explain", cwd=workspace, stdin=b"", **environment)
    room = int(environment.get("COLUMNS", "80"))
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert [line for line in ran.out.splitlines() if width(line) > room] == []


def test_colour_can_be_asked_for(say: Callable[..., Ran]) -> None:
    """And is not there otherwise."""
    assert "\x1b[" in say("--color", "always").out
    assert "\x1b[" not in say().out
