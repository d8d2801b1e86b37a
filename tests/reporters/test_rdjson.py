"""Reviewdog's diagnostic format."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.findings import Edit, Finding, Fix, Report, Severity

from .samples import MAP, PERSONA, SOURCE, finding, place, report, source_of, spot, written
from .shapes import RDJSON, check
from .strategies import REPORTS


def diagnostics(found: Report, **changes: object) -> list[dict[str, Any]]:
    document = json.loads(written("rdjson", found, **changes))
    check(document, RDJSON)
    return list(document["diagnostics"])


def one(found: Finding, text: str = SOURCE) -> dict[str, Any]:
    [only] = diagnostics(report(found), source=source_of(text))
    return only


def test_a_diagnostic() -> None:
    """Message with help, place in the repository, severity and code with its page."""
    found = finding(
        message="Bad",
        help="Mend it",
        url="https://example.com/J306",
        place=place(MAP, (3, 1), (3, 6)),
    )

    assert one(found) == {
        "message": "expectation-gap: Bad\nMend it",
        "location": {
            "path": "broadband/maps/switch.journey.yaml",
            "range": {"start": {"line": 3, "column": 1}, "end": {"line": 3, "column": 6}},
        },
        "severity": "WARNING",
        "code": {"value": "J306", "url": "https://example.com/J306"},
    }


def test_severities() -> None:
    """Each severity has its name in the format."""
    found = diagnostics(report(*(finding(severity=severity) for severity in Severity)))

    assert [each["severity"] for each in found] == ["ERROR", "WARNING", "INFO"]


@pytest.mark.parametrize(
    ("text", "needle", "columns"),
    [
        ("a: b", "b", (4, 5)),
        ("é: b", "b", (5, 6)),
        ("料金: 高い", "高い", (9, 15)),
        ("𝒜𝒷 c", "c", (10, 11)),
        ("🛒👩‍👩‍👧 c", "c", (24, 25)),
    ],
)
def test_columns_count_bytes(text: str, needle: str, columns: tuple[int, int]) -> None:
    """A letter counts as many columns as UTF-8 needs bytes for it."""
    span = one(finding(place=spot(MAP, text, needle)), text)["location"]["range"]

    assert (span["start"]["column"], span["end"]["column"]) == columns


@settings(max_examples=60)
@given(st.text("ab料é𝒜👩\u200d", max_size=20), st.text("x料𝒜", min_size=1, max_size=5))
def test_byte_columns_cut_out_the_span(before: str, inside: str) -> None:
    """Cutting the line's bytes at the columns gives the span's text."""
    text = f"first\r\n{before}{inside}\r\nlast"
    found = finding(place=place(MAP, (2, len(before) + 1), (2, len(before + inside) + 1)))
    span = one(found, text)["location"]["range"]
    line = text.split("\r\n")[1].encode()

    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode() == inside


def test_an_unreadable_file_has_lines_only() -> None:
    """Without the text there are no bytes to count, and a wrong column is worse than none."""
    found = report(finding(place=place(MAP, (3, 4), (3, 6))))
    [only] = diagnostics(found, source=lambda _path: None)

    assert only["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_a_safe_fix_is_a_suggestion() -> None:
    """One edit is one replacement, in bytes."""
    edit = Edit(spot(MAP, "料: titel", "titel"), "title")
    found = finding(fix=Fix("Rename", safe=True, edits=(edit,)), place=spot(MAP, "料: titel", "料"))

    assert one(found, "料: titel")["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 11}},
            "text": "title",
        }
    ]


def test_several_edits_are_one_suggestion() -> None:
    """Suggestions are alternatives: what belongs together is replaced as a whole."""
    text = "- Ticket #45\r\n- is lost\r\n"
    edits = (Edit(place(MAP, (2, 10), (2, 10)), '"'), Edit(place(MAP, (1, 3), (1, 3)), '"'))
    found = finding(fix=Fix("Quote", safe=True, edits=edits), place=place(MAP, (1, 3), (1, 9)))

    assert one(found, text)["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 3}, "end": {"line": 2, "column": 10}},
            "text": '"Ticket #45\r\n- is lost"',
        }
    ]


@pytest.mark.parametrize(
    "fix",
    [
        Fix("Drop", safe=False, edits=(Edit(place(MAP, (3, 1), (3, 6)), ""),)),
        Fix("Elsewhere", safe=True, edits=(Edit(place(PERSONA, (1, 1), (1, 2)), ""),)),
        Fix("Nothing", safe=True, edits=()),
    ],
)
def test_what_no_click_should_do_is_no_suggestion(fix: Fix) -> None:
    """An unsafe fix and one of another file are left to people and to `journey lint --fix`."""
    assert "suggestions" not in one(finding(fix=fix))


def test_a_place_past_the_text_keeps_its_column() -> None:
    """A file that got shorter in the meantime is no reason to fail."""
    assert one(finding(place=place(MAP, (2, 5), (9, 3))), "ab\n")["location"]["range"] == {
        "start": {"line": 2, "column": 5},
        "end": {"line": 9, "column": 3},
    }


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_has_the_formats_shape(found: Report) -> None:
    """Whatever is found, the document parses and has no key that older releases refuse."""
    assert len(diagnostics(found)) == len(found.findings)
