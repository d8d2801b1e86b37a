"""A run that is killed leaves each file as it was or as it was meant to be."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from journeycli.cli.main import run
from journeycli.parsing import parse
from journeycli.source.document import read_document

from .apart import contents, told_by
from .writers import WRITERS, lay

if TYPE_CHECKING:
    from pathlib import Path

TIMES = int(os.environ.get("JOURNEY_KILLS", "8"))
"""How often each command is killed at a random moment; `make trust` says 200."""

SOME = ("unsafe fix", "fmt", "fill", "baseline", "merge", "render", "export over", "new")
"""Writers that write in different ways; the others are killed where `JOURNEY_KILLS` is given."""

_GROWING = ("soup.walk.yaml", ".git/config", ".journey-cache/results-1.jsonl")
"""Files that are written answer by answer, setting by setting, finding by finding."""


class Left(NamedTuple):
    """What a run left."""

    ended: bool
    files: dict[str, bytes]


@pytest.mark.parametrize("name", WRITERS if "JOURNEY_KILLS" in os.environ else SOME)
def test_a_file_is_the_old_one_or_the_new_one(name: str, tmp_path: Path) -> None:
    """Killed before any of its steps or at any moment, a command leaves nothing in between."""
    writer = WRITERS[name]
    template = lay(tmp_path / "template", writer)
    before = _contents(template)
    whole, *killed = _kill(template, writer.line)
    assert [name for name in writer.written if whole.files.get(name) == before.get(name)] == []
    assert len(killed) > TIMES
    for left in killed:
        for file in {*before, *whole.files}:
            if file not in _GROWING:
                assert left.files.get(file) in {before.get(file), whole.files.get(file)}
        over = {*left.files} - {*before, *whole.files}
        assert [file for file in over if not file.endswith(".tmp")] == []


def test_a_walkthrough_is_whole_after_each_answer(tmp_path: Path) -> None:
    """What is left of a walk can be read, and holds no answer by half."""
    writer = WRITERS["walk"]
    killed = _kill(lay(tmp_path / "template", writer), writer.line)
    found = {left.files["soup.walk.yaml"] for left in killed if "soup.walk.yaml" in left.files}
    assert len(found) > 1
    for raw in found:
        parsed = parse(read_document(raw))
        assert (parsed.model is not None, parsed.diagnoses) == (True, ())


def test_a_cache_that_was_left_changes_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a run that was killed while it kept what it had found out, lint says the same."""
    template = lay(tmp_path / "template", WRITERS["fix"])
    monkeypatch.chdir(template)
    run(["lint", ".", "--no-cache", "--format", "json"])
    expected = capsys.readouterr().out
    seen = set()
    for left in _kill(template, "lint ."):
        kept = {name: raw for name, raw in left.files.items() if name.startswith(".journey-cache")}
        if (state := tuple(sorted(kept.items()))) in seen:
            continue
        seen.add(state)
        shutil.rmtree(template / ".journey-cache", ignore_errors=True)
        for name, raw in kept.items():
            (template / name).parent.mkdir(exist_ok=True)
            (template / name).write_bytes(raw)
        run(["lint", ".", "--format", "json"])
        assert capsys.readouterr().out == expected
        assert (template / ".journey-cache/.gitignore").read_text() == "*\n"
    assert len(seen) > 1


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _kill(template: Path, line: str) -> list[Left]:
    """Give what is left of a whole run, of runs killed before each step, and of others."""
    home, timeout = template.parent, 60 + 5 * TIMES
    told = told_by("killing", template, str(TIMES), "7", *line.split(), home=home, timeout=timeout)
    return [Left(each["ended"], contents(each["files"])) for each in told]
