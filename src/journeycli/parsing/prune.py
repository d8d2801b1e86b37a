"""What the schema never sees: absent values, and keys that are somebody's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeycli.source.document import Data

OWN_PREFIX = "x-"
"""How a key begins that the format leaves to its writer."""

SCHEMA_KEY = "$schema"
"""The key by which editors find the schema; allowed at the root."""


def pruned(data: dict[str, Data]) -> dict[str, Data]:
    """Copy data without what means nothing to the schema.

    Keys without a value are absent, keys that start with `x-` are their writer's own, and `$schema`
    at the root is for editors. Empty elements of lists stay: they are mistakes.
    """
    copy = _mapping(data)
    copy.pop(SCHEMA_KEY, None)
    return copy


def _mapping(data: dict[str, Data]) -> dict[str, Data]:
    return {
        key: _value(value)
        for key, value in data.items()
        if value is not None and not key.startswith(OWN_PREFIX)
    }


def _value(value: Data) -> Data:
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, list):
        return [_value(element) for element in value]
    return value
