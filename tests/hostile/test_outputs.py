"""Files that are not text, folders of files, and names that ids would like to give."""

from __future__ import annotations

import json
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from journeycli.cli.main import run

from .making import SAMPLES, VARIANTS, hostile_files
from .payloads import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ACTIVE_IN_PDF = (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile")
_WAYS_OUT = (
    "../../out",
    "/out",
    "..\\..\\out",
    "a/b",
    "..",
    "~/out",
    "out:stream",
    "c\x1bd",
    "gvs\u202egnp",
)


@pytest.fixture(params=VARIANTS)
def workspace(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in hostile_files(request.param).items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _out(line: str) -> None:
    assert run(line.split()) == 0


def test_a_workbook_holds_no_formula_and_no_odd_link(workspace: Path) -> None:
    """Cells are texts and numbers; a link leads to the web, to an address, or within."""
    _out("export map.journey.yaml -o a.xlsx")
    with zipfile.ZipFile(workspace / "a.xlsx") as book:
        for name in book.namelist():
            assert MARK not in name
            for element in ET.fromstring(book.read(name)).iter():  # noqa: S314 - our own
                assert not element.tag.endswith("}f"), name
                if element.get("TargetMode") == "External":
                    assert re.match("https?:|mailto:", element.attrib["Target"]), element.attrib


def test_a_pdf_does_nothing(workspace: Path) -> None:
    """It has no script, no action at its opening, and no file in it."""
    _out("render map.journey.yaml -o a.pdf")
    raw = (workspace / "a.pdf").read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    held = [_inflated(each) for each in streams]
    assert raw.startswith(b"%PDF")
    assert any(held)
    for text in (raw, *held):
        assert not [word for word in _ACTIVE_IN_PDF if re.search(word + rb"\b", text)]


def test_a_png_holds_nothing_but_a_picture(workspace: Path) -> None:
    """No chunk of text is in it."""
    _out("render map.journey.yaml --view emotions -o a.png")
    kinds = {kind for kind, _ in _chunks((workspace / "a.png").read_bytes())}
    assert {b"IHDR", b"IDAT", b"IEND"} <= kinds <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def test_theydo_gets_json_in_files_of_its_own(workspace: Path) -> None:
    """Each file is JSON of the kind that its name says."""
    _out("export map.journey.yaml --format theydo -o out")
    written = sorted((workspace / "out").iterdir())
    kinds = [path.name.split(".")[-2] for path in written]
    assert kinds == ["insights", "metrics", "opportunities"]
    for kind, path in zip(kinds, written, strict=True):
        assert json.loads(path.read_text("utf-8"))[kind]


@pytest.mark.parametrize("id_", _WAYS_OUT)
@pytest.mark.parametrize(
    "line",
    [
        "render map.journey.yaml -o out/deep",
        "render map.journey.yaml --format md -o out/deep",
        "export map.journey.yaml --format theydo -o out/deep",
        "diff old.journey.yaml map.journey.yaml --format svg -o out/deep",
        "import map.md -o out/deep/",
        "import map.csv -o out/deep/",
        "walk map.journey.yaml --persona night-reader --answers answers",
    ],
)
def test_no_id_leads_a_file_elsewhere(
    line: str, id_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written stands in the folder that was named, whatever the map's id is."""
    place = tmp_path / "way" / "in"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    own = re.search("(?m)^id: .*$", SAMPLES["journey-map"])
    assert own is not None
    text = SAMPLES["journey-map"].replace(own[0], f"id: {json.dumps(id_)}", 1)
    (place / "map.journey.yaml").write_text(text, "utf-8")
    (place / "old.journey.yaml").write_text(text.replace("title: ", "title: Old ", 1), "utf-8")
    (place / "answers").write_text("p\n", "utf-8")
    for name in ("map.md", "map.csv"):
        assert run(["export", "map.journey.yaml", "-o", name]) == 0
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert run(line.split()) in {0, 1}
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    folder = place if line.startswith("walk") else place / "out" / "deep"
    assert {path.parent for path in new} == {folder}
    assert all(re.fullmatch(r"[^\x00-\x1f\u202e\\:]+", path.name) for path in new)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        at += 12 + length
