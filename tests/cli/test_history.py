from __future__ import annotations

import csv
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from past import MAP, begin, commit, git
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

NAME = "maps/switch.journey.yaml"
ANSWERED = MAP.replace("emotions:", "thoughts:\n      - Why is it so dear?\n    emotions:")
REMOVED = MAP.replace("barriers:\n", "barriers: {none: They are gone}\n").partition("      - id:")
GONE = REMOVED[0] + "  - id: order\n    name: Order\n"
TODAY = ("--today", "2026-06-01")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    begin(tmp_path)
    commit(tmp_path, NAME, MAP, author="Ana", day="2026-01-05", message="Begin")
    commit(tmp_path, NAME, GONE, author="Ben", day="2026-02-10", message="No barriers")
    return tmp_path


def _lines(top: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = journey("history", *arguments, "--format", "json", *TODAY, cwd=top)
    assert ran.code == 0, ran.err
    lines: list[dict[str, Any]] = json.loads(ran.out)["lines"]
    return lines


def test_a_line_a_commit_the_oldest_first(top: Path) -> None:
    """Who, when, and what the map came to."""
    first, second = _lines(top, NAME)
    assert (first["author"], first["date"]) == ("Ana", "2026-01-05T10:00:00+00:00")
    assert (second["author"], second["subject"]) == ("Ben", "No barriers")
    barriers = [each["figures"]["open_barriers"] for each in (first, second)]
    assert barriers == [1, 0]
    assert first["figures"]["feeling"] == {"mean": -1.0, "lowest": -1.0}


def test_the_figures_are_those_of_the_report(top: Path) -> None:
    """Completeness, feelings and barriers are counted as `journey report` counts them."""
    last = _lines(top, "switch")[-1]["figures"]
    (map_,) = json.loads(journey("report", "--format", "json", cwd=top).out)["maps"]
    assert last["completeness"] == map_["completeness"]
    assert last["questions"] == map_["questions"]
    assert last["feeling"]["mean"] == map_["feeling"]["mean"]
    assert last["open_barriers"] == map_["barriers"]["open"]


def test_findings_are_those_of_lint_by_the_day_of_the_commit(top: Path) -> None:
    """A map by itself: what lint says of it on that day, rules across files left out."""
    report = journey("lint", NAME, "--format", "json", "--today", "2026-02-10", cwd=top).out
    found = [each for each in json.loads(report)["findings"] if not each["code"].startswith("J8")]
    counts = _lines(top, NAME)[-1]["figures"]["findings"]
    levels = [each["severity"] for each in found]
    assert counts == {
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "infos": levels.count("info"),
    }


def test_the_last_line_is_what_is_not_committed_yet(top: Path) -> None:
    """It has today's date and no commit; without a change there is no such line."""
    assert _lines(top, NAME)[-1]["commit"] is not None
    (top / NAME).write_text(ANSWERED)
    last = _lines(top, NAME)[-1]
    assert (last["commit"], last["author"], last["date"]) == (None, None, "2026-06-01")
    assert last["figures"]["open_barriers"] == 1


def test_a_file_that_no_commit_has_is_all_there_is(tmp_path: Path) -> None:
    """In a repository without commits the file as it is makes the only line."""
    begin(tmp_path)
    (tmp_path / "a.journey.yaml").write_text(MAP)
    (line,) = _lines(tmp_path, "a.journey.yaml")
    assert (line["commit"], line["status"]) == (None, "added")
    ran = journey("history", "a.journey.yaml", cwd=tmp_path)
    assert "not committed yet" in ran.out


def test_renames_are_followed_committed_or_not(top: Path) -> None:
    """A line says what the file had been called."""
    git(top, "mv", NAME, "maps/change.journey.yaml")
    moved = _lines(top, "maps/change.journey.yaml")
    assert [each["renamed_from"] for each in moved] == [None, None, NAME]
    commit(top, day="2026-03-01", message="Rename")
    assert [each["status"] for each in _lines(top, "switch")] == ["added", "changed", "renamed"]


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(top: Path) -> None:
    """Broken text, other bytes, and a deletion are lines without figures."""
    commit(top, NAME, "stages: [\n", day="2026-03-01", message="broken")
    commit(top, NAME, b"\0\1\2", day="2026-03-02", message="binary")
    (top / NAME).unlink()
    commit(top, day="2026-03-03", message="drop")
    commit(top, NAME, MAP, day="2026-03-04", message="again")
    lines = _lines(top, NAME)
    assert [bool(each["figures"]) for each in lines] == [True, True, False, False, False, True]
    assert lines[2]["trouble"].startswith("cannot be read. Line 1: ")
    assert lines[3]["trouble"] == "cannot be read. It is no text."
    assert (lines[4]["status"], lines[4]["trouble"]) == ("deleted", "deleted")
    text = journey("history", NAME, cwd=top).out
    assert "cannot be read. It is no text." in text


def test_a_huge_file_is_told_by_its_size(top: Path) -> None:
    """More bytes than a map may have are not read."""
    commit(top, NAME, MAP + "#" * 5_000_001, day="2026-03-01")
    last = _lines(top, NAME)[-1]
    assert "5,000,000 are read at most" in last["trouble"]


def test_a_map_that_is_gone_still_has_a_history(top: Path) -> None:
    """Its file is named; nothing of it has to be on the disk."""
    (top / NAME).unlink()
    assert [each["status"] for each in _lines(top, NAME)] == ["added", "changed", "deleted"]
    commit(top, message="drop", day="2026-03-01")
    assert [each["status"] for each in _lines(top, NAME)] == ["added", "changed", "deleted"]


def test_since_takes_a_day_or_a_commit(top: Path) -> None:
    """A day is that day and later; a commit is left out with all that came before."""
    for since in ("2026-02-10", "HEAD~1"):
        assert [each["author"] for each in _lines(top, NAME, "--since", since)] == ["Ben"]
    assert _lines(top, NAME, "--since", "2027-01-01") == []


def test_limit_keeps_the_newest(top: Path) -> None:
    """The line that is not committed yet counts as one."""
    assert [each["author"] for each in _lines(top, NAME, "--limit", "1")] == ["Ben"]
    (top / NAME).write_text(ANSWERED)
    assert [each["author"] for each in _lines(top, NAME, "--limit", "1")] == [None]


def test_rev_goes_back_from_elsewhere(top: Path) -> None:
    """From another commit, without what is on the disk, by the name that the file has there."""
    git(top, "mv", NAME, "maps/change.journey.yaml")
    commit(top, day="2026-03-01", message="Rename")
    (top / "maps/change.journey.yaml").write_text(ANSWERED)
    found = _lines(top, "maps/change.journey.yaml", "--rev", "HEAD~1")
    assert [each["author"] for each in found] == ["Ana", "Ben"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((NAME, "--rev", "nowhere"), "There is no commit, branch or tag nowhere."),
        ((NAME, "--since", "nowhere"), "There is no commit, branch or tag nowhere."),
        ((NAME, "--since", "2026-02-31"), "There is no commit, branch or tag 2026-02-31."),
        (("maps/none.journey.yaml",), "maps/none.journey.yaml"),
        (("nowhere",), "There is no map nowhere."),
        ((NAME, "--format", "pdf"), "--format pdf: choose one of text, json, csv, svg."),
        ((NAME, "--theme", "pink"), "--theme pink"),
    ],
)
def test_what_is_not_there_is_said(top: Path, arguments: tuple[str, ...], said: str) -> None:
    """One sentence, and exit code 2."""
    ran = journey("history", *arguments, cwd=top)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    """It is said how to get one."""
    (tmp_path / "a.journey.yaml").write_text(MAP)
    ran = journey("history", "a.journey.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "lies in no git repository" in ran.err
    assert "git init" in ran.err


def test_a_file_that_did_not_exist_then_is_said(top: Path) -> None:
    """The commit is there, the file is not."""
    commit(top, "other.journey.yaml", MAP.replace("id: switch", "id: other"), day="2026-04-01")
    ran = journey("history", "other", "--rev", "HEAD~1", cwd=top)
    assert ran.code == 2
    assert "other.journey.yaml is in no commit up to HEAD~1." in ran.err


def test_a_shallow_clone_says_where_it_ends(top: Path, tmp_path_factory: Any) -> None:
    """What is there is shown."""
    folder = tmp_path_factory.mktemp("clones")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", top.as_uri(), folder / "shallow"], check=True
    )
    ran = journey("history", NAME, cwd=folder / "shallow")
    assert ran.code == 0
    assert "Ben" in ran.out
    assert "This clone is shallow" in " ".join(ran.out.split())


