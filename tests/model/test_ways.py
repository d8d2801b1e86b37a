"""Where stages lead."""

from __future__ import annotations

from journeycli.model import JourneyMap
from journeycli.model.ways import Way, next_stages, places, ways, ways_from

from .samples import data, stages

HEAD = "format: journey-map/1\nid: m\ntitle: M\n"
FOUR = "stages: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"


def journey(text: str) -> JourneyMap:
    return JourneyMap.model_validate(data(HEAD + text))


def test_without_a_word_each_stage_leads_to_the_one_below() -> None:
    """The last leads nowhere."""
    found = stages("", "")
    assert ways(found) == ((Way(1, None, None, "order", ("stages", 0)),), ())
    assert next_stages(found, 0) == (found.stages[1],)
    assert next_stages(found, 1) == ()


def test_a_stage_says_itself_where_it_leads() -> None:
    """Its `next` counts before paths and order, with ends, shares and reasons."""
    found = stages(
        "next:\n"
        "  - {stage: s2, share: 0.6, when: In a hurry}\n"
        "  - {end: Leaves, share: 0.3, barrier: queue}\n"
        "  - {stage: nowhere}\n"
        "  - {stage: s2}\n",
        "",
        "",
    )
    assert ways(found)[0] == (
        Way(2, None, 0.6, "next", ("stages", 0, "next", 0), "In a hurry"),
        Way(None, "Leaves", 0.3, "next", ("stages", 0, "next", 1), None, "queue"),
        Way(None, None, None, "next", ("stages", 0, "next", 2)),
        Way(2, None, None, "next", ("stages", 0, "next", 3)),
    )
    assert [each.id for each in next_stages(found, 0)] == ["s2"]


def test_paths_lead_where_no_next_does() -> None:
    """Two paths with one step make one way; a stage on no path leads to the one below."""
    found = journey(
        FOUR + "paths: [{stages: [a, c]}, {stages: [a, b]}, {stages: [d, a, c]}, {stages: [x, b]}]"
    )
    assert ways(found) == (
        (
            Way(2, None, None, "paths", ("paths", 0, "stages", 1)),
            Way(1, None, None, "paths", ("paths", 1, "stages", 1)),
        ),
        (),
        (),
        (Way(0, None, None, "paths", ("paths", 2, "stages", 1)),),
    )
    assert [stage.id for stage in next_stages(found, 0)] == ["c", "b"]


def test_a_stage_on_no_path_leads_below() -> None:
    """Order is what is left where neither `next` nor a path speaks."""
    found = journey(FOUR + "paths: [{stages: [c, d]}]")
    assert [[way.origin for way in out] for out in ways(found)] == [
        ["order"],
        ["order"],
        ["paths"],
        [],
    ]


def test_the_ways_of_one_stage_are_those_of_all() -> None:
    """Asking for one stage gives what asking for all gives."""
    found = journey(
        "stages: [{id: a, name: A, next: [{stage: c}]}, {id: b, name: B}, {id: c, name: C}]\n"
        "paths: [{stages: [c, a, b]}]"
    )
    assert tuple(ways_from(found, index) for index in range(3)) == ways(found)


def test_of_two_stages_with_one_id_the_first_counts() -> None:
    """An id that stands twice is reported elsewhere; here it still leads somewhere."""
    found = journey("stages: [{id: a, name: A}, {id: b, name: B}, {id: a, name: C}]")
    assert places(found) == {"a": 0, "b": 1}
