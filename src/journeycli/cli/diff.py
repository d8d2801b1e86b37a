"""`journey diff`: what changed, in the words of the map."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.completion import complete_maps, complete_words
from journeycli.cli.endings import format_for
from journeycli.cli.workspace import one_of
from journeycli.errors import UserError

if TYPE_CHECKING:
    from journeycli.cli.diffing import Compared

FORMATS = ("text", "md", "json", "svg", "html")


def diff(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="OLD NEW | REF… PATH…",
            help="Two files; or revisions, at most two, and paths or ids of maps. Left out: the "
            "files on disk against HEAD.",
            show_default=False,
            autocompletion=complete_maps,
        ),
    ] = None,
    state: Annotated[
        bool,
        typer.Option("--state", help="Compare a current map with its future map: CURRENT FUTURE."),
    ] = False,
    format: Annotated[  # noqa: A002 - the flag's name
        str | None,
        typer.Option(
            help=f"How to print: {', '.join(FORMATS)}; else by the ending of -o.",
            show_default="text",
            autocompletion=complete_words(FORMATS),
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            help="A file, - for standard output, or a folder for several svg files.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REF",
            help="What changed since the last commit in common with REF, such as origin/main.",
            show_default=False,
        ),
    ] = None,
    stat: Annotated[
        bool, typer.Option("--stat", help="Only say how much changed in each file.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything is different.")
    ] = False,
    theme: Annotated[
        str, typer.Option(help="For svg and html: auto, light, dark, print or colour-blind.")
    ] = "auto",
    today: Annotated[
        str | None,
        typer.Option(
            "--today", help="The date to go by, such as 2026-11-30.", show_default="today, UTC"
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Use this settings file.", show_default=False)
    ] = None,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    width: Annotated[
        int | None, typer.Option(help="Terminal cells in a line.", show_default=False)
    ] = None,
) -> int:
    """Say what changed in maps, by id and not by line, in the words of the map.

    `journey diff` compares the files on disk with the last commit; `journey diff main` with a
    branch; `journey diff v1 v2` two commits; `journey diff OLD NEW` two files, of which one can be
    `-` or `REF:FILE`. Paths and ids of maps behind the revisions say what to look at. Comments,
    layout and the order of keys are no changes.

    Example: `journey diff --since origin/main --format md -o comment.md`

    Exit code: 0; 1 under `--exit-code` where anything is different; 2 for wrong usage, no
    repository, or what does not exist.
    """
    format_ = format_for(format, to, FORMATS)
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    words = what or []
    from journeycli.cli.printing import Target, print_difference, print_states

    target = Target(format_, to, theme, screen, stat=stat)
    if state:
        _check_state(words, since=since, stat=stat, exit_code=exit_code)
        from journeycli.cli.stating import states_of

        print_states(states_of(words[0], words[1], config), target)
        return 0
    if stat and format_ not in ("text", "json"):
        raise UserError("--stat prints text or json.", hint="Leave --stat or --format out.")
    found = _compared(words, since, config, today)
    print_difference(found, target)
    return 1 if exit_code and found.difference.files else 0


def _compared(
    words: list[str], since: str | None, config: Path | None, today: str | None
) -> Compared:
    from journeycli.cli.diffing import compared
    from journeycli.cli.sides import sides

    return compared(sides(words, since), config, today)


def _check_state(words: list[str], *, since: str | None, stat: bool, exit_code: bool) -> None:
    if len(words) != 2:  # noqa: PLR2004 - the current map and the future one
        raise UserError(
            "--state needs two maps: the current one and the future one.",
            hint="journey diff --state switch-broadband switch-broadband-future",
        )
    options = {"--since": since is not None, "--stat": stat, "--exit-code": exit_code}
    for option, given in options.items():
        if given:
            raise UserError(f"{option} does not go with --state.", hint="Leave one of them out.")
