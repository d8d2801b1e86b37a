"""Annotations on GitHub, as workflow commands in the log of an Actions step.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.inert import percent_escaped, sentence, unmarked
from journeycli.reporters.paths import in_repository
from journeycli.reporters.summary import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub keeps the first ten annotations of each level that a step writes and drops the others
# without a word.
_KEPT = 10
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield one command a finding, worst first; where too many, the last one counts the rest."""
    for severity, level in _LEVELS.items():
        findings = [finding for finding in report.findings if finding.severity is severity]
        shown = findings if len(findings) <= _KEPT else findings[: _KEPT - 1]
        for finding in shown:
            yield _annotation(level, finding, context)
        if left := len(findings) - len(shown):
            more = numbered(severity, left)
            yield f"::{level} title=journey::{more} beyond these; `journey lint` lists them all\n"


def _annotation(level: str, finding: Finding, context: Context) -> str:
    path, start, end = finding.place
    properties = {
        "file": in_repository(path, context),
        "line": str(start.line),
        "endLine": str(end.line),
    }
    if start.line == end.line:  # GitHub refuses columns on an annotation of several lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = f"{finding.code} {finding.name}"
    listing = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    said = [sentence(text) for text in (finding.message, finding.help) if text]
    return f"::{level} {listing}::{percent_escaped(chr(10).join(said), _DATA)}\n"


def _property(value: str) -> str:
    return percent_escaped(unmarked(value), _PROPERTY)
