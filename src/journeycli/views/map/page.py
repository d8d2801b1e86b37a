"""The page of a map: title block, rows of stages with their lanes, legend and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.model.stage import Stage
from journeycli.views.blocks import EMPTY, SMALL, at, flow, indented, stack, words
from journeycli.views.changes import CHANGED, GONE, NEW, tag
from journeycli.views.curve import Curve, curves
from journeycli.views.emotion_lane import line_dash, line_kind, line_role
from journeycli.views.known import know
from journeycli.views.map.foot import foot, legend
from journeycli.views.map.header import header
from journeycli.views.map.lanes import CURVE, lanes
from journeycli.views.mirror import mirrored, runs_leftwards
from journeycli.views.scene import Scene, horizontal, kinds
from journeycli.views.sheet import MARGIN, Options, Sheet
from journeycli.views.story import story
from journeycli.views.union import lines_on, union
from journeycli.views.wording import worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.views.blocks import Block
    from journeycli.views.known import Known

_NOW: Final = "now"
_BEFORE: Final = "before"


def map_scene(
    journey: JourneyMap,
    known: Known | None = None,
    options: Options | None = None,
    base: JourneyMap | None = None,
) -> Scene:
    """Lay a map out.

    Args:
        journey: The map.
        known: What its ids mean.
        options: Lanes, width and rows.
        base: A map to compare with: what is new, changed or gone gets a mark, and its curve is
            drawn too.

    Raises:
        UserError: A lane was asked for that the map does not have.

    """
    known, options = known or know(journey), options or Options()
    sheet = _sheet(journey, known, options, base)
    lines = (
        curves(journey)
        if base is None
        else tuple(lines_on(sheet.stages, (journey, base), (_NOW, _BEFORE)))
    )
    drawn = sheet.drawn(sheet.filled(lanes(journey, options.lanes), lines, CURVE))
    marks = EMPTY
    if base is not None:
        entries = _entries(journey, base, lines, kinds(drawn.items))
        marks = flow(entries, sheet.inner, 24, 8)
    whose = lines if base is None else ()
    if not options.framed:
        below = legend(known, sheet.inner, drawn, whose)
        return page(journey, "map", story(journey, known), marks, drawn, below)
    above = header(journey, known, sheet.inner)
    below = foot(journey, known, sheet.inner, drawn, whose)
    return page(journey, "map", story(journey, known), above, marks, drawn, below)


def page(journey: JourneyMap, view: str, told: str, *blocks: Block) -> Scene:
    """Put blocks below each other on a page with a margin."""
    whole = stack(blocks, 28)
    scene = Scene(
        whole.width + 2 * MARGIN,
        whole.height + 2 * MARGIN,
        at(whole, MARGIN, MARGIN),
        f"{journey.id}-{view}",
        journey.title,
        told,
    )
    return mirrored(scene) if runs_leftwards(journey) else scene


def _sheet(journey: JourneyMap, known: Known, options: Options, base: JourneyMap | None) -> Sheet:
    several = len(journey.personas) > 1
    if base is None:
        return Sheet(journey.stages, known, several, options)
    own = {stage.id for stage in journey.stages}
    stages = tuple(
        stage if stage.id in own else Stage(id=stage.id, name=f"{stage.name} ({GONE})")
        for stage in union((journey.stages, base.stages))
    )
    before = {stage.id: stage for stage in base.stages}
    return Sheet(stages, known, several, options, before=before)


def _entries(
    journey: JourneyMap, base: JourneyMap, lines: tuple[Curve, ...], seen: Collection[str]
) -> Iterator[Block]:
    """Draw whose the lines are and what the marks mean, of those that are drawn."""
    before = worded("Compared with: {}", base.title) if base.id != journey.id else "Before"
    names = {_NOW: journey.title, _BEFORE: before}
    for number, line in enumerate(lines):
        if line_kind(number) not in seen:
            continue
        mark = horizontal(0, 8, 28, line_role(number), 3 - number, line_dash(number))
        text = names[line.persona or _NOW]
        yield indented((mark,), words(text, SMALL, SMALL.measure(text) + 0.01, "soft"), 36)
    yield from (tag(change) for change in (NEW, CHANGED, GONE) if change in seen)
