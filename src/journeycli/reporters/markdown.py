"""The summary of a CI job: the counts, and a table of findings for each file, as Markdown.

It is what GitHub shows of a step under `GITHUB_STEP_SUMMARY`, and fits into a comment as well.
Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from journeycli import inert
from journeycli.reporters.checklist import QUESTIONS, OpenQuestions, gathered, question
from journeycli.reporters.summary import statistics, verdict, whole, word
from journeycli.text import counted, in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.findings import Finding, Report
    from journeycli.reporters.context import Context

_KEPT = 500
"""Findings in full. A step's summary may have 1 MiB; GitHub shows none of a larger one."""

_ADDRESS = re.compile(r"https?://[!-;=?-~]+")  # printable ASCII without angle brackets


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield the counts, the worst findings file by file, and the run's notes."""
    yield f"## Journey maps: {in_markdown(verdict(report))}\n"
    worst = sorted(report.findings, key=lambda each: each.severity.rank)[:_KEPT]
    kept = sorted(worst, key=lambda each: each.sort_key)
    for path, findings in groupby(kept, key=lambda each: each.place.path):
        yield from _file(path, tuple(findings))
    if left := len(report.findings) - len(kept):
        yield f"\n{counted(left, 'finding')} beyond these; `journey lint` lists them all.\n"
    if context.statistics and report.findings:
        rows = "".join(f"    {line}\n" for line in statistics(report))
        yield f"\n{rows}"
    for note in report.notes:
        yield f"\nNote: {_text(note)}\n"


def _file(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"\n### {_text(inert.name(path))}\n\n| line | weight | finding |\n| ---: | --- | --- |\n"
    for block in gathered(findings):
        yield _questions(block) if isinstance(block, OpenQuestions) else _finding(block)


def _finding(finding: Finding) -> str:
    said = f"{_code(finding)} {_text(whole(finding))}"
    return f"| {finding.place.start.line} | {word(finding.severity)} | {said} |\n"


def _questions(block: OpenQuestions) -> str:
    open_ = f"{block.stage}: {block.questions} of {QUESTIONS} questions open"
    each = (f"{_code(one)} {_text(question(one, block))}" for one in block.findings)
    said = "<br>".join([_text(open_), *each])
    return f"| {block.first.place.start.line} | {word(block.severity)} | {said} |\n"


def _code(finding: Finding) -> str:
    code = in_markdown(inert.name(finding.code))
    url = finding.url
    return f"[{code}](<{url}>)" if url and _ADDRESS.fullmatch(url) else f"**{code}**"


def _text(text: str) -> str:
    return in_markdown(inert.sentence(text))
