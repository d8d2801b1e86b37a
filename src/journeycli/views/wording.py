"""Our words around names of the map: a name from right to left orders no letter beside it.

Without that, “The worst leak is in X: 40 %” shows its colon and its number on the wrong side of an
Arabic X. Texts without a letter from right to left get no marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.fonts import is_left_to_right, is_rtl
from journeycli.views.isolates import Worded, isolated
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


def worded(sentence: str, *names: str, leftwards: bool = False) -> str:
    """Put names into the places `{}` of a sentence of ours.

    Args:
        sentence: The sentence.
        names: What stands in it, in order.
        leftwards: Whether what only lists names runs from right to left; without, only what has a
            name from right to left can.

    """
    if not leftwards and all(map(is_left_to_right, names)):
        return sentence.format(*names)
    return Worded(sentence.format(*map(_apart, names)))


def joined(separator: str, parts: Iterable[str | None]) -> str:
    """Join what there is of several texts; they follow each other as the picture runs."""
    kept = [part for part in parts if part]
    if len(kept) == 1:
        return kept[0]
    return worded(separator.join(["{}"] * len(kept)), *kept)


def numbered(number: int, name: str) -> str:
    """Write a name with its number, which stands where the picture begins."""
    return worded("{}. {}", str(number), name)


def towards(one: str, other: str) -> str:
    """Write an arrow between two names; it points the way that the first is read."""
    if is_left_to_right(one) and is_left_to_right(other):
        return f"{one} → {other}"
    leftwards = is_rtl(one)
    arrow = "←" if leftwards else "→"
    return Worded(isolated(f"{_apart(one)} {arrow} {_apart(other)}", leftwards=leftwards))


def _apart(name: str) -> str:
    plain = clean(name)
    return isolated(plain, leftwards=is_rtl(plain))
