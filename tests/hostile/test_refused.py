"""Where nothing can be written, what stood there stays, and a sentence says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from journeycli.cli.main import run

from .apart import contents, told_by
from .writers import WRITERS, Writer, lay

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINT = Writer("lint .", (".journey-cache/results-1.jsonl",), over=False)
_ALL = {**WRITERS, "cache": _LINT}
_FREES = ("git-setup --undo",)  # takes away more than it writes, so that a full disk has room
_HINTS = {"full": "Make room on the disk", "folders": "Allow yourself to write there"}


class Refused(NamedTuple):
    """How a run ended that could not write: its exit code, what it said, files before and after."""

    code: int
    said: str
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture
def public() -> Iterator[Path]:
    """Give a folder that everybody may enter, which pytest's own is not."""
    folder = Path(tempfile.mkdtemp(prefix="journey-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("how", ["full", "folders"])
def test_no_writer_writes(how: str, tmp_path: Path, public: Path) -> None:
    """On a full disk or in a folder without permission: exit code 2, and every file stays."""
    for name, refused in _refused(how, tmp_path, public).items():
        if name == "cache" or (how == "full" and name in _FREES):
            continue
        assert refused.code == 2, (name, refused)
        assert "cannot be written: " in refused.said, (name, refused)
        assert _HINTS[how] in refused.said, (name, refused)
        assert "Traceback" not in refused.said
        assert refused.after == refused.before, name


@pytest.mark.parametrize("how", ["full", "folders"])
def test_lint_goes_on_without_its_cache(
    how: str,
    tmp_path: Path,
    public: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where the cache cannot be written, lint says the same and leaves nothing."""
    refused = _refused(how, tmp_path, public, "cache")["cache"]
    monkeypatch.chdir(tmp_path / "cache")
    code = run(["lint", ".", "--no-cache"])
    printed = capsys.readouterr()
    assert (refused.code, refused.said) == (code, printed.out + printed.err)
    assert refused.after == refused.before


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, public: Path) -> None:
    """Renaming another over it would not ask for permission, so the program does."""
    over = [name for name, each in WRITERS.items() if each.over and not each.in_git]
    for name, refused in _refused("files", tmp_path, public, *over).items():
        assert refused.code == 2, (name, refused)
        assert "cannot be written: Permission denied" in refused.said, (name, refused)
        left = {file: refused.after.get(file) for file in refused.before}
        assert left == refused.before, name


def _refused(how: str, laid: Path, folder: Path, *names: str) -> dict[str, Refused]:
    """Lay a workspace for each writer, run it where it may not write, and give how it ended."""
    names = names or tuple(_ALL)
    templates = [lay(laid / name.replace(" ", "-"), _ALL[name]) for name in names]
    for name, template in zip(names, templates, strict=True):
        template.with_suffix(".line").write_text(_ALL[name].line)
    told = told_by(
        "refusing", how, folder, *templates, home=folder, timeout=300, python=_python(how, folder)
    )
    return {name: _read(each) for name, each in zip(names, told, strict=True)}


def _python(how: str, folder: Path) -> list[str]:
    """Give how Python is started: where a disk is to be full, with mounts of its own."""
    if how != "full":
        return [sys.executable]
    alone = ["unshare", "--mount" if os.geteuid() == 0 else "--map-root-user", "--mount"]
    tried = [*alone, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    if (
        shutil.which("unshare")
        and not subprocess.run(tried, capture_output=True, check=False).returncode
    ):
        return [*alone, sys.executable]
    pytest.skip("a disk of its own cannot be mounted here")


def _read(told: dict[str, Any]) -> Refused:
    before, after = contents(told["before"]), contents(told["after"])
    return Refused(told["code"], told["said"], before, after)
