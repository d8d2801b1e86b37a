"""Where people can be met, by one file's facts: channels of personas and of touchpoints."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts


class Reach(NamedTuple):
    """The channels that a file speaks of; few words, because they are kept of every file.

    Attributes:
        channels: The channels of a map's touchpoints, each once.
        unknown: The touchpoints of a map that stand there without a channel, by id.
        personas: The channels of the personas that the file declares, by their ids.
        shared: The channels of the touchpoints that a catalog declares, by their ids.

    """

    channels: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    personas: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()


NO_REACH = Reach()


def reach_of(facts: Facts) -> Reach:
    """Bring a file's channels together by what is on them."""
    named = _channels_by_owner(facts)
    personas = _of_kind("persona", facts, named)
    if facts.kind == "persona" and facts.id:
        personas[str(facts.id)] = named.get((), ())
    touchpoints = _of_kind("touchpoint", facts, named)
    for each in facts.named:
        if each.kind == "touchpoint" and each.path[-1] == "ref":
            own = named.get(each.path[:-1], ())
            touchpoints[str(each.id)] = (*touchpoints.get(str(each.id), ()), *own)
    with_channels = tuple((name, channels) for name, channels in personas.items() if channels)
    if facts.kind == "catalog":
        return Reach(personas=with_channels, shared=tuple(touchpoints.items()))
    unknown = (name for name, channels in touchpoints.items() if not channels)
    return Reach(
        channels=tuple(dict.fromkeys(each for some in touchpoints.values() for each in some)),
        unknown=tuple(map(sys.intern, unknown)),
        personas=with_channels,
    )


def _channels_by_owner(facts: Facts) -> dict[Path, tuple[str, ...]]:
    """Give channels by the path of the element that names them."""
    found: dict[Path, tuple[str, ...]] = {}
    for each in facts.named:
        if each.kind == "channel":
            owner = each.path[: -1 if each.path[-1] == "channel" else -2]
            found[owner] = (*found.get(owner, ()), sys.intern(str(each.id)))
    return found


def _of_kind(
    kind: str, facts: Facts, named: Mapping[Path, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in facts.declared:
        if each.kind == kind:
            name = str(each.id)
            found[name] = (*found.get(name, ()), *named.get(each.path, ()))
    return found
