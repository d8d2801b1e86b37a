"""The page of a map: title block, rows of stages with their lanes, legend and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.blocks import at, stack
from journeycli.views.curve import curves
from journeycli.views.known import know
from journeycli.views.map.foot import foot
from journeycli.views.map.header import header
from journeycli.views.map.lanes import CURVE, lanes
from journeycli.views.scene import Scene
from journeycli.views.sheet import MARGIN, Options, Sheet
from journeycli.views.story import story

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap
    from journeycli.views.blocks import Block
    from journeycli.views.known import Known


def map_scene(
    journey: JourneyMap, known: Known | None = None, options: Options | None = None
) -> Scene:
    """Lay a map out.

    Raises:
        UserError: A lane was asked for that the map does not have.

    """
    known, options = known or know(journey), options or Options()
    sheet = Sheet(journey.stages, known, len(journey.personas) > 1, options)
    shown = sheet.filled(lanes(journey, options.lanes), curves(journey), CURVE)
    return page(
        journey,
        "map",
        story(journey, known),
        header(journey, known, sheet.inner),
        sheet.drawn(shown),
        foot(journey, known, sheet.inner),
    )


def page(journey: JourneyMap, view: str, told: str, *blocks: Block) -> Scene:
    """Put blocks below each other on a page with a margin."""
    whole = stack(blocks, 28)
    return Scene(
        whole.width + 2 * MARGIN,
        whole.height + 2 * MARGIN,
        at(whole, MARGIN, MARGIN),
        f"{journey.id}-{view}",
        journey.title,
        told,
    )
