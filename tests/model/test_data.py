"""Elements as plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.model.data import as_data
from journeycli.model.reading import read
from journeycli.model.schema import schema
from journeycli.text import Quoted

from .core_schema import validator
from .samples import FILES, catalog, data, stage, stages

if TYPE_CHECKING:
    from journeycli.model.formats import Kind


def test_data_is_typed_and_written_out() -> None:
    """Numbers are numbers, dates and answers as written, short forms whole, absent keys absent."""
    found = stage(
        "values: {none: Nobody knows}\n"
        "thoughts: []\n"
        "motivations: [Quiet]\n"
        "touchpoints: [{name: Desk, channel: app, moment_of_truth: true, opinion: {before: 1}}]\n"
        "barriers: [{text: A, since: 2026-03, removals: {none: }}]\n"
        "opportunities: [{text: B, for: [a], impact: 3}]\n"
        "lanes: {legal: [C], home: {none: D}}\n"
    )
    assert as_data(found) == {
        "id": "here",
        "name": "Here",
        "values": {"none": "Nobody knows"},
        "motivations": [{"text": "Quiet"}],
        "touchpoints": [
            {
                "name": "Desk",
                "channel": ["app"],
                "moment_of_truth": True,
                "opinion": {"before": 1.0},
            }
        ],
        "barriers": [{"text": "A", "since": "2026-03", "removals": {"none": None}}],
        "opportunities": [{"text": "B", "for": ["a"], "impact": 3}],
        "lanes": {"legal": [{"text": "C"}], "home": {"none": "D"}},
    }


@pytest.mark.parametrize(("kind", "text"), FILES.items())
def test_data_is_a_file_of_its_kind(kind: Kind, text: str) -> None:
    """It is JSON that the schema accepts, and that reads as the same model."""
    model = read(kind, data(text))
    written = as_data(model)
    assert validator(schema(kind)).is_valid(json.loads(json.dumps(written)))
    assert read(kind, _loaded(written)) == model


def test_traits_keep_their_form() -> None:
    """Text by name, several texts of one name, or a plain list."""
    found = read("persona", data(FILES["persona"]))
    written = as_data(found)
    assert written["demographics"] == {"age": "44", "languages": ["Portuguese", "English"]}
    assert written["psychographics"] == ["Plans ahead"]


def test_what_is_left_out_and_has_a_meaning_is_said() -> None:
    """A touchpoint that is not marked is no moment of truth; a map is what it is by default."""
    found = stage("touchpoints: [A]")
    assert as_data(found.touchpoints[0]) == {"name": "A", "moment_of_truth": False}
    assert as_data(stages(""))["maturity"] == "hypothesis"


def test_a_catalog_is_data_too() -> None:
    """Every kind of file can be given as data."""
    assert as_data(catalog("format: catalog/1\nid: c")) == {"format": "catalog/1", "id": "c"}


def _loaded(node: Any) -> Any:
    """Write JSON as the loader would read it."""
    if isinstance(node, dict):
        return {key: _loaded(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_loaded(each) for each in node]
    if isinstance(node, str):
        return Quoted(node)
    return node if node is None else json.dumps(node)
