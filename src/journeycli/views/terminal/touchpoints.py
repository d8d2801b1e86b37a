"""Where customers meet us, stage by stage, and what they think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.terminal.look import DECISIVE
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from journeycli.model import Stage, Touchpoint
    from journeycli.views.terminal.names import Names
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Value

_COLUMNS = (
    Column("touchpoint", "Touchpoint"),
    Column("id", "Id", style="dim", extra=True),
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("moment_of_truth", "Decides", "flag", style=DECISIVE),
    Column("channels", "Channels", style="cyan"),
    Column("department", "Department"),
    Column("status", "Status", extra=True),
    Column("expected", "Expected", "score"),
    Column("before", "Before", "score"),
    Column("during", "During", "score"),
    Column("after", "After", "score"),
    Column("gap", "Gap", "score"),
)


def touchpoints(subject: Subject) -> Table:
    """Give every touchpoint of every stage, in the order of the map."""
    return Table(
        view="touchpoints",
        title="touchpoints",
        columns=_COLUMNS,
        rows=tuple(
            _row(touchpoint, stage, subject.names)
            for stage in subject.journey.stages
            for touchpoint in stage.touchpoints
        ),
        empty="No stage of this map names a touchpoint.",
    )


def _row(touchpoint: Touchpoint, stage: Stage, names: Names) -> tuple[Value, ...]:
    known = names.touchpoint(touchpoint)
    opinion = touchpoint.opinion
    before, during, after = (
        (opinion.before, opinion.during, opinion.after) if opinion else (None, None, None)
    )
    expected = touchpoint.expected
    gap = after - expected if after is not None and expected is not None else None
    return (
        known.name,
        known.id,
        stage.name,
        stage.id,
        touchpoint.moment_of_truth,
        tuple(map(names.channel, known.channels)),
        names.department(known.department) or None,
        known.status,
        expected,
        before,
        during,
        after,
        gap,
    )
