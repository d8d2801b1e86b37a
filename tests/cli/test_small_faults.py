"""What people type by accident, and where they stand, is answered with what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journeycli.text import typed
from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = "format: journey-map/1\nid: m\ntitle: M\npersonas: [nobody]\nstages: [{id: s, name: S}]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "m.journey.yaml").write_text(MAP, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["lint", "--max-warnings", "-1"], "-1 is not in the range"),
        (["lint", "--width", "0"], "--width 0 is too narrow; 20 cells are the least."),
        (["show", "m", "--width", "-3"], "--width -3 is too narrow"),
        (["lint", "--select", ""], "--select names no rule."),
        (["lint", "--ignore", " , "], "--ignore names no rule."),
        (["lint", ""], "an empty path names nothing"),
        (["lint", "--config", "x.toml", "--isolated"], "--isolated says to use none"),
        (["report", "--config", "x.toml", "--isolated"], "--isolated says to use none"),
    ],
)
def test_flags_that_mean_nothing_are_refused(
    arguments: list[str], message: str, workspace: Path
) -> None:
    """Exit code 2, and the flag in the message."""
    ran = journey(*arguments, cwd=workspace)
    assert (ran.code, message in ran.err) == (2, True)


def test_a_folder_whose_files_are_left_out_is_told_why(workspace: Path) -> None:
    """That git ignores it, or that the settings leave it out."""
    subprocess.run(["git", "init", "-q", "."], cwd=workspace, check=True)
    (workspace / "old").mkdir()
    (workspace / "old" / "o.journey.yaml").write_text(MAP, "utf-8")
    (workspace / ".gitignore").write_text("old\n", "utf-8")
    assert "its only file is ignored by git" in journey("lint", "old", cwd=workspace).err
    (workspace / ".gitignore").unlink()
    (workspace / "journey.toml").write_text('exclude = ["old"]\n', "utf-8")
    assert "left out by the settings" in journey("lint", "old", cwd=workspace).err


def test_a_file_without_settings_says_how_far_it_looked(workspace: Path) -> None:
    """In a repository, where a name is missing that may stand further up."""
    subprocess.run(["git", "init", "-q", "."], cwd=workspace, check=True)
    (workspace / "maps").mkdir()
    (workspace / "maps" / "n.journey.yaml").write_text(MAP, "utf-8")
    ran = journey("lint", "maps/n.journey.yaml", "--width", "250", cwd=workspace)
    assert "names were looked for in maps only" in ran.out
    (workspace / "journey.toml").touch()
    ran = journey("lint", "maps/n.journey.yaml", "--width", "250", cwd=workspace)
    assert "names were looked for" not in ran.out


@pytest.mark.parametrize("command", ["show", "render", "agenda"])
def test_a_map_without_stages_has_none_made_up(command: str, workspace: Path) -> None:
    """There is nothing to show or to draw, and the message says what comes first."""
    (workspace / "e.journey.yaml").write_text(MAP.partition("stages")[0] + "stages:\n", "utf-8")
    ran = journey(command, "e.journey.yaml", cwd=workspace)
    assert (ran.code, "has no stages yet" in ran.err) == (2, True)


def test_the_report_leaves_a_map_without_stages_out(workspace: Path) -> None:
    """It counts no question of a stage that nobody wrote."""
    (workspace / "e.journey.yaml").write_text("format: journey-map/1\nid: e\ntitle: E\n", "utf-8")
    ran = journey("report", ".", cwd=workspace)
    assert "1 map, 1 stage" in ran.out
    assert "it has no stages yet" in ran.out + ran.err


def test_lint_writes_in_the_letters_that_there_are(workspace: Path) -> None:
    """Quotation marks, dashes and minus signs have twins in ASCII, and are no escapes."""
    bad = MAP.replace("name: S}", "name: S, emotions: [{feeling: bad, score: 7}]}")
    (workspace / "m.journey.yaml").write_text(bad, "utf-8")
    ran = journey("lint", ".", "--select", "J0", cwd=workspace, PYTHONIOENCODING="ascii")
    assert '"7" is not a score; scores go from -2 (very bad) to +2' in ran.out
    assert "\\u" not in ran.out


def test_a_family_of_rules_is_listed() -> None:
    """`explain J1` is no mistake, but the checklist."""
    ran = journey("explain", "J1", cwd=ROOT)
    assert (ran.code, "J101" in ran.out, "J201" in ran.out) == (0, True, False)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.yaml", "a.yaml"),
        ("two words.yaml", "'two words.yaml'"),
        ("-dash.yaml", "./-dash.yaml"),
        ("new\nline's.yaml", "$'new\\x0aline\\'s.yaml'"),
    ],
)
def test_names_can_be_typed_as_they_are_shown(name: str, shown: str) -> None:
    """On one line, and never as a flag."""
    assert typed(name) == shown
    said = subprocess.run(["bash", "-c", f"printf %s {shown}"], capture_output=True, check=True)
    assert said.stdout.decode().removeprefix("./") == name


def test_a_stage_in_braces_is_passed_over_with_what_to_do(workspace: Path) -> None:
    """A comment has no room there."""
    ran = journey("fill", "m", cwd=workspace)
    assert "S: passed over, because it is written in braces" in ran.err
    assert "write such a stage one key a line" in ran.err


def test_a_plan_shows_the_first_twenty() -> None:
    """The rest is counted, with the command that shows it; data formats have all of it."""
    here = ROOT / "examples"
    ran = journey("plan", cwd=here)
    assert "more; all of them: journey plan --top" in ran.out
    assert "more; all of them" not in journey("plan", "--top", "30", cwd=here).out
    assert len(journey("plan", "--format", "csv", cwd=here).out.splitlines()) > 90


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_no_text_are_sorted_as_they_are_shown(workspace: Path) -> None:
    """Whoever reads the JSON finds its paths in order."""
    for name in (b"b\xff.journey.yaml", "b\u00e9.journey.yaml".encode()):
        (workspace / os.fsdecode(name)).write_text(MAP, "utf-8")
    ran = journey("lint", ".", "--format", "json", "--select", "J802", cwd=workspace)
    paths = [each["path"] for each in json.loads(ran.out)["findings"]]
    assert (len(paths), paths) == (2, sorted(paths))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_as_such(encoding: str, workspace: Path) -> None:
    """Letters outside ASCII in it are no sign of Windows-1252."""
    text = MAP.replace("title: M", "title: \u00dcberblick f\u00fcr \u00c4rzte")
    (workspace / "m.journey.yaml").write_bytes(text.encode(encoding))
    ran = journey("lint", ".", "--format", "concise", cwd=workspace)
    assert "as UTF-16 has" in ran.out
    assert "Windows" not in ran.out


def test_a_fix_that_was_left_out_is_not_offered_as_the_next_step(tmp_path: Path) -> None:
    """Who has just run --fix is not sent to run it again for what it left out."""
    stage = "stages:\n  - id: s\n    name: S\n    barriers:\n      * The fee\n      shows late\n"
    text = f"format: journey-map/1\nid: m\ntitle: M\n{stage}"
    (tmp_path / "m.journey.yaml").write_text(text, "utf-8")
    before = journey("lint", "--select", "J001", cwd=tmp_path)
    after = journey("lint", "--select", "J001", "--fix", cwd=tmp_path)
    assert "next: journey lint --fix" in before.out
    assert "1 fix left out" in after.err
    assert "next: journey explain J001" in after.out
    assert (tmp_path / "m.journey.yaml").read_text("utf-8") == text
    (tmp_path / "journey.toml").write_text('ignore = ["J4O4"]\n', "utf-8")
    after = journey("lint", "--select", "J001,J992", "--fix", cwd=tmp_path)
    assert (tmp_path / "journey.toml").read_text("utf-8") == 'ignore = ["J404"]\n'
    assert "next: journey explain J001" in after.out
