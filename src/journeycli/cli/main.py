"""The program: one lazy group of commands behind one boundary for errors."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperGroup

from journeycli import __version__
from journeycli.cli import output
from journeycli.cli.boundary import guarded
from journeycli.cli.help_page import Command, dress
from journeycli.errors import INTERRUPTED, UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Sequence


class Entry(NamedTuple):
    """Where a command lives: its module below `journeycli.cli`, its function and its panel."""

    module: str
    function: str
    panel: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("start", "init", "Begin"),
    "new": Entry("start", "new", "Begin"),
    "fill": Entry("start", "fill", "Begin"),
    "lint": Entry("lint", "lint", "Check"),
    "fmt": Entry("fmt", "fmt", "Check"),
    "rules": Entry("catalogue", "rules", "Check"),
    "explain": Entry("catalogue", "explain", "Check"),
    "show": Entry("show", "show", "Look"),
    "report": Entry("report", "report", "Look"),
    "plan": Entry("plan", "plan", "Look"),
    "render": Entry("render", "render", "Look"),
    "diff": Entry("diff", "diff", "Past"),
    "history": Entry("history", "history", "Past"),
    "blame": Entry("blame", "blame", "Past"),
    "walk": Entry("walk", "walk", "Talk"),
    "agenda": Entry("agenda", "agenda", "Talk"),
    "merge": Entry("merge", "merge", "Change"),
    "git-setup": Entry("git_setup", "git_setup", "Change"),
    "import": Entry("importing", "import_", "Exchange"),
    "export": Entry("exporting", "export", "Exchange"),
    "schema": Entry("schema", "schema", "Tools"),
    "doctor": Entry("doctor", "doctor", "Tools"),
}
"""Every command in the order of the help page; a module is imported when its command is called."""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and build one command; None where there is none of this name."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module = importlib.import_module(f"journeycli.cli.{entry.module}")
        single = typer.Typer(add_completion=False, rich_markup_mode="markdown")
        add = single.command(cmd_name, cls=Command, rich_help_panel=entry.panel)
        add(getattr(module, entry.function))
        return typer.main.get_command(single)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help page of the program."""
        dress()
        super().format_help(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the arguments begin with; suggest one where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = closest(args[0], COMMANDS)
            raise UserError(
                f"There is no command {args[0]}.",
                hint=f"Did you mean `journey {near}`?" if near else "`journey --help` lists them.",
            )
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=True,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        output.write(f"journeycli {__version__}\n")
        raise typer.Exit


@app.callback()
def journey(
    version: bool = typer.Option(
        False, "--version", "-V", is_eager=True, callback=_show_version, help="Say the version."
    ),
) -> None:
    """Customer journey maps as text: lint them, look at them, keep them in git."""
    del version


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; no exception gets past.

    0 nothing at or above the fail level; 1 findings; 2 wrong usage, wrong settings, nothing to
    lint or a missing tool; 3 a defect of ours; 130 interrupted; 141 closed pipe.
    """
    return guarded(lambda: _called(arguments))


def _called(arguments: Sequence[str]) -> int:
    try:
        result = typer.main.get_command(app).main(
            list(arguments), prog_name="journey", standalone_mode=False
        )
    except typer.Abort:
        raise KeyboardInterrupt from None
    if result == INTERRUPTED:  # typer turns Ctrl-C into this number, and says nothing
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0
