"""The counts at the end of what people read."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, assert_never

from journeycli import inert
from journeycli.findings import Severity
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.findings import Finding, Report

_KIND = re.compile(r"\.(journey|persona|catalog|walk)\.ya?ml\Z")
_NOUNS = {"journey": "map", "persona": "persona", "catalog": "catalog", "walk": "walkthrough"} | {
    "": "other file"
}


def numbered(severity: Severity, number: int) -> str:
    """Count findings of one severity: `1 error`, `3 warnings`, `5 pieces of advice`."""
    match severity:
        case Severity.ERROR:
            return counted(number, "error")
        case Severity.WARNING:
            return counted(number, "warning")
        case Severity.INFO:
            return counted(number, "piece of advice", "pieces of advice")
        case _:
            assert_never(severity)


def word(severity: Severity) -> str:
    """Name a severity for people: what weighs least is advice."""
    return "advice" if severity is Severity.INFO else severity.value


def severities(findings: Iterable[Finding]) -> str:
    """Count findings by severity, heaviest first; a severity without any is left out."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(numbered(each, counts[each]) for each in Severity if counts[each])


def whole(finding: Finding) -> str:
    """Join message and help to running text; the message stands first and can stand alone."""
    if not finding.help:
        return finding.message
    stop = "" if finding.message.endswith((".", "?", "!", "。")) else "."
    return f"{finding.message}{stop} {finding.help}"


def verdict(report: Report) -> str:
    """Say in one line what was found, in how much."""
    extras = [f"{len(report.suppressed):,} suppressed"] if report.suppressed else []
    if not report.findings:
        return "; ".join([f"No findings in {_looked_at(report)}", *extras])
    if report.fixable:
        extras.append(f"{report.fixable:,} fixable")
    touched = {finding.place.path for finding in report.findings}
    files = len(touched.union(report.files))
    where = counted(files, "file")
    if files > 1:
        where = f"{len(touched):,} of {where}"
    return "; ".join([f"{severities(report.findings)} in {where}", *extras])


def statistics(report: Report) -> Iterator[str]:
    """Yield one line a rule that found something, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    fixable = Counter(f.code for f in report.findings if f.fix is not None and f.fix.safe)
    digits = len(str(max(counts.values(), default=0)))
    for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        mark = f" ({fixable[code]} fixable)" if fixable[code] else ""
        yield f"{number:>{digits}} {inert.name(code)} {inert.name(name)}{mark}"


def _looked_at(report: Report) -> str:
    if len(report.files) == 1:
        return inert.name(report.files[0])
    kinds = Counter(_kind(path) for path in report.files)
    return (
        listed([counted(kinds[kind], _NOUNS[kind]) for kind in _NOUNS if kinds[kind]]) or "0 files"
    )


def _kind(path: str) -> str:
    match = _KIND.search(path)
    return match[1] if match else ""
