r"""For tests of rules: lint texts without files.

```python
from journeycli.testing import lint_texts

report = lint_texts({"a.journey.yaml": "format: journey-map/1\n…"}, today="2026-11-30")
assert [finding.code for finding in report.findings] == ["J201"]
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
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.findings import Report
    from journeycli.rules.base import Rule


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
        rules: The catalogue.
        limits: What a file may be at most.

    """
    given = {
        name: text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        for name, text in texts.items()
    }
    sources = Sources(Discovered(Path(), (), (), ()), limits or Limits(), given)
    choice = Choice(selected(rules, select, ignore), date.fromisoformat(today), Settings())
    return lint(sources, sort_rules(rules), choice).report
