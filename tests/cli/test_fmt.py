"""`journey fmt` through the installed program."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from journeycli import files
from journeycli.cli import fmt as command
from journeycli.cli.main import run
from journeycli.errors import UserError
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = """\
# About this map.

id: switch
format: journey-map/1
title: "Switching"
stages:
- name: Compare offers # as people say
  id: compare
  values: [A fair price, no surprises]
"""
AFTER = """\
# About this map.

format: journey-map/1
id: switch
title: Switching
stages:
  - id: compare
    name: Compare offers  # as people say
    values:
      - A fair price
      - no surprises
"""
FILE = "switch.journey.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text('today = "2026-11-30"\n')
    (tmp_path / FILE).write_text(BEFORE)
    (tmp_path / "done.journey.yaml").write_text(AFTER.replace("id: switch", "id: done"))
    return tmp_path


def test_files_are_laid_out(workspace: Path) -> None:
    """What differs is written and named; the second run finds nothing to do."""
    ran = journey("fmt", cwd=workspace)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"wrote  {FILE}\nlaid out 1 file; 1 file needed nothing\n"
    assert (workspace / FILE).read_text() == AFTER
    again = journey("fmt", cwd=workspace)
    assert (again.code, again.err) == (0, "laid out 0 files; 2 files needed nothing\n")


def test_check_lists_and_writes_nothing(workspace: Path) -> None:
    """Exit code 1 and the files that differ; 0 where none does."""
    ran = journey("fmt", "--check", cwd=workspace)
    assert (ran.code, ran.out) == (1, f"{FILE}\n")
    assert ran.err == "would lay out 1 file; 1 file needed nothing\n"
    assert (workspace / FILE).read_text() == BEFORE
    ran = journey("fmt", "--check", "done.journey.yaml", cwd=workspace)
    assert (ran.code, ran.out) == (0, "")


def test_diff_shows_and_writes_nothing(workspace: Path) -> None:
    """A unified diff, with and without --check; coloured where it is wanted."""
    for arguments in (["--diff"], ["--diff", "--check"]):
        ran = journey("fmt", *arguments, cwd=workspace)
        assert ran.code == 1
        assert ran.out.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@ ")
        assert '-title: "Switching"\n' in ran.out
        assert "+title: Switching\n" in ran.out
        assert (workspace / FILE).read_text() == BEFORE
    ran = journey("fmt", "--diff", "--color", "always", cwd=workspace)
    assert "\x1b[32m+title: Switching\x1b[0m\n" in ran.out
    assert journey("fmt", "--diff", "done.journey.yaml", cwd=workspace).code == 0


def test_standard_input(workspace: Path) -> None:
    """Editors lay out what is not saved yet: in on standard input, out on standard output."""
    ran = journey("fmt", "-", cwd=workspace, stdin=BEFORE.encode())
    assert (ran.code, ran.out, ran.err) == (0, AFTER, "")
    ran = journey("fmt", "-", "--check", cwd=workspace, stdin=BEFORE.encode())
    assert (ran.code, ran.out) == (1, "stdin.journey.yaml\n")
    ran = journey("fmt", "-", cwd=workspace, stdin=b"a: [\n", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.out) == (1, "a: [\n")
    assert ran.err == (
        "error: stdin.journey.yaml is left as it is, because it has errors. "
        "`journey lint -` shows more.\n"
    )


def test_every_letter_gets_through_whatever_the_terminal(workspace: Path) -> None:
    """Standard output is data: no encoding of the terminal may change it."""
    text = AFTER.replace("Switching", "引っ越し 🛒")
    ran = journey("fmt", "-", cwd=workspace, stdin=text.encode(), PYTHONIOENCODING="ascii")
    assert ran.out == text


def test_a_file_with_errors_is_left_and_does_not_hide_the_others(workspace: Path) -> None:
    """It is named with the reason, and the run ends with 1; the others are laid out."""
    twice = "format: journey-map/1\nid: a\nid: b\n"
    (workspace / "bad map.journey.yaml").write_text(twice)
    ran = journey("fmt", cwd=workspace)
    assert ran.code == 1
    assert (
        "error: bad map.journey.yaml is left as it is, because it has errors. "
        "`journey lint 'bad map.journey.yaml'` shows more.\n"
    ) in ran.err
    assert ran.err.endswith("laid out 1 file; 1 file needed nothing; 1 file could not be\n")
    assert (workspace / FILE).read_text() == AFTER
    assert (
        workspace / "bad map.journey.yaml"
    ).read_text() == "format: journey-map/1\nid: a\nid: b\n"


def test_settings_choose_the_files(workspace: Path) -> None:
    """What does not belong to the workspace is not laid out."""
    (workspace / "journey.toml").write_text(f'exclude = ["{FILE}"]\n')
    assert journey("fmt", "--check", cwd=workspace).code == 0
    assert journey("fmt", "--check", "--isolated", cwd=workspace).code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["missing.journey.yaml"], "does not exist"), (["--color", "blue"], "choose one of")],
)
def test_wrong_usage(workspace: Path, arguments: list[str], words: str) -> None:
    """One clear line, and exit code 2."""
    ran = journey("fmt", *arguments, cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_nothing_to_lay_out_is_an_error(tmp_path: Path) -> None:
    """A green run means that something was looked at."""
    assert journey("fmt", "--check", cwd=tmp_path).code == 2


def test_the_findings_stay(workspace: Path) -> None:
    """Ignore comments go on covering what they covered, wherever keys move."""
    text = BEFORE.replace("title:", "# journey: ignore-file[J2] -- a sketch\ntitle:").replace(
        "- name: Compare offers # as people say",
        "- name: Compare offers # journey: ignore[J1] -- why",
    )
    (workspace / FILE).write_text(text)

    def findings() -> list[tuple[str, str, str]]:
        ran = journey("lint", FILE, "--format", "json", "--exit-zero", cwd=workspace)
        value = json.loads(ran.out)["findings"]
        return sorted((e["code"], e["at"], str(e["suppressed"])) for e in value)

    before = findings()
    journey("fmt", FILE, cwd=workspace)
    assert findings() == before
    assert (workspace / FILE).read_text() != text


def test_the_mode_of_a_file_stays(workspace: Path) -> None:
    """A file is replaced at once and keeps its mode."""
    (workspace / FILE).chmod(0o600)
    journey("fmt", cwd=workspace)
    assert stat.S_IMODE((workspace / FILE).stat().st_mode) == 0o600


def test_an_edit_made_in_the_meantime_is_never_lost(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changed since it was read is left as it is; its neighbour is laid out."""
    (workspace / "other.journey.yaml").write_text(BEFORE.replace("id: switch", "id: other"))
    monkeypatch.chdir(workspace)
    replace = files.replace

    def somebody_types(path: Path, data: bytes, *, expected: bytes, root: Path) -> None:
        if path.name == FILE:
            path.write_text("id: typed just now\n")
        replace(path, data, expected=expected, root=root)

    monkeypatch.setattr(files, "replace", somebody_types)
    with pytest.raises(UserError, match="changed while we were working"):
        command.fmt([workspace])
    assert (workspace / FILE).read_text() == "id: typed just now\n"
    assert (workspace / "other.journey.yaml").read_text().startswith("# About this map.\n\nformat:")


def test_every_file_that_cannot_be_written_is_an_error_of_its_own(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each has its line, which begins as every error does."""
    (workspace / "other.journey.yaml").write_text(BEFORE.replace("id: switch", "id: other"))
    monkeypatch.chdir(workspace)

    def refuse(path: Path, _data: bytes, *, expected: bytes, root: Path) -> None:
        raise UserError(f"{path.name} cannot be written.")

    monkeypatch.setattr(files, "replace", refuse)
    assert run(["fmt"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "error: other.journey.yaml cannot be written.",
        f"error: {FILE} cannot be written.",
    ]


def test_the_workspace_that_init_writes_is_laid_out(tmp_path: Path) -> None:
    """What the program writes itself is in the layout that it asks for."""
    journey("init", cwd=tmp_path)
    for template in ("blank", "purchase", "onboarding", "support-contact", "lifecycle"):
        journey("new", "map", f"a-{template}", "--template", template, cwd=tmp_path)
    ran = journey("fmt", "--check", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
