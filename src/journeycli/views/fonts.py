"""How wide text is: real letter widths of Inter, and estimates for scripts that it lacks.

The widths are those of Inter 4.1 at its text size, in thousandths of an em, made by
`tests/views/generate_metrics.py` from the package `fontpkg-inter`. Where a letter is not in the
table its width is estimated on the generous side from its Unicode properties, for it will come
from another font.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from journeycli.views.letters import clusters, has_sequences, is_picture

if TYPE_CHECKING:
    from journeycli.views.scene import Weight

LEFTWARDS: Final = "\u2067"
"""Begins an isolate that runs from right to left (UAX #9, "RLI")."""
RIGHTWARDS: Final = "\u2066"
"""Begins an isolate that runs from left to right (UAX #9, "LRI")."""
END: Final = "\u2069"
"""Ends an isolate (UAX #9, "PDI")."""
FAMILIES: Final = ("Inter", "Helvetica Neue", "Helvetica", "Arial", "sans-serif")
"""The fonts a picture asks for, in order. Those after the first are narrower than it."""

_OPENING: Final = ("LRI", "RLI", "FSI")
_STRONG: Final = ("L", "R", "AL")
_WIDE, _EMOJI, _NARROW, _OTHER = 1.02, 1.3, 0.68, 1.0
_EMOJI_FROM: Final = 0x1F000
_EMOJI_SIGNS: Final = frozenset(
    "☀☁☂☃☎☑☔☕☘☝☠☢☣☺♀♂♈♟♠♣♥♦♨♻♾♿⚒⚓⚔⚡⚽⚾✂✅✈✉✊✋✌✍✏✒✔✖✨❄❌❓❗❤➕➖➗➡"
)
_LETTERS_ABOUT_AS_WIDE_AS_LATIN: Final = (
    (0x0590, 0x08FF),  # Hebrew, Arabic, Syriac, Thaana, N'Ko
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x10A0, 0x10FF),  # Georgian
    (0x0530, 0x058F),  # Armenian
    (0xFB1D, 0xFDFF),  # presentation forms
    (0xFE70, 0xFEFF),
)


def measure(text: str, size: float, weight: Weight = 400, *, italic: bool = False) -> float:
    """Give the width of a line in pixels for a font size in pixels."""
    face = "i" if italic and weight == 400 else str(weight)  # noqa: PLR2004 - CSS's regular
    return _ems(text, face) * size


def is_measured(text: str) -> bool:
    """Tell whether every letter of a text is in the table, so that its width is no estimate."""
    return text.isascii() or all(character in _face("400") for character in text)


def is_rtl(text: str) -> bool:
    """Tell whether a text runs from right to left: by its first letter with a direction."""
    return not text.isascii() and direction(text) == "R"


def direction(text: str) -> Literal["L", "R"] | None:
    """Give the direction of the first letter with one, isolates left out (UAX #9, rule P2)."""
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _OPENING:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in _STRONG:
            return "L" if kind == "L" else "R"
    return None


def is_left_to_right(text: str) -> bool:
    """Tell whether no letter of a text runs from right to left."""
    return text.isascii() or not any(
        unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text
    )


@lru_cache(maxsize=16_384)  # the words of a map come again and again
def _ems(text: str, face: str) -> float:
    if has_sequences(text):
        return sum(_EMOJI if is_picture(c) else _plain(c, face) for c in clusters(text))
    return _plain(text, face)


def _plain(text: str, face: str) -> float:
    widths = _face(face)
    total = 0.0
    for character in text:
        known = widths.get(character)
        total += _estimate(character) if known is None else known
    return total


@cache
def _face(name: str) -> dict[str, float]:
    runs: dict[str, list[int]] = _table()[name]
    return {
        chr(int(start) + offset): width / 1000
        for start, widths in runs.items()
        for offset, width in enumerate(widths)
    }


@cache
def _table() -> dict[str, dict[str, list[int]]]:
    text = Path(__file__).with_name("inter.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[int]]] = json.loads(text)
    return table


@cache
def _estimate(character: str) -> float:
    code = ord(character)
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if code >= _EMOJI_FROM or character in _EMOJI_SIGNS:
        return _EMOJI
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if any(first <= code <= last for first, last in _LETTERS_ABOUT_AS_WIDE_AS_LATIN):
        return _NARROW
    return _OTHER
