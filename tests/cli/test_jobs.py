"""Several processes: the same words in the same order, and nothing left of them when they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeycli.cli import linting, main
from journeycli.cli.workspace import open_workspace
from journeycli.lint.jobs import cores
from program import ROOT, journey

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = str(Path(sys.executable).with_name("journey"))
PATIENCE = 60  # seconds until a test gives up on what should long have happened
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace with many maps, a broken one and an unreadable one among them."""
    root = tmp_path_factory.mktemp("many")
    (root / "journey.toml").write_text("")
    text = (ROOT / "examples/maps/switch-broadband.journey.yaml").read_text("utf-8")
    own = (ROOT / "examples/first-draft/gym-membership.journey.yaml").read_text("utf-8")
    for number in range(30):
        written = (own if number % 3 else text).replace("\nid: ", f"\nid: n{number}-", 1)
        (root / f"{number:03}.journey.yaml").write_text(written, "utf-8")
    (root / "013.journey.yaml").write_text("stages: [", "utf-8")
    (root / "017.journey.yaml").unlink()
    (root / "017.journey.yaml").symlink_to("nowhere")
    (root / "words.catalog.yaml").write_text("format: catalog/1\nid: words\n")
    return root


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace that takes longer to lint than to find its processes."""
    root = tmp_path_factory.mktemp("slow")
    text = (ROOT / "examples/maps/switch-broadband.journey.yaml").read_text("utf-8")
    for number in range(400):
        written = text.replace("\nid: ", f"\nid: n{number}-", 1)
        (root / f"{number:03}.journey.yaml").write_text(written, "utf-8")
    return root


@pytest.mark.parametrize("cache", ["--no-cache", "--clear-cache"])
def test_two_processes_say_what_one_says(many: Path, cache: str) -> None:
    """Not a byte differs, with and without a cache to be filled."""
    command = ["lint", "--today", "2026-11-30", "--format", "json"]
    alone = journey(*command, "--jobs", "1", "--no-cache", cwd=many)
    assert alone.code == 1
    assert journey(*command, "--jobs", "3", cache, cwd=many) == alone
    assert journey(*command, "--jobs", "3", cwd=many) == alone


def test_own_rules_and_settings_reach_every_process(many: Path, tmp_path: Path) -> None:
    """Workers go by the same settings as the one that starts them."""
    config = tmp_path / "other.toml"
    config.write_text(
        'statement-length = 30\n[[rule]]\ncode = "ACME1"\nname = "no-owner-name"\nscope = "map"\n'
        'require = "owner == \'me\'"\nmessage = "I answer for it."\n'
    )
    command = ["lint", "--config", str(config), "--format", "concise", "--no-cache"]
    alone = journey(*command, "--jobs", "1", cwd=many)
    assert "ACME1" in alone.out
    assert "J904" in alone.out
    assert journey(*command, "--jobs", "2", cwd=many) == alone


def test_a_few_files_are_checked_by_one_process(tmp_path: Path) -> None:
    """What takes less time than a process takes to start is not worth one."""
    (tmp_path / "a.journey.yaml").write_text("format: journey-map/1\nid: a\ntitle: A\nstages: []\n")
    workspace = open_workspace([tmp_path])
    linted = linting.lint_files(workspace, [tmp_path], linting.Request(jobs=None))
    assert linted.means.processes(len(linted.report.files)) == 1
    assert linted.means.processes(100_000) == cores()


@linux
@pytest.mark.parametrize("to_all", [True, False], ids=["ctrl-c", "to the parent alone"])
def test_an_interrupt_ends_all_processes_cleanly(slow: Path, *, to_all: bool) -> None:
    """Ctrl-C ends the run with 130 and one line; no traceback, no process that lives on."""
    run = _started(slow)
    workers = _workers(run.pid)
    if to_all:
        os.killpg(run.pid, signal.SIGINT)
    else:
        run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=PATIENCE)
    assert (run.returncode, out, err) == (130, b"", b"\nInterrupted.\n")
    assert _are_gone(workers)


@linux
def test_workers_end_with_a_parent_that_is_killed(slow: Path) -> None:
    """Even where nothing can be said any more, nothing lives on."""
    run = _started(slow)
    workers = _workers(run.pid)
    run.kill()
    run.communicate(timeout=PATIENCE)
    assert _are_gone(workers)


@linux
def test_what_a_killed_worker_leaves_is_done_by_the_rest(many: Path) -> None:
    """A worker that the system kills costs time and no finding."""
    command = ["lint", "--no-cache", "--today", "2026-11-30", "--format", "concise"]
    alone = journey(*command, "--jobs", "1", cwd=many)
    run = _started(many, "--today", "2026-11-30")
    os.kill(_workers(run.pid)[0], signal.SIGKILL)
    out, _ = run.communicate(timeout=PATIENCE)
    assert (run.returncode, out.decode()) == (1, alone.out)


def test_an_interrupt_while_one_process_lints(
    many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same without workers."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journeycli.lint.engine.check_file", interrupt)
    assert main.run(["lint", str(many), "--jobs", "1", "--no-cache"]) == 130
    assert capsys.readouterr() == ("", "\nInterrupted.\n")


def _started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a lint in two processes, in a group of their own."""
    return subprocess.Popen(
        [PROGRAM, "lint", "--jobs", "2", "--no-cache", "--format", "concise", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _workers(pid: int) -> list[int]:
    """Wait until a process has two children that are at work."""
    for _ in _until():
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if len(children) == 2:
            return list(map(int, children))
    raise AssertionError("no workers were started")


def _are_gone(pids: list[int]) -> bool:
    return any(not any(Path(f"/proc/{pid}").exists() for pid in pids) for _ in _until())


def _until() -> Iterator[None]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        yield
        time.sleep(0.005)
