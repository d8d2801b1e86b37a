"""`journey blame`: who last touched which part of a map, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli.cli import output
from journeycli.cli.completion import complete_maps
from journeycli.cli.options import Color, Config, Today, Width  # noqa: TC001 - as above
from journeycli.cli.workspace import one_of, today
from journeycli.errors import UserError
from journeycli.git import IGNORED, GitUnavailableError, Objects, shallow_commits
from journeycli.git import blame as lines_of
from journeycli.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from journeycli.cli.past import Tracked
    from journeycli.git import Commit
    from journeycli.measure.blame import Blame

FORMATS = ("text", "json", "csv", "md")
_SHALLOW = (
    "This clone is shallow, so that some of this may have been touched last before it begins. "
    "`git fetch --unshallow` brings the older commits."
)
_NOT_IGNORED = f"{IGNORED} names something that is no commit, so that it is not followed."


def blame(
    map_: Annotated[
        str,
        typer.Argument(
            metavar="MAP",
            help="A map's id or its file.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ],
    rev: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="The map as it was at this commit, branch or tag.",
            show_default="the file as it is",
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        str, typer.Option(help=f"How to print: {', '.join(FORMATS)}.")
    ] = "text",
    today_: Today = None,
    config: Config = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Show who last touched each stage, barrier and removal, and when; the oldest first.

    A stage counts as touched when a barrier or removal in it is. Renames of the file and moved
    lines are followed; changes of blanks alone do not count, nor do the commits that
    .git-blame-ignore-revs lists. A removed line leaves no trace; `journey history` shows when.

    Example: `journey blame switch-broadband --format md`

    Exit code: 0, or 2 where there is no such map, commit or repository.
    """
    one_of(format, FORMATS, "--format")
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    from journeycli.cli.git_failing import git_failed
    from journeycli.cli.past import find_tracked

    tracked = find_tracked(map_, config=config)
    day = today(tracked.workspace, today_)
    try:
        found = _found(tracked, rev)
    except GitUnavailableError as error:
        raise git_failed(error) from error
    _print(found, day, format, screen)
    return 0


class _Text(NamedTuple):
    """The text that is asked for: its name in the repository, its commit, and its bytes."""

    name: str
    commit: str | None
    raw: bytes


def _found(tracked: Tracked, rev: str | None) -> Blame:
    from journeycli.measure.blame import Touched, blamed

    limits = tracked.workspace.limits
    text = _on_disk(tracked) if rev is None else _at(tracked, rev)
    if len(text.raw) > limits.bytes:
        raise UserError(
            f"{tracked.shown} has more than the {limits.bytes:,} bytes that are read at most.",
            hint="The settings can raise it: limits.bytes.",
        )
    lines, notes = _lines(tracked, text)
    ends = shallow_commits(tracked.top)
    found = blamed(text.raw, text.name, Touched(lines, ends), limits)
    if any(each.or_earlier for each in (found.whole, *found.parts)):
        notes = (*notes, _SHALLOW)
    return replace(found, notes=(*found.notes, *notes))


def _on_disk(tracked: Tracked) -> _Text:
    from journeycli.workspace.reading import UnreadableError, read_bytes

    try:
        raw = read_bytes(tracked.path, limit=tracked.workspace.limits.bytes)
    except UnreadableError as error:
        raise UserError(
            f"{tracked.shown} cannot be read: {error}.",
            hint="--rev COMMIT shows it as it was; `journey history` lists the commits.",
        ) from error
    return _Text(tracked.name, None, raw)


def _at(tracked: Tracked, rev: str) -> _Text:
    """Read the map as a commit has it.

    Raises:
        UserError: There is no such commit, or it has no such file.

    """
    from journeycli.cli.past import commit_named, name_in
    from journeycli.git import tree

    commit = commit_named(tracked, rev)
    name = name_in(tracked, commit)
    entry = next((each for each in tree(tracked.top, commit, name) if each.path == name), None)
    if entry is None:
        raise UserError(
            f"{tracked.shown} did not exist at {one_line(rev)}.",
            hint="`journey history` lists the commits that have it.",
        )
    with Objects(tracked.top, limit=tracked.workspace.limits.bytes) as objects:
        blob = objects.read(entry.blob)
    if blob is None or blob.raw is None:
        why = "its content is not in this clone" if blob is None else f"{blob.size:,} bytes"
        raise UserError(f"{tracked.shown} cannot be read at {one_line(rev)}: {why}.")
    return _Text(name, commit, blob.raw)


def _lines(tracked: Tracked, text: _Text) -> tuple[tuple[Commit | None, ...], tuple[str, ...]]:
    """Ask git for the commit of each line; nobody has a line of what no commit has."""
    if text.commit is None and tracked.committed is None:
        return (), ()
    try:
        return lines_of(tracked.top, text.name, text.commit), ()
    except GitUnavailableError:
        if not (tracked.top / IGNORED).is_file():
            raise
    return lines_of(tracked.top, text.name, text.commit, ignoring=False), (_NOT_IGNORED,)


def _print(found: Blame, day: date, format_: str, screen: output.Terminal) -> None:
    if format_ == "text":
        from journeycli.cli.paging import look_of, print_lines
        from journeycli.views.terminal.blame import blame_view

        print_lines(blame_view(found, day, look_of(screen)), screen)
        return
    from journeycli.views import blame as views
    from journeycli.views.portfolio import export

    if format_ == "json":
        data = views.blame_data(found, day)
        output.write(export.as_json(data, ascii_only=not screen.unicode))
    elif format_ == "csv":
        output.write(export.as_csv(views.blame_table(found, day)))
    else:
        output.write(views.blame_markdown(found, day))
