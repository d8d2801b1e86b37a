"""`journey diff` in real repositories."""

from __future__ import annotations

import gc
import json
import os
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from journeycli.cli.main import run
from program import ROOT, Ran, journey

OLD = """\
format: journey-map/1
id: order
title: Order online
owner: {name: Head of sales}
personas: [{id: maya, name: Maya}]
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - {text: Reads the price list, score: -2, cause: company}
    motivations:
      - Wants to save money
    inhibitors:
      - We ask for a number first
    barriers:
      - id: late-fee
        text: The fee shows on the last page
        severity: high
        affects: 0.4
  - id: pay
    name: Pay
    emotions:
      - {feeling: wary, score: -1, cause: company}
"""
NEW = """\
# The order of keys and comments say nothing.
format: journey-map/1
title: "Order online"
id: order
owner: {name: Head of onboarding}
personas: [{id: maya, name: Maya}]
stages:
  - id: pay
    name: Pay
    emotions:
      - {feeling: calm, score: 0.5, cause: company}
  - id: compare
    name: Compare offers
    customer_actions:
      - {text: Reads the price list, score: 0, cause: company}
    inhibitors: {none: Nobody found any}
    barriers:
      - id: late-fee
        text: The fee shows on the last page
        severity: critical
        affects: .4
        removals:
          - Show the total first
"""

TEXT = """\
1 file, 11 changes, 4 findings new, 1 finding gone.

order.journey.yaml
  The whole
    ~ owner: name “Head of sales” → “Head of onboarding”
  Pay
    → moved: now the first
    ~ emotion “calm”
        is “calm”, was “wary”
        feeling “calm” went from −1 to +0.5
  Compare offers
    ~ feeling at customer action “Reads the price list” went from −2 to 0
    − motivations emptied: the question is open again
    − motivation “Wants to save money” removed
    ~ inhibitors answered: none, “Nobody found any”
    − inhibitor “We ask for a number first” removed
    ~ barrier “The fee shows on the last page”: severity high → critical
    + barrier “The fee shows on the last page” › removal “Show the total first” added
  Checklist
    · 38%, as before (8 of 21)
    ▼ Motivations 1 of 2 → 0 of 2: open again in “Compare offers”
    ▲ Barrier removal 0 of 1 → 1 of 1: answered in “Compare offers”
  Feelings
    ▲ Pay −1 → +0.5
    ▲ Compare offers −2 → 0
  Findings
    new  J105  Compare offers: What makes them want to come back, or to tell others?
    new  J405  The journey ends at the lowest point, “Compare offers” (0).
    new  J804  “The fee shows on the last page” is critical, and no future map builds on this one.
    new  J504  “The fee shows on the last page” is critical, and there is nothing but an idea
               against it.
    gone J111  Compare offers: What must we do to take away “The fee shows on the last page”?
"""


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def commit(top: Path, **files: str | None) -> None:
    """Write files (`__` for a dot), or delete them, and commit."""
    for name, text in files.items():
        path = top / name.replace("__", ".")
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "step", "--allow-empty")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Maya")
    git(tmp_path, "config", "user.email", "maya@example.org")
    return tmp_path


@pytest.fixture
def edited(top: Path) -> Path:
    commit(top, order__journey__yaml=OLD)
    (top / "order.journey.yaml").write_text(NEW, "utf-8")
    return top


def diff(top: Path, *arguments: str | Path) -> Ran:
    """Run the command in this process, which is ten times as fast as starting the program."""
    words = ("diff", "--today", "2026-11-30", *map(str, arguments))
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    before = Path.cwd()
    os.chdir(top)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(words)
    finally:
        os.chdir(before)
        gc.enable()
    texts = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Ran(code, *texts)


def changes(ran: Ran) -> list[str]:
    return [each["message"] for file in json.loads(ran.out)["files"] for each in file["changes"]]


def told(ran: Ran) -> list[str]:
    return [line.strip() for line in ran.out.splitlines()]


def test_without_arguments_the_files_on_disk_are_compared_with_the_last_commit(
    edited: Path,
) -> None:
    """Every edit is told once, in the words of the map, and comments and order are none."""
    ran = diff(edited, "--width", "100")
    assert (ran.code, ran.out.split("\n", 1)[1]) == (0, TEXT)


def test_nothing_changed_is_said_and_no_failure(top: Path) -> None:
    """A clean working tree has nothing to tell."""
    commit(top, order__journey__yaml=OLD)
    ran = diff(top, "--exit-code")
    assert (ran.code, told(ran)[1]) == (0, "Nothing that a map says is different.")


