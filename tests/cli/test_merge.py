"""`journey merge` on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from program import journey

from .repositories import MAP

if TYPE_CHECKING:
    from pathlib import Path

OURS = MAP.replace("severity: high", "severity: low")
THEIRS = MAP.replace("phase: research", "phase: need")
BOTH = OURS.replace("phase: research", "phase: need")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with three versions of a map."""
    for name, text in (("base", MAP), ("ours", OURS), ("theirs", THEIRS)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_the_result_on_standard_output(folder: Path) -> None:
    """Without a file to write, the merged map is the output, and no file changes."""
    ran = journey("merge", "base", "ours", "theirs", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (0, BOTH, "")
    assert (folder / "ours").read_text() == OURS


def test_the_result_in_a_file(folder: Path) -> None:
    """A version may be written over; its mode stays."""
    (folder / "ours").chmod(0o640)
    ran = journey("merge", "base", "ours", "theirs", "-o", "ours", cwd=folder)
    assert (ran.code, ran.out, (folder / "ours").read_text()) == (0, "", BOTH)
    assert (folder / "ours").stat().st_mode & 0o777 == 0o640


def test_a_conflict(folder: Path) -> None:
    """It is left between markers with the given names, counted, and told by the exit code."""
    (folder / "theirs").write_text(MAP.replace("severity: high", "severity: critical"))
    labels = ("--ours-label", "mine", "--theirs-label", "Ana's", "--marker-size", "8")
    ran = journey("merge", "base", "ours", "theirs", *labels, cwd=folder)
    assert (ran.code, ran.err) == (
        1, "ours: 1 place was changed on both sides; look for <<<<<<<<.\n",
    )  # fmt: skip
    assert "<<<<<<<< mine\n        severity: low\n========\n" in ran.out
    assert ">>>>>>>> Ana's\n" in ran.out
    shown = journey("merge", "base", "ours", "theirs", "--conflict-style=diff3", cwd=folder)
    assert "||||||| base\n        severity: high\n=======\n" in shown.out


def test_placeholders_that_an_older_git_leaves(folder: Path) -> None:
    """`%X` is no name of a version."""
    (folder / "theirs").write_text(MAP.replace("severity: high", "severity: critical"))
    ran = journey("merge", "base", "ours", "theirs", "--ours-label=%X", "--path=a b", cwd=folder)
    assert "<<<<<<< ours\n" in ran.out
    assert ran.err.startswith("a b: ")


def test_lines_are_merged_where_elements_cannot_be(folder: Path) -> None:
    """Why is said; the result is git's."""
    for name in ("base", "ours", "theirs"):
        text = (folder / name).read_text()
        (folder / name).write_text(text + "values: &v [x]\nneeds: *v\n")
    ran = journey("merge", "base", "ours", "theirs", cwd=folder)
    assert (ran.code, ran.out) == (0, BOTH + "values: &v [x]\nneeds: *v\n")
    assert ran.err == "ours: merged line by line, as the common version has aliases.\n"


def test_lines_that_merge_into_what_cannot_be_read(folder: Path) -> None:
    """Git sees no conflict where a key comes twice; we do."""
    head = "values: &v [x]\nneeds: *v\n" + "".join(f"x-{n}: a\n" for n in range(9))
    (folder / "base").write_text(head)
    (folder / "ours").write_text("x-new: a\n" + head)
    (folder / "theirs").write_text(head + "x-new: b\n")
    ran = journey("merge", "base", "ours", "theirs", cwd=folder)
    assert ran.code == 1
    assert "the merged lines cannot be read any more" in ran.err


@pytest.mark.parametrize("name", ["nowhere", "folder"])
def test_what_cannot_be_read(folder: Path, name: str) -> None:
    """A clear sentence and exit code 2."""
    (folder / "folder").mkdir()
    ran = journey("merge", name, "ours", "theirs", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {name} cannot be read: ")


def test_what_is_no_text(folder: Path) -> None:
    """Two versions of something binary are not put together."""
    for name in ("base", "ours", "theirs"):
        (folder / name).write_bytes(b"\0" + name.encode())
    ran = journey("merge", "base", "ours", "theirs", "-o", "ours", cwd=folder)
    assert (ran.code, (folder / "ours").read_bytes()) == (2, b"\0ours")
    assert ran.err.startswith("error: ours cannot be merged: it is no text.")


def test_an_odd_name(folder: Path) -> None:
    """A name with a dash in front, a line break or a control character is a name."""
    (folder / "-odd\n\x1b[1m").write_text(THEIRS)
    ran = journey("merge", "--", "base", "ours", "-odd\n\x1b[1m", cwd=folder)
    assert (ran.code, ran.out) == (0, BOTH)
    ran = journey("merge", "--", "base", "ours", "-gone\n\x1b[1m", cwd=folder)
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_where_git_is_missing(folder: Path) -> None:
    """Elements merge without git; only lines need it."""
    assert journey("merge", "base", "ours", "theirs", cwd=folder, PATH="").out == BOTH
    (folder / "base").write_text("a: [\n")
    ran = journey("merge", "base", "ours", "theirs", cwd=folder, PATH="")
    assert ran.code == 2
    assert "cannot be merged" in ran.err
