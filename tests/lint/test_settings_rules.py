"""What settings do to findings: weights, rules left out in some files, and what is said of both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.workspace import in_glob
from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Sources, lint
from journeycli.lint.selection import selected
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.settings import read_settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered
from program import journey

from .bench import HEAD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journeycli.findings import Finding, Report

MAP = HEAD + "    barriers:\n      - The fee shows late\n"
OLD = MAP.replace("id: switch", "id: old")
FILES = {"maps/switch.journey.yaml": MAP, "maps/old/old.journey.yaml": OLD}


@pytest.fixture
def linted(tmp_path: Path) -> Linted:
    return Linted(tmp_path)


class Linted:
    """Lints files under settings that a test writes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(
        self, text: str, files: Mapping[str, str] = FILES, *, whole: bool = True
    ) -> Report:
        path = self.root / "journey.toml"
        path.write_text('today = "2026-11-30"\n' + text, "utf-8")
        settings = read_settings(path, root=self.root)
        select = [each.text for each in (*settings.select, *settings.extend_select)]
        ignore = [each.text for each in settings.ignore]
        assert settings.today is not None
        choice = Choice(
            codes=selected(ALL_RULES, select if settings.select else [], ignore),
            today=settings.today,
            settings=settings,
            whole=whole,
            in_glob=in_glob,
        )
        given = {name: each.encode() for name, each in files.items()}
        sources = Sources(Discovered(self.root, (), (), ()), Limits(), given)
        return lint(sources, sort_rules(ALL_RULES), choice).report


def of(code: str, report: Report) -> list[Finding]:
    return [each for each in report.findings if each.code == code]


def upkeep(report: Report) -> list[str]:
    """Give what is said of the settings: place, code and message."""
    return [
        f"{each.place.path}:{each.place.start.line}:{each.place.start.column}-"
        f"{each.place.end.column} {each.code} {each.message}"
        for each in report.findings
        if each.code.startswith("J99")
    ]


@pytest.mark.parametrize("word", ["J501", "J5", "no-severity", "j501"])
@pytest.mark.parametrize("weight", ["error", "warning", "info"])
def test_a_rule_gets_another_weight(linted: Linted, word: str, weight: str) -> None:
    """By its code, a prefix or its name; also where maturity would give another."""
    report = linted(f'[severity]\n{word} = "{weight}"\n')
    assert {each.severity.value for each in of("J501", report)} == {weight}
    assert upkeep(report) == []


def test_the_more_specific_weight_counts(linted: Linted) -> None:
    """Whatever the order in the file."""
    for text in ('J501 = "error"\nJ5 = "off"\n', 'J5 = "off"\nJ501 = "error"\n'):
        report = linted(f"[severity]\n{text}")
        assert {each.code for each in report.findings if each.code.startswith("J5")} == {"J501"}


def test_off_leaves_a_rule_out(linted: Linted) -> None:
    """Its findings neither count nor are they listed as suppressed."""
    report = linted('[severity]\nJ501 = "off"\n')
    assert of("J501", report) == []
    assert "J501" not in {each.code for each in report.suppressed}
    assert upkeep(report) == []


def test_off_for_what_would_find_nothing_is_unused(linted: Linted) -> None:
    """It would hide the same mistake when it comes."""
    assert upkeep(linted('[severity]\nJ901 = "off"\nJ5 = "off"\n')) == [
        "journey.toml:3:1-5 J990 J901 is off, and would find nothing."
    ]


def test_another_weight_is_never_unused(linted: Linted) -> None:
    """It suppresses nothing; it says what the organisation thinks of a mistake."""
    assert upkeep(linted('[severity]\nJ901 = "error"\n')) == []


def test_a_finding_of_tomorrow_keeps_off_in_use(linted: Linted) -> None:
    """What is found only from some day on is found again then."""
    text = MAP.replace(
        "stages:", "evidence: [{id: a, method: survey, date: 2026-08, sample: 9}]\nstages:"
    )
    text = text.replace("stages:", "maturity: researched\nstages:")
    assert upkeep(linted('[severity]\nJ704 = "off"\n', {"a.journey.yaml": text})) == []


