from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from journeycli.errors import UserError
from journeycli.views.blueprint import blueprint_scene
from journeycli.views.emotions import emotions_scene
from journeycli.views.funnel import funnel_scene
from journeycli.views.map import map_scene
from journeycli.views.painters.dot import paint_dot
from journeycli.views.painters.svg import paint_svg
from journeycli.views.persona import persona_scene
from journeycli.views.scene import Disc, Group, Path, Rect, Scene, Text, walk
from journeycli.views.sheet import Options
from journeycli.views.themes import THEMES, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

    Example = Callable[[str], tuple[JourneyMap, Known]]
    Read = Callable[[str], JourneyMap]

SVG = "{http://www.w3.org/2000/svg}"


_drawn: dict[str, list[Scene]] = {}


def scenes(journey: JourneyMap, known: Known) -> list[Scene]:
    """Lay every view of a map out, once for all tests."""
    if journey.id not in _drawn:
        _drawn[journey.id] = _scenes(journey, known)
    return _drawn[journey.id]


def _scenes(journey: JourneyMap, known: Known) -> list[Scene]:
    return [
        map_scene(journey, known),
        map_scene(journey, known, Options(wrap=3)),
        blueprint_scene(journey, known),
        emotions_scene([journey], known),
        funnel_scene(journey, known),
        *(persona_scene(person, known) for person in known.people(journey)),
    ]


def test_everything_lies_inside_the_picture_and_fits_its_box(
    journey: JourneyMap, known: Known
) -> None:
    """No text is wider than its room, and nothing reaches over the edge of the picture."""
    for scene in scenes(journey, known):
        assert_fits(scene)


def test_chips_cards_and_labels_do_not_overlap(journey: JourneyMap, known: Known) -> None:
    """No two texts of a picture lie on each other, and no two chips or cards do."""
    for scene in scenes(journey, known):
        assert_apart(scene)


def test_the_svg_of_every_example_is_sound(journey: JourneyMap, known: Known) -> None:
    """It parses, tells its story, has unique ids, and nothing that runs or loads."""
    for scene in scenes(journey, known):
        root = ET.fromstring(paint_svg(scene, theme("auto")))  # noqa: S314 - our own picture
        assert root.get("role") == "img"
        labels = str(root.get("aria-labelledby")).split()
        assert [root[0].get("id"), root[1].get("id")] == labels
        assert len(str(root[1].text)) > 40 or scene.id.endswith("persona")
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
            "svg", "title", "desc", "style", "rect", "circle", "path", "text", "tspan", "g", "a",
        }  # fmt: skip
        assert all(re.match(r"https?://|mailto:", e.get("href", "https://")) for e in root.iter())


def test_the_same_map_gives_the_same_bytes(example: Example) -> None:
    """Two drawings of one map are the same, for SVG and for DOT."""
    journey, known = example("installation-day")
    for paint in (paint_svg, paint_dot):
        once, again = (paint(map_scene(journey, known), theme("auto")) for _ in range(2))
        assert once == again


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_paints_every_role(name: str, example: Example) -> None:
    """A picture can be drawn in each theme, as SVG and as DOT; print needs no colours."""
    journey, known = example("switch-broadband")
    svg = paint_svg(map_scene(journey, known), theme(name))
    assert ("prefers-color-scheme" in svg) == (theme(name).night is not None)
    assert paint_dot(map_scene(journey, known), theme(name)).startswith("digraph")
    if name == "print":
        colors = set(re.findall(r"#([0-9a-f]{6})\b", svg))
        assert {color for color in colors if not color[:2] == color[2:4] == color[4:]} == set()
        assert "<pattern" in svg


def test_lanes_are_chosen_and_ordered(example: Example) -> None:
    """`--lanes` shows what it names, in its order, and knows no other names."""
    journey, known = example("installation-day")
    scene = map_scene(journey, known, Options(lanes=("barriers", "needs")))
    headings = [
        t.lines for t in texts(scene) if t.lines in (("Barriers",), ("Needs",), ("Quotes",))
    ]
    assert headings == [("Barriers",), ("Needs",)]
    with pytest.raises(UserError, match="no lane barrier"):
        map_scene(journey, known, Options(lanes=("barrier",)))


def test_wide_maps_break_into_rows_and_widths_are_kept(example: Example) -> None:
    """`--wrap` breaks a map into rows; `--width` is the width of the picture."""
    journey, known = example("switch-broadband")
    wide, rows = map_scene(journey, known), map_scene(journey, known, Options(wrap=4))
    assert (rows.width < wide.width, rows.height > wide.height) == (True, True)
    assert map_scene(journey, known, Options(width=3200)).width == pytest.approx(3200)


