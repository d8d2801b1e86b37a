"""The plan for programs, spreadsheets and wikis: rows, JSON version 1, Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from journeycli.text import counted, listed
from journeycli.views.markdown import escape
from journeycli.views.portfolio.export import as_markdown
from journeycli.views.portfolio.ranking import is_guessed, reach_words, severity_words
from journeycli.views.portfolio.report_json import (
    VERSION,
    map_data,
    stage_data,
    unread_data,
)
from journeycli.views.portfolio.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.views.portfolio.plan import Plan
    from journeycli.views.portfolio.ranking import Ranked
    from journeycli.views.portfolio.tables import Value

LEGEND = (
    "Ranked by the severity × reach of the barriers that it takes away (low 1, medium 2, high 3, "
    "critical 4 × the share of customers who meet it), then by impact / effort, then by due date."
)
GUESSED = (
    "A ? marks what no map says; it is counted as the middle: severity medium, reach 25%, impact "
    "3, effort 3."
)
_COLUMNS = (
    Column("rank", "#", "number"),
    Column("kind", "Kind"),
    Column("work", "What", prose=True),
    Column("id", "Id", shown="as data"),
    Column("barriers", "Takes away", prose=True),
    Column("severity", "Severity", shown="as data"),
    Column("reach", "Reach", shown="as data"),
    Column("weight", "Severity × reach", "number", "as data", worst="high"),
    Column("impact", "Impact", "number", "as data", worst="high"),
    Column("effort", "Effort", "number", "as data"),
    Column("benefit", "Impact / effort", "number", "as data", worst="high"),
    Column("status", "Status"),
    Column("departments", "Who"),
    Column("person", "Person", shown="as data"),
    Column("due", "Due"),
    Column("overdue", "Overdue", "flag"),
    Column("done", "Done", shown="as data"),
    Column("change", "Change", shown="as data"),
    Column("effect", "Effect", shown="as data"),
    Column("map", "Map"),
    Column("map_id", "Map id", shown="as data"),
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", shown="as data"),
    Column("path", "File", shown="as data"),
    Column("line", "Line", "number", "as data"),
    Column("at", "At", shown="as data"),
    Column("because", "Why it stands here", prose=True),
)


def plan_table(plan: Plan) -> Table:
    """Give a row a piece of work, in order."""
    rows = tuple(_row(each, plan) for each in plan.rows)
    return Table("work", "Plan", _COLUMNS, rows, nothing(plan))


def nothing(plan: Plan) -> str:
    """Say why there is no row."""
    if plan.every:
        return "No work on these maps is what was asked for."
    return "No map names a removal, an opportunity or a resource that is still to come."


def plan_data(plan: Plan) -> dict[str, Any]:
    """Give the plan for programs; shares go from 0 to 1, what is not known is null."""
    asked = plan.asked
    return {
        "version": VERSION,
        "view": "plan",
        "today": plan.today.isoformat(),
        "asked": {
            "statuses": list(asked.statuses),
            "departments": [each.id for each in asked.departments],
            "due_before": asked.due_before.isoformat() if asked.due_before else None,
            "top": asked.top,
        },
        "summary": {
            "maps": plan.maps,
            "ranked": len(plan.every),
            "shown": len(plan.rows),
            **{f"{kind}s": n for kind, n in _kinds(plan).items() if kind != "opportunity"},
            "opportunities": _kinds(plan)["opportunity"],
            "overdue": len(plan.overdue),
            "unowned": len(plan.unowned),
        },
        "work": [_work(each, plan) for each in plan.rows],
        "unanswered": [
            {
                "map": map_data(each.map),
                "stage": stage_data(each.stage),
                "barrier": each.barrier._asdict(),
            }
            for each in plan.unanswered
        ],
        "unread": unread_data(plan.unread),
    }


def plan_markdown(plan: Plan) -> str:
    """Write the plan as a document: what it holds, the matrix, the work in order."""
    lines = [
        f"# Plan on {plan.today}",
        "",
        *([f"{summary(plan)}.", ""] if plan.rows else []),
        *([f"For {escape(whose(plan))}.", ""] if whose(plan) else []),
        *_matrix(plan),
        "",
        "## Work",
        "",
        *as_markdown(plan_table(plan)),
        "",
        *([LEGEND, ""] if plan.rows else []),
        *([GUESSED] if any(is_guessed(each.work) for each in plan.rows) else []),
        "",
        *_unanswered(plan),
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def summary(plan: Plan) -> str:
    """Say what there is: `12 removals, 3 opportunities and 1 resource, 2 overdue`."""
    kinds = _kinds(plan)
    parts = [
        counted(kinds["removal"], "removal"),
        counted(kinds["opportunity"], "opportunity", "opportunities"),
        counted(kinds["resource"], "resource"),
    ]
    overdue = f"{len(plan.overdue):,} overdue" if plan.overdue else "nothing overdue"
    unowned = f", {len(plan.unowned):,} with nobody who does it" if plan.unowned else ""
    shown = f" of {len(plan.every):,}" if len(plan.rows) < len(plan.every) else ""
    return f"{len(plan.rows):,}{shown}: {listed(parts)}; {overdue}{unowned}"


def whose(plan: Plan) -> str:
    """Say whom the plan is for; nothing where it is for all."""
    return listed([each.name for each in plan.asked.departments])


def _row(each: Ranked, plan: Plan) -> tuple[Value, ...]:
    work = each.work
    return (
        each.rank,
        work.kind,
        work.text,
        work.id,
        tuple(barrier.text for barrier in work.against),
        tuple(map(severity_words, work.against)),
        tuple(map(reach_words, work.against)),
        each.weight,
        work.impact,
        work.effort,
        each.benefit,
        work.status,
        tuple(department.name for department in work.departments),
        work.person or None,
        str(work.due) if work.due else None,
        work.is_overdue(plan.today),
        str(work.done) if work.done else None,
        work.change,
        work.effect or None,
        work.map.title,
        work.map.id,
        work.stage.name if work.stage else None,
        work.stage.id if work.stage else None,
        work.map.path,
        work.line,
        work.at,
        each.because,
    )


def _work(each: Ranked, plan: Plan) -> dict[str, Any]:
    work = each.work
    return {
        "rank": each.rank,
        "kind": work.kind,
        "id": work.id,
        "text": work.text,
        "map": map_data(work.map),
        "stage": stage_data(work.stage) if work.stage else None,
        "at": work.at,
        "line": work.line,
        "barriers": [barrier._asdict() for barrier in work.against],
        "weight": each.weight,
        "impact": work.impact,
        "effort": work.effort,
        "benefit": each.benefit,
        "because": each.because,
        "status": work.status,
        "departments": [{"id": one.id, "name": one.name} for one in work.departments],
        "person": work.person or None,
        "due": str(work.due) if work.due else None,
        "overdue": work.is_overdue(plan.today),
        "done": str(work.done) if work.done else None,
        "change": work.change,
        "effect": work.effect or None,
    }


def _kinds(plan: Plan) -> dict[str, int]:
    kinds = [each.work.kind for each in plan.rows]
    return {kind: kinds.count(kind) for kind in ("removal", "opportunity", "resource")}


def _matrix(plan: Plan) -> Iterator[str]:
    """Yield impact against effort, with the ranks of what stands there."""
    if not plan.matrix:
        return
    yield "## Impact against effort"
    yield ""
    yield "| | Effort 1 | Effort 2 | Effort 3 | Effort 4 | Effort 5 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for impact in range(5, 0, -1):
        cells = [_ranks(plan.matrix.get((impact, effort), ())) for effort in range(1, 6)]
        yield f"| **Impact {impact}** | {' | '.join(cells)} |"
    if plan.first:
        yield ""
        yield f"Much for little (impact 4 or 5, effort 1 or 2): {_ranks(plan.first)}."


def _unanswered(plan: Plan) -> Iterator[str]:
    if not plan.unanswered:
        return
    yield "## Barriers with nothing against them"
    yield ""
    for each in plan.unanswered:
        weight = f"{severity_words(each.barrier)}, {reach_words(each.barrier)}"
        where = f"{escape(each.map.title)}, {escape(each.stage.name)}"
        yield f"- {escape(each.barrier.text)} ({weight}; {where})"


def _ranks(rows: Sequence[Ranked]) -> str:
    return ", ".join(str(each.rank) for each in rows)
