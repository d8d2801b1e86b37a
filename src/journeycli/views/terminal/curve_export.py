"""The points of the emotion curve as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.curve import curve
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from journeycli.model.curve import Point
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Value

_COLUMNS = (
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("score", "Score", "score"),
    Column("feeling", "Feeling"),
    Column("step", "Step", prose=True),
    Column("trigger", "Trigger", prose=True),
    Column("cause", "Cause"),
)


def curve_table(subject: Subject) -> Table:
    """Give every point that the curve goes through."""
    return Table(
        view="curve",
        title="emotion curve",
        columns=_COLUMNS,
        rows=tuple(_row(point, subject) for point in curve(subject.journey)),
        empty="No step and no emotion of this map has a score, so there is no curve yet.",
    )


def _row(point: Point, subject: Subject) -> tuple[Value, ...]:
    stage = subject.journey.stages[point.stage]
    score = round(point.score, 2)
    if point.step is None:
        return (stage.name, stage.id, score, point.feeling, None, None, None)
    step = stage.customer_actions[point.step]
    return (stage.name, stage.id, score, point.feeling, step.text, step.trigger, step.cause)
