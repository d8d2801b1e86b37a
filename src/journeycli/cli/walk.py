"""`journey walk`: take a journey as the persona, and put what happens beside what was planned."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli import files
from journeycli.cli import options, output
from journeycli.cli.completion import complete_personas
from journeycli.cli.paging import look_of
from journeycli.cli.workspace import (
    STANDARD_INPUT,
    find_map,
    one_of,
    shown_path,
    standard_input,
    today,
)
from journeycli.errors import UserError

if TYPE_CHECKING:
    from journeycli.cli.trips import Trip
    from journeycli.cli.walking import Voice
    from journeycli.cli.workspace import FoundMap


def walk(
    map_: options.OneMap,
    persona: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="As whom; the map's main actor when left out.",
            show_default=False,
            autocompletion=complete_personas,
        ),
    ] = None,
    answers: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Take the answers from a file, one a line as they would be typed; - for "
            "standard input. Lines that begin with # are skipped.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The walkthrough to write, or to go on with.",
            show_default="beside the map: the open one, else a new one",
        ),
    ] = None,
    today_: options.Today = None,
    config: options.Config = None,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Take a journey as the persona, touchpoint by touchpoint, and note what really happens.

    Every answer is saved at once: stop when you like, and the same command goes on from there. At
    the end stands what was planned against what happened, and what the map could learn from it:
    nothing is written into the map unless you say yes.

    Example: `journey walk switch-broadband --persona budget-family`

    Exit code: 0, also where the walk was stopped; 2 where there is no such map or persona, an
    answer of the file cannot be taken, or a file cannot be written.
    """
    from journeycli.cli.trips import begin
    from journeycli.cli.walking import StoppedError, Voice, take

    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    found = find_map(map_, config=config)
    voice = Voice(look_of(screen), _lines(answers))
    trip = begin(found, persona, file, today(found.workspace, today_))
    if trip.walk.finished is None:
        _greet(trip)
        try:
            from journeycli.compare.walk import contacts

            promised = contacts(trip.journey, trip.names.touchpoint, trip.walk.persona)
            done = take(trip.walk, trip.journey, promised, trip.names, voice, trip.save)
        except StoppedError:
            output.say(f"Saved in {shown_path(trip.path)}; the same command goes on from there.\n")
            return 0
        trip.finish(done)
    _close(found, trip, voice)
    return 0


def _greet(trip: Trip) -> None:
    who = trip.names.persona(trip.walk.persona) if trip.walk.persona else "a customer"
    if trip.written is None:
        output.say(f"You are {who}. Answers are saved in {shown_path(trip.path)}.\n")
    else:
        count = len(trip.walk.steps)
        output.say(f"Going on with {shown_path(trip.path)}, as {who}: {count} noted so far.\n")


def _lines(answers: str | None) -> list[tuple[str, str]] | None:
    """Read answers from a file; None where a person gives them on the terminal.

    Raises:
        UserError: The file cannot be read, or there is neither a file nor a terminal.

    """
    import sys

    if answers is None:
        if not (sys.stdin and sys.stdin.isatty()):
            raise UserError(
                "A walk needs a terminal to ask on.", hint="--answers FILE drives it without one."
            )
        return None
    try:
        raw = standard_input(_MOST) if answers == STANDARD_INPUT else _read(answers)
    except OSError as error:
        raise UserError(f"{answers} cannot be read: {error.strerror}.") from error
    if len(raw) > _MOST:
        raise UserError(f"{answers} is too large for the answers of a walk.")
    text = StringIO(raw.decode("utf-8-sig", "replace"), newline=None)
    numbered = enumerate((line.removesuffix("\n") for line in text), 1)
    return [(line, f"{answers}:{n}") for n, line in numbered if not line.startswith("#")]


def _read(answers: str) -> bytes:
    with Path(answers).open("rb") as stream:
        return stream.read(_MOST + 1)


_MOST = 1_000_000  # bytes of answers


def _close(found: FoundMap, trip: Trip, voice: Voice) -> None:
    """Show planned against actual, and propose to the map what it could learn."""
    from journeycli.cli.diffs import unified_diff
    from journeycli.cli.trips import read
    from journeycli.cli.walking import StoppedError
    from journeycli.compare.walk import compare, contacts
    from journeycli.compare.walk_edits import proposed
    from journeycli.views.terminal.walked import walked_lines

    journey, names, raw = read(found)  # it may have been edited during the walk
    whose = trip.walk.persona
    compared = compare(trip.walk, journey, contacts(journey, names.touchpoint, whose))
    voice.show(walked_lines(compared, journey, names, voice.look))
    who = names.persona(whose) if whose else None
    found_out = proposed(raw, trip.walk, compared, found.workspace.limits, who)
    name = shown_path(found.path)
    for each in found_out.passed_over:
        output.say(f"Add by hand, because of how the file is written: {each}.\n")
    if not found_out.added:
        output.say(f"\nThere is nothing to add to {name}. Saved in {shown_path(trip.path)}.\n")
        return
    output.write("\n")
    diff = unified_diff(name, raw, found_out.text, color=voice.look.color)
    output.write_all(diff)
    output.write("\n")
    try:
        agreed = voice.ask(f"Write this into {name}? [y]es, Enter: no >")
    except StoppedError:
        agreed = ""
    if agreed.lower() in ("y", "yes"):
        files.replace(found.path, found_out.text, expected=raw, root=found.workspace.root)
        output.say(f"wrote  {name}\n\nNext: journey lint {name}\n")
    else:
        again = f"journey walk {name} -o {shown_path(trip.path)}"
        output.say(f"{name} stays as it is. `{again}` proposes it again.\n")
