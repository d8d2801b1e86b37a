"""`journey lint --fix` and `--diff` through the installed program."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.cli import fixing, linting
from journeycli.cli.workspace import open_workspace
from journeycli.errors import UserError
from journeycli.lint.fixes import fix
from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.lint.engine import Rules
    from journeycli.lint.fixes import Outcome
    from journeycli.lint.run import Sources
    from journeycli.lint.speaking import Choice

MAP = """\
# What we know so far.
format: journey-map/1
id: switch
title: Switching broadband provider
personas:
  - {id: family, name: A family on a budget}
stages:
  - id: compare
    name:   "Compare offers"   # as people say
    customer_actions:
      - Asks at the desk: nobody knows the price
    pain_points:
      - text: The fee shows late
        severity: hgih
    emotions:
      - feeling: wary
        persona: famly
    values: [Time, Time]
  - id: order
    name: Order
"""
MENDED = (
    MAP.replace("- Asks at the desk: nobody knows", '- "Asks at the desk: nobody knows')
    .replace("the price\n", 'the price"\n')
    .replace("pain_points", "barriers")
    .replace("hgih", "high")
    .replace("famly", "family")
)
FILE = "switch.journey.yaml"
SETTINGS = 'today = "2026-11-30"\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text(SETTINGS)
    (tmp_path / FILE).write_bytes(MAP.encode())
    return tmp_path


def test_fix_mends_what_it_can_and_touches_nothing_else(workspace: Path) -> None:
    """Comments, blanks and quotes stay; the exit code is that of what remains."""
    ran = journey("lint", "--fix", "--format", "json", cwd=workspace)
    assert (workspace / FILE).read_text() == MENDED
    assert ran.code == 1
    assert "fixed 4 problems in 1 file; 1 more with --unsafe-fixes\n" in ran.err
    assert f"wrote  {FILE}\n" in ran.err
    left = {each["code"] for each in json.loads(ran.out)["findings"]}
    assert not {"J001", "J002", "J003", "J801"} & left


def test_fix_exits_by_what_remains(workspace: Path) -> None:
    """Where nothing is left at the fail level, the run is green."""
    assert journey("lint", "--fail-level", "error", cwd=workspace).code == 1
    assert journey("lint", "--fix", "--fail-level", "error", cwd=workspace).code == 0


def test_fixing_twice_changes_nothing_more(workspace: Path) -> None:
    """The second run finds nothing to fix and does not write the file."""
    journey("lint", "--fix", "--unsafe-fixes", cwd=workspace)
    text, modified = (workspace / FILE).read_bytes(), (workspace / FILE).stat().st_mtime_ns
    ran = journey("lint", "--fix", "--unsafe-fixes", cwd=workspace)
    assert "fixed 0 problems in 0 files\n" in ran.err
    assert ((workspace / FILE).read_bytes(), (workspace / FILE).stat().st_mtime_ns) == (
        text,
        modified,
    )


def test_unsafe_fixes_are_asked_for(workspace: Path) -> None:
    """A repetition is deleted only with --unsafe-fixes."""
    journey("lint", "--fix", "--unsafe-fixes", cwd=workspace)
    assert (workspace / FILE).read_text() == MENDED.replace("[Time, Time]", "[Time]")


def test_diff_shows_and_writes_nothing(workspace: Path) -> None:
    """A unified diff of what --fix would do, with or without --fix, and exit code 1."""
    for arguments in (["--diff"], ["--fix", "--diff"]):
        ran = journey("lint", *arguments, cwd=workspace)
        assert ran.code == 1
        assert ran.out.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@ ")
        assert "-        severity: hgih\n+        severity: high\n" in ran.out
        assert "\x1b[" not in ran.out
        assert ran.err == "would fix 4 problems in 1 file; 1 more with --unsafe-fixes\n"
        assert (workspace / FILE).read_text() == MAP


def test_a_diff_can_be_applied(workspace: Path) -> None:
    """What --diff prints is what git applies, a file without a last line break included."""
    (workspace / FILE).write_text(MAP.rstrip("\n").replace("name: Order", "nmae: Order"))
    patch = workspace / "fixes.patch"
    patch.write_text(journey("lint", "--diff", cwd=workspace).out)
    assert os.system(f"cd {workspace} && git apply {patch.name}") == 0  # noqa: S605 - a fixed line
    assert (workspace / FILE).read_text() == MENDED.rstrip("\n")


def test_diff_without_anything_to_fix_exits_by_the_findings(workspace: Path) -> None:
    """1 where something would change or fails anyway, else 0."""
    (workspace / FILE).write_text(MENDED)
    assert journey("lint", "--diff", cwd=workspace).code == 1
    ran = journey("lint", "--diff", "--fail-level", "error", cwd=workspace)
    assert (ran.code, ran.out) == (0, "")
    (workspace / FILE).write_text(MAP)
    assert journey("lint", "--diff", "--fail-level", "error", cwd=workspace).code == 1
    assert journey("lint", "--diff", "--exit-zero", cwd=workspace).code == 0


def test_diff_in_colour(workspace: Path) -> None:
    """Added lines are green, removed ones red."""
    ran = journey("lint", "--diff", "--color", "always", cwd=workspace)
    assert "\x1b[31m-        severity: hgih\x1b[0m\n" in ran.out
    assert "\x1b[32m+        severity: high\x1b[0m\n" in ran.out


def test_diff_of_standard_input(workspace: Path) -> None:
    """Editors show what would be fixed in what is not saved yet."""
    ran = journey("lint", "-", "--diff", "--stdin-filename", "new.journey.yaml", cwd=workspace,
                  stdin=MAP.encode())  # fmt: skip
    assert "+++ b/new.journey.yaml\n" in ran.out
    assert not (workspace / "new.journey.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-", "--fix"], "--fix writes into files"),
        (["--unsafe-fixes"], "Add one of them"),
        (["--fix", "--write-baseline"], "fix first"),
    ],
)
def test_flags_that_make_no_sense_together(
    workspace: Path, arguments: list[str], words: str
) -> None:
    """A flag that would do nothing is wrong usage, and nothing is written."""
    ran = journey("lint", *arguments, cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert sorted(path.name for path in workspace.iterdir()) == ["journey.toml", FILE]
    assert (workspace / FILE).read_text() == MAP


def test_the_settings_are_fixed_and_read_again(workspace: Path) -> None:
    """A misspelt rule in the settings is mended with its quotes, and what remains goes by it."""
    wrong = (
        f"{SETTINGS}"
        'ignore = ["J4O4", "no-persna"] # why\n[severity]\nJ2o3 = "off"\n"no-ownr" = "off"\n'
    )
    (workspace / "journey.toml").write_text(wrong)
    ran = journey("lint", "--fix", "--format", "json", cwd=workspace)
    assert (workspace / "journey.toml").read_text() == (
        f"{SETTINGS}"
        'ignore = ["J404", "no-persona"] # why\n[severity]\nJ203 = "off"\n"no-owner" = "off"\n'
    )
    assert "fixed 8 problems in 2 files" in ran.err
    assert "wrote  journey.toml\n" in ran.err
    left = {each["code"] for each in json.loads(ran.out)["findings"]}
    assert not {"J992", "J203", "J206"} & left


def test_settings_outside_of_the_workspace_are_left_alone(workspace: Path) -> None:
    """Nothing is written outside, and the rest is fixed all the same."""
    other = workspace / "other"
    other.mkdir()
    (other / "journey.toml").write_text('ignore = ["J4O4"]\n')
    maps = workspace / "maps"
    maps.mkdir()
    (workspace / FILE).rename(maps / FILE)
    ran = journey("lint", "maps", "--fix", "--config", "other/journey.toml", cwd=workspace)
    assert "fixed 4 problems in 1 file" in ran.err
    assert (other / "journey.toml").read_text() == 'ignore = ["J4O4"]\n'
    assert (maps / FILE).read_text() == MENDED


def test_the_mode_of_a_file_stays(workspace: Path) -> None:
    """A file is replaced at once and keeps its mode."""
    (workspace / FILE).chmod(0o640)
    journey("lint", "--fix", cwd=workspace)
    assert stat.S_IMODE((workspace / FILE).stat().st_mode) == 0o640
    left = sorted(path.name for path in workspace.iterdir())
    assert left == [".journey-cache", "journey.toml", FILE]


def test_a_link_that_leads_out_is_not_followed_and_the_others_are_fixed(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What cannot be written is said, and ends the run with 2; the other files are fixed."""
    outside = tmp_path_factory.mktemp("outside") / "other.journey.yaml"
    outside.write_text(MAP.replace("id: switch", "id: other"))
    (workspace / "linked.journey.yaml").symlink_to(outside)
    ran = journey("lint", "--fix", FILE, "linked.journey.yaml", cwd=workspace)
    assert ran.code == 2
    assert "lies outside the workspace" in ran.err
    assert "fixed 4 problems in 1 file" in ran.err
    assert (workspace / FILE).read_text() == MENDED
    assert "hgih" in outside.read_text()


