"""What happens where a file cannot be written, and where a repository sets traps."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journeycli.git import Change, changes, commit_of
from program import journey

from .writers import PIZZA, UNTIDY, WRITERS, lay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["fmt", "fix", "baseline"])
def test_a_full_disk_leaves_the_old_file(name: str, tmp_path: Path) -> None:
    """No byte can be written: the command says so, exits with 2, and leaves no piece behind."""
    writer = WRITERS[name]
    folder = lay(tmp_path / "workspace", writer)
    before = _contents(folder)
    done = subprocess.run(
        [sys.executable, "-m", "journeycli", *writer.line.split()],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=_no_room,
    )
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True), done.stderr
    assert _contents(folder) == before


def test_a_repository_cannot_make_git_run_anything(tmp_path: Path) -> None:
    """Hooks, monitors, filters, textconv, pagers and external diff programs are never started."""
    here, sprung = _repository(tmp_path)
    trap = tmp_path / "trap"
    (here / PIZZA).write_text(UNTIDY)
    (here / ".gitattributes").write_text("*.yaml diff=trap filter=trap merge=trap\n")
    for key in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external",
        "diff.trap.command", "diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge",
        "filter.trap.process", "gpg.program", "interactive.diffFilter", "merge.trap.driver",
    ):  # fmt: skip
        _git(here, "config", key, str(trap))
    _git(here, "config", "log.showSignature", "true")
    hooks = here / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman"):
        (hooks / hook).write_text(trap.read_text())
        (hooks / hook).chmod(0o755)
    for line in (
        "lint .", "lint . --since HEAD~1", "diff", "diff HEAD~1 HEAD", "history " + PIZZA,
        "blame " + PIZZA, "show", "report",
    ):  # fmt: skip
        ran = journey(*line.split(), cwd=here)
        assert ran.code in {0, 1}, (line, ran.err)
    assert not sprung.exists(), sprung.read_text()


def test_a_filter_that_cannot_be_turned_off_is_not_started(tmp_path: Path) -> None:
    """Git's option -c cannot name a filter with `=` in its name; then git is not asked at all."""
    here, sprung = _repository(tmp_path)
    (here / ".gitattributes").write_text("*.yaml filter=a=b\n")
    _git(here, "config", "filter.a=b.clean", str(tmp_path / "trap"))
    (here / PIZZA).write_text(UNTIDY.replace("pizza", "pasta"))
    for command in ("blame", "history"):
        ran = journey(command, PIZZA, cwd=here)
        assert (ran.code, "'filter.a=b' cannot be turned off" in ran.err) == (2, True), ran.err
    assert not sprung.exists(), sprung.read_text()


def test_a_submodule_runs_nothing(tmp_path: Path) -> None:
    """A submodule has settings of its own; it is not looked into."""
    here, sprung = _repository(tmp_path)
    inner = here / "inner"
    inner.mkdir()
    _git(inner, "init", "-q")
    (inner / PIZZA).write_text(UNTIDY)
    _git(inner, "-c", "user.name=x", "-c", "user.email=x", "add", "-A")
    _git(inner, "-c", "user.name=x", "-c", "user.email=x", "commit", "-q", "-m", "inner")
    _git(here, "-c", "advice.addEmbeddedRepo=false", "add", "inner")
    _git(here, "commit", "-q", "-m", "inner")
    _git(inner, "config", "filter.trap.clean", str(tmp_path / "trap"))
    (inner / ".gitattributes").write_text("*.yaml filter=trap\n")
    (inner / PIZZA).write_text(UNTIDY.replace("pizza", "pasta"))
    (here / "moved.journey.yaml").write_text((here / PIZZA).read_text())
    (here / PIZZA).unlink()
    assert changes(here, commit_of(here, "HEAD")) == [Change("D", PIZZA, PIZZA)]
    assert not sprung.exists(), sprung.read_text()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("core.attributesFile", "/dev/zero"),
        ("mailmap.file", "/dev/zero"),
        ("i18n.logOutputEncoding", "UTF-16"),
    ],
)
def test_settings_of_a_repository_change_no_history(
    setting: str, value: str, tmp_path: Path
) -> None:
    """They lead git to no file outside, to none without an end, and to no other encoding."""
    here, _ = _repository(tmp_path)
    lines = [(command, PIZZA, "--today", "2026-11-30") for command in ("history", "blame")]
    before = [journey(*line, cwd=here) for line in lines]
    _git(here, "config", setting, value)
    after = [journey(*line, cwd=here) for line in lines]
    assert [(ran.code, ran.out) for ran in after] == [(0, ran.out) for ran in before]


def test_blame_tells_no_line_of_a_file_outside(tmp_path: Path) -> None:
    """What a repository sets as its list of ignored commits may be any file: no line is shown."""
    here, _ = _repository(tmp_path)
    (tmp_path / "secret").write_text("the password\n")
    _git(here, "config", "blame.ignoreRevsFile", str(tmp_path / "secret"))
    ran = journey("blame", PIZZA, cwd=here)
    assert (ran.code, "password" in ran.err, "ignoreRevsFile" in ran.err) == (2, False, True)


def _repository(tmp_path: Path) -> tuple[Path, Path]:
    """Make a repository with a map of two commits, and a trap: a program that leaves a trace."""
    here, trap, sprung = (tmp_path / name for name in ("repository", "trap", "sprung"))
    here.mkdir()
    trap.write_text(f"#!/bin/sh\necho x >> {sprung}\ncat\n")
    trap.chmod(0o755)
    _git(here, "init", "-q")
    _git(here, "config", "user.name", "Maya")
    _git(here, "config", "user.email", "maya@example.org")
    for text in (UNTIDY, UNTIDY.replace("pizza", "soup")):
        (here / PIZZA).write_text(text)
        _git(here, "add", "-A")
        _git(here, "commit", "-q", "-m", "step")
    return here, sprung


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
