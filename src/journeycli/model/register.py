"""Touchpoints by their ids: what a `ref` stands for, and who acts there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from journeycli.model.catalog import Catalog
from journeycli.model.journey import JourneyMap
from journeycli.model.stage import Stage
from journeycli.model.touchpoints import SharedTouchpoint, Touchpoint
from journeycli.model.vocabulary import TouchpointStatus


class KnownTouchpoint(NamedTuple):
    """What is known of a touchpoint, wherever it stands.

    Attributes:
        id: Its id, written or made from the name.
        name: What people call it; the id where nobody says.
        channels: The channels that it is on, by id.
        department: Who answers for it, or None.
        status: Whether it is there or ought to be, or None.

    """

    id: str
    name: str
    channels: tuple[str, ...]
    department: str | None
    status: TouchpointStatus | None


def register(
    journey: JourneyMap, catalogs: Iterable[Catalog] = ()
) -> dict[str, SharedTouchpoint | Touchpoint]:
    """Give the touchpoints that a map can name, by id: its own, then those of the catalogs.

    Of two with one id, the first counts.
    """
    found: dict[str, SharedTouchpoint | Touchpoint] = {}
    for each in _declared(journey, catalogs):
        found.setdefault(each.effective_id, each)
    return found


def known(
    touchpoint: Touchpoint, declared: Mapping[str, SharedTouchpoint | Touchpoint]
) -> KnownTouchpoint:
    """Give what is known of a touchpoint of a stage: its own words, else those of what it names.

    Args:
        touchpoint: The touchpoint.
        declared: The register that its `ref` is looked up in.

    """
    own = touchpoint.effective_id
    other = declared.get(touchpoint.ref) if touchpoint.ref else None
    return KnownTouchpoint(
        id=own,
        name=touchpoint.name or (other and other.name) or own,
        channels=touchpoint.channel or (other.channel if other else ()),
        department=touchpoint.department or (other.department if other else None),
        status=touchpoint.status or (other.status if other else None),
    )


def acting_departments(
    stage: Stage, declared: Mapping[str, SharedTouchpoint | Touchpoint]
) -> tuple[str, ...]:
    """Give the departments that act in a stage: in company actions, and at its touchpoints.

    Args:
        stage: The stage.
        declared: The register that references to touchpoints are looked up in.

    """
    actions = (action.department for action in stage.company_actions)
    places = (known(touchpoint, declared).department for touchpoint in stage.touchpoints)
    return tuple(dict.fromkeys(each for each in (*actions, *places) if each is not None))


def _declared(
    journey: JourneyMap, catalogs: Iterable[Catalog]
) -> Iterator[SharedTouchpoint | Touchpoint]:
    for stage in journey.stages:
        yield from (each for each in stage.touchpoints if each.ref is None)
    for catalog in catalogs:
        yield from catalog.touchpoints
