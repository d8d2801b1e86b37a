"""A real browser, where this machine has one."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, _NAMES)), None)
"""The program; None where there is none."""


def opened(page: str, folder: Path, *options: str, patience: int = 20_000) -> str:
    """Open a page, let its scripts run, and give what the document is then.

    Args:
        page: The page.
        folder: An empty folder for it and for what the browser keeps.
        options: What the browser is told beside.
        patience: Milliseconds of the page's own clock that its scripts may take.

    """
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu",
            f"--user-data-dir={folder / 'profile'}", f"--virtual-time-budget={patience}",
            *options, "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=180,
    )  # fmt: skip
    return done.stdout.decode()
