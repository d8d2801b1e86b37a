"""Our own machine format, version 1, as a document and as lines."""

from __future__ import annotations

import json

from hypothesis import given, settings

from journeycli.findings import Edit, Fix, Related, Report, Severity, Suppression

from .samples import MAP, PERSONA, finding, full_report, place, report, written
from .shapes import JSON_LINE, JSON_VERSION_1, check
from .strategies import REPORTS


def test_the_document_is_what_the_documentation_says() -> None:
    """Version 1, key by key; nothing is left out where it is empty."""
    found = report(
        finding(
            code="J303",
            name="no-moment-of-truth",
            message="No touchpoint is decisive.",
            help="Mark one.",
            url="https://example.com/J303",
            place=place(MAP, (12, 5), (12, 9)),
            at="stages[compare].touchpoints[price-page]",
            fix=Fix("Mark it", safe=True, edits=(Edit(place(MAP, (12, 9), (12, 9)), ": true"),)),
            related=(Related(place(PERSONA, (1, 1), (2, 3)), "Who decides."),),
        ),
        finding(
            place=place(MAP, (2, 1), (2, 3)), suppressed=Suppression("comment", "A draft", None)
        ),
    )

    assert json.loads(written("json", found)) == {
        "version": 1,
        "findings": [
            {
                "code": "J306",
                "name": "expectation-gap",
                "severity": "warning",
                "message": "The page disappoints",
                "help": None,
                "url": None,
                "path": MAP,
                "start": {"line": 2, "column": 1},
                "end": {"line": 2, "column": 3},
                "at": "",
                "fix": None,
                "related": [],
                "suppressed": {"kind": "comment", "reason": "A draft", "until": None},
            },
            {
                "code": "J303",
                "name": "no-moment-of-truth",
                "severity": "warning",
                "message": "No touchpoint is decisive.",
                "help": "Mark one.",
                "url": "https://example.com/J303",
                "path": MAP,
                "start": {"line": 12, "column": 5},
                "end": {"line": 12, "column": 9},
                "at": "stages[compare].touchpoints[price-page]",
                "fix": {
                    "title": "Mark it",
                    "safe": True,
                    "edits": [
                        {
                            "path": MAP,
                            "start": {"line": 12, "column": 9},
                            "end": {"line": 12, "column": 9},
                            "text": ": true",
                        }
                    ],
                },
                "related": [
                    {
                        "path": PERSONA,
                        "start": {"line": 1, "column": 1},
                        "end": {"line": 2, "column": 3},
                        "message": "Who decides.",
                    }
                ],
                "suppressed": None,
            },
        ],
        "summary": {
            "files": 2,
            "errors": 0,
            "warnings": 1,
            "infos": 0,
            "suppressed": 1,
            "fixable": 1,
            "today": "2026-11-30",
        },
    }


def test_suppressed_findings_stand_in_order_among_the_others() -> None:
    """All findings are sorted by path, start, code and document path."""
    findings = json.loads(written("json", full_report()))["findings"]
    keys = [(f["path"], f["start"]["line"], f["start"]["column"], f["code"]) for f in findings]

    assert keys == sorted(keys)
    assert sum(f["suppressed"] is not None for f in findings) == 2


def test_lines_say_the_same_as_the_document() -> None:
    """Each line is a finding with its type, and the last is the summary."""
    document = json.loads(written("json", full_report()))
    lines = [json.loads(line) for line in written("jsonl", full_report()).splitlines()]

    assert lines == [
        *({"type": "finding", "version": 1, **each} for each in document["findings"]),
        {"type": "summary", "version": 1, **document["summary"]},
    ]


def test_an_empty_report_is_a_document() -> None:
    """No findings is an empty list and a summary of zeros."""
    document = json.loads(written("json", Report((), today="2026-11-30")))

    assert document["findings"] == []
    assert document["summary"]["files"] == 0


def test_every_letter_comes_back() -> None:
    """Wide, astral and control characters and the marks of log commands survive the round trip."""
    text = "料金 𝒜👩‍👩‍👧 \x1b[1m ##vso[x] ::y:: \u2028"

    assert json.loads(written("json", report(finding(message=text))))["findings"][0]["message"] == (
        text
    )


def test_half_a_character_is_written_by_its_code() -> None:
    """A name that is not UTF-8 does not make a document that strict parsers refuse."""
    text = written("json", report(finding(place=place("maps/\udcff𝒜.yaml", (1, 1), (1, 2)))))

    assert json.loads(text)["findings"][0]["path"] == "maps/\\udcff𝒜.yaml"


def test_the_summary_counts_each_severity() -> None:
    """Counts are by severity; suppressed findings are in none of them."""
    found = report(
        *(finding(severity=severity) for severity in Severity), *full_report().suppressed
    )
    summary = json.loads(written("json", found))["summary"]

    assert {key: summary[key] for key in ("errors", "warnings", "infos", "suppressed")} == {
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "suppressed": 2,
    }


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_has_the_documented_shape(found: Report) -> None:
    """Whatever is found, both formats parse and have exactly the documented keys, in ASCII."""
    document, lines = written("json", found), written("jsonl", found)

    check(json.loads(document), JSON_VERSION_1)
    for line in lines.splitlines():
        check(json.loads(line), JSON_LINE)
    assert document.isascii()
    assert lines.count("\n") == len(found.findings) + len(found.suppressed) + 1
