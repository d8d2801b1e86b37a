"""The baseline: findings of the past do not count, however much the files change around them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.lint import baseline
from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Run, Sources, lint
from journeycli.lint.selection import can_be_silenced, selected
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered
from program import journey

from .bench import NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.findings import Report
    from journeycli.lint.baseline import Baseline

COMPARE = """\
  - id: compare
    name: Compare offers
    barriers:
      - The fee shows late
      - text: Nobody calls back
      - id: lost-form
        text: The form is lost
    emotions:
      - wary
"""
FIRST_TWO = "      - The fee shows late\n      - text: Nobody calls back\n"
SWAPPED = "      - Nobody calls back\n      - The fee shows late\n"
ORDER = """\
  - id: order
    name: Order
    barriers:
      - Nobody calls back
"""
TOP = "format: journey-map/1\nid: switch\ntitle: Switching\n"
MAP = TOP + "stages:\n" + COMPARE + ORDER


def run(
    texts: Mapping[str, str], known: Baseline | None = None, select: tuple[str, ...] = ()
) -> Run:
    sources = Sources(
        Discovered(Path(), (), (), ()), Limits(), {n: t.encode() for n, t in texts.items()}
    )
    choice = Choice(
        selected(ALL_RULES, select, ()),
        date(2026, 11, 30),
        Settings(),
        baseline=known,
        whole=True,
    )
    return lint(sources, sort_rules(ALL_RULES), choice)


def baseline_of(texts: Mapping[str, str]) -> Baseline:
    """Write the findings of files and read them again."""
    ran = run(texts)
    findings = [each for each in ran.report.findings if can_be_silenced(each.code)]
    return baseline.read(baseline.write(findings, ran.facts), "journey-baseline.json")


def left(text: str, known: Baseline) -> list[tuple[str, str]]:
    """Give what a baseline leaves of a map's findings: code and document path."""
    return [(each.code, each.at) for each in run({NAME: text}, known).report.findings]


KNOWN = baseline_of({NAME: MAP})


def moved(text: str) -> str:
    """Indent the lists of a map by two more."""
    stages = text.partition("stages:\n")[2]
    return text.replace(stages, re.sub(r"(?m)^(?=.)", "  ", stages))


@pytest.mark.parametrize(
    "text",
    [
        MAP,
        TOP + "stages:\n" + ORDER + COMPARE,
        moved(MAP),
        MAP.replace("\n", "\r\n"),
        "# a remark\n\n" + MAP.replace("    emotions", "\n    # another\n    emotions"),
        MAP.replace(FIRST_TWO, "").replace("    emotions", f"{SWAPPED}    emotions"),
        MAP.replace("      - The fee shows late", '      - text: "The fee shows late"'),
        "title: Switching\nid: switch\nformat: journey-map/1\n" + MAP.removeprefix(TOP),
    ],
    ids=["same", "stages", "indent", "line ends", "comments", "barriers", "long form", "keys"],
)  # fmt: skip
def test_it_survives_what_does_not_change_the_findings(text: str) -> None:
    """Reordering, laying out anew and remarks bring nothing back and leave nothing over."""
    assert left(text, KNOWN) == []


def test_a_new_stage_brings_its_own_findings_only() -> None:
    """What stood before and after it stays known."""
    new = "  - id: install\n    name: Installation\n"
    found = left(MAP.replace(ORDER, new + ORDER), KNOWN)
    assert found
    assert {at.partition(".")[0].partition("]")[0] for _, at in found} == {"stages[install"}


def test_a_copied_statement_is_new() -> None:
    """An entry has a count; the first so many of its kind do not count."""
    twice = MAP.replace(ORDER, ORDER + "      - Nobody calls back\n")
    assert [code for code, _ in left(twice, KNOWN)] == ["J111", "J501", "J902"]


def test_another_text_is_another_finding() -> None:
    """A barrier without an id is known by its text; one with an id by that."""
    found = left(MAP.replace("The form is lost", "The form vanishes"), KNOWN)
    assert found == []
    found = left(MAP.replace("The fee shows late", "The fee shows too late"), KNOWN)
    assert [code for code, _ in found] == ["J990", "J990", "J111", "J501"]


def test_a_file_may_be_moved() -> None:
    """It is known by its kind and id; without an id by its path."""
    assert run({"maps/" + NAME: MAP}, KNOWN).report.findings == ()
    nameless = {"a.persona.yaml": "format: persona/1\nname: Maya\n"}
    known = baseline_of(nameless)
    assert {entry.key.kind for entry in known.entries} == {"path"}
    assert [each.code for each in run(nameless, known).report.findings] == ["J005"]


