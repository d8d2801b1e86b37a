"""`journey history`: what a map came to, commit by commit."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from journeycli.cli import output
from journeycli.cli.completion import complete_maps
from journeycli.cli.endings import format_for
from journeycli.cli.options import Color, Config, Today, Width  # noqa: TC001 - typer reads them
from journeycli.cli.workspace import one_of, today
from journeycli.errors import UserError
from journeycli.git import GitUnavailableError, differs, file_history, shallow_commits
from journeycli.text import one_line

if TYPE_CHECKING:
    from journeycli.cli.past import Tracked
    from journeycli.git import Revision
    from journeycli.measure.history import History, Line, Ruler

FORMATS = ("text", "json", "csv", "svg")
_SHALLOW = (
    "This clone is shallow: older commits are not in it. `git fetch --unshallow` brings them."
)


def history(
    map_: Annotated[
        str,
        typer.Argument(
            metavar="MAP",
            help="A map's id or its file.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ],
    since: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="Only what came later: a date such as 2026-01-31, or a commit, branch or tag.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="Only so many lines, the newest.", show_default=False),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Go back from this commit, branch or tag, not from the files as they are.",
            show_default=False,
        ),
    ] = None,
    first_parent: Annotated[
        bool,
        typer.Option("--first-parent", help="A merge is one line, with all that it brought."),
    ] = False,
    format: Annotated[  # noqa: A002 - the flag's name
        str | None,
        typer.Option(
            help=f"How to print: {', '.join(FORMATS)}; else by the ending of -o.",
            show_default="text",
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Write into this file.", show_default=False),
    ] = None,
    theme: Annotated[
        str, typer.Option(help="Of the picture: auto, light, dark, print or colour-blind.")
    ] = "auto",
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Measure every commit anew, and keep nothing.")
    ] = False,
    today_: Today = None,
    config: Config = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Show how a map grew: a line for each commit that changed it, the oldest first.

    Each line has the date, the author, how much of the checklist is complete, the mean and the
    lowest feeling, the open barriers and the findings. Renames are followed. The last line is what
    is not committed yet.

    Findings are those of the map by itself, by the rules, settings and catalogs of today; dated
    rules go by the day of the commit. Rules across files are left out, and so is the baseline.

    Example: `journey history switch-broadband -o history.svg`

    Exit code: 0, or 2 where there is no such map, commit or repository.
    """
    format_ = format_for(format, to, FORMATS)
    from journeycli.views.themes import THEMES

    one_of(theme, THEMES, "--theme")
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    from journeycli.cli.git_failing import git_failed
    from journeycli.cli.past import find_tracked

    try:
        tracked = find_tracked(map_, config=config)
        means = _Means(first_parent, not no_cache, today(tracked.workspace, today_))
        found = _found(tracked, since, limit, rev, means)
    except GitUnavailableError as error:
        raise git_failed(error) from error
    _print(found, format_, to, theme, screen)
    return 0


class _Means(NamedTuple):
    """Which commits count, whether what was measured before may be used, and what day it is."""

    first_parent: bool
    with_cache: bool
    today: date


def _found(
    tracked: Tracked, since: str | None, limit: int | None, rev: str | None, means: _Means
) -> History:
    """Find the commits, and measure what is asked for of them."""
    from journeycli.cli.past import commit_named, ruler_of
    from journeycli.measure.history import History, lines

    tip = commit_named(tracked, rev) if rev is not None else tracked.head
    day = _day(since)
    after = commit_named(tracked, since) if since is not None and day is None else None
    revisions = _revisions(tracked, tip, after, first_parent=means.first_parent)
    if rev is not None and not revisions and after is None:
        raise UserError(f"{tracked.shown} is in no commit up to {one_line(rev)}.")
    notes = _notes(tracked, revisions)
    kept = [each for each in revisions if day is None or each.commit.when.date() >= day][:limit]
    ruler = ruler_of(tracked, len(kept), with_cache=means.with_cache)
    gc.freeze()  # of what is there nothing becomes garbage; what reading leaves is collected
    shown = list(lines(reversed(kept), tracked.top, ruler))
    if rev is None and (last := _on_disk(tracked, ruler, means.today)) is not None:
        shown = [*shown, last][-limit:] if limit else [*shown, last]
    ruler.memory.close()
    return History(shown[-1].path if shown else tracked.name, tuple(shown), notes)


def _revisions(
    tracked: Tracked, tip: str | None, after: str | None, *, first_parent: bool
) -> tuple[Revision, ...]:
    from journeycli.cli.past import history_of, name_in

    if tip is None or tip == tracked.head:
        return history_of(tracked, after=after, first_parent=first_parent)
    name = name_in(tracked, tip)
    return file_history(tracked.top, name, tip, after=after, first_parent=first_parent)


def _notes(tracked: Tracked, revisions: tuple[Revision, ...]) -> tuple[str, ...]:
    ends = shallow_commits(tracked.top)
    return (_SHALLOW,) if any(each.commit.id in ends for each in revisions) else ()


def _on_disk(tracked: Tracked, ruler: Ruler, day: date) -> Line | None:
    """Measure the file as it is, where that differs from the commit that is checked out."""
    from journeycli.measure.history import line_on_disk
    from journeycli.workspace.reading import UnreadableError, read_bytes

    was = tracked.committed
    if was == tracked.name and tracked.head and not differs(tracked.top, tracked.head, was):
        return None
    try:
        raw = read_bytes(tracked.path, limit=ruler.around.limits.bytes)
    except UnreadableError:
        raw = None
    if raw is None and was is None:
        return None
    return line_on_disk(raw, tracked.name, before=was, day=day, ruler=ruler)


def _day(since: str | None) -> date | None:
    """Read a date; anything else names a commit."""
    try:
        return date.fromisoformat(since) if since is not None and "-" in since else None
    except ValueError:
        return None


def _print(
    found: History, format_: str, to: str | None, theme: str, screen: output.Terminal
) -> None:
    if format_ == "text" and to is None:
        from journeycli.cli.paging import look_of, print_lines
        from journeycli.views.terminal.history import history_view

        print_lines(history_view(found, look_of(screen)), screen)
        return
    text = _text(found, format_, theme, screen if to is None else None)
    if to is None:
        output.write(text)
        return
    from journeycli.cli.workspace import shown_path
    from journeycli.files import put

    put(Path(to).absolute(), text.encode("utf-8", "backslashreplace"))
    output.say(f"{shown_path(Path(to))}\n")


def _text(found: History, format_: str, theme: str, screen: output.Terminal | None) -> str:
    """Write the history in a format, for a file where no screen is given."""
    from journeycli.views.portfolio import export

    match format_:
        case "json":
            from journeycli.views.history.data import history_data

            narrow = screen is not None and not screen.unicode
            return export.as_json(history_data(found), ascii_only=narrow)
        case "csv":
            from journeycli.views.history.tables import history_table

            return export.as_csv(history_table(found))
        case "svg":
            from journeycli.views.history.scene import history_scene
            from journeycli.views.painters.svg import paint_svg
            from journeycli.views.themes import theme as theme_of

            return paint_svg(history_scene(found), theme_of(theme))
        case _:
            from journeycli.views.terminal.history import history_view
            from journeycli.views.terminal.look import Look
            from journeycli.views.terminal.paint import painted

            look = Look(output.DEFAULT_WIDTH)
            return painted(history_view(found, look), look)