def test_rules_are_left_out_in_some_files(linted: Linted) -> None:
    """The reason of the settings stands with every suppressed finding."""
    report = linted(
        '[per-file-ignores]\n"maps/old/*" = {rules = ["J501"], reason = "not kept any more"}\n'
    )
    assert [each.place.path for each in of("J501", report)] == ["maps/switch.journey.yaml"]
    (hidden,) = [each for each in report.suppressed if each.code == "J501"]
    assert hidden.place.path == "maps/old/old.journey.yaml"
    assert hidden.suppressed is not None
    assert (hidden.suppressed.kind, hidden.suppressed.reason) == ("settings", "not kept any more")
    assert upkeep(report) == []


@pytest.mark.parametrize("glob", ["maps/old/", "old/", "*/old/*", "/maps/**/old.*", "old.*"])
def test_globs_are_those_of_gitignore(linted: Linted, glob: str) -> None:
    """From the folder of the settings, whatever the folder of the run."""
    report = linted(f'[per-file-ignores]\n"{glob}" = ["J501"]\n')
    assert [each.place.path for each in of("J501", report)] == ["maps/switch.journey.yaml"]


def test_where_nobody_reads_globs_no_file_matches(tmp_path: Path) -> None:
    """Who lints texts in memory need not say what a pattern of the settings means."""
    path = tmp_path / "journey.toml"
    path.write_text('[per-file-ignores]\n"**" = ["J501"]\n')
    settings = read_settings(path, root=tmp_path)
    choice = Choice(frozenset({"J501"}), date(2026, 11, 30), settings)
    sources = Sources(Discovered(tmp_path, (), (), ()), Limits(), {"a.journey.yaml": MAP.encode()})
    report = lint(sources, sort_rules(ALL_RULES), choice).report
    assert ([each.code for each in report.findings], report.suppressed) == (["J501"], ())


def test_a_per_file_ignore_without_a_finding_is_unused(linted: Linted) -> None:
    """It is told at its pattern."""
    assert upkeep(linted('[per-file-ignores]\n"maps/old/*" = ["J901"]\n"*" = ["J501"]\n')) == [
        "journey.toml:3:1-13 J990 No finding in files like `maps/old/*` is ignored by this."
    ]


def test_a_pattern_that_no_file_has_is_unused(linted: Linted) -> None:
    """Usually it is misspelt, so the message says so."""
    assert upkeep(linted('[per-file-ignores]\n"map/old/*" = ["J501"]\n')) == [
        "journey.toml:3:1-12 J990 No file of the workspace is named like `map/old/*`."
    ]


@pytest.mark.parametrize(
    "text",
    [
        'select = ["J2"]\n[per-file-ignores]\n"maps/old/*" = ["J901"]\n',
        'ignore = ["J9"]\n[per-file-ignores]\n"maps/old/*" = ["J901", "J501"]\n',
        'select = ["J2"]\n[severity]\nJ901 = "off"\n',
    ],
)
def test_a_setting_is_unused_only_where_its_rule_ran(linted: Linted, text: str) -> None:
    """A rule that was not asked for cannot tell."""
    assert upkeep(linted(text)) == []


BOTH = '[per-file-ignores]\n"maps/old/*" = ["J901"]\n[severity]\nJ902 = "off"\n'


def test_a_part_of_the_workspace_cannot_tell(linted: Linted) -> None:
    """Another file may be the one that needs the setting."""
    assert len(upkeep(linted(BOTH))) == 2
    assert upkeep(linted(BOTH, whole=False)) == []


def test_a_file_with_errors_cannot_tell(linted: Linted) -> None:
    """What is wrong may hide what the setting is for; other files tell of theirs."""
    broken = {**FILES, "maps/old/old.journey.yaml": OLD.replace("name:", "nmae_of_it:")}
    assert upkeep(linted(BOTH, broken)) == []
    elsewhere = BOTH.replace("maps/old/*", "maps/switch*")
    assert upkeep(linted(elsewhere, broken)) == [
        "journey.toml:3:1-15 J990 No finding in files like `maps/switch*` is ignored by this."
    ]


