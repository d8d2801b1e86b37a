from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.compare.elements import element_tree
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from program import ROOT

if TYPE_CHECKING:
    from journeycli.compare.elements import Element

_HEAD = "format: journey-map/1\nid: m\ntitle: M\n"


def _tree(body: str) -> Element:
    document = read_document((_HEAD + body).encode())
    model = parse(document).model
    assert isinstance(model, JourneyMap)
    return element_tree(model, document.data)


def _stage(body: str) -> Element:
    return _tree(f"stages:\n- id: compare\n  name: Compare\n{body}").group("stages").elements[0]


def test_every_element_says_what_it_is_and_where_it_stands() -> None:
    """A removal is found by kind, id, path and the place that findings name."""
    tree = _stage("  barriers:\n  - id: fee\n    text: The fee\n    removals: [Show the total]\n")
    assert [(each.kind, each.id, each.label, each.path, each.at) for each in tree.below()] == [
        (
            "barrier",
            "fee",
            "The fee",
            ("stages", 0, "barriers", 0),
            "stages[compare].barriers[fee]",
        ),
        (
            "removal",
            "show-the-total",
            "Show the total",
            ("stages", 0, "barriers", 0, "removals", 0),
            "stages[compare].barriers[fee].removals[0]",
        ),
    ]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("  values: [A straight answer]\n", '  values:\n  - {text: "A straight answer"}\n'),
        ("  emotions: [wary]\n", "  emotions:\n  - feeling: wary\n    score:\n"),
        (
            "  touchpoints:\n  - {name: Help line, channel: phone}\n",
            "  touchpoints:\n  - {channel: [phone], name: Help line, moment_of_truth: false}\n",
        ),
        ("  barriers: []\n", ""),
        ("  next: [{stage: compare, share: .4}]\n", "  next: [{share: 0.40, stage: compare}]\n"),
    ],
)
def test_a_short_form_is_the_same_as_its_long_form(short: str, long: str) -> None:
    """What the format reads alike is one and the same element."""
    assert _stage(short) == _stage(long)


def test_two_elements_that_say_the_same_are_told_apart() -> None:
    """The second of two equal statements is known by its number."""
    assert [each.id for each in _stage("  values: [Yes, Yes]\n").below()] == ["yes", "yes#2"]


def test_keys_of_the_writers_own_are_values() -> None:
    """What stands under `x-` keys is part of the element, whatever the order of its keys."""
    one = _stage("  x-tracker: {b: 1, a: [2]}\n").values["x-tracker"]
    assert (one.content, one.scalar) == ('{"a": ["2"], "b": "1"}', "own")


def test_an_answer_of_none_keeps_its_reason() -> None:
    """A group without elements says why there are none."""
    group = _stage("  inhibitors: {none: Nobody found any}\n").group("inhibitors")
    assert (group.state, group.none, group.elements) == ("none", "Nobody found any", ())


def test_one_mapping_is_a_group_of_one() -> None:
    """Owner and opinion are elements under the name of their key."""
    owner = _tree("owner: {name: Maya}\nstages: [{id: a, name: A}]\n").group("owner")
    assert (owner.single, [(each.id, each.at) for each in owner.elements]) == (
        True,
        [("owner", "owner")],
    )


def test_ids_are_unique_among_siblings_in_the_examples() -> None:
    """Every element of every example can be named by its group and id."""
    for path in sorted((ROOT / "examples").rglob("*.journey.yaml")):
        document = read_document(path.read_bytes())
        model = parse(document).model
        assert isinstance(model, JourneyMap)
        tree = element_tree(model, document.data)
        for each in (tree, *tree.below()):
            for group in each.groups.values():
                ids = [element.id for element in group.elements]
                assert len(ids) == len(set(ids))
