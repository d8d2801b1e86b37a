"""What every command that asks git says of a repository that git will not touch."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.git_failing import git_failed
from journeycli.git import GitUnavailableError
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = "a.journey.yaml"
GIT = """\
#!/bin/sh
GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {} "$@"
"""
COMMANDS = (
    ("diff", "HEAD"),
    ("diff", MAP),
    ("lint", "--since", "HEAD"),
    ("history", MAP),
    ("blame", MAP),
    ("git-setup",),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_of_another_owner(words: tuple[str, ...], tmp_path: Path) -> None:
    """In a container that is the usual case; the line that helps can be copied as it is."""
    folder, programs = tmp_path / "our maps", tmp_path / "programs"
    programs.mkdir()
    wrapper = programs / "git"
    wrapper.write_text(GIT.format(shutil.which("git")))
    wrapper.chmod(0o755)
    subprocess.run(["git", "init", "-q", folder], check=True)
    (folder / MAP).write_text("format: journey-map/1\nid: a\ntitle: A\nstages: []\n")
    ran = journey(*words, cwd=folder, PATH=f"{programs}:/usr/bin:/bin")
    assert ran.code == 2
    assert "git does not trust this repository" in " ".join(ran.err.split())
    assert f"git config --global --add safe.directory '{folder}'" in " ".join(ran.err.split())


def test_of_a_reason_that_is_not_known() -> None:
    """The first line of git's own words, without what it puts around them."""
    failed = git_failed(GitUnavailableError("fatal: the disk is\x1b[31m tired.\nmore"))
    assert failed.message == "git cannot be asked: the disk is\\x1b[31m tired."
    assert failed.hint == "`journey doctor` says which git there is."
    assert git_failed(GitUnavailableError("")).message.endswith("it gives no reason.")
