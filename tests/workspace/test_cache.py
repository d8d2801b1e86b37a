"""The cache: a line is kept whole or not at all, whatever happens to its file."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.workspace.cache import Cache, Key
from journeycli.workspace.cache_folder import FOLDER, clear

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"{FOLDER}/results-1.jsonl"
VARIANT = "0123456789abcdef"


def key(number: int, variant: str = VARIANT) -> Key:
    return Key("r", variant, f"{number:032x}")


def fill(root: Path, *numbers: int, text: str = '["kept"]') -> None:
    cache = Cache(root)
    for number in numbers:
        cache.put(key(number), text)
    cache.close({key(number).digest for number in numbers})


def kept(root: Path, *numbers: int) -> list[Any]:
    cache = Cache(root)
    found = [cache.get(key(number)) for number in numbers]
    cache.close(())
    return found


def test_what_is_put_is_there_for_the_next_run(tmp_path: Path) -> None:
    """A value comes back under its key, and under no other."""
    fill(tmp_path, 1, text='{"a":[1,null,"\\u00e9"]}')
    assert kept(tmp_path, 1, 2) == [{"a": [1, None, "é"]}, None]
    other = Cache(tmp_path)
    assert other.get(key(1, "fedcba9876543210")) is None
    other.close(())


def test_the_folder_keeps_itself_out_of_git_and_of_backups(tmp_path: Path) -> None:
    """The folder says of itself that nothing in it is to be kept."""
    fill(tmp_path, 1)
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert (tmp_path / FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28")


def test_reading_makes_no_folder(tmp_path: Path) -> None:
    """A run that has nothing to keep leaves nothing."""
    assert kept(tmp_path, 1) == [None]
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=12), st.integers(0, 400), st.integers(0, 400))
def test_a_damaged_file_gives_what_was_put_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, start: int, end: int
) -> None:
    """Any stretch of the file may become any other bytes; what is written later is found."""
    root = tmp_path_factory.mktemp("damaged")
    fill(root, *range(5))
    path = root / FILE
    raw = path.read_bytes()
    path.write_bytes(raw[:start] + noise + raw[max(start, end) :])
    assert all(each in (None, ["kept"]) for each in kept(root, *range(5)))
    fill(root, 7)
    assert kept(root, 7) == [["kept"]]


@pytest.mark.parametrize("text", ["", "]", "[" * 100_000, '"\\ud800', "1" * 5000])
def test_a_whole_line_that_is_no_json_gives_nothing(tmp_path: Path, text: str) -> None:
    """A checksum says that a line is as it was written, not that we wrote it."""
    fill(tmp_path, 1, text=text)
    assert kept(tmp_path, 1) == [None]


def test_a_link_in_place_of_the_folder_is_neither_read_nor_written(tmp_path: Path) -> None:
    """What lies outside the workspace stays as it is."""
    outside, root = tmp_path / "outside", tmp_path / "root"
    root.mkdir()
    fill(root, 1)
    (root / FOLDER).rename(outside)
    (root / FOLDER).symlink_to(outside)
    before = (outside / "results-1.jsonl").read_bytes()
    fill(root, 2)
    clear(root)
    assert kept(root, 1, 2) == [None, None]
    assert (outside / "results-1.jsonl").read_bytes() == before


def test_a_link_in_place_of_the_file_is_neither_read_nor_written(tmp_path: Path) -> None:
    """The same for the file within the folder."""
    fill(tmp_path, 1)
    outside = tmp_path / "outside"
    (tmp_path / FILE).rename(outside)
    (tmp_path / FILE).symlink_to(outside)
    before = outside.read_bytes()
    fill(tmp_path, 2)
    assert kept(tmp_path, 1, 2) == [None, None]
    assert outside.read_bytes() == before


@pytest.mark.parametrize("what", ["a file", "a folder", "a pipe"])
def test_something_else_in_its_place_stops_nothing(tmp_path: Path, what: str) -> None:
    """A run goes on without a cache, and does not wait for a pipe's other end."""
    if what == "a file":
        (tmp_path / FOLDER).write_text("mine")
    else:
        (tmp_path / FOLDER).mkdir()
        if what == "a folder":
            (tmp_path / FILE).mkdir()
        else:
            os.mkfifo(tmp_path / FILE)
    fill(tmp_path, 1)
    assert kept(tmp_path, 1) == [None]


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Read-only, not ours or full: the run goes on, and what was kept before is still there."""
    fill(tmp_path, 1)
    real = os.open

    def refuse(path: Any, flags: int, *mode: int) -> int:
        if flags & os.O_WRONLY:
            raise OSError(number, os.strerror(number))
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    fill(tmp_path, 2)
    assert kept(tmp_path, 1, 2) == [["kept"], None]


def test_a_disk_that_fills_up_in_the_middle_of_a_line_costs_that_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a line is passed over, and the next run begins a new one."""
    fill(tmp_path, 1)
    real = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda handle, data: real(handle, data[:30]))
        fill(tmp_path, 2)
    fill(tmp_path, 3)
    assert kept(tmp_path, 1, 2, 3) == [["kept"], None, ["kept"]]


def test_two_runs_at_once_keep_what_both_found(tmp_path: Path) -> None:
    """Lines of two runs do not mix."""
    one, two = Cache(tmp_path), Cache(tmp_path)
    assert (one.get(key(1)), two.get(key(1))) == (None, None)
    for number in range(0, 40, 2):
        one.put(key(number), '["kept"]')
        two.put(key(number + 1), '["kept"]')
    digests = {key(number).digest for number in range(40)}
    two.close(digests)
    one.close(digests)
    assert kept(tmp_path, *range(40)) == [["kept"]] * 40


def test_what_is_of_no_use_any_more_goes(tmp_path: Path) -> None:
    """The file is written anew at about twice its size, and what is of use stays."""
    long = '["' + "x" * 10_000 + '"]'
    for number in range(60):
        fill(tmp_path, number, text=long)
    assert (tmp_path / FILE).stat().st_size < 120_000
    assert kept(tmp_path, 59) == [["x" * 10_000]]
    assert sorted(each.name for each in (tmp_path / FOLDER).iterdir()) == [
        ".gitignore",
        "CACHEDIR.TAG",
        "results-1.jsonl",
    ]


def test_clearing_takes_what_is_ours(tmp_path: Path) -> None:
    """The folder goes, except where somebody put something of their own into it."""
    clear(tmp_path)
    fill(tmp_path, 1)
    clear(tmp_path)
    assert list(tmp_path.iterdir()) == []
    fill(tmp_path, 1)
    (tmp_path / FOLDER / "notes").write_text("mine")
    clear(tmp_path)
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == ["notes"]


def test_a_cache_that_cannot_be_cleared_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for it to be gone learns that it is not."""
    fill(tmp_path, 1)

    def refuse(*_: Any) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(UserError, match="cannot be deleted: Permission denied"):
        clear(tmp_path)


def test_a_file_of_more_lines_than_any_of_ours_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines would fill the memory; none is used, and the run after the next keeps its own."""
    fill(tmp_path, *range(5), text=f'["{"x" * 20_000}"]')
    monkeypatch.setattr("journeycli.workspace.cache._MOST_LINES", 8)
    assert kept(tmp_path, 0) != [None]
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes() * 3)
    assert kept(tmp_path, 0) == [None]
    fill(tmp_path, 1)
    fill(tmp_path, 1)
    assert kept(tmp_path, 0, 1) == [None, ["kept"]]
