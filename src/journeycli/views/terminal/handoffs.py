"""Where customers are passed from one department to another, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Value

_COLUMNS = (
    Column("from", "From", style="bold"),
    Column("to", "To", style="bold"),
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("what", "What is passed on", prose=True),
    Column("touchpoint", "Where they notice"),
)


def handoffs(subject: Subject) -> Table:
    """Give every handoff of the map in its order; a stage without any gives its reason."""
    names = subject.names
    rows: list[tuple[Value, ...]] = []
    for stage in subject.journey.stages:
        rows += [
            (
                names.department(each.from_),
                names.department(each.to),
                stage.name,
                stage.id,
                each.what,
                names.touchpoint_name(each.touchpoint) or None,
            )
            for each in stage.handoffs
        ]
        if stage.handoffs.none:
            rows.append(("none", None, stage.name, stage.id, stage.handoffs.none, None))
    return Table(
        view="handoffs",
        title="handoffs",
        columns=_COLUMNS,
        rows=tuple(rows),
        empty="No stage of this map names a handoff.",
    )
