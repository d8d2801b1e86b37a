"""What is generated: file name → text."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from journeycli.cli.manual import manual
from journeycli.cli.telling import next_steps
from journeycli.model.reference import reference
from journeycli.model.schema import write_schemas
from journeycli.reporters import REPORTERS, Context
from journeycli.rules import ALL_RULES
from journeycli.rules.pages import catalogue_page, rule_page
from journeycli.settings import settings_schema_text
from journeycli.testing import lint_texts

ROOT = Path(__file__).parent.parent
DRAFT = "gym-membership.journey.yaml"
_PICTURE_WIDTH = 96


def generated_texts() -> dict[str, str]:
    """Give every generated file below the project's root."""
    texts = {f"schemas/{name}": text for name, text in write_schemas().items()}
    texts["schemas/journey-settings.schema.json"] = settings_schema_text()
    texts["docs/format.md"] = reference()
    texts["docs/cli.md"] = manual()
    texts["docs/rules.md"] = catalogue_page(ALL_RULES)
    for rule in ALL_RULES:
        texts[f"docs/rules/{rule.code}.md"] = rule_page(rule)
    texts["docs/images/first-draft-lint.svg"] = picture(draft_lint(color=True))
    texts["docs/first-draft.md"] = draft_page()
    return texts


def draft_lint(*, color: bool, select: tuple[str, ...] = ()) -> str:
    """Print what `journey lint` says of the first draft."""
    raw = (ROOT / "examples/first-draft" / DRAFT).read_bytes()
    report = lint_texts({DRAFT: raw}, select=select)
    context = Context(
        color=color,
        width=_PICTURE_WIDTH,
        unicode=True,
        source=lambda _: raw.decode(),
        rules=tuple,
        root="",
        repository=None,
        version="",
        next_steps=tuple(next_steps(report, Path.cwd())),
    )
    return "".join(REPORTERS["text"](report, context))


def picture(printed: str) -> str:
    """Draw coloured terminal output as an SVG without outside resources."""
    console = Console(
        record=True,
        width=_PICTURE_WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
    )
    console.print(Text("$ journey lint examples/first-draft", style="bold"))
    console.print(Text.from_ansi(printed))
    svg = console.export_svg(title="journey lint", unique_id="lint")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL) + "\n"


def draft_page() -> str:
    """Write the page that shows a newcomer's map and what the linter says of it."""
    source = (ROOT / "examples/first-draft" / DRAFT).read_text("utf-8")
    return (
        "# A first draft and its lint\n\n"
        "This is what a newcomer writes on day one "
        f"([the file](../examples/first-draft/{DRAFT})):\n\n"
        f"```text\n{source.rstrip()}\n```\n\n"
        "And this is what `journey lint examples/first-draft` says of it:\n\n"
        f"```text\n{draft_lint(color=False).rstrip()}\n```\n"
    )
