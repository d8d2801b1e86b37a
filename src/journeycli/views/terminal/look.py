"""What the terminal can show: its width, its letters, its colours; and text that is safe there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.text import Text

from journeycli.text import one_line

NARROWEST = 20
"""Cells; below that, lines are laid out for this width."""


class Signs(NamedTuple):
    """The signs that a view is made of."""

    answered: str
    none: str
    open: str
    idle: str
    full: str
    empty: str
    rule: str
    dot: str
    arrow: str
    minus: str
    moment: str
    bar: str
    cut: str
    bullet: str
    stop: str
    point: str


_SIGNS = Signs("✓", "–", "?", "·", "█", "░", "─", "·", "→", "−", "◆", "│", "…", "•", "■", "●")
_ASCII_SIGNS = Signs(
    "ok", "-", "?", ".", "#", ".", "-", "|", "->", "-", "*", "|", "...", "*", "x", "o"
)

# What typographers write, as typewriters do.
_TWINS = {
    "–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "‚": "'", "“": '"',
    "”": '"', "„": '"', "«": '"', "»": '"', "…": "...", "•": "*", "·": "|", "→": "->", "←": "<-",
    "×": "x", "€": "EUR", "£": "GBP", "¥": "JPY", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o",
    "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "\xa0": " ", "\u202f": " ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What the output can show.

    Attributes:
        width: Cells in a line.
        unicode: Whether signs outside ASCII can be written.
        color: Whether colour is wanted.
        encoding: What the text is written in; a letter that it lacks gets the nearest that it has.

    """

    width: int
    unicode: bool = True
    color: bool = False
    encoding: str = "utf-8"

    @property
    def signs(self) -> Signs:
        """Give the signs that can be shown."""
        return _SIGNS if self.unicode else _ASCII_SIGNS

    def plain(self, text: str) -> str:
        """Make a map's text fit for a line.

        Then it has no line breaks, no control characters and no letters that the encoding lacks.
        """
        return _spelled(one_line(text), self.encoding)

    def text(self, text: str, style: str = "") -> Text:
        """Make a map's text a piece of a line, in which no markup takes effect."""
        return Text(self.plain(text), style=style)

    def text_with_space(self, text: str, style: str = "") -> Text:
        """Make a map's text a piece that follows another one."""
        return Text.assemble(" ", self.text(text, style))

    def score(self, value: float) -> str:
        """Write a score with its sign: `+1`, `−0.5`, `0`."""
        if not value:
            return "0"
        return f"{'+' if value > 0 else self.signs.minus}{abs(value):g}"


def tone(value: float) -> str:
    """Give the style of a score: the worse, the redder."""
    if value <= -1.5:  # noqa: PLR2004 - the lowest quarter of the scale
        return "bold red"
    if value < 0:
        return "red"
    return "green" if value > 0 else ""


@lru_cache(maxsize=4096)
def _spelled(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_letter(character, encoding) for character in text)
    return text


def _letter(character: str, encoding: str) -> str:
    if _has(encoding, character):
        return character
    if character in _TWINS:
        return _TWINS[character]
    base = "".join(
        each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each)
    )
    if _has(encoding, base):
        return base
    return character.encode(encoding, "backslashreplace").decode(encoding)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
