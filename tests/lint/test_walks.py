"""Walkthroughs are files of the workspace like any other."""

from __future__ import annotations

from journeycli.testing import lint_texts

MAP = """format: journey-map/1
id: parcel
title: Sending a parcel
personas: [sender]
stages: [{id: pack, name: Pack it}]
"""
PERSONA = "format: persona/1\nid: sender\nname: Somebody in a hurry\n"
WALK = """format: walk/1
map: {map}
persona: {persona}
started: 2026-11-30
steps:
  - stage: a-stage-of-that-day
    touchpoint: counter
    happened: {happened}
"""


def found(
    map_: str = "parcel", persona: str = "sender", happened: str = "failed"
) -> list[tuple[str, str]]:
    texts = {
        "parcel.journey.yaml": MAP,
        "sender.persona.yaml": PERSONA,
        "a.walk.yaml": WALK.format(map=map_, persona=persona, happened=happened),
    }
    report = lint_texts(texts)
    assert report.notes == ()
    return [(f.code, f.at) for f in report.findings if f.place.path == "a.walk.yaml"]


def test_a_walkthrough_names_a_map_and_a_persona() -> None:
    """Both are looked for in the workspace; what it says of stages is a record of its day."""
    assert found() == []
    assert found(map_="parcl") == [("J801", "map")]
    assert found(persona="sendr") == [("J801", "persona")]


def test_a_walkthrough_is_held_against_its_schema() -> None:
    """A word that is none, and a key that is none, are found as in a map."""
    assert found(happened="faild") == [("J002", "steps[0].happened")]
    assert found(happened="failed\n    mood: bad") == [("J003", "steps[0].mood")]
