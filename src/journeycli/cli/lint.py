"""`journey lint`: finds what is wrong and what is missing."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import options, output
from journeycli.cli.relinting import relint
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
from journeycli.settings import show
from journeycli.text import counted, visible
from journeycli.workspace.cache_folder import clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.cli.linting import Linted, Request
    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report

LEVELS = ("error", "warning", "info")


def lint(
    paths: options.Paths = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    format: options.Formats = None,  # noqa: A002 - the flag's name
    fail_level: options.FailLevel = None,
    exit_zero: options.ExitZero = False,
    max_warnings: options.MaxWarnings = None,
    fix: options.Fix = False,
    unsafe_fixes: options.UnsafeFixes = False,
    diff: options.Diff = False,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    clear_cache: options.ClearCache = False,
    since: options.Since = None,
    watch: options.Watch = False,
    statistics: options.Statistics = False,
    show_files: options.ShowFiles = False,
    show_settings: options.ShowSettings = False,
    today_: options.Today = None,
    stdin_filename: options.StdinFilename = "stdin.journey.yaml",
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Find what is wrong in maps, personas and catalogs, and what is missing.

    Example: `journey lint maps/switch.journey.yaml`

    Exit code: 0 nothing at or above the fail level, 1 findings, 2 wrong usage or nothing to lint.
    With `--fix` what remains decides; with `--diff`, 1 also where there is something to fix.
    """
    again = {**locals(), "watch": False}
    where = real_paths(paths)
    from_input = where == [Path(STANDARD_INPUT)]
    folders = [Path()] if from_input else where
    opened = partial(open_workspace, folders, config=config, isolated=isolated)
    if watch:
        _check_watched(fix, diff, write_baseline, show_files, show_settings, from_input)
        relint(lambda: lint(**again), opened, where, baseline)
    _check_flags(fix=fix, unsafe=unsafe_fixes, diff=diff, from_input=from_input)
    _check_written(write_baseline, fixes=fix or diff, since=since)
    workspace = opened()
    if show_files:
        return _show_files(workspace, where)
    if clear_cache:
        clear(workspace.root)
    narrow = _narrowing(workspace, since, config=config, isolated=isolated)
    from journeycli.cli import linting
    from journeycli.cli.targets import check_targets, print_reports, targets_of

    targets = targets_of(format or _usual_formats())
    check = partial(check_targets, targets, workspace, baseline)
    level = Severity(one_of(fail_level or workspace.settings.fail_level, LEVELS, "--fail-level"))
    bar = _Bar(level, max_warnings, exit_zero)
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    request = linting.Request(
        select=_words(select, "--select"),
        ignore=_words(ignore, "--ignore"),
        extend_select=_words(extend_select, "--extend-select"),
        today=today_,
        baseline=baseline,
        with_baseline=not write_baseline,
        with_cache=not no_cache,
        jobs=jobs,
    )
    if show_settings:
        return _show_settings(workspace, request)
    gc.disable()  # one run makes little garbage in circles; collecting costs a fifth of its time
    if from_input:
        linted = linting.lint_input(workspace, stdin_filename, request, check)
    else:
        linted = linting.lint_files(workspace, where, request, check)
    linted = narrow(linted, request)
    if write_baseline:
        return _write_baseline(linted, request)
    if diff:
        return _show_fixes(linted, bar, screen, unsafe=unsafe_fixes)
    if fix:
        linted = _fixed(linted, request, where, opened, unsafe=unsafe_fixes)
    print_reports(linted, targets, screen, statistics=statistics)
    return bar.code(linted.report)


class _Bar(NamedTuple):
    """What a report may hold without failing the run.

    Attributes:
        level: The severity from which a finding fails it.
        max_warnings: How many warnings do not, in place of the level; None to go by that.
        exit_zero: Whether nothing fails it.

    """

    level: Severity
    max_warnings: int | None
    exit_zero: bool

    def code(self, report: Report, *, is_failed: bool = False) -> int:
        """Give the exit code of a run, which may have failed for another reason already."""
        return int((is_failed or self._is_missed(report)) and not self.exit_zero)

    def _is_missed(self, report: Report) -> bool:
        failing = {each for each in Severity if each.at_least(self.level)}
        if self.max_warnings is not None:
            failing.discard(Severity.WARNING)
            if report.count(Severity.WARNING) > self.max_warnings:
                return True
        return any(map(report.count, failing))