def test_while_a_file_cannot_be_read_rules_across_files_cannot_tell(linted: Linted) -> None:
    """They hold back what the file might settle."""
    text = '[per-file-ignores]\n"maps/switch*" = ["J803"]\n"/*.persona.yaml" = ["J801"]\n'
    files = {**FILES, "a.persona.yaml": "format: persona/1\nid: a\nname: A\n"}
    assert len(upkeep(linted(text, files))) == 2
    assert upkeep(linted(text, {**files, "b.persona.yaml": "{{{"})) == []


def test_a_comment_and_a_setting_for_one_finding_are_both_of_use(linted: Linted) -> None:
    """Whoever removes one of them has not made the other wrong."""
    commented = MAP.replace("late\n", "late  # journey: ignore[J501] -- in May\n")
    report = linted('[per-file-ignores]\n"*" = ["J501"]\n', {"a.journey.yaml": commented})
    assert upkeep(report) == []
    (hidden,) = [each for each in report.suppressed if each.code == "J501"]
    assert hidden.suppressed is not None
    assert hidden.suppressed.kind == "comment"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('ignore = ["J0", "J001"]\n', "2:17-23"),
        ('[severity]\nJ990 = "off"\n', "3:1-5"),
        ('[severity]\ninvalid-value = "info"\n', "3:1-14"),
        ('[per-file-ignores]\n"maps/*" = ["J501", "J002"]\n', "3:21-27"),
    ],
)
def test_what_cannot_be_ignored_is_told(linted: Linted, text: str, where: str) -> None:
    """A setting that does nothing must not look as if it did."""
    broken = {"maps/a.journey.yaml": MAP.replace("title:", "state: curent\ntitle:")}
    report = linted(text, broken, whole=False)
    assert [each.severity.value for each in of("J002", report)] == ["error"]
    (told,) = upkeep(report)
    assert told.startswith(f"journey.toml:{where} J990 ")
    assert told.endswith("can be neither ignored nor weighed anew, so this does nothing.")


@pytest.mark.parametrize(
    ("text", "where", "written", "meant"),
    [
        ('select = ["J2", "J2O6"]\n', "2:17-23", "J2O6", '"J206"'),
        ('ignore = ["no-owners"]\n', "2:11-22", "no-owners", '"no-owner"'),
        ('extend-select = ["no-evidense"]\n', "2:18-31", "no-evidense", '"no-evidence"'),
        ('[severity]\nno-sevrity = "off"\n', "3:1-11", "no-sevrity", "no-severity"),
        ('[severity]\n"J5O1" = "off"\n', "3:1-7", "J5O1", '"J501"'),
        ('[per-file-ignores]\n"*" = ["J5O1"]\n', "3:8-14", "J5O1", '"J501"'),
        ('[per-file-ignores."*"]\nrules = ["J5O1"]\n', "3:10-16", "J5O1", '"J501"'),
    ],
)
def test_a_word_that_names_no_rule_is_told_at_its_place(
    linted: Linted, text: str, where: str, written: str, meant: str
) -> None:
    """With the closest match, and a fix that writes it."""
    (finding,) = of("J992", linted(text))
    start, end = finding.place.start, finding.place.end
    assert f"{start.line}:{start.column}-{end.column}" == where
    assert finding.place.path == "journey.toml"
    word = meant.strip('"')
    assert finding.message == f"No rule is called {written}; did you mean {word}?"
    assert finding.fix is not None
    assert [(edit.place, edit.text) for edit in finding.fix.edits] == [(finding.place, meant)]


def test_the_program_goes_by_the_settings_around_a_file(tmp_path: Path) -> None:
    """End to end: a misspelt rule in pyproject.toml is an error with its line, and is fixed."""
    settings = '[tool.journeycli]\ntoday = "2026-11-30"\nignore = ["no-evidense"]\n'
    (tmp_path / "pyproject.toml").write_text(settings)
    (tmp_path / "a.journey.yaml").write_text(MAP)
    ran = journey("lint", "--format", "concise", cwd=tmp_path)
    assert ran.code == 1
    assert "pyproject.toml:3:11: error J992 unknown-rule: No rule is called no-evidense" in ran.out
    journey("lint", "--fix", cwd=tmp_path)
    assert (tmp_path / "pyproject.toml").read_text() == settings.replace("evidense", "evidence")
