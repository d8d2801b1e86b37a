"""Themes: a palette for the day and, where a picture follows its reader's dark mode, the night."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from journeycli.views import palettes

if TYPE_CHECKING:
    from journeycli.views.palettes import Palette

THEMES: Final = ("auto", "light", "dark", "print", "colour-blind")
"""The names of the themes; `auto` and `colour-blind` follow the reader's dark mode."""

_HEX: Final = re.compile(r"#[0-9a-f]{6}\Z")
_LINEAR_UP_TO: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Theme:
    """How roles are painted.

    Attributes:
        name: What it is called on the command line.
        day: The colours of the picture.
        night: Its colours where the reader prefers dark ones; None where they stay.

    """

    name: str
    day: Palette
    night: Palette | None = None

    def by_day(self) -> Theme:
        """Give the theme without its night."""
        return Theme(self.name, self.day)


@cache
def theme(name: str) -> Theme:
    """Give a theme by its name.

    Raises:
        KeyError: There is no such theme.

    """
    return {
        "auto": lambda: Theme("auto", palettes.day(), palettes.night()),
        "light": lambda: Theme("light", palettes.day()),
        "dark": lambda: Theme("dark", palettes.night()),
        "print": lambda: Theme("print", palettes.paper()),
        "colour-blind": lambda: Theme(
            "colour-blind", palettes.colour_blind_day(), palettes.colour_blind_night()
        ),
    }[name]()


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def score_role(score: float) -> str:
    """Give the role of a score's colour: scores go from −2 to 2, halves count away from 0."""
    away = int(abs(score) + 0.5)
    return f"score{(away if score > 0 else -away):+d}"


def _luminance(color: str) -> float:
    """Give the relative luminance (WCAG 2.2, "relative luminance")."""
    if not _HEX.match(color):
        raise ValueError(color)
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_UP_TO else ((part + 0.055) / 1.055) ** 2.4
