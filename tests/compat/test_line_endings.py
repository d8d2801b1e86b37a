"""Files with Windows' line endings, and repositories that convert them."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.cli import main
from program import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[[str, Path], tuple[int, str]]

TEXT = (ROOT / "examples/maps/installation-day.journey.yaml").read_bytes()
NAME = "a.journey.yaml"
BARE = b"format: journey-map/1\nid: a\ntitle: A\n\nstages:\n  - id: b\n    name:    B\n"
WORDS = {  # what each has something to do with
    "fmt": BARE,
    "fill": BARE,
    "lint --fix --unsafe-fixes --no-cache": BARE.replace(b"name: ", b"title:"),
}


@pytest.fixture
def journey(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs a command line in a folder, and gives its exit code and all that it says."""

    def run(line: str, folder: Path) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        capsys.readouterr()
        code = main.run(line.split())
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode()


def mixed(text: bytes) -> bytes:
    """End the first three lines as Windows does, the others as everybody else."""
    return text.replace(b"\n", b"\r\n", 3)


@pytest.mark.parametrize("line", WORDS)
def test_a_writer_keeps_line_endings(tmp_path: Path, line: str, journey: Run) -> None:
    """A file comes out as its twin does, with its own line endings; no lone break is left."""
    for name, text in (("lf", WORDS[line]), ("crlf", WORDS[line].replace(b"\n", b"\r\n"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / NAME).write_bytes(text)
        assert journey(f"{line} {NAME}", tmp_path / name)[0] in (0, 1)
    plain, theirs = ((tmp_path / name / NAME).read_bytes() for name in ("lf", "crlf"))
    assert plain != WORDS[line]
    assert b"\r" not in plain
    assert theirs == plain.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("line", list(WORDS)[1:])
def test_lines_that_nobody_touches_keep_their_own_endings(
    tmp_path: Path, line: str, journey: Run
) -> None:
    """In a file of mixed endings, an edit changes none that it need not change."""
    (tmp_path / NAME).write_bytes(mixed(WORDS[line]))
    assert journey(f"{line} {NAME}", tmp_path)[0] in (0, 1)
    after = (tmp_path / NAME).read_bytes()
    assert after.startswith(b"format: journey-map/1\r\nid: a\r\ntitle: A\r\n")
    assert b"\nstages:\n" in after


@pytest.fixture
def converted(repository: Path) -> Path:
    """Give a repository whose commits end lines as Unix does, and its work tree as Windows."""
    (repository / NAME).write_bytes(TEXT)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "one")
    git(repository, "config", "core.autocrlf", "true")
    (repository / NAME).unlink()
    git(repository, "checkout", "--", NAME)
    assert (repository / NAME).read_bytes() == TEXT.replace(b"\n", b"\r\n")
    return repository


def test_converted_line_endings_are_no_change(converted: Path, journey: Run) -> None:
    """Nothing differs, nothing is new, and every line is as old as its commit."""
    code, told = journey("diff", converted)
    assert (code, told.splitlines()[1]) == (0, "Nothing that a map says is different.")
    data = json.loads(journey("diff --format json", converted)[1])
    assert (data["files"], data["summary"]["changes"]) == ([], 0)
    code, told = journey("lint . --since HEAD --no-cache", converted)
    assert (code, "Nothing changed in 1 file since HEAD" in told) == (0, True)
    assert "not committed" not in journey(f"blame {NAME}", converted)[1]
    assert "1 commit on" in journey(f"history {NAME}", converted)[1]


def test_two_edits_merge_in_converted_files(converted: Path, journey: Run) -> None:
    """The merge driver joins both sides, and the work tree keeps its line endings."""
    assert journey("git-setup", converted)[0] == 0
    path = converted / NAME
    main = git(converted, "branch", "--show-current").strip()
    git(converted, "checkout", "-qb", "other")
    path.write_bytes(path.read_bytes().replace(b"\r\ntitle: ", b"\r\ntitle: Their ", 1))
    git(converted, "commit", "-qam", "theirs")
    git(converted, "checkout", "-q", main)
    path.write_bytes(path.read_bytes().replace(b"\r\nscenario: ", b"\r\nscenario: Our ", 1))
    git(converted, "commit", "-qam", "ours")
    git(converted, "merge", "-q", "-m", "both", "other")
    wanted = TEXT.replace(b"\ntitle: ", b"\ntitle: Their ", 1)
    wanted = wanted.replace(b"\nscenario: ", b"\nscenario: Our ", 1)
    assert path.read_bytes() == wanted.replace(b"\n", b"\r\n")
    stored = subprocess.run(
        ["git", "cat-file", "blob", f"HEAD:{NAME}"], cwd=converted, check=True, capture_output=True
    ).stdout
    assert stored == wanted
