from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.git import file_history, shallow_commits
from past import begin, commit, git

if TYPE_CHECKING:
    from pathlib import Path

LINES = "".join(f"line {number}\n" for number in range(30))


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return begin(tmp_path)


def _told(top: Path, path: str, *, first_parent: bool = False) -> list[str]:
    head = git(top, "rev-parse", "HEAD").strip()
    found = file_history(top, path, head, first_parent=first_parent)
    return [f"{each.commit.subject}: {each.status} {each.path}" for each in found]


def test_a_commit_is_told_with_author_day_and_message(top: Path) -> None:
    """Who, when and what, as git knows it; the content by its blob's id."""
    id_ = commit(top, "a.yaml", "one", author="Zoë O’Neil", day="2026-02-03", message="Begin")
    (found,) = file_history(top, "a.yaml", id_)
    assert (found.commit.id, found.commit.author) == (id_, "Zoë O’Neil")
    assert (found.commit.when.isoformat(), found.commit.subject) == (
        "2026-02-03T10:00:00+00:00",
        "Begin",
    )
    assert found.blob == git(top, "rev-parse", "HEAD:a.yaml").strip()


def test_only_commits_that_changed_the_file_count_the_newest_first(top: Path) -> None:
    """Other files' commits are passed over."""
    commit(top, "a.yaml", "one", day="2026-01-01", message="one")
    commit(top, "b.yaml", "other", day="2026-01-02", message="other")
    commit(top, "a.yaml", "two", day="2026-01-03", message="two")
    assert _told(top, "a.yaml") == ["two: M a.yaml", "one: A a.yaml"]


def test_a_rename_is_followed_and_a_later_file_of_the_old_name_is_not(top: Path) -> None:
    """The old name counts for as long as it was this file's."""
    commit(top, "old.yaml", LINES, day="2026-01-01", message="begin")
    git(top, "mv", "old.yaml", "new.yaml")
    commit(top, day="2026-01-02", message="rename")
    commit(top, "old.yaml", "something else", day="2026-01-03", message="another")
    commit(top, "new.yaml", LINES + "more", day="2026-01-04", message="more")
    assert _told(top, "new.yaml") == [
        "more: M new.yaml",
        "rename: R new.yaml",
        "begin: A old.yaml",
    ]


def test_a_deleted_and_re_added_file_is_one_history(top: Path) -> None:
    """The gap shows as a deletion."""
    commit(top, "a.yaml", LINES, day="2026-01-01", message="begin")
    (top / "a.yaml").unlink()
    commit(top, day="2026-01-02", message="drop")
    commit(top, "a.yaml", LINES, day="2026-01-03", message="again")
    assert _told(top, "a.yaml") == ["again: A a.yaml", "drop: D a.yaml", "begin: A a.yaml"]


def _branched(top: Path) -> None:
    """Rename on one branch, edit on the other, and merge."""
    commit(top, "old.yaml", LINES, day="2026-01-01", message="begin")
    git(top, "switch", "-q", "-c", "side")
    changed = LINES.replace("line 3\n", "line three\n")
    commit(top, "old.yaml", changed, day="2026-01-04", message="side")
    git(top, "switch", "-q", "main")
    git(top, "mv", "old.yaml", "new.yaml")
    commit(top, day="2026-01-02", message="rename")
    git(top, "merge", "-q", "--no-ff", "-m", "join", "side", day="2026-01-05")


def test_both_sides_of_a_merge_are_followed_under_the_names_that_they_use(top: Path) -> None:
    """An edit on a branch that does not know of the rename is not lost."""
    _branched(top)
    commit(top, "new.yaml", (top / "new.yaml").read_text() + "x", day="2026-01-06", message="on")
    assert _told(top, "new.yaml") == [
        "on: M new.yaml",
        "join: M new.yaml",
        "side: M old.yaml",
        "rename: R new.yaml",
        "begin: A old.yaml",
    ]


def test_a_merge_can_count_as_one_commit(top: Path) -> None:
    """With `first_parent`, what a branch brought is the merge's."""
    _branched(top)
    assert _told(top, "new.yaml", first_parent=True) == [
        "join: M new.yaml",
        "rename: R new.yaml",
        "begin: A old.yaml",
    ]


def test_a_merge_that_takes_one_side_is_no_change(top: Path) -> None:
    """Only a merge that differs from all its parents decided something."""
    commit(top, "a.yaml", LINES, day="2026-01-01", message="begin")
    git(top, "switch", "-q", "-c", "side")
    commit(top, "a.yaml", LINES + "x", day="2026-01-02", message="side")
    git(top, "switch", "-q", "main")
    commit(top, "b.yaml", "b", day="2026-01-03", message="elsewhere")
    git(top, "merge", "-q", "--no-ff", "-m", "join", "side", day="2026-01-04")
    assert _told(top, "a.yaml") == ["side: M a.yaml", "begin: A a.yaml"]


@pytest.mark.parametrize("name", ["-dash.yaml", "*.yaml", ":(top)x.yaml", "a\nb.yaml", "käse.yaml"])
def test_odd_names_name_one_file(top: Path, name: str) -> None:
    """Neither options nor patterns nor line breaks in a name mean anything."""
    commit(top, "plain.yaml", "plain", message="plain")
    commit(top, name, "odd", message="odd")
    assert _told(top, name) == [f"odd: A {name}"]


def test_the_history_can_begin_after_a_commit(top: Path) -> None:
    """That commit and what it is made from are left out."""
    commit(top, "a.yaml", "one", message="one")
    second = commit(top, "a.yaml", "two", message="two")
    third = commit(top, "a.yaml", "three", message="three")
    (found,) = file_history(top, "a.yaml", third, after=second)
    assert found.commit.id == third


def test_a_file_that_never_was_has_no_history(top: Path) -> None:
    """No commit has it, so there is nothing to tell."""
    assert file_history(top, "none.yaml", commit(top, "a.yaml", "a")) == ()


def test_mailmap_joins_the_names_of_one_person(top: Path) -> None:
    """The name that `.mailmap` gives is the one that is told."""
    commit(top, ".mailmap", "Ana Ruiz <ana@example.com>\n")
    head = commit(top, "a.yaml", "a", author="Ana")
    (found,) = file_history(top, "a.yaml", head)
    assert found.commit.author == "Ana Ruiz"


def test_where_a_shallow_clone_ends_is_known(top: Path, tmp_path: Path) -> None:
    """A whole clone ends nowhere."""
    commit(top, "a.yaml", "one")
    last = commit(top, "a.yaml", "two")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", top.as_uri(), tmp_path / "shallow"], check=True
    )
    assert shallow_commits(tmp_path / "shallow") == {last}
    assert shallow_commits(top) == frozenset()