def test_a_partial_clone_shows_what_it_holds(top: Path, tmp_path_factory: Any) -> None:
    """Nothing is fetched; versions that are not there are lines without figures."""
    folder = tmp_path_factory.mktemp("clones")
    git(top, "config", "uploadpack.allowFilter", "true")
    command = ["git", "clone", "-q", "--no-local", "--filter=blob:none", top.as_uri(), "partial"]
    subprocess.run(command, cwd=folder, check=True)
    first, last = _lines(folder / "partial", NAME)
    assert (first["trouble"], bool(last["figures"])) == ("is not in this clone", True)
    ran = journey("blame", NAME, cwd=folder / "partial")
    assert (ran.code, "This clone is partial" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["-dash.journey.yaml", "line\nbreak.journey.yaml"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    """A dash is no option, and a line break breaks no line."""
    begin(tmp_path)
    commit(tmp_path, name, MAP)
    ran = journey("history", "switch", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert name.replace("\n", " ") in ran.out
    assert journey("history", "--", name, cwd=tmp_path).code == 0


def test_csv_has_a_row_a_line_and_no_formula(top: Path) -> None:
    """Every question has a column; what a spreadsheet would reckon with is text."""
    commit(top, NAME, ANSWERED, author="=cmd", day="2026-03-01")
    ran = journey("history", NAME, "--format", "csv", cwd=top)
    rows = list(csv.DictReader(StringIO(ran.out)))
    assert [row["author"] for row in rows] == ["Ana", "Ben", "'=cmd"]
    assert rows[0]["complete_barriers"] == "0.5"
    assert rows[0]["complete_barrier_removal"] == "1"


def test_the_picture_is_the_same_every_time(top: Path) -> None:
    """It is written where -o says, in the format of its ending, and tells its story in words."""
    for name in ("a.svg", "b.svg"):
        assert journey("history", NAME, "-o", name, cwd=top).code == 0
    first = (top / "a.svg").read_text()
    assert first == (top / "b.svg").read_text()
    root = ET.fromstring(first)  # noqa: S314 - our own picture
    assert root.get("role") == "img"
    assert "Open barriers: from 1 to 0." in str(root[1].text)


@pytest.mark.parametrize("width", [20, 60, 140])
def test_no_line_is_wider_than_the_terminal(top: Path, width: int) -> None:
    """Columns go, the date and the completeness last."""
    ran = journey("history", NAME, "--width", str(width), cwd=top)
    assert max(map(len, ran.out.splitlines())) <= width
    assert "2026-02-10" in ran.out


def test_plain_terminals_get_plain_letters(top: Path) -> None:
    """Without Unicode and colour, every sign is ASCII."""
    ran = journey("history", NAME, cwd=top, PYTHONIOENCODING="ascii", TERM="dumb", NO_COLOR="1")
    assert ran.out.isascii()
    assert "\x1b" not in ran.out
    assert re.search(r"Barriers +50% 55 50%", ran.out)


def _kept(top: Path) -> Path:
    (top / "journey.toml").write_text("")
    journey("history", NAME, cwd=top)
    (file,) = (top / ".journey-cache").glob("history-*.json")
    return file


def test_what_was_measured_is_kept_and_never_shown_by_git(top: Path) -> None:
    """The second run measures nothing; the folder is ignored by git."""
    fresh = _lines(top, NAME, "--no-cache")
    file = _kept(top)
    before = file.stat().st_mtime_ns
    assert _lines(top, NAME) == fresh
    assert file.stat().st_mtime_ns == before
    assert ".journey-cache" not in git(top, "status", "--porcelain", "-uall")


def test_a_damaged_memory_changes_nothing(top: Path) -> None:
    """Whatever the file holds, the lines are those of a fresh run."""
    fresh = _lines(top, NAME, "--no-cache")
    file = _kept(top)
    file.write_bytes(file.read_bytes()[:-10])
    assert _lines(top, NAME) == fresh


def test_other_settings_are_measured_anew(top: Path) -> None:
    """A rule that is ignored from now on counts nowhere."""
    _kept(top)
    before = _lines(top, NAME)[-1]["figures"]["findings"]["warnings"]
    (top / "journey.toml").write_text('ignore = ["J1"]\n')
    assert _lines(top, NAME)[-1]["figures"]["findings"]["warnings"] < before


def test_nothing_is_left_in_a_folder_without_settings(top: Path) -> None:
    """A handful of commits is not worth a folder of ours."""
    journey("history", NAME, cwd=top)
    assert not (top / ".journey-cache").exists()
