"""The lines of an SVG that is not ours, apart by script as those of a scene are.

Graphviz writes each line as one text element, and the programs that make PNGs and PDFs find one
font beside Inter for such an element; see `runs`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final, cast, get_args

from journeycli.views.fonts import LEFTWARDS, measure
from journeycli.views.isolates import isolated
from journeycli.views.painters.runs import PICTURE_FAMILIES, apart, is_drawn
from journeycli.views.scene import Anchor, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.scene import Weight

_TEXT: Final = "{http://www.w3.org/2000/svg}text"
_BOLD: Final = "700"


def set_apart(root: ET.Element) -> None:
    """Put the pieces of every line of several scripts in its place, where each was measured."""
    for parent in root.iter():
        if any(child.tag == _TEXT for child in parent):
            parent[:] = [
                piece
                for child in parent
                for piece in (_pieces(child) if child.tag == _TEXT else (child,))
            ]


def _pieces(element: ET.Element) -> Iterator[ET.Element]:
    line = element.text or ""
    if line.isascii():
        yield element
        return
    pieces = list(apart(_text(element, line)))
    if len(pieces) == 1 and not is_drawn(line):
        yield element
        return
    for piece in pieces:
        places = {"x": f"{piece.x:.2f}", "text-anchor": piece.anchor}
        if is_drawn(piece.lines[0]):
            places["font-family"] = PICTURE_FAMILIES
        made = ET.Element(_TEXT, {**element.attrib, **places})
        shown = piece.lines[0]
        made.text = isolated(shown, leftwards=True) if piece.rtl else shown
        yield made


def _text(element: ET.Element, line: str) -> Text:
    """Give a line as a scene has it; its units stay Graphviz's own, which are points."""
    size = float(element.get("font-size", "14"))
    weight: Weight = 700 if element.get("font-weight") == _BOLD else 400
    italic = element.get("font-style") == "italic"
    anchor = element.get("text-anchor", "start")
    wide = measure(line, size, weight, italic=italic)
    return Text(
        float(element.get("x", "0")),
        float(element.get("y", "0")),
        (line,),
        (wide,),
        wide,
        size,
        size,
        weight=weight,
        italic=italic,
        anchor=cast("Anchor", anchor) if anchor in get_args(Anchor) else "start",
        rtl=line.startswith(LEFTWARDS),
    )
