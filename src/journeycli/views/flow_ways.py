"""The ways out of the stages, as edges of the flow's DOT, with their shares beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.flow_text import end_tone
from journeycli.views.painters.escape import dot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.ways import Way
    from journeycli.views.themes import Theme


def cell_name(number: int, row: int) -> str:
    """Name the box of a stage in a row, both from 0."""
    return f"s{number}r{row}"


def has_forks(journey: JourneyMap) -> bool:
    """Say whether several ways to stages leave one stage with their shares."""
    return any(
        sum(way.share is not None and way.to is not None for way in out) > 1
        for out in ways(journey)
    )


def way_lines(journey: JourneyMap, theme: Theme, row: int) -> Iterator[str]:
    """Write every way out of every stage as an edge of DOT; customers stand in `row`."""
    for number, out in enumerate(ways(journey)):
        order = 0
        for way in out:
            label = _label(number, way)
            near = _label_place(number, way, out)
            width = 1.2 + 2.4 * (way.share if way.share is not None else 0.6)
            if way.end is not None:
                target = cell_name(number, 0) + (f"_{order}" if order else "")
                order += 1
                role, more = f"{end_tone(journey, number, out, way)}-line", " constraint=false"
                label = ""
            elif way.to is None:
                continue
            else:
                target = cell_name(way.to, row)
                back = way.to <= number
                role = "warn-line" if back else "curve"
                more = " constraint=false" + (" style=dashed" if back else "")
            yield (
                f'  {cell_name(number, row)} -> {target} [color="{theme.day[role].color}"'
                f' fontcolor="{theme.day[role].color}" penwidth={width:.2f} {near}'
                f"{label}{more}]"
            )


def _label(number: int, way: Way) -> str:
    if way.share is None:
        return ""
    said = percent(way.share)
    if way.to is not None and way.to not in {number, number + 1}:
        said += f" → {way.to + 1}"
    return f" taillabel={dot(said)}"


def _label_place(number: int, way: Way, out: Sequence[Way]) -> str:
    """Place a share beside its way: of one to the next stage below it, of a leap above it.

    A repeat has its share inside its own loop; what would fall on another's goes farther out.
    """
    if way.to == number:
        return "labeldistance=3.6 labelangle=-36"
    kind = _direction(number, way)
    before = sum(
        each.share is not None and _direction(number, each) == kind
        for each in out[: out.index(way)]
    )
    near, angle = {"leap": (4.6, 23), "on": (1.95, -38)}.get(kind, (2.8, -25))
    return f"labeldistance={near + 2.4 * before:.1f} labelangle={angle}"


def _direction(number: int, way: Way) -> str:
    if way.to is None:
        return "end"
    if way.to <= number:
        return "back" if way.to < number else "repeat"
    return "on" if way.to == number + 1 else "leap"
