"""`journey fmt`: files in the one canonical layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli import files
from journeycli.cli import options, output
from journeycli.cli.boundary import fail_together
from journeycli.cli.laying_out import LaidOut, lay_out_files, lay_out_input
from journeycli.cli.workspace import STANDARD_INPUT, one_of, open_workspace, real_paths
from journeycli.errors import UserError
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Check = Annotated[
    bool, typer.Option("--check", help="Write nothing, and list what would be laid out anew.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing, and show what would change.")]


def fmt(
    paths: options.Paths = None,
    check: Check = False,
    diff: Diff = False,
    stdin_filename: options.StdinFilename = "stdin.journey.yaml",
    config: options.Config = None,
    isolated: options.Isolated = False,
    color: options.Color = "auto",
) -> int:
    """Lay files out anew: the order of keys, indents, quotes, long texts folded.

    Every comment and every group of blank lines stays, and so does what the file says. A file
    with errors is left as it is. `-` reads standard input and writes standard output.

    Example: `journey fmt --diff maps`

    Exit code: 0, 1 where `--check` or `--diff` found a difference or a file had to be left as it
    is, 2 for wrong usage or where there is nothing to lay out.
    """
    where = real_paths(paths)
    from_input = where == [Path(STANDARD_INPUT)]
    screen = output.terminal(one_of(color, output.COLORS, "--color"))
    workspace = open_workspace([Path()] if from_input else where, config=config, isolated=isolated)
    laid_out: Iterable[LaidOut] = (
        [lay_out_input(workspace, stdin_filename)]
        if from_input
        else lay_out_files(workspace, where)
    )
    if diff:
        done = [_shown(each, color=screen.color) for each in laid_out]
    elif check:
        done = [_listed(each) for each in laid_out]
    elif from_input:
        done = [_printed(each) for each in laid_out]
    else:
        done = [_written(each, workspace.root) for each in laid_out]
    fail_together(each.failed for each in done)
    return _say(done, writes=not (diff or check), is_input=from_input)


class Done(NamedTuple):
    """What is told of a file in the end; the texts of many together would be too much to keep.

    Attributes:
        differed: Whether there was anything to change.
        left: Why it was left as it was.
        failed: Why it could not be written.

    """

    differed: bool
    left: UserError | None
    failed: UserError | None = None


def _shown(each: LaidOut, *, color: bool) -> Done:
    from journeycli.cli.diffs import unified_diff

    if each.differs:
        output.write_all(unified_diff(each.name, each.before, each.after, color=color))
    return Done(each.differs, each.left)


def _listed(each: LaidOut) -> Done:
    if each.differs:
        output.write(f"{each.shown}\n")
    return Done(each.differs, each.left)


def _printed(each: LaidOut) -> Done:
    output.write_bytes(each.after)
    return Done(each.differs, each.left)


def _written(each: LaidOut, root: Path) -> Done:
    failed = None
    if each.differs and each.path is not None:
        try:
            files.replace(each.path, each.after, expected=each.before, root=root)
        except UserError as error:
            failed = error
        else:
            output.say(f"wrote  {each.shown}\n")
    return Done(each.differs, each.left, failed)


def _say(done: Sequence[Done], *, writes: bool, is_input: bool) -> int:
    """Say what was done; give the exit code."""
    left = [each.left for each in done if each.left is not None]
    differing = sum(each.differed for each in done)
    for error in left:
        output.say(f"error: {error}\n")
    same = len(done) - differing - len(left)
    said = [f"{'laid out' if writes else 'would lay out'} {counted(differing, 'file')}"]
    if same:
        said.append(f"{counted(same, 'file')} needed nothing")
    if left:
        said.append(f"{counted(len(left), 'file')} could not be")
    if not is_input:
        output.say(f"{'; '.join(said)}\n")
    return int(bool(left) or (bool(differing) and not writes))
