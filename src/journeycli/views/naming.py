"""What ids are declared to mean: the one place that says which declaration counts.

A map's own comes before the workspace's catalogs, a catalog before those that are read after it,
and of several in one list the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from journeycli.model import Persona

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journeycli.model import Catalog, Channel, Department, Evidence, JourneyMap


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


class Declared(NamedTuple):
    """What a map and the workspace's catalogs declare, by id."""

    channels: Mapping[str, Channel]
    departments: Mapping[str, Department]
    evidence: Mapping[str, Evidence]


def declared(journey: JourneyMap, catalogs: Sequence[Catalog]) -> Declared:
    """Gather what channels, departments and evidence are declared."""
    around: tuple[JourneyMap | Catalog, ...] = (journey, *catalogs)
    return Declared(
        _by_id(each for one in around for each in one.channels),
        _by_id(each for one in around for each in one.departments),
        _by_id(each for one in around for each in one.evidence),
    )


def personas(journey: JourneyMap, others: Iterable[Persona]) -> Mapping[str, Persona]:
    """Gather the personas that are known, by id: those in the map, then the workspace's."""
    return _by_id((*(each for each in journey.personas if isinstance(each, Persona)), *others))


def people(journey: JourneyMap, known: Mapping[str, Persona]) -> tuple[Persona, ...]:
    """Give the personas of a map that are known, each once, the main actor first."""
    found = (each if isinstance(each, Persona) else known.get(each) for each in journey.personas)
    return tuple({each.id: each for each in found if each is not None}.values())


def _by_id(elements: Iterable[T]) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for each in elements:
        found.setdefault(each.id, each)
    return found