def test_other_quotes_line_ends_and_comments_are_no_change(top: Path) -> None:
    """Bytes that say the same are the same."""
    commit(top, order__journey__yaml=OLD)
    text = OLD.replace("title: Order online", "title: 'Order online' # so it is")
    (top / "order.journey.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    assert diff(top, "--exit-code").code == 0


def test_exit_code_fails_where_anything_is_different(edited: Path) -> None:
    """`--exit-code` is for scripts; without it a difference is no failure."""
    assert (diff(edited).code, diff(edited, "--exit-code").code) == (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1...",), ("start", "main"), ("start",)],
)
def test_two_revisions_can_be_named_in_the_ways_of_git(
    top: Path, arguments: tuple[str, ...]
) -> None:
    """Two names, a range, or one name and the files on disk."""
    commit(top, order__journey__yaml=OLD)
    git(top, "branch", "start")
    commit(top, order__journey__yaml=OLD.replace("severity: high", "severity: low"))
    ran = diff(top, *arguments, "--format", "json")
    assert changes(ran) == [
        "stage “Compare offers” › barrier “The fee shows on the last page”: severity high → low"
    ]


def test_since_tells_only_what_the_branch_did(top: Path) -> None:
    """What came to the other branch in the meantime is not told."""
    commit(top, order__journey__yaml=OLD)
    git(top, "checkout", "-q", "-b", "mine")
    commit(top, order__journey__yaml=OLD.replace("name: Pay", "name: Pay the bill"))
    git(top, "checkout", "-q", "main")
    commit(top, order__journey__yaml=OLD.replace("severity: high", "severity: low"))
    git(top, "checkout", "-q", "mine")
    assert changes(diff(top, "--since", "main", "--format", "json")) == [
        "stage is called “Pay the bill”, was “Pay”"
    ]


def test_paths_and_ids_of_maps_say_what_to_look_at(edited: Path) -> None:
    """A folder, a file, or the id of a map, before or after `--`."""
    (edited / "other.journey.yaml").write_text(OLD.replace("id: order", "id: other"))
    for arguments in (("order.journey.yaml",), ("HEAD", "order"), ("--", "order.journey.yaml")):
        found = json.loads(diff(edited, "--format", "json", *arguments).out)["files"]
        assert [each["path"] for each in found] == ["order.journey.yaml"]


def test_a_folder_below_looks_at_the_whole_repository(edited: Path) -> None:
    """As git does, wherever one stands."""
    (edited / "notes").mkdir()
    assert len(changes(diff(edited / "notes", "--format", "json"))) == 11


def test_files_come_go_and_get_new_names(top: Path) -> None:
    """A file that holds the same map under another name is renamed, not gone and new."""
    other = OLD.replace("id: order", "id: other").replace("Order online", "Another map")
    commit(top, order__journey__yaml=OLD, other__journey__yaml=other)
    commit(top, order__journey__yaml=None, bought__journey__yaml=OLD, other__journey__yaml=None)
    new = OLD.replace("id: order", "id: fresh").replace("stages:", "stages:\n  - {id: x, name: X}")
    fresh = f"{new.split('stages:')[0]}stages: [{{id: x, name: X}}]\n".replace(
        "Order online", "Something else"
    )
    (top / "fresh.journey.yaml").write_text(fresh)
    found = json.loads(diff(top, "HEAD~1", "--format", "json").out)["files"]
    assert [(each["status"], each["old_path"], each["path"]) for each in found] == [
        ("renamed", "order.journey.yaml", "bought.journey.yaml"),
        ("added", None, "fresh.journey.yaml"),
        ("removed", "other.journey.yaml", "other.journey.yaml"),
    ]


def test_the_findings_of_both_sides_are_told_apart(edited: Path) -> None:
    """What lint finds now and did not before, and the other way round."""
    found = json.loads(diff(edited, "--format", "json").out)["files"][0]["findings"]
    assert ({each["code"] for each in found["new"]}, {each["code"] for each in found["gone"]}) == (
        {"J105", "J405", "J504", "J804"},
        {"J111"},
    )


def test_the_checklist_and_the_feelings_are_compared(edited: Path) -> None:
    """Completeness by question, and the score of each stage."""
    file = json.loads(diff(edited, "--format", "json").out)["files"][0]
    questions = {each["code"]: each for each in file["checklist"]["questions"]}
    assert questions["J105"]["lost"] == ["Compare offers"]
    assert questions["J111"]["gained"] == ["Compare offers"]
    assert [
        (each["stage"], each["score_before"], each["score_after"]) for each in file["feelings"]
    ] == [("pay", -1.0, 0.5), ("compare", -2.0, 0.0)]


def test_stat_counts(edited: Path) -> None:
    """How much, without what."""
    assert told(diff(edited, "--stat", "--width", "100"))[2:] == [
        "order.journey.yaml",
        "1 added, 2 removed, 5 changed, 1 moved, 1 emptied and 1 answered",
    ]


def test_two_files_need_no_repository(tmp_path: Path) -> None:
    """Anywhere, by their names; one of them can be standard input or nothing."""
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW, "utf-8")
    assert len(changes(diff(tmp_path, "old.yaml", "new.yaml", "--format", "json"))) == 11
    piped = journey("diff", "-", "new.yaml", "--stat", cwd=tmp_path, stdin=OLD.encode())
    assert piped.code == 0
    gone = json.loads(diff(tmp_path, "old.yaml", os.devnull, "--format", "json").out)["files"]
    assert [each["status"] for each in gone] == ["removed"]


