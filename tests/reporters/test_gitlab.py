"""GitLab's Code Quality report."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from journeycli.findings import Report, Severity

from .samples import MAP, finding, full_report, place, report, written
from .shapes import GITLAB, check
from .strategies import REPORTS


def issues(found: Report, **changes: object) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(written("gitlab", found, **changes))
    return listed


def test_an_issue_has_all_that_gitlab_reads() -> None:
    """Code and name in the description, a check name, a severity, the lines in the repository."""
    [issue] = issues(report(finding(place=place(MAP, (3, 1), (5, 2)))))

    assert {key: value for key, value in issue.items() if key != "fingerprint"} == {
        "description": "J306 expectation-gap: The page disappoints",
        "check_name": "J306",
        "severity": "major",
        "location": {
            "path": "broadband/maps/switch.journey.yaml",
            "lines": {"begin": 3, "end": 5},
        },
    }


def test_severities() -> None:
    """Errors are critical, warnings major, advice is info."""
    found = issues(report(*(finding(severity=severity) for severity in Severity)))

    assert [issue["severity"] for issue in found] == ["critical", "major", "info"]


def test_a_clean_run_is_an_empty_list() -> None:
    """GitLab takes the empty list as: all is well."""
    assert written("gitlab", report()) == "[]\n"


def test_fingerprints_outlive_edits() -> None:
    """Neither lines nor words make a fingerprint; rule, path and element do."""
    plain = finding(at="stages[a].values")
    moved = finding(at="stages[a].values", place=place(MAP, (9, 1), (9, 2)), message="Else")
    prints = [issues(report(each))[0]["fingerprint"] for each in (plain, moved)]

    assert prints[0] == prints[1]


def test_fingerprints_tell_findings_apart() -> None:
    """Another rule, path or element, or the same three once more, is another finding."""
    some = [
        finding(at="stages[a].values"),
        finding(at="stages[a].values", message="Else"),
        finding(at="stages[b].values"),
        finding(at="stages[a].values", code="J109"),
        finding(at="stages[a].values", place=place("m.yaml", (3, 1), (3, 6))),
    ]

    assert len({issue["fingerprint"] for issue in issues(report(*some))}) == 5


def test_fingerprints_do_not_depend_on_where_the_repository_lies() -> None:
    """Two machines agree."""
    here = issues(full_report())
    there = issues(full_report(), root="/home/me/r/broadband", repository="/home/me/r")

    assert here == there


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_has_the_shape_that_gitlab_wants(found: Report) -> None:
    """Whatever is found, the report parses, each issue is whole, each fingerprint unique."""
    listed = issues(found)

    check(listed, GITLAB)
    assert len({issue["fingerprint"] for issue in listed}) == len(found.findings)
