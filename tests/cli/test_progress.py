"""Progress: a line for people who wait, which leaves no trace."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from journeycli.cli import main
from program import journey

TEXT = "format: journey-map/1\nid: {}\ntitle: A\nstages: [{{id: one, name: One}}]\n"


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """Give a folder of maps."""
    for number in range(20):
        (tmp_path / f"{number}.journey.yaml").write_text(TEXT.format(f"n{number}"))
    return tmp_path


def clock(monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    """Let so many seconds pass between two looks at the clock."""
    ticks = count()
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks) * step)


def lint(folder: Path, *arguments: str) -> str:
    """Lint with a terminal as standard error, and give what it was shown."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    with pytest.MonkeyPatch.context() as patch, os.fdopen(theirs, "w") as stream:
        patch.setattr(sys, "stderr", stream)
        assert main.run(["lint", str(folder), "--format", "concise", *arguments]) == 1
        stream.write("end")
        stream.flush()
        shown = os.read(ours, 100_000).decode()
    os.close(ours)
    return shown.removesuffix("end")


def test_a_long_run_says_how_far_it_is_and_takes_it_back(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a second, one line that is written over; erased before anything else is said."""
    clock(monkeypatch, 0.4)
    written = lint(maps)
    shown = re.findall(r"\r\x1b\[K([^\r]*)", written)
    assert shown == [*(f"{number} of 20 files" for number in range(3, 20)), ""]
    assert written == "".join(f"\r\x1b[K{each}" for each in shown)


def test_a_terminal_is_not_flooded(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast files are done, the line changes ten times a second at most."""
    clock(monkeypatch, 0.06)
    assert re.findall(r"(\d+) of", lint(maps, "--no-cache")) == ["17", "19"]


def test_a_short_run_says_nothing(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wonder within a second."""
    clock(monkeypatch, 0.01)
    assert lint(maps) == ""


def test_a_terminal_that_cannot_take_back_a_line_gets_none(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`TERM=dumb` is a log, or a screen reader."""
    monkeypatch.setenv("TERM", "dumb")
    clock(monkeypatch, 1)
    assert lint(maps) == ""


def test_what_is_remembered_is_done_too(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that reads the cache tells of it in the same way."""
    lint(maps)
    clock(monkeypatch, 0.4)
    assert "19 of 20 files" in lint(maps)


def test_a_file_gets_no_progress(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error that is no terminal holds what is worth keeping, and nothing else."""
    clock(monkeypatch, 1)
    with (maps / "log").open("w+") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        main.run(["lint", str(maps), "--format", "json"])
        stream.seek(0)
        assert stream.read() == ""


def test_the_installed_program_on_a_terminal(maps: Path) -> None:
    """With a terminal as standard error and a pipe as output, the output is as without one."""
    ours, theirs = pty.openpty()
    ran = subprocess.run(
        [str(Path(sys.executable).with_name("journey")), "lint", "--format", "json"],
        cwd=maps, stdout=subprocess.PIPE, stderr=theirs, check=False,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert ran.stdout.decode() == journey("lint", "--format", "json", cwd=maps).out
