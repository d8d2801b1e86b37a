"""Reading on past mistakes: one mistake is one finding, and the rest of the file is still heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.testing import lint_texts

if TYPE_CHECKING:
    from journeycli.parsing import Parsed

ORDER = """\
  - id: order
    name: Order
    customer_actions:
      - Fills in the form
"""
MAP = f"""\
format: journey-map/1
id: switch
title: Switching
scope:
  starts: The letter arrives
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - Opens four tabs
    company_actions:
      - text: Publishes a price table
        layer: frontstage
    emotions:
      - feeling: wary
        score: -1
        cause: company
    barriers:
      - text: The fee shows late
        severity: high
        removals:
          - Show the total
    touchpoints:
      - name: Price page
        channel: website
{ORDER}"""
MEANT = {
    "phases": "stages", "pain_points": "barriers", "feelings": "emotions",
    "steps": "customer_actions",
}  # fmt: skip


def parsed(text: str) -> Parsed:
    return parse(read_document(text.encode()))


def read(text: str) -> JourneyMap:
    model = parsed(text).model
    assert isinstance(model, JourneyMap)
    return model


def findings(text: str) -> dict[tuple[str, str], str]:
    report = lint_texts({"switch.journey.yaml": text})
    return {(each.code, each.at): each.message for each in report.findings}


BEFORE = findings(MAP).keys()


@pytest.mark.parametrize(
    ("right", "wrong", "code", "at"),
    [
        ("barriers:", "pain_points:", "J003", "stages[compare].pain_points"),
        ("emotions:", "feelings:", "J003", "stages[compare].feelings"),
        ("customer_actions:", "steps:", "J003", "stages[compare].steps"),
        ("stages:", "phases:", "J003", "phases"),
        ("channel: w", "chanel: w", "J003", "stages[compare].touchpoints[0].chanel"),
        ("  company_actions:", "  frontstage:", "J003", "stages[compare].frontstage"),
        ("severity: high", "severity: hgih", "J002", "stages[compare].barriers[0].severity"),
        ("score: -1", "score: 4", "J002", "stages[compare].emotions[0].score"),
        ("cause: company", "cause: weather", "J002", "stages[compare].emotions[0].cause"),
        (
            "- Opens four tabs",
            "- Asks at the desk: nobody knows",
            "J002",
            "stages[compare].customer_actions[0]",
        ),
        ("\n      - Opens four tabs", " Opens tabs", "J002", "stages[compare].customer_actions"),
        ("text: The fee shows late", "text: [fee]", "J002", "stages[compare].barriers[0].text"),
        ("text: The fee shows late\n        ", "", "J005", "stages[compare].barriers[0].text"),
        (
            "- Show the total",
            "- {status: idea}",
            "J005",
            "stages[compare].barriers[0].removals[0].text",
        ),
        ("name: Price page\n        ", "", "J005", "stages[compare].touchpoints[0]"),
        ("feeling: wary\n        score: -1\n        ", "", "J005", "stages[compare].emotions[0]"),
        ("title: Switching\n", "", "J005", "title"),
        ("\n  starts: The letter arrives", " all of it", "J002", "scope"),
    ],
)
def test_one_mistake_is_one_finding(right: str, wrong: str, code: str, at: str) -> None:
    """A mistake adds its own finding and no echo, and no rule asks for what stands there."""
    assert right in MAP
    after = findings(MAP.replace(right, wrong, 1))
    written = at.rpartition(".")[2]
    known = {(code, where.replace(MEANT.get(written, written), written)) for code, where in BEFORE}
    assert after.keys() - BEFORE - known == {(code, at)}


def test_a_stage_without_a_name_is_called_by_its_id() -> None:
    """Questions about a stage need a word for it."""
    found = findings(MAP.replace("    name: Order\n", ""))
    assert found["J005", "stages[order].name"] == "This stage “order” has no `name`."
    assert found["J102", "stages[order].company_actions"].startswith("order: What do we")
    assert "on to “order”?" in found["J103", "stages[compare].customer_progression"]


def test_a_stage_without_a_name_or_an_id_is_called_by_its_place() -> None:
    """Nothing made up shows, and the neighbours' questions can be read."""
    found = findings(MAP.replace("  - id: order\n    name: Order\n    customer", "  - customer"))
    assert found["J005", "stages[1].id"] == "This stage has no `id`."
    assert found["J102", "stages[1].company_actions"].startswith("Stage 2: ")


def test_a_stage_that_is_only_a_name_is_read_as_that() -> None:
    """A list of names is what a first outline looks like; the stage before leads to one."""
    text = MAP.replace(ORDER, "  - Order\n")
    assert [stage.name for stage in read(text).stages] == ["Compare offers", "Order"]
    found = findings(text)
    assert ("J002", "stages[1]") in found
    assert "on to “Order”?" in found["J103", "stages[compare].customer_progression"]
    assert not [at for _, at in found if at.startswith("stages[1].")]


