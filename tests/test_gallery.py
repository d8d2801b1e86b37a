"""The gallery shows what the program draws today."""

from __future__ import annotations

import re
import shlex
from functools import cache
from typing import TYPE_CHECKING

import pytest

from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

GALLERY = ROOT / "docs" / "gallery"
_RENDER = "$(BIN)/journey "


@cache
def commands() -> tuple[str, ...]:
    """Give the lines of `make gallery` with their variables filled in."""
    text = (ROOT / "Makefile").read_text("utf-8")
    names = dict(re.findall(r"^(\w+) := (.*)$", text, re.MULTILINE))
    recipe = text.partition("\ngallery:")[2].partition("\n\n")[0]
    lines = [line.strip() for line in recipe.splitlines()[1:]]
    assert all(line.startswith(_RENDER) for line in lines)
    return tuple(filled(line.removeprefix(_RENDER), names) for line in lines)


def filled(line: str, names: dict[str, str]) -> str:
    while (found := re.search(r"\$\((\w+)\)", line)) is not None:
        line = line.replace(found[0], names[found[1]])
    return line


@pytest.mark.parametrize("command", commands())
def test_no_picture_is_out_of_date(command: str, tmp_path: Path) -> None:
    """What `make gallery` wrote is what the examples give; this needs no Graphviz."""
    done = journey(*shlex.split(command), "--check", cwd=ROOT, PATH=str(tmp_path))
    assert (done.code, done.out) == (0, "")


def test_the_page_shows_every_picture_once() -> None:
    """Nothing is drawn for nobody, and nothing shown is missing."""
    page = (ROOT / "docs" / "gallery.md").read_text("utf-8")
    shown = re.findall(r"\]\(gallery/([^)]+)\)", page)
    assert sorted(shown) == sorted(path.name for path in GALLERY.iterdir())


def test_the_pictures_stay_small() -> None:
    """Who clones the repository gets three mebibytes of pictures at most."""
    assert sum(path.stat().st_size for path in GALLERY.iterdir()) < 3 * 1024**2
