"""`journey git-setup`: git compares and merges maps by their parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.git_textconv import convert

if TYPE_CHECKING:
    from journeycli.cli.git_wiring import Step

_SHOWN = 60  # cells of a setting's value; the whole stands in git's own file


def git_setup(
    everywhere: Annotated[
        bool, typer.Option("--global", help="For all your repositories, not only this one.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take out what this command wrote.")] = False,
    textconv: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Print a map as `git diff` compares it; git itself calls this.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Make git merge maps by id, and name stage and touchpoint above each change of a diff.

    It writes a marked block into `.gitattributes`, which you commit for everybody, and settings
    into this repository, which git keeps to each machine: colleagues run the command once as well.

    From then on `git merge`, `rebase` and `cherry-pick` use `journey merge`, and `git diff` and
    `git log -p` show where in the map a change stands. `git difftool --tool journey` and
    `git mergetool --tool journey` work on request. Merge buttons of web sites use none of it.

    Example: `journey git-setup`

    Exit code: 0, or 2 where there is no repository or a file cannot be written.
    """
    if textconv is not None:
        return convert(textconv)
    from journeycli.cli.git_wiring import wire

    steps = wire(Path.cwd(), everywhere=everywhere, undo=undo)
    output.write_all(_line(step) for step in steps)
    if not any(step.done in {"wrote", "set", "removed"} for step in steps):
        output.say("Nothing to do.\n")
    elif not undo and not everywhere:
        output.say("\nNext: git add .gitattributes, and commit it for everybody.\n")
    return 0


def _line(step: Step) -> str:
    value = step.value if len(step.value) <= _SHOWN else step.value[: _SHOWN - 3] + "..."
    return f"{step.done:<8}{step.what}{' = ' if value else ''}{value}\n"