def _check_flags(*, fix: bool, unsafe: bool, diff: bool, from_input: bool) -> None:
    if fix and from_input:
        raise UserError("--fix writes into files, and standard input is none.", hint="Use --diff.")
    if unsafe and not (fix or diff):
        raise UserError(
            "--unsafe-fixes says what --fix and --diff may do.", hint="Add one of them."
        )


def _check_written(baseline: bool, *, fixes: bool, since: str | None) -> None:
    if baseline and fixes:
        raise UserError("--write-baseline writes what is found, so fix first and then write it.")
    if baseline and since is not None:
        raise UserError("--write-baseline writes all that is found: leave --since out.")


def _check_watched(*others: bool) -> None:
    if any(others):
        raise UserError(
            "--watch lints files, and does nothing beside.",
            hint="Leave out --fix, --diff, --write-baseline, --show-files, --show-settings and -.",
        )


def _narrowing(
    workspace: Workspace, revision: str | None, *, config: Path | None, isolated: bool
) -> Callable[[Linted, Request], Linted]:
    """Give what narrows a lint to what is new since a commit; all of it without one.

    Raises:
        UserError: There is no such commit.

    """
    if revision is None:
        return lambda linted, _: linted
    from journeycli.cli.since import compared, narrowed

    with_ = compared(workspace, revision)
    return lambda linted, request: narrowed(
        linted, with_, request, config=config, isolated=isolated
    )


def _show_settings(workspace: Workspace, request: Request) -> int:
    from journeycli.cli.linting import effective_settings
    from journeycli.lint.catalogue import catalogue_of

    rules = catalogue_of(workspace.settings, None)
    output.write(show(effective_settings(workspace, request, rules)))
    return 0


def _show_fixes(linted: Linted, bar: _Bar, screen: output.Terminal, *, unsafe: bool) -> int:
    from journeycli.cli.fixing import show_fixes

    left, changes = show_fixes(linted, unsafe=unsafe, screen=screen)
    return bar.code(left.report, is_failed=changes)


def _fixed(
    linted: Linted,
    request: Request,
    paths: list[Path],
    opened: Callable[[], Workspace],
    *,
    unsafe: bool,
) -> Linted:
    """Write fixes, and give the lint of what is left."""
    from journeycli.cli import linting
    from journeycli.cli.fixing import write_fixes

    left, settings_changed = write_fixes(linted, unsafe=unsafe)
    if not settings_changed:
        return left
    anew = linting.lint_files(opened(), paths, request)
    return anew._replace(narrow=left.narrow, mended=left.mended)


def _usual_formats() -> list[str]:
    """Give the formats where none is asked for: on GitHub Actions, annotations as well."""
    return ["text", "github"] if output.is_on_github() else ["text"]


def _show_files(workspace: Workspace, paths: list[Path]) -> int:
    discovered = find_files(workspace, paths)
    output.write("".join(f"{visible(shown_path(path))}\n" for path in discovered.linted))
    output.say("".join(f"note: {note}\n" for note in discovered.notes))
    return 0


def _write_baseline(linted: Linted, request: Request) -> int:
    from journeycli.cli.baselines import write_baseline

    path, count, kept = write_baseline(linted, request)
    more = f", and kept {kept:,} that this run did not look for" if kept else ""
    output.say(f"wrote {shown_path(path)} with {counted(count, 'finding')} of today{more}\n")
    return 0


def _words(given: list[str] | None, flag: str) -> tuple[str, ...]:
    """Read words with commas between them.

    Raises:
        UserError: The flag is given without a word.

    """
    words = tuple(word.strip() for each in given or () for word in each.split(",") if word.strip())
    if given and not words:
        raise UserError(f"{flag} names no rule.", hint="Leave it out for all rules.")
    return words
