"""What the report and the plan look like, kept as text.

A test fails when one of them changes; this writes them anew:
cd tests/views && python -m portfolio.snapshots
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.portfolio.plan_tables import plan_markdown
from journeycli.views.portfolio.report_markdown import report_markdown
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.plan import plan_view
from journeycli.views.terminal.report import report_view

from .workspace import SNAPSHOTS, look, plan, report

if TYPE_CHECKING:
    from journeycli.views.terminal.look import Look

FORMS = {
    "60": look(60),
    "80": look(80),
    "140": look(140),
    "80-ascii": look(80, "ascii"),
    "80-cp1252": look(80, "cp1252"),
    "80-color": look(80, color=True),
}


def pictures() -> dict[str, str]:
    """Draw everything in every form."""
    found: dict[str, str] = {}
    for form, at in FORMS.items():
        found[f"report-{form}.txt"] = drawn_report(at)
        found[f"plan-{form}.txt"] = painted(plan_view(plan(), at, explain=form == "80"), at)
    found["report.md"] = report_markdown(report())
    found["plan.md"] = plan_markdown(plan())
    return found


def drawn_report(at: Look, sort: str | None = None) -> str:
    """Draw the report."""
    return painted(report_view(report(), at, sort), at)


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for name, text in pictures().items():
        (SNAPSHOTS / name).write_text(text, "utf-8")
