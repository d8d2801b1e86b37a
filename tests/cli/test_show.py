"""`journey show` through the installed program."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from journeycli.text import width
from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

REPAIR = ROOT / "tests" / "views" / "terminal" / "maps" / "repair.journey.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    shutil.copy(REPAIR, tmp_path / "maps")
    return tmp_path


def test_a_map_is_named_by_its_id_or_by_its_file(workspace: Path) -> None:
    """Both show the same map, and the commands below go on with the name that was given."""
    by_id = journey("show", "repair", "--view", "checklist", cwd=workspace)
    by_path = journey("show", "maps/repair.journey.yaml", "--view", "checklist", cwd=workspace)
    assert (by_id.code, by_path.code, by_id.err, by_path.err) == (0, 0, "", "")
    assert by_id.out.splitlines()[:12] == by_path.out.splitlines()[:12]
    assert "journey fill repair\n" in by_id.out
    assert "journey fill maps/repair.journey.yaml" in by_path.out


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["repare"], "There is no map repare.", "Did you mean repair?"),
        (["maps/no.journey.yaml"], "maps/no.journey.yaml does not exist.", ""),
        (["repair", "--view", "chekclist"], "--view chekclist: ", "Did you mean checklist?"),
        (["repair", "--color", "purple"], "--color purple: ", "auto, always, never"),
    ],
)
def test_a_wrong_word_is_told_with_the_right_one(
    workspace: Path, arguments: list[str], message: str, hint: str
) -> None:
    """One clear line, the closest match, exit code 2, and nothing on standard output."""
    ran = journey("show", *arguments, cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert hint in ran.err


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "p.persona.yaml",
            "format: persona/1\nid: p\nname: P\n",
            "This is a persona, and not a map.",
        ),
        ("c.catalog.yaml", "format: catalog/1\nid: c\n", "This is a catalog, and not a map."),
        ("e.journey.yaml", "", "no map can be read from it."),
        ("b.journey.yaml", "- a list\n", "no map can be read from it."),
    ],
)
def test_what_cannot_be_read_as_a_map_is_refused(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    """The place, the reason, and exit code 2."""
    (tmp_path / name).write_text(text)
    ran = journey("show", name, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {name}: ")
    assert message in ran.err


def test_a_map_with_errors_is_shown_as_far_as_it_can_be_read(workspace: Path) -> None:
    """One wrong value does not hide the other stages."""
    path = workspace / "maps" / "repair.journey.yaml"
    path.write_text(
        path.read_text("utf-8").replace("severity: critical", "severity: awful"), "utf-8"
    )
    ran = journey("show", "repair", "--view", "checklist", "--width", "120", cwd=workspace)
    assert ran.code == 0
    assert "! This file has 1 error; here is what could be read." in ran.out
    assert "J111 Barrier removal" in ran.out


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"TERM": "dumb"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"COLUMNS": "40"},
        {"COLUMNS": "250"},
        {"COLUMNS": "nonsense"},
    ],
)
def test_every_terminal_gets_lines_that_fit_and_no_colour(
    workspace: Path, environment: dict[str, str]
) -> None:
    """Piped output has no control sequence, whatever the encoding, and no line is too long."""
    ran = journey("show", "repair", "--view", "checklist", cwd=workspace, stdin=b"", **environment)
    room = int(environment["COLUMNS"]) if environment.get("COLUMNS", "").isdecimal() else 80
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert [line for line in ran.out.splitlines() if width(line) > room] == []


def test_colour_can_be_asked_for(workspace: Path) -> None:
    """The flag is stronger than the environment, and what forces colour does."""
    shown = ("show", "repair", "--view", "checklist")
    assert "\x1b[" in journey(*shown, "--color", "always", cwd=workspace, NO_COLOR="1").out
    assert "\x1b[" in journey(*shown, cwd=workspace, FORCE_COLOR="1").out
    assert "\x1b[" not in journey(*shown, "--color", "never", cwd=workspace, FORCE_COLOR="1").out