def test_a_row_leaves_out_lanes_that_none_of_its_stages_fills(read: Read) -> None:
    """In rows, a lane stands where it has something to say; the lines of a blueprint stay."""
    journey = read(
        "format: journey-map/1\nid: a\ntitle: A\nstages:\n"
        "  - {id: b, name: B, needs: [One], emotions: [{feeling: glad, score: 1}],"
        " company_actions: [{text: Sends, layer: backstage}]}\n"
        "  - {id: c, name: C, thoughts: [Two]}\n"
    )
    scene = map_scene(journey, options=Options(wrap=1))
    said = [t.lines[0] for t in texts(scene)]
    counts = [said.count(each) for each in ("Needs", "Thoughts", "Emotions", "Line of visibility")]
    assert counts == [1, 1, 1, 2]


def test_the_curve_goes_on_from_row_to_row(read: Read) -> None:
    """A row's line ends at its edge, and the next one's begins there, at the same score."""
    stages = "".join(
        f"  - {{id: s{n}, name: S{n}, emotions: [{{feeling: f, score: {score}}}]}}\n"
        for n, score in enumerate((2, 1, -1, -2))
    )
    journey = read(f"format: journey-map/1\nid: a\ntitle: A\nstages:\n{stages}")
    scene = map_scene(journey, options=Options(wrap=2))
    first, second = (
        item for item in walk(scene.items) if isinstance(item, Path) and item.stroke == "line-0"
    )
    lanes = [g for g in walk(scene.items) if isinstance(g, Group) and g.kind == "lane"]
    tops = [next(i.y for i in walk(lane.items) if isinstance(i, Rect)) for lane in lanes]
    grounds = [i for i in walk(lanes[0].items) if isinstance(i, Rect)][1:]
    end, begin = first.segments[-1][1][-2:], second.segments[0][1]
    assert end[0] == pytest.approx(grounds[-1].x + grounds[-1].width)
    assert begin[0] == pytest.approx(grounds[0].x)
    assert end[1] - tops[0] == pytest.approx(begin[1] - tops[1], abs=4)
    assert sum(isinstance(i, Group) and i.kind == "point" for i in walk(scene.items)) == 4


def test_more_than_two_personas_stand_side_by_side(read: Read) -> None:
    """Four names take two lines of a wide title block, not four."""
    stages = "".join(f"  - {{id: s{n}, name: S{n}}}\n" for n in range(6))
    people = ", ".join(f"{{id: p{n}, name: Person {n}}}" for n in range(4))
    scene = map_scene(
        read(f"format: journey-map/1\nid: a\ntitle: A\npersonas: [{people}]\nstages:\n{stages}")
    )
    names = [t for t in texts(scene) if t.lines[0].startswith("Person ")]
    tops = [t.top for t in names]
    assert (len(names), tops[0], tops[2]) == (4, tops[1], tops[3])
    assert tops[0] < tops[2]


def test_a_line_of_one_point_shows_whose_it_is(read: Read) -> None:
    """Beside other lines, a face alone has a stroke of its persona's line behind it."""
    journey = read(
        "format: journey-map/1\nid: a\ntitle: A\n"
        "personas: [{id: p, name: P}, {id: q, name: Q}]\nstages:\n"
        "  - {id: b, name: B, emotions: [{feeling: glad, score: 1, persona: p},"
        " {feeling: sad, score: -1, persona: q}]}\n"
        "  - {id: c, name: C, emotions: [{feeling: glad, score: 2, persona: p}]}\n"
    )
    strokes = [i for i in walk(map_scene(journey).items) if isinstance(i, Path)]
    (stroke, *_) = [each for each in strokes if each.stroke == "line-1"]
    assert len(stroke.segments) == 2


def test_the_feeling_of_a_stage_stands_on_the_map_once(read: Read) -> None:
    """As a label of the curve; a list below where it is one of several, or has no score."""

    def said(emotions: str) -> list[str]:
        journey = read(
            "format: journey-map/1\nid: a\ntitle: A\nstages:\n"
            f"  - {{id: b, name: B, emotions: [{emotions}]}}\n  - {{id: c, name: C}}\n"
        )
        return [" ".join(t.lines) for t in texts(map_scene(journey))]

    assert said("{feeling: glad, score: 2}").count("glad") == 1
    assert said("{feeling: glad}").count("glad") == 1
    both = said("{feeling: glad, score: 2}, {feeling: tired, score: -1}")
    assert [both.count(each) for each in ("glad, tired", "glad", "tired")] == [1, 1, 1]


