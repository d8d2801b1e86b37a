"""`journey fmt`: files in the one canonical layout."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli import files
from journeycli.cli import options, output
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    find_files,
    one_of,
    open_workspace,
    real_paths,
    shown_path,
    standard_input,
)
from journeycli.errors import UserError
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.cli.workspace import Workspace

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
    if from_input:
        laid_out: Iterable[LaidOut] = [
            _laid_out(stdin_filename, None, standard_input(workspace.limits.bytes), workspace)
        ]
    else:
        laid_out = _all_laid_out(workspace, where)
    failed: list[UserError] = []
    done: list[Done] = []  # the texts of many files together would be too much to keep
    for each in laid_out:
        if diff:
            _show(each, color=screen.color)
        elif check:
            output.write(f"{each.shown}\n" if each.differs else "")
        elif from_input:
            output.write_bytes(each.after)
        elif each.differs:
            failed += _write(each, workspace)
        done.append(Done(each.differs, each.left))
    if failed:
        raise UserError("\n".join(map(str, failed)))
    return _say(done, writes=not (diff or check), is_input=from_input)


class Done(NamedTuple):
    """What is told of a file in the end: whether it differed, and why it was left as it was."""

    differed: bool
    left: UserError | None


class LaidOut(NamedTuple):
    """A file before and after, or why it was left as it is.

    Attributes:
        name: The file relative to the root.
        path: Where it lies; None for standard input.
        before: Its bytes.
        after: The same, laid out; as before where it was left.
        left: Why it was left as it is.

    """

    name: str
    path: Path | None
    before: bytes
    after: bytes
    left: UserError | None = None

    @property
    def differs(self) -> bool:
        """Whether there is anything to change."""
        return self.before != self.after

    @property
    def shown(self) -> str:
        """The file as the user would type it from here."""
        return self.name if self.path is None else shown_path(self.path)


def _all_laid_out(workspace: Workspace, paths: Sequence[Path]) -> Iterator[LaidOut]:
    from journeycli.lint.run import Sources
    from journeycli.workspace.reading import UnreadableError

    discovered = find_files(workspace, paths)
    if any(path.is_dir() for path in paths):  # what else is in the workspace was not asked for
        output.say("".join(f"note: {note}\n" for note in discovered.notes))
    sources = Sources(discovered, workspace.limits)
    for path in discovered.linted:
        name = discovered.name(path)
        try:
            raw = sources.read(name)
        except UnreadableError as error:
            why = UserError(f"{shown_path(path)} cannot be read: {error}.")
            yield LaidOut(name, path, b"", b"", why)
        else:
            yield _laid_out(name, path, raw, workspace)


def _laid_out(name: str, path: Path | None, raw: bytes, workspace: Workspace) -> LaidOut:
    from journeycli.lint.formatting import formatted

    shown = name if path is None else shown_path(path)
    try:
        return LaidOut(name, path, raw, formatted(raw, workspace.limits, shown))
    except UserError as error:
        what = STANDARD_INPUT if path is None else shlex.quote(shown)
        hint = f"`journey lint {what}` shows more."
        return LaidOut(name, path, raw, raw, UserError(error.message, hint=hint))


def _show(each: LaidOut, *, color: bool) -> None:
    from journeycli.cli.diffs import unified_diff

    if each.differs:
        output.write_all(unified_diff(each.name, each.before, each.after, color=color))


def _write(each: LaidOut, workspace: Workspace) -> list[UserError]:
    """Write a file; give the error where it changed in the meantime or cannot be written."""
    try:
        if each.path is not None:
            files.replace(each.path, each.after, expected=each.before, root=workspace.root)
    except UserError as error:
        return [error]
    output.say(f"wrote  {each.shown}\n")
    return []


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
