"""One run over a workspace: every file, then what shows across files, then who may speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Report
from journeycli.lint.gathering import ALONE, Gathering, Means
from journeycli.lint.sources import Sources
from journeycli.lint.speaking import Weighing, speak
from journeycli.lint.upkeep import view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.lint.baseline import View
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.result import Known
    from journeycli.lint.speaking import Choice

__all__ = ["ALONE", "Means", "Run", "Sources", "lint"]


class Run(NamedTuple):
    """What a run gave.

    Attributes:
        report: The findings.
        facts: What each linted file is known by, by its name.
        view: What the run looked at.

    """

    report: Report
    facts: Mapping[str, Known]
    view: View


def lint(sources: Sources, rules: Rules, choice: Choice, means: Means = ALONE) -> Run:
    """Lint files and give what was found, sorted, as far as `choice` lets it speak."""
    weighing = Weighing(choice)
    gathering = Gathering(sources, rules, choice.options, means, weighing.days)
    try:
        results = {}
        for name, findings, heard in gathering.results():
            weighing.add(findings)
            results[name] = heard
        told = gathering.told()
        weighing.add(told.findings)
    finally:
        gathering.close()
    counting, suppressed = speak(weighing, results, rules, choice, all_read=not told.notes)
    report = Report(
        findings=tuple(counting),
        suppressed=tuple(suppressed),
        files=tuple(sorted(sources.linted)),
        today=choice.today.isoformat(),
        notes=told.notes,
    )
    facts = {name: heard.facts for name, heard in results.items()}
    return Run(report, facts, view_of(results, choice))