def test_no_moment_is_both_the_best_and_the_worst(read: Read) -> None:
    """The story in words tells extremes only where there are two."""

    def told(*scores: int) -> str:
        stages = "".join(
            f"  - {{id: s{n}, name: S{n}, emotions: [{{feeling: calm, score: {score}}}]}}\n"
            for n, score in enumerate(scores)
        )
        journey = read(f"format: journey-map/1\nid: a\ntitle: A\nstages:\n{stages}")
        return map_scene(journey).story.rpartition(". ")[2]

    assert told(1) == "The only moment with a score is in S0 (+1, calm)."
    assert told(0, 0, 0) == "All 3 moments feel the same (0)."
    assert told(1, -2) == "The best moment is in S0 (+1, calm), the worst in S1 (−2, calm)."


def test_none_is_a_dash_with_its_reason(read: Read) -> None:
    """An answer `none` shows as a dash that says why; an open question is a quiet gap."""
    journey = read(
        "format: journey-map/1\nid: a\ntitle: A\nstages:\n"
        "  - {id: b, name: B, needs: {none: Nobody asked}}\n  - {id: c, name: C}\n"
    )
    scene = map_scene(journey)
    tips = [item.tooltip for item in walk(scene.items) if isinstance(item, Group) and item.tooltip]
    assert "None: Nobody asked" in tips
    assert sum(t.lines == ("—",) for t in texts(scene)) == 1


def test_two_maps_share_one_page(example: Example) -> None:
    """Ids of different maps differ, so that several pictures can stand on one page."""
    pictures = [
        paint_svg(map_scene(*example(name)), theme("auto"))
        for name in ("switch-broadband", "switch-broadband-future")
    ]
    first, second = (set(re.findall(r' id="([^"]+)"', svg)) for svg in pictures)
    assert first & second == set()


def test_current_and_future_stand_on_one_sheet(example: Example) -> None:
    """Several maps give one sheet with the stages of both and a line for each."""
    (now, known), (then, _) = example("switch-broadband"), example("switch-broadband-future")
    scene = emotions_scene([now, then], known)
    assert_fits(scene)
    names = {line for t in texts(scene) for line in t.lines}
    assert {"Current state", "Future state"} <= names


def texts(scene: Scene) -> list[Text]:
    return [item for item in walk(scene.items) if isinstance(item, Text)]


def assert_fits(scene: Scene) -> None:
    for item in walk(scene.items):
        match item:
            case Text():
                for line, wide in zip(item.lines, item.widths, strict=True):
                    assert wide <= item.room + 0.02, line
                box = (item.left, item.top, item.left + max(item.widths, default=0), item.bottom)
            case Rect():
                box = (item.x, item.y, item.x + item.width, item.y + item.height)
            case Disc(x=x, y=y, radius=r):
                box = (x - r, y - r, x + r, y + r)
            case Path():
                xs = [n for _, numbers in item.segments for n in numbers[::2]]
                ys = [n for _, numbers in item.segments for n in numbers[1::2]]
                box = (min(xs), min(ys), max(xs), max(ys))
            case Group():
                continue
        assert box[0] >= -0.5, item
        assert box[1] >= -0.5, item
        assert box[2] <= scene.width + 0.5, item
        assert box[3] <= scene.height + 0.5, item


def assert_apart(scene: Scene) -> None:
    found: list[Box] = [
        (t.left, t.y - 0.6 * t.size, t.left + max(t.widths), t.bottom - 0.3 * t.size, t.lines)
        for t in texts(scene)
    ]
    assert overlaps(found) == []
    boxes: list[Box] = []
    for item in walk(scene.items):
        if isinstance(item, Group) and item.kind in ("chip", "card"):
            frame = item.items[0]
            assert isinstance(frame, Rect)
            boxes.append(
                (frame.x, frame.y, frame.x + frame.width, frame.y + frame.height, item.tooltip)
            )
    assert overlaps(boxes) == []


Box = tuple[float, float, float, float, object]


def overlaps(found_boxes: Iterable[Box]) -> list[object]:
    boxes = sorted(found_boxes, key=lambda box: box[1])
    found: list[object] = []
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other[1] >= one[3] - 0.1:
                break
            if one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1:
                found.append((one[4], other[4]))
    return found


def test_an_empty_curve_says_what_it_waits_for(read: Callable[[str], JourneyMap]) -> None:
    """Where no feeling has a score, the emotions view says how to give one."""
    stages = "stages: [{id: s, name: S}]"
    journey = read(f"format: journey-map/1\nid: bare\ntitle: Bare\n{stages}\n")
    told = [
        line
        for item in walk(emotions_scene([journey]).items)
        if isinstance(item, Text)
        for line in item.lines
    ]
    assert any(line.startswith("No feelings are scored: give a customer action") for line in told)
