"""Pictures on a page: they shrink with it while they can be read, then scroll in their own box."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.views.framed import framed
from journeycli.views.html import html_page
from journeycli.views.themes import theme

from .terminal.drawing import read

if TYPE_CHECKING:
    from pathlib import Path

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
STAGES = "".join(f"  - {{id: s{n}, name: Stage {n}, needs: [Walk {n} steps]}}\n" for n in range(9))
NINE = f"format: journey-map/1\nid: nine\ntitle: Nine\nstages:\n{STAGES}"
ASK = """<pre id="told"></pre><script>
const box = document.getElementById("map");
box.scrollLeft = 9999;
document.getElementById("told").textContent =
  [box.scrollLeft > 0, document.documentElement.scrollWidth > innerWidth];
</script></body>"""


def test_a_picture_stands_in_a_box_that_the_keyboard_reaches() -> None:
    """The box can be focused, is a named region, and says how far its picture shrinks."""
    assert framed("map", 'A "map"', '<svg id="x" width="1000" height="9">') == (
        '<div class="scroll" id="map" tabindex="0" role="region" aria-label="A &quot;map&quot;"'
        ' style="--least:800px">\n<svg id="x" width="1000" height="9"></div>'
    )


def test_every_box_that_scrolls_has_a_name_and_a_place_among_the_tab_stops() -> None:
    """Pictures and tables alike, as axe's rule scrollable-region-focusable asks."""
    boxes = re.findall(r'<div class="scroll"[^>]*>', html_page(read(NINE), theme("auto")))
    assert len(boxes) >= 2
    assert [each for each in boxes if 'tabindex="0" role="region" aria-label="' not in each] == []


@pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
@pytest.mark.parametrize(("width", "scrolls"), [(1300, "false"), (700, "true")])
def test_nine_stages_fit_a_laptop_and_scroll_on_less(
    width: int, scrolls: str, tmp_path: Path
) -> None:
    """At 1300 pixels nothing is cut; where the box must scroll, the page does not."""
    file = tmp_path / "page.html"
    file.write_text(html_page(read(NINE), theme("auto")).replace("</body>", ASK), "utf-8")
    done = subprocess.run(
        [
            str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu",
            f"--window-size={width},900", f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    assert f'<pre id="told">{scrolls},false</pre>' in done.stdout.decode()
