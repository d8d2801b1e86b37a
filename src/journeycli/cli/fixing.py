"""`journey lint --fix` and `--diff`: fixes written into files, or shown."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from journeycli import files
from journeycli.cli import output
from journeycli.cli.workspace import shown_path
from journeycli.lint.engine import sort_rules
from journeycli.lint.fixes import fix
from journeycli.text import counted, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.cli.linting import Linted
    from journeycli.lint.fixes import Fixed

_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def fix_files(
    linted: Linted, *, unsafe: bool, screen: output.Terminal, write: bool
) -> tuple[Linted, bool]:
    """Fix what a lint found; give the lint of what is left, and whether anything changes.

    Raises:
        UserError: A file changed in the meantime or cannot be written.

    """
    outcome = fix(linted.sources, sort_rules(linted.rules), linted.choice, unsafe=unsafe)
    for each in outcome.files:
        if write:
            path = linted.sources.path(each.name)
            files.replace(path, each.after, expected=each.before, root=linted.workspace.root)
        else:
            output.write_all(_diff(each, color=screen.color))
    verb = "fixed" if write else "would fix"
    say = f"{verb} {counted(outcome.applied, 'problem')} in {counted(len(outcome.files), 'file')}"
    if outcome.refused:
        say += f"; {counted(outcome.refused, 'fix', 'fixes')} left out, which would do harm"
    output.say(f"{say}\n")
    for each in outcome.files if write else ():
        output.say(f"wrote  {shown_path(linted.sources.path(each.name))}\n")
    return replace(linted, run=outcome.run), bool(outcome.files)


def _diff(fixed: Fixed, *, color: bool) -> Iterator[str]:
    """Give a unified diff of one file, a line a piece."""
    before, after = (
        raw.decode("utf-8", "replace").splitlines(keepends=True)
        for raw in (fixed.before, fixed.after)
    )
    for line in difflib.unified_diff(before, after, f"a/{fixed.name}", f"b/{fixed.name}"):
        text = visible(line.rstrip("\r\n"))
        paint = _COLORS.get(line[:1], "") if color else ""
        yield f"{paint}{text}{_PLAIN if paint else ''}\n"
