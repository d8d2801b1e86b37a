"""One generated map: complete but for two or three gaps, so that a lint has something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from draft import STAGES_OF_A_MAP, new_draft
from stages import StageWriter
from stories import subject, table
from yaml_text import Folded, Row, block

if TYPE_CHECKING:
    from draft import Draft


def file_name(number: int) -> str:
    """Name the file of a map, in a folder for each thing."""
    return f"maps/{subject(number).slug}/{number:05}.journey.yaml"


def map_text(number: int, personas: int) -> str:
    """Write one map.

    Args:
        number: The map's number in its workspace, from 0.
        personas: How many of the personas there are; each is the main actor in turn.

    """
    draft = new_draft(number, personas)
    stages = StageWriter(draft)
    data = _frame(draft)
    data["evidence"] = _evidence(draft)
    data["stages"] = [stages.stage(position) for position in range(STAGES_OF_A_MAP)]
    data["paths"] = [_path(draft)]
    if number % 2 == 0:
        data["resources"] = [_resource(draft, stages.barriers[0])]
    lines = list(block(data))
    lines[lines.index("maturity: researched")] += "  # since the interviews of spring"
    lines.insert(lines.index("stages:"), "")
    head = "# yaml-language-server: $schema=../../schemas/journey-map.schema.json"
    return "\n".join((head, *lines)) + "\n"


def _frame(draft: Draft) -> dict[str, Any]:
    dice, about, common = draft.dice, draft.about, table("common")
    lead = draft.stories[0]["lead"]
    frame: dict[str, Any] = {
        "format": "journey-map/1",
        "id": f"{about.slug}-{draft.number:05}",
        "title": f"{about.thing.capitalize()} in {about.city} {about.turn}",
        "summary": dice.one(common["summaries"]),
        "state": "current",
        "maturity": "researched",
        "personas": Row([draft.persona]),
        "scenario": Folded(f"{dice.one(common['scenarios'])}. All of it {about.turn}."),
        "objective": dice.one(common["objectives"]),
        "customer_goals": [about.fill(each) for each in dice.some(common["goals"], 2)],
        "scope": {
            "starts": draft.stories[0]["summaries"][0],
            "ends": draft.stories[-1]["name"],
            "scale": "journey",
        },
        "owner": Row({"name": f"Head of {lead}", "department": lead}),
        "customer_owner": Row({"department": lead, "role": "whoever took the first question"}),
        "contributors": _contributors(draft),
        "review": {
            "every": "quarter",
            "last": f"2026-10-{1 + dice.below(28):02}",
            "log": [{"date": "2026-10-01", "by": lead, "found": dice.one(common["found"])}],
        },
    }
    return {key: value for key, value in frame.items() if key not in draft.gaps}


def _contributors(draft: Draft) -> list[Row]:
    acting = {story[role]: None for story in draft.stories for role in ("lead", "second")}
    acting |= {"contact-centre": None, "customer-care": None}
    levels = ("frontline", "management")
    return [
        Row({"department": each, "role": f"{each} team", "level": levels[place % 2]})
        for place, each in enumerate(acting)
    ]


def _evidence(draft: Draft) -> list[dict[str, Any]]:
    dice, about = draft.dice, draft.about
    survey, talks, numbers = draft.evidence
    return [
        {
            "id": survey,
            "method": "survey",
            "title": f"Survey in {about.city}, summer",
            "date": f"2026-0{5 + dice.below(4)}",
            "sample": 80 + dice.below(900),
            "respondents": Row(["customers", "former-customers"]),
            "link": f"https://example.com/research/{survey}",
        },
        {
            "id": talks,
            "method": "interview",
            "title": f"Talks at the kitchen table, {about.turn}",
            "date": f"2026-0{2 + dice.below(4)}",
            "sample": 6 + dice.below(20),
            "respondents": Row(["customers", "prospects"]),
        },
        {
            "id": numbers,
            "method": "analytics",
            "title": f"Numbers of the {about.thing}, January to August",
            "date": "2026-08",
        },
    ]


def _path(draft: Draft) -> dict[str, Any]:
    return {
        "id": "usual-way",
        "name": "The usual way",
        "stages": Row([story["id"] for story in draft.stories]),
        "share": 0.7,
        "persona": draft.persona,
        "intended": True,
    }


def _resource(draft: Draft, barrier: str) -> dict[str, Any]:
    return {
        "id": "helping-hand",
        "name": draft.dice.one(table("common")["resources"]),
        "status": "required",
        "needed_for": Row([barrier]),
        "effect": Row({"metric": "conversion", "from": 0.46, "to": 0.55}),
    }
