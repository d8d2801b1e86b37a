"""Writing files: whole or not at all, and only inside the workspace."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from journeycli import files
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Folders above a new file are made."""
    files.write_new(tmp_path / "a" / "b.yaml", b"x", root=tmp_path)
    assert (tmp_path / "a" / "b.yaml").read_bytes() == b"x"
    assert os.listdir(tmp_path / "a") == ["b.yaml"]  # noqa: PTH208 - dotfiles must show


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "a.yaml").write_text("mine")
    with pytest.raises(UserError, match="exists already"):
        files.write_new(tmp_path / "a.yaml", b"x", root=tmp_path)
    assert (tmp_path / "a.yaml").read_text() == "mine"


def test_a_dangling_link_counts_as_existing(tmp_path: Path) -> None:
    """A link that leads nowhere is not written through."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UserError, match="exists already"):
        files.write_new(tmp_path / "a.yaml", b"x", root=tmp_path)


def test_nothing_is_written_outside_the_workspace(tmp_path: Path) -> None:
    """A folder that links out of the workspace does not take files with it."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "link").symlink_to(outside)
    with pytest.raises(UserError, match="outside the workspace"):
        files.write_new(inside / "link" / "a.yaml", b"x", root=inside)
    assert list(outside.iterdir()) == []


def test_replacing_keeps_the_mode(tmp_path: Path) -> None:
    """A replaced file has the new text and the old permissions."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.replace(path, b"new", expected=b"old", root=tmp_path)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_edit_made_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """A file that changed since it was read is left alone, and no leftovers stay."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"edited by hand")
    with pytest.raises(UserError, match="changed while"):
        files.replace(path, b"new", expected=b"old", root=tmp_path)
    assert path.read_bytes() == b"edited by hand"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_missing_folder_is_a_clear_error(tmp_path: Path) -> None:
    """What cannot be written is told with its reason, not with a traceback."""
    with pytest.raises(UserError, match="cannot be written"):
        files.put(tmp_path / "no" / "such" / "file", b"x")


@pytest.mark.parametrize("write", ["put", "replace"])
def test_a_link_stays_a_link(write: str, tmp_path: Path) -> None:
    """What a link leads to is written; the link is not replaced by a file."""
    (tmp_path / "real.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    _write(write, tmp_path / "link.yaml", tmp_path)
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("write", ["put", "replace"])
def test_another_name_of_a_file_keeps_the_old_text(write: str, tmp_path: Path) -> None:
    """A new text takes the name that was given; what a hard link shares stays as it was."""
    (tmp_path / "a.yaml").write_bytes(b"old")
    os.link(tmp_path / "a.yaml", tmp_path / "b.yaml")
    _write(write, tmp_path / "a.yaml", tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("a.yaml", "b.yaml")] == [b"new", b"old"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only the superuser gives away")
@pytest.mark.parametrize("write", ["put", "replace"])
def test_a_file_keeps_its_owner(write: str, tmp_path: Path) -> None:
    """The superuser's fixes do not take a file from its owner and group."""
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "a.yaml").chmod(0o640)
    os.chown(tmp_path / "a.yaml", 1234, 4321)
    _write(write, tmp_path / "a.yaml", tmp_path)
    status = (tmp_path / "a.yaml").stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (1234, 4321, 0o640)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only the superuser gives away")
@pytest.mark.parametrize(("mode", "left"), [(0o676, 0o666), (0o640, 0o600), (0o626, 0o626)])
def test_another_group_gets_no_more_than_everybody(
    mode: int, left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file cannot keep its group, the one that it comes to gains nothing."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    path.chmod(mode)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    files.put(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", left)


@pytest.mark.parametrize("instead", ["folder", "fifo", "link out", "nothing", "loop"])
def test_what_took_the_place_of_a_file_stays(instead: str, tmp_path: Path) -> None:
    """Whatever is there when the new text is to be written, nothing is lost and nobody waits."""
    root, path = tmp_path / "root", tmp_path / "root" / "a.yaml"
    root.mkdir()
    (tmp_path / "secret").write_bytes(b"old")
    match instead:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "link out":
            path.symlink_to(tmp_path / "secret")
        case "loop":
            path.symlink_to("a.yaml")
    before = os.lstat(path) if instead != "nothing" else None
    with pytest.raises(UserError):
        files.replace(path, b"new", expected=b"old", root=root)
    assert (os.lstat(path) if instead != "nothing" else None) == before
    assert sorted(os.listdir(root)) == ([] if instead == "nothing" else ["a.yaml"])  # noqa: PTH208 - dotfiles must show
    assert (tmp_path / "secret").read_bytes() == b"old"


def test_a_folder_in_place_of_a_file_leaves_no_pieces(tmp_path: Path) -> None:
    """A file that cannot get its name does not stay under another one."""
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(UserError, match="Is a directory"):
        files.put(tmp_path / "a.yaml", b"new")
    assert os.listdir(tmp_path) == ["a.yaml"]  # noqa: PTH208 - dotfiles must show


def test_a_file_in_place_of_a_folder_is_a_clear_error(tmp_path: Path) -> None:
    """Folders above a file are made, or it is said why not."""
    files.put(tmp_path / "a" / "b", b"x", with_folders=True)
    for path in (tmp_path / "a" / "b" / "c", tmp_path / "a" / "b" / "c" / "d"):
        with pytest.raises(UserError, match="Not a directory"):
            files.put(path, b"x", with_folders=True)
        with pytest.raises(UserError, match="Not a directory"):
            files.write_new(path, b"x")


def test_what_was_edited_is_not_deleted(tmp_path: Path) -> None:
    """A file is deleted only as it was read."""
    path = tmp_path / "a"
    path.write_bytes(b"edited")
    with pytest.raises(files.ChangedError):
        files.delete(path, expected=b"old")
    files.delete(path, expected=b"edited")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_with_the_next_one(tmp_path: Path) -> None:
    """Pieces that are older than an hour are ours to delete; all other files are not."""
    old, new, other = ".a.journey-abcdefgh.tmp", ".a.journey-abcdefgi.tmp", ".a.mine-abcdefgh.tmp"
    for name in (old, new, other):
        (tmp_path / name).touch()
    for name in (old, other):
        os.utime(tmp_path / name, (0, 0))
    files.put(tmp_path / "a", b"x")
    assert {each.name for each in tmp_path.iterdir()} == {"a", new, other}


@pytest.mark.skipif(os.name == "nt", reason="Windows renames nothing over a file that is held")
def test_two_processes_that_count_lose_no_count(tmp_path: Path) -> None:
    """Between the last look at a file and its new name no other run gets in."""
    path = tmp_path / "count"
    path.write_bytes(b"0")

    def work() -> None:
        for _ in range(40):
            while True:
                before = path.read_bytes()
                with suppress(files.ChangedError):
                    files.replace(path, b"%d" % (int(before) + 1), expected=before, root=tmp_path)
                    break

    children = [_begun(work) for _ in range(3)]
    assert [_ended(child) for child in children] == [0, 0, 0]
    assert path.read_bytes() == b"120"
    assert os.listdir(tmp_path) == ["count"]  # noqa: PTH208 - dotfiles must show


def _write(how: str, path: Path, root: Path) -> None:
    if how == "put":
        files.put(path, b"new")
    else:
        files.replace(path, b"new", expected=b"old", root=root)


def _begun(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
