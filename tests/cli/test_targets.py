"""`journey lint --format FORMAT=FILE` through the installed program: what it may write over."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = "format: journey-map/1\nid: m\ntitle: M\npersonas: [nobody]\nstages: [{id: s, name: S}]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/m.journey.yaml").write_text(MAP, "utf-8")
    (tmp_path / "journey.toml").write_text('baseline = "old.json"\n', "utf-8")
    (tmp_path / "old.json").write_text('{"version": 1, "entries": []}\n', "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "maps/m.journey.yaml",
        "maps/../maps/m.journey.yaml",
        "journey.toml",
        "old.json",
        "link.json",
        "twin.json",
        "new.persona.yaml",
    ],
)
def test_a_report_overwrites_no_file_of_the_workspace(name: str, workspace: Path) -> None:
    """Exit code 2 before anything is linted, and every file is what it was."""
    (workspace / "link.json").symlink_to("journey.toml")
    (workspace / "twin.json").hardlink_to(workspace / "journey.toml")
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    ran = journey("lint", "--format", "json=all.json", "--format", f"sarif={name}", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert f"--format sarif={name}: the report would overwrite a file of the work" in ran.err
    after = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    assert before == after


def test_a_file_that_is_linted_by_name_is_not_overwritten(workspace: Path) -> None:
    """It may be called anything."""
    (workspace / "draft.yaml").write_text(MAP, "utf-8")
    ran = journey("lint", "draft.yaml", "--format", "json=draft.yaml", cwd=workspace)
    assert ran.code == 2
    assert (workspace / "draft.yaml").read_text("utf-8") == MAP


def test_the_input_does_not_open_the_workspace_to_reports(workspace: Path) -> None:
    """A lint of standard input reads the workspace as well."""
    named = "json=maps/m.journey.yaml"
    ran = journey("lint", "-", "--format", named, cwd=workspace, stdin=MAP.encode())
    assert ran.code == 2
    assert (workspace / "maps/m.journey.yaml").read_text("utf-8") == MAP


def test_two_formats_cannot_share_a_file(workspace: Path) -> None:
    """Neither is written; a device takes both."""
    ran = journey("lint", "--format", "json=x", "--format", "sarif=./x", cwd=workspace)
    assert (ran.code, "x is named twice" in ran.err) == (2, True)
    assert not (workspace / "x").exists()
    formats = [f"--format={each}={os.devnull}" for each in ("json", "sarif")]
    ran = journey("lint", *formats, cwd=workspace)
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_a_hyphen_is_standard_output(workspace: Path) -> None:
    """As it is for `-o` elsewhere; no file is called so."""
    ran = journey("lint", "--format", "json=-", cwd=workspace)
    assert json.loads(ran.out)["findings"]
    assert not (workspace / "-").exists()


def test_a_target_that_cannot_be_written_does_not_stop_the_others(workspace: Path) -> None:
    """Each such file is named, the other reports are there, and the exit code is 2."""
    formats = [f"--format={each}" for each in ("json=no/a", "text", "sarif=b.sarif", "junit=no/c")]
    ran = journey("lint", *formats, cwd=workspace)
    assert ran.code == 2
    assert [line.split("/")[-1] for line in ran.err.splitlines()] == [
        "a cannot be written: No such file or directory. Make its folder first.",
        "c cannot be written: No such file or directory. Make its folder first.",
    ]
    assert "m.journey.yaml" in ran.out
    assert json.loads((workspace / "b.sarif").read_text("utf-8"))["version"] == "2.1.0"
