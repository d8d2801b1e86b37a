"""Where people can be met, by one file's facts: channels of personas and of touchpoints."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts


class PersonaChannels(NamedTuple):
    """A persona that a file declares, and the channels on which they can be met."""

    id: str
    name: str
    channels: tuple[str, ...]


class Reach(NamedTuple):
    """The channels that a file speaks of; few words, because they are kept of every file.

    Attributes:
        channels: The channels of a map's touchpoints, each once.
        unknown: The touchpoints of a map that stand there without a channel, by id.
        personas: The personas that the file declares and that name channels.
        shared: The channels of the touchpoints that a catalog declares, by their ids.

    """

    channels: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    personas: tuple[PersonaChannels, ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()


NO_REACH = Reach()


def reach_of(facts: Facts) -> Reach:
    """Bring a file's channels together by what is on them."""
    named = _channels_by_owner(facts)
    personas = tuple(_personas(facts, named))
    touchpoints = _touchpoints(facts, named)
    if facts.kind == "catalog":
        return Reach(personas=personas, shared=tuple(touchpoints.items()))
    unknown = (name for name, channels in touchpoints.items() if not channels)
    return Reach(
        channels=tuple(dict.fromkeys(each for some in touchpoints.values() for each in some)),
        unknown=tuple(map(sys.intern, unknown)),
        personas=personas,
    )


def _channels_by_owner(facts: Facts) -> dict[Path, tuple[str, ...]]:
    """Give channels by the path of the element that names them."""
    found: dict[Path, tuple[str, ...]] = {}
    for each in facts.named:
        if each.kind == "channel":
            owner = each.path[: -1 if each.path[-1] == "channel" else -2]
            found[owner] = (*found.get(owner, ()), sys.intern(str(each.id)))
    return found


def _personas(facts: Facts, named: Mapping[Path, tuple[str, ...]]) -> Iterator[PersonaChannels]:
    """Give the personas that name channels; the one of a persona file stands at its root."""
    owners: list[tuple[Path, str, str]] = [
        (each.path, each.id, each.name) for each in facts.declared if each.kind == "persona"
    ]
    if facts.kind == "persona":
        owners.append(((), facts.id, facts.title))
    for path, persona, name in owners:
        if path in named:
            yield PersonaChannels(str(persona), name, named[path])


def _touchpoints(facts: Facts, named: Mapping[Path, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Give the channels of a file's touchpoints by their ids, wherever they stand in it."""
    places = [(each.id, each.path) for each in facts.declared if each.kind == "touchpoint"]
    places += [
        (each.id, each.path[:-1])
        for each in facts.named
        if each.kind == "touchpoint" and each.path[-1] == "ref"
    ]
    found: dict[str, tuple[str, ...]] = {}
    for touchpoint, path in places:
        name = str(touchpoint)
        found[name] = (*found.get(name, ()), *named.get(path, ()))
    return found
