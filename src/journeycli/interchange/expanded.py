"""A map as JSON for other programs: every short form written out, every number a number.

What the format lets people leave out or shorten is spelled out, so that a program needs to know one
form only: a sentence is `{"text": …}`, a persona or touchpoint a mapping, an answer a list or
`{"none": reason}`, what a persona is like a list of `{"name": …, "text": …}`. The shape is that of
`schemas/expanded-map.schema.json`, and `format` carries its version. Keys come in the order of the
format, the same for the same map.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from journeycli.model.expanded import expanded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model.journey import JourneyMap


def write(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> str:
    """Write a map as JSON.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    data: dict[str, Any] = expanded(journey, personas or {})
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
