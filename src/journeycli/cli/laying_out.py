"""Files as `journey fmt` would write them."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import output
from journeycli.cli.workspace import STANDARD_INPUT, find_files, shown_path, standard_input
from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from journeycli.cli.workspace import Workspace


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


def lay_out_files(workspace: Workspace, paths: Sequence[Path]) -> Iterator[LaidOut]:
    """Lay out what the paths mean, one file after the other.

    Raises:
        UserError: A path is wrong, or there is nothing to lay out.

    """
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


def lay_out_input(workspace: Workspace, name: str) -> LaidOut:
    """Lay out standard input under a name."""
    return _laid_out(name, None, standard_input(workspace.limits.bytes), workspace)


def _laid_out(name: str, path: Path | None, raw: bytes, workspace: Workspace) -> LaidOut:
    from journeycli.lint.formatting import formatted

    shown = name if path is None else shown_path(path)
    try:
        return LaidOut(name, path, raw, formatted(raw, workspace.limits, shown))
    except UserError as error:
        what = STANDARD_INPUT if path is None else shlex.quote(shown)
        hint = f"`journey lint {what}` shows more."
        return LaidOut(name, path, raw, raw, UserError(error.message, hint=hint))
