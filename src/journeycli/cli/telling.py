"""What is said around a report: what to type next, how far it looked, and in which letters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from journeycli.cli.workspace import shown_path
from journeycli.findings import Severity
from journeycli.reporters import RuleInfo
from journeycli.text import spelled, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report
    from journeycli.lint.run import Run
    from journeycli.rules.base import Rule
    from journeycli.workspace.discovery import Discovered

PROSE = ("text", "concise")
"""The formats that people read."""
_LOOKED_FOR = frozenset({"J801", "J804", "J807"})
"""What may only seem to be missing where the view is too narrow."""


def next_steps(report: Report, root: Path, *, mended: bool = False) -> list[str]:
    """Say what to type next, by what the run found; what is mended is not to be mended again."""
    steps = []
    broken = {each.place.path for each in report.findings if each.severity is Severity.ERROR}
    if report.fixable and not mended:
        steps.append("journey lint --fix  # writes the safe fixes")
    whole = (each for each in report.findings if each.place.path not in broken)
    asking = next((each for each in whole if each.stage), None)
    if asking is not None:
        path = typed(shown_path(root / asking.place.path))
        steps.append(f"journey fill {path}  # writes the open questions into it")
    others = [each for each in report.findings if each.stage is None]
    if others:
        steps.append(f"journey explain {min(others, key=lambda each: each.severity.rank).code}")
    return steps


def outlook(workspace: Workspace, discovered: Discovered, run: Run) -> Iterator[str]:
    """Say how far names were looked for, where a file in a repository stands without settings."""
    repository = workspace.repository
    lost = any(each.code in _LOOKED_FOR for each in run.report.findings)
    alone = repository is not None and workspace.root != repository and lost
    by_name = discovered.named.issuperset(discovered.linted)
    if alone and by_name and not workspace.settings.files:
        yield (
            f"names were looked for in {shown_path(workspace.root)} only, because no settings file "
            "stands above it: an empty journey.toml at the top of the workspace widens the view."
        )


def plainly(pieces: Iterable[str]) -> Iterator[str]:
    """Write pieces with the letters that standard output has, as the other views do."""
    encoding = sys.stdout.encoding or "ascii"
    return (spelled(piece, encoding) for piece in pieces)


def rule_infos(rules: Sequence[type[Rule]]) -> Iterator[RuleInfo]:
    """Give what reporters tell of rules."""
    from journeycli.rules.families import family_of
    from journeycli.rules.pages import rule_page

    for rule in rules:
        yield RuleInfo(
            code=rule.code,
            name=rule.name,
            summary=rule.summary,
            markdown=rule_page(rule),
            severity=rule.severity,
            url=rule.url(),
            tags=(family_of(rule.code),),
        )
