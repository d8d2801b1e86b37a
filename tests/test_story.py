"""docs/git.md is what happens: its commands are typed again, and what they print is compared."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from story import PAGE, ROOT, Told, told


@cache
def _told() -> Told:
    with TemporaryDirectory() as name:
        folder = Path(name) / "journeys"
        folder.mkdir()
        return told(folder)


def test_the_page_shows_what_is_printed() -> None:
    """After a wanted change: `make generate`, and read the difference."""
    assert _told().page == (ROOT / PAGE).read_text("utf-8")


def test_the_pictures_of_the_page_are_what_is_drawn() -> None:
    """Every picture that the page shows comes from its story, and none is left over."""
    shown = re.findall(r"\]\(images/(git-[^)]+)\)", (ROOT / PAGE).read_text("utf-8"))
    assert sorted(_told().pictures) == sorted(shown)
    for name, text in _told().pictures.items():
        assert text == (ROOT / "docs/images" / name).read_text("utf-8")
        assert ET.fromstring(text).get("role") == "img"  # noqa: S314 - our own picture