def test_every_mistake_is_told_in_one_run() -> None:
    """Mistakes in one stage hide neither each other nor those of its neighbour."""
    text = (
        MAP.replace("severity: high", "severity: hgih")
        .replace("score: -1", "score: 4")
        .replace("emotions:", "feelings:")
        .replace("- Show the total", "- {status: idea}")
        .replace("- Fills in the form", "- Why: the form is long\n    owner: me")
    )
    found = parsed(text).diagnoses
    assert sorted((each.code, each.problem.path[1:]) for each in found) == [
        ("J002", (0, "barriers", 0, "severity")),
        ("J002", (0, "feelings", 0, "score")),
        ("J002", (1, "customer_actions", 0)),
        ("J003", (0, "feelings")),
        ("J003", (1, "owner")),
        ("J005", (0, "barriers", 0, "removals", 0, "text")),
    ]


def test_a_sentence_split_by_its_colon_is_read_whole() -> None:
    """Rules hear the sentence that was meant."""
    model = read(MAP.replace("- Opens four tabs", "- Asks at the desk: nobody knows"))
    assert [each.text for each in model.stages[0].customer_actions] == [
        "Asks at the desk: nobody knows"
    ]


def test_a_single_sentence_is_read_as_a_list_of_one() -> None:
    """The dash is missing, and nothing else."""
    model = read(MAP.replace("\n      - Opens four tabs", " Opens four tabs"))
    assert [each.text for each in model.stages[0].customer_actions] == ["Opens four tabs"]


def test_a_key_is_read_as_the_one_that_was_meant() -> None:
    """What stands under a synonym counts, and places name the key as it is written."""
    result = parsed(MAP.replace("barriers:", "pain_points:"))
    assert isinstance(result.model, JourneyMap)
    assert [each.text for each in result.model.stages[0].barriers] == ["The fee shows late"]
    path = ("stages", 0, "barriers", 0, "severity")
    assert result.fitted.written(path) == ("stages", 0, "pain_points", 0, "severity")
    assert not result.fitted.is_doubtful(path)


def test_what_stands_under_two_keys_is_not_judged() -> None:
    """Two keys for one thing are told once; what a rule would say of one of them is not."""
    text = MAP.replace(
        "    touchpoints:", "    pain_points:\n      - A long form\n    touchpoints:"
    )
    result = parsed(text)
    assert [(each.code, each.problem.path[-1]) for each in result.diagnoses] == [
        ("J003", "pain_points")
    ]
    assert result.fitted.is_doubtful(("stages", 0, "barriers", 0))


def test_two_keys_for_one_that_is_missing_do_not_both_become_it() -> None:
    """Only one of them is renamed: two fixes would write one key twice."""
    text = MAP.replace(
        "customer_actions:\n      - Opens", "actions: [a]\n    steps:\n      - Opens", 1
    )
    repairs = [each.problem.repair for each in parsed(text).diagnoses if each.code == "J003"]
    assert len(repairs) == 2
    written = text
    for repair in repairs:
        if repair is not None:
            written = written.replace(f" {repair.path[-1]}:", f" {repair.text}:")
    assert not [each for each in read_document(written.encode()).faults if each.code == "J004"]


def test_what_the_text_has_told_is_not_told_again() -> None:
    """An alias inside its own anchor leaves a hole, and the hole is no second finding."""
    text = MAP.replace(
        "customer_actions:\n      - Fills in the form",
        "customer_actions: &a\n      - Fills in the form\n      - *a",
    )
    document = read_document(text.encode())
    assert [fault.code for fault in document.faults] == ["J012"]
    assert parse(document).diagnoses == ()


def test_what_an_alias_repeats_is_mended_in_each_place() -> None:
    """A mapping that two places share is refused in both, and each is read as it was meant."""
    text = (
        "format: journey-map/1\nid: a\ntitle: A\nstages:\n"
        "  - {id: b, name: B, barriers: &x [{text: Stops, severty: high, odd: 1}]}\n"
        "  - {id: c, name: C, barriers: *x}\n"
    )
    result = parsed(text)
    assert [(each.code, each.problem.path[1:2]) for each in result.diagnoses] == [
        ("J003", (0,)),
        ("J003", (0,)),
        ("J003", (1,)),
        ("J003", (1,)),
    ]
    assert isinstance(result.model, JourneyMap)
    assert [each.barriers[0].severity for each in result.model.stages] == ["high", "high"]


def test_a_hopeless_file_has_no_model() -> None:
    """Where nothing is a map any more, the findings stand alone."""
    result = parsed("format: journey-map/1\nid: []\ntitle: {}\nstages: 3\n")
    assert {each.code for each in result.diagnoses} == {"J002"}
    assert {each.problem.path for each in result.diagnoses} == {("id",), ("title",), ("stages",)}
