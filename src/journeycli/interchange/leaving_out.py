"""What a table of a map does not hold, found by reading the table again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.interchange.draft import Asked
from journeycli.model.data import as_data

if TYPE_CHECKING:
    from journeycli.interchange.kinds import Kind
    from journeycli.model.journey import JourneyMap

_UNSAID = frozenset({"format", "id"})  # a table is known by its title


def left_out(journey: JourneyMap, written: bytes, kind: Kind) -> list[str]:
    """Give the keys of a map that its table does not give back, in the order of the map.

    Args:
        journey: The map.
        written: Its table.
        kind: What the table is; it can be read.

    Raises:
        UserError: The table cannot be read.

    """
    drafts = kind.load().read(written, Asked(title=journey.title))
    there = {key for draft in drafts for key in draft.data}
    said = journey.model_fields_set - there - _UNSAID
    return [key for key in as_data(journey) if key in said]
