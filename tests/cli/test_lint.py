"""`journey lint` through the installed program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT, journey

FIRST = """\
format: journey-map/1
id: switch
title: Switching broadband provider
stages:
  - id: compare
    name: Compare offers
  - id: order
    name: Order
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text('today = "2026-11-30"\n')
    (tmp_path / "switch.journey.yaml").write_text(FIRST)
    return tmp_path


def test_the_examples_lint_clean() -> None:
    """What the project shows as good is good."""
    ran = journey("lint", "examples", cwd=ROOT)
    assert (ran.code, ran.err) == (0, ran.err)
    assert "Traceback" not in ran.err


def test_findings_give_exit_code_1(workspace: Path) -> None:
    """Findings at or above the fail level fail the run."""
    ran = journey("lint", "--format", "concise", cwd=workspace)
    assert ran.code == 1
    assert "switch.journey.yaml:3:8: warning J201 no-persona:" in ran.out


def test_the_fail_level_decides(workspace: Path) -> None:
    """Warnings do not fail a run that fails at errors; advice does one that fails at advice."""
    assert journey("lint", "--fail-level", "error", cwd=workspace).code == 0
    assert journey("lint", "--select", "J103", cwd=workspace).code == 0
    assert journey("lint", "--select", "J103", "--fail-level", "info", cwd=workspace).code == 1


def test_a_number_of_warnings_stands_for_warnings_alone(workspace: Path) -> None:
    """It replaces the fail level of warnings; for errors and advice that level holds."""
    few, many = ("--max-warnings", "0"), ("--max-warnings", "999")
    assert journey("lint", "--select", "J103,J201", *few, cwd=workspace).code == 1
    assert journey("lint", "--select", "J103,J201", *many, cwd=workspace).code == 0
    low, high = ("--fail-level", "info"), ("--fail-level", "error")
    assert journey("lint", "--select", "J103,J201", *many, *low, cwd=workspace).code == 1
    assert journey("lint", "--select", "J201", *many, *low, cwd=workspace).code == 0
    assert journey("lint", "--select", "J201", *few, *high, cwd=workspace).code == 1
    (workspace / "broken.journey.yaml").write_text("format: journey-map/1\n")
    assert journey("lint", *many, *high, cwd=workspace).code == 1


def test_exit_zero(workspace: Path) -> None:
    """Findings are shown and do not fail the run."""
    ran = journey("lint", "--exit-zero", cwd=workspace)
    assert ran.code == 0
    assert "J201" in ran.out


def test_select_and_ignore_take_codes_prefixes_and_names(workspace: Path) -> None:
    """The more specific word wins."""
    ran = journey(
        "lint", "--select", "J2", "--ignore", "no-persona,J205", "--format", "json", cwd=workspace
    )
    codes = {finding["code"] for finding in json.loads(ran.out)["findings"]}
    assert {"J203", "J204", "J206"} <= codes
    assert not {"J201", "J205", "J101"} & codes


