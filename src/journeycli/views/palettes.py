"""The colours: what each role looks like by day, by night, on paper and for the colour-blind."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

STAGES: Final = 8
"""How many stage colours there are before they come round again."""
LINES: Final = 6
"""How many kinds of curve there are before they come round again."""


class Paint(NamedTuple):
    """How a role is painted.

    Attributes:
        color: `#rrggbb`.
        pattern: `hatch`, `dots`, `grid` or nothing; drawn over the colour.
        mark: The colour of the pattern's lines.

    """

    color: str
    pattern: str = ""
    mark: str = ""


Palette: TypeAlias = dict[str, Paint]

_STAGE_WORDS: Final = ("fill", "tint", "edge", "text")
_TONE_WORDS: Final = ("fill", "tint", "edge", "text", "line")


def day() -> Palette:
    """Colours on white."""
    return _palette(
        "page #ffffff panel #f6f8fb card #ffffff ink #0f172a soft #4b5a70 faint #5a6a80 "
        "line #d8dfe9 rule #94a3b8 shade #eef2f7 on #ffffff curve #334155",
        (
            "#2563eb #eef4ff #b7cdfb #1d4ed8",
            "#0e7490 #e8f6fa #a5d8e4 #155e75",
            "#15803d #eaf7ee #aedcbd #166534",
            "#a16207 #fdf6e0 #ecd28c #7a4a06",
            "#c2410c #fff1e8 #f8c3a4 #9a3412",
            "#7e22ce #f6effe #d7baf5 #6b21a8",
            "#be185d #fdf0f6 #f4b6d1 #9d174d",
            "#4338ca #eff0fe #c0c3f7 #3730a3",
        ),
        {
            "good": "#15803d #e7f7ec #a7dcb8 #14532d",
            "bad": "#c81e1e #fdecec #f3b4b4 #8f1414",
            "warn": "#b45309 #fef4e2 #f0cb8c #78350f",
            "calm": "#475569 #eef2f7 #cbd5e1 #334155",
        },
        "#b91c1c #c2560a #64748b #2f855a #15803d",
        "#334155 #2563eb #b45309 #7e22ce #0e7490 #be185d",
    )


def night() -> Palette:
    """Colours on near-black."""
    return _palette(
        "page #0f1624 panel #161f30 card #1c2739 ink #e8edf5 soft #b3bfd0 faint #93a2b8 "
        "line #2c3a50 rule #61718a shade #202c40 on #ffffff curve #cbd5e1",
        (
            "#2563eb #17284b #2f4f8f #a9c8ff",
            "#0e7490 #112f3b #1f5d6f #86dcef",
            "#15803d #13301f #28633f #93e0ae",
            "#a16207 #33280f #6e5320 #f3d27c",
            "#c2410c #3a2115 #7a4125 #fdbd94",
            "#7e22ce #2b1b42 #5c3a8a #dcbcff",
            "#be185d #391a2b #7b3457 #f9b1d0",
            "#4338ca #20214a #44469a #bfc3ff",
        ),
        {
            "good": "#15803d #12301f #2a6a42 #97e3b1 #4cb878",
            "bad": "#c81e1e #3b1a1e #80343a #ffb4b4 #f07070",
            "warn": "#b45309 #35260f #75551f #f8cf83 #e39a3f",
            "calm": "#52627a #202c40 #40506a #cbd5e1 #94a3b8",
        },
        "#c02626 #c2560a #64748b #2f855a #15803d",
        "#cbd5e1 #7fb0ff #f0b35c #cfa6ff #6fd3e8 #f59ac2",
    )


def colour_blind_day() -> Palette:
    """Colours on white that differ in lightness and between blue and orange (after Okabe, Ito)."""
    stages = "#005b96 #eaf3fa #a9cbe4 #00436e|#8a4b00 #fdf1e0 #e6bf87 #6b3a00"
    return day() | _hues(
        tuple(stages.split("|")) * (STAGES // 2),
        {
            "good": "#005b96 #e5f1fa #9cc6e6 #003b63",
            "bad": "#a33c00 #fdeee3 #eeb58f #722a00",
            "warn": "#6b5d00 #fbf6d6 #d8c763 #4a4000",
            "calm": "#475569 #eef2f7 #cbd5e1 #334155",
        },
        "#8c3300 #b35209 #64748b #2f78ad #005b96",
        "#1f2937 #0072b2 #a65200 #7a3e6b #00664d #5c5000",
    )


def colour_blind_night() -> Palette:
    """The same on near-black."""
    stages = "#005b96 #12283c #285a85 #9fd0f5|#8a4b00 #33240f #6f4c1c #f6c886"
    return night() | _hues(
        tuple(stages.split("|")) * (STAGES // 2),
        {
            "good": "#005b96 #122a40 #2a6596 #a3d3f7 #5aa9e0",
            "bad": "#a33c00 #3a2012 #854a26 #ffc19a #e8854a",
            "warn": "#6b5d00 #2f2a0c #6a5f1e #ecdb78 #c9b23f",
            "calm": "#52627a #202c40 #40506a #cbd5e1 #94a3b8",
        },
        "#8c3300 #b35209 #64748b #2f78ad #005b96",
        "#e5e7eb #6cb8ee #f2ad5f #dba0cb #5fd0b2 #d8c95a",
    )


def paper() -> Palette:
    """Greys and patterns, for a printer without colours."""
    dark, light = "#3a3a3a #f7f7f7 #bdbdbd #262626", "#5a5a5a #efefef #b0b0b0 #303030"
    greys = _palette(
        "page #ffffff panel #f8f8f8 card #ffffff ink #111111 soft #444444 faint #5e5e5e "
        "line #d0d0d0 rule #8a8a8a shade #f0f0f0 on #ffffff curve #222222",
        (dark, light) * (STAGES // 2),
        {
            "good": "#4a4a4a #ffffff #8c8c8c #1c1c1c",
            "bad": "#1c1c1c #ffffff #4a4a4a #111111",
            "warn": "#3a3a3a #f4f4f4 #6e6e6e #1c1c1c",
            "calm": "#5a5a5a #f0f0f0 #c0c0c0 #303030",
        },
        "#1c1c1c #444444 #6a6a6a #5a5a5a #4a4a4a",
        "#1c1c1c #5e5e5e #777777 #3a3a3a #6a6a6a #4a4a4a",
    )
    greys["bad-tint"] = Paint("#ffffff", "hatch", "#dedede")
    greys["good-tint"] = Paint("#ffffff", "dots", "#dadada")
    greys["warn-tint"] = Paint("#ffffff", "grid", "#e6e6e6")
    return greys


def _palette(
    plain: str, stages: tuple[str, ...], tones: dict[str, str], scores: str, lines: str
) -> Palette:
    words = plain.split()
    named = {name: Paint(color) for name, color in zip(words[::2], words[1::2], strict=True)}
    return named | _hues(stages, tones, scores, lines)


def _hues(stages: tuple[str, ...], tones: dict[str, str], scores: str, lines: str) -> Palette:
    palette: Palette = {}
    for number, colors in enumerate(stages):
        for word, color in zip(_STAGE_WORDS, colors.split(), strict=True):
            palette[f"stage-{number}-{word}"] = Paint(color)
    for tone, colors in tones.items():
        fill, *others = colors.split()  # a line is as dark as a fill unless it is given
        for word, color in zip(_TONE_WORDS, (fill, *others, fill), strict=False):
            palette[f"{tone}-{word}"] = Paint(color)
    for score, color in zip(range(-2, 3), scores.split(), strict=True):
        palette[f"score{score:+d}"] = Paint(color)
    for number, color in enumerate(lines.split()):
        palette[f"line-{number}"] = Paint(color)
    return palette
