"""What is kept of every file for rules across files: small, and taken from data with mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.source.document import read_document
from journeycli.workspace.actors import Actors, actors_of
from journeycli.workspace.contacts import Contact, contact, contact_lines, contacts_of
from journeycli.workspace.facts import Facts, facts_of
from journeycli.workspace.index import Locator, paths_of
from journeycli.workspace.outlook import Pressing, idle_evidence, outlook_of

if TYPE_CHECKING:
    from journeycli.source.document import Data

MAP = "format: journey-map/1\nid: a\ntitle: A\n"


def facts(text: str) -> Facts:
    found = facts_of(read_document(text.encode()).data)
    assert found is not None
    return found


def told(found: Facts) -> list[Contact]:
    """Give what a file says of its touchpoints, written down and read again."""
    return [contact(line) for line in contact_lines(contacts_of(found)).values()]


@pytest.mark.parametrize(
    ("line", "state"),
    [("", "current"), ("state:", "current"), ("state: current", "current"),
     ("state: future", "future"), ("state: futur", ""), ("state: [future]", "")],
)  # fmt: skip
def test_a_state_that_cannot_be_told_is_none(line: str, state: str) -> None:
    """A misspelt state is neither, so that no rule goes by a guess."""
    assert outlook_of(facts(f"{MAP}{line}\nstages: []\n")).state == state


def test_only_the_worst_barriers_are_kept() -> None:
    """Those of which another map asks: high and critical, by the id that they can be named by."""
    found = outlook_of(
        facts(f"""{MAP}stages:
  - barriers:
      - {{text: Nobody calls  back, severity: critical}}
      - {{id: fee, text: {"The fee shows late " * 9}, severity: high}}
      - {{text: The form is long, severity: medium}}
      - {{text: "50%", severity: high}}
      - {{text: It is late, severity: hihg}}
      - A short one
      - [no, barrier]
""")
    )
    first, second = found.pressing
    assert first == Pressing("nobody-calls-back", "critical", "Nobody calls back")
    assert (second.id, second.severity) == ("fee", "high")
    assert len(second.words) <= 50


def test_an_enabler_leads_back_to_its_places() -> None:
    """As a sentence or with a text of its own, wherever it stands; what says nothing is left."""
    found = facts(f"""{MAP}stages:
  - enablers: [The site lists us first, TBD, {{evidence: [x]}}, [a]]
  - enablers: {{none: Nobody knew one}}
  - enablers:
      - {{text: "The site  lists us first"}}
  - no stage
""")
    line = "The site lists us first"
    assert outlook_of(found).enablers == line
    assert paths_of(found, Locator("says", "enabler", line)) == [
        ("stages", 0, "enablers", 0),
        ("stages", 2, "enablers", 0),
    ]


def test_what_a_file_says_of_a_touchpoint_is_brought_together() -> None:
    """In any of its places and forms; a reference says nothing of it."""
    found = facts(f"""{MAP}stages:
  - touchpoints:
      - Help line
      - {{id: bill, name: Bill, channel: [post, email], department: billing}}
  - touchpoints:
      - {{name: Help line, channel: phone}}
      - {{id: bill, name: Invoice, channel: email, department: [a, [b]]}}
      - {{ref: bill, channel: sms}}
""")
    assert told(found) == [
        Contact("help-line", (("Help line",), ("phone",), ())),
        Contact("bill", (("Bill", "Invoice"), ("post", "email"), ("billing", "a"))),
    ]
    assert paths_of(found, Locator("tells", "channel", "bill")) == [
        ("stages", 0, "touchpoints", 1, "channel"),
        ("stages", 1, "touchpoints", 1, "channel"),
    ]
    assert paths_of(found, Locator("tells", "name", "help-line")) == [
        ("stages", 0, "touchpoints", 0),
        ("stages", 1, "touchpoints", 0, "name"),
    ]


@given(st.text(max_size=12), st.text(min_size=1, max_size=12))
def test_no_text_breaks_what_is_kept(identifier: str, name: str) -> None:
    """Tabs and line breaks in names are folded; an id with one is no id, and is left out."""
    touchpoints: list[Data] = [{"id": identifier, "name": name}, {"id": "b", "name": "B"}]
    found = facts_of({"format": "catalog/1", "touchpoints": touchpoints})
    assert found is not None
    kept = told(found)
    assert all(len(each.said) == 3 for each in kept)
    assert Contact("b", (("B",), (), ())) in kept or identifier == "b"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("personas: [maya, {id: noah, name: Noah}, The neighbour]", ("maya",)),
        ("personas: maya", ("maya",)),
        ("persona: maya", ("maya",)),
        ("persnoas: [maya, noah]", ("maya", "noah")),
        ("owner: maya", ()),
        ("stages: [{emotions: [{feeling: wary, persona: maya}]}]", ("maya",)),
    ],
)
def test_a_persona_is_named_even_where_the_key_is_misspelt(
    line: str, named: tuple[str, ...]
) -> None:
    """The mistake is told where it is, and needs no second finding at the persona."""
    assert actors_of(facts(f"{MAP}{line}\n")) == Actors(named)


@pytest.mark.parametrize(
    ("written", "share"),
    [("0.34", 0.34), ("1", 1.0), ("0", 0.0), ("34", None), ("-0.1", None), ("34%", None),
     ('"0.34"', None), ("", None), ("[0.3]", None)],
)  # fmt: skip
def test_a_share_is_what_the_format_takes(written: str, share: float | None) -> None:
    """What is refused elsewhere is compared with nothing."""
    persona = facts(f"format: persona/1\nid: maya\nname: Maya\nshare: {written}\n")
    assert actors_of(persona) == Actors(share=share)


@pytest.mark.parametrize(
    ("maturity", "idle"),
    [("researched", ["calls"]), ("measured", ["calls"]), ("hypothesis", []), ("reserched", [])],
)
def test_idle_evidence_is_that_of_a_researched_map(maturity: str, idle: list[str]) -> None:
    """What the map names itself is in use, wherever it does."""
    found = facts(f"""{MAP}maturity: {maturity}
evidence:
  - {{id: survey, method: survey, title: Survey}}
  - {{id: calls, method: interview}}
stages:
  - lanes: {{legal: [{{text: Checks, evidence: [survey]}}]}}
""")
    assert [each for each, _ in idle_evidence(found)] == idle