def test_an_unknown_rule_is_wrong_usage(workspace: Path) -> None:
    """A misspelt rule is told with the closest one."""
    ran = journey("lint", "--select", "no-persona,J1O6", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean J106?" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lint", "missing.journey.yaml"], "does not exist"),
        (["lint", "--format", "xml"], "choose one of"),
        (["lint", "--fail-level", "eror"], "Did you mean error?"),
        (["lint", "--today", "yesterday"], "is not a date"),
        (["lint", "--nonsense"], "No such option"),
        (["lnit"], "Did you mean `journey lint`?"),
        (["lint", "--width", "wide"], "is not a valid int"),
    ],
)
def test_wrong_usage_is_one_clear_line_and_exit_code_2(
    workspace: Path, arguments: list[str], words: str
) -> None:
    """Wrong usage says what is wrong and never shows a traceback."""
    ran = journey(*arguments, cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_nothing_to_lint_is_an_error(tmp_path: Path) -> None:
    """A green run means that something was looked at."""
    ran = journey("lint", cwd=tmp_path)
    assert ran.code == 2
    assert "nothing to lint" in ran.err


def test_standard_input(workspace: Path) -> None:
    """A map on standard input is linted under the name that it is given."""
    ran = journey(
        "lint", "-", "--stdin-filename", "maps/new.journey.yaml", "--format", "concise",
        cwd=workspace, stdin=FIRST.encode(),
    )  # fmt: skip
    assert ran.code == 1
    assert ran.out.startswith("maps/new.journey.yaml:1") or "maps/new.journey.yaml:3:8" in ran.out


def test_json_goes_to_standard_output_alone(workspace: Path) -> None:
    """Another program reads one JSON value, whatever is said beside it."""
    ran = journey("lint", "--format", "json", cwd=workspace)
    value = json.loads(ran.out)
    assert value["version"] == 1
    assert value["summary"]["today"] == "2026-11-30"
    finding = value["findings"][0]
    assert set(finding) == {
        "code", "name", "severity", "message", "help", "url", "path", "start", "end", "at", "fix",
        "related", "suppressed",
    }  # fmt: skip


def test_several_formats_in_one_run(workspace: Path) -> None:
    """One run prints text and writes a file."""
    ran = journey("lint", "--format", "text", "--format", "json=out.json", cwd=workspace)
    assert "J201" in ran.out
    assert json.loads((workspace / "out.json").read_text())["version"] == 1


def test_today_moves_the_clock(workspace: Path) -> None:
    """A dated rule speaks from its day on."""
    text = FIRST.replace("stages:", "review: {every: quarter, last: 2026-08-31}\nstages:")
    (workspace / "switch.journey.yaml").write_text(text)
    before = journey("lint", "--select", "J209", "--today", "2026-11-30", cwd=workspace)
    after = journey("lint", "--select", "J209", "--today", "2026-12-01", cwd=workspace)
    assert (before.code, after.code) == (0, 1)


def test_one_bad_file_does_not_hide_the_others(workspace: Path) -> None:
    """A file that cannot be read has its finding, and so have its neighbours."""
    (workspace / "bad.journey.yaml").write_bytes(b"\xff\xfe\x00")
    (workspace / "deep.journey.yaml").write_bytes(b"[" * 100_000)
    ran = journey("lint", "--format", "json", cwd=workspace)
    found = {(each["path"], each["code"]) for each in json.loads(ran.out)["findings"]}
    assert ("deep.journey.yaml", "J007") in found
    assert any(path == "bad.journey.yaml" for path, _ in found)
    assert ("switch.journey.yaml", "J201") in found


def test_a_reader_who_leaves_ends_the_program_quietly(workspace: Path) -> None:
    """`journey lint | head -1` ends with 141 and without a complaint."""
    program = Path(sys.executable).with_name("journey")
    for number in range(200):
        (workspace / f"m{number}.journey.yaml").write_text(FIRST.replace("switch", f"m{number}"))
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [program, "lint"], cwd=workspace, stdout=write, stderr=subprocess.PIPE
    ) as running:
        os.close(write)
        errors = running.communicate(timeout=120)[1]
    assert (running.returncode, errors) == (141, b"")


def test_colour_only_where_it_is_wanted(workspace: Path) -> None:
    """A pipe gets no colour unless it is asked for."""
    assert "\x1b[" not in journey("lint", cwd=workspace).out
    assert "\x1b[" in journey("lint", cwd=workspace, FORCE_COLOR="1").out
    assert "\x1b[" not in journey("lint", cwd=workspace, FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[" in journey("lint", "--color", "always", cwd=workspace).out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_encoding_can_be_written(workspace: Path, encoding: str) -> None:
    """A terminal of another age gets escapes instead of a crash."""
    path = workspace / "switch.journey.yaml"
    path.write_text(FIRST.replace("Compare offers", "比較する 🛒"), "utf-8")
    ran = journey("lint", cwd=workspace, PYTHONIOENCODING=encoding, COLUMNS="60")
    assert ran.code == 1
    assert "J101" in ran.out
    assert "Traceback" not in ran.err


def test_version_is_said_at_once(tmp_path: Path) -> None:
    """`journey --version` prints one line."""
    ran = journey("--version", cwd=tmp_path)
    assert (ran.code, ran.out.startswith("journeycli ")) == (0, True)
