"""The flow as a picture: the title block of every view, and Graphviz's layout below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.views.blocks import at
from journeycli.views.flow import flow_dot
from journeycli.views.flow_legend import flow_legend
from journeycli.views.flow_text import flow_story
from journeycli.views.map.header import header
from journeycli.views.painters.graphviz import HASH, dot_hash, finish, layout, nested
from journeycli.views.painters.lines import set_apart
from journeycli.views.painters.svg import paint_svg, prefix_of
from journeycli.views.scene import Scene
from journeycli.views.sheet import MARGIN

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_NARROWEST: Final = 900.0
_HASH: Final = re.compile(rf'{HASH}="([0-9a-f]{{64}})"')


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
    if one_font:
        set_apart(laid.root)
    width = max(laid.width, _NARROWEST)
    head = header(journey, known, width)
    top = MARGIN + head.height + 8
    legend = flow_legend(journey, known, width)
    below = top + laid.height + 8
    tall = below + legend.height + MARGIN
    drawn = (*at(head, MARGIN, MARGIN), *at(legend, MARGIN, below))
    about = (f"{journey.id}-flow", journey.title, flow_story(journey, known))
    scene = Scene(width + 2 * MARGIN, tall, drawn, *about)
    page = paint_svg(scene, theme, one_font=one_font)
    page = page.replace('role="img"', f'{HASH}="{dot_hash(dot)}" role="img"', 1)
    left = MARGIN - 24 if laid.width >= width else MARGIN + (width - laid.width) / 2
    return page.replace("</svg>", f"{nested(laid, left, top)}\n</svg>")


def drawn_from(svg: str) -> str | None:
    """Give the hash of the DOT that a flow's picture was drawn from."""
    found = _HASH.search(svg)
    return found[1] if found else None
