"""A stage's open questions, gathered: one block says more than one finding a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Severity
from journeycli.reporters.at import below, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.findings import Finding

QUESTIONS = 11
"""How many questions the analysis checklist asks of a stage: J101 to J111."""


class OpenQuestions(NamedTuple):
    """The open questions of one stage.

    Attributes:
        stage: The stage's name.
        at: The stage's document path.
        findings: One finding a question, the heaviest first, then in order of code.

    """

    stage: str
    at: str
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The weight of the heaviest."""
        return self.findings[0].severity

    @property
    def first(self) -> Finding:
        """The finding that stands first in the file."""
        return min(self.findings, key=lambda finding: finding.sort_key)

    @property
    def questions(self) -> int:
        """How many different questions are open; one may be open about several barriers."""
        return len({finding.code for finding in self.findings})


def gathered(findings: Iterable[Finding]) -> list[Finding | OpenQuestions]:
    """Put the open questions of each stage of one file where the first of them stands."""
    blocks: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = number if finding.stage is None else (element(finding.at), finding.stage)
        blocks.setdefault(key, []).append(finding)
    return [_block(members) for members in blocks.values()]


def question(finding: Finding, stage: OpenQuestions) -> str:
    """Say one open question: without the stage's name, with the key that the answer belongs to."""
    text = finding.message.removeprefix(f"{stage.stage}: ")
    key = below(finding.at, stage.at)
    named = f"{text} ({key})" if key and key not in text else text
    return f"advice: {named}" if finding.severity is Severity.INFO else named


def _block(members: list[Finding]) -> Finding | OpenQuestions:
    stage = members[0].stage
    if stage is None:
        return members[0]
    in_order = sorted(members, key=lambda each: (each.severity.rank, each.code, each.sort_key))
    return OpenQuestions(stage, element(members[0].at), tuple(in_order))
