"""The page in a real browser, where this machine has one: Chromium with axe-core.

Get them with `apt-get install chromium` and `npm install --global axe-core`, or say where axe-core
is by the environment variable AXE_CORE (its axe.min.js). The gate does not need them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import BROWSER, opened

from journeycli.views.html import html_page
from journeycli.views.themes import theme

from .test_extremes import CASES

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.model import JourneyMap
    from journeycli.views.known import Known

SCHEMES = {"light": "1", "dark": "0"}
RUN = """<script>{axe}</script><script>
axe.run(document, {{resultTypes: ["violations"]}}).then(found => {{
  const told = document.createElement("pre");
  told.id = "found";
  told.textContent = JSON.stringify({{
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    passes: found.passes.length,
    outside: performance.getEntriesByType("resource").map(each => each.name),
    wide: document.documentElement.scrollWidth > innerWidth,
    violations: found.violations.map(each => [each.id, each.nodes[0].html]),
  }});
  document.body.append(told);
}});
</script></body>"""


@cache
def axe() -> str | None:
    """Give the program of axe-core, where it can be found."""
    named = os.environ.get("AXE_CORE")
    if named is None and (npm := shutil.which("npm")) is not None:
        done = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False)
        named = f"{done.stdout.strip()}/axe-core/axe.min.js"
    path = Path(named or "")
    return path.read_text("utf-8") if path.is_file() else None


pytestmark = pytest.mark.skipif(
    BROWSER is None or axe() is None, reason="needs Chromium and axe-core (npm)"
)


def look(page: str, scheme: str, folder: Path) -> dict[str, Any]:
    """Open a page in the browser and give what axe-core finds."""
    options = "--window-size=1400,1000", f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"
    whole = page.replace("</body>", RUN.format(axe=axe()))
    told = opened(whole, folder, *options, patience=60_000)
    found = re.search(r'<pre id="found">(.*?)</pre>', told, re.DOTALL)
    assert found is not None
    read: dict[str, Any] = json.loads(unescape(found[1]))
    return read


@pytest.mark.parametrize("scheme", list(SCHEMES))
@pytest.mark.parametrize("name", ["switch-broadband", "hostile", "one bare stage"])
def test_everybody_can_read_the_page(
    name: str,
    scheme: str,
    example: Callable[[str], tuple[JourneyMap, Known]],
    read: Callable[[str], JourneyMap],
    tmp_path: Path,
) -> None:
    """axe-core finds nothing, by day or by night; nothing is fetched or wider than the page."""
    journey, known = (read(CASES[name]), None) if name in CASES else example(name)
    found = look(html_page(journey, theme("auto"), known), scheme, tmp_path)
    assert found["violations"] == []
    assert found["passes"] > 20
    assert (found["dark"], found["outside"], found["wide"]) == (scheme == "dark", [], False)
