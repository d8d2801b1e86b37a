"""The checklist of a map: a table where the stages fit across, else stage below stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted, typed
from journeycli.views.checklist import checklist, fraction, percent
from journeycli.views.terminal.checklist_stacked import stacked
from journeycli.views.terminal.checklist_table import table
from journeycli.views.terminal.heading import commands, heading, section
from journeycli.views.terminal.lines import bar, flowed, hung, wrapped
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.checklist import Checklist, Column
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Source, Subject

_WIDEST_BAR = 30
_REASON = 24  # cells before a reason: the stage's number and the question


def checklist_view(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield the share of all, every question at every stage, and what to type next."""
    asked = checklist(subject.journey)
    yield from heading(subject, look)
    yield Text()
    yield from _total(asked, look)
    yield Text()
    across = table(asked, look)
    if across is None:
        yield from stacked(asked, look)
    else:
        yield from across
        yield from _reasons(asked, look)
    yield from _caused(asked, look)
    yield from _next(asked, subject.source, look)


def _total(asked: Checklist, look: Look) -> Iterator[Text]:
    settled = asked.share
    none, open_ = asked.count("none"), asked.count("unanswered")
    drawn = bar(fraction(settled), min(_WIDEST_BAR, look.width // 4), look)
    answered = f"{settled.settled} of {counted(settled.asked, 'question')} answered"
    pieces = [
        Text.assemble((drawn, "green"), (f" {percent(settled)}%", "bold")),
        look.text(f"{answered}, {none} of them by “none, because”" if none else answered),
        Text(f"{open_} open", f"bold {WARNING}") if open_ else Text("nothing open", "bold green"),
    ]
    yield from flowed(pieces, look.width, "   ")


def _reasons(asked: Checklist, look: Look) -> Iterator[Text]:
    """Yield why there is nothing where there is nothing; the table has no room for it."""
    if not asked.count("none"):
        return
    yield from section("None, because", look)
    for number, column in enumerate(asked.columns, 1):
        for cell in column.cells:
            if cell.state == "none":
                label = Text(f"{number:>3} {cell.question.label}")
                reason = look.text(cell.because or "", "dim")
                yield from hung(label, reason, look.width, min(_REASON, look.width // 2))


def _caused(asked: Checklist, look: Look) -> Iterator[Text]:
    """Yield the balance of emotional effect over the whole journey, and where it is worst."""
    good, bad = asked.balance
    if not good and not bad:
        return
    worst = min(asked.columns, key=lambda each: (_net(each), -each.balance.bad))
    text = Text.assemble(
        "We caused ",
        (counted(good, "good feeling"), "green" if good else ""),
        " and ",
        (counted(bad, "bad one"), "red" if bad else ""),
    )
    if _net(worst) < 0:
        text = Text.assemble(text, ", worst at ", look.text(f"“{worst.name}”"))
    text = Text.assemble(text, ".")
    yield Text()
    yield from wrapped(text, look.width)


def _net(column: Column) -> int:
    return column.balance.good - column.balance.bad


def _next(asked: Checklist, source: Source, look: Look) -> Iterator[Text]:
    name, path = typed(source.name), typed(source.path)
    question = asked.most_open
    if question is None:
        yield Text()
        yield from wrapped(Text("No question is open.", "bold green"), look.width)
        if source.is_file:
            yield from commands([(f"journey lint {path}", "finds what else is wrong")], look)
        return
    open_ = counted(asked.count("unanswered"), "open question")
    stages = sum(cell.code == question.code for column in asked.columns for cell in column.open)
    explained = (f"journey explain {question.code}", f"{question.label}: {_at(stages)}")
    if source.faults:
        steps = [(f"journey lint {path}", "shows the errors; mend them first"), explained]
    else:
        steps = [
            (f"journey fill {name}", f"writes the {open_} into the map"),
            (f"journey lint {path} --select J1", "shows each at its line"),
            explained,
        ]
    yield from commands(steps if source.is_file else [explained], look)


def _at(stages: int) -> str:
    return f"open at {counted(stages, 'stage')}"
