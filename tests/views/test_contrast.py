"""Contrast of what pictures and pages really show, by the colours of every theme (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeycli.views import html
from journeycli.views.blueprint import blueprint_scene
from journeycli.views.emotions import emotions_scene
from journeycli.views.flow import flow_dot
from journeycli.views.flow_page import _around
from journeycli.views.funnel import funnel_scene
from journeycli.views.map import map_scene
from journeycli.views.persona import persona_scene
from journeycli.views.scene import Rect, Scene
from journeycli.views.themes import Theme, contrast
from journeycli.views.wrap import Font, set_text

from .pairs import Pair, pairs
from .test_themes import NAMED, _contrast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.palettes import Palette

    Example = Callable[[str], tuple[JourneyMap, Known]]

CSS = Path(html.__file__).with_name("page.css").read_text("utf-8")
ON_PAGES = [
    *((ink, ground) for ink in ("ink", "soft", "link") for ground in ("page", "panel")),
    *((tone, ground) for tone in ("bad", "good") for ground in ("page", f"{tone}-bg")),
    ("warn", "warn-bg"),
]


def scenes(journey: JourneyMap, known: Known, other: JourneyMap) -> Iterator[Scene]:
    yield map_scene(journey, known)
    yield map_scene(journey, known, base=other)
    yield blueprint_scene(journey, known)
    yield emotions_scene([journey], known)
    yield emotions_scene([journey, other], known)
    yield funnel_scene(journey, known)
    yield _around(journey, known, 900, 400)[0]
    yield from (persona_scene(person, known) for person in known.people(journey))


def test_what_pictures_show_stands_out(journey: JourneyMap, known: Known, example: Example) -> None:
    """Texts by 4.5 to 1, large ones and signs by 3 to 1, by day, by night and in print."""
    other, _ = example("online-grocery")
    found = {pair for scene in scenes(journey, known, other) for pair in pairs(scene)}
    assert len(found) > 60
    low = [
        (name, pair, round(ratio, 2))
        for name, palette in NAMED.items()
        for pair in found
        if (ratio := _contrast(palette, pair.ink, pair.ground)) < pair.least
    ]
    assert low == []


def test_pairs_are_found_where_they_lie() -> None:
    """A text is measured against the last ground that was drawn below it; large ones need less."""
    items = (
        Rect(0, 0, 90, 40, fill="panel"),
        Rect(0, 0, 50, 20, fill="bad-tint", stroke="rule", dash=(2.0, 3.0)),
        set_text("on it", Font(10, 14), 40, "soft", x=5, y=2),
        set_text("A", Font(24, 28), 20, "ink", x=60, y=5),
    )
    assert list(pairs(Scene(200, 50, items, "a", "A", "A"))) == [
        Pair("rule", "panel", 3.0),
        Pair("soft", "bad-tint", 4.5),
        Pair("ink", "panel", 3.0),
    ]


@pytest.mark.parametrize("name", NAMED)
def test_what_the_flow_shows_stands_out(name: str, example: Example) -> None:
    """Ways stand out from every ground that they cross, and their labels from their halo."""
    palette = NAMED[name]
    grounds = _grounds(palette)
    for key in ("switch-broadband", "online-grocery"):
        dot = flow_dot(example(key)[0], Theme(name, palette), example(key)[1])
        edges = [line for line in dot.splitlines() if "->" in line and "invis" not in line]
        edges += [line for line in dot.splitlines() if line.strip().startswith(("edge", "node"))]
        ways = {color for line in edges for color in re.findall(r"(?<![a-z])color=\"(#\w+)", line)}
        labels = {color for line in edges for color in re.findall(r"fontcolor=\"(#\w+)", line)}
        ways -= {palette["rule"].color}  # outlines of boxes, which have words in them
        assert len(ways) >= 3
        assert {w for w in ways for each in grounds if contrast(w, each) < 3} == set()
        assert {w for w in labels if contrast(w, palette["page"].color) < 4.5} == set()
        boxes = re.findall(r"fillcolor=\"(#\w+)\" color=\"#\w+\"\s+fontcolor=\"(#\w+)\"", dot)
        assert boxes
        assert [box for box in boxes if contrast(*box) < 4.5] == []


def test_texts_of_pages_stand_out() -> None:
    """By day and by night, on the page, in its cards and in its tables."""
    day, night = (
        dict(re.findall(r"--([\w-]+): (#\w+);", part))
        for part in CSS.split("* {")[0].split("@media")
    )
    for colors in (day, night):
        full = {key: re.sub(r"^#(\w)(\w)(\w)$", r"#\1\1\2\2\3\3", c) for key, c in colors.items()}
        low = [pair for pair in ON_PAGES if contrast(full[pair[0]], full[pair[1]]) < 4.5]
        assert low == []


def _grounds(palette: Palette) -> set[str]:
    roles = ("page", *(f"stage-{number}-tint" for number in range(8)))
    return {palette[role].color for role in roles}
