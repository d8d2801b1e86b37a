"""Touchpoints where they stand, with what is known of them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.model import JourneyMap, Stage, Touchpoint
    from journeycli.model.touchpoints import SharedTouchpoint
    from journeycli.source.span import Path

    Declared = Mapping[str, SharedTouchpoint | Touchpoint]


class Placed(NamedTuple):
    """A touchpoint in a stage.

    What it does not say itself is known from where the map, and then a catalog, declares it.

    Attributes:
        stage: The stage.
        path: Where it stands, from the root of the map.
        touchpoint: The touchpoint as it is written there.
        id: The id of what it is; its name where that makes no id.
        name: What people call it.
        channels: The channels that it is on, by id.
        status: Whether it is there or ought to be, or None.
        is_declared: Whether the map or a catalog says what it is.

    """

    stage: Stage
    path: Path
    touchpoint: Touchpoint
    id: str
    name: str
    channels: tuple[str, ...]
    status: str | None
    is_declared: bool

    @property
    def is_thought_of(self) -> bool:
        """Tell whether it is an idea or a plan, so that nobody can have met it yet."""
        return self.status in ("wanted", "planned")


def placed(journey: JourneyMap, in_map: Declared, in_catalogs: Declared) -> tuple[Placed, ...]:
    """Give the touchpoints of all stages, in the order of the map.

    Args:
        journey: The map.
        in_map: What the map's stages declare, by id.
        in_catalogs: What the workspace's catalogs declare, by id.

    """
    return tuple(
        _placed(stage, ("stages", place, "touchpoints", index), touchpoint, (in_map, in_catalogs))
        for place, stage in enumerate(journey.stages)
        for index, touchpoint in enumerate(stage.touchpoints)
    )


def by_touchpoint(places: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Bring the places of one touchpoint together, in the order of the map."""
    found: dict[str, list[Placed]] = {}
    for each in places:
        found.setdefault(each.id, []).append(each)
    return found


def _placed(
    stage: Stage, path: Path, touchpoint: Touchpoint, registers: tuple[Declared, ...]
) -> Placed:
    own = touchpoint.effective_id
    elsewhere = [each[own] for each in registers if own in each]
    sources = (touchpoint, *elsewhere)
    return Placed(
        stage=stage,
        path=path,
        touchpoint=touchpoint,
        id=own or touchpoint.name or "",
        name=next((each.name for each in sources if each.name), own),
        channels=next((each.channel for each in sources if each.channel), ()),
        status=next((each.status for each in sources if each.status), None),
        is_declared=touchpoint.ref is None or bool(elsewhere),
    )
