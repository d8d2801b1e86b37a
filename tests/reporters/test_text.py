"""The format that people read first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.findings import Edit, Fix, Related, Severity
from journeycli.text import width

from .samples import (
    MAP,
    PERSONA,
    SOURCE,
    finding,
    full_report,
    place,
    question,
    report,
    shown,
    spot,
    uncoloured,
    written,
)

GOLDEN = Path(__file__).parent / "golden"
UNSAFE = "it may change the meaning: journey lint --fix --unsafe-fixes"
NEXT = ("journey lint --fix", "journey explain J306")


@pytest.mark.parametrize(
    ("name", "cells", "color", "unicode", "statistics"),
    [
        ("text-60", 60, False, True, False),
        ("text-80", 80, False, True, False),
        ("text-140", 140, False, True, True),
        ("text-80-ascii", 80, False, False, False),
        ("text-80-colour", 80, True, True, False),
    ],
)
def test_golden(name: str, cells: int, color: bool, unicode: bool, statistics: bool) -> None:  # noqa: FBT001 - a table of cases
    """A report with one of everything reads as its golden text does, byte for byte."""
    expected = (GOLDEN / f"{name}.txt").read_bytes().decode()
    actual = written(
        "text",
        full_report(),
        width=cells,
        color=color,
        unicode=unicode,
        statistics=statistics,
        next_steps=NEXT,
    )

    assert actual == expected


def test_colour_adds_nothing_but_colour() -> None:
    """Meaning never hangs on colour: without its codes the text is the same."""
    assert uncoloured(written("text", full_report(), color=True)) == written("text", full_report())


def test_ascii_frames_are_ascii() -> None:
    """Where a terminal has no other letters, our own signs need none."""
    text = written("text", report(finding(at="stages[a].values")), unicode=False)

    assert text.isascii()


@pytest.mark.parametrize("cells", [40, 60, 80, 140])
def test_nothing_is_wider_than_the_terminal(cells: int) -> None:
    """Lines keep to the width; only a path, a place or a command to type is never cut."""
    text = written("text", full_report(), width=cells, next_steps=NEXT)
    wide = [line for line in text.split("\n") if width(line) > cells and "personas/" not in line]

    assert wide == []


def test_a_finding_reads_from_what_to_where_to_what_next() -> None:
    """Severity, code, name and message; place; source; help; how to read on."""
    found = finding(help="Look again.", place=spot(MAP, SOURCE, "Compare"), at="stages[compare]")

    assert shown(found) == [
        "warning J306 expectation-gap: The page disappoints",
        " --> maps/switch.journey.yaml:6:11 in stage compare",
        "6 │     name: Compare offers",
        "  │           ^^^^^^^",
        "    help: Look again.",
        "    explain: journey explain J306",
    ]


def test_the_least_severity_is_called_advice() -> None:
    """People read advice where machines read info."""
    assert shown(finding(severity=Severity.INFO))[0].startswith("advice J306 ")


@pytest.mark.parametrize(
    ("safe", "expected"),
    [
        (True, "    fix available: Write it (journey lint --fix)"),
        (
            False,
            f"    fix available: Write it ({UNSAFE})",
        ),
    ],
)
def test_a_fix_is_announced_with_the_command_that_writes_it(
    safe: bool,  # noqa: FBT001 - a table of cases
    expected: str,
) -> None:
    """Whether a fix is safe decides which command writes it."""
    fix = Fix("Write it", safe=safe, edits=(Edit(place(MAP, (3, 1), (3, 6)), "x"),))

    assert expected in shown(finding(fix=fix), width=100)


def test_related_places_show_their_lines() -> None:
    """A second place is named, said and framed; line numbers stand in one column."""
    related = (Related(spot(MAP, SOURCE, "price-page"), "Declared here."),)
    lines = shown(finding(place=spot(MAP, SOURCE, "switch"), related=related))

    assert lines[1:7] == [
        "  --> maps/switch.journey.yaml:2:5",
        " 2 │ id: switch",
        "   │     ^^^^^^",
        "     also: maps/switch.journey.yaml:11:13: Declared here.",
        "11 │       - id: price-page",
        "   │             ^^^^^^^^^^",
    ]


def test_many_related_places_are_counted() -> None:
    """Two are framed, eight named, the others counted."""
    related = tuple(Related(place(MAP, (n, 1), (n, 2)), "Here.") for n in range(1, 13))
    lines = shown(finding(related=related))

    assert sum("also: maps/" in line for line in lines) == 8
    assert sum("│ ^" in line for line in lines) == 3
    assert "    also: 4 more places" in lines


def test_places_are_grouped_by_file() -> None:
    """Each file has a header with its own counts."""
    lines = written("text", full_report()).split("\n")

    assert [line for line in lines if line.startswith(("maps/", "personas/"))] == [
        "maps/switch.journey.yaml: 2 errors, 3 warnings, 4 pieces of advice",
        "personas/family of four.persona.yaml: 1 error, 1 warning",
    ]


def test_a_stages_open_questions_are_one_block() -> None:
    """Four findings of one stage read as one; the heaviest gives the weight and stands first."""
    lines = shown(
        question("J105", "motivations", "What makes them want to go on?", Severity.INFO),
        question("J109", "values", "Compare offers: What matters to them?", Severity.INFO),
        question("J110", "barriers", "What stands in the way?", Severity.WARNING),
        question("J111", "barriers[a].removals", "What removes `a`?", Severity.WARNING),
        question("J111", "barriers[b].removals", "What removes `b`?", Severity.WARNING),
    )

    assert lines == [
        "warning checklist: Compare offers: 4 of 11 questions open",
        " --> maps/switch.journey.yaml:6:11 in stage compare",
        "6 │     name: Compare offers",
        "  │           ^^^^^^^^^^^^^^",
        "    J110 What stands in the way? (barriers)",
        "    J111 What removes `a`? (barriers[a].removals)",
        "    J111 What removes `b`? (barriers[b].removals)",
        "    J105 advice: What makes them want to go on? (motivations)",
        "    J109 advice: What matters to them? (values)",
        "    explain: journey explain J110 (or another of these codes)",
    ]


def test_stages_of_one_name_are_kept_apart() -> None:
    """A block is a stage of a file, not a name."""
    asked = question("J109", "values", "What matters?", Severity.INFO)
    again = question("J109", "values", "What matters?", Severity.INFO, at="stages[1].values")
    other = question(
        "J109", "values", "What matters?", Severity.INFO, place=place(PERSONA, (1, 1), (1, 2))
    )

    text = written("text", report(asked, again, other))

    assert text.count("Compare offers: 1 of 11 questions open") == 3


def test_a_block_of_advice_is_advice() -> None:
    """Where every open question is advice, so is the block."""
    lines = shown(question("J109", "values", "What matters?", Severity.INFO))

    assert lines[0] == "advice checklist: Compare offers: 1 of 11 questions open"
    assert lines[-1] == "    explain: journey explain J109"


def test_wide_text_breaks_as_its_readers_expect() -> None:
    """No line starts with a full stop or ends with an opening bracket."""
    assert shown(finding(code="J", name="n", message="顧客の言葉で。"), width=25)[:2] == [
        "warning J n: 顧客の言葉",
        "    で。",
    ]
    assert shown(finding(code="J", name="n", message="顧客の言葉「で」"), width=25)[:2] == [
        "warning J n: 顧客の言葉",
        "    「で」",
    ]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a\nb\x1b[1m", "a b\\x1b[1m"),
        ("see ##vso[task.complete]", "see ##vso\\[task.complete]"),
        ("turn \u202e around", "turn \\u202e around"),
    ],
)
def test_messages_cannot_act(message: str, expected: str) -> None:
    """Control sequences, direction marks and log commands of a map are shown, not run."""
    assert shown(finding(message=message))[0] == f"warning J306 expectation-gap: {expected}"


def test_no_line_starts_like_a_command() -> None:
    """A word that opens a wrapped line cannot be a workflow command."""
    message = "The page disappoints whoever comes from ::add-mask::secret and others"
    lines = shown(finding(message=message), width=70)

    assert lines[:2] == [
        "warning J306 expectation-gap: The page disappoints whoever comes from",
        "    \\::add-mask::secret and others",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("maps/50 % off, a:b.journey.yaml", "maps/50 % off, a:b.journey.yaml:3:1"),
        ("maps/地図.journey.yaml", "maps/地図.journey.yaml:3:1"),
        ("maps/a\nb.journey.yaml", "maps/a\\x0ab.journey.yaml:3:1"),
        ("maps/\udcff.journey.yaml", "maps/\\udcff.journey.yaml:3:1"),
        ("maps/two  blanks.journey.yaml", "maps/two  blanks.journey.yaml:3:1"),
    ],
)
def test_odd_paths_are_named_whole(path: str, expected: str) -> None:
    """A path is shown as it is, apart from what would act."""
    assert shown(finding(place=place(path, (3, 1), (3, 6))))[1] == f" --> {expected}"


@settings(max_examples=50)
@given(
    words=st.lists(st.text("ab料金、。「」🛒é", min_size=1, max_size=12), max_size=30),
    cells=st.integers(50, 90),
)
def test_messages_wrap_without_loss(words: list[str], cells: int) -> None:
    """Wrapping breaks at blanks and between wide letters, and loses nothing."""
    message = " ".join(words)
    lines = shown(finding(message=message, help=None), width=cells)
    header = lines[: next(n for n, line in enumerate(lines) if "-->" in line)]

    joined = "".join(line.replace(" ", "") for line in header)
    assert joined == f"warningJ306expectation-gap:{message}".replace(" ", "")
    assert max(map(width, header)) <= cells
