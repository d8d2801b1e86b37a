"""`fill` adds the open questions to a map, and every other byte stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.lint.filling import filled
from journeycli.model.checklist import QUESTIONS
from journeycli.source.document import read_document
from journeycli.source.limits import Limits
from journeycli.testing import lint_texts

ROOT = Path(__file__).parents[2]
FIRST_MAPS = sorted((ROOT / "tests/first_maps").glob("*.yaml"))
EXAMPLE = ROOT / "examples/maps/installation-day.journey.yaml"
FIELDS = [question.field for question in QUESTIONS.values() if question.is_key]
LIMITS = Limits()


def fill(raw: bytes) -> bytes:
    return filled(raw, LIMITS, "a.journey.yaml").text


def codes(raw: bytes) -> list[tuple[str, str]]:
    return sorted((each.code, each.at) for each in lint_texts({"a.journey.yaml": raw}).findings)


def without(text: str, dropped: set[tuple[int, str]]) -> str:
    """Take keys of stages away, whole lines with all that belongs to them."""
    document = read_document(text.encode())
    lines = text.splitlines(keepends=True)
    for stage, field in dropped:
        key = document.key_span(("stages", stage, field))
        value = document.value_span(("stages", stage, field))
        if key is not None and value is not None:
            first = document.lines.position(key.start).line
            last = document.lines.position(max(value.end - 1, key.end)).line
            lines[first - 1 : last] = [""] * (last - first + 1)
    return "".join(lines)


def in_another_hand(text: str, newline: str, habits: set[str]) -> bytes:
    """Write a map as another editor would have saved it."""
    if "notes" in habits:
        text = text.replace("\nstages:\n", "\n# the stages\nstages:  # in order\n\n")
        text = text.replace("    touchpoints:\n", "    touchpoints:  # where\n      # and how\n")
    text = text if "final newline" in habits else text.rstrip("\n")
    return (("\ufeff" if "bom" in habits else "") + text.replace("\n", newline)).encode()


@st.composite
def maps(draw: Any) -> bytes:
    path = draw(st.sampled_from([*FIRST_MAPS, EXAMPLE]))
    dropped = draw(st.sets(st.tuples(st.integers(0, 5), st.sampled_from(FIELDS)), max_size=12))
    text = without(path.read_text("utf-8"), dropped)
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    habits = draw(st.sets(st.sampled_from(["notes", "bom", "final newline"])))
    return in_another_hand(text, newline, habits)


def split(raw: bytes) -> list[str]:
    return raw.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")


@settings(max_examples=60)
@given(maps())
def test_every_other_byte_stays_as_it_is(raw: bytes) -> None:
    """Without the lines that were added, the file is the old one, to the byte."""
    result = filled(raw, LIMITS, "a.journey.yaml")
    old, new = raw.decode(), result.text.decode()
    rest = iter(split(result.text))
    added = []
    for line in split(raw):
        for other in rest:
            if other == line:
                break
            added.append(other)
    added += rest
    assert len(added) == 2 * sum(result.added.values())
    assert all(line.strip().startswith("#") for line in added[::2])
    assert {line.strip().rstrip(":") for line in added[1::2]} <= set(FIELDS)
    newlines = {"\r\n": new.count("\r\n"), "\n": new.count("\n"), "\r": new.count("\r")}
    assert newlines["\n"] in (0, newlines["\r\n"]) or not newlines["\r"]
    assert new.startswith("\ufeff") is old.startswith("\ufeff")
    assert new.endswith(("\n", "\r")) is old.endswith(("\n", "\r"))


@settings(max_examples=40)
@given(maps())
def test_a_filled_map_has_the_same_open_questions(raw: bytes) -> None:
    """Nothing is answered by adding a question, and nothing breaks; twice is once."""
    new = fill(raw)
    assert codes(new) == codes(raw)
    again = filled(new, LIMITS, "a.journey.yaml")
    assert (again.text, again.added, again.passed_over) == (new, {}, ())


MAP = """\
format: journey-map/1
id: switch
title: Switching
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - Opens four tabs
    motivations: |
    thoughts:
      - Why so dear?
"""


def test_a_question_stands_where_its_key_usually_does() -> None:
    """Keys keep the order of the format, each below its question in words."""
    text = MAP.replace("    motivations: |\n", "").replace(
        "Why so dear?\n", "Why so dear?\n  - id: order\n    name: Order it\n"
    )
    assert (
        fill(text.encode()).decode()
        == """\
