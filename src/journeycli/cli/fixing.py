"""`journey lint --fix` and `--diff`: fixes written into files, or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli import files
from journeycli.cli import output
from journeycli.cli.boundary import fail_together
from journeycli.cli.diffs import unified_diff
from journeycli.cli.workspace import shown_path
from journeycli.errors import UserError
from journeycli.lint.fixes import fix
from journeycli.text import counted

if TYPE_CHECKING:
    from journeycli.cli.linting import Linted
    from journeycli.lint.fixes import Fixed, Outcome


def write_fixes(linted: Linted, *, unsafe: bool) -> tuple[Linted, bool]:
    """Fix what a lint found, in the files.

    Returns:
        The lint of what is left, and whether a settings file changed, so that what is left has to
        be linted by other settings.

    Raises:
        UserError: A file changed in the meantime or cannot be written; the others are.

    """
    outcome = fixed_run(linted, unsafe=unsafe)
    failed: list[UserError] = []
    written: list[Fixed] = []
    for each in outcome.files:
        path = linted.sources.path(each.name)
        try:
            files.replace(path, each.after, expected=each.before, root=linted.workspace.root)
        except UserError as error:
            failed.append(error)
        else:
            written.append(each)
    _say("fixed", written, outcome)
    for each in written:
        output.say(f"wrote  {shown_path(linted.sources.path(each.name))}\n")
    fail_together(failed)
    return linted._replace(run=outcome.run, mended=True), any(each.is_settings for each in written)


def show_fixes(linted: Linted, *, unsafe: bool, screen: output.Terminal) -> tuple[Linted, bool]:
    """Show what fixing would change, and write nothing.

    Returns:
        The lint of what would be left, and whether anything would change.

    """
    outcome = fixed_run(linted, unsafe=unsafe)
    for each in outcome.files:
        output.write_all(unified_diff(each.name, each.before, each.after, color=screen.color))
    _say("would fix", outcome.files, outcome)
    return linted._replace(run=outcome.run), bool(outcome.files)


def fixed_run(linted: Linted, *, unsafe: bool) -> Outcome:
    """Apply the fixes of what a lint found, in memory."""
    means, narrow = linted.means, linted.narrow
    rules, choice = linted.rules, linted.choice
    return fix(linted.sources, rules, choice, unsafe=unsafe, narrow=narrow, means=means)


def _say(verb: str, changed: list[Fixed] | tuple[Fixed, ...], outcome: Outcome) -> None:
    count = sum(each.count for each in changed)
    say = f"{verb} {counted(count, 'problem')} in {counted(len(changed), 'file')}"
    if outcome.refused:
        say += f"; {counted(outcome.refused, 'fix', 'fixes')} left out, which could do harm"
    if outcome.unsafe:
        say += f"; {outcome.unsafe} more with --unsafe-fixes"
    output.say(f"{say}\n")
