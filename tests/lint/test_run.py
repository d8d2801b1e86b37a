"""One run over a workspace: who is read, who is reported, and in which order."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from journeycli.lint import gathering
from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Sources, lint
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.testing import lint_texts
from journeycli.workspace.discovery import discover

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.findings import Report

MAP = """\
format: journey-map/1
id: switch
title: Switching
personas: [maya, noah]
stages:
  - id: compare
    name: Compare offers
    touchpoints:
      - {name: Price page, channel: letterbox}
      - {ref: help-line}
  - id: order
    name: Order
    phase: moving-in
"""
MAYA = "format: persona/1\nid: maya\nname: Maya\nchannels: [letterbox]\n"
CATALOG = """\
format: catalog/1
id: shared
channels: [{id: letterbox, kind: physical}]
phases: [{id: moving-in, is: onboarding}]
touchpoints: [{id: help-line, name: Help line, channel: phone, department: sales}]
"""
FILES = {
    "maps/switch.journey.yaml": MAP,
    "maps/order.journey.yaml": MAP.replace("id: switch", "id: order"),
    "people/maya.persona.yaml": MAYA,
    "shared.catalog.yaml": CATALOG,
}
EVERY = frozenset(rule.code for rule in ALL_RULES)


def on_disk(root: Path, *paths: Path, codes: frozenset[str] = EVERY) -> Report:
    choice = Choice(codes, date(2026, 11, 30), Settings())
    sources = Sources(discover(paths or (root,), root), Limits())
    return lint(sources, sort_rules(ALL_RULES), choice).report


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_findings_are_sorted() -> None:
    """By path, start, code and document path; nothing stands twice."""
    findings = lint_texts(FILES).findings
    keys = [
        (each.place.path, each.place.start, each.code, each.at, each.message) for each in findings
    ]
    assert len(keys) > 20
    assert all(before < after for before, after in pairwise(keys))


def test_the_order_of_the_files_changes_nothing() -> None:
    """The same workspace gives the same report, however the disk lists it."""
    report = lint_texts(FILES)
    shuffler = random.Random(7)  # noqa: S311 - no secret
    for _ in range(5):
        names = list(FILES)
        shuffler.shuffle(names)
        assert lint_texts({name: FILES[name] for name in names}) == report


def test_two_runs_say_the_same(root: Path) -> None:
    """A run leaves nothing behind that the next would see."""
    assert on_disk(root) == on_disk(root)
    assert on_disk(root).files == tuple(sorted(FILES))


def test_very_many_files_say_what_few_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held once where there are thousands of files is held as often as it comes here."""
    few = lint_texts(FILES)
    monkeypatch.setattr(gathering, "_VERY_MANY", 0)
    assert lint_texts(FILES) == few
    assert few.findings


def test_one_file_is_reported_and_the_workspace_is_read(root: Path) -> None:
    """Names resolve in files that were not asked for, and only the file asked for is reported."""
    path = root / "maps/switch.journey.yaml"
    report = on_disk(root, path)
    assert report.files == ("maps/switch.journey.yaml",)
    assert {each.place.path for each in report.findings} == {"maps/switch.journey.yaml"}
    names = [each.message for each in report.findings if each.code == "J801"]
    assert names == ["No persona has the id `noah`."]


def test_one_file_says_what_it_says_in_a_run_over_all(root: Path) -> None:
    """`lint FILE` is the same as that file's part of `lint`."""
    for name in FILES:
        alone = on_disk(root, root / name).findings
        assert alone == tuple(each for each in on_disk(root).findings if each.place.path == name)


def test_the_words_of_a_catalog_hold_in_every_map() -> None:
    """Channels, phases and touchpoints that a catalog declares are known, and gone without it."""
    codes = {"J801", "J302"}
    known = lint_texts(FILES, select=tuple(codes)).findings
    assert [each.message for each in known] == [
        "No persona has the id `noah`.",
        "No persona has the id `noah`.",
    ]
    alone = {name: text for name, text in FILES.items() if "catalog" not in name}
    unknown = {
        each.message.partition(";")[0] for each in lint_texts(alone, select=["J801"]).findings
    }
    assert unknown == {
        "No persona has the id `noah`.",
        "No channel has the id `letterbox`.",
        "No touchpoint has the id `help-line`.",
        "No phase has the id `moving-in`.",
    }


