"""The journeys that a map tells: its paths or, without any, the way through all stages."""

from __future__ import annotations

from journeycli.model import JourneyMap
from journeycli.model.reading import read
from journeycli.model.ways import ways
from journeycli.rules.routes import routes

COMPARE = {"id": "compare", "name": "Compare offers"}
ORDER = {"id": "order", "name": "Order"}
MOVE_IN = {"id": "move-in", "name": "Move in"}


def places(**keys: object) -> list[tuple[str, tuple[int, ...]]]:
    frame = {"format": "journey-map/1", "id": "a", "title": "A"}
    journey = read("journey-map", {**frame, **keys})
    assert isinstance(journey, JourneyMap)
    return [(each.name, each.places) for each in routes(journey, ways(journey))]


def test_without_paths_it_is_the_stages_in_their_order() -> None:
    """The only journey has no name."""
    assert places(stages=[COMPARE, ORDER, MOVE_IN]) == [("", (0, 1, 2))]


def test_a_way_out_beside_the_way_on_does_not_break_it() -> None:
    """What counts is whether each stage leads to the one below as well."""
    leaving = {**COMPARE, "next": [{"end": "Stays"}, {"stage": "order"}]}
    assert places(stages=[leaving, ORDER]) == [("", (0, 1))]


def test_without_paths_and_order_there_is_none() -> None:
    """Where `next` leads elsewhere, nobody can say in which order customers go."""
    jumping = {**COMPARE, "next": [{"stage": "move-in"}]}
    assert places(stages=[jumping, ORDER, MOVE_IN]) == []


def test_paths_are_taken_as_they_are_written() -> None:
    """In their own order, by name or id; stages that nobody declares are passed over."""
    paths = [
        {"id": "online", "name": "Orders online", "stages": ["order", "compare", "nowhere"]},
        {"id": "by-phone", "stages": ["move-in"]},
    ]
    found = places(stages=[COMPARE, ORDER, MOVE_IN], paths=paths)
    assert found == [("Orders online", (1, 0)), ("by-phone", (2,))]
