"""How every view begins: which map it is, how far it goes, and whether all of it could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted, typed, width
from journeycli.views.terminal.lines import flowed, hung, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Source, Subject


def heading(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield the title, what kind of map it is, and what is wrong with the file."""
    journey, source = subject.journey, subject.source
    yield from wrapped(look.text(journey.title, "bold"), look.width)
    facts = [
        journey.id,
        journey.state,
        journey.maturity,
        counted(len(journey.stages), "stage"),
        source.path,
    ]
    pieces = [look.text(each, "dim") for each in facts]
    yield from flowed(pieces, look.width, f" {look.signs.dot} ")
    if source.faults:
        yield from trouble(source, look)


def trouble(source: Source, look: Look) -> Iterator[Text]:
    """Yield the line that says that not all of the file could be read."""
    count = counted(source.faults, "error")
    see = f" See: journey lint {typed(source.path)}" if source.is_file else ""
    text = f"This file has {count}; here is what could be read.{see}"
    yield from hung(Text("! ", "bold red"), look.text(text, "red"), look.width, 2)


def section(title: str, look: Look) -> Iterator[Text]:
    """Yield an empty line and a heading."""
    yield Text()
    yield from wrapped(look.text(title, "bold"), look.width)


def commands(steps: Iterable[tuple[str, str]], look: Look) -> Iterator[Text]:
    """Yield what to type next: commands, each with what it does."""
    steps = list(steps)
    yield from section("Next", look)
    hang = 2 + max(width(command) for command, _ in steps) + 3
    together = hang + max(width(meaning) for _, meaning in steps) <= look.width
    for command, meaning in steps:
        label, text = look.text(command, "cyan"), look.text(meaning, "dim")
        if together:
            yield from hung(Text.assemble("  ", label), text, look.width, hang)
        else:
            yield from hung(Text("  "), label, look.width, 2)
            yield from hung(Text("      "), text, look.width, 6)
