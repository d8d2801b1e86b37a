"""Which keys a mapping knows, and which one was meant by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.model.keys import MeantKey, homes, known_keys, meant_key, synonyms
from journeycli.model.scalars import Scalar
from journeycli.model.shapes import ROOTS, Element, Items, at, keys

from .walk import all_models

if TYPE_CHECKING:
    from journeycli.model.formats import Kind

STAGE = ("stages", 0)


@pytest.mark.parametrize(
    ("kind", "loc", "expected"),
    [
        ("persona", ("x",), tuple(key.name for key in keys(ROOTS["persona"]))),
        ("journey-map", ("owner", "x"), ("name", "department", "contact")),
        (
            "journey-map",
            ("paths", 3, "x"),
            ("id", "name", "stages", "share", "persona", "intended"),
        ),
        ("journey-map", (*STAGE, "values", "x"), ("none",)),
        ("journey-map", (*STAGE, "lanes", "legal", 0, "x"), ("text", "evidence", "persona")),
        ("journey-map", (*STAGE, "lanes", "legal", "x"), ("none",)),
        ("journey-map", (*STAGE, "lanes", "x"), ()),
        ("journey-map", ("nowhere", 0, "x"), ()),
        ("catalog", ("phases", 0, "x"), ("id", "name", "is")),
    ],
)
def test_a_mapping_knows_its_keys(
    kind: Kind, loc: tuple[str | int, ...], expected: tuple[str, ...]
) -> None:
    """The keys around an unknown one are those of its mapping, in the order of the format."""
    assert known_keys(kind, loc) == expected


def test_a_file_begins_with_its_format() -> None:
    """Whatever else a file holds, `format` is the first of its keys."""
    assert {known_keys(kind, ("x",))[0] for kind in ROOTS} == {"format"}


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((*STAGE, "pain_points"), "barriers"),
        ((*STAGE, "Pain points"), "barriers"),
        ((*STAGE, "actions"), "customer_actions"),
        ((*STAGE, "steps"), "customer_actions"),
        ((*STAGE, "kpis"), "metrics"),
        ((*STAGE, "description"), "summary"),
        ((*STAGE, "title"), "name"),
        (("steps",), "stages"),
        (("phases",), "stages"),
        (("persona",), "personas"),
        (("kpis",), "metrics"),
        (("description",), "summary"),
        (("goals",), "customer_goals"),
        (("name",), "title"),
        ((*STAGE, "barriers", 0, "description"), "text"),
        ((*STAGE, "barriers", 0, "solutions"), "removals"),
        ((*STAGE, "touchpoints", 0, "channels"), "channel"),
        (("personas", 0, "pain_points"), "frustrations"),
        (("personas", 0, "description"), "summary"),
    ],
)
def test_meaning_comes_before_spelling(loc: tuple[str | int, ...], expected: str) -> None:
    """What people call a thing elsewhere leads to the key that the format has for it here."""
    assert meant_key("journey-map", loc) == MeantKey(expected, by_meaning=True)


@pytest.mark.parametrize("written", ["frontstage", "backstage", "Front stage"])
def test_a_layer_as_a_key_is_company_actions(written: str) -> None:
    """What the format keeps in one list by layer is known by the layer's name."""
    layer = "backstage" if written == "backstage" else "frontstage"
    assert meant_key("journey-map", (*STAGE, written)) == MeantKey(
        "company_actions", by_meaning=True, layer=layer
    )


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((*STAGE, "touchpionts"), "touchpoints"),
        ((*STAGE, "customerActions"), "customer_actions"),
        ((*STAGE, "barriers", 0, "Severity"), "severity"),
        (("mautrity",), "maturity"),
    ],
)
def test_a_slip_of_the_pen_is_understood(loc: tuple[str | int, ...], expected: str) -> None:
    """A key that is spelled nearly right leads to that key."""
    assert meant_key("journey-map", loc) == MeantKey(expected, by_meaning=False)


def test_what_means_nothing_leads_nowhere() -> None:
    """A key that is like no other has no suggestion."""
    assert meant_key("journey-map", (*STAGE, "zebra")) is None
    assert meant_key("journey-map", ("nowhere", "text")) is None


def test_a_key_knows_its_homes() -> None:
    """For a key in the wrong place it can be said where it belongs, each place once."""
    assert homes("journey-map", "severity") == ("barriers",)
    assert homes("journey-map", "impact") == ("removals", "opportunities")
    assert homes("persona", "severity") == ()


def test_every_synonym_leads_to_a_key_that_there_is() -> None:
    """The table names no key that the format does not have, and none as its own synonym."""
    known = {key.name for model in all_models() for key in keys(model)} | {"none"}
    assert {key for _, key in synonyms()} - known == set()
    assert [pair for pair in synonyms() if pair[0] == pair[1]] == []


def test_shapes_lead_down_the_format() -> None:
    """What stands at a place can be told without a file."""
    score = at("journey-map", (*STAGE, "emotions", 0, "score"))
    assert isinstance(score, Scalar)
    assert score.name == "score"
    removals = at("journey-map", (*STAGE, "barriers", 0, "removals"))
    assert isinstance(removals, Items)
    assert (removals.none, isinstance(removals.item, Element)) == (True, True)
    assert at("journey-map", ("title", "below")) is None
    assert at("journey-map", ("stages", "first")) is None
