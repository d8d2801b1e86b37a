"""Lines of several scripts, apart: one piece for each, where it was measured.

Where a line needs fonts beyond Inter, resvg looks for one other font that has what is missing, and
gives up on a line that needs two (usvg 0.48, `text/layout.rs`). Set apart, every piece finds its
own. typst draws pictures by the same library; browsers need none of this.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeycli.views.fonts import is_left_to_right, is_measured, measure
from journeycli.views.isolates import without_isolates
from journeycli.views.letters import clusters, is_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.scene import Anchor, Text

PICTURE_FAMILIES: Final = "'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', Inter"
"""The fonts of coloured emoji, one a system; fonts of signs have some of them in outline too."""
_OURS: Final = "inter"
_PICTURE: Final = "picture"
_RTL: Final = "right to left"
_SIGNS: Final = ("So", "Sk", "Sm", "Po", "Ps", "Pe")
_SHIFT: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def script_of(letter: str) -> str:
    """Give the script of a letter that Inter lacks, as Unicode names it; `emoji` for signs."""
    if unicodedata.category(letter) in _SIGNS:
        return "emoji"
    return unicodedata.name(letter, "emoji").split(" ")[0].split("-")[0]


def apart(text: Text) -> Iterator[Text]:
    """Give a text's pieces by script; the text itself where one font beside Inter is enough."""
    lines = tuple(map(without_isolates, text.lines))
    if not any(map(_needs_it, lines)):
        yield text
        return
    for index, (line, wide) in enumerate(zip(lines, text.widths, strict=True)):
        left = text.x - _SHIFT[text.anchor] * wide
        y = text.y + index * text.leading
        yield from _placed(replace(text, y=y, lines=(line,), widths=(wide,)), left)


def runs(line: str) -> list[str]:
    """Break a line where its script changes; spaces stay with what is before them.

    No space stands between two pictures of a run: in fonts of emoji it is as wide as one of them.
    """
    found: list[tuple[str, str]] = []
    for cluster in clusters(line):
        kind = _kind(cluster)
        if found and (cluster.isspace() or (kind == found[-1][0] and not _ends(*found[-1]))):
            found[-1] = (found[-1][0], found[-1][1] + cluster)
        else:
            found.append((kind, cluster))
    return [run for _, run in found]


def is_drawn(piece: str) -> bool:
    """Tell whether a piece is made of pictures, so that it wants a font of them."""
    return not piece.isascii() and is_picture(next(clusters(piece)))


def _needs_it(line: str) -> bool:
    if is_measured(line):
        return False
    kinds = {_kind(cluster) for cluster in clusters(line) if not cluster.isspace()}
    return len(kinds - {_OURS}) > 1 or (_PICTURE in kinds and (len(kinds) > 1 or " " in line))


def _placed(text: Text, left: float) -> Iterator[Text]:
    """Set the pieces of one line from the edge that is exact: other fonts' widths are estimates."""
    (line,), (wide,) = text.lines, text.widths
    pieces = runs(line) if _needs_it(line) else [line]
    leftwards = text.rtl and text.anchor != "start"
    anchor: Anchor = "end" if leftwards else "start"
    x = left + wide if leftwards else left
    for piece in reversed(pieces) if text.rtl and not leftwards else pieces:
        # The space that ends a piece from right to left is at its left, and would be drawn there
        # only where letters follow it.
        shown = piece.rstrip() if text.rtl else piece
        room, width = (
            measure(p, text.size, text.weight, italic=text.italic) for p in (piece, shown)
        )
        place = x if leftwards else x + room - width
        yield replace(text, x=place, lines=(shown,), widths=(width,), anchor=anchor)
        x += -room if leftwards else room


def _ends(kind: str, run: str) -> bool:
    return kind == _PICTURE and run[-1].isspace()


def _kind(cluster: str) -> str:
    if is_measured(cluster):
        return _OURS
    if not is_left_to_right(cluster):
        return _RTL
    return _PICTURE if is_picture(cluster) else script_of(cluster[0])
