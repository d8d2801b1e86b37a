from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
import zlib
from typing import TYPE_CHECKING

import pytest

from journeycli.model import Catalog
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views import illustrations as taken
from journeycli.views.illustrations import RefusedError, illustration, illustrations, taken_in
from journeycli.views.known import Illustrated, know
from journeycli.views.map import map_scene
from journeycli.views.painters.dot import paint_dot
from journeycli.views.painters.raster import paint_png
from journeycli.views.painters.svg import paint_svg
from journeycli.views.persona import persona_scene
from journeycli.views.scene import Image, walk
from journeycli.views.themes import theme

from .test_scenes import assert_apart, assert_fits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeycli.model import JourneyMap

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0H9"/></svg>'
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b0800140028010111 00")
MAP = """format: journey-map/1
id: pictured
title: Pictured
stages:
  - id: one
    name: One
    touchpoints:
      - {name: Page, images: [{src: images/page.png, alt: The <page> & its fee}]}
      - {name: Shop, images: [{src: images/none.png, alt: The shop}]}
"""


def png(width: int = 4, height: int = 2) -> bytes:
    """Give a PNG of one colour."""
    rows = b"".join(b"\0" + b"\xc8" * 3 * width for _ in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


@pytest.mark.parametrize(
    ("raw", "kind", "size"),
    [
        (png(), "png", (4, 2)),
        (JPEG, "jpeg", (40, 20)),
        (SVG, "svg+xml", (30, 20)),
        (b'\xef\xbb\xbf<svg viewBox="0 0 8 6"/>', "svg+xml", (8, 6)),
    ],
)
def test_pictures_are_known_by_their_bytes(
    raw: bytes, kind: str, size: tuple[float, float]
) -> None:
    """PNG, JPEG and SVG are taken in whole, with the size that they say."""
    found = taken_in(raw)
    assert found.data.startswith(f"data:image/{kind};base64,")
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "a script"),
        ("<svg:script/>", "a script"),
        ("<foreignObject/>", "foreign content"),
        ('<rect onload="x()"/>', "an event handler"),
        ('<image href="https://example.com/a.png"/>', "a link"),
        ("<use xlink:href='other.svg#a'/>", "a link"),
        ('<rect fill="url(https://example.com/a)"/>', "a link"),
        ("<style>@import 'a.css'</style>", "a style sheet"),
        ('<a href="javascript:x"/>', "a link"),
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused(inside: str, why: str) -> None:
    """Whatever could act or ask for something elsewhere stays out, with the reason."""
    with pytest.raises(RefusedError, match=why):
        taken_in(SVG.replace(b"<path", inside.encode() + b"<path"))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"GIF89a", "neither PNG nor JPEG nor SVG"),
        (b"", "neither"),
        ("<svg width='1' height='1'/>".encode("utf-16"), "UTF-8"),
        (b"<svg/>", "how large"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "entities"),
        (b"\x89PNG\r\n\x1a\nIHDR", "no whole PNG"),
        (b"\xff\xd8\xff\xd9", "no whole JPEG"),
        (png()[:16] + struct.pack(">II", 90_000, 90_000) + png()[24:], "too many"),
    ],
)
def test_what_is_no_picture_is_refused(raw: bytes, why: str) -> None:
    """Other kinds, halves and pictures too large to open are told apart."""
    with pytest.raises(RefusedError, match=why):
        taken_in(raw)


def test_uses_inside_an_svg_are_fine() -> None:
    """References to the drawing's own parts are no links."""
    inner = b'<use href="#a"/><rect fill="url(#b)"/>'
    assert taken_in(SVG.replace(b"<path", inner + b"<path")).width == 30


def test_only_files_of_the_workspace_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link out of the workspace, a missing file and a large one are refused and told."""
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    (root / "large.png").write_bytes(png())
    (root / "good.svg").write_bytes(SVG)
    with pytest.raises(RefusedError, match="outside the workspace"):
        illustration(root / "link.png", root)
    monkeypatch.setattr(taken, "LARGEST", 40)
    told: list[str] = []
    named = [(name, root) for name in ("none.png", "large.png", "good.svg")]
    monkeypatch.setattr(taken, "LARGEST", len(SVG))
    (root / "large.png").write_bytes(png() * 20)
    assert list(illustrations(named, root, told.append)) == ["good.svg"]
    assert [text.split(" ")[0] for text in told] == ["none.png", "large.png"]


def test_a_picture_stands_in_its_lane_and_else_its_text(read: Callable[[str], JourneyMap]) -> None:
    """What was taken in is drawn within its column; what was not is a frame with its text."""
    journey = read(MAP)
    known = know(journey, illustrated=Illustrated({"images/page.png": taken_in(png(300, 900))}))
    scene = map_scene(journey, known)
    assert_fits(scene)
    assert_apart(scene)
    (image,) = [item for item in walk(scene.items) if isinstance(item, Image)]
    assert image.width / image.height == pytest.approx(1 / 3)
    svg = paint_svg(scene, theme("auto"))
    (drawn,) = [e for e in ET.fromstring(svg).iter() if e.tag.endswith("image")]  # noqa: S314 - our own picture
    assert drawn.get("href", "").startswith("data:image/png;base64,")
    assert "The shop" in svg
    assert paint_png(svg).startswith(b"\x89PNG")
    assert "data:" not in paint_dot(scene, theme("light"))


def test_a_shared_picture_stands_where_it_is_named_first(
    read: Callable[[str], JourneyMap],
) -> None:
    """A catalog's touchpoint shows its picture once in a map, not in every stage."""
    catalog = parse(
        read_document(
            b"format: catalog/1\nid: c\ntitle: C\ntouchpoints:\n"
            b"  - {id: chat, name: Chat, images: [{src: chat.svg}]}\n"
        )
    ).model
    assert isinstance(catalog, Catalog)
    stage = "  - {{id: {0}, name: {0}, touchpoints: [{{ref: chat}}]}}\n"
    journey = read(
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n" + stage.format("a") + stage.format("b")
    )
    known = know(journey, [catalog], illustrated=Illustrated(shared={"chat.svg": taken_in(SVG)}))
    assert [len(known.pictures[name]) for name in ("a", "b")] == [1, 0]


def test_a_portrait_fills_its_disc(read: Callable[[str], JourneyMap]) -> None:
    """A persona's picture is seen through a circle that has an id of its own."""
    journey = read(MAP + "personas: [{id: p, name: P, image: p.svg}]\n")
    known = know(journey, illustrated=Illustrated(portraits={"p": taken_in(SVG)}))
    svg = paint_svg(persona_scene(known.personas["p"], known), theme("light"))
    assert '<clipPath id="p-persona-clip-1">' in svg
    assert 'clip-path="url(#p-persona-clip-1)"' in svg