def test_a_file_of_a_revision_can_be_one_of_two(edited: Path) -> None:
    """`REF:FILE` is the file as it was there."""
    ran = diff(edited, "HEAD:order.journey.yaml", "order.journey.yaml", "--format", "json")
    assert len(changes(ran)) == 11


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "error: nowhere is neither a revision, a file nor a map.\n"),
        (("HEAD~9",), "error: There is no revision HEAD~9.\n"),
        (("mian",), "error: mian is neither a revision, a file nor a map.\nDid you mean main?\n"),
        (("--since", "HEAD", "HEAD"), "error: --since compares with the files on disk; HEAD is a"),
        (("--since", "x"), "error: There is no revision x.\n"),
        (("HEAD", "gone.yaml"), "error: gone.yaml is neither in HEAD ("),
        (("HEAD:gone.yaml", "order.journey.yaml"), "error: gone.yaml did not exist in HEAD.\n"),
        (("--", "--help"), "error: --help is neither a revision, a file nor a map.\n"),
        (("main",), "error: main is a revision and a file as well.\nWrite ./main for the file"),
        (("--stat", "--format", "md"), "error: --stat prints text or json.\n"),
        (("-", "-"), "error: Standard input can be one of the two files, not both.\n"),
        (("--state", "order"), "error: --state needs two maps: "),
        (("--format", "yaml"), "error: --format yaml: choose one of text, md, json, svg, html.\n"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    edited: Path, arguments: tuple[str, ...], message: str
) -> None:
    """Wrong words end with 2 and say what to do."""
    (edited / "main").mkdir()
    ran = diff(edited, *arguments)
    assert (ran.code, ran.out, ran.err[: len(message)]) == (2, "", message)


def test_outside_a_repository_two_files_are_offered(tmp_path: Path) -> None:
    """There is nothing to compare with, and something that can be done."""
    ran = diff(tmp_path)
    assert ran.code == 2
    assert ran.err.splitlines()[1] == (
        "Two files can be compared anywhere: `journey diff OLD NEW`."
    )


def test_before_the_first_commit_there_is_nothing_to_compare_with(top: Path) -> None:
    """A new repository says so."""
    (top / "order.journey.yaml").write_text(OLD)
    ran = diff(top)
    assert (ran.code, ran.err.split(",")[0]) == (2, "error: There is no commit on this branch yet")


def test_a_repository_without_maps_is_no_success(top: Path) -> None:
    """A run that looked at nothing says so."""
    commit(top, readme__md="Hello")
    ran = diff(top)
    assert (ran.code, ran.err[:22]) == (2, "error: There is no map")


def test_a_shallow_clone_says_how_to_get_the_rest(top: Path, tmp_path: Path) -> None:
    """The missing history is the reason, and there is a command for it."""
    commit(top, order__journey__yaml=OLD)
    commit(top, order__journey__yaml=NEW)
    git(top, "clone", "-q", "--depth", "1", f"file://{top}", "clone")
    ran = diff(top / "clone", "HEAD~1")
    assert ran.code == 2
    assert "`git fetch --unshallow`" in ran.err


def test_what_can_be_read_of_a_broken_file_is_compared(top: Path) -> None:
    """A file that did not parse then is compared as far as it could be, and that is said."""
    broken = OLD.replace("severity: high", "severity: hgh")
    commit(top, order__journey__yaml=broken)
    (top / "order.journey.yaml").write_text(OLD.replace("name: Pay", "name: Pay now"), "utf-8")
    file = json.loads(diff(top, "--format", "json").out)["files"][0]
    assert "stage is called “Pay now”, was “Pay”" in [each["message"] for each in file["changes"]]
    (note,) = file["notes"]
    assert note == (
        "order.journey.yaml, before, has 1 place that cannot be read as written (line 18: “hgh” is "
        "not a word that `severity` takes; did you mean `high`?); what stands there may be missing "
        "here, or seem to be gone."
    )


