"""`journey walk` through the installed program: with answers of a file, and on a terminal."""

from __future__ import annotations

import difflib
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest

from journeycli.compare.walk_text import read_walk
from journeycli.source.limits import Limits
from program import Ran, journey

MAP = """\
format: journey-map/1
id: parcel
title: Sending a parcel
personas:
  - id: sender
    name: Somebody in a hurry
stages:
  - id: pack
    name: Pack it
    customer_actions:
      - text: Takes a box   # from the shelf
        touchpoint: box-shelf
        feeling: calm
        score: 1
    touchpoints:
      - id: box-shelf
        name: Box shelf
        expected: 1
      - Scales
  - id: hand-over
    name: Hand it over      # the last metres
    touchpoints: [{name: Counter, channel: store}]
    barriers:
      - The queue is long
"""
NAME = "parcel-sender-2026-11-30.walk.yaml"
WHOLE = ["f", "-2", "No box was left", "m", "", "", "a", "A stranger helps", "+2", "", "p", "0", ""]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "parcel.journey.yaml").write_text(MAP, "utf-8")
    return tmp_path


def walk(workspace: Path, answers: list[str], *more: str, **environment: str) -> Ran:
    typed = "".join(f"{each}\n" for each in answers).encode()
    command = ("walk", "parcel", "--answers", "-", "--today", "2026-11-30", *more)
    return journey(*command, cwd=workspace, stdin=typed, **environment)


def steps(workspace: Path, name: str = NAME) -> list[tuple[str | None, str, float | None]]:
    read = read_walk((workspace / name).read_bytes(), name, Limits())
    return [(each.touchpoint or each.name, each.happened, each.score) for each in read.steps]


def test_the_prompt_shows_what_the_map_promises(workspace: Path) -> None:
    """Action, expectation and feeling stand above the question."""
    ran = walk(workspace, ["s"])
    assert ran.code == 0
    shown = ran.out.split("What happened?")[0].split()
    assert "Takes a box" in " ".join(shown)
    assert "expected +1" in " ".join(shown)
    assert "calm (+1)" in " ".join(shown)


def test_a_question_breaks_between_words(workspace: Path) -> None:
    """No choice is torn apart by the terminal's edge, and the answer has room behind it."""
    printed = walk(workspace, WHOLE, "--width", "60").out
    lines = printed.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("What happened?"))
    assert lines[first].endswith("[o]ut of")
    assert lines[first + 1].startswith("sequence [a]d hoc, [b]ack [s]top [?] >")


def test_a_walk_stops_goes_on_and_goes_back(workspace: Path) -> None:
    """What was answered is kept; going back answers it anew, in its place."""
    walk(workspace, ["f", "-2", "No box was left", "s"])
    assert steps(workspace) == [("box-shelf", "failed", -2)]
    ran = walk(workspace, ["b", "p", "1", "All there", "s"])
    assert "Going on with" in ran.err
    assert steps(workspace) == [("box-shelf", "as-planned", 1)]


def test_every_answer_is_saved_at_once(workspace: Path) -> None:
    """The answers may end anywhere: all that was said is there."""
    walk(workspace, ["f"])
    assert steps(workspace) == [("box-shelf", "failed", None)]


def test_a_walk_ends_with_planned_against_actual(workspace: Path) -> None:
    """Deviations and both curves are shown; without a yes the map stays as it is."""
    ran = walk(workspace, [*WHOLE, "", ""], "--width", "80")
    assert ran.code == 0
    assert "3 of 3 touchpoints walked, 1 as planned, 3 deviations" in ran.out
    assert "failed       Box shelf · (−2) · 3 worse than the map · No box was left" in ran.out
    assert "ad hoc       A stranger helps · (+2)" in ran.out
    assert "○ what the map says" in ran.out
    assert (workspace / "parcel.journey.yaml").read_text("utf-8") == MAP
    assert "finished: 2026-11-30" in (workspace / NAME).read_text("utf-8")


def test_what_it_proposes_is_written_only_on_yes_and_comments_are_kept(workspace: Path) -> None:
    """Evidence, an opinion and barriers are added as text; nothing else changes."""
    ran = walk(workspace, [*WHOLE, "", "y"])
    assert (ran.code, "wrote  parcel.journey.yaml" in ran.err) == (0, True)
    text = (workspace / "parcel.journey.yaml").read_text("utf-8")
    compared = [*difflib.unified_diff(MAP.splitlines(), text.splitlines(), n=0)][2:]
    changed = [line for line in compared if not line.startswith("@@")]
    evidence = "evidence: [walkthrough-sender-2026-11-30]"
    opinion = f"opinion: {{during: 0, {evidence}}}"
    assert changed == [
        "+evidence:",
        "+  - id: walkthrough-sender-2026-11-30",
        "+    method: walkthrough",
        "+    title: Walkthrough as Somebody in a hurry",
        "+    date: 2026-11-30",
        "+    barriers:",
        "+      - text: No box was left",
        "+        touchpoint: box-shelf",
        f"+        {evidence}",
        "+      - text: Scales is not there",
        "+        touchpoint: scales",
        f"+        {evidence}",
        f"+        opinion: {{during: -2, {evidence}}}",
        "-    touchpoints: [{name: Counter, channel: store}]",
        f"+    touchpoints: [{{name: Counter, channel: store, {opinion}}}]",
    ]
    linted = journey("lint", ".", "--format", "concise", "--exit-zero", cwd=workspace)
    assert " error " not in linted.out


