"""What stands in the way, the worst first, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.checklist import has_removal, opened_for
from journeycli.model.standing import is_done, measures_against, opportunities_for
from journeycli.text import counted
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from journeycli.model import Barrier, Stage
    from journeycli.model.standing import Openings
    from journeycli.views.terminal.names import Names
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Value

_SEVERITIES = ("critical", "high", "medium", "low", None)
_STATUSES = ("doing", "planned", "idea")
_COLUMNS = (
    Column("barrier", "Barrier", prose=True),
    Column("id", "Id", hidden=True),
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("severity", "Severity", style="bold red"),
    Column("affects", "Affects", "share"),
    Column("cause", "Cause", extra=True),
    Column("touchpoint", "Touchpoint", extra=True),
    Column("since", "Since", extra=True),
    Column("status", "Status", style="bold"),
    Column("removals", "What takes it away", prose=True, style="green"),
    Column("departments", "Who"),
    Column("due", "Due"),
)


def barriers(subject: Subject) -> Table:
    """Give every barrier of the map, by severity and then by the share of customers who meet it."""
    openings = opportunities_for(subject.journey)
    rows = [(barrier, stage) for stage in subject.journey.stages for barrier in stage.barriers]
    rows.sort(key=lambda row: (_SEVERITIES.index(row[0].severity), -(row[0].affects or 0)))
    return Table(
        view="barriers",
        title="barriers",
        columns=_COLUMNS,
        rows=tuple(_row(barrier, stage, subject.names, openings) for barrier, stage in rows),
        note=_note([barrier for barrier, _ in rows], opened_for(subject.journey)),
        empty="No stage of this map names a barrier.",
    )


def _note(found: list[Barrier], opened: Collection[str]) -> str:
    heavy = sum(each.severity in ("high", "critical") for each in found)
    bare = sum(not has_removal(each, opened) for each in found)
    left = f"; nothing is to be done yet about {bare}" if bare else ""
    return f"{counted(len(found), 'barrier')}, {heavy} of them high or critical{left}."


def status(barrier: Barrier, openings: Openings) -> str:
    """Give how far the furthest measure is that is not done yet; `done` once all of them are.

    It is `none` where nothing is done with a reason, `nothing yet` where nothing is meant to be.
    """
    meant = measures_against(barrier, openings)
    if not meant:
        return "none" if barrier.removals.none else "nothing yet"
    left = [each.status or "idea" for each in meant if not is_done(each)]
    return min(left, key=_STATUSES.index, default="done")


def _row(barrier: Barrier, stage: Stage, names: Names, openings: Openings) -> tuple[Value, ...]:
    measures = measures_against(barrier, openings)
    reason = (f"none: {barrier.removals.none}",) if barrier.removals.none else ()
    dates = [each.due for each in measures if each.due and not is_done(each)]
    soonest = min(dates, key=lambda day: day.last, default=None)
    departments = [names.department(each.department) for each in measures if each.department]
    return (
        barrier.text,
        barrier.effective_id,
        stage.name,
        stage.id,
        barrier.severity,
        barrier.affects,
        barrier.cause,
        names.touchpoint_name(barrier.touchpoint) or None,
        str(barrier.since) if barrier.since else None,
        status(barrier, openings),
        (*reason, *(each.text for each in measures)),
        tuple(dict.fromkeys(departments)),
        str(soonest) if soonest else None,
    )
