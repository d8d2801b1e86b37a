"""Keys of the writer's own, which begin with `x-`: the format does not know what they mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from journeycli.parsing.prune import OWN_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data


def own_keys(data: Data) -> Iterator[tuple[str, str]]:
    """Give the writer's own keys of a mapping that say something, each with its value as text.

    A mapping or list is written as JSON with sorted keys, so that their order says nothing.
    """
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        if key.startswith(OWN_PREFIX) and value is not None:
            text = str(value) if isinstance(value, str) else None
            yield key, text if text is not None else _json(value)


def _json(value: Data) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
