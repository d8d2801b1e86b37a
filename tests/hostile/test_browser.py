"""Pages and pictures of the hostile workspaces in a real browser, where this machine has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser import BROWSER, opened

from program import journey

from .making import VARIANTS, hostile_files
from .payloads import MARK

if TYPE_CHECKING:
    from pathlib import Path

WITNESS = f"""<script>
addEventListener("load", () => setTimeout(() => {{
  document.body.dataset.ran = String(window.{MARK});
  document.body.dataset.asked = performance.getEntriesByType("resource").length;
}}, 500));
</script></body>"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


def _seen(page: str, folder: Path) -> str:
    """Open a page, hover over nothing, and give the tag of its body half a second later."""
    told = opened(page.replace("</body>", WITNESS), folder)
    found = re.search(r"<body[^>]*>", told)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("format_", ["html", "svg"])
def test_a_browser_runs_and_fetches_nothing(variant: str, format_: str, tmp_path: Path) -> None:
    """No payload has run, and nothing was asked of the network."""
    for name, text in hostile_files(variant).items():
        (tmp_path / name).write_text(text, "utf-8")
    ran = journey("render", "map.journey.yaml", "--format", format_, "-o", "-", cwd=tmp_path)
    assert ran.code == 0, ran.err
    page = ran.out if format_ == "html" else f"<!doctype html><body>{ran.out}</body>"
    body = _seen(page, tmp_path)
    assert 'data-ran="undefined"' in body
    assert 'data-asked="0"' in body


def test_the_witness_sees_a_payload_that_runs(tmp_path: Path) -> None:
    """The check can fail: a page that does run a payload is told."""
    body = _seen(f"<!doctype html><body><script>window.{MARK}=1</script></body>", tmp_path)
    assert 'data-ran="1"' in body
