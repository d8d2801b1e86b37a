"""Annotations on GitHub."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from journeycli.findings import Finding, Report, Severity

from .samples import MAP, finding, place, report, written
from .strategies import REPORTS

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as GitHub's runner does (actions/runner, ActionCommand.cs)."""
    match = _COMMAND.fullmatch(line)
    assert match is not None
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return (
        match[1],
        {key: unescaped(value) for key, value in properties.items()},
        unescaped(match[3]),
    )


def unescaped(text: str) -> str:
    for escape, character in (
        ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"),
    ):  # fmt: skip
        text = text.replace(escape, character)
    return text


def shown(*findings: Finding, **changes: object) -> list[tuple[str, dict[str, str], str]]:
    return [parsed(line) for line in written("github", report(*findings), **changes).splitlines()]


def test_an_annotation_has_all_that_github_shows() -> None:
    """Level, file in the repository, lines, columns, title; message and help on a line each."""
    found = finding(place=place(MAP, (3, 1), (3, 6)), message="Bad", help="Mend it")

    assert written("github", report(found)) == (
        "::warning file=broadband/maps/switch.journey.yaml,line=3,endLine=3,col=1,endColumn=6,"
        "title=J306 expectation-gap::Bad%0AMend it\n"
    )


def test_an_annotation_of_several_lines_has_no_columns() -> None:
    """GitHub refuses columns where the lines differ."""
    [(_, properties, _)] = shown(finding(place=place(MAP, (3, 1), (5, 6))))

    assert sorted(properties) == ["endLine", "file", "line", "title"]


def test_the_worst_come_first() -> None:
    """Errors, then warnings, then notices; by place within each."""
    found = shown(
        finding(severity=Severity.INFO, place=place(MAP, (1, 1), (1, 2))),
        finding(severity=Severity.ERROR, place=place(MAP, (9, 1), (9, 2))),
        finding(severity=Severity.WARNING, place=place(MAP, (2, 1), (2, 2))),
        finding(severity=Severity.ERROR, place=place(MAP, (3, 1), (3, 2))),
    )

    assert [(level, properties["line"]) for level, properties, _ in found] == [
        ("error", "3"),
        ("error", "9"),
        ("warning", "2"),
        ("notice", "1"),
    ]


@pytest.mark.parametrize(
    ("number", "lines", "last"),
    [
        (10, 10, "The page disappoints"),
        (11, 10, "2 warnings beyond these; `journey lint` lists them all"),
        (1_500, 10, "1,491 warnings beyond these; `journey lint` lists them all"),
    ],
)
def test_what_github_would_drop_is_counted(number: int, lines: int, last: str) -> None:
    """At most ten a level; where there are more, the tenth counts the rest."""
    found = shown(*(finding(at=str(n)) for n in range(number)))

    assert (len(found), found[-1][2]) == (lines, last)


def test_each_level_has_ten_of_its_own() -> None:
    """Many warnings do not crowd out the advice."""
    some = [finding(at=str(n), severity=severity) for severity in Severity for n in range(12)]
    found = shown(*some)

    assert [level for level, _, _ in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert found[-1][2] == "3 pieces of advice beyond these; `journey lint` lists them all"


@pytest.mark.parametrize(
    "path",
    [
        "50 %, a:b.journey.yaml",
        "100%25.journey.yaml",
        "地図 of\tus.journey.yaml",
        "a,b=c;d.journey.yaml",
    ],
)
def test_odd_paths_come_back(path: str) -> None:
    """What a runner unescapes is the path; a control character alone is made visible."""
    [(_, properties, _)] = shown(finding(place=place(path, (1, 1), (1, 2))))

    assert properties["file"] == f"broadband/{path}".replace("\t", "\\x09")


@pytest.mark.parametrize(
    ("root", "repository", "path", "expected"),
    [
        ("/w", "/w", "m.yaml", "m.yaml"),
        ("/w/a", "/w", "m.yaml", "a/m.yaml"),
        ("/w/a", None, "m.yaml", "m.yaml"),
        ("/w/a", "/w", "/w/b/m.yaml", "b/m.yaml"),
        ("/w/a", "/w", "/else/m.yaml", "/else/m.yaml"),
        ("/w/a", "/w", "/wide/m.yaml", "/wide/m.yaml"),
    ],
)
def test_files_are_relative_to_the_repository(
    root: str, repository: str | None, path: str, expected: str
) -> None:
    """GitHub knows the repository, not our workspace."""
    [(_, properties, _)] = shown(
        finding(place=place(path, (1, 1), (1, 2))), root=root, repository=repository
    )

    assert properties["file"] == expected


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_parses(found: Report) -> None:
    """Whatever is found, each line is one well-formed command."""
    for line in written("github", found).split("\n")[:-1]:
        level, properties, _ = parsed(line)
        assert level in ("error", "warning", "notice")
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
