"""A lint as commands ask for it: files, settings and flags in; a run out."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import output
from journeycli.cli.baselines import read_baseline
from journeycli.cli.means import means_of
from journeycli.cli.telling import outlook
from journeycli.cli.workspace import (
    find_files,
    in_glob,
    standard_input,
    today,
)
from journeycli.errors import UserError
from journeycli.lint.catalogue import catalogue_of
from journeycli.lint.run import ALONE, Means, Sources
from journeycli.lint.run import lint as run_lint
from journeycli.lint.selection import check_selectors, selected
from journeycli.lint.speaking import Choice
from journeycli.settings import override
from journeycli.workspace.cache_folder import FOLDER
from journeycli.workspace.discovery import Discovered
from journeycli.workspace.values import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.run import Run
    from journeycli.settings import Settings


class Request(NamedTuple):
    """What the command line says of a lint.

    Attributes:
        select: Only these rules, in place of those of the settings.
        ignore: Not these rules, besides those of the settings.
        extend_select: These rules as well.
        today: The date to go by, as typed.
        baseline: The baseline file, where one is named.
        with_baseline: Whether the baseline counts.
        with_cache: Whether to use what earlier runs found out, and to leave it for later ones.
        jobs: How many processes check files; None for as many as are worth it.

    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    today: str | None = None
    baseline: Path | None = None
    with_baseline: bool = True
    with_cache: bool = True
    jobs: int | None = 1


class Linted(NamedTuple):
    """A run with what is needed to print it; `narrow` gives the part of it that is shown.

    `mended` says that every fix that does no harm is written.
    """

    run: Run
    sources: Sources
    workspace: Workspace
    choice: Choice
    rules: Rules
    notes: tuple[str, ...]
    means: Means = ALONE
    narrow: Callable[[Run], Report] = attrgetter("report")
    mended: bool = False

    @property
    def report(self) -> Report:
        """Give the report of what is shown, and what is to be said of files passed over."""
        report = self.narrow(self.run)
        return report._replace(notes=(*self.notes, *report.notes))


def _pass(_known: Sequence[Path]) -> None:
    """Let any file be linted."""


def lint_files(
    workspace: Workspace,
    paths: Sequence[Path],
    request: Request,
    check: Callable[[Sequence[Path]], None] = _pass,
) -> Linted:
    """Lint what the paths mean.

    Args:
        workspace: The workspace.
        paths: Files and folders of it.
        request: What the command line says.
        check: Takes the files of the workspace before any of them is linted, and may refuse.

    Raises:
        UserError: A path, a rule or the baseline is wrong, or there is nothing to lint.

    """
    discovered = find_files(workspace, paths)
    check(discovered.known)
    whole = set(discovered.known) <= set(discovered.linted)
    return _lint(workspace, Sources(discovered, workspace.limits), request, discovered, whole=whole)


def lint_input(
    workspace: Workspace,
    name: str,
    request: Request,
    check: Callable[[Sequence[Path]], None] = _pass,
) -> Linted:
    """Lint standard input under a name, in the workspace that stands there; see `lint_files`."""
    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:
        discovered = Discovered(workspace.root, (), (), ())
    check(discovered.known)
    given = {name: standard_input(workspace.limits.bytes)}
    discovered = discovered._replace(linted=(), notes=())
    return _lint(
        workspace, Sources(discovered, workspace.limits, given), request, discovered, whole=False
    )


def _lint(
    workspace: Workspace, sources: Sources, request: Request, discovered: Discovered, *, whole: bool
) -> Linted:
    def run(means: Means) -> Linted:
        rules = catalogue_of(workspace.settings, means.cache)
        choice = choice_of(workspace, request, rules, whole=whole)
        found = run_lint(sources, rules, choice, means)
        notes = (*discovered.notes, *outlook(workspace, discovered, found))
        return Linted(found, sources, workspace, choice, rules, notes, means)

    means = means_of(workspace, request, len(discovered.known))
    try:
        return run(means)
    except DAMAGED:
        if means.cache is None:
            raise
        output.say(f"note: {FOLDER}/ holds what no run of ours leaves there; it is not used.\n")
        return run(means._replace(cache=None))


def effective_settings(workspace: Workspace, request: Request, rules: Rules) -> Settings:
    """Give the settings with what the command line says.

    Raises:
        UserError: A word on the command line names no rule.

    """
    for option, words in (
        ("--select", request.select),
        ("--ignore", request.ignore),
        ("--extend-select", request.extend_select),
    ):
        check_selectors(words, tuple(rules.by_code.values()), option)
    settings = workspace.settings
    ignore = [each.text for each in settings.ignore] if request.ignore else []
    extend = [each.text for each in settings.extend_select] if request.extend_select else []
    return override(
        settings,
        select=request.select,
        ignore=(*ignore, *request.ignore),
        extend_select=(*extend, *request.extend_select),
    )


def choice_of(workspace: Workspace, request: Request, rules: Rules, *, whole: bool) -> Choice:
    """Say who may speak in a lint.

    Args:
        workspace: The workspace with its settings.
        request: What the command line says.
        rules: The whole catalogue.
        whole: Whether all files of the workspace are linted.

    Raises:
        UserError: A rule or the baseline is wrong.

    """
    settings = effective_settings(workspace, request, rules)
    select = [each.text for each in (*settings.select, *settings.extend_select)]
    codes = selected(
        tuple(rules.by_code.values()),
        select if settings.select else [],
        [each.text for each in settings.ignore],
    )
    return Choice(
        codes=codes,
        today=today(workspace, request.today),
        settings=settings,
        baseline=read_baseline(workspace, request),
        whole=whole,
        in_glob=in_glob,
    )
