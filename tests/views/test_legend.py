"""The legend speaks of what is drawn, and of nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from journeycli.views.blueprint import blueprint_scene
from journeycli.views.chips import MOMENT_CHIP
from journeycli.views.curve import curves
from journeycli.views.emotions import emotions_scene
from journeycli.views.expectations import MOMENT
from journeycli.views.flow_legend import flow_legend
from journeycli.views.known import know
from journeycli.views.map import map_scene
from journeycli.views.scene import Path, Scene, Text, kinds, walk
from journeycli.views.sheet import Options

from .terminal.drawing import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

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


SIGNS = {
    "Moment of truth": {MOMENT, MOMENT_CHIP},
    "Planned touchpoint": {"planned"},
    "Wanted touchpoint": {"wanted"},
}


def drawn(journey: JourneyMap, known: Known) -> Iterator[tuple[str, Scene]]:
    """Draw every view with a legend, the map in each lane alone too, and compared."""
    yield "map", map_scene(journey, known)
    for lane in ("emotions", "touchpoints", "barriers"):
        yield lane, map_scene(journey, known, Options(lanes=(lane,), framed=lane != "barriers"))
    yield "compared", map_scene(journey, known, base=journey)
    yield "blueprint", blueprint_scene(journey, known)
    yield "emotions", emotions_scene([journey], known)
    yield "several", emotions_scene([journey, journey], known)


def test_a_sign_is_explained_where_it_is_drawn_and_nowhere_else(
    journey: JourneyMap, known: Known
) -> None:
    """In every view of every example the legend has the signs of that picture."""
    people = {known.persona(line.persona) for line in curves(journey)}
    for name, scene in drawn(journey, known):
        seen, said = kinds(scene.items), words(scene)
        for text, signs in SIGNS.items():
            assert (name, text, text in said) == (name, text, bool(signs & seen))
        lines = {kind for kind in seen if kind.startswith("line ")}
        if not lines and name in ("touchpoints", "barriers", "blueprint"):
            assert not [each for each in legend_lines(scene) if each in people]


def legend_lines(scene: Scene) -> list[str]:
    """Give the texts beside which a line of the legend stands."""
    items = list(walk(scene.items))
    return [
        after.lines[0]
        for line, after in pairwise(items)
        if isinstance(line, Path) and line.stroke and line.stroke.startswith("line-")
        if isinstance(after, Text)
    ]


def test_marks_of_change_are_explained_where_they_are() -> None:
    """A map that is compared with itself has no marks, and one with less has those that it has."""
    one = read(TEXT)
    tags = {"new", "changed", "gone"}
    assert not tags & words(map_scene(one, base=one))
    less = read(TEXT.replace("    barriers: [Too dear]\n", ""))
    assert tags & words(map_scene(one, base=less)) == {"new"}
    assert tags & words(map_scene(less, base=one)) == {"gone"}


def test_lines_are_explained_where_the_curve_is() -> None:
    """Without its lane, nobody is told whose line is which."""
    one = read(TEXT)
    assert legend_lines(map_scene(one)) == ["Pia", "Quirin"]
    assert legend_lines(map_scene(one, options=Options(lanes=("barriers",)))) == []
    compared = map_scene(one, base=one, options=Options(lanes=("barriers",)))
    assert legend_lines(compared) == []


def test_the_flow_explains_what_it_draws() -> None:
    """Ways, contacts and open diamonds are told where there are some."""
    bare = read("format: journey-map/1\nid: m\ntitle: M\nstages: [{id: a, name: A}]\n")
    assert flow_legend(bare, know(bare), 900).items == ()
    found = flow_legend(read(TEXT), know(read(TEXT)), 900)
    said = [item.lines[0] for item in walk(found.items) if isinstance(item, Text)]
    assert said == ["Touchpoint", "Moment of truth"]
    more = read(
        TEXT + "    company_actions: [{text: Helps, department: d, layer: frontstage}]\n"
        "  - {id: b, name: B}\n"
    )
    found = flow_legend(more, know(more), 900)
    said = [item.lines[0] for item in walk(found.items) if isinstance(item, Text)]
    assert said[2:] == ["Customers move on; thicker for more", "In contact with the customer"]
