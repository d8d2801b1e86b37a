"""What the terminal can show: its width, its letters, its colours; and text that is safe there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rich.text import Text

from journeycli.text import one_line, spelled

NARROWEST = 20
"""Cells; below that, lines are laid out for this width."""

WARNING = "magenta"
"""The style of what to look at. Yellow cannot be read on white, nor blue on black; every style of
a terminal here is red, green, cyan or magenta, which its palette shows on both, or no colour."""
DECISIVE = "bold cyan"
"""The style of a moment of truth."""


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
    "ok", "-", "?", ".", "#", ".", "-", "|", "->", "-", "!", "|", "...", "*", "x", "o"
)


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
        return spelled(one_line(text), self.encoding)

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