format: journey-map/1
id: switch
title: Switching
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - Opens four tabs
    # What do we, and all who act in our name, do here?
    company_actions:
    # What do customers commonly do to move themselves on to “Order it”?
    customer_progression:
    # What do we do to move them on to “Order it”?
    company_progression:
    # What makes them want to go on to “Order it”?
    motivations:
    # What do we ourselves do that stops or slows them on the way to “Order it”?
    inhibitors:
    # What matters to them?
    values:
    thoughts:
      - Why so dear?
    # What do they feel?
    emotions:
    # What stands between them and “Order it”?
    barriers:
  - id: order
    name: Order it
    # What does the customer do here?
    customer_actions:
    # What do we, and all who act in our name, do here?
    company_actions:
    # What do customers commonly do to come back, or to tell others?
    customer_progression:
    # What do we do to bring them back, or to have them tell others?
    company_progression:
    # What makes them want to come back, or to tell others?
    motivations:
    # What do we ourselves do that keeps them from coming back, or from telling others?
    inhibitors:
    # What matters to them?
    values:
    # What do they feel?
    emotions:
    # What keeps them from coming back, or from telling others?
    barriers:
"""
    )


def test_what_is_settled_is_not_asked() -> None:
    """A reason for nothing, a scored step and a barrier of ours are answers."""
    text = """\
format: journey-map/1
id: switch
title: Switching
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - {text: Reaches the fee, score: -1}
    company_actions: {none: They have not met us yet}
    customer_progression:
    company_progression: []
    barriers:
      - {text: The fee shows late, cause: company}
"""
    result = filled(text.encode(), LIMITS, "a")
    assert result.added == {"Compare offers": 2}
    assert [line.strip() for line in result.text.decode().split("\n") if "#" in line] == [
        "# What makes them want to come back, or to tell others?",
        "# What matters to them?",
    ]


def test_a_comment_below_a_key_stays_below_it() -> None:
    """An empty key with its hints is one thing; a question goes after it and not between."""
    text = MAP.replace(
        "    motivations: |\n",
        "    motivations:\n      # - what pulls them\n    # thoughts follow\n",
    )
    lines = fill(text.encode()).decode().split("\n")
    at = lines.index("      # - what pulls them")
    assert lines[at - 1] == "    motivations:"
    assert lines[at + 2] == "    inhibitors:"
    assert lines[lines.index("    # thoughts follow") + 1] == "    thoughts:"


def test_a_question_goes_after_a_block_of_text() -> None:
    """Texts over several lines stay whole, whatever their style."""
    for style, end in {"|": "tabs\n", ">-": "tabs\n", "|+": "tabs\n\n"}.items():
        text = MAP.replace("    motivations: |\n", "").replace(
            "      - Opens four tabs\n", f"      - {style}\n        Opens four\n        tabs\n\n"
        )
        new = fill(text.encode()).decode()
        assert new[: new.index("    # What do we, and")].endswith(end)


def test_a_stage_in_braces_is_passed_over_and_named() -> None:
    """There is no room for a comment in it; the others get their questions."""
    text = f"{MAP.replace('    motivations: |' + chr(10), '')}  - {{id: order, name: Order}}\n"
    result = filled(text.encode(), LIMITS, "a")
    assert result.passed_over == ("Order",)
    assert list(result.added) == ["Compare offers"]
    assert result.text.decode().endswith("  - {id: order, name: Order}\n")


def test_stages_with_one_name_are_counted_together() -> None:
    """The count by name leaves no key out."""
    stage = "  - id: {}\n    name: Wait\n    values:\n"
    text = MAP[: MAP.index("  - id")] + stage.format("a") + stage.format("b")
    assert filled(text.encode(), LIMITS, "a").added == {"Wait": 16}


@pytest.mark.parametrize(
    "text",
    [
        MAP.replace("id: switch\n", ""),
        MAP.replace("- Opens", "- *Opens*"),
        MAP.replace("title:", "titel:"),
        "format: persona/1\nid: maya\nname: Maya\n",
        "",
        "[" * 100,
    ],
)
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    """First things first: what is broken is mended before questions are added."""
    with pytest.raises(UserError) as error:
        filled(text.encode(), LIMITS, "maps/a.journey.yaml")
    assert error.value.message == "maps/a.journey.yaml has errors, so nothing was added."
    assert error.value.hint == "`journey lint maps/a.journey.yaml` shows them."


def test_a_stage_behind_an_alias_is_left_alone() -> None:
    """Where a new line would change what the file says, nothing is written."""
    text = """\
format: journey-map/1
id: switch
title: Switching
x-stage: &stage
  id: compare
  name: Compare offers
stages:
  - *stage
"""
    with pytest.raises(UserError) as error:
        fill(text.encode())
    assert error.value.message.startswith("The questions cannot be added to this file")
