from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.git import (
    Change,
    GitUnavailableError,
    Objects,
    UnknownRevisionError,
    blobs,
    changes,
    commit_of,
    is_shallow,
    merge_base,
    merge_lines,
    tree,
    untracked,
)

if TYPE_CHECKING:
    from pathlib import Path


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "config", "user.name", "Maya")
    _git(tmp_path, "config", "user.email", "maya@example.org")
    return tmp_path


def _commit(top: Path, name: str | None = None, text: str = "") -> str:
    if name is not None:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text)
    _git(top, "add", "-A")
    _git(top, "commit", "-q", "-m", "step", "--allow-empty")
    return commit_of(top, "HEAD")


def test_a_branch_and_an_expression_name_commits(top: Path) -> None:
    """Branch names and `~` are read as git reads them."""
    first = _commit(top, "a.yaml", "one")
    second = _commit(top, "a.yaml", "two")
    assert (commit_of(top, "main"), commit_of(top, "main~1")) == (second, first)


@pytest.mark.parametrize("name", ["nowhere", "", "--help", "-n", "HEAD:a.yaml", "a\nb", "a\0b"])
def test_what_names_no_commit_is_refused_by_its_name(top: Path, name: str) -> None:
    """An option in the place of a revision is never an option."""
    _commit(top, "a.yaml", "one")
    with pytest.raises(UnknownRevisionError) as refused:
        commit_of(top, name)
    assert str(refused.value) == name


def test_outside_a_repository_git_answers_nothing(tmp_path: Path) -> None:
    """No repository is another fault than no commit."""
    with pytest.raises(GitUnavailableError):
        commit_of(tmp_path, "HEAD")


def test_a_tree_lists_files_with_odd_names(top: Path) -> None:
    """Spaces, quotes, line breaks, dashes and letters of any script come as they are."""
    names = ["-dash.yaml", "a b.yaml", 'q"q.yaml', "line\nbreak.yaml", "käse/日本.yaml"]
    for name in names:
        commit = _commit(top, name, name)
    listed = {entry.path: entry for entry in tree(top, commit)}
    assert sorted(listed) == sorted(names)
    read = blobs(top, [listed[name].blob for name in names])
    assert [blob.raw for blob in read if blob] == [name.encode() for name in names]
    assert [entry.path for entry in tree(top, commit, "käse")] == ["käse/日本.yaml"]


def test_changes_between_commits_and_to_the_disk(top: Path) -> None:
    """Added, modified, removed and renamed files are told apart."""
    _commit(top, "gone.yaml", "gone")
    _commit(top, "old.yaml", "the same lines\nof one file\n")
    first = _commit(top, "kept.yaml", "one")
    (top / "old.yaml").rename(top / "new.yaml")
    (top / "gone.yaml").unlink()
    second = _commit(top, "added.yaml", "added")
    (top / "kept.yaml").write_text("two")
    (top / "fresh.yaml").write_text("fresh")
    assert set(changes(top, first, second)) == {
        Change("A", "added.yaml", "added.yaml"),
        Change("D", "gone.yaml", "gone.yaml"),
        Change("R", "new.yaml", "old.yaml"),
    }
    assert changes(top, second) == [Change("M", "kept.yaml", "kept.yaml")]
    assert untracked(top) == ["fresh.yaml"]


def test_blobs_by_commit_and_path(top: Path) -> None:
    """A missing path, a folder and a blob over the limit give nothing, and reading goes on."""
    commit = _commit(top, "maps/a b.yaml", "text")
    _commit(top, "big.yaml", "x" * 3_000_000)
    with Objects(top, limit=1000) as objects:
        assert objects.read(f"{commit}:maps/none.yaml") is None
        assert objects.read(f"{commit}:maps") is None
        big = objects.read("HEAD:big.yaml")
        assert big is not None
        assert (big.size, big.raw) == (3_000_000, None)
        small = objects.read(f"{commit}:maps/a b.yaml")
        assert small is not None
        assert small.raw == b"text"


def test_what_two_branches_have_in_common(top: Path) -> None:
    """Unrelated histories have nothing in common."""
    base = _commit(top, "a.yaml", "a")
    _git(top, "switch", "-q", "-c", "side")
    side = _commit(top, "b.yaml", "b")
    _git(top, "switch", "-q", "main")
    here = _commit(top, "c.yaml", "c")
    _git(top, "switch", "-q", "--orphan", "alone")
    alone = _commit(top)
    assert merge_base(top, side, here) == base
    assert merge_base(top, side, alone) is None
    assert not is_shallow(top)


def test_a_shallow_clone_says_so(top: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A clone of depth one holds only the end of the history."""
    _commit(top, "a.yaml", "one")
    _commit(top, "a.yaml", "two")
    folder = tmp_path_factory.mktemp("clone")
    _git(folder, "clone", "-q", "--depth", "1", top.as_uri(), "shallow")
    assert is_shallow(folder / "shallow")


def test_git_merges_lines_outside_a_repository() -> None:
    """Labels, marker size and the common version are as asked; no repository is needed."""
    done = merge_lines(b"a\n", b"b\n", b"c\n", labels=("-p", "x y", "t"), size=3, with_base=True)
    assert done == (b"<<< -p\na\n||| x y\nb\n===\nc\n>>> t\n", 1)
    assert merge_lines(b"a\nb\nc\nd\n", b"b\nc\nd\n", b"b\nc\nd\ne\n", labels=("", "", "")) == (
        b"a\nb\nc\nd\ne\n", 0,
    )  # fmt: skip


def test_git_does_not_merge_what_is_no_text() -> None:
    """Binary files are refused, with what git says."""
    with pytest.raises(GitUnavailableError, match="binary"):
        merge_lines(b"\0a", b"\0b", b"\0c", labels=("ours", "base", "theirs"))
