"""`--watch` through the installed program: a process that lives while files are saved."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from journeycli.cli import watching
from journeycli.errors import UserError
from program import ROOT, journey

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = "format: journey-map/1\nid: a\ntitle: A\nstages:\n  - {id: one, name: One}\n"
BAD = GOOD.replace("title", "titel")
ROUND = "Watching; Ctrl+C ends."
_PATIENCE = 60  # seconds; nothing is timed, this only ends a run that hangs


class Watching:
    """A `journey` that goes on until it is interrupted; both streams come in one."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [Path(sys.executable).with_name("journey"), *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line)

    def until(self, words: str) -> str:
        """Give what is printed, up to a line that holds some words."""
        text = ""
        while words not in text:
            text += self._lines.get(timeout=_PATIENCE)
        return text

    def interrupt(self) -> int:
        """Press Ctrl+C, and give the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=_PATIENCE)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text('today = "2026-11-30"\n')
    (tmp_path / "a.journey.yaml").write_text(GOOD)
    return tmp_path


@pytest.fixture
def watched(workspace: Path) -> Iterator[Watching]:
    with Watching(workspace, "lint", "--watch", "--format", "concise") as running:
        running.until(ROUND)
        yield running


def test_each_save_is_linted_anew(watched: Watching, workspace: Path) -> None:
    """A save in place, one that breaks the file, one by renaming as editors do, and Ctrl+C."""
    (workspace / "a.journey.yaml").write_text(BAD)
    assert "a.journey.yaml:3:1: error J003" in watched.until(ROUND)
    (workspace / "a.journey.yaml").write_text("a: [\n")
    assert "J001" in watched.until(ROUND)
    (workspace / ".a.journey.yaml.swp").write_text(GOOD)
    (workspace / ".a.journey.yaml.swp").replace(workspace / "a.journey.yaml")
    assert " error " not in watched.until(ROUND)
    assert watched.interrupt() == 130


def test_files_come_and_go(watched: Watching, workspace: Path) -> None:
    """A new file, a new folder, a file that is gone, all of them gone, and one back again."""
    (workspace / "more").mkdir()
    (workspace / "more/b.journey.yaml").write_text(BAD.replace("id: a", "id: b"))
    assert "more/b.journey.yaml:3:1: error J003" in watched.until(ROUND)
    (workspace / "more").rename(workspace / "else")
    assert "else/b.journey.yaml:3:1: error J003" in watched.until(ROUND)
    (workspace / "else/b.journey.yaml").unlink()
    assert "b.journey.yaml" not in watched.until(ROUND)
    (workspace / "a.journey.yaml").unlink()
    assert "error: " in watched.until(ROUND)
    (workspace / "a.journey.yaml").write_text(GOOD)
    assert "a.journey.yaml" in watched.until(ROUND)


def test_settings_count_and_may_be_broken(watched: Watching, workspace: Path) -> None:
    """What is wrong in them is told; the next save mends it."""
    (workspace / "journey.toml").write_text("selekt = []\n")
    assert "selekt" in watched.until(ROUND)
    (workspace / "journey.toml").write_text('select = ["J0"]\n')
    assert watched.until(ROUND).startswith("No findings in a.journey.yaml")


def test_other_files_start_no_round(watched: Watching, workspace: Path) -> None:
    """Notes, pictures and what the lint writes itself are not linted."""
    (workspace / "notes.md").write_text("x")
    (workspace / "a.svg").write_text("x")
    (workspace / "b.journey.yaml").write_text(GOOD.replace("id: a", "id: b"))
    assert watched.until(ROUND).count(" in 2 ") == 1


def test_a_terminal_is_cleared(workspace: Path) -> None:
    """Each round begins on an empty screen; what was scrolled away stays."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [Path(sys.executable).with_name("journey"), "lint", "--watch"],
        cwd=workspace,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        assert os.read(leader, 7) == b"\x1b[2J\x1b[H"
        process.kill()
    os.close(leader)
    os.close(follower)


def test_what_is_wrong_at_the_start_ends_the_run(workspace: Path) -> None:
    """A word that names no rule will not become one by saving a map."""
    ran = journey("lint", "--watch", "--select", "J999", cwd=workspace)
    assert ran.code == 2
    assert ROUND not in ran.err


@pytest.mark.parametrize("flag", ["--fix", "--diff", "--write-baseline", "--show-files", "-"])
def test_what_does_not_go_together(flag: str, workspace: Path) -> None:
    """One sentence, and exit code 2."""
    ran = journey("lint", "--watch", flag, cwd=workspace)
    assert ran.code == 2
    assert ran.err.startswith("error: --watch lints files, and does nothing beside.\n")


def test_without_the_package_the_way_to_get_it_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other way of watching stands in silently."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UserError, match="needs watchfiles") as raised:
        watching.follow(workspace, list, lambda: None)
    assert raised.value.hint == "pip install watchfiles"


def test_pictures_are_drawn_again(tmp_path: Path) -> None:
    """`render --watch` outlives a map that breaks, and draws it when it is whole again.

    The baseline counts as well, for the findings beside the pictures go by it.
    """
    text = (ROOT / "tests/first_maps/library-card.journey.yaml").read_text("utf-8")
    file = tmp_path / "card.journey.yaml"
    file.write_text(text)
    with Watching(tmp_path, "render", str(file), "--watch", "-o", "out.svg") as running:
        running.until("out.svg\n")
        file.write_text("a: [\n")
        assert "No map can be read from this file." in running.until("says what is wrong")
        file.write_text(text)
        running.until("out.svg\n")
        (tmp_path / "journey-baseline.json").write_text('{"version": 1, "entries": []}\n')
        running.until("out.svg\n")
        assert running.interrupt() == 130
