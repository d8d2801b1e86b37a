"""The tables of the report: by map, stage, question, persona, department and channel."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from journeycli.model.checklist import QUESTIONS
from journeycli.views.portfolio.tables import Column, Table, sorted_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journeycli.model.checklist import Share
    from journeycli.views.portfolio.figures import MapFigures, Moment, Severities, StageFigures
    from journeycli.views.portfolio.report import Group, Report
    from journeycli.views.portfolio.tables import Value

EMPTY = "There is no map here."
_OF_PERSONAS = (
    "The worst off first. Feelings of the stages of their maps, and barriers there; what names no "
    "persona is everyone's."
)
_OF_DEPARTMENTS = (
    "Feelings of the stages that they act in, the worst first; opinions and barriers at their "
    "touchpoints; work on every map."
)
_OF_CHANNELS = (
    "Feelings of the steps at their touchpoints, the worst first; opinions and barriers there."
)
_BARRIERS = (
    Column("barriers", "Open barriers", "number", worst="high"),
    Column("critical", "Critical", "number", "with room", worst="high"),
    Column("high", "High", "number", "with room", worst="high"),
    Column("medium", "Medium", "number", "as data", worst="high"),
    Column("low", "Low", "number", "as data", worst="high"),
    Column("unrated", "Unrated", "number", "as data", worst="high"),
)
_LOW = (
    Column("lowest", "Lowest", "score", "with room"),
    Column("lowest_stage", "Lowest at", shown="as data"),
)
_MAPS = (
    Column("map", "Map", prose=True),
    Column("id", "Id", shown="as data"),
    Column("state", "State", shown="with room"),
    Column("maturity", "Maturity", shown="with room"),
    Column("stages", "Stages", "number", "with room", worst="high"),
    Column("completeness", "Complete", "share"),
    Column("evidence", "Evidence", "share"),
    Column("touchpoints", "Touchpoints", "number", "with room", worst="high"),
    Column("moments_of_truth", "Moments of truth", "number", "as data", worst="high"),
    Column("feeling", "Feeling", "score"),
    *_LOW,
    *_BARRIERS,
    Column("review_due", "Review due", shown="with room"),
    Column("review_overdue", "Review overdue", "flag", "as data", worst="high"),
    Column("open_work", "Open work", "number", "as data", worst="high"),
    Column("overdue", "Overdue", "number", worst="high"),
    Column("errors", "Errors", "number", "as data", worst="high"),
    Column("path", "File", shown="as data"),
    *(Column(code, each.label, "share", "as data") for code, each in QUESTIONS.items()),
)
_STAGES = (
    Column("map", "Map", shown="with room", prose=True),
    Column("map_id", "Map id", shown="as data"),
    Column("number", "#", "number"),
    Column("stage", "Stage", prose=True),
    Column("stage_id", "Stage id", shown="as data"),
    Column("completeness", "Complete", "share"),
    Column("open", "Open", "number", worst="high"),
    Column("open_questions", "Open questions", shown="as data"),
    Column("evidence", "Evidence", "share", "with room"),
    Column("touchpoints", "Touchpoints", "number", "with room", worst="high"),
    Column("feeling", "Feeling", "score"),
    Column("lowest", "Lowest", "score", "with room"),
    Column("highest", "Highest", "score", "with room"),
    *_BARRIERS,
)
_QUESTIONS = (
    Column("code", "Code"),
    Column("question", "Question", prose=True),
    Column("completeness", "Complete", "share"),
    Column("settled", "Settled", "number"),
    Column("asked", "Asked", "number", worst="high"),
    Column("open", "Open", "number", worst="high"),
)
_GROUP = (
    Column("maps", "Maps", "number", "with room", worst="high"),
    Column("stages", "Stages", "number", "with room", worst="high"),
    Column("touchpoints", "Touchpoints", "number", "with room", worst="high"),
    Column("moments_of_truth", "Moments of truth", "number", "as data", worst="high"),
    Column("feeling", "Feeling", "score"),
    *_LOW,
    Column("opinion", "Opinion", "score", "with room"),
    *_BARRIERS,
)
_PERSONAS = (
    Column("persona", "Persona", prose=True),
    Column("id", "Id", shown="as data"),
    Column("role", "Role", shown="as data"),
    Column("share", "Share", "share", "with room", worst="high"),
    *_GROUP,
)
_DEPARTMENTS = (
    Column("department", "Department", prose=True),
    Column("id", "Id", shown="as data"),
    Column("organisation", "Organisation", shown="as data"),
    *_GROUP,
    Column("open_work", "Open work", "number", worst="high"),
    Column("overdue", "Overdue", "number", worst="high"),
)
_CHANNELS = (
    Column("channel", "Channel", prose=True),
    Column("id", "Id", shown="as data"),
    Column("kind", "Kind", shown="with room"),
    *_GROUP,
)


def by_map(report: Report) -> Table:
    """Give a row a map, in the order of their files."""
    return Table("map", "Maps", _MAPS, tuple(_map_row(each, report) for each in report.maps), EMPTY)


def maps_by(report: Report, sort: str | None) -> tuple[MapFigures, ...]:
    """Give the maps in the order of their table, sorted by one of its columns."""
    if sort is None:
        return report.maps
    table = sorted_by(by_map(report), sort)
    path = [column.key for column in table.columns].index("path")
    by_path = {each.map.path: each for each in report.maps}
    return tuple(by_path[str(row[path])] for row in table.rows)


def by_stage(report: Report) -> Table:
    """Give a row a stage, map by map."""
    return Table("stage", "Stages", _STAGES, tuple(map(_stage_row, report.stages)), EMPTY)


def by_question(report: Report) -> Table:
    """Give a row a question of the checklist, over all maps."""
    rows = tuple(
        (code, each.label, value(part), part.settled, part.asked, part.asked - part.settled)
        for (code, each), part in zip(QUESTIONS.items(), report.questions, strict=True)
    )
    return Table("question", "Questions", _QUESTIONS, rows, EMPTY)


def by_persona(report: Report) -> Table:
    """Give a row a persona, the worst off first."""
    rows = tuple(
        (each.who.name, each.who.id, each.who.note or None, each.share, *_group_values(each))
        for each in report.personas
    )
    return Table("persona", "Personas", _PERSONAS, rows, "No map names a persona.", _OF_PERSONAS)


def by_department(report: Report) -> Table:
    """Give a row a department, the worst off first."""
    rows = tuple(
        (
            each.who.name,
            each.who.id,
            each.who.note or None,
            *_group_values(each),
            len(each.work),
            sum(work.is_overdue(report.today) for work in each.work),
        )
        for each in report.departments
    )
    empty = "No map names a department."
    return Table("department", "Departments", _DEPARTMENTS, rows, empty, _OF_DEPARTMENTS)


def by_channel(report: Report) -> Table:
    """Give a row a channel, the worst off first."""
    rows = tuple(
        (each.who.name, each.who.id, each.who.note or None, *_group_values(each))
        for each in report.channels
    )
    empty = "No touchpoint names a channel."
    return Table("channel", "Channels", _CHANNELS, rows, empty, _OF_CHANNELS)


TABLES: Mapping[str, Callable[[Report], Table]] = {
    "map": by_map,
    "stage": by_stage,
    "question": by_question,
    "persona": by_persona,
    "department": by_department,
    "channel": by_channel,
}
"""The tables in the order in which they are offered."""


@lru_cache(maxsize=1024)  # of ten thousand maps, whose shares are much the same few numbers
def value(part: Share) -> float | None:
    """Give a share from 0 to 1, to four places and rounded down, so that 1 means all.

    It is None where nothing was asked.
    """
    return part.settled * 10_000 // part.asked / 10_000 if part.asked else None


def points(score: float | None) -> float | None:
    """Give a mean score to two places."""
    return None if score is None else round(score, 2) + 0.0  # no −0


def _map_row(each: MapFigures, report: Report) -> tuple[Value, ...]:
    work = [one for one in each.work if one.is_open]
    late = each.review_is_overdue(report.today)
    overdue = len(each.overdue_work(report.today))
    return (
        each.map.title,
        each.map.id,
        each.map.state,
        each.maturity,
        len(each.stages),
        value(each.completeness),
        value(each.backed),
        len(each.touchpoints),
        len(each.decisive),
        points(each.score),
        *_low_values(each.low),
        *_severity_values(each.barriers),
        each.review_due.isoformat() if each.review_due else None,
        late,
        len(work),
        overdue + late,
        each.faults,
        each.map.path,
        *map(value, each.questions),
    )


def _stage_row(each: StageFigures) -> tuple[Value, ...]:
    return (
        each.map.title,
        each.map.id,
        each.number,
        each.stage.name,
        each.stage.id,
        value(each.completeness),
        len(each.open),
        tuple(QUESTIONS[code].label for code in each.open),
        value(each.backed),
        len(each.touchpoints),
        points(each.score),
        each.low.score if each.low else None,
        each.high.score if each.high else None,
        *_severity_values(each.barriers),
    )


def _group_values(each: Group) -> tuple[Value, ...]:
    return (
        len(each.maps),
        each.stages,
        each.touchpoints,
        each.decisive,
        points(each.score),
        *_low_values(each.low),
        points(each.opinion),
        *_severity_values(each.barriers),
    )


def _low_values(moment: Moment | None) -> Iterable[Value]:
    return (moment.score, moment.stage.name) if moment else (None, None)


def _severity_values(barriers: Severities) -> Iterable[Value]:
    return (barriers.total, *barriers)
