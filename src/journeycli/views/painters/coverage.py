"""Which letters of a picture no font here can draw, told by drawing them.

Inter has Latin, Greek and Cyrillic letters; the others come from the machine's fonts and from font
packages. What no font has, PNG and PDF show as an empty box, so whoever draws there must be told.
The engine itself is asked: a letter that looks like a sign that no font can have is not there.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from journeycli.views.fonts import FAMILIES, is_measured
from journeycli.views.painters.escape import xml
from journeycli.views.painters.runs import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NOBODY_HAS_IT: Final = "\u0378"  # a place that Unicode keeps free
_ASKED: Final = 3  # letters of a script that are tried
_SCRIPTS: Final = 12  # scripts that are tried
_SHOWN: Final = 8  # letters that the note shows
_NO_LETTERS: Final = frozenset(("Mn", "Me", "Mc", "Cf", "Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"))
_FAMILY: Final = ", ".join(f"'{name}'" for name in FAMILIES)
_CJK: Final = "install Noto Sans CJK (on Debian and Ubuntu: apt install fonts-noto-cjk)"
_FONTS: Final = {
    "ARABIC": "`pip install fontpkg-noto-sans-arabic`",
    "DEVANAGARI": "`pip install fontpkg-noto-sans-devanagari`",
    "THAI": "`pip install fontpkg-noto-sans-thai`",
    "CJK": _CJK,
    "HIRAGANA": _CJK,
    "KATAKANA": _CJK,
    "HANGUL": _CJK,
    "emoji": "install Noto Color Emoji (on Debian and Ubuntu: apt install fonts-noto-color-emoji)",
}
_NAMES: Final = {"CJK": "Chinese and Japanese", "HANGUL": "Korean", "emoji": "emoji and signs"}


def lacking(svg: str, draw: Callable[[str], bytes]) -> Iterator[str]:
    """Say which letters of a picture show as boxes, a sentence for each script.

    Args:
        svg: The picture.
        draw: Draws an SVG as it will be drawn; the same SVG always gives the same bytes.

    """
    found: dict[str, list[str]] = {}
    for letter in sorted(set(svg)):
        if not is_measured(letter) and unicodedata.category(letter) not in _NO_LETTERS:
            found.setdefault(script_of(letter), []).append(letter)
    if not found:
        return
    box = draw(_alone(_NOBODY_HAS_IT))
    for script, letters in list(found.items())[:_SCRIPTS]:
        if any(draw(_alone(letter)) == box for letter in _spread(letters)):
            yield _said(script, letters)


def _said(script: str, letters: Iterable[str]) -> str:
    kept = list(letters)
    shown = " ".join(kept[:_SHOWN]) + (" …" if len(kept) > _SHOWN else "")
    name = _NAMES.get(script, script.capitalize())
    font = _FONTS.get(
        script, f"install Noto Sans {script.capitalize()} (https://fonts.google.com/noto)"
    )
    return (
        f"no font here has {name} ({shown}), so PNG and PDF show boxes there: {font}."
        " SVG and HTML use the fonts of whoever reads them."
    )


def _spread(letters: list[str]) -> list[str]:
    """Give the first letter, the last one and one between."""
    return [letters[at * (len(letters) - 1) // (_ASKED - 1)] for at in range(_ASKED)]


def _alone(letter: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="{_FAMILY}">'
        f'<text x="4" y="30" font-size="24">{xml(letter)}</text></svg>'
    )
