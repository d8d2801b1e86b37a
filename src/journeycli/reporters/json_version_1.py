"""The machine format of our own, version 1: as one document, and as one object a line.

It is mapped by hand from the finding, so that no change inside changes it; keys are only added.
"""

from __future__ import annotations

from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from journeycli.findings import Severity
from journeycli.reporters.ascii_json import dumps
from journeycli.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Fix, Place, Position, Report, Suppression
    from journeycli.reporters.context import Context

_VERSION = 1


def render(report: Report, _context: Context) -> Iterator[str]:
    """Yield one document: version, findings with the suppressed ones among them, and summary."""
    yield f'{{"version": {_VERSION},\n "findings": ['
    separator = "\n  "
    for finding in _sorted(report):
        yield separator + dumps(_finding(finding))
        separator = ",\n  "
    yield f'],\n "summary": {dumps(_summary(report))}}}\n'


def render_lines(report: Report, _context: Context) -> Iterator[str]:
    """Yield one object a line: each finding, then the summary."""
    for finding in _sorted(report):
        yield dumps({"type": "finding", "version": _VERSION, **_finding(finding)}) + "\n"
    yield dumps({"type": "summary", "version": _VERSION, **_summary(report)}) + "\n"


def _sorted(report: Report) -> Iterator[Finding]:
    if all(map(str.isprintable, report.files)):
        return merge(report.findings, report.suppressed, key=attrgetter("sort_key"))
    # A name that cannot be written stands here as it is shown, and is sorted so.
    both = (*report.findings, *report.suppressed)
    return iter(sorted(both, key=lambda each: (visible(each.place.path), each.sort_key)))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "url": finding.url,
        **_place(finding.place),
        "at": finding.at,
        "fix": None if finding.fix is None else _fix(finding.fix),
        "related": [{**_place(place), "message": message} for place, message in finding.related],
        "suppressed": None if finding.suppressed is None else _suppression(finding.suppressed),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "start": _position(place.start), "end": _position(place.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**_place(edit.place), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _suppression(suppression: Suppression) -> dict[str, str | None]:
    return {
        "kind": suppression.kind,
        "reason": suppression.reason,
        "until": suppression.until,
    }


def _summary(report: Report) -> dict[str, Any]:
    return {
        "files": len(report.files),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "suppressed": len(report.suppressed),
        "fixable": report.fixable,
        "today": report.today,
    }
