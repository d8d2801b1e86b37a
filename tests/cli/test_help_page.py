"""Help pages on terminals of any colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (("--help",), ("render", "--help"), ("lint", "--help"))
_CODES = re.compile(r"\x1b\[([0-9;]*)m")
_PLAIN = {"", "0", "1", "2"}  # reset, bold, dim
_RED = "31"  # for what is required; legible on black and on white


def codes(page: tuple[str, ...], cwd: Path, **more: str) -> set[str]:
    """Give what a help page asks of a terminal."""
    asked = {"FORCE_COLOR": "1", "TERM": "xterm-256color", **more}
    ran = journey(*page, cwd=cwd, stdin=b"", **asked)
    return {code for found in _CODES.findall(ran.out) for code in found.split(";")}


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_help_pages_can_be_read_on_any_background(page: tuple[str, ...], tmp_path: Path) -> None:
    """Weight alone tells words apart: no ground of its own, no yellow or cyan on white."""
    assert codes(page, tmp_path) <= {*_PLAIN, _RED}
    assert "1" in codes(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_no_color_takes_every_colour_from_a_help_page(
    page: tuple[str, ...], tmp_path: Path
) -> None:
    """`NO_COLOR` counts for help as for everything else."""
    assert codes(page, tmp_path, NO_COLOR="1") <= _PLAIN
