"""Repositories made to do harm: what they lack, what they replace, what never ends."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "pizza.journey.yaml"
_MAP = """\
format: journey-map/1
id: order-pizza
title: Ordering {}
stages:
  - id: order
    name: Order
"""
_DISHES = ("a pizza", "a soup", "pasta")
_PAST = (
    ("lint", "--no-cache", "--since", "HEAD~2"),
    ("diff", "HEAD~2"),
    ("history", _NAME, "--no-cache"),
    ("blame", _NAME),
    ("blame", _NAME, "--rev", "HEAD~2"),
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Give a repository with a map of three commits and an edit that is in none."""
    folder = tmp_path / "repository"
    folder.mkdir()
    _git(folder, "init", "-q")
    _git(folder, "config", "user.name", "Maya")
    _git(folder, "config", "user.email", "maya@example.org")
    (folder / "journey.toml").write_text('today = "2026-11-30"\n')
    for dish in _DISHES:
        (folder / _NAME).write_text(_MAP.format(dish))
        _git(folder, "add", "-A")
        _git(folder, "commit", "-q", "-m", dish)
    (folder / _NAME).write_text(_MAP.format("rice"))
    return folder


@pytest.mark.parametrize(
    ("url", "settings"),
    [
        ("ext::{trap}", {"protocol.ext.allow": "always"}),
        ("{here}", {"protocol.file.allow": "always", "remote.origin.uploadpack": "{trap}"}),
        ("ssh://host/x", {"protocol.ssh.allow": "always", "core.sshCommand": "{trap}"}),
        ("git://localhost/x", {"protocol.git.allow": "always", "core.gitProxy": "{trap}"}),
    ],
)
def test_what_a_clone_lacks_is_not_fetched(
    url: str, settings: dict[str, str], here: Path, tmp_path: Path
) -> None:
    """Else the remote that the repository names would start a program, or ask the network."""
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\necho x >> {sprung}\n")
    trap.chmod(0o755)
    _lose(here, f"HEAD~2:{_NAME}")
    partial = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": url,
        "protocol.allow": "always",
    }
    for key, value in (partial | settings).items():
        _git(here, "config", key, value.format(trap=trap, here=here))
    ran = [journey(*line, cwd=here) for line in _PAST]
    assert not sprung.exists()
    assert [each.code for each in ran] == [2, 0, 0, 2, 2], [each.err for each in ran]
    assert "is not in this clone" in ran[0].err
    assert "is not in this clone" in ran[1].out
    assert "is not in this clone" in ran[2].out
    assert "This clone is partial" in ran[3].err
    assert "is not in this clone" in ran[4].err


def test_what_a_broken_repository_lacks_is_told(here: Path) -> None:
    """It is not taken for a file that is too large, nor for none."""
    _lose(here, f"HEAD~1:{_NAME}")
    ran = journey("lint", "--no-cache", "--since", "HEAD~1", cwd=here)
    assert (ran.code, "`git fsck` says what" in " ".join(ran.err.split())) == (2, True), ran.err


@pytest.mark.parametrize("way", ["replace", "grafts"])
def test_a_history_in_a_circle_ends(way: str, here: Path) -> None:
    """Commits that are replaced by later ones count as what they are."""
    expected = [journey(*line, cwd=here) for line in _PAST]
    first, second, last = (_git(here, "rev-parse", f"HEAD~{back}") for back in (2, 1, 0))
    if way == "replace":
        _git(here, "replace", second, last)
        _git(here, "replace", first, second)
    else:
        (here / ".git" / "info" / "grafts").write_text(f"{first} {last}\n")
    assert [journey(*line, cwd=here) for line in _PAST] == expected


def test_a_tree_that_replaces_itself_ends(here: Path) -> None:
    """A folder that holds itself is the folder that the commit has."""
    expected = journey("diff", "HEAD~1", cwd=here)
    (here / "inner").mkdir()
    (here / "inner" / _NAME).write_text(_MAP.format("inside"))
    _git(here, "add", "-A")
    _git(here, "commit", "-q", "-m", "inner")
    _git(here, "replace", _git(here, "rev-parse", "HEAD:inner"), _git(here, "rev-parse", "HEAD:"))
    _git(here, "rm", "-q", "-r", "--cached", "inner")
    ran = journey("diff", "HEAD~2", cwd=here)
    assert (ran.code, expected.code) == (0, 0)
    assert "inner/inner" not in journey("diff", "HEAD", cwd=here).out


def test_an_order_of_files_without_an_end_is_not_read(here: Path) -> None:
    """Nor is a list of commits to ignore that is no file."""
    expected = [journey(*line, cwd=here) for line in _PAST]
    _git(here, "config", "diff.orderFile", "/dev/zero")
    assert [journey(*line, cwd=here) for line in _PAST] == expected
    _git(here, "config", "blame.ignoreRevsFile", "/dev/zero")
    ran = journey("blame", _NAME, cwd=here)
    assert (ran.code, "blame.ignoreRevsFile names no file" in ran.err) == (2, True)


def test_a_revision_is_told_without_its_controls(here: Path, tmp_path: Path) -> None:
    """What the user typed reaches the terminal made visible; without git that is said."""
    for line in (("lint", "--since", "x\x1b[31m"), ("diff", "--since", "x\x1b[31m")):
        ran = journey(*line, cwd=here)
        assert (ran.code, "\x1b" in ran.err, r"x\x1b[31m" in ran.err) == (2, False, True)
    ran = journey("lint", "--since", "HEAD", cwd=here, PATH=str(tmp_path))
    assert (ran.code, "Errno" in ran.err, "git, which is not installed" in ran.err) == (
        2,
        False,
        True,
    )


def _lose(folder: Path, name: str) -> None:
    id_ = _git(folder, "rev-parse", name)
    (folder / ".git" / "objects" / id_[:2] / id_[2:]).unlink()


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()