def test_what_it_covers_is_suppressed_and_not_gone() -> None:
    """Reports count it apart."""
    suppressed = run({NAME: MAP}, KNOWN).report.suppressed
    assert len(suppressed) == sum(entry.count for entry in KNOWN.entries)
    assert {each.suppressed.kind for each in suppressed if each.suppressed} == {"baseline"}


def test_what_is_mended_has_to_leave_it() -> None:
    """An entry that nothing needs any more is told, with its line in the baseline."""
    report = run({NAME: MAP.replace("    emotions:\n      - wary\n", "")}, KNOWN).report
    (stale,) = [each for each in report.findings if each.code == "J990"]
    assert stale.message.startswith("The baseline counts J108 at stages[compare].emotions[#")
    assert stale.place.path == "journey-baseline.json"
    assert stale.place.start.line > 1


def test_it_can_only_shrink() -> None:
    """Of three findings that it counts, two are left: the entry counts too many."""
    text = TOP + "stages:\n" + ORDER + "      - Nobody calls back\n" * 2
    known = baseline_of({NAME: text})
    fewer = text.removesuffix("      - Nobody calls back\n")
    assert {code for code, _ in left(fewer, known)} == {"J990"}
    assert left(fewer, baseline_of({NAME: fewer})) == []
    assert {code for code, _ in left(text, baseline_of({NAME: fewer}))} == {"J111", "J501", "J902"}


@pytest.mark.parametrize(
    ("text", "select"),
    [(MAP.replace("      - wary", ""), ("J2",)), (TOP + "state: curent\nstages: []\n", ())],
    ids=["rules that were not asked for", "a file with errors"],
)
def test_an_entry_is_stale_only_where_the_run_looked(text: str, select: tuple[str, ...]) -> None:
    """What a run did not look for, or could not see, may still be there."""
    report = run({NAME: text}, KNOWN, select).report
    assert "J990" not in {each.code for each in report.findings}


def test_an_entry_of_another_file_is_stale_once_the_file_is_gone() -> None:
    """But not while a file of the workspace cannot be read: it may be that one."""
    gone = {"maya.persona.yaml": "format: persona/1\nid: maya\nname: Maya\n"}
    assert {each.code for each in run(gone, KNOWN, ("J5",)).report.findings} == {"J990"}
    unread = {**gone, "new.journey.yaml": "{{{"}
    assert "J990" not in {each.code for each in run(unread, KNOWN, ("J5",)).report.findings}


def test_an_entry_of_a_rule_that_nobody_knows_is_stale() -> None:
    """Rules of one's own come and go."""
    unknown = replace(KNOWN.entries[0], key=KNOWN.entries[0].key._replace(code="ACME1"))
    report = run({NAME: MAP}, baseline.Baseline((*KNOWN.entries, unknown))).report
    assert [each.code for each in report.findings] == ["J990"]


def test_errors_of_the_file_itself_cannot_be_put_into_it() -> None:
    """An entry for one has no effect, whoever wrote it."""
    broken = {NAME: TOP + "state: curent\n" + MAP.removeprefix(TOP)}
    ran = run(broken)
    known = baseline.read(baseline.write(ran.report.findings, ran.facts), "b.json")
    assert "J002" in {entry.key.code for entry in known.entries}
    assert [each.code for each in run(broken, known).report.findings] == ["J002"]


@given(st.permutations((COMPARE, ORDER, "  - id: install\n    name: Installation\n")))
@settings(max_examples=6)
def test_writing_and_reading_agree(stages: list[str]) -> None:
    """What is written is read again, wherever the stages stand; and each entry has its line."""
    text = TOP + "stages:\n" + "".join(stages)
    known = baseline_of({NAME: text})
    assert left(text, known) == []
    assert len({entry.place for entry in known.entries}) == len(known.entries)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it is not a baseline of version 1"),
        ('{"version": 2, "entries": []}', "it is not a baseline of version 1"),
        ('{"version": 1}', "it has no list of entries"),
        ('{"version": 1, "entries": [3]}', "an entry is no mapping"),
        ('{"version": 1, "entries": [null]}', "an entry is no mapping"),
        ('{"version": 1, "entries": [{"code": "J501"}]}', "an entry lacks 'kind'"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, why: str) -> None:
    """The message says what is wrong and how to get a new one."""
    with pytest.raises(UserError) as caught:
        baseline.read(text, "b.json")
    assert str(caught.value).startswith(f"The baseline b.json cannot be read: {why}")
    assert caught.value.hint == "`journey lint --write-baseline` writes a new one."


