from __future__ import annotations

import pytest

from journeycli.views.palettes import LINES, STAGES, Palette
from journeycli.views.themes import THEMES, contrast, score_role, theme

NAMED = {
    f"{name}-{time}": palette
    for name in THEMES
    for time, palette in (("day", theme(name).day), ("night", theme(name).night))
    if palette is not None
}
PALETTES = [pytest.param(palette, id=name) for name, palette in NAMED.items()]
GROUNDS = ("page", "panel", "card", "shade")
TONES = ("good", "bad", "warn", "calm")


@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read(palette: Palette) -> None:
    """Every text stands out from every ground that it stands on by 4.5 to 1 (WCAG 2.2 AA)."""
    pairs = [(ink, ground) for ink in ("ink", "soft", "faint") for ground in GROUNDS]
    for number in range(STAGES):
        hue = f"stage-{number}"
        pairs += [("on", f"{hue}-fill"), ("ink", f"{hue}-tint"), ("soft", f"{hue}-tint")]
        pairs += [(f"{hue}-text", f"{hue}-tint"), (f"{hue}-text", "card"), (f"{hue}-text", "page")]
        pairs += [(f"{tone}-text", f"{hue}-tint") for tone in TONES]
    for tone in TONES:
        pairs += [(f"{tone}-text", g) for g in (*GROUNDS, f"{tone}-tint")]
        pairs += [("ink", f"{tone}-tint"), ("soft", f"{tone}-tint"), ("on", f"{tone}-fill")]
    low = {pair: round(found, 2) for pair in pairs if (found := _contrast(palette, *pair)) < 4.5}
    assert low == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_signs_can_be_told_apart(palette: Palette) -> None:
    """Faces and lines stand out from their grounds by 3 to 1 (WCAG 2.2 AA, non-text contrast)."""
    pairs = [("on", f"score{score:+d}") for score in range(-2, 3)]
    pairs += [
        (f"line-{line}", f"stage-{stage}-tint") for line in range(LINES) for stage in range(STAGES)
    ]
    low = {pair: found for pair in pairs if (found := _contrast(palette, *pair)) < 3}
    assert low == {}


def test_all_palettes_paint_the_same_roles() -> None:
    """No theme lacks a role that another one has."""
    assert len({frozenset(palette) for palette in NAMED.values()}) == 1


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    """The measure agrees with known values."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_half_scores_have_the_colour_of_the_stronger_one() -> None:
    """A score between two colours takes the one away from the middle."""
    assert [score_role(s) for s in (-2, -1.5, -0.5, 0, 0.25, 0.5, 2)] == [
        "score-2", "score-2", "score-1", "score+0", "score+0", "score+1", "score+2",
    ]  # fmt: skip


def _contrast(palette: Palette, one: str, other: str) -> float:
    """Give the least contrast, the pattern on the ground counted."""
    ground = palette[other]
    return min(
        contrast(palette[one].color, each) for each in (ground.color, ground.mark or ground.color)
    )
