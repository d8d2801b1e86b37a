"""What departments, channels and personas are called, wherever in the workspace that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.model import Persona
from journeycli.model.channels import CHANNELS
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.model import Catalog, Channel, Department, JourneyMap


class Named(NamedTuple):
    """Something that several maps name.

    Attributes:
        id: Its id; for a department that nobody declares, the slug of what was written.
        name: What people call it.
        note: A persona's or department's side, a channel's kind; empty where nobody says.

    """

    id: str
    name: str
    note: str = ""


class Words:
    """The names that hold for the whole workspace; a map's own go before them.

    Args:
        catalogs: The workspace's catalogs, in the order of their files.
        personas: The workspace's personas.

    """

    def __init__(self, catalogs: Iterable[Catalog] = (), personas: Iterable[Persona] = ()) -> None:
        catalogs = tuple(catalogs)
        self._departments = _departments(each for one in catalogs for each in one.departments)
        self._channels = _channels(each for one in catalogs for each in one.channels)
        self._personas = {each.id: each for each in reversed(tuple(personas))}

    @property
    def departments(self) -> tuple[Named, ...]:
        """Every department that a catalog declares, each once."""
        return tuple(dict.fromkeys(self._departments.values()))

    def department(self, written: str, journey: JourneyMap) -> Named:
        """Give the department that a map means, by its id or by its name."""
        own = _departments(journey.departments) if journey.departments else {}
        key = slug(written) or written
        return own.get(key) or self._departments.get(key) or Named(key, written)

    def channel(self, written: str, journey: JourneyMap) -> Named:
        """Give the channel that a map means by an id."""
        if written in CHANNELS:
            return Named(written, CHANNELS[written].name, CHANNELS[written].kind)
        own = _channels(journey.channels)
        return own.get(written) or self._channels.get(written) or Named(written, written)

    def personas(self, journey: JourneyMap) -> tuple[tuple[Named, float | None], ...]:
        """Give the personas of a map, each with its share of all customers where it is known."""
        found: dict[str, tuple[Named, float | None]] = {}
        for each in journey.personas:
            persona = each if isinstance(each, Persona) else self._personas.get(each)
            if persona is None:
                found.setdefault(str(each), (Named(str(each), str(each)), None))
            else:
                named = Named(persona.id, persona.name, persona.role or "")
                found.setdefault(persona.id, (named, persona.share))
        return tuple(found.values())


def _departments(declared: Iterable[Department]) -> Mapping[str, Named]:
    """Give departments by the slugs of their ids and of their names; ids go first."""
    every = [Named(each.id, each.name or each.id, each.organisation or "") for each in declared]
    by_name = {slug(each.name): each for each in reversed(every)}
    return by_name | {slug(each.id) or each.id: each for each in reversed(every)}


def _channels(declared: Iterable[Channel]) -> Mapping[str, Named]:
    return {
        each.id: Named(each.id, each.name or each.id, each.kind or "")
        for each in reversed(tuple(declared))
    }
