"""What happens where a file cannot be written, and where a repository sets traps."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

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
    here = tmp_path / "repository"
    here.mkdir()
    trap = tmp_path / "trap"
    sprung = tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\necho x >> {sprung}\ncat\n")
    trap.chmod(0o755)
    _git(here, "init", "-q")
    _git(here, "config", "user.name", "Maya")
    _git(here, "config", "user.email", "maya@example.org")
    for text in (UNTIDY, UNTIDY.replace("pizza", "soup")):
        (here / PIZZA).write_text(text)
        _git(here, "add", "-A")
        _git(here, "commit", "-q", "-m", "step")
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


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
