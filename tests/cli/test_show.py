"""`journey show` through the installed program."""

from __future__ import annotations

import contextlib
import csv
import fcntl
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from io import StringIO
from pathlib import Path

import pytest

from journeycli.cli.show import VIEWS
from journeycli.text import width
from journeycli.views.terminal import registry
from program import ROOT, journey

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
        (
            ["repair", "--stage", "visti"],
            "The map repair has no stage visti.",
            "Did you mean visit?",
        ),
        (["repair", "--view", "map", "--stage", "visit"], "--stage and --view", ""),
        (["repair", "--format", "csv"], "The view map is no table", "touchpoints"),
        (["repair", "--format", "cvs", "--view", "curve"], "--format cvs: ", "Did you mean csv?"),
        (["--view", "map"], "--view needs a map.", "`journey show` alone"),
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


def test_the_map_is_what_is_shown_unless_something_else_is_asked_for(workspace: Path) -> None:
    """Without a view it is the map; every view is offered by its name."""
    assert journey("show", "repair", cwd=workspace) == journey(
        "show", "repair", "--view", "map", cwd=workspace
    )
    assert tuple(registry.VIEWS) == VIEWS


def test_a_map_can_come_from_standard_input(workspace: Path) -> None:
    """It is shown like a file; what needs one is told so."""
    raw = REPAIR.read_bytes()
    ran = journey("show", "-", "--view", "funnel", cwd=workspace, stdin=raw)
    assert (ran.code, ran.err) == (0, "")
    assert "The worst leak is" in ran.out
    ran = journey("show", "-", "--stage", "visit", cwd=workspace, stdin=raw)
    assert (ran.code, "needs a file" in ran.err) == (2, True)


def test_names_come_from_the_workspace(workspace: Path) -> None:
    """A persona and a department that other files declare are called by their names."""
    (workspace / "landlord.persona.yaml").write_text(
        "format: persona/1\nid: landlord\nname: Mr Ode\n"
    )
    (workspace / "ours.catalog.yaml").write_text(
        "format: catalog/1\nid: ours\ndepartments:\n  - {id: stores, name: The stores}\n"
    )
    shown = journey("show", "repair", cwd=workspace).out
    assert "山田 花子, Mr Ode" in shown
    assert "Orders the part (The stores)" in shown


def test_one_stage_is_shown_with_what_lint_finds_there(workspace: Path) -> None:
    """Findings of the other stages are not."""
    shown = journey("show", "repair", "--stage", "bill", "--width", "100", cwd=workspace).out
    assert "4 Pay the bill" in shown
    assert "1 Notice it is cold" not in shown
    assert "J301" in shown
    assert "J304" not in shown


def test_one_stage_has_its_pictures_events_and_resources() -> None:
    """What no lane has room for stands below the lanes."""
    here = ROOT / "examples"
    shown = journey("show", "switch-broadband", "--stage", "compare", cwd=here).out
    for text in (
        "(images/price-page.svg)",
        "event page_view:/prices",
        "One price service for page",
    ):
        assert text in shown
    future = ("show", "switch-broadband-future", "--stage", "compare", "--width", "140")
    assert "Barriers of switch-broadband that this map takes away" in journey(*future, cwd=here).out


def test_a_table_can_be_taken_elsewhere(workspace: Path) -> None:
    """JSON and CSV are data only, also where the terminal has no letters for it."""
    shown = ("show", "repair", "--view", "touchpoints", "--format")
    data = json.loads(journey(*shown, "json", cwd=workspace, PYTHONIOENCODING="ascii").out)
    assert [row["stage"] for row in data["rows"]][1] == "修理を頼む"
    rows = list(csv.DictReader(StringIO(journey(*shown, "csv", cwd=workspace).out)))
    assert [row["id"] for row in rows] == ["manual", "hotline", "app", "engineer"]
    assert "| Touchpoint | Id |" in journey(*shown, "md", cwd=workspace).out


def test_alone_it_lists_the_workspace(workspace: Path) -> None:
    """Maps with their completeness, personas, and what cannot be read."""
    (workspace / "p.persona.yaml").write_text("format: persona/1\nid: p\nname: Ann\n")
    (workspace / "broken.journey.yaml").write_text("- a list\n")
    (workspace / "wrong.journey.yaml").write_text(
        "format: journey-map/1\nid: wrong\ntitle: Wrong\nstages:\n  - {id: a, name: A, x: 1}\n"
    )
    ran = journey("show", cwd=workspace)
    assert ran.code == 0
    assert "2 maps, 1 persona" in ran.out
    assert "1 error" in ran.out
    assert "51%" in ran.out
    assert "last review 2026-09-30" in ran.out
    assert "3 open barriers" in ran.out
    assert "on no map" in ran.out
    assert "! broken.journey.yaml cannot be read" in ran.out
    rows = list(csv.DictReader(StringIO(journey("show", "--format", "csv", cwd=workspace).out)))
    assert [(row["id"], row["answered"], row["open_barriers"]) for row in rows] == [
        ("repair", "0.5122", "3"),
        ("wrong", "0", "0"),
    ]


def test_an_empty_folder_is_told_so(tmp_path: Path) -> None:
    """There is nothing to list, which is no success."""
    ran = journey("show", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("rows", "pager", "begins"),
    [
        (10, "sed 's/^/>/'", ">H"),
        (200, "sed 's/^/>/'", "Ha"),
        (10, "", "Ha"),
        (10, "no-such", "Ha"),
    ],
)
def test_what_is_longer_than_the_screen_goes_through_the_pager(
    workspace: Path, rows: int, pager: str, begins: str
) -> None:
    """Only on a terminal, only where it is needed, and only through a pager that is there."""
    shown = on_terminal(workspace, rows, pager)
    assert shown[:2] == begins
    assert "J111 Barrier removal" in shown


def on_terminal(cwd: Path, rows: int, pager: str) -> str:
    """Run the checklist on a pseudo-terminal of 80 columns and give all that it shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    program = Path(sys.executable).with_name("journey")
    child = subprocess.Popen(
        [str(program), "show", "repair", "--view", "checklist", "--color", "never"],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", "PAGER": pager, "LC_ALL": "C.UTF-8"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    chunks = []
    with contextlib.suppress(OSError):  # Linux ends a pseudo-terminal with an error
        while chunk := os.read(ours, 4096):
            chunks.append(chunk)
    os.close(ours)
    assert child.wait(60) == 0
    return b"".join(chunks).decode()
