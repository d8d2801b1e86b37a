"""A map as a CSV table: the grid, with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from journeycli.interchange.grid_out import grid
from journeycli.interchange.guarding import inert
from journeycli.interchange.layout import ABOUT_BELOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model import JourneyMap


def write(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> str:
    """Write a map as a table with stages across and lanes down.

    Every cell stands in quotes, and one that a spreadsheet would take for a formula begins with
    an apostrophe, as OWASP advises; an import takes it off again.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    laid = grid(journey, personas)
    rows: list[tuple[str, ...]] = [("Title", laid.title), ("Stage", *laid.stages)]
    rows += [(row.label, *row.cells) for row in laid.rows]
    if laid.about:
        rows += [(), (ABOUT_BELOW,), *laid.about]
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [inert(cell) for cell in row] for row in rows
    )
    return text.getvalue()
