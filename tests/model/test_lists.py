"""Lists of elements: sentences that stand for them, and sentences that broke."""

from __future__ import annotations

import pytest

from .refused import Line, errors, in_stage, lines
from .samples import stage


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("touchpoints: [Price page]", ("touchpoints", "name")),
        ("emotions: [wary]", ("emotions", "feeling")),
        ("barriers: [The fee shows late]", ("barriers", "text")),
        ("opportunities: [One price]", ("opportunities", "text")),
        ("quotes: [I gave up.]", ("quotes", "text")),
        ("thoughts: [Why?]", ("thoughts", "text")),
        ("needs: [A total]", ("needs", "text")),
        ("company_actions: [Publishes a table]", ("company_actions", "text")),
        ("customer_progression: [Walks in]", ("customer_progression", "text")),
        ('values: ["2026"]', ("values", "text")),
    ],
)
def test_a_sentence_stands_for_an_element(written: str, path: tuple[str, str]) -> None:
    """A plain sentence is the element with just its name, its text or its feeling."""
    field, attribute = path
    (element,) = getattr(stage(written), field)
    sentence = written.partition("[")[2].strip('"]')
    assert (getattr(element, attribute), element.model_fields_set) == (sentence, {attribute})


def test_a_removal_may_be_a_sentence() -> None:
    """So it is inside an element."""
    found = stage("barriers:\n  - text: A queue\n    removals: [A second desk]")
    assert found.barriers[0].removals[0].text == "A second desk"


@pytest.mark.parametrize(
    "written", ["metrics: [nps]", "handoffs: [sales to billing]", "next: [order]", "links: [a]"]
)
def test_other_elements_are_mappings(written: str) -> None:
    """Where a sentence has no meaning, it is refused as what should be a mapping."""
    field = written.partition(":")[0]
    assert in_stage(written) == [("model_type", (field, 0))]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("Asks: why?", "Asks: why?"),
        ("Asks why:", "Asks why:"),
        ('"The fee": "39 euros"', "The fee: 39 euros"),
        ("Ext: 24", "Ext: 24"),
        ("two words: x", "two words: x"),
    ],
)
@pytest.mark.parametrize("field", ["values", "touchpoints", "emotions", "barriers"])
def test_a_sentence_that_its_colon_broke_is_one_fault(field: str, item: str, sentence: str) -> None:
    """It comes with the sentence that was meant, and nothing else is said about it."""
    head = "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: a\n    name: A\n"
    (line,) = errors(f"{head}    {field}:\n      - Fine\n      - {item}\n")
    assert (line["type"], line["loc"]) == ("journey.sentence", ("stages", 0, field, 1))
    assert line["ctx"] == {"text": sentence}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("values:\n  - txt: Quiet", [("extra_forbidden", ("values", 0, "txt"))]),
        ("values:\n  - description: Quiet", [("extra_forbidden", ("values", 0, "description"))]),
        (
            "values:\n  - Asks: [why]",
            [("extra_forbidden", ("values", 0, "Asks")), ("missing", ("values", 0, "text"))],
        ),
        ("values:\n  - Asks: why\n    Says: so", [("journey.sentence", ("values", 0))]),
        ("values:\n  - evidence: [a]", [("missing", ("values", 0, "text"))]),
    ],
)
def test_other_mappings_are_no_sentences(written: str, expected: list[Line]) -> None:
    """A misspelt key, a known one or a collection below makes no sentence; words of one do."""
    assert sorted(in_stage(written)) == sorted(expected)


def test_broken_sentences_hide_no_other_fault() -> None:
    """What else is wrong in the same list is said in the same run."""
    written = "emotions:\n  - Feels: lost\n  - {feeling: sad, score: 4}\n  - ''"
    assert sorted(in_stage(written)) == [
        ("journey.score", ("emotions", 1, "score")),
        ("journey.sentence", ("emotions", 0)),
        ("journey.text", ("emotions", 2, "feeling")),
    ]


def test_a_persona_in_place_may_break_at_its_colon_too() -> None:
    """A name with a colon is the name that was meant."""
    head = "format: journey-map/1\nid: m\ntitle: M\n"
    (line,) = errors(f"{head}personas:\n  - Lena: 26\nstages: [{{id: a, name: A}}]\n")
    assert (line["type"], line["loc"], line["ctx"]) == (
        "journey.sentence",
        ("personas", 0),
        {"text": "Lena: 26"},
    )


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("needs: A total price", "one"),
        ("needs: none", "reason"),
        ("needs: {text: A total price}", "dash"),
        ("quotes: {none: Nobody spoke}", "none"),
        ("evidence: survey", "one"),
    ],
)
def test_what_is_no_list_comes_with_what_was_meant(written: str, hint: str) -> None:
    """A list that lacks its dash, or is one scalar, is told apart."""
    head = "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: a\n    name: A\n"
    (line,) = errors(f"{head}    {written}\n")
    assert (line["type"], line["ctx"]["hint"]) == ("journey.list", hint)
    assert line["ctx"]["none_allowed"] == written.startswith("needs")


def test_channel_and_event_take_one_or_several() -> None:
    """A single word is the same as a list of one."""
    one, several = stage(
        "touchpoints:\n  - {name: a, channel: app, event: x}\n  - {name: b, channel: [app, sms]}"
    ).touchpoints
    assert (one.channel, one.event, several.channel, several.event) == (
        ("app",),
        ("x",),
        ("app", "sms"),
        (),
    )


@pytest.mark.parametrize("written", ["stages: []", "stages:", "stages: {}", "stages: compare"])
def test_a_map_needs_a_stage(written: str) -> None:
    """A map without a stage is no map."""
    assert lines(f"format: journey-map/1\nid: m\ntitle: M\n{written}\n") == [
        ("journey.list", ("stages",))
    ]


@pytest.mark.parametrize("item", ["", "~", "[a]"])
def test_an_empty_item_is_a_fault_where_it_stands(item: str) -> None:
    """A dash with nothing behind it is refused, so that the places of its neighbours stay."""
    assert in_stage(f"values:\n  - Quiet\n  - {item}") == [("model_type", ("values", 1))]
    assert in_stage(f"evidence:\n  - a\n  - {item}") == [("journey.text", ("evidence", 1))]
