"""The legend speaks of what is drawn, and of nothing else."""

from __future__ import annotations

from journeycli.views.emotions import emotions_scene
from journeycli.views.map import map_scene
from journeycli.views.scene import Scene, Text, walk
from journeycli.views.sheet import Options

from .terminal.drawing import read

TEXT = (
    "format: journey-map/1\nid: m\ntitle: TITLE\n"
    "personas: [{id: p, name: Pia}, {id: q, name: Quirin}]\nstages:\n"
    "  - id: a\n    name: A\n    barriers: [Too dear]\n"
    "    customer_actions: [{text: Waits, score: -1, persona: p, feeling: cross},"
    " {text: Goes, score: 1, persona: q, feeling: glad}]\n"
    "    touchpoints: [{name: Desk, moment_of_truth: true}, {name: Page, status: planned}]\n"
)


def words(scene: Scene) -> set[str]:
    return {line for item in walk(scene.items) if isinstance(item, Text) for line in item.lines}


def test_lanes_that_are_left_out_are_not_explained() -> None:
    """Without touchpoints no sign of theirs stands below, without the curve no line of it."""
    journey = read(TEXT)
    whole = words(map_scene(journey))
    assert {"Moment of truth", "Planned touchpoint"} <= whole
    some = words(map_scene(journey, options=Options(lanes=("barriers",))))
    assert not {"Moment of truth", "Planned touchpoint"} & some


def test_two_maps_of_one_state_are_told_apart_by_their_titles() -> None:
    """The lanes of each map name it, and each trigger says whose feeling it is."""
    one, two = read(TEXT.replace("TITLE", "Today")), read(TEXT.replace("TITLE", "Elsewhere"))
    shown = words(emotions_scene([one, two]))
    assert {"Today", "Elsewhere"} <= shown
    assert {"cross · Pia", "glad · Quirin"} <= shown