def test_an_edit_made_in_the_meantime_is_never_lost(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changed since it was read is left as it is; its neighbour is fixed."""
    (workspace / "b.journey.yaml").write_text(MAP.replace("id: switch", "id: b"))
    monkeypatch.chdir(workspace)
    opened = open_workspace([workspace])
    linted = linting.lint_files(opened, [workspace], linting.Request())

    def fix_while_somebody_types(
        sources: Sources, rules: Rules, choice: Choice, **how: Any
    ) -> Outcome:
        outcome = fix(sources, rules, choice, **how)
        (workspace / FILE).write_text("id: typed just now\n")
        return outcome

    monkeypatch.setattr(fixing, "fix", fix_while_somebody_types)
    with pytest.raises(UserError, match="changed while we were working"):
        fixing.write_fixes(linted, unsafe=False)
    assert (workspace / FILE).read_text() == "id: typed just now\n"
    assert "severity: high" in (workspace / "b.journey.yaml").read_text()


def test_the_first_draft_of_the_examples(tmp_path: Path) -> None:
    """A newcomer's mistakes of typing are gone in one go."""
    draft = ROOT / "examples/first-draft"
    for path in draft.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    ran = journey("lint", "--fix", "--format", "json", cwd=tmp_path)
    assert "fixed 6 problems in 1 file" in ran.err
    errors = [e for e in json.loads(ran.out)["findings"] if e["severity"] == "error"]
    assert [each["code"] for each in errors] == ["J009", "J002"]
    assert [each["fix"] for each in errors] == [None, None]
