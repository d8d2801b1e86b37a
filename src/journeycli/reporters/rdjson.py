"""Reviewdog's diagnostic format: columns count UTF-8 bytes, ends are exclusive.

Reviewdog reads strictly and older releases refuse keys that they do not know, so that only those
stand here which the format had from its start.
Source: https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from journeycli.findings import Severity
from journeycli.reporters.ascii_json import dumps
from journeycli.reporters.paths import in_repository
from journeycli.source.span import Lines, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeycli.findings import Edit, Finding, Fix, Report
    from journeycli.reporters.context import Context

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield one document with a diagnostic a finding."""

    @lru_cache(maxsize=4)
    def text(path: str) -> tuple[str, Lines] | None:
        found = context.source(path)
        return None if found is None else (found, Lines(found))

    yield '{"source": {"name": "journeycli"},\n "diagnostics": ['
    separator = "\n  "
    for finding in report.findings:
        yield separator + dumps(_diagnostic(finding, text, context))
        separator = ",\n  "
    yield "]}\n"


def _diagnostic(
    finding: Finding, text: Callable[[str], tuple[str, Lines] | None], context: Context
) -> dict[str, Any]:
    path, start, end = finding.place
    source = text(path)
    lines = source[1] if source else None
    code = {"value": finding.code}
    if finding.url:
        code["url"] = finding.url
    diagnostic: dict[str, Any] = {
        "message": "\n".join(filter(None, (f"{finding.name}: {finding.message}", finding.help))),
        "location": {"path": in_repository(path, context), "range": _range(start, end, lines)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    if source and finding.fix and (suggestion := _suggestion(finding.fix, path, source)):
        diagnostic["suggestions"] = [suggestion]
    return diagnostic


def _suggestion(fix: Fix, path: str, source: tuple[str, Lines]) -> dict[str, Any] | None:
    """Give a safe fix of one file as one replacement.

    Several suggestions would be alternatives, and each would be applied alone: so the edits and
    what stands between them become one. An unsafe fix is for its author to judge, not for a click.
    """
    edits = sorted(fix.edits, key=lambda edit: edit.place.start)
    if not fix.safe or not edits or any(edit.place.path != path for edit in edits):
        return None
    text, lines = source
    pieces = list(_pieces(edits, text, lines))
    span = _range(edits[0].place.start, edits[-1].place.end, lines)
    return {"range": span, "text": "".join(pieces)}


def _pieces(edits: list[Edit], text: str, lines: Lines) -> Iterator[str]:
    before: int | None = None
    for place, new in edits:
        if before is not None:
            yield text[before : lines.offset(place.start)]
        yield new
        before = lines.offset(place.end)


def _range(start: Position, end: Position, lines: Lines | None) -> dict[str, dict[str, int]]:
    return {"start": _position(start, lines), "end": _position(end, lines)}


def _position(position: Position, lines: Lines | None) -> dict[str, int]:
    """Count a column in bytes; where the text cannot be read, the line alone is said."""
    if lines is None:
        return {"line": position.line}
    before = ""
    if position.line <= len(lines):
        before = lines.text(position.line)[: position.column - 1]
    beyond = position.column - 1 - len(before)
    column = len(before.encode("utf-8", "surrogatepass")) + beyond + 1
    return {"line": position.line, "column": column}
