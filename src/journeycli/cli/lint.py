"""`journey lint`: finds what is wrong and what is missing."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    find_files,
    one_of,
    open_workspace,
    real_paths,
    shown_path,
)
from journeycli.errors import UserError
from journeycli.findings import Severity
from journeycli.reporters import REPORTERS
from journeycli.settings import show
from journeycli.text import counted

if TYPE_CHECKING:
    from journeycli.cli.linting import Linted, Request
    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report

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
    extend_select: Annotated[
        list[str] | None,
        typer.Option(help="These rules as well as the selected ones.", show_default=False),
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
    max_warnings: Annotated[
        int | None,
        typer.Option(
            help="Fail at more warnings than this, in place of the fail level.", show_default=False
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the safe fixes into the files.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Fix also what may change the meaning; with --fix."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(help="The baseline file to go by.", show_default="journey-baseline.json"),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Write today's findings as the baseline."),
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings by rule.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List the files that would be linted.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="List each setting and where it comes from.")
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
    if fix and from_input:
        raise UserError("--fix writes into files, and standard input is none.", hint="Use --diff.")
    workspace = open_workspace([Path()] if from_input else where, config=config, isolated=isolated)
    if show_files:
        return _show_files(workspace, where)
    from journeycli.cli import linting

    targets = [linting.target(each) for each in format or ["text"]]
    level = Severity(one_of(fail_level or workspace.settings.fail_level, LEVELS, "--fail-level"))
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    request = linting.Request(
        select=_words(select),
        ignore=_words(ignore),
        extend_select=_words(extend_select),
        today=today_,
        baseline=baseline,
        with_baseline=not write_baseline,
    )
    if show_settings:
        rules = linting.rules_of(workspace)
        output.write(show(linting.effective_settings(workspace, request, rules)))
        return 0
    gc.disable()  # one run makes little garbage in circles; collecting costs a fifth of its time
    if from_input:
        linted = linting.lint_input(workspace, stdin_filename, request)
    else:
        linted = linting.lint_files(workspace, where, request)
    if write_baseline:
        return _write_baseline(linted, request)
    if fix or diff:
        from journeycli.cli.fixing import fix_files

        linted, changes = fix_files(linted, unsafe=unsafe_fixes, screen=screen, write=not diff)
        if diff:
            return int((changes or _fails(linted.report, level, max_warnings)) and not exit_zero)
    for target in targets:
        linting.print_report(linted, target, screen, statistics=statistics)
    failed = _fails(linted.report, level, max_warnings)
    return int(failed and not exit_zero)


def _fails(report: Report, level: Severity, max_warnings: int | None) -> bool:
    if max_warnings is None:
        return any(finding.severity.at_least(level) for finding in report.findings)
    return report.count(Severity.ERROR) > 0 or report.count(Severity.WARNING) > max_warnings


def _show_files(workspace: Workspace, paths: list[Path]) -> int:
    discovered = find_files(workspace, paths)
    output.write("".join(f"{shown_path(path)}\n" for path in discovered.linted))
    output.say("".join(f"note: {note}\n" for note in discovered.notes))
    return 0


def _write_baseline(linted: Linted, request: Request) -> int:
    from journeycli.cli import linting

    path, count = linting.write_baseline(linted, request)
    output.say(f"wrote {shown_path(path)} with {counted(count, 'finding')} of today\n")
    return 0


def _words(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for each in given or () for word in each.split(",") if word.strip())
