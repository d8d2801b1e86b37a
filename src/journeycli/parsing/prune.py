"""What the schema never sees, keys that are somebody's own; and what an empty key says, nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.source.document import Data

OWN_PREFIX = "x-"
"""How a key begins that the format leaves to its writer."""

SCHEMA_KEY = "$schema"
"""The key by which editors find the schema; allowed at the root."""


def pruned(data: dict[str, Data]) -> dict[str, Data]:
    """Copy data without the keys that are not the schema's.

    Keys that start with `x-` are their writer's own, and `$schema` at the root is for editors.
    Keys without a value stay: a known one counts as absent, an unknown one is a mistake. A lane
    that the map declares stays, too, whatever its id begins with: an id is no key of the format.
    """
    lanes = _own_lanes(data.get("lanes"))
    copy = {key: value for key, value in data.items() if key != SCHEMA_KEY}
    return _without(copy, lambda key, _: key.startswith(OWN_PREFIX) and key not in lanes)


def without_empty_keys(data: dict[str, Data]) -> dict[str, Data]:
    """Copy data without the keys that have no value, which says the same."""
    return _without(data, lambda _, value: value is None)


def _own_lanes(lanes: Data) -> frozenset[str]:
    """Give the ids of declared lanes that begin as a writer's own keys do."""
    declared = [each for each in lanes if isinstance(each, dict)] if isinstance(lanes, list) else []
    ids = [each.get("id") for each in declared]
    return frozenset(id_ for id_ in ids if isinstance(id_, str) and id_.startswith(OWN_PREFIX))


def _without(data: dict[str, Data], drops: Callable[[str, Data], bool]) -> dict[str, Data]:
    def kept(value: Data) -> Data:
        if isinstance(value, dict):
            return _without(value, drops)
        if isinstance(value, list):
            return [kept(element) for element in value]
        return value

    return {key: kept(value) for key, value in data.items() if not drops(key, value)}
