"""One line a finding, for grep and for eyes that know their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli import inert
from journeycli.reporters.summary import statistics, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield `path:line:column: severity CODE name: message` for each finding, then the counts."""
    for finding in report.findings:
        yield inert.line(_line(finding)) + "\n"
    if context.statistics:
        for row in statistics(report):
            yield row + "\n"
    yield inert.line(verdict(report)) + "\n"


def _line(finding: Finding) -> str:
    path, start, _ = finding.place
    return (
        f"{inert.name(path)}:{start.line}:{start.column}: {finding.severity.value} "
        f"{inert.name(finding.code)} {inert.name(finding.name)}: "
        f"{inert.sentence(finding.message)}"
    )
