"""The last lines of what people read: counts, notes, what to type next."""

from __future__ import annotations

import pytest

from journeycli.findings import Edit, Fix, Report, Severity

from .samples import MAP, finding, full_report, place, report, written

NEXT = ("journey lint --fix", "journey explain J306")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (report(), "No findings in 1 map and 1 persona"),
        (report(files=(MAP,)), "No findings in maps/switch.journey.yaml"),
        (report(files=()), "No findings in 0 files"),
        (
            report(files=("a.journey.yml", "b.journey.yaml", "c.catalog.yaml", "d.yaml")),
            "No findings in 2 maps, 1 catalog and 1 other file",
        ),
        (report(*full_report().suppressed), "No findings in 1 map and 1 persona; 2 suppressed"),
        (report(finding()), "1 warning in 1 of 2 files"),
        (report(finding(), files=(MAP,)), "1 warning in 1 file"),
        (report(finding(place=place("journey.toml", (1, 1), (1, 2)))), "1 warning in 1 of 3 files"),
        (
            report(finding(severity=Severity.INFO), finding(severity=Severity.ERROR)),
            "1 error, 1 piece of advice in 1 of 2 files",
        ),
        (
            full_report(),
            "3 errors, 4 warnings, 4 pieces of advice in 2 of 2 files; 2 suppressed; 1 fixable",
        ),
    ],
)
def test_the_verdict_counts(found: Report, expected: str) -> None:
    """The last line says what was found in how much, and a clean run what was looked at."""
    assert written("text", found, width=120).rstrip("\n").split("\n")[-1 - bool(found.notes)] == (
        expected
    )


def test_notes_and_next_steps_close_the_text() -> None:
    """What the reader must know about the run, then what to type."""
    text = written("text", report(notes=("J801 was held back.",)), next_steps=NEXT)

    assert text == (
        "No findings in 1 map and 1 persona\n"
        "note: J801 was held back.\n"
        "next: journey lint --fix\n"
        "      journey explain J306\n"
    )


def test_statistics_count_by_rule() -> None:
    """Most frequent first, then by code; safe fixes are counted apart."""
    fix = Fix("Write it", safe=True, edits=(Edit(place(MAP, (3, 1), (3, 6)), "x"),))
    some = [finding(at=str(number)) for number in range(10)]
    found = report(*some, finding(code="J003", name="unknown-key", fix=fix))

    assert written("text", found, statistics=True).split("\n")[-5:-2] == [
        "10 J306 expectation-gap",
        " 1 J003 unknown-key (1 fixable)",
        "",
    ]
