"""Every view by its name: how it is drawn, and where it is a table, its values."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from journeycli.views.terminal.heading import heading
from journeycli.views.terminal.tabular import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject, View
    from journeycli.views.terminal.tabular import Table


class Entry(NamedTuple):
    """Where a view is drawn.

    Attributes:
        module: Its module in this folder, imported when the view is asked for.
        lines: The function that yields its lines; empty where it is its table.
        table: Where its values are: module and function; empty where it has none.

    """

    module: str
    lines: str = ""
    table: str = ""


VIEWS = {
    "map": Entry("journey_map", "map_view"),
    "checklist": Entry("checklist", "checklist_view", "checklist_export.checklist_table"),
    "curve": Entry("curve", "curve_view", "curve_export.curve_table"),
    "touchpoints": Entry("touchpoints", table="touchpoints.touchpoints"),
    "barriers": Entry("barriers", table="barriers.barriers"),
    "handoffs": Entry("handoffs", table="handoffs.handoffs"),
    "evidence": Entry("evidence", table="evidence.evidence"),
    "funnel": Entry("funnel", "funnel_view", "funnel.funnel_table"),
    "persona": Entry("persona", "persona_view"),
}
"""The views in the order in which they are offered."""

TABLES = tuple(name for name, entry in VIEWS.items() if entry.table)
"""The views that are tables of values as well."""


def view(name: str, subject: Subject, look: Look) -> Iterator[Text]:
    """Yield the lines of a view."""
    entry = VIEWS[name]
    if entry.lines:
        drawn: View = getattr(_module(entry.module), entry.lines)
        yield from drawn(subject, look)
        return
    yield from heading(subject, look)
    yield Text()
    yield from table_lines(table(name, subject), look)


def table(name: str, subject: Subject) -> Table:
    """Give the values of a view that is a table."""
    module, _, function = VIEWS[name].table.partition(".")
    made: Table = getattr(_module(module), function)(subject)
    return made


def _module(name: str) -> ModuleType:
    return import_module(f"journeycli.views.terminal.{name}")
