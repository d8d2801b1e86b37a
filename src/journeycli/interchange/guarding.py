"""Cells of a CSV table that a spreadsheet would run: made inert on the way out, and back."""

from __future__ import annotations

import re
from typing import Final

# What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection",
# https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe before it is doubled, so
# that taking one off gives the text back.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n|%＝＋－＠]")
_GUARDED: Final = re.compile(r"''*[=+\-@\t\r\n|%＝＋－＠]")


def inert(cell: str) -> str:
    """Give a cell's text so that no spreadsheet runs it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """Give the text that `inert` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
