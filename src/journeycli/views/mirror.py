"""Pictures of maps that are written from right to left: everything runs that way.

Stages follow each other from right to left, headings stand at the right, and icons beside their
words; so do arrows. A map in another script with some such words in it stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from journeycli.views.fonts import is_rtl
from journeycli.views.isolates import is_listing
from journeycli.views.scene import Disc, Group, Image, Path, Rect, Text

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from journeycli.model.journey import JourneyMap
    from journeycli.views.scene import Anchor, Item, Scene, Segment

_OTHER_END: Final[dict[Anchor, Anchor]] = {"start": "end", "middle": "middle", "end": "start"}
_TEXT: Final = "{http://www.w3.org/2000/svg}text"


def runs_leftwards(journey: JourneyMap) -> bool:
    """Tell whether a map reads from right to left: most of its title and its stages' names do."""
    names = [journey.title, *(stage.name for stage in journey.stages)]
    return 2 * sum(map(is_rtl, names)) > len(names)


def mirrored(scene: Scene) -> Scene:
    """Give a picture as a reader from right to left expects it; words and images stay readable."""
    return replace(scene, items=tuple(_mirrored(item, scene.width) for item in scene.items))


def mirror(graph: ET.Element) -> None:
    """Mirror an SVG that is not ours, in place; what it shows goes through `translate` and back."""
    wide = float(graph.get("viewBox", "0 0 0 0").split()[2])
    for drawn in graph:
        if "transform" in drawn.attrib:
            drawn.set("transform", f"translate({wide:g} 0) scale(-1 1) {drawn.get('transform')}")
    for text in graph.iter(_TEXT):
        text.set("transform", f"translate({2 * float(text.get('x', '0')):g} 0) scale(-1 1)")
        anchor = text.get("text-anchor", "start")
        text.set("text-anchor", {"start": "end", "end": "start"}.get(anchor, anchor))


def _mirrored(item: Item, width: float) -> Item:
    match item:
        case Rect() | Image():
            return replace(item, x=width - item.x - item.width)
        case Disc():
            return replace(item, x=width - item.x)
        case Text():
            return replace(
                item,
                x=width - item.x,
                anchor=_OTHER_END[item.anchor],
                rtl=item.rtl or is_listing(item.lines),
            )
        case Path():
            return replace(item, segments=tuple(_turned(each, width) for each in item.segments))
        case Group():
            return replace(item, items=tuple(_mirrored(each, width) for each in item.items))
        case _:
            assert_never(item)


def _turned(segment: Segment, width: float) -> Segment:
    op, numbers = segment
    return op, tuple(n if odd % 2 else width - n for odd, n in enumerate(numbers))
