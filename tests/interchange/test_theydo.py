"""TheyDo: records under the shape that its public schemas ask for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from interchanged import journey_of
from journeycli.interchange.theydo import parted, write
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document

TEXT = {"type": "string"}
TAGS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"tagGroup": TEXT, "tag": TEXT},
        "required": ["tagGroup", "tag"],
        "additionalProperties": False,
    },
}
COMMON = {"importKey": TEXT, "title": TEXT, "description": TEXT, "groupTags": TAGS}
NUMBER = {"type": "number"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def closed(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """Give the schema of an object that may have these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def points(*names: str, **more: Any) -> dict[str, Any]:
    """Give the schema of data points."""
    properties = {"dateOfMeasurement": DAY, **dict.fromkeys(names, NUMBER), **more}
    return {"type": "array", "items": closed(properties, *properties)}


METRIC = {
    **COMMON,
    "unit": TEXT,
    "target": NUMBER,
    "targetComparisonOperator": {"enum": ["LESS_THAN_OR_EQUAL_TO", "MORE_THAN_OR_EQUAL_TO"]},
}
NEEDED = ("type", "importKey", "title", "unit", "dataPoints")
RECORDS = {
    "opportunities": closed(COMMON | {"status": TEXT, "type": TEXT}, "importKey", "title"),
    "insights": closed(
        COMMON
        | {
            "type": TEXT,
            "empathyScore": {"type": "number", "minimum": -2, "maximum": 2},
            "externalLinks": {"type": "array", "items": TEXT},
        },
        "importKey",
        "title",
    ),
    "metrics": {
        "oneOf": [
            closed(
                METRIC
                | {
                    "type": {"const": "OTHER"},
                    "dataPoints": points("value"),
                    "aggregationMethod": {"enum": ["SUM", "AVERAGE"]},
                },
                *NEEDED,
                "aggregationMethod",
            ),
            closed(
                METRIC
                | {
                    "type": {"const": "CES"},
                    "dataPoints": points("score", respondents={"type": "integer", "minimum": 0}),
                },
                *NEEDED,
            ),
        ]
    },
}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_fits(path: Path) -> None:
    """Each file has its format and records of its shape, each with a key of its own."""
    journey = parse(read_document(path.read_bytes())).model
    assert isinstance(journey, JourneyMap)
    for name, text in parted(write(journey)).items():
        document = json.loads(text)
        kind = name.split(".")[-2]
        assert document["format"] == f"THEYDO_{kind.upper()}_V1"
        validator = Draft202012Validator({"type": "array", "items": RECORDS[kind]})
        assert [error.message for error in validator.iter_errors(document[kind])] == []
        keys = [record["importKey"] for record in document[kind]]
        assert len(set(keys)) == len(keys)


def test_what_becomes_what() -> None:
    """Barriers and feelings are insights, removals opportunities, figures metrics."""
    journey = journey_of(
        {
            "format": "journey-map/1",
            "id": "a-day",
            "title": "A day",
            "personas": ["ann"],
            "stages": [
                {
                    "id": "wake-up",
                    "name": "Wake up",
                    "customer_actions": [{"text": "Gets up", "score": -1.5, "persona": "ann"}],
                    "barriers": [
                        {
                            "text": "The bed is warm",
                            "severity": "high",
                            "removals": [{"text": "A colder bed", "status": "idea"}],
                        }
                    ],
                    "metrics": [
                        {"kind": "ces", "value": 4, "date": "2026-09", "sample": 20, "target": 2},
                        {"kind": "volume", "value": 9, "date": "2026"},
                    ],
                }
            ],
        }
    )
    ideas, insights, metrics = map(json.loads, write(journey, {"ann": "Ann"}).splitlines())
    tags = [{"tagGroup": "Journey", "tag": "A day"}, {"tagGroup": "Stage", "tag": "Wake up"}]
    assert ideas["opportunities"] == [
        {
            "importKey": "a-day/wake-up/barrier-removal/a-colder-bed",
            "title": "A colder bed",
            "description": "Takes away: The bed is warm",
            "status": "idea",
            "type": "Barrier removal",
            "groupTags": tags,
        }
    ]
    assert [(each["type"], each.get("empathyScore")) for each in insights["insights"]] == [
        ("Pain point", None),
        ("Experience", -1.5),
    ]
    assert insights["insights"][1]["groupTags"][-1] == {"tagGroup": "Persona", "tag": "Ann"}
    assert [each["dataPoints"] for each in metrics["metrics"]] == [
        [{"dateOfMeasurement": "2026-09-30", "score": 4, "respondents": 20}],
        [{"dateOfMeasurement": "2026-12-31", "value": 9}],
    ]
    assert [each.get("targetComparisonOperator") for each in metrics["metrics"]] == [None, None]
