"""Text into lines that fit: by measured width, never cut, long words broken with a sign."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.views.fonts import is_rtl, measure
from journeycli.views.isolates import Worded, closed, without_isolates
from journeycli.views.letters import JOINER, clusters, is_picture, is_regional_flag
from journeycli.views.scene import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.scene import Anchor, Weight

BREAK_SIGN: Final = "-"
_DIRECTION_MARKS: Final = dict.fromkeys(
    (0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
)
_BREAKS: Final = re.compile(
    r"(?<=[/?&=_@])(?=\S)|(?<=[^\s\-–—][\-–—])(?=[^\W\d])|(?<=\w\.)(?=\w{3})"
)
_NUMBER: Final = re.compile(r"\d+[.):]?")
_LONELY: Final = 0.25  # of the room; less than that gets no line of its own before a broken word
_KEPT_SPACES: Final = "\u00a0\u202f"  # no line may break at them
_SPACES: Final = re.compile(rf"[^\S{_KEPT_SPACES}]+")
_NO_LINE_START: Final = frozenset("、。，．：；？！）」』】》〉…ー々)]}!?,.;:%»”’")


class Font(NamedTuple):
    """How a text is set: pixels, CSS weight, slope and the distance of its lines."""

    size: float
    leading: float
    weight: Weight = 400
    italic: bool = False

    def measure(self, text: str) -> float:
        """Give the width of a line in pixels."""
        return measure(text, self.size, self.weight, italic=self.italic)


def clean(text: str) -> str:
    """Give a text without what no picture can show: control characters, direction marks.

    White space of any kind becomes one space; a lone surrogate becomes the replacement sign. What
    we worded is clean already and keeps our isolates.
    """
    if isinstance(text, Worded):
        return text
    plain = " ".join(text.split()) if text.isascii() else _clean(text)
    if plain.isprintable():
        return plain
    return "".join(map(_shown, clusters(plain)))


def wrap(text: str, font: Font, room: float) -> tuple[str, ...]:
    """Break a text into lines no wider than `room` pixels.

    Lines break at spaces, after hyphens and slashes and between the letters of scripts that need
    no spaces. A word wider than the room is broken with a hyphen, beside what little may stand
    before it. Letters with their marks and emoji sequences stay whole.
    """
    lines: list[str] = []
    line, used, space = "", 0.0, font.measure(" ")
    for word, spaced in _words(clean(text)):
        wide, gap = font.measure(word), space if line and spaced else 0.0
        if used + gap + wide <= room:
            line = f"{line} {word}" if gap else line + word
            used += gap + wide
            continue
        if line and wide > room and _goes_on(line, used, word, font, room):
            word = f"{line} {word}" if gap else line + word  # noqa: PLW2901 - they go on together
        elif line:
            lines.append(line)
        *whole, line = _broken(word, font, room) if wide > room else [word]
        lines.extend(whole)
        used = font.measure(line) if whole else wide
    found = (*lines, line) if line or not lines else tuple(lines)
    return tuple(closed(found)) if isinstance(text, Worded) else found


def set_text(
    text: str,
    font: Font,
    room: float,
    fill: str = "ink",
    *,
    x: float = 0,
    y: float = 0,
    anchor: Anchor = "start",
    struck: bool = False,
) -> Text:
    """Wrap a text into a box whose upper left corner (or middle, or right) is (x, y)."""
    lines = wrap(text, font, room)
    return Text(
        x=x,
        y=y + (font.leading - font.size) / 2 + 0.92 * font.size,
        lines=lines,
        widths=tuple(font.measure(line) for line in lines),
        room=room,
        size=font.size,
        leading=font.leading,
        fill=fill,
        weight=font.weight,
        italic=font.italic,
        anchor=anchor,
        rtl=is_rtl(text),
        struck=struck,
    )


def height(text: Text) -> float:
    """Give the height of a text's box in pixels: its lines at their distance."""
    return len(text.lines) * text.leading


def _goes_on(line: str, used: float, word: str, font: Font, room: float) -> bool:
    """Tell whether a word that is to be broken begins behind what stands before it.

    A number belongs to its text, whatever it leaves of the room.
    """
    if used < _LONELY * room:
        return True
    begun = "".join(islice(clusters(without_isolates(word)), 2))
    is_number = _NUMBER.fullmatch(without_isolates(line)) is not None
    return is_number and font.measure(f"{line} {begun}{BREAK_SIGN}") <= room


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Give the pieces between which a line may break, and whether a space stands before each."""
    for word in text.split(" "):
        spaced = True
        for piece in _BREAKS.split(word):
            for part in _without_spaces(piece):
                yield part, spaced
                spaced = False


def _without_spaces(piece: str) -> Iterator[str]:
    if piece.isascii():
        yield piece
        return
    run = ""
    for cluster in clusters(piece):
        wide = unicodedata.east_asian_width(cluster[0]) in "WF" or is_picture(cluster)
        if run and wide and cluster[0] not in _NO_LINE_START:
            yield run
            run = ""
        run += cluster
        if wide and not run.endswith(tuple("（「『【《〈")):
            continue
    if run:
        yield run


def _broken(word: str, font: Font, room: float) -> list[str]:
    parts: list[str] = []
    part = ""
    for cluster in clusters(word):
        if part and font.measure(part + cluster + BREAK_SIGN) > room:
            parts.append(part + BREAK_SIGN)
            part = ""
        part += cluster
    if parts and part and font.measure(parts[-1][:-1] + part) <= room:
        part = parts.pop()[:-1] + part
    return [*parts, part]


def _clean(text: str) -> str:
    whole = "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)  # noqa: PLR2004 - the surrogates
    return _SPACES.sub(" ", whole.translate(_DIRECTION_MARKS)).strip()


def _shown(cluster: str) -> str:
    """Give a letter without controls; only a flag keeps the tags that say whose it is."""
    if is_regional_flag(cluster):
        return cluster
    return "".join(c for c in cluster if c.isprintable() or c in (JOINER, *_KEPT_SPACES))
