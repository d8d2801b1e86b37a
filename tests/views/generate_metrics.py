"""Writes the table of letter widths that pictures are measured with.

Run it with the environment of the tests: `python tests/views/generate_metrics.py`. The widths are
those of Inter 4.1 (SIL Open Font License 1.1), of the package `fontpkg-inter`, at its text size.
"""

from __future__ import annotations

import json
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]  # it has no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

TARGET = Path(__file__).parents[2] / "src/journeycli/views/inter.json"
FACES = {
    "400": ("normal", 400),
    "600": ("normal", 600),
    "700": ("normal", 700),
    "i": ("italic", 400),
}
BLOCKS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2BB, 0x2DD), (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4FF),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x27BF),
)  # fmt: skip
"""Latin, Greek, Cyrillic, punctuation, currencies, arrows and common signs, as code points."""


def table() -> dict[str, object]:
    """Measure each letter of each face: thousandths of an em, in runs of neighbouring letters."""
    return {"font": "Inter 4.1", "unit": 1000} | {key: _face(*face) for key, face in FACES.items()}


def text(widths: dict[str, object]) -> str:
    """Give the file's text."""
    return json.dumps(widths, separators=(",", ":"), sort_keys=True) + "\n"


def _face(style: str, weight: int) -> dict[str, list[int]]:
    font = TTFont(fontpkg.path("Inter", style=style, weight=weight))
    glyphs = font.getGlyphSet(location={"wght": weight, "opsz": 14})
    unit = font["head"].unitsPerEm
    names = font.getBestCmap()
    runs: dict[str, list[int]] = {}
    for first, last in BLOCKS:
        start = None
        for code in range(first, last + 1):
            if code not in names:
                start = None
                continue
            start = code if start is None else start
            runs.setdefault(str(start), []).append(round(glyphs[names[code]].width * 1000 / unit))
    return runs


if __name__ == "__main__":
    TARGET.write_text(text(table()), encoding="utf-8")
