"""The catalogue as Markdown: a page for every rule, and the table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import FixSafety
from journeycli.rules.document import documentation
from journeycli.rules.families import families_of, family_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.rules.base import Rule

SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "advice"}
"""What people call a severity."""


def weight(rule: type[Rule]) -> str:
    """Say how much a rule weighs, on a first map and later."""
    later = SEVERITY_WORDS[rule.severity]
    if rule.on_hypothesis is None:
        return later
    return f"{SEVERITY_WORDS[rule.on_hypothesis]} on a hypothesis, {later} from `researched` on"


def rule_page(rule: type[Rule]) -> str:
    """Write a rule's documentation page in Markdown."""
    page = documentation(rule)
    examples = ""
    if page.bad:
        examples = f"## Bad\n\n```yaml\n{page.bad}\n```\n\n## Good\n\n```yaml\n{page.good}\n```\n"
    else:
        examples = f"## Example\n\n{page.example}\n"
    return (
        f"# {rule.code} {rule.name}\n\n{page.headline}\n\n"
        f"- Severity: {weight(rule)}\n- Fix: {_fix(rule)}\n"
        f"- Family: {family_of(rule.code)}\n\n"
        f"## What it finds\n\n{page.what}\n\n## Why it matters\n\n{page.why}\n\n{examples}"
    )


def catalogue_page(rules: Sequence[type[Rule]]) -> str:
    """Write the catalogue in Markdown, a table a family, with links to the rules' pages."""
    lines = ["# The rules\n"]
    for title, family in families_of(rules):
        lines.append(f"## {title}\n")
        lines.append("| code | name | severity | fix | finds |\n| --- | --- | --- | --- | --- |")
        lines += (_row(rule) for rule in family)
        lines.append("")
    return "\n".join(lines)


def _linked(rule: type[Rule]) -> str:
    """Give a rule's code with its page; a rule of somebody's own may have none."""
    page = f"rules/{rule.code}.md" if rule.is_built_in() else rule.docs
    return f"[{rule.code}]({page})" if page else rule.code


def _row(rule: type[Rule]) -> str:
    summary = rule.summary.replace("|", "\\|")
    return f"| {_linked(rule)} | {rule.name} | {weight(rule)} | {_fix(rule)} | {summary} |"


def _fix(rule: type[Rule]) -> str:
    return "–" if rule.fix is FixSafety.NONE else rule.fix.value
