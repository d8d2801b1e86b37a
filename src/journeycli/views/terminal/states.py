"""A current map beside its future, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from journeycli.compare.state_telling import parts
from journeycli.views.terminal.lines import hung, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.compare.state_telling import Part, Row
    from journeycli.compare.states import States
    from journeycli.views.terminal.look import Look

_STYLES: Final = {
    "✓": "green", "!": "red", "+": "green", "−": "red", "▲": "green", "▼": "red",
}  # fmt: skip
_TWINS: Final = {"✓": "x", "−": "-", "▲": "^", "▼": "v", "·": "."}


def states_view(states: States, look: Look) -> Iterator[Text]:
    """Yield what becomes of barriers, feelings, touchpoints and resources."""
    head = f"{states.current.title} → {states.future.title}"
    yield from wrapped(look.text(head, "bold"), look.width)
    for note in states.notes:
        yield from hung(Text("note: "), look.text(note), look.width, 6)
    for part in parts(states):
        yield Text()
        yield from _part(part, look)


def _part(part: Part, look: Look) -> Iterator[Text]:
    summary = look.text_with_space(f"({part.summary})", "dim")
    yield from wrapped(Text.assemble((part.title, "bold cyan"), summary), look.width)
    for row in part.rows:
        yield from _row(row, look)


def _row(row: Row, look: Look) -> Iterator[Text]:
    mark = row.mark if look.unicode else _TWINS.get(row.mark, row.mark)
    label = Text.assemble("  ", (mark, _STYLES.get(row.mark, "")), " ")
    notes = look.text_with_space(f"({row.notes})", "dim") if row.notes else Text()
    yield from hung(label, Text.assemble(look.text(row.title), notes), look.width, 4)
    for detail in row.details:
        yield from hung(Text("      "), look.text(detail), look.width, 6)