def test_a_place_that_was_not_read_before_and_is_not_now_is_noted_once(top: Path) -> None:
    """The same fault on both sides is one note."""
    broken = OLD.replace("severity: high", "severity: hgh")
    commit(top, order__journey__yaml=broken)
    (top / "order.journey.yaml").write_text(broken.replace("name: Pay", "name: Pay now"), "utf-8")
    (note,) = json.loads(diff(top, "--format", "json").out)["files"][0]["notes"]
    assert note.startswith("order.journey.yaml, before and now, has 1 place that cannot be read")


def test_an_edit_that_cannot_be_read_is_not_called_nothing(top: Path) -> None:
    """A misspelt key says nothing that is read; the file is told all the same, and why."""
    commit(top, order__journey__yaml=OLD)
    (top / "order.journey.yaml").write_text(OLD + "ownr: {name: Jo}\n", "utf-8")
    ran = diff(top, "--exit-code", "--format", "json")
    (file,) = json.loads(ran.out)["files"]
    assert (ran.code, file["changes"]) == (1, [])
    assert "has 1 place that cannot be read as written (line " in file["notes"][0]
    lines = [line.strip() for line in diff(top, "--width", "200").out.splitlines()]
    assert "In files that are the same" not in lines


def test_in_the_middle_of_a_merge_the_conflict_is_named(top: Path) -> None:
    """Nobody is told about keys and colons while git waits for a decision."""
    commit(top, order__journey__yaml=OLD)
    left = OLD.replace("    name: Pay\n", "<<<<<<< HEAD\n    name: A\n=======\n>>>>>>> b\n")
    (top / "order.journey.yaml").write_text(left, "utf-8")
    (note,) = json.loads(diff(top, "--format", "json").out)["files"][0]["notes"]
    assert "Git left a conflict here: two versions of these lines are waiting" in note


@pytest.mark.parametrize("raw", ["", "\0\1", "<<<<<<< ours\n"])
def test_of_two_files_one_that_cannot_be_read_has_no_findings_gone(
    tmp_path: Path, raw: str
) -> None:
    """What could not be looked at is not mended, and not new either once it can be read."""
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(raw, "utf-8")
    there = json.loads(diff(tmp_path, "old.yaml", "new.yaml", "--format", "json").out)
    back = json.loads(diff(tmp_path, "new.yaml", "old.yaml", "--format", "json").out)
    gone = [each["findings"]["gone"] for each in there["files"]]
    assert (gone, [each["findings"]["new"] for each in back["files"]]) == ([[]], [[]])


