"""SARIF 2.1.0, for code scanning and the viewers in editors.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from journeycli.findings import Severity
from journeycli.reporters.ascii_json import dumps
from journeycli.reporters.fingerprints import fingerprinted
from journeycli.reporters.paths import base_uri, uri
from journeycli.reporters.summary import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.findings import Edit, Finding, Fix, Place, Report, Suppression
    from journeycli.reporters.context import Context, RuleInfo

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
# Code scanning computes `primaryLocationLineHash` itself and trusts whoever sends it, so that a
# fingerprint that is none of lines needs a name of its own.
_FINGERPRINT = "journeyFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What code scanning calls them: docs.github.com, "SARIF support for code scanning".
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
# In a message, `[text](target)` is a link (section 3.11.6); what a map says must not become one.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield one log with one run; suppressed findings are results with their suppression."""
    rules = sorted(context.rules(), key=attrgetter("code"))
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules, context)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_BASE: {"uri": base_uri(context)}},
        "invocations": [_invocation(report)],
        "artifacts": [_artifact(path, context) for path in report.files],
    }
    yield f'{{"$schema": {dumps(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{'
    for key, value in run.items():
        yield f"\n  {dumps(key)}: {dumps(value)},"
    yield '\n  "results": ['
    separator = "\n   "
    findings = merge(report.findings, report.suppressed, key=attrgetter("sort_key"))
    for finding, fingerprint in fingerprinted(findings, context):
        yield separator + dumps(_result(finding, fingerprint, indexes, context))
        separator = ",\n   "
    yield "]}]}\n"


def _driver(rules: list[RuleInfo], context: Context) -> dict[str, Any]:
    return {
        "name": "journeycli",
        "version": context.version,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: RuleInfo) -> dict[str, Any]:
    descriptor = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.markdown, "markdown": rule.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.tags), "problem.severity": _PROBLEMS[rule.severity]},
    }
    if rule.url:
        descriptor["helpUri"] = rule.url
    return descriptor


def _invocation(report: Report) -> dict[str, Any]:
    notes = [{"level": "note", "message": {"text": _unlinked(note)}} for note in report.notes]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _artifact(path: str, context: Context) -> dict[str, Any]:
    return {"location": _artifact_location(path, context), "roles": ["analysisTarget"]}


def _result(
    finding: Finding, fingerprint: str, indexes: Mapping[str, int], context: Context
) -> dict[str, Any]:
    location = _location(finding.place, context)
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.at}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _unlinked(whole(finding))},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        # Section 3.27.23: once one result says it, each has to, if only with an empty list.
        "suppressions": [_suppression(finding.suppressed)] if finding.suppressed else [],
    }
    if finding.code in indexes:
        result["ruleIndex"] = indexes[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place, context), "message": {"text": _unlinked(message)}}
            for number, (place, message) in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, context)]
    return result


def _location(place: Place, context: Context) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact_location(place.path, context),
            "region": _region(place),
        }
    }


def _artifact_location(path: str, context: Context) -> dict[str, str]:
    location, relative = uri(path, context)
    return {"uri": location, "uriBaseId": _BASE} if relative else {"uri": location}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(fix: Fix, context: Context) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.place.path, []).append(_replacement(edit))
    return {
        "description": {"text": _unlinked(fix.title)},
        "artifactChanges": [
            {"artifactLocation": _artifact_location(path, context), "replacements": replacements}
            for path, replacements in changes.items()
        ],
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    replacement: dict[str, Any] = {"deletedRegion": _region(edit.place)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement


def _suppression(suppression: Suppression) -> dict[str, Any]:
    written: dict[str, Any] = {
        "kind": "inSource" if suppression.kind == "comment" else "external",
        "status": "accepted",
    }
    if suppression.reason:
        written["justification"] = suppression.reason
    written["properties"] = {"source": suppression.kind}
    if suppression.until:
        written["properties"]["until"] = suppression.until
    return written


def _unlinked(text: str) -> str:
    return _LINK.sub(r"\\[", text)
