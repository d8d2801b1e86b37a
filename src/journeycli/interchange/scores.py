"""Scores of other scales, on the one of the format: −2 … +2 in halves."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

_MINUS: Final = str.maketrans({"−": "-", "–": "-", "﹣": "-", "－": "-", "＋": "+"})
_NUMBER: Final = r"[-+]?(?:\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})"
_SCORE: Final = re.compile(
    rf"(?P<value>{_NUMBER})\s*(?:(?:/|out of|of|von|sur|de)\s*(?P<most>\d{{1,4}})|(?P<percent>%))?",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?:\.\.\.?|…|to|bis|à|a|:|–|—|-)\s*(?P<high>{_NUMBER})", re.IGNORECASE
)
_SIGNS: Final = {"++": 2.0, "+": 1.0, "+/-": 0.0, "±": 0.0, "o": 0.0, "-": -1.0, "--": -2.0}

_FULL: Final = "★⭐✭●■◆"
_STARS: Final = frozenset("★⭐✭☆✩")
_DOTS: Final = frozenset("●○■□◆◇")


class Scale(NamedTuple):
    """The worst and the best score that a file gives; in marks of a school, 6 and 1."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a score lies on it."""
        return min(self) <= value <= max(self)

    def __str__(self) -> str:
        """Give `1 to 5`, with a real minus sign."""
        return f"{_short(self.low)} to {_short(self.high)}"


class Number(NamedTuple):
    """A score as it stands in a file.

    Attributes:
        value: The score.
        scale: Its scale, where the score itself says so: `4/5`.
        has_plus: Whether it is written with a plus sign, which only scales around zero have.

    """

    value: float
    scale: Scale | None = None
    has_plus: bool = False


OURS: Final = Scale(-2, 2)
PERCENT: Final = Scale(0, 100)
MARKS: Final = Scale(1, 6)
"""The marks of schools, of which some countries have 1 for the best and others 6."""
_GUESSES: Final = (
    Scale(-2, 2), Scale(-3, 3), Scale(-5, 5), Scale(-10, 10), Scale(-100, 100),
    Scale(1, 5), Scale(0, 5), Scale(1, 7), Scale(0, 7), Scale(1, 10), Scale(0, 10), Scale(0, 100),
)  # fmt: skip


def guess(values: Iterable[float], *, has_plus: bool = False) -> Scale:
    """Give the narrowest usual scale that all values lie on.

    With a value below zero, or one with a plus sign, it is one around zero; else it begins at 1, or
    at 0 where a value does. Zeros and values up to 2 alone are taken for the format's own scale.

    Args:
        values: The scores.
        has_plus: Whether one of them is written with a plus sign: `+1`.

    """
    numbers = [value for value in values if math.isfinite(value)]
    low, high = min(numbers, default=0), max(numbers, default=0)
    if low == 0 and high == 0:
        return OURS
    for scale in _GUESSES:
        around = scale.low < 0
        if around == (has_plus or low < 0 or (low == 0 and high <= OURS.high)) and (
            scale.low <= low and high <= scale.high
        ):
            return scale
    bound = max(abs(low), abs(high))
    return Scale(-bound if low < 0 or has_plus else 0, bound)


def convert(value: float, scale: Scale) -> float:
    """Put a score of a scale on the format's, −2 … +2, at the nearest half.

    What lies outside the scale lands on its nearer end.
    """
    share = (min(max(value, min(scale)), max(scale)) - scale.low) / (scale.high - scale.low)
    found = math.floor(share * 8 + 0.5) / 2 - 2
    return found + 0.0  # no minus zero


def number(text: str) -> Number | None:
    """Read a cell that is nothing but a score: `4`, `−1,5`, `4/5`, `80 %`, `★★★☆☆`, `++`."""
    plain = text.translate(_MINUS).strip()
    if plain in _SIGNS:
        return Number(_SIGNS[plain], OURS)
    stars = plain.replace("\ufe0f", "").replace(" ", "")
    if stars and (set(stars) <= _STARS or (len(stars) > 1 and set(stars) <= _DOTS)):
        full = sum(each in _FULL for each in stars)
        return Number(full, Scale(1, max(5, len(stars))) if full else Scale(0, max(5, len(stars))))
    match = _SCORE.fullmatch(plain)
    return number_of(match) if match else None


def number_of(match: re.Match[str]) -> Number | None:
    """Give the score that a match of the pattern for scores stands for."""
    value = float(match["value"].replace(",", "."))
    if match["percent"]:
        return Number(value, PERCENT)
    if match["most"]:
        most = float(match["most"])
        return Number(value, Scale(0 if value == 0 or most > 10 else 1, most)) if most > 1 else None  # noqa: PLR2004 - out of ten begins at one, out of a hundred at nought
    return Number(value, has_plus=match["value"].startswith("+"))


def plain_score(score: float) -> int | float:
    """Give a score as it is written: whole where it is whole."""
    return int(score) if score == int(score) else score


def signed(score: float) -> str:
    """Write a score with its sign, as people read it: `+1`, `−1.5`, `0`."""
    number_ = f"{plain_score(abs(score))}"
    return f"+{number_}" if score > 0 else f"−{number_}" if score < 0 else "0"


def scale_in(name: str) -> Scale | None:
    """Find the scale that a row's name says, as `Satisfaction (1-5)` or `Score out of 10` does."""
    plain = name.translate(_MINUS)
    if match := _RANGE.search(plain):
        low, high = (float(match[each].replace(",", ".")) for each in ("low", "high"))
        return Scale(low, high) if low < high else None
    if match := re.search(r"(?:/|out of|von|sur)\s*(\d{1,3})\b", plain, re.IGNORECASE):
        most = float(match[1])
        return Scale(1 if most <= 10 else 0, most) if most > 1 else None  # noqa: PLR2004 - as above
    return PERCENT if "%" in plain else None


def scale_of(text: str) -> Scale:
    """Read a scale as the user types it, the worst first: `1..5`, `1-5`, `-3..3`, `6..1`.

    Raises:
        UserError: It is none.

    """
    match = _RANGE.fullmatch(text.translate(_MINUS).strip())
    if match:
        low, high = (float(match[each].replace(",", ".")) for each in ("low", "high"))
        if low != high:
            return Scale(low, high)
    raise UserError(
        f"--scale {text}: this is no scale.",
        hint="Write the worst and the best score: 1..5, 0..10, -3..3, or 6..1 for marks.",
    )


def _short(value: float) -> str:
    return f"{value:g}".replace("-", "−")
