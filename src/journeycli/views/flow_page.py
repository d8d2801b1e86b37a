"""The flow as a picture: the title block of every view, and Graphviz's layout below it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from journeycli.views.blocks import at
from journeycli.views.flow import flow_dot
from journeycli.views.flow_legend import flow_legend
from journeycli.views.flow_text import flow_story
from journeycli.views.map.header import header
from journeycli.views.mirror import mirror, mirrored, runs_leftwards
from journeycli.views.painters.graphviz import HASH, dot_hash, finish, layout, nested
from journeycli.views.painters.lines import set_apart
from journeycli.views.painters.svg import paint_svg, prefix_of
from journeycli.views.scene import Scene
from journeycli.views.sheet import MARGIN

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_NARROWEST: Final = 900.0
SEAL: Final = "data-sha256"
"""The attribute that tells what a whole picture was, so that a change by other hands shows."""
_HASH: Final = re.compile(rf'{HASH}="([0-9a-f]{{64}})"')
_SEAL: Final = re.compile(rf'{SEAL}="([0-9a-f]{{64}})"')


def flow_svg(
    journey: JourneyMap,
    known: Known,
    theme: Theme,
    program: str | None,
    *,
    one_font: bool = False,
) -> str:
    """Draw the flow.

    Args:
        journey: The map.
        known: What ids mean.
        theme: The colours.
        program: The path of Graphviz's `dot`, where this machine has one.
        one_font: Whether it is drawn by a program that finds one font a line beside ours.

    Raises:
        UserError: There is no engine, or it failed.

    """
    dot = flow_dot(journey, theme, known, alone=False)
    name = prefix_of(f"{journey.id}-flow")
    laid = finish(layout(dot, program), theme, name=name, title=journey.title)
    leftwards = runs_leftwards(journey)
    _direct(laid.root, leftwards=leftwards, one_font=one_font)
    scene, left, top = _around(journey, known, laid.width, laid.height)
    page = paint_svg(scene, theme, one_font=one_font)
    page = page.replace('role="img"', f'{HASH}="{dot_hash(dot)}" {SEAL}="" role="img"', 1)
    page = page.replace("</svg>", f"{nested(laid, left, top)}\n</svg>")
    sealed = _sealed(page, journey, known, theme)
    return page.replace(f'{SEAL}=""', f'{SEAL}="{sealed}"', 1)


def flow_is_current(svg: str, journey: JourneyMap, known: Known, theme: Theme) -> bool:
    """Tell whether a flow's picture is what the map gives, without an engine.

    Coordinates are the engine's, so the picture is not drawn again: it must have been laid out from
    the map's DOT, with the map's title block and legend around it, and be whole since.
    """
    dot, seal = _HASH.search(svg), _SEAL.search(svg)
    if dot is None or seal is None:
        return False
    if dot[1] != dot_hash(flow_dot(journey, theme, known, alone=False)):
        return False
    blank = svg[: seal.start(1)] + svg[seal.end(1) :]
    return seal[1] == _sealed(blank, journey, known, theme)


def _around(
    journey: JourneyMap, known: Known, width: float, height: float
) -> tuple[Scene, float, float]:
    """Lay out what is around a graph of a size, and say where the graph stands in it."""
    room = max(width, _NARROWEST)
    head, legend = header(journey, known, room), flow_legend(journey, known, room)
    top = MARGIN + head.height + 8
    below = top + height + 8
    scene = Scene(
        room + 2 * MARGIN,
        below + legend.height + MARGIN,
        (*at(head, MARGIN, MARGIN), *at(legend, MARGIN, below)),
        f"{journey.id}-flow",
        journey.title,
        flow_story(journey, known),
    )
    left = MARGIN - 24 if width >= room else MARGIN + (room - width) / 2
    if runs_leftwards(journey):
        return mirrored(scene), scene.width - left - width, top
    return scene, left, top


def _sealed(page: str, journey: JourneyMap, known: Known, theme: Theme) -> str:
    """Give the hash of a picture with a blank seal, and of what stands around its graph."""
    scene, _, _ = _around(journey, known, 0, 0)
    return hashlib.sha256(f"{page}\n{paint_svg(scene, theme)}".encode()).hexdigest()


def _direct(graph: ET.Element, *, leftwards: bool, one_font: bool) -> None:
    if leftwards:
        mirror(graph)
    if one_font:
        set_apart(graph)