def test_departments_are_free_until_somebody_declares_them() -> None:
    """A catalog without departments leaves them open; with the first, all are checked."""
    assert not [each for each in lint_texts(FILES).findings if "department" in each.message]
    bound = FILES | {"shared.catalog.yaml": f"{CATALOG}departments: [{{id: billing}}]\n"}
    (found,) = (
        each for each in lint_texts(bound, select=["J801"]).findings if "sales" in each.message
    )
    assert (found.place.path, found.at) == (
        "shared.catalog.yaml",
        "touchpoints[help-line].department",
    )


@pytest.mark.parametrize(
    ("broken", "held_back", "still_told"),
    [
        ("people/noah.persona.yaml", {"noah"}, {"pigeon", "7th"}),
        ("other.catalog.yaml", {"pigeon", "7th"}, {"noah"}),
        ("maps/other.journey.yaml", {"noah", "pigeon"}, {"7th"}),
    ],
)
def test_what_an_unreadable_file_may_declare_is_held_back(
    broken: str, held_back: set[str], still_told: set[str]
) -> None:
    """A persona's file can declare a persona only, a catalog no persona, a map no phase."""
    text = MAP.replace("letterbox", "pigeon").replace("moving-in", "7th")
    files: dict[str, str | bytes] = {**FILES, "maps/switch.journey.yaml": text}
    files[broken] = b"\xff\xfe\x00\xd8"
    del files["maps/order.journey.yaml"]
    report = lint_texts(files, select=["J801"])
    told = {each.message.split("`")[1] for each in report.findings if each.code == "J801"}
    assert told == still_told
    assert not told & held_back
    (note,) = report.notes
    assert note.startswith(f"{broken} could not be read in full")


def test_a_broken_schema_erases_no_ids() -> None:
    """What a file declares is known although its values are wrong."""
    wrong = MAYA.replace("name: Maya", "name: [Maya]\nshare: 300 %\ncolour: blue")
    report = lint_texts({**FILES, "people/maya.persona.yaml": wrong}, select=["J801"])
    assert not [each for each in report.findings if "`maya`" in each.message]


def test_dated_findings_wait_for_their_day() -> None:
    """What only time makes wrong is shown from its first day on."""
    files = {
        "a.journey.yaml": MAP.replace(
            "stages:", "review: {every: month, last: 2026-08-31}\nstages:"
        )
    }
    for today, codes in {"2026-09-30": [], "2026-10-01": ["J209"]}.items():
        assert [
            each.code for each in lint_texts(files, today=today, select=["J209"]).findings
        ] == codes


def test_the_ladder_weighs() -> None:
    """The same open question is advice on a hypothesis and a warning once customers were asked."""
    for maturity, severity in {"hypothesis": "info", "researched": "warning"}.items():
        text = MAP.replace("stages:", f"maturity: {maturity}\nstages:")
        (first, *_) = lint_texts({"a.journey.yaml": text}, select=["J102"]).findings
        assert first.severity.value == severity


def test_the_more_specific_rule_silences_the_general_one() -> None:
    """A pain without a barrier is told once, by the rule that knows the pain."""
    text = MAP.replace(
        "    name: Order\n", "    name: Order\n    emotions: [{feeling: cross, score: -2}]\n"
    )
    codes = [
        (each.code, each.at.partition(".")[0])
        for each in lint_texts({"a.journey.yaml": text}, select=["J110", "J403"]).findings
    ]
    assert codes == [("J110", "stages[compare]"), ("J403", "stages[order]")]
    without = lint_texts({"a.journey.yaml": text}, select=["J110"]).findings
    assert len(without) == 2


def test_a_file_named_twice_is_linted_once(root: Path) -> None:
    """A folder and a file in it are one set of files."""
    path = root / "maps/switch.journey.yaml"
    assert on_disk(root, path, root / "maps").files == (
        "maps/order.journey.yaml",
        "maps/switch.journey.yaml",
    )
