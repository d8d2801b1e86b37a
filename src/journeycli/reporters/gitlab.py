"""GitLab's Code Quality report.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.findings import Severity
from journeycli.reporters.ascii_json import dumps
from journeycli.reporters.fingerprints import fingerprinted
from journeycli.reporters.paths import in_repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield one array with an issue a finding."""
    yield "["
    separator = "\n  "
    for finding, fingerprint in fingerprinted(report.findings, context):
        yield separator + dumps(_issue(finding, fingerprint, context))
        separator = ",\n  "
    yield "]\n" if separator == "\n  " else "\n]\n"


def _issue(finding: Finding, fingerprint: str, context: Context) -> dict[str, Any]:
    path, start, end = finding.place
    return {
        "description": f"{finding.code} {finding.name}: {finding.message}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": in_repository(path, context),
            "lines": {"begin": start.line, "end": end.line},
        },
    }
