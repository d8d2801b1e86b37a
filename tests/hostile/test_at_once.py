"""Runs at once neither tear a file nor undo each other, and who comes too late is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from journeycli.parsing import parse
from journeycli.source.document import read_document

from .apart import contents, told_by
from .writers import WRITERS, lay

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ROUNDS = int(os.environ.get("JOURNEY_RACES", "1"))
"""How often runs are started together; `make trust` says 100."""

TOLD = (
    "changed while we were working on it",
    "was deleted while we were working on it",
    "exists already and is left as it is",
    "was made by somebody else just now",
    "Another program is writing",
)
EACH = [name for name in WRITERS if name != "walk"]
SOME = ("fix", "fill", "baseline", "merge", "new", "import", "git-setup")
"""Writers that write in different ways; the others race where `JOURNEY_RACES` is given."""

PAIRS = {
    "fix and fmt": ("fix", "fmt"),
    "fmt and unsafe fix": ("fmt", "unsafe fix"),
    "fill and fmt": ("fill", "fmt"),
    "fmt and fill": ("fmt", "fill"),
    "fix and import": ("fix", "import over"),
    "fmt and baseline": ("fmt", "baseline"),
}
SOME_PAIRS = ("fill and fmt", "fix and import")


class Ended(NamedTuple):
    """How a time ended: the exit codes and what was said, by the runs' numbers, and the files."""

    how: str
    codes: dict[int, int]
    said: dict[int, str]
    files: dict[str, bytes]

    @property
    def late(self) -> set[int]:
        """The runs that came too late, and said so."""
        return {
            number
            for number, code in self.codes.items()
            if code == 2 and any(each in self.said[number] for each in TOLD)
        }


@pytest.mark.parametrize("name", EACH if "JOURNEY_RACES" in os.environ else SOME)
def test_a_command_twice_and_more_at_once(name: str, tmp_path: Path) -> None:
    """Wherever one stands, another does the same: each file is what one of them alone makes."""
    writer = WRITERS[name]
    folder = lay(tmp_path / "template", writer)
    lines = [writer.line] * 8
    _check(lines, _race(folder, lines))


@pytest.mark.parametrize("name", PAIRS if "JOURNEY_RACES" in os.environ else SOME_PAIRS)
def test_two_commands_at_once(name: str, tmp_path: Path) -> None:
    """It ends as one after the other would, or the one that came too late changes nothing."""
    writers = [WRITERS[each] for each in PAIRS[name]]
    folder = lay(tmp_path / "template", writers[0])
    lines = [each.line for each in writers]
    _check(lines, _race(folder, lines))


def test_two_walks_at_once(tmp_path: Path) -> None:
    """What is saved can be read and holds each answer that was not refused."""
    writer = WRITERS["walk"]
    for ended in _race(lay(tmp_path / "template", writer), [writer.line] * 2):
        raw = ended.files["soup.walk.yaml"]
        parsed = parse(read_document(raw))
        assert (parsed.model is not None, parsed.diagnoses) == (True, ()), ended
        assert (raw.count(b"It was late"), ended.late != {0, 1}) == (1, True), ended
        _check_tidy(ended)


def test_two_baselines_of_different_folders(tmp_path: Path) -> None:
    """Of two runs that looked at different files, the baseline holds what both found."""
    folder = lay(tmp_path / "template", WRITERS["baseline"])
    maps = ("pizza.journey.yaml", "soup.journey.yaml")
    lines = [f"lint {name} --write-baseline --no-cache" for name in maps]
    for ended in _race(folder, lines):
        assert {*ended.codes.values()} == {0}, ended
        held = ended.files["journey-baseline.json"].decode()
        ids = ("order-pizza", "order-soup")
        assert [each in held for each in ids] == [n in ended.codes for n in (0, 1)], ended
        _check_tidy(ended)


def _check(lines: list[str], ended: Iterable[Ended]) -> None:
    """Check that every time ended as the lines one by one do, late runs apart."""
    alone: list[Ended] = []
    for each in ended:
        _check_tidy(each)
        if each.how == "one by one":
            alone.append(each)
            continue
        early = {*each.codes} - each.late
        if not early:  # of several files each wrote some
            assert each.files in [one.files for one in alone], each
        done = {lines[number] for number in early}
        possible = [one for one in alone if done <= {lines[number] for number in one.codes}]
        if each.late:
            torn = [
                name
                for name, raw in each.files.items()
                if raw not in {one.files.get(name) for one in possible}
            ]
            assert torn == [], (torn, each)
        else:
            assert each.files in [one.files for one in possible], each
        for number in early:
            codes = {one.codes[n] for one in alone for n in one.codes if lines[n] == lines[number]}
            assert each.codes[number] in codes, each


def _check_tidy(ended: Ended) -> None:
    assert {*ended.codes.values()} <= {0, 1, 2}, ended
    assert [text for text in ended.said.values() if "Traceback" in text] == []
    assert [name for name in ended.files if name.endswith((".tmp", ".lock"))] == [], ended


def _race(template: Path, lines: list[str]) -> list[Ended]:
    """Give how it ended each time; of these some were races."""
    home, timeout = template.parent, 120 + 10 * ROUNDS
    told = told_by("racing", template, str(ROUNDS), "7", *lines, home=home, timeout=timeout)
    ended = list(map(_read, told))
    assert sum(each.how != "one by one" for each in ended) > 1
    return ended


def _read(told: dict[str, Any]) -> Ended:
    files = {
        name: raw
        for name, raw in contents(told["files"]).items()
        if not name.startswith(".journey-cache/results")
    }
    codes = {int(number): code for number, code in told["codes"].items()}
    said = {int(number): text for number, text in told["said"].items()}
    return Ended(told["how"], codes, said, files)
