"""`journey lint`: finds what is wrong and what is missing."""

from __future__ import annotations

import gc
import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli import __version__
from journeycli.cli import output
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    find_files,
    one_of,
    open_workspace,
    real_paths,
    shown_path,
    standard_input,
    today,
)
from journeycli.errors import UserError
from journeycli.files import put
from journeycli.findings import Severity
from journeycli.model.vocabulary import RULES_URL
from journeycli.reporters import REPORTERS, Context, RuleInfo
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report
    from journeycli.lint.run import Sources

LEVELS = ("error", "warning", "info")


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Maps, or folders that hold them; this folder when left out.", show_default=False
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Only these rules: codes, prefixes or names, with commas.", show_default=False
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help="Not these rules: codes, prefixes or names, with commas.", show_default=False
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=FILE]",
            help=f"How to print, and where to; repeatable: {', '.join(REPORTERS)}.",
            show_default="text",
        ),
    ] = None,
    fail_level: Annotated[
        str | None,
        typer.Option(
            help="The least severity that fails the run: error, warning or info.",
            show_default="warning",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Findings do not fail the run.")
    ] = False,
    today_: Annotated[
        str | None,
        typer.Option(
            "--today", help="The date to go by, such as 2026-11-30.", show_default="today, UTC"
        ),
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option(help="What standard input, given as -, is called.")
    ] = "stdin.journey.yaml",
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no settings file.")] = False,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    width: Annotated[
        int | None, typer.Option(help="Terminal cells in a line.", show_default=False)
    ] = None,
) -> int:
    """Find what is wrong in maps, personas and catalogs, and what is missing.

    Example: `journey lint maps/switch.journey.yaml`

    Exit code: 0 nothing at or above the fail level, 1 findings, 2 wrong usage or nothing to lint.
    """
    where = real_paths(paths)
    from_input = where == [Path(STANDARD_INPUT)]
    workspace = open_workspace([Path()] if from_input else where, config=config, isolated=isolated)
    targets = [_target(each) for each in format or ["text"]]
    level = Severity(one_of(fail_level or workspace.settings.fail_level, LEVELS, "--fail-level"))
    gc.disable()  # one run makes little garbage in circles; collecting costs a fifth of its time
    if from_input:
        sources = _from_input(workspace, stdin_filename)
    else:
        sources = _from_files(workspace, where)
    report = _linted(workspace, sources, _words(select), _words(ignore), today_)
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    for target in targets:
        _print(report, workspace, sources, target, screen)
    failed = any(finding.severity.at_least(level) for finding in report.findings)
    return int(failed and not exit_zero)


def _from_files(workspace: Workspace, paths: list[Path]) -> Sources:
    from journeycli.lint.run import Sources

    return Sources(find_files(workspace, paths), workspace.limits)


def _from_input(workspace: Workspace, name: str) -> Sources:
    from journeycli.lint.run import Sources

    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:
        discovered = Discovered(workspace.root, (), (), ())
    raw = standard_input(workspace.limits.bytes)
    return Sources(replace(discovered, linted=()), workspace.limits, {name: raw})


def _linted(
    workspace: Workspace,
    sources: Sources,
    select: list[str],
    ignore: list[str],
    asked_today: str | None,
) -> Report:
    from journeycli.lint.engine import sort_rules
    from journeycli.lint.run import Choice, lint
    from journeycli.lint.selection import check_selectors, selected
    from journeycli.rules import ALL_RULES

    check_selectors(select, ALL_RULES, "--select")
    check_selectors(ignore, ALL_RULES, "--ignore")
    settings = workspace.settings
    codes = selected(
        ALL_RULES,
        select or [each.text for each in settings.select],
        [*ignore, *(each.text for each in settings.ignore)],
    )
    choice = Choice(codes, today(workspace, asked_today), settings.options)
    return lint(sources, sort_rules(ALL_RULES), choice)


def _target(asked: str) -> tuple[str, Path | None]:
    """Take `FORMAT` or `FORMAT=FILE` apart."""
    name, given, file = asked.partition("=")
    if given and not file:
        raise UserError(f"--format {asked}: the file's name is missing after the =.")
    return one_of(name, tuple(REPORTERS), "--format"), Path(file) if given else None


def _print(
    report: Report,
    workspace: Workspace,
    sources: Sources,
    target: tuple[str, Path | None],
    screen: output.Terminal,
) -> None:
    format_, file = target
    context = Context(
        color=screen.color and file is None,
        width=screen.width,
        unicode=screen.unicode,
        source=lambda name: _text(name, sources),
        rules=_rule_infos,
        root=str(workspace.root),
        repository=str(workspace.repository) if workspace.repository else None,
        version=__version__,
        statistics=False,
        next_steps=tuple(_next_steps(report, workspace.root)),
    )
    pieces = REPORTERS[format_](report, context)
    if file is None:
        output.write_all(pieces)
    else:
        put(file.absolute(), "".join(pieces).encode("utf-8", "backslashreplace"))


def _next_steps(report: Report, root: Path) -> list[str]:
    """Say what to type next, by what the run found."""
    steps = []
    asking = next((each for each in report.findings if each.stage is not None), None)
    if asking is not None:
        path = shlex.quote(shown_path(root / asking.place.path))
        steps.append(f"journey fill {path}  # writes the open questions into it")
    others = [each for each in report.findings if each.stage is None]
    if others:
        steps.append(f"journey explain {min(others, key=lambda each: each.severity.rank).code}")
    return steps


def _rule_infos() -> Iterator[RuleInfo]:
    from journeycli.rules import ALL_RULES
    from journeycli.rules.families import family_of
    from journeycli.rules.pages import rule_page

    for rule in ALL_RULES:
        yield RuleInfo(
            code=rule.code,
            name=rule.name,
            summary=rule.summary,
            markdown=rule_page(rule),
            severity=rule.severity,
            url=f"{RULES_URL}/{rule.code}",
            tags=(family_of(rule.code),),
        )


def _text(name: str, sources: Sources) -> str | None:
    from journeycli.workspace.reading import UnreadableError

    try:
        return sources.read(name).decode("utf-8-sig", "replace")
    except UnreadableError:
        return None


def _words(given: list[str] | None) -> list[str]:
    return [word.strip() for each in given or () for word in each.split(",") if word.strip()]
