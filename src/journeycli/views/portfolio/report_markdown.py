"""The report as Markdown, for wikis, minutes and pull requests."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from journeycli.text import counted
from journeycli.views.markdown import escape
from journeycli.views.portfolio.by import (
    by_channel,
    by_department,
    by_map,
    by_persona,
    by_question,
    by_stage,
)
from journeycli.views.portfolio.export import as_markdown, signed
from journeycli.views.portfolio.headlines import (
    ALL_ANSWERED,
    caveat,
    headlines,
    how_open,
    size,
)
from journeycli.views.portfolio.tables import sorted_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.views.portfolio.figures import StageFigures
    from journeycli.views.portfolio.report import Report
    from journeycli.views.portfolio.tables import Table
    from journeycli.views.portfolio.work import Work


def report_markdown(report: Report, sort: str | None = None) -> str:
    """Write the whole report; the maps are sorted by a column of their table where one is given."""
    lines = [
        f"# Journeys on {report.today}",
        "",
        f"{size(report)}.",
        "",
        *_summary(report),
        "",
        *_section(sorted_by(by_map(report), sort)),
        *_questions(report),
        *_hot("Where feelings run lowest", report.lowest),
        *_hot("Where feelings run highest", report.highest),
        *_section(by_persona(report)),
        *_section(by_department(report)),
        *_section(by_channel(report)),
        *_overdue(report),
        *_unread(report),
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def table_markdown(table: Table) -> str:
    """Write one table of the report."""
    return "\n".join([f"## {table.title}", "", *as_markdown(table), ""])


def work_line(work: Work) -> str:
    """Write a piece of work in a line: when it was due, what it is, and who has it where."""
    who = [each.name for each in work.departments] or [work.person or "nobody"]
    stage = f", {escape(work.stage.name)}" if work.stage else ""
    place = f"{escape(work.map.title)}{stage}"
    return f"- **{work.due}** {escape(work.text)} ({escape(', '.join(who))}; {place})"


def _summary(report: Report) -> Iterator[str]:
    for each in headlines(report):
        share = f"{how_open(each.share)}, " if each.share else ""
        yield f"- **{each.label}:** {share}{escape(each.text)}"
    if caveat(report):
        yield ""
        yield f"*{caveat(report)}*"


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.title}"
    yield ""
    yield from as_markdown(table)
    yield ""


def _questions(report: Report) -> Iterator[str]:
    """Yield every question, and the stages where some are open; unless none is anywhere."""
    if report.completeness.settled == report.completeness.asked:
        yield from ("## Questions", "", ALL_ANSWERED, "")
        return
    yield from _section(by_question(report))
    table = by_stage(report)
    place = [column.key for column in table.columns].index("open")
    rows = tuple(row for row in table.rows if row[place])
    yield from _section(replace(table, title="Stages with open questions", rows=rows))


def _hot(title: str, stages: Iterable[StageFigures]) -> Iterator[str]:
    lines = [_hot_line(each) for each in stages]
    if lines:
        yield from (f"## {title}", "", *lines, "")


def _hot_line(stage: StageFigures) -> str:
    moment = stage.low if (stage.score or 0) < 0 else stage.high
    words = "; ".join(filter(None, (moment.feeling, moment.words))) if moment else ""
    said = f": {escape(words)}" if words else ""
    where = f"{escape(stage.stage.name)} ({escape(stage.map.title)})"
    return f"- **{signed(stage.score or 0)}** {where}{said}"


def _overdue(report: Report) -> Iterator[str]:
    if not report.overdue_reviews and not report.overdue_work:
        return
    yield from ("## Overdue", "")
    for each in report.overdue_reviews:
        yield f"- **{each.review_due}** Review of {escape(each.map.title)}"
    yield from map(work_line, report.overdue_work)
    yield ""


def _unread(report: Report) -> Iterator[str]:
    if report.unread:
        yield from (f"## {counted(len(report.unread), 'file')} could not be read", "")
        yield from (f"- {escape(each.name)}: {escape(each.reason)}" for each in report.unread)
