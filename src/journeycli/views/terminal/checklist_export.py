"""The checklist as values: a row a stage and question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.checklist import checklist
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from journeycli.views.terminal.subject import Subject

_COLUMNS = (
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("code", "Code"),
    Column("label", "Question"),
    Column("state", "State"),
    Column("count", "Count", "number"),
    Column("good", "Good feelings of ours", "number"),
    Column("bad", "Bad feelings of ours", "number"),
    Column("because", "None, because"),
    Column("question", "In full"),
)


def checklist_table(subject: Subject) -> Table:
    """Give how every question stands at every stage."""
    return Table(
        view="checklist",
        title="checklist",
        columns=_COLUMNS,
        rows=tuple(
            (
                column.name,
                column.id,
                cell.code,
                cell.question.label,
                cell.state,
                cell.count,
                cell.balance.good if cell.balance else None,
                cell.balance.bad if cell.balance else None,
                cell.because,
                cell.asked,
            )
            for column in checklist(subject.journey).columns
            for cell in column.cells
        ),
    )