def test_a_byte_order_mark_is_passed_over() -> None:
    """Some editors put one before whatever they save."""
    assert baseline.read('\ufeff{"version": 1, "entries": []}', "b.json").entries == ()


@pytest.mark.parametrize("count", [0, -1, True, "1", 1.0, None])
def test_a_count_is_a_whole_number_from_one(count: object) -> None:
    """An entry that counts nothing is a mistake of whoever edited the file."""
    entry = {"code": "J501", "kind": "map", "file": "switch", "at": "", "count": count}
    with pytest.raises(UserError, match="an entry has a value of the wrong kind"):
        baseline.read(json.dumps({"version": 1, "entries": [entry]}), "b.json")


def test_entries_of_one_key_add_up() -> None:
    """Two branches that wrote the same entry do not lose one of them in a merge."""
    double = baseline.Baseline((KNOWN.entries[0], KNOWN.entries[0]))
    assert double.counts() == {KNOWN.entries[0].key: 2 * KNOWN.entries[0].count}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text('today = "2026-11-30"\n')
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / NAME).write_text(MAP)
    (tmp_path / "maps" / "other.journey.yaml").write_text(MAP.replace("id: switch", "id: other"))
    return tmp_path


def entries(workspace: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        (workspace / "journey-baseline.json").read_text("utf-8")
    )["entries"]
    return found


def summary(workspace: Path, *arguments: str) -> Report:
    ran = journey("lint", "--format", "json", *arguments, cwd=workspace)
    found: Report = json.loads(ran.out)["summary"]
    return found


def test_an_old_workspace_comes_under_lint_in_one_step(workspace: Path) -> None:
    """Write the baseline, lint clean, mend something, and see it told that the baseline shrinks."""
    wrote = journey("lint", "--write-baseline", cwd=workspace)
    assert (wrote.code, wrote.out) == (0, "")
    assert re.fullmatch(r"wrote journey-baseline.json with \d+ findings of today\n", wrote.err)
    clean = journey("lint", cwd=workspace)
    assert clean.code == 0
    before = len(entries(workspace))
    mended = (workspace / "maps" / NAME).read_text().replace("      - The fee shows late\n", "")
    (workspace / "maps" / NAME).write_text(mended)
    ran = journey("lint", "--format", "concise", cwd=workspace)
    assert ran.code == 1
    assert re.search(r"journey-baseline.json:\d+:5: warning J990 unused-ignore: The base", ran.out)
    journey("lint", "--write-baseline", cwd=workspace)
    assert journey("lint", cwd=workspace).code == 0
    assert len(entries(workspace)) < before


def test_writing_for_a_part_keeps_the_rest(workspace: Path) -> None:
    """What the run did not look at stays: other files, other rules, and files with errors."""
    journey("lint", "--write-baseline", cwd=workspace)
    whole = entries(workspace)
    part = journey("lint", "--write-baseline", f"maps/{NAME}", cwd=workspace)
    assert "that this run did not look for" in part.err
    assert entries(workspace) == whole
    journey("lint", "--write-baseline", "--select", "J2", cwd=workspace)
    assert entries(workspace) == whole
    (workspace / "maps" / NAME).write_text(MAP.replace("title", "state: curent\ntitle"))
    journey("lint", "--write-baseline", cwd=workspace)
    assert entries(workspace) == whole


def test_a_baseline_of_another_name(workspace: Path) -> None:
    """The settings or a flag say which; one that is named and not there is an error."""
    named = journey("lint", "--baseline", "old.json", cwd=workspace)
    assert (named.code, "The baseline old.json does not exist." in named.err) == (2, True)
    journey("lint", "--write-baseline", "--baseline", "old.json", cwd=workspace)
    assert journey("lint", "--baseline", "old.json", cwd=workspace).code == 0
    assert journey("lint", cwd=workspace).code == 1
    (workspace / "journey.toml").write_text('today = "2026-11-30"\nbaseline = "old.json"\n')
    assert journey("lint", cwd=workspace).code == 0


def test_a_baseline_that_cannot_be_read_is_an_error(workspace: Path) -> None:
    """A run that passed over it would show a thousand findings of the past."""
    (workspace / "journey-baseline.json").write_text("{")
    ran = journey("lint", cwd=workspace)
    assert ran.code == 2
    assert "The baseline journey-baseline.json cannot be read: it is not JSON" in ran.err
    assert journey("lint", "--write-baseline", cwd=workspace).code == 0
    assert journey("lint", cwd=workspace).code == 0
