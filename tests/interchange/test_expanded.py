"""JSON: everything written out, under a schema of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from grid_maps import maps
from hypothesis import given
from hypothesis import settings as profile
from jsonschema import Draft202012Validator

from interchanged import journey_of
from journeycli.interchange.expanded import write
from journeycli.model import JourneyMap
from journeycli.model.expanded import EXPANDED_FORMAT, expanded_schema_text
from journeycli.parsing import parse
from journeycli.source.document import read_document

VALIDATOR = Draft202012Validator(json.loads(expanded_schema_text()))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_fits_the_schema(path: Path) -> None:
    """What is written is what the published schema says, and the same each time."""
    journey = parse(read_document(path.read_bytes())).model
    assert isinstance(journey, JourneyMap)
    text = write(journey)
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(text))] == []
    assert text == write(journey)


@profile(max_examples=25)
@given(maps())
def test_every_map_fits_the_schema(journey: Any) -> None:
    """The same for maps that are drawn."""
    assert [each.message for each in VALIDATOR.iter_errors(json.loads(write(journey)))] == []


def test_short_forms_are_written_out() -> None:
    """Sentences, names, personas and answers have one form each; defaults are there."""
    journey = journey_of(
        {
            "format": "journey-map/1",
            "id": "a-day",
            "title": "A day",
            "personas": ["ann", {"id": "bo", "name": "Bo", "demographics": {"age": "31"}}],
            "stages": [
                {
                    "id": "wake-up",
                    "name": "Wake up",
                    "customer_actions": ["Gets up", {"text": "Looks out", "score": 1}],
                    "touchpoints": [{"name": "Clock", "channel": "in-product"}],
                    "barriers": {"none": "Nobody was asked"},
                }
            ],
        }
    )
    assert json.loads(write(journey, {"ann": "Ann Lee"})) == {
        "format": EXPANDED_FORMAT,
        "id": "a-day",
        "title": "A day",
        "state": "current",
        "maturity": "hypothesis",
        "personas": [
            {"id": "ann", "name": "Ann Lee"},
            {"id": "bo", "name": "Bo", "demographics": [{"name": "age", "text": "31"}]},
        ],
        "stages": [
            {
                "id": "wake-up",
                "name": "Wake up",
                "customer_actions": [{"text": "Gets up"}, {"text": "Looks out", "score": 1}],
                "barriers": {"none": "Nobody was asked"},
                "touchpoints": [
                    {"name": "Clock", "channel": ["in-product"], "moment_of_truth": False}
                ],
            }
        ],
    }
