r"""For tests of rules: lint texts without files.

```python
from journeycli.testing import findings_of

from acme_rules import NoLegalCheck


def test_a_purchase_without_a_legal_check() -> None:
    found = findings_of(NoLegalCheck, "stages: [{id: order, name: Order, phase: purchase}]")
    assert [finding.at for finding in found] == ["stages[order]"]
```
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Sources, lint
from journeycli.lint.selection import selected
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.rules.document import example_files
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.findings import Finding, Report
    from journeycli.rules.base import Rule

__all__ = ["findings_of", "lint_texts"]


def findings_of(rule: type[Rule], text: str, *, today: str = "2026-11-30") -> tuple[Finding, ...]:
    """Give what one rule finds in a map.

    Args:
        rule: A rule, yours or one of ours.
        text: A map, or the part of one that matters: the keys that the format requires are added
            where they are missing. A line such as `# personas/maya.persona.yaml` begins another
            file of the same workspace.
        today: The date that dated rules go by.

    """
    rules = ALL_RULES if rule in ALL_RULES else (*ALL_RULES, rule)
    report = lint_texts(example_files(text), today=today, rules=rules)
    return tuple(finding for finding in report.findings if finding.code == rule.code)


def lint_texts(
    texts: Mapping[str, str | bytes],
    *,
    today: str = "2026-11-30",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[type[Rule]] = ALL_RULES,
    limits: Limits | None = None,
) -> Report:
    """Lint files of one workspace that exist in memory only.

    Args:
        texts: File names relative to the workspace root, and what the files hold.
        today: The date that dated rules go by.
        select: Codes, prefixes or names of the rules that speak; all where it is empty.
        ignore: Codes, prefixes or names of rules that do not.
        rules: The catalogue; one with rules of your own begins with `ALL_RULES`.
        limits: What a file may be at most.

    """
    given = {
        name: text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        for name, text in texts.items()
    }
    sources = Sources(Discovered(Path(), (), (), ()), limits or Limits(), given)
    choice = Choice(selected(rules, select, ignore), date.fromisoformat(today), Settings())
    return lint(sources, sort_rules(rules), choice).report
