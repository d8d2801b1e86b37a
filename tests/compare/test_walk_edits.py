"""Proposals of a walkthrough, however the map is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.compare.insertion import only_added
from journeycli.compare.walk import compare, contacts, recorded
from journeycli.compare.walk_edits import Proposal, proposed
from journeycli.compare.walk_text import read_walk, walk_text
from journeycli.errors import UserError
from journeycli.model import JourneyMap
from journeycli.model.register import known, register
from journeycli.model.walk import Happened, Walk, begun, noted, with_steps
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from journeycli.source.document import Data

HEAD = "format: journey-map/1\nid: m\ntitle: M\nstages:\n"
BAD = noted(("s", "desk"), "failed", score=-1.0, note="Closed: at #9")


def proposal(stage: str, *, newline: str = "\n", head: str = HEAD) -> Proposal:
    """Give what a failed contact at “Desk” proposes to a map with one stage."""
    raw = f"{head}{stage}".replace("\n", newline).encode()
    journey = parse(read_document(raw)).model
    assert isinstance(journey, JourneyMap)
    declared = register(journey)
    walk = with_steps(begun("m", None, date(2026, 11, 30)), (BAD,))
    found = compare(walk, journey, contacts(journey, lambda each: known(each, declared)))
    return proposed(raw, walk, found, Limits(), None)


STAGES = {
    "no barriers": "  - id: s\n    name: S\n    touchpoints:\n      - Desk\n",
    "no line break at the end": "  - id: s\n    name: S\n    touchpoints:\n      - Desk",
    "a key without a value": (
        "  - id: s\n    name: S\n    barriers:\n    touchpoints:\n      - Desk\n"
    ),
    "lists without indent": (
        "- id: s\n  name: S\n  barriers:\n  - One # why\n  # of the list\n"
        "  touchpoints:\n  - name: Desk\n"
    ),
    "a block of text last": (
        "  - id: s\n    name: S\n    barriers:\n      - text: |\n          Two\n          lines\n\n"
        "    touchpoints:\n      - {name: Desk}\n"
    ),
    "comments between": (
        "  - id: s\n    name: S\n    touchpoints:\n      - name: Desk  # here\n        # inside\n"
        "      # between\n      - Other\n    # after\n"
    ),
}


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_barrier_and_opinion_are_added_and_nothing_is_lost(stage: str, newline: str) -> None:
    """Every line that stood there stands there still, in order, and the new text says it all."""
    found = proposal(stage, newline=newline)
    assert found.passed_over == ()
    journey = parse(read_document(found.text)).model
    assert isinstance(journey, JourneyMap)
    own = journey.stages[0]
    assert own.barriers[-1].text == "Closed: at #9"
    assert own.barriers[-1].evidence == ("walkthrough-2026-11-30",)
    opinion = next(each for each in own.touchpoints if each.effective_id == "desk").opinion
    assert opinion is not None
    assert opinion.during == -1
    assert [each.method for each in journey.evidence] == ["walkthrough"]
    assert found.text.count(b"\n") == found.text.count(newline.encode())
    comments = [line for line in stage.splitlines() if line.strip().startswith("#")]
    assert all(each in found.text.decode() for each in comments)


def test_what_says_none_is_left_to_its_author() -> None:
    """A reason that somebody gave is not overwritten, and the reader is told."""
    found = proposal(
        "  - id: s\n    name: S\n    barriers: {none: We looked}\n    touchpoints: [Desk]\n"
    )
    assert found.added == ()
    assert found.passed_over == ("an opinion of “Desk”", "barriers at “S”")


def test_a_map_with_errors_is_proposed_nothing() -> None:
    """Text is never written on a guess."""
    with pytest.raises(UserError, match="The map has errors"):
        proposal("  - id: s\n    name: S\n    touchpoints: [Desk]\n    barier: x\n")


def test_what_is_only_wanted_is_not_walked() -> None:
    """A map of today promises nothing at a touchpoint that is not there yet."""
    stage = (
        "  - id: s\n    name: S\n    touchpoints: [{name: Desk, status: wanted}, {name: Till}]\n"
    )
    journey = parse(read_document(f"{HEAD}{stage}".encode())).model
    assert isinstance(journey, JourneyMap)
    found = contacts(journey, lambda each: known(each, {}))
    assert [each.key for each in found] == [("s", "till")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": "1"}, {"a": "1", "b": "2"}, True),
        (["x"], [{"name": "x", "opinion": "1"}], True),
        ({"a": None}, {"a": ["x"]}, True),
        ({"a": "1"}, {"a": "2"}, False),
        (["x", "y"], ["x"], False),
        (["x"], [{"name": "y"}], False),
        ({"a": "1"}, {}, False),
    ],
)
def test_only_additions_count_as_such(before: Data, after: Data, *, expected: bool) -> None:
    """The last check before a proposal is shown."""
    assert only_added(before, after) is expected


LETTERS = st.text(alphabet="abc: #'\"\\-,[]{}é", min_size=1, max_size=12).filter(str.strip)


@given(
    happened=st.sampled_from(get_args(Happened)),
    score=st.none() | st.integers(-4, 4).map(lambda each: each / 2),
    note=st.none() | LETTERS.map(str.strip),
)
def test_a_walk_reads_back_as_it_was_written(
    happened: Happened, score: float | None, note: str | None
) -> None:
    """Whatever is noted survives its file."""
    step = noted(("s", "desk"), happened, score=score, note=note)
    walk = with_steps(begun("m", "p", date(2026, 11, 30)), (step,))
    assert read_walk(walk_text(walk).encode(), "w", Limits()) == walk


def test_an_answer_replaces_the_one_before_and_surprises_add_up() -> None:
    """Going back answers anew in place; what is met ad hoc stands beside it."""
    first, surprise = noted(("s", "desk"), "failed"), noted(("s", None), "ad-hoc", name="A cat")
    again = noted(("s", "desk"), "as-planned")
    steps = recorded(recorded(recorded((), first), surprise), surprise)
    assert recorded(steps, again) == (again, surprise, surprise)


def test_another_file_is_no_walkthrough() -> None:
    """The reader is told what its first line would be."""
    with pytest.raises(UserError, match="format: walk/1"):
        read_walk(b"format: persona/1\nid: p\nname: P\n", "p.yaml", Limits())
    assert isinstance(read_walk(b"format: walk/1\nmap: m\nstarted: 2026\n", "w", Limits()), Walk)
