"""JUnit's XML, in the shape that Jenkins' schema accepts.

Source: `junit-10.xsd` of https://github.com/jenkinsci/xunit-plugin
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from journeycli.findings import Severity
from journeycli.reporters.summary import verdict
from journeycli.text import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context

# What `visible` leaves and XML 1.0 still has no way to hold: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[\ufffe\uffff]")


def render(report: Report, _context: Context) -> Iterator[str]:
    """Yield a suite a file and a case a finding; a clean run is one case that passes.

    Errors and warnings fail; advice is skipped, which shows it without failing a build.
    """
    failures = sum(_fails(finding) for finding in report.findings)
    tests = max(len(report.findings), 1)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="journey lint" tests="{tests}" failures="{failures}" errors="0">\n'
    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        yield from _suite(path, list(findings))
    if not report.findings:
        passed = _legal(verdict(report))
        yield '  <testsuite name="journey lint" tests="1" failures="0" errors="0" skipped="0">\n'
        yield f'    <testcase name="{passed}" classname="journey.lint" time="0"/>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    failures = sum(_fails(finding) for finding in findings)
    yield (
        f'  <testsuite name="{_legal(path)}" tests="{len(findings)}" failures="{failures}" '
        f'errors="0" skipped="{len(findings) - failures}">\n'
    )
    for finding in findings:
        yield _case(finding)
    yield "  </testsuite>\n"


def _case(finding: Finding) -> str:
    path, start, _ = finding.place
    at = finding.at or "the root"
    name = f"{finding.code} {finding.name} at {at} ({start.line}:{start.column})"
    # Jenkins reads a package up to the last dot: the file's own dots must not look like one.
    classname = f"journey.{path.replace('.', '_')}"
    message = _legal(one_line(finding.message))
    said = [f"{path}:{start.line}:{start.column}", one_line(finding.message)]
    if finding.help:
        said.append(one_line(finding.help))
    body = "\n".join(map(_legal, said))
    if _fails(finding):
        kind = finding.severity.value
        outcome = f'<failure type="{kind}" message="{message}">{body}</failure>'
    else:
        outcome = f'<skipped type="advice" message="{message}">{body}</skipped>'
    return (
        f'    <testcase name="{_legal(name)}" classname="{_legal(classname)}" time="0">\n'
        f"      {outcome}\n"
        f"    </testcase>\n"
    )


def _fails(finding: Finding) -> bool:
    match finding.severity:
        case Severity.ERROR | Severity.WARNING:
            return True
        case Severity.INFO:
            return False
        case _:
            assert_never(finding.severity)


def _legal(text: str) -> str:
    """Write a text as XML, for content and attributes alike, with no log reader's mark in it."""
    written = escape(_ILLEGAL.sub(_named, visible(text)))
    return written.replace("##", "#&#35;").replace("::", ":&#58;")


def _named(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
