"""A map as a Markdown document for wikis: a heading a stage, a label a question, lists below.

It holds what the grid of a spreadsheet holds, in the same words and brackets, and comes back from
there: every sign of a sentence that Markdown would take for its own is escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.interchange.grid_out import grid
from journeycli.interchange.markdown_inline import escape
from journeycli.interchange.statements import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.model.journey import JourneyMap


def write(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> str:
    """Write a map as a document.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    laid = grid(journey, personas)
    lines = [f"# {escape(laid.title)}", ""]
    for name, text in laid.about:
        if name != "Title":
            lines += _labelled(name, text)
    for number, name in enumerate(laid.stages):
        lines += [f"## {number + 1}. {escape(name)}", ""]
        for row in laid.rows:
            if row.cells[number]:
                lines += _labelled(row.label, row.cells[number])
    return "\n".join(lines).rstrip() + "\n"


def _labelled(name: str, cell: str) -> Iterator[str]:
    label = escape(name).replace(":", "\\:")
    if not cell.startswith(BULLET):
        yield from (f"**{label}:** {escape(cell)}", "")
        return
    items = [line.removeprefix(BULLET).strip() for line in cell.split("\n")]
    yield f"**{label}**"
    yield ""
    yield from (f"- {escape(item)}" for item in items if item)
    yield ""
