"""`journey rules` and `journey explain`: the catalogue, and one rule in full."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.completion import complete_rules
from journeycli.cli.workspace import one_of, open_workspace
from journeycli.errors import UserError
from journeycli.findings import Severity
from journeycli.rules import ALL_RULES
from journeycli.rules.base import FixSafety, Rule
from journeycli.rules.document import Documentation, documentation
from journeycli.rules.families import families_of, family_of
from journeycli.rules.pages import SEVERITY_WORDS, catalogue_page, rule_page, weight
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

FORMATS = ("text", "json", "md")
_PLAIN = str.maketrans({"−": "-", "–": "-", "…": "...", "“": '"', "”": '"', "’": "'"})
"""What stands for a letter where the terminal has ASCII only."""

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold magenta", Severity.INFO: "bold cyan"}


def rules(
    format: Annotated[str, typer.Option(help="How to print: text, json or md.")] = "text",  # noqa: A002 - the flag's name
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """List the rules, family by family, with those of the workspace that you are in.

    Example: `journey rules --format md`

    Exit code: 0, or 2 for wrong usage.
    """
    one_of(format, FORMATS, "--format")
    return _print_rules((*ALL_RULES, *_own_rules()), format, color, width)


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            help="A rule's code or name, or the start of a family's codes, such as J1.",
            show_default=False,
            autocompletion=complete_rules,
        ),
    ],
    format: Annotated[str, typer.Option(help="How to print: text, json or md.")] = "text",  # noqa: A002 - the flag's name
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Explain one rule, with a bad and a good example, or list a family of them.

    Example: `journey explain J106`

    Exit code: 0, or 2 where there is no such rule.
    """
    one_of(format, FORMATS, "--format")
    family = [each for each in ALL_RULES if each.code.startswith(rule.upper())]
    if re.fullmatch(r"J\d{0,2}", rule.upper()) and family:
        return _print_rules(family, format, color, width)
    found = find_rule(rule)
    if format == "json":
        output.write(json.dumps(_as_data(found), ensure_ascii=False, indent=2) + "\n")
    elif format == "md":
        output.write(rule_page(found))
    else:
        _print(_explained(found), color, width)
    return 0


def _print_rules(known: Sequence[type[Rule]], format_: str, color: str, width: int | None) -> int:
    if format_ == "json":
        listed = [_as_data(rule) for rule in known]
        output.write(
            json.dumps({"version": 1, "rules": listed}, ensure_ascii=False, indent=2) + "\n"
        )
    elif format_ == "md":
        output.write(catalogue_page(known))
    else:
        _print(_catalogue(known), color, width)
    return 0


def find_rule(word: str) -> type[Rule]:
    """Find a rule by its code or name, whatever the case; ours first, then those of the workspace.

    Raises:
        UserError: There is none, or the rules of the workspace cannot be used.

    """
    known: tuple[type[Rule], ...] = ALL_RULES
    found = _named(word, known)
    if found is None:
        known = (*ALL_RULES, *_own_rules())
        found = _named(word, known)
    if found is not None:
        return found
    near = closest(word, [each for rule in known for each in (rule.code, rule.name)])
    raise UserError(
        f"There is no rule {word}.",
        hint=f"Did you mean `journey explain {near}`?" if near else "`journey rules` lists them.",
    )


def _named(word: str, known: Iterable[type[Rule]]) -> type[Rule] | None:
    words = (word.upper(), word.lower())
    return next((rule for rule in known if rule.code == words[0] or rule.name == words[1]), None)


def _own_rules() -> tuple[type[Rule], ...]:
    """Give the rules of the workspace that this folder belongs to.

    Raises:
        SettingsError: Its settings, or one of its rules, cannot be used.

    """
    settings = open_workspace([Path()]).settings
    if not settings.rules and not settings.plugins:
        return ()
    from journeycli.rules.own import own_rules

    return own_rules(settings, ALL_RULES)


def _as_data(rule: type[Rule]) -> dict[str, object]:
    page = documentation(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "family": family_of(rule.code),
        "summary": rule.summary,
        "severity": rule.severity.value,
        "severity_on_hypothesis": (rule.on_hypothesis or rule.severity).value,
        "scope": rule.scope.value,
        "fix": rule.fix.value,
        "options": list(rule.options),
        "url": rule.url(),
        "what": page.what,
        "why": page.why,
        "bad": page.bad or None,
        "good": page.good or None,
    }


def _print(renderables: Iterator[RenderableType], color: str, width: int | None) -> None:
    one_of(color, output.COLORS, "--color")
    screen = output.terminal(color, width)
    console = output.console(screen)
    # Taken first and then written by us: rich fails where the terminal's encoding lacks a letter.
    with console.capture() as captured:
        for each in renderables:
            console.print(each)
    lines = (line.rstrip() for line in captured.get().splitlines())
    text = "".join(f"{line}\n" for line in lines)
    output.write(text if screen.unicode else text.translate(_PLAIN))


def _catalogue(known: Sequence[type[Rule]]) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    for title, family in families_of(known):
        yield Text(title, style="bold")
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for _ in range(3):
            table.add_column(overflow="fold")
        for rule in family:
            mark = SEVERITY_WORDS[rule.severity]
            if rule.on_hypothesis is not None:
                mark = f"{SEVERITY_WORDS[rule.on_hypothesis]}/{mark}"
            what = Text.assemble(rule.name, (f"\n{rule.summary}", "dim"))
            table.add_row(Text(rule.code), Text(mark, style=_STYLE[rule.severity]), what)
        yield Padding(table, (0, 0, 1, 2))
    yield Text("journey explain CODE shows one rule with a bad and a good example.", style="dim")


def _explained(rule: type[Rule]) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    page = documentation(rule)
    yield Text.assemble((rule.code, _STYLE[rule.severity]), " ", (rule.name, "bold"))
    yield Text(page.headline)
    yield Text("")
    yield Text("What it finds", style="bold")
    yield Padding(Text(page.what), (0, 0, 1, 2))
    yield Text("Why it matters", style="bold")
    yield Padding(Text(page.why), (0, 0, 1, 2))
    yield from _examples(page)
    yield Text.assemble(("Severity  ", "bold"), weight(rule).replace("`", ""))
    fix = "none; this needs a person" if rule.fix is FixSafety.NONE else rule.fix.value
    yield Text.assemble(("Fix       ", "bold"), fix)
    if rule.options:
        yield Text.assemble(("Settings  ", "bold"), ", ".join(rule.options))
    if rule.url():
        yield Text(str(rule.url()), style="dim")


def _examples(page: Documentation) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.syntax import Syntax
    from rich.text import Text

    if not page.bad:
        yield Padding(Text(page.example), (0, 0, 1, 2))
        return
    for title, style, text in (("Bad", "bold red", page.bad), ("Good", "bold green", page.good)):
        yield Text(title, style=style)
        code = Syntax(text, "yaml", theme="ansi_dark", background_color="default", word_wrap=True)
        yield Padding(code, (0, 0, 1, 2))
