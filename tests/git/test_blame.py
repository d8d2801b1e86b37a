from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.git import GitUnavailableError, blame
from past import begin, commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.git import Commit

LINES = "".join(f"line number {number} of this file\n" for number in range(20))


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return begin(tmp_path)


def _subjects(found: tuple[Commit | None, ...]) -> list[str | None]:
    return [each.subject if each else None for each in found]


def test_each_line_has_its_commit_and_unsaved_work_has_none(top: Path) -> None:
    """A line that is not committed yet is nobody's."""
    commit(top, "a.yaml", "one\ntwo\n", message="first")
    commit(top, "a.yaml", "one\nTWO\n", message="second")
    (top / "a.yaml").write_bytes(b"one\nTWO\nthree\n")
    assert _subjects(blame(top, "a.yaml")) == ["first", "second", None]


def test_who_reads_needs_no_name(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git would refuse to show what is not committed yet to somebody whom it does not know."""
    commit(top, "a.yaml", "one\n", message="first")
    (top / "a.yaml").write_bytes(b"one\ntwo\n")
    git(top, "config", "user.useConfigOnly", "true")
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.delenv("GIT_AUTHOR_EMAIL")
    assert _subjects(blame(top, "a.yaml")) == ["first", None]


def test_the_file_of_a_commit_can_be_asked_for(top: Path) -> None:
    """What came later does not count."""
    first = commit(top, "a.yaml", "one\n", message="first")
    commit(top, "a.yaml", "ONE\n", message="second")
    assert _subjects(blame(top, "a.yaml", first)) == ["first"]


def test_renames_moves_and_blanks_keep_a_lines_age(top: Path) -> None:
    """A line is as old as its words."""
    commit(top, "old.yaml", LINES, message="first")
    git(top, "mv", "old.yaml", "new.yaml")
    commit(top, message="rename")
    half = LINES.splitlines(keepends=True)
    turned = "".join(["  " + each for each in [*half[10:], *half[:10]]])
    commit(top, "new.yaml", turned, message="turn and indent")
    assert _subjects(blame(top, "new.yaml")) == ["first"] * 20


def test_carriage_returns_are_no_lines_of_their_own(top: Path) -> None:
    """A line is what a line feed ends."""
    commit(top, "a.yaml", b"one\r\ntwo\r\n", message="first")
    commit(top, "a.yaml", b"one\r\nTWO\r\n", message="second")
    assert _subjects(blame(top, "a.yaml")) == ["first", "second"]


def test_commits_that_nobody_wants_to_hear_of_are_passed_over(top: Path) -> None:
    """A list that names no commit makes git refuse, unless the list is left aside."""
    commit(top, "a.yaml", "one: 1\n", message="first")
    second = commit(top, "a.yaml", "'one': 1\n", message="quotes")
    commit(top, ".git-blame-ignore-revs", f"# quotes\n{second}\n")
    assert _subjects(blame(top, "a.yaml")) == ["first"]
    (top / ".git-blame-ignore-revs").write_text("nonsense\n")
    with pytest.raises(GitUnavailableError, match="no ids of commits"):
        blame(top, "a.yaml")
    assert _subjects(blame(top, "a.yaml", ignoring=False)) == ["quotes"]


def test_mailmap_joins_the_names_of_one_person(top: Path) -> None:
    """The name that `.mailmap` gives is the one that is told."""
    commit(top, ".mailmap", "Ana Ruiz <ana@example.com>\n")
    commit(top, "a.yaml", "one\n", author="Ana")
    assert [each.author for each in blame(top, "a.yaml") if each] == ["Ana Ruiz"]


def test_a_file_that_no_commit_has_cannot_be_blamed(top: Path) -> None:
    """Git says so."""
    commit(top, "a.yaml", "one\n")
    with pytest.raises(GitUnavailableError):
        blame(top, "none.yaml")
