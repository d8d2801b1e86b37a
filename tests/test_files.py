"""Writing files: whole or not at all, and only inside the workspace."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from journeycli import files
from journeycli.errors import UserError

if TYPE_CHECKING:
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
