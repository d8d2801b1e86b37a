"""The program: one lazy group of commands behind one boundary for errors."""

from __future__ import annotations

import errno
import importlib
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperGroup

from journeycli import __version__
from journeycli.cli import output
from journeycli.cli.help_page import Command, dress
from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CLOSED_PIPE = 141
INTERRUPTED = 130
OUR_DEFECT = 3
WRONG_USAGE = 2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


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
    if (code := _answered(output.open_missing)) != 0:
        return code
    code = _answered(lambda: _called(arguments))
    return _answered(output.flush) or code  # what an error left behind is told before the end


def _called(arguments: Sequence[str]) -> int:
    result = typer.main.get_command(app).main(
        list(arguments), prog_name="journey", standalone_mode=False
    )
    if result == INTERRUPTED:  # typer turns Ctrl-C into this number, and says nothing
        output.say("\nInterrupted.\n")
    return result if isinstance(result, int) else 0


def _answered(work: Callable[[], int | None]) -> int:
    """Do some work and give the exit code; whatever goes wrong is told."""
    try:
        return work() or 0
    except output.ClosedPipeError:
        output.silence()
        return CLOSED_PIPE
    except (KeyboardInterrupt, typer.Abort):
        output.say("\nInterrupted.\n")
        return INTERRUPTED
    except output.UnwritableOutputError as error:
        output.silence()
        output.say(_told(error))
        return error.exit_code
    except UserError as error:
        output.say(_told(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the one boundary: usage errors, or a defect of ours
        return _unexpected(error)


def _told(error: UserError) -> str:
    place = f"{error.place}: " if error.place else ""
    hint = f"{error.hint}\n" if error.hint else ""
    return f"error: {place}{error.message}\n{hint}"


def _unexpected(error: Exception) -> int:
    formatted = getattr(error, "format_message", None)
    if formatted is not None:  # typer's usage errors; its copy of Click is not ours to import
        if not formatted():  # nothing was asked for, and the help page has been printed
            return WRONG_USAGE
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "journey"
        output.say(f"error: {formatted()}\n`{command} --help` shows what can be said.\n")
        return WRONG_USAGE
    if isinstance(error, OSError) and error.errno in _FULL:  # rich and typer print by themselves
        output.silence()
        output.say(_told(output.UnwritableOutputError(error)))
        return WRONG_USAGE
    output.say(
        "error: journeycli failed; this is a defect of ours, not of your files.\n"
        "Please report it with the lines below, the command and, if you can, the file.\n"
        f"journeycli {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
    )
    import traceback

    output.say("".join(traceback.format_exception(error)))
    return OUR_DEFECT
