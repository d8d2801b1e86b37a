"""Issues of an Azure Pipelines run, as logging commands.

Source: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.inert import percent_escaped, sentence, unmarked
from journeycli.reporters.paths import absolute
from journeycli.reporters.summary import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context

# The service knows two types only.
_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "warning"}
# The agent decodes `%AZP25` after all others, and no plain `%25`.
_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ";": "%3B", "]": "%5D"}


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield one command a finding, worst first: a run's page keeps the first ten of each type."""
    for severity, kind in _TYPES.items():
        for finding in report.findings:
            if finding.severity is severity:
                yield _issue(kind, finding, context)


def _issue(kind: str, finding: Finding, context: Context) -> str:
    path, start, _ = finding.place
    properties = {
        "type": kind,
        # The agent turns an absolute path below the sources into one in the repository.
        "sourcepath": absolute(path, context),
        "linenumber": str(start.line),
        "columnnumber": str(start.column),
        "code": finding.code,
    }
    listing = "".join(
        f"{key}={percent_escaped(unmarked(value), _PROPERTY)};" for key, value in properties.items()
    )
    said = f"{finding.name}: {whole(finding)}"
    if finding.severity is Severity.INFO:
        said = f"advice: {said}"
    return f"##vso[task.logissue {listing}]{percent_escaped(sentence(said), _DATA)}\n"
