"""A run that is killed leaves each file as it was or as it was meant to be."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from journeycli.parsing import parse
from journeycli.source.document import read_document
from program import ROOT, journey

TIMES = int(os.environ.get("JOURNEY_KILLS", "8"))
"""How often each command is killed at a random moment; `make trust` says 200."""

_UNTIDY = """\
id: order-pizza
format: journey-map/1
title:   "Ordering a pizza"
stages:
    -   name: Order
        id: order
        emotoins: [ hungry,hopeful ]
"""
_OURS = _UNTIDY.replace("Ordering a pizza", "Ordering two pizzas")
_THEIRS = _UNTIDY.replace("hungry,hopeful", "hungry,hopeful,late")


class Writer(NamedTuple):
    """A command that writes, and the files that it is to write."""

    line: str
    written: tuple[str, ...]


WRITERS = {
    "fix": Writer("lint . --fix --unsafe-fixes --no-cache", ("pizza.journey.yaml",)),
    "fmt": Writer("fmt .", ("pizza.journey.yaml",)),
    "baseline": Writer("lint . --write-baseline --no-cache", ("journey-baseline.json",)),
    "render": Writer(
        "render switch.journey.yaml -o pictures", ("pictures/switch-broadband.map.svg",)
    ),
    "merge": Writer(
        "merge base.yaml ours.yaml theirs.yaml -o pizza.journey.yaml", ("pizza.journey.yaml",)
    ),
}


class Left(NamedTuple):
    """What a run left."""

    ended: bool
    files: dict[str, bytes]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    folder.mkdir()
    (folder / "journey.toml").write_text('today = "2026-11-30"\n')
    (folder / "pizza.journey.yaml").write_text(_UNTIDY)
    for name, text in (("base", _UNTIDY), ("ours", _OURS), ("theirs", _THEIRS)):
        (folder / f"{name}.yaml").write_text(text)
    example = ROOT / "examples/maps/switch-broadband.journey.yaml"
    (folder / "switch.journey.yaml").write_bytes(example.read_bytes())
    (folder / "answers.txt").write_text("f\n-2\nIt was late\n" * 6)
    return folder


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_is_the_old_one_or_the_new_one(name: str, template: Path) -> None:
    """Killed before any of its steps or at any moment, a command leaves nothing in between."""
    writer = WRITERS[name]
    whole, *killed = _kill(template, writer.line)
    before = {path.name: path.read_bytes() for path in template.iterdir()}
    assert [name for name in writer.written if whole.files[name] == before.get(name)] == []
    assert len(killed) > TIMES
    for left in killed:
        for file in {*before, *whole.files}:
            assert left.files.get(file) in {before.get(file), whole.files.get(file)}
        over = {*left.files} - {*before, *whole.files}
        assert [file for file in over if not file.endswith(".tmp")] == []


def test_a_walkthrough_is_whole_after_each_answer(template: Path) -> None:
    """What is left of a walk can be read, and holds no answer by half."""
    line = "walk pizza.journey.yaml --answers answers.txt -o pizza.walk.yaml --today 2026-11-30"
    for left in _kill(template, line):
        raw = left.files.get("pizza.walk.yaml")
        if raw is not None:
            parsed = parse(read_document(raw))
            assert parsed.model is not None
            assert parsed.diagnoses == ()


def test_a_cache_that_was_left_changes_no_result(template: Path) -> None:
    """After a run that was killed while it kept what it had found out, lint says the same."""
    expected = journey("lint", ".", "--no-cache", "--format", "json", cwd=template).out
    seen = set()
    for left in _kill(template, "lint ."):
        kept = {name: raw for name, raw in left.files.items() if name.startswith(".journey-cache")}
        if (state := tuple(sorted(kept.items()))) in seen:
            continue
        seen.add(state)
        for name, raw in kept.items():
            (template / name).parent.mkdir(exist_ok=True)
            (template / name).write_bytes(raw)
        assert journey("lint", ".", "--format", "json", cwd=template).out == expected
    assert len(seen) > 1


def _kill(template: Path, line: str) -> list[Left]:
    """Give what is left of a whole run, of runs killed before each step, and of others."""
    script = Path(__file__).with_name("killing.py")
    done = subprocess.run(
        [sys.executable, "-B", script, template, str(TIMES), "7", *line.split()],
        env={"PATH": os.environ["PATH"], "HOME": str(template.parent)},
        capture_output=True,
        timeout=60 + 5 * TIMES,
        check=True,
    )
    told = map(json.loads, done.stdout.splitlines())
    return [
        Left(each["ended"], {k: base64.b64decode(v) for k, v in each["files"].items()})
        for each in told
    ]