def test_a_second_look_proposes_nothing_again(workspace: Path) -> None:
    """A finished walk that is named shows its end again; what the map says is not said twice."""
    walk(workspace, [*WHOLE, "", "y"])
    before = (workspace / "parcel.journey.yaml").read_bytes()
    ran = walk(workspace, [], "-o", NAME)
    assert (ran.code, "There is nothing to add" in ran.err) == (0, True)
    assert (workspace / "parcel.journey.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["parcel"], "A walk needs a terminal"),
        (["parcel", "--answers", "no.txt"], "no.txt cannot be read"),
        (["parcel", "--answers", "-", "--persona", "sendr"], "Did you mean sender?"),
        (["parcle", "--answers", "-"], "Did you mean parcel?"),
    ],
)
def test_wrong_usage_is_exit_code_2(workspace: Path, arguments: list[str], message: str) -> None:
    """The message says what to do; nothing is written."""
    ran = journey("walk", *arguments, cwd=workspace)
    assert ran.code == 2
    assert message in ran.err
    assert [each.name for each in workspace.iterdir()] == ["parcel.journey.yaml"]


def test_answers_without_an_end_are_not_read_to_it(workspace: Path) -> None:
    """No more is read than the answers of a walk can have."""
    (workspace / "answers").write_bytes(b"p\n" * 600_000)
    ran = journey("walk", "parcel", "--answers", "answers", cwd=workspace)
    assert (ran.code, "answers is too large for the answers of a walk" in ran.err) == (2, True)


def test_an_answer_that_cannot_be_taken_names_its_line(workspace: Path) -> None:
    """A file of answers is no person who could be asked again."""
    ran = walk(workspace, ["# the walk of today", "f", "-7"])
    assert (ran.code, "error: -:3: -7 is no score" in ran.err) == (2, True)
    assert steps(workspace) == [("box-shelf", "failed", None)]


@pytest.mark.parametrize(
    ("encoding", "width"), [("ascii", "80"), ("cp1252", "120"), ("utf-8", "40")]
)
def test_every_encoding_and_width(workspace: Path, encoding: str, width: str) -> None:
    """Nothing crashes on a legacy encoding or a narrow screen."""
    ran = walk(workspace, [*WHOLE, "", "n"], "--width", width, PYTHONIOENCODING=encoding)
    assert (ran.code, "Planned against actual" in ran.out) == (0, True)


def test_on_a_terminal_it_is_killed_and_goes_on(workspace: Path) -> None:
    """A kill in the middle leaves a whole file, and no other; the next run goes on from it."""
    with Terminal(workspace) as terminal:
        terminal.answer("What happened?", "f")
        terminal.answer("How did it feel", "-1.5")
        terminal.answer("What went on", "No box was left")
        terminal.wait_for("Scales")
        terminal.wait_for("What happened?")
        terminal.kill()
    assert sorted(each.name for each in workspace.iterdir()) == [NAME, "parcel.journey.yaml"]
    assert steps(workspace) == [("box-shelf", "failed", -1.5)]
    with Terminal(workspace) as terminal:
        terminal.wait_for("Going on with")
        terminal.wait_for("Scales")
        terminal.answer("What happened?", "later")
        terminal.answer("is no answer here", "s")
        terminal.wait_for("Saved in")
    assert steps(workspace) == [("box-shelf", "failed", -1.5)]


class Terminal:
    """The program on a pseudo-terminal, with a person in front of it."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = pty.openpty()
        program = Path(sys.executable).with_name("journey")
        self._process = subprocess.Popen(
            [program, "walk", "parcel", "--today", "2026-11-30"],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        )
        os.close(theirs)
        self._stream = ours
        self._seen = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(timeout=60)
        os.close(self._stream)

    def wait_for(self, text: str) -> None:
        while text not in self._seen:
            self._seen += os.read(self._stream, 4096).decode("utf-8", "replace")
        self._seen = self._seen.partition(text)[2]

    def answer(self, prompt: str, typed: str) -> None:
        self.wait_for(prompt)
        os.write(self._stream, f"{typed}\n".encode())

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=60)


def test_lint_finds_walkthroughs_by_their_name(workspace: Path) -> None:
    """They are looked at with the maps of a folder, and counted apart."""
    assert walk(workspace, ["f", "-2", ""]).code == 0
    ran = journey("lint", ".", "--select", "J0,J8", cwd=workspace)
    assert (ran.code, ran.out) == (0, "No findings in 1 map and 1 walkthrough\n")
    text = (workspace / NAME).read_text("utf-8").replace("happened: failed", "happened: faild")
    (workspace / NAME).write_text(text, "utf-8")
    ran = journey("lint", NAME, "--format", "concise", cwd=workspace)
    assert (ran.code, f"{NAME}:" in ran.out, "J002" in ran.out) == (1, True, True)
