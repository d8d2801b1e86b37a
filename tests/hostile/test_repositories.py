"""Repositories made to do harm: what they lack, what they replace, what never ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from journeycli.git.bounds import TooMuchError, bounded
from program import journey

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


def test_folders_that_hold_one_another_many_times_are_told(here: Path) -> None:
    """Ten folders of ten folders, nine deep, are a list of a thousand million files."""
    blob = _git(here, "rev-parse", f"HEAD:{_NAME}")
    tree = _git(here, "mktree", stdin=f"100644 blob {blob}\t{_NAME}\n")
    for _ in range(9):
        tree = _git(here, "mktree", stdin="".join(f"040000 tree {tree}\t{n}\n" for n in range(10)))
    bomb = _git(here, "commit-tree", tree, "-p", "HEAD", "-m", "bomb")
    _git(here, "reset", "-q", "--soft", bomb)
    _git(here, "commit", "-q", "-m", "as it was")
    for line in (("lint", "--no-cache", "--since", bomb), ("diff", bomb, "HEAD")):
        ran = journey(*line, cwd=here)
        assert (ran.code, "answers with more than 128,000,000 bytes" in ran.err) == (2, True)


def test_few_bytes_that_stand_for_many_are_not_unpacked(here: Path) -> None:
    """A version of 40 million bytes is a line in the history, and reading goes on behind it."""
    (here / _NAME).write_bytes(bytes(40_000_000))
    _git(here, "commit", "-q", "-a", "-m", "large")
    (here / _NAME).write_text(_MAP.format("rice"))
    _git(here, "commit", "-q", "-a", "-m", "rice")
    ran = journey("history", _NAME, "--no-cache", "--format", "json", cwd=here)
    told = [bool(line["figures"]) for line in json.loads(ran.out)["lines"]]
    assert (ran.code, told) == (0, [True, True, True, False, True])


def test_a_list_of_git_that_is_a_device_is_not_read(here: Path) -> None:
    """And no line of a file outside is told where one of git's own files is a link to it."""
    (here / "secret").write_text("the password\n")
    (here / ".git" / "packed-refs").symlink_to(here / "secret")
    ran = [journey(*line, cwd=here) for line in (("diff", "HEAD~2", "HEAD"), *_PAST)]
    assert not any("password" in each.err + each.out for each in ran)
    (here / ".git" / "packed-refs").unlink()
    (here / ".git" / "shallow").symlink_to("/dev/zero")
    ran = [journey(*line, cwd=here) for line in _PAST]
    assert {each.code for each in ran} <= {0, 2}


def test_a_run_of_git_has_its_share() -> None:
    """Of time, of memory where the system can say so, and of what it answers."""
    folder, where = Path.cwd(), dict(os.environ)
    ran = partial(bounded, folder=folder, environment=where, stdin=b"x")
    given = ran([sys.executable, "-c", "import sys; print(sys.stdin.read())"], patience=60)
    assert given.out.strip() == b"x"
    with pytest.raises(subprocess.TimeoutExpired):
        ran([sys.executable, "-c", "input(); input()"], patience=0)
    with pytest.raises(TooMuchError):
        ran([sys.executable, "-c", "while True: print('x' * 1000000)"], patience=60)
    if sys.platform == "linux":
        more = [sys.executable, "-c", "input(); bytes(3 << 30)"]
        assert b"MemoryError" in ran(more, patience=60).said


def test_no_setting_leads_git_to_other_files(here: Path, tmp_path: Path) -> None:
    """What is compared, listed, blamed and set up is the folder around `.git`."""
    other = tmp_path / "other"
    other.mkdir()
    (other / _NAME).write_text(_MAP.format("a secret"))
    lines = (("lint", "--no-cache"), ("diff",), *_PAST, ("git-setup",))
    expected = [journey(*line, cwd=here) for line in lines[:-1]]
    _git(here, "config", "core.worktree", str(other))
    assert [journey(*line, cwd=here) for line in lines[:-1]] == expected
    assert journey(*lines[-1], cwd=here).code == 0
    assert (sorted(each.name for each in other.iterdir()), (here / ".gitattributes").is_file()) == (
        [_NAME],
        True,
    )


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


def test_settings_are_not_written_through_a_link(here: Path, tmp_path: Path) -> None:
    """A repository's settings may be a link to anybody's; nothing is written at all."""
    settings, outside = here / ".git" / "config", tmp_path / "outside"
    settings.rename(outside)
    settings.symlink_to(outside)
    before = outside.read_bytes()
    ran = journey("git-setup", cwd=here)
    assert (ran.code, "is a link" in ran.err, outside.read_bytes()) == (2, True, before)
    assert not (here / ".gitattributes").exists()


@pytest.mark.parametrize("how", ["lost", "garbled", "in a circle", "detached"])
def test_a_broken_head_is_not_taken_for_a_new_branch(how: str, here: Path) -> None:
    """Else everything would look as if it had never been committed."""
    branch = here / ".git" / _git(here, "symbolic-ref", "HEAD")
    if how == "detached":
        _git(here, "checkout", "-q", "--detach")
    if how in {"lost", "detached"}:
        _lose(here, "HEAD")
    else:
        branch.write_text("nonsense\n" if how == "garbled" else f"ref: refs/heads/{branch.name}\n")
    for line in (("lint", "--no-cache", "--since", "HEAD"), ("diff",), *_PAST[2:4]):
        ran = journey(*line, cwd=here)
        assert (ran.code, "what HEAD names is not there or broken" in ran.err) == (2, True)


def _lose(folder: Path, name: str) -> None:
    id_ = _git(folder, "rev-parse", name)
    (folder / ".git" / "objects" / id_[:2] / id_[2:]).unlink()


def _git(folder: Path, *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, input=stdin
    )
    return done.stdout.strip()
