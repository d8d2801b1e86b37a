"""The flags of the commands: each with its help, written once."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from journeycli.cli.completion import complete_maps, complete_rules
from journeycli.reporters import REPORTERS


def path(written: str) -> Path:
    """Read a path; an empty one is no way to say this folder.

    Raises:
        BadParameter: It is empty.

    """
    if not written:
        raise typer.BadParameter("an empty path names nothing; write . for this folder.")
    return Path(written)


Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Maps, or folders that hold them; this folder when left out.",
        show_default=False,
        metavar="PATHS…",
        parser=path,
    ),
]
OneMap: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="MAP",
        help="A map's id, or its file.",
        show_default=False,
        autocompletion=complete_maps,
    ),
]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="Only these rules: codes, prefixes or names, with commas.",
        show_default=False,
        autocompletion=complete_rules,
    ),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="Not these rules: codes, prefixes or names, with commas.",
        show_default=False,
        autocompletion=complete_rules,
    ),
]
ExtendSelect: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="These rules as well as the selected ones.",
        show_default=False,
        autocompletion=complete_rules,
    ),
]
Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT[=FILE]",
        help=f"How to print, and where to; repeatable: {', '.join(REPORTERS)}.",
        show_default="text; on GitHub Actions also github",
    ),
]
FailLevel: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="The least severity that fails the run: error, warning or info.",
        show_default="warning",
    ),
]
ExitZero: TypeAlias = Annotated[
    bool, typer.Option("--exit-zero", help="Findings do not fail the run.")
]
MaxWarnings: TypeAlias = Annotated[
    int | None,
    typer.Option(
        min=0,
        help="Fail at more warnings than this; the fail level holds for errors and advice.",
        show_default=False,
    ),
]
Fix: TypeAlias = Annotated[bool, typer.Option("--fix", help="Write the safe fixes into the files.")]
UnsafeFixes: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="Fix also what may change the meaning; with --fix or --diff."
    ),
]
Diff: TypeAlias = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")
]
Baseline: TypeAlias = Annotated[
    Path | None,
    typer.Option(help="The baseline file to go by.", show_default="journey-baseline.json"),
]
WriteBaseline: TypeAlias = Annotated[
    bool,
    typer.Option("--write-baseline", help="Write today's findings as the baseline."),
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        help="How many processes check files.",
        show_default="one, or one a core where there are many files",
    ),
]
NoCache: TypeAlias = Annotated[
    bool,
    typer.Option("--no-cache", help="Use nothing that earlier runs found out, and keep nothing."),
]
ClearCache: TypeAlias = Annotated[
    bool, typer.Option("--clear-cache", help="Delete what earlier runs found out, then lint.")
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="REF",
        help="Only what is new since a commit, branch or tag, in whatever file it shows.",
        show_default=False,
    ),
]
Watch: TypeAlias = Annotated[
    bool, typer.Option("--watch", help="Lint again on every save, until Ctrl+C.")
]
Statistics: TypeAlias = Annotated[
    bool, typer.Option("--statistics", help="Count the findings by rule.")
]
ShowFiles: TypeAlias = Annotated[
    bool, typer.Option("--show-files", help="List the files that would be linted.")
]
ShowSettings: TypeAlias = Annotated[
    bool, typer.Option("--show-settings", help="List each setting and where it comes from.")
]
Today: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--today", help="The date to go by, such as 2026-11-30.", show_default="today, UTC"
    ),
]
StdinFilename: TypeAlias = Annotated[
    str, typer.Option(help="What standard input, given as -, is called.")
]
Config: TypeAlias = Annotated[
    Path | None, typer.Option(help="Use this settings file.", show_default=False)
]
Isolated: TypeAlias = Annotated[bool, typer.Option("--isolated", help="Use no settings file.")]
Color: TypeAlias = Annotated[str, typer.Option(help="auto, always or never.")]
Width: TypeAlias = Annotated[
    int | None, typer.Option(help="Terminal cells in a line.", show_default=False)
]
