"""SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings

from journeycli.findings import Edit, Fix, Report, Severity, Suppression

from .samples import MAP, PERSONA, finding, full_report, place, report, written
from .shapes import SARIF, check
from .strategies import REPORTS


def run(found: Report, **changes: object) -> dict[str, Any]:
    log = json.loads(written("sarif", found, **changes))
    check(log, SARIF)
    [only] = log["runs"]
    return dict(only)


def test_the_full_report_has_the_standards_shape() -> None:
    """A report with one of everything is a valid log, and each finding a result."""
    results = run(full_report())["results"]

    assert len(results) == len(full_report().findings) + len(full_report().suppressed)


def test_every_rule_is_listed_with_its_documentation() -> None:
    """Rules stand in order of code, with Markdown help, help address, level and tags."""
    rules = run(report())["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["J003", "J306", "J903"]
    assert rules[0] == {
        "id": "J003",
        "name": "unknown-key",
        "shortDescription": {"text": "A key that the format does not have"},
        "fullDescription": {"text": "A key that the format does not have"},
        "help": {"text": "# J003", "markdown": "# J003"},
        "helpUri": "https://example.com/rules/J003",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["document"], "problem.severity": "error"},
    }
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]


def test_results_point_at_their_rule() -> None:
    """The index is that of the rule in the list; a rule that is not there has none."""
    found = run(report(finding(code="J903"), finding(code="ACME1")))
    rules = found["tool"]["driver"]["rules"]

    assert [r.get("ruleIndex") for r in found["results"]] == [None, 2]
    assert rules[found["results"][1]["ruleIndex"]]["id"] == "J903"


def test_a_result() -> None:
    """Place in code points with an exclusive end, document path, message with help."""
    found = finding(
        message="Bad",
        help="Mend it.",
        place=place(MAP, (3, 1), (4, 6)),
        at="stages[a].values",
        severity=Severity.INFO,
    )
    [result] = run(report(found))["results"]

    assert {key: result[key] for key in ("ruleId", "level", "message", "locations")} == {
        "ruleId": "J306",
        "level": "note",
        "message": {"text": "Bad. Mend it."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "broadband/maps/switch.journey.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 6},
                },
                "logicalLocations": [{"fullyQualifiedName": "stages[a].values"}],
            }
        ],
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("two blanks.yaml", "broadband/two%20blanks.yaml"),
        ("50 %, a:b#c?d.yaml", "broadband/50%20%25%2C%20a%3Ab%23c%3Fd.yaml"),
        ("地.yaml", "broadband/%E5%9C%B0.yaml"),
        ("not utf-8 \udcff.yaml", "broadband/not%20utf-8%20%FF.yaml"),
        ("/srv/team maps/other/m.yaml", "other/m.yaml"),
        ("/else/m n.yaml", "file:///else/m%20n.yaml"),
    ],
)
def test_uris_are_escaped_and_relative_to_the_repository(path: str, expected: str) -> None:
    """Any path is a legal URI; outside of the repository it is absolute and has no base."""
    [result] = run(report(finding(place=place(path, (1, 1), (1, 2)))))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert location["uri"] == expected
    assert ("uriBaseId" in location) is not expected.startswith("file:")


@pytest.mark.parametrize(
    ("repository", "expected"),
    [("/srv/team maps", "file:///srv/team%20maps/"), (None, "file:///r/"), ("/", "file:///")],
)
def test_the_base_is_the_repository(repository: str | None, expected: str) -> None:
    """Relative URIs start from the repository's top, else the workspace's root; a slash ends it."""
    bases = run(report(), root="/r", repository=repository)["originalUriBaseIds"]

    assert bases == {"%SRCROOT%": {"uri": expected}}


def test_what_was_looked_at_is_listed() -> None:
    """A clean log still tells which files were linted, and the run's notes."""
    found = run(report(notes=("J801 was held back.",)))

    assert [unquote(each["location"]["uri"]) for each in found["artifacts"]] == [
        f"broadband/{MAP}",
        f"broadband/{PERSONA}",
    ]
    assert found["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {"level": "note", "message": {"text": "J801 was held back."}}
            ],
        }
    ]


def test_the_fingerprint_has_a_key_of_our_own() -> None:
    """Code scanning's own key stays code scanning's."""
    keys = {
        key for result in run(full_report())["results"] for key in result["partialFingerprints"]
    }

    assert keys == {"journeyFinding/v1"}


def test_a_suppression_hides_no_other_fingerprint() -> None:
    """A finding keeps its fingerprint when it is suppressed."""
    open_ = finding(at="titel")
    hidden = open_._replace(suppressed=Suppression("settings"))
    prints = [run(report(each))["results"][0]["partialFingerprints"] for each in (open_, hidden)]

    assert prints[0] == prints[1]


@pytest.mark.parametrize(
    ("suppression", "expected"),
    [
        (None, []),
        (
            Suppression("comment", "A draft", "2027-03-31"),
            [
                {
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": "A draft",
                    "properties": {"source": "comment", "until": "2027-03-31"},
                }
            ],
        ),
        (
            Suppression("baseline"),
            [{"kind": "external", "status": "accepted", "properties": {"source": "baseline"}}],
        ),
    ],
)
def test_suppressions(suppression: Suppression | None, expected: list[dict[str, Any]]) -> None:
    """A comment is in the source, settings and baseline are outside; every result says which."""
    [result] = run(report(finding(suppressed=suppression)))["results"]

    assert result["suppressions"] == expected


def test_fixes_are_replacements_by_file() -> None:
    """Edits are grouped by file; what is only deleted inserts nothing; safety is told."""
    edits = (
        Edit(place(MAP, (3, 1), (3, 6)), "title"),
        Edit(place(PERSONA, (1, 1), (1, 2)), ""),
        Edit(place(MAP, (5, 1), (5, 1)), "x"),
    )
    found = finding(fix=Fix("Rename", safe=False, edits=edits))
    [fix] = run(report(found))["results"][0]["fixes"]
    first, second = fix["artifactChanges"]

    assert fix["description"] == {"text": "Rename"}
    assert fix["properties"] == {"safe": False}
    assert [r.get("insertedContent") for r in first["replacements"]] == [
        {"text": "title"},
        {"text": "x"},
    ]
    assert second["replacements"] == [
        {"deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}}
    ]


def test_related_places_are_numbered() -> None:
    """Each related location has a number of its own and its words."""
    related = [
        result["relatedLocations"]
        for result in run(full_report())["results"]
        if "relatedLocations" in result
    ]

    assert [(each["id"], each["message"]["text"]) for each in related[0]] == [
        (1, "The touchpoint."),
        (2, "Who goes there."),
    ]


def test_a_maps_words_do_not_become_links() -> None:
    """`[text](target)` is a link in a message; quoted from a map, it stays text."""
    [result] = run(report(finding(message="Says [here](https://evil.example) and [a]")))["results"]

    assert result["message"]["text"] == "Says \\[here](https://evil.example) and [a]"


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_is_valid(found: Report) -> None:
    """Whatever is found, the log has the standard's shape, and no two results one fingerprint."""
    results = run(found)["results"]

    prints = [result["partialFingerprints"]["journeyFinding/v1"] for result in results]
    assert len(set(prints)) == len(found.findings) + len(found.suppressed)
