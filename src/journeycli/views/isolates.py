"""Isolates: pieces of a text that keep their own direction and leave that of the rest alone.

The marks are Unicode's (UAX #9, "explicit directional isolates"), which every program follows that
orders letters. `wrap.clean` takes them out of what users write; those that are left are ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.views.fonts import END, LEFTWARDS, RIGHTWARDS, direction, is_rtl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS: Final = str.maketrans("", "", LEFTWARDS + RIGHTWARDS + END)


class Worded(str):
    """A clean text whose isolates are ours; a plain text may be anybody's."""

    __slots__ = ()


def isolated(text: str, *, leftwards: bool) -> str:
    """Put a text into an isolate that runs from right to left, or from left to right."""
    return f"{LEFTWARDS if leftwards else RIGHTWARDS}{text}{END}"


def without_isolates(text: str) -> str:
    """Give a text without the marks of isolates."""
    return text.translate(_MARKS)


def directed(lines: Iterable[str], *, leftwards: bool) -> tuple[str, ...]:
    """Give each line of a text the direction of the text, for who knows nothing but lines.

    Args:
        lines: The text, wrapped.
        leftwards: Whether the picture runs from right to left.

    """
    kept = tuple(lines)
    if is_rtl(" ".join(kept)) or (leftwards and is_listing(kept)):
        return tuple(isolated(line, leftwards=True) for line in kept)
    return kept


def is_listing(lines: Iterable[str]) -> bool:
    """Tell whether a text is nothing but isolates and signs: it then runs as its picture does."""
    whole = " ".join(lines)
    return END in whole and direction(whole) is None


def closed(lines: Iterable[str]) -> Iterator[str]:
    """Close every isolate at the end of its line, and open it again on the next one."""
    marks = ""
    for line in lines:
        begun = marks + line
        for letter in line:
            if letter in (LEFTWARDS, RIGHTWARDS):
                marks += letter
            elif letter == END:
                marks = marks[:-1]
        yield begun + END * len(marks)
