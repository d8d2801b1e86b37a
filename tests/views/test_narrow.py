"""Pages on a telephone, in a real browser where this machine has one."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import pytest
from browser import BROWSER, opened

from journeycli.views.html import html_page
from journeycli.views.themes import theme

from .test_extremes import CASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

WIDE = 390
# A browser's own window is never so narrow, and a frame in it is.
FRAME = """<!doctype html><body><iframe id="page" style="width:{wide}px;height:800px;border:0"
srcdoc="{page}"></iframe><script>addEventListener("load", () => {{
  const page = document.getElementById("page").contentDocument;
  const out = [...page.querySelectorAll("body *")].filter(each => !each.closest(".scroll > *, svg"))
    .filter(each => !each.matches(".skip") && each.getBoundingClientRect().right > {wide});
  document.body.dataset.found = JSON.stringify(
    {{wide: page.documentElement.scrollWidth, out: out.map(each => each.outerHTML.slice(0, 80))}});
}});</script></body>"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


def look(page: str, folder: Path) -> dict[str, Any]:
    """Open a page in a narrow frame, and give how wide it is and what leaves it."""
    frame = FRAME.format(wide=WIDE, page=escape(page))
    found = re.search(r'data-found="([^"]*)"', opened(frame, folder))
    assert found is not None
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


@pytest.mark.parametrize("name", ["switch-broadband", "long words", "scripts"])
def test_a_page_is_as_wide_as_a_telephone(
    name: str,
    example: Callable[[str], tuple[JourneyMap, Known]],
    read: Callable[[str], JourneyMap],
    tmp_path: Path,
) -> None:
    """Pictures and tables scroll in their boxes, long words are broken, and nothing leaves it."""
    journey, known = (read(CASES[name]), None) if name in CASES else example(name)
    found = look(html_page(journey, theme("auto"), known), tmp_path)
    assert found["out"] == []
    assert found["wide"] <= WIDE


def test_what_is_too_wide_is_seen(tmp_path: Path) -> None:
    """The check can fail: a block that is wider than the telephone is told."""
    found = look('<body><p style="width:600px">wide</p></body>', tmp_path)
    assert found["wide"] > WIDE
    assert len(found["out"]) == 1
