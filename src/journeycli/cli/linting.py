"""A lint as commands ask for it: files, settings and flags in; a run and its printing out."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli import __version__
from journeycli.cli import output
from journeycli.cli.workspace import find_files, in_glob, one_of, shown_path, standard_input, today
from journeycli.errors import UserError
from journeycli.files import put
from journeycli.findings import Severity
from journeycli.lint import baseline as baselines
from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Sources
from journeycli.lint.run import lint as run_lint
from journeycli.lint.selection import check_selectors, selected
from journeycli.lint.speaking import Choice
from journeycli.reporters import REPORTERS, Context, RuleInfo
from journeycli.rules import ALL_RULES
from journeycli.settings import override
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.cli.workspace import Workspace
    from journeycli.findings import Report
    from journeycli.lint.baseline import Baseline
    from journeycli.lint.run import Run
    from journeycli.rules.base import Rule
    from journeycli.settings import Settings

BASELINE_NAME = "journey-baseline.json"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line says of a lint.

    Attributes:
        select: Only these rules, in place of those of the settings.
        ignore: Not these rules, besides those of the settings.
        extend_select: These rules as well.
        today: The date to go by, as typed.
        baseline: The baseline file, where one is named.
        with_baseline: Whether the baseline counts.

    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    today: str | None = None
    baseline: Path | None = None
    with_baseline: bool = True


@dataclass(frozen=True, slots=True)
class Linted:
    """A run with what is needed to print it."""

    run: Run
    sources: Sources
    workspace: Workspace
    choice: Choice
    rules: tuple[type[Rule], ...]
    notes: tuple[str, ...]

    @property
    def report(self) -> Report:
        """Give the report, with what is to be said of the files that were passed over."""
        report = self.run.report
        return replace(report, notes=(*self.notes, *report.notes))


def lint_files(workspace: Workspace, paths: Sequence[Path], request: Request) -> Linted:
    """Lint what the paths mean.

    Raises:
        UserError: A path, a rule or the baseline is wrong, or there is nothing to lint.

    """
    discovered = find_files(workspace, paths)
    whole = set(discovered.known) <= set(discovered.linted)
    sources = Sources(discovered, workspace.limits)
    rules = rules_of(workspace)
    choice = choice_of(workspace, request, rules, whole=whole)
    run = run_lint(sources, sort_rules(rules), choice)
    return Linted(run, sources, workspace, choice, rules, discovered.notes)


def lint_input(workspace: Workspace, name: str, request: Request) -> Linted:
    """Lint standard input under a name, in the workspace that stands there."""
    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:
        discovered = Discovered(workspace.root, (), (), ())
    given = {name: standard_input(workspace.limits.bytes)}
    sources = Sources(replace(discovered, linted=()), workspace.limits, given)
    rules = rules_of(workspace)
    choice = choice_of(workspace, request, rules, whole=False)
    run = run_lint(sources, sort_rules(rules), choice)
    return Linted(run, sources, workspace, choice, rules, ())


def rules_of(workspace: Workspace) -> tuple[type[Rule], ...]:
    """Give the whole catalogue: ours, and those that the settings define or name.

    Raises:
        SettingsError: A rule of the settings cannot be used.

    """
    settings = workspace.settings
    if not settings.rules and not settings.plugins:
        return ALL_RULES
    from journeycli.rules.own import own_rules

    return (*ALL_RULES, *own_rules(settings, ALL_RULES))


def effective_settings(
    workspace: Workspace, request: Request, rules: Sequence[type[Rule]]
) -> Settings:
    """Give the settings with what the command line says.

    Raises:
        UserError: A word on the command line names no rule.

    """
    for option, words in (
        ("--select", request.select),
        ("--ignore", request.ignore),
        ("--extend-select", request.extend_select),
    ):
        check_selectors(words, rules, option)
    settings = workspace.settings
    ignore = [each.text for each in settings.ignore] if request.ignore else []
    extend = [each.text for each in settings.extend_select] if request.extend_select else []
    return override(
        settings,
        select=request.select,
        ignore=(*ignore, *request.ignore),
        extend_select=(*extend, *request.extend_select),
    )


def choice_of(
    workspace: Workspace, request: Request, rules: Sequence[type[Rule]], *, whole: bool
) -> Choice:
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
        rules,
        select if settings.select else [],
        [each.text for each in settings.ignore],
    )
    return Choice(
        codes=codes,
        today=today(workspace, request.today),
        settings=settings,
        baseline=_baseline(workspace, request),
        whole=whole,
        in_glob=in_glob,
    )


def write_baseline(linted: Linted, request: Request) -> tuple[Path, int, int]:
    """Write the findings of a run as the baseline.

    What the baseline says of files and rules that the run did not look at stays.

    Returns:
        The baseline's path, how many findings it was given, and how many stay.

    """
    from journeycli.lint.selection import can_be_silenced

    path = _baseline_path(linted.workspace, request)
    findings = [each for each in linted.run.report.findings if can_be_silenced(each.code)]
    kept = [each for each in _entries(path) if not linted.run.view.has(each.key)]
    put(path, baselines.write(findings, linted.run.facts, kept).encode())
    return path, len(findings), sum(each.count for each in kept)


def print_report(
    linted: Linted, target: tuple[str, Path | None], screen: output.Terminal, *, statistics: bool
) -> None:
    """Print a report in one format, to standard output or into a file."""
    format_, file = target
    workspace, report = linted.workspace, linted.report
    context = Context(
        color=screen.color and file is None,
        width=screen.width,
        unicode=screen.unicode or file is not None,
        source=lambda name: _text(name, linted.sources),
        rules=lambda: _rule_infos(linted.rules),
        root=str(workspace.root),
        repository=str(workspace.repository) if workspace.repository else None,
        version=__version__,
        statistics=statistics,
        next_steps=tuple(next_steps(report, workspace.root)),
    )
    pieces = REPORTERS[format_](report, context)
    if file is None:
        output.write_all(pieces)
    else:
        put(file.absolute(), "".join(pieces).encode("utf-8", "backslashreplace"))


def target(asked: str) -> tuple[str, Path | None]:
    """Take `FORMAT` or `FORMAT=FILE` apart.

    Raises:
        UserError: There is no such format, or the file's name is missing.

    """
    name, given, file = asked.partition("=")
    if given and not file:
        raise UserError(f"--format {asked}: the file's name is missing after the =.")
    return one_of(name, tuple(REPORTERS), "--format"), Path(file) if given else None


def _baseline_path(workspace: Workspace, request: Request) -> Path:
    named = request.baseline or workspace.settings.baseline
    return named.absolute() if named else workspace.root / BASELINE_NAME


def _entries(path: Path) -> tuple[baselines.Entry, ...]:
    """Give the entries of the baseline that is there; none where it cannot be read."""
    try:
        return baselines.read(path.read_text("utf-8"), path.name).entries
    except (OSError, UnicodeDecodeError, UserError):
        return ()  # it is being written anew


def _baseline(workspace: Workspace, request: Request) -> Baseline | None:
    path = _baseline_path(workspace, request)
    if not request.with_baseline:
        return None
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        if request.baseline is None and workspace.settings.baseline is None:
            return None
        raise UserError(
            f"The baseline {shown_path(path)} does not exist.",
            hint="`journey lint --write-baseline` writes it.",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The baseline {shown_path(path)} cannot be read: {error}.") from error
    from journeycli.workspace.discovery import relative_name

    return baselines.read(text, relative_name(path, workspace.root))


def next_steps(report: Report, root: Path) -> list[str]:
    """Say what to type next, by what the run found."""
    steps = []
    broken = {each.place.path for each in report.findings if each.severity is Severity.ERROR}
    if report.fixable:
        steps.append("journey lint --fix  # writes the safe fixes")
    asking = next(
        (each for each in report.findings if each.stage and each.place.path not in broken), None
    )
    if asking is not None:
        path = shlex.quote(shown_path(root / asking.place.path))
        steps.append(f"journey fill {path}  # writes the open questions into it")
    others = [each for each in report.findings if each.stage is None]
    if others:
        steps.append(f"journey explain {min(others, key=lambda each: each.severity.rank).code}")
    return steps


def _rule_infos(rules: Sequence[type[Rule]]) -> Iterator[RuleInfo]:
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


def _text(name: str, sources: Sources) -> str | None:
    from journeycli.workspace.reading import UnreadableError

    try:
        return sources.read(name).decode("utf-8-sig", "replace")
    except (UnreadableError, KeyError):
        return sources.beside(name)
