"""What lint finds on two sides of a difference, and which of that is new or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journeycli.cli.workspace import Workspace
    from journeycli.compare.versions import FileChange
    from journeycli.findings import Finding

_HELD_BACK = frozenset({"J801", "J803"})  # while a file cannot be read that could declare a name


class Found(NamedTuple):
    """What lint found on one side, and whether it held back as files could not be read."""

    findings: tuple[Finding, ...]
    is_cautious: bool


def lint_side(
    workspace: Workspace,
    given: Mapping[str, bytes],
    today: str | None,
    around: Discovered | None = None,
) -> Found:
    """Lint files in memory, as one workspace with what is known around them."""
    from journeycli.cli.linting import Request, choice_of
    from journeycli.lint.catalogue import catalogue_of
    from journeycli.lint.run import Sources, lint

    rules = catalogue_of(workspace.settings, None)
    known = around or Discovered(workspace.root, (), (), ())
    sources = Sources(known, workspace.limits, given)
    choice = choice_of(workspace, Request(today=today), rules, whole=False)
    report = lint(sources, rules, choice).report
    return Found(report.findings, bool(report.notes))


def telling(
    found: tuple[tuple[Finding, ...], tuple[Finding, ...]],
    files: Sequence[FileChange],
    wanted: Callable[[str], bool],
    held_back: tuple[bool, bool],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Leave out findings that nobody asked for, or that only seem to have come or gone.

    In a file that could not be read before, none is known to be new; in one that cannot be read
    now, none is known to be gone. Where such a file holds checks across files back, the same goes
    for what they find.
    """
    unread_before = {each.name for each in files if each.old is not None and each.old.trouble}
    unread_now = {each.old.name for each in files if each.old and each.new and each.new.trouble}
    new, gone = ([each for each in side if wanted(each.place.path)] for side in found)
    return (
        tuple(
            each
            for each in new
            if each.place.path not in unread_before
            and not (held_back[0] and each.code in _HELD_BACK)
        ),
        tuple(
            each
            for each in gone
            if each.place.path not in unread_now and not (held_back[1] and each.code in _HELD_BACK)
        ),
    )