@pytest.mark.parametrize(
    ("raw", "trouble"),
    [
        (b"\0\1\2" * 100, "holds bytes that are no text"),
        (b"a" * 5_000_001, "is larger than 5,000,000 bytes"),
        (b"<<<<<<< ours\n", "cannot be read as a map, persona or catalog"),
        (b"", "cannot be read as a map, persona or catalog"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_compared(
    top: Path, raw: bytes, trouble: str
) -> None:
    """One bad file, on either side, does not keep the others from being compared."""
    commit(top, order__journey__yaml=OLD)
    (top / "bad.journey.yaml").write_bytes(raw)
    commit(top, order__journey__yaml=NEW)
    git(top, "mv", "bad.journey.yaml", "worse.journey.yaml")
    (top / "worse.journey.yaml").write_text(OLD.replace("id: order", "id: other"))
    for arguments in (("HEAD~1", "HEAD"), ("HEAD~1",), ("HEAD",)):
        files = json.loads(diff(top, *arguments, "--format", "json").out)["files"]
        notes = [note for each in files for note in each["notes"]]
        broken = arguments != ("HEAD~1",)
        assert any(trouble in note for note in notes) == broken
    assert len(changes(diff(top, "HEAD~1", "--format", "json"))) == 11


@pytest.mark.parametrize(
    "name",
    ["-dash.journey.yaml", "new\nline.journey.yaml", "--help.journey.yaml", "käse 日.journey.yaml"],
)
def test_odd_file_names_are_names(top: Path, name: str) -> None:
    """A dash is no option and a line break no second name; both are shown inert."""
    (top / name).write_text(OLD, "utf-8")
    commit(top)
    (top / name).write_text(NEW, "utf-8")
    found = json.loads(diff(top, "--format", "json").out)["files"]
    assert [each["path"] for each in found] == [name]
    shown = name.replace("\n", "\\x0a")
    assert shown in told(diff(top))
    assert diff(top, "HEAD", "--", name).code == 0
    assert diff(top, "--format", "md").code == 0


def test_a_link_is_passed_over_with_a_note(top: Path) -> None:
    """What a symbolic link of a commit pointed at then, nobody can say."""
    commit(top, order__journey__yaml=OLD)
    (top / "link.journey.yaml").symlink_to("order.journey.yaml")
    commit(top)
    (top / "order.journey.yaml").write_text(NEW, "utf-8")
    found = json.loads(diff(top, "HEAD", "HEAD~1", "--format", "json").out)
    assert [each["path"] for each in found["files"]] == []
    assert [note for note in found["notes"] if "link.journey.yaml is a link" in note]


@pytest.mark.parametrize("format_", ["text", "md", "json", "svg", "html"])
def test_every_format_can_be_printed_and_written(edited: Path, format_: str) -> None:
    """To standard output, or into the file that `-o` names, whose ending can tell the format."""
    file = edited / "out" / f"d.{ {'text': 'txt'}.get(format_, format_) }"
    printed, written = diff(edited, "--format", format_), diff(edited, "-o", file)
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert "Compare offers" in printed.out
    if format_ != "text":  # which is as wide as the terminal
        assert file.read_text("utf-8") == printed.out


def test_several_pictures_go_into_a_folder(edited: Path) -> None:
    """One file a map; in one place they do not fit."""
    other = OLD.replace("id: order", "id: other")
    commit(edited, other__journey__yaml=other, order__journey__yaml=OLD)
    (edited / "order.journey.yaml").write_text(NEW, "utf-8")
    (edited / "other.journey.yaml").write_text(other.replace("high", "low"))
    assert diff(edited, "--format", "svg").code == 2
    assert diff(edited, "--format", "svg", "-o", "pictures").code == 0
    names = sorted(each.name for each in (edited / "pictures").iterdir())
    assert names == ["order.diff.svg", "other.diff.svg"]


@pytest.mark.parametrize(
    ("width", "encoding"), [("40", "utf-8"), ("60", "ascii"), ("80", "latin-1"), ("250", "utf-8")]
)
def test_the_text_fits_its_lines_in_any_encoding(edited: Path, width: str, encoding: str) -> None:
    """Narrow or wide, with or without the letters of Unicode."""
    ran = journey(
        "diff", "--width", width, cwd=edited, PYTHONIOENCODING=encoding, TERM="dumb", PYTHONUTF8="0"
    )
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= int(width)


def test_a_current_map_is_held_against_its_future() -> None:
    """The example pair: what is addressed, forgotten, lifted, added, retired and required."""
    ran = diff(
        ROOT / "examples", "--state", "switch-broadband", "switch-broadband-future",
        "--format", "json",
    )  # fmt: skip
    found = json.loads(ran.out)
    assert (len(found["addressed"]), len(found["forgotten"]), found["unknown"]) == (9, 10, [])
    assert found["addressed"][0]["how"].startswith("The fee is spread over six months")
    assert [each["id"] for each in found["touchpoints"]["added"]] == [
        "shared-quote", "order-tracker", "engineer-position", "case-summary",
    ]  # fmt: skip
    assert [each["status"] for each in found["resources"]] == [
        "requested", "required", "requested", "required",
    ]  # fmt: skip


def test_no_git_on_the_machine_is_said(edited: Path, tmp_path: Path) -> None:
    """With where it can be had."""
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    ran = journey("diff", cwd=edited, PATH=str(nowhere))
    assert ran.code == 2
    assert ran.err == "error: This needs git, which is not installed.\nhttps://git-scm.com\n"


def test_a_stage_with_a_new_id_and_a_new_name_brings_no_findings_of_its_own(top: Path) -> None:
    """What was asked of it before is neither new nor gone."""
    commit(top, order__journey__yaml=OLD)
    now = OLD.replace(
        "id: compare\n    name: Compare offers\n", "id: look\n    name: Look around\n"
    )
    (top / "order.journey.yaml").write_text(now, "utf-8")
    (file,) = json.loads(diff(top, "--format", "json").out)["files"]
    assert [each["action"] for each in file["changes"]] == ["renamed", "changed"]
    assert file["findings"] == {"new": [], "gone": []}
