"""The report for programs, version 1: mapped by hand, the same whatever the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.model.checklist import QUESTIONS
from journeycli.views.portfolio.by import maps_by, points, value
from journeycli.views.portfolio.export import as_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from journeycli.lint.maps import Unread
    from journeycli.model.checklist import Share
    from journeycli.views.portfolio.figures import (
        MapFigures,
        MapName,
        Moment,
        Severities,
        StageFigures,
        StageName,
    )
    from journeycli.views.portfolio.report import Group, Report
    from journeycli.views.portfolio.tables import Table
    from journeycli.views.portfolio.words import Named
    from journeycli.views.portfolio.work import Work

VERSION = 1


def report_data(report: Report, sort: str | None = None) -> dict[str, Any]:
    """Give the whole report; the maps are sorted by a column of their table where one is given.

    Shares go from 0 to 1, rounded down, scores from −2 to 2; what is not known is null.
    """
    return {
        "version": VERSION,
        "view": "report",
        "today": report.today.isoformat(),
        "counted": report.counted,
        "total": _total(report),
        "maps": [_map(each, report.today) for each in maps_by(report, sort)],
        "personas": [
            {**_named(each.who, "role"), "share": each.share, **_group(each)}
            for each in report.personas
        ],
        "departments": [_department(each, report.today) for each in report.departments],
        "channels": [{**_named(each.who, "kind"), **_group(each)} for each in report.channels],
        "hot_spots": {
            "lowest": [_hot_spot(each) for each in report.lowest],
            "highest": [_hot_spot(each) for each in report.highest],
        },
        "overdue": {
            "reviews": [
                {"map": map_data(each.map), "due": day_data(each.review_due)}
                for each in report.overdue_reviews
            ],
            "removals": [overdue_data(each) for each in report.overdue_work],
        },
        "unread": unread_data(report.unread),
    }


def table_data(table: Table, report: Report) -> dict[str, Any]:
    """Give one table of the report."""
    return {
        "version": VERSION,
        "view": "report",
        "by": table.name,
        "today": report.today.isoformat(),
        "rows": as_rows(table),
        "unread": unread_data(report.unread),
    }


def map_data(each: MapName) -> dict[str, str]:
    """Give which map it is."""
    return {"id": each.id, "title": each.title, "path": each.path, "state": each.state}


def stage_data(stage: StageName) -> dict[str, str]:
    """Give which stage it is."""
    return {"id": stage.id, "name": stage.name}


def day_data(day: date | None) -> str | None:
    """Give a day as `2026-11-30`."""
    return day.isoformat() if day else None


def overdue_data(work: Work) -> dict[str, Any]:
    """Give what should have been done."""
    return {
        "kind": work.kind,
        "text": work.text,
        "map": map_data(work.map),
        "stage": stage_data(work.stage) if work.stage else None,
        "at": work.at,
        "line": work.line,
        "departments": [each.name for each in work.departments],
        "person": work.person or None,
        "due": str(work.due) if work.due else None,
    }


def unread_data(unread: Iterable[Unread]) -> list[dict[str, str]]:
    """Give what could not be read, and why."""
    return [{"path": each.name, "reason": each.reason} for each in unread]


def _total(report: Report) -> dict[str, Any]:
    return {
        "maps": len(report.maps),
        "counted_maps": len(report.counting),
        "stages": len(report.stages),
        "completeness": _share(report.completeness),
        "questions": _questions(report.questions),
        "evidence": _share(report.backed),
        "touchpoints": report.touchpoints,
        "moments_of_truth": report.decisive,
        "feeling": {"mean": points(report.score), "lowest": _moment(report.low)},
        "barriers": _barriers(report.barriers),
        "overdue": {
            "reviews": len(report.overdue_reviews),
            "removals": len(report.overdue_work),
        },
    }


def _map(each: MapFigures, today: date) -> dict[str, Any]:
    return {
        **map_data(each.map),
        "maturity": each.maturity,
        "errors": each.faults,
        "completeness": _share(each.completeness),
        "questions": _questions(each.questions),
        "stages": [_stage(stage) for stage in each.stages],
        "evidence": _share(each.backed),
        "touchpoints": len(each.touchpoints),
        "moments_of_truth": len(each.decisive),
        "feeling": {"mean": points(each.score), "lowest": _moment(each.low)},
        "barriers": _barriers(each.barriers),
        "review": {
            "due": day_data(each.review_due),
            "overdue": each.review_is_overdue(today),
        },
        "work": {
            "open": sum(work.is_open for work in each.work),
            "overdue": len(each.overdue_work(today)),
        },
    }


def _stage(stage: StageFigures) -> dict[str, Any]:
    return {
        **stage_data(stage.stage),
        "completeness": _share(stage.completeness),
        "open": list(stage.open),
        "evidence": _share(stage.backed),
        "touchpoints": len(stage.touchpoints),
        "feeling": _stage_feeling(stage),
        "barriers": _barriers(stage.barriers),
    }


def _hot_spot(stage: StageFigures) -> dict[str, Any]:
    return {
        "map": map_data(stage.map),
        "stage": stage_data(stage.stage),
        "feeling": _stage_feeling(stage),
        "barriers": _barriers(stage.barriers),
    }


def _stage_feeling(stage: StageFigures) -> dict[str, Any]:
    return {
        "mean": points(stage.score),
        "lowest": _moment(stage.low),
        "highest": _moment(stage.high),
    }


def _department(each: Group, today: date) -> dict[str, Any]:
    work = {
        "open": len(each.work),
        "overdue": sum(one.is_overdue(today) for one in each.work),
    }
    return {**_named(each.who, "organisation"), **_group(each), "work": work}


def _group(each: Group) -> dict[str, Any]:
    return {
        "maps": [map_.id for map_ in each.maps],
        "stages": each.stages,
        "touchpoints": each.touchpoints,
        "moments_of_truth": each.decisive,
        "feeling": {"mean": points(each.score), "lowest": _moment(each.low)},
        "opinion": points(each.opinion),
        "barriers": _barriers(each.barriers),
    }


def _named(who: Named, note: str) -> dict[str, Any]:
    return {"id": who.id, "name": who.name, note: who.note or None}


def _questions(parts: Iterable[Share]) -> list[Mapping[str, Any]]:
    return [
        {"code": code, "label": question.label, **_share(part)}
        for (code, question), part in zip(QUESTIONS.items(), parts, strict=True)
    ]


def _share(part: Share) -> dict[str, Any]:
    return {"settled": part.settled, "asked": part.asked, "share": value(part)}


def _moment(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {
        "score": moment.score,
        "map": moment.map.id,
        "stage": moment.stage.id,
        "feeling": moment.feeling or None,
        "words": moment.words or None,
    }


def _barriers(barriers: Severities) -> dict[str, int]:
    return {"open": barriers.total, **barriers._asdict()}
