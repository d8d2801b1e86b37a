"""One mistake makes one line, at its own place."""

from __future__ import annotations

import pytest
from pydantic_core import ValidationError

from journeycli.model.reading import faults, read

from .refused import Line, in_stage, lines

HEAD = "format: journey-map/1\nid: m\ntitle: M\n"
STAGES = "stages: [{id: a, name: A}]\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("id: m\ntitle: M\n" + STAGES, [("missing", ("format",))]),
        ("format: journey-map/2\nid: m\ntitle: M\n" + STAGES, [("journey.word", ("format",))]),
        ("format: journey-map/1\ntitle: M\n" + STAGES, [("missing", ("id",))]),
        ("format: journey-map/1\nid: m\n" + STAGES, [("missing", ("title",))]),
        (HEAD, [("missing", ("stages",))]),
        (HEAD + "stages: [{id: a}]", [("missing", ("stages", 0, "name"))]),
        (HEAD + "stages: [{name: A}]", [("missing", ("stages", 0, "id"))]),
        (HEAD + "stages: [A]", [("model_type", ("stages", 0))]),
        (HEAD + "owner: Ines\n" + STAGES, [("model_type", ("owner",))]),
        (HEAD + "kpis: [a]\n" + STAGES, [("extra_forbidden", ("kpis",))]),
        (HEAD + "phases: [{id: a, name: A}]\n", [("extra_forbidden", ("phases",))]),
        (HEAD + "nothing:\n" + STAGES, [("extra_forbidden", ("nothing",))]),
        (HEAD + "personas: [{name: Lena}]\n" + STAGES, [("missing", ("personas", 0, "id"))]),
        (HEAD + "personas: [a, '']\n" + STAGES, [("journey.text", ("personas", 1))]),
        (HEAD + "personas: [[a]]\n" + STAGES, [("model_type", ("personas", 0))]),
        (HEAD + "personas: lena\n" + STAGES, [("journey.list", ("personas",))]),
        (HEAD + "paths: [{name: a}]\n" + STAGES, [("missing", ("paths", 0, "stages"))]),
        (HEAD + "paths: [{stages: []}]\n" + STAGES, [("journey.list", ("paths", 0, "stages"))]),
        (HEAD + "lanes: [{name: Legal}]\n" + STAGES, [("missing", ("lanes", 0, "id"))]),
        (HEAD + "resources: [{id: a}]\n" + STAGES, [("missing", ("resources", 0, "name"))]),
        (HEAD + "addresses: [{how: a}]\n" + STAGES, [("missing", ("addresses", 0, "barrier"))]),
        (HEAD + "evidence: [{id: a}]\n" + STAGES, [("missing", ("evidence", 0, "method"))]),
        (
            HEAD + "evidence: [{id: a, method: survey, respondents: [users]}]\n" + STAGES,
            [("journey.word", ("evidence", 0, "respondents", 0))],
        ),
    ],
)
def test_a_mistake_on_a_map_is_one_line(written: str, expected: list[Line]) -> None:
    """No union, no short form and no echo makes a second line of one mistake."""
    assert lines(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("touchpoints: [{id: a}]", [("journey.choice", ("touchpoints", 0))]),
        ("touchpoints: [{title: a}]", [("extra_forbidden", ("touchpoints", 0, "title"))]),
        ("emotions: [{cause: company}]", [("journey.choice", ("emotions", 0))]),
        ("next: [{share: 1}]", [("journey.choice", ("next", 0))]),
        ("next: [{stage: a, end: b}]", [("journey.choice", ("next", 0))]),
        ("metrics: [{value: 1}]", [("missing", ("metrics", 0, "kind"))]),
        ("metrics: [{kind: custom}]", [("missing", ("metrics", 0, "name"))]),
        ("handoffs: [{from: a}]", [("missing", ("handoffs", 0, "to"))]),
        ("handoffs: [{from_: a, to: b}]", [("extra_forbidden", ("handoffs", 0, "from_"))]),
        ("barriers: [{severity: high}]", [("missing", ("barriers", 0, "text"))]),
        ("links: [{title: a}]", [("missing", ("links", 0, "url"))]),
        ("lanes: [legal]", [("dict_type", ("lanes",))]),
        ("lanes: {legal: {none: [a]}}", [("journey.text", ("lanes", "legal", "none"))]),
        ("lanes: {legal: yes}", [("journey.list", ("lanes", "legal"))]),
        (
            "touchpoints: [{name: a, opinion: good}]",
            [("model_type", ("touchpoints", 0, "opinion"))],
        ),
        (
            "touchpoints: [{name: a, channel: {web: 1}}]",
            [("journey.list", ("touchpoints", 0, "channel"))],
        ),
        (
            "touchpoints: [{expected: 4}]",
            [
                ("journey.score", ("touchpoints", 0, "expected")),
                ("journey.choice", ("touchpoints", 0)),
            ],
        ),
    ],
)
def test_a_mistake_in_a_stage_is_one_line(written: str, expected: list[Line]) -> None:
    """Keys that hang on one another are checked beside what else is wrong."""
    assert in_stage(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("age: 44", []),
        ("age:", []),
        ("age: [1, 2]", []),
        ("age: {years: 44}", [("journey.text", ("demographics", "age"))]),
        ('age: ["", a]', [("journey.text", ("demographics", "age", 0))]),
    ],
)
def test_a_trait_is_text_or_a_list_of_texts(written: str, expected: list[Line]) -> None:
    """What is deeper, or blank, is refused where it stands."""
    text = f"format: persona/1\nid: a\nname: A\ndemographics:\n  {written}\n"
    assert lines(text, "persona") == expected


def test_traits_are_no_sentence() -> None:
    """Demographics without a name are a list."""
    text = "format: persona/1\nid: a\nname: A\ndemographics: 44 years old\n"
    assert lines(text, "persona") == [("journey.traits", ("demographics",))]


def test_a_catalog_has_faults_too() -> None:
    """A phase of one's own must say which built-in phase it is."""
    text = "format: catalog/1\nid: a\nphases: [{id: x}, {id: y, is: buying}]\n"
    assert lines(text, "catalog") == [
        ("missing", ("phases", 0, "is")),
        ("journey.word", ("phases", 1, "is")),
    ]


@pytest.mark.parametrize("root", [None, [], "text", {}])
def test_anything_at_the_root_is_read_or_refused(root: object) -> None:
    """A file that is no mapping makes one line; an empty one says what it lacks."""
    with pytest.raises(ValidationError) as caught:
        read("catalog", root)
    expected = (
        [("missing", ("format",)), ("missing", ("id",))] if root == {} else [("model_type", ())]
    )
    assert [(each["type"], each["loc"]) for each in faults("catalog", caught.value)] == expected
