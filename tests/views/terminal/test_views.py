"""What the views tell of a map, whatever their width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.findings import Finding, Place, Position, Severity
from journeycli.text import width
from journeycli.views.terminal import registry
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.stage import stage_view

from .drawing import drawn, long, look, read, repair, subject
from .snapshots import VIEWS

if TYPE_CHECKING:
    from journeycli.model import JourneyMap

X = "x" * 90
EXTREME = f"""\
format: journey-map/1
id: extreme
title: "{X} 👩\u200d👩\u200d👧 \\u202e\\a [red]"
personas: [a-very-long-persona-id-that-somebody-typed-by-hand-all-the-same]
lanes: [{{id: own, name: {X}}}]
stages:
  - id: one
    name: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
    evidence: [nowhere]
    customer_actions:
      - {{text: "https://example.com/{X}", score: 2}}
      - {{text: "思い出す、伝える思い出す、伝える思い出す、伝える", score: -2, feeling: ふあん}}
    emotions: [{{score: 0.5}}]
    barriers: ["👩\u200d👩\u200d👧👩\u200d👩\u200d👧 emoji", "{X}"]
    touchpoints:
      - "{X}"
      - {{ref: gone, moment_of_truth: true, expected: 2, opinion: {{before: 1, after: -1.5}}}}
    handoffs: [{{from: "{X}", to: b, what: "{X}"}}]
    metrics: [{{kind: conversion, value: 0.123456789, target: 1}}]
    lanes: {{own: ["{X}"]}}
  - {{id: two, name: Two}}
"""


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("at", [20, 40, 61, 100, 137, 250])
def test_nothing_overflows(name: str, at: int) -> None:
    """Long words, wide letters, emoji and thirty stages stay inside, in every encoding."""
    maps: list[JourneyMap] = [read(EXTREME), long(30)]
    for journey in maps:
        for encoding in ("utf-8", "ascii"):
            text = drawn(VIEWS[name], journey, look(at, encoding))
            text.encode(encoding)
            assert [line for line in text.splitlines() if width(line) > at] == []


@pytest.mark.parametrize("name", VIEWS)
def test_what_a_map_smuggles_in_has_no_effect(name: str) -> None:
    """Control sequences and direction marks show as text, markup is text."""
    for journey in (read(EXTREME), repair()):
        text = drawn(VIEWS[name], journey, look(100))
        assert [sign for sign in "\x1b\x07\u202e" if sign in text] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "map",
            ["Persona 山田 花子, landlord", "(−2 impatient)", "◆ ☎ Hotline (−1.5)", "[bold]in"],
        ),
        ("curve", ["−2 impatient: Waits eleven minutes", "+2 delighted", "◆ Hotline", "no score"]),
        ("touchpoints", ["Hotline", "Phone, Live chat", "wanted", "−2.5"]),
        ("barriers", ["critical", "One case file", "A visit in the evening", "high or critical"]),
        ("handoffs", ["contact-centre", "field-service", "Address, model and fault"]),
        ("evidence", ["Call listening", "No customer was asked about “Pay the bill”."]),
        ("funnel", ["100%", "80%", "−20% The manual shows another model", "The worst leak is"]),
        ("persona", ["山田 花子 main actor", "landlord: no file of this workspace", "40% of all"]),
        ("stage", ["Opinion of the touchpoints", "expected +1, before +1, during −2", "J103"]),
    ],
)
def test_a_view_tells_what_it_is_for(name: str, told: list[str]) -> None:
    """The heart of each view is there at a usual width."""
    text = " ".join(drawn(VIEWS[name], repair(), look(78)).split())
    assert [each for each in told if each not in text] == []


def test_the_wide_map_has_stages_beside_one_another_and_the_curve_across() -> None:
    """From a hundred cells on, one line holds the heads of several stages."""
    lines = drawn(VIEWS["map"], repair(), look(140)).splitlines()
    assert [line.split("  ")[-1].strip() for line in lines if "1 Notice it is cold" in line] == [
        "4 Pay the bill"
    ]
    assert any("⣀" in line and "●" in line for line in lines)
    narrow = drawn(VIEWS["map"], repair(), look(80))
    assert [line for line in narrow.splitlines() if "4 Pay the bill" in line] == ["4 Pay the bill"]


def test_many_stages_break_into_bands() -> None:
    """Thirty stages at 120 cells stand in eight bands of four, each stage in one of them."""
    text = drawn(VIEWS["map"], long(30), look(120))
    heads = [line for line in text.splitlines() if "─" in line]
    assert len(heads) == 8
    assert all(f"{number} Stage" in text for number in range(1, 31))


def test_lanes_without_content_are_left_out() -> None:
    """A map of names has no row but its heads."""
    text = drawn(VIEWS["map"], long(2), look(120))
    assert [title for title in ("Needs", "Barriers", "Score", "visibility") if title in text] == []


def test_the_stage_shows_what_lint_finds_there() -> None:
    """The finding stands with its code, its line and its help; open questions stand once."""
    place = Place("a", Position(7, 1), Position(7, 2))
    finding = Finding(
        "J301", "no-touchpoint", Severity.WARNING, "No way.", "Add one.", None, place, ""
    )
    question = Finding("J101", "x", Severity.WARNING, "Asked elsewhere.", None, None, place, "")
    at = look(80)
    text = painted(stage_view(subject(repair()), 3, (finding, question), at), at)
    assert "warning J301 line 7: No way.\n    Add one.\n" in text
    assert "Asked elsewhere." not in text


def test_views_are_offered_as_they_are_registered() -> None:
    """The tables among them have values, the others have none."""
    tables = ("checklist", "curve", "touchpoints", "barriers", "handoffs", "evidence", "funnel")
    assert tables == registry.TABLES
    made = {name: registry.table(name, subject(repair())).view for name in tables}
    assert made == {name: name for name in tables}


def test_a_quote_with_marks_of_its_own_gets_no_second_ones() -> None:
    """A German quote is shown as it was written; a thought without marks gets ours."""
    journey = read(
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n"
        "  - {id: a, name: A, quotes: [„Es geht nicht.“], thoughts: [Why me?]}\n"
    )
    shown = drawn(VIEWS["map"], journey, look(80))
    assert "„Es geht nicht.“" in shown
    assert "“Why me?”" in shown
    assert "“„" not in shown
