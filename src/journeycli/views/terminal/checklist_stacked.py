"""The checklist stage below stage: what is answered in a word, what is open in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.checklist import share
from journeycli.text import width
from journeycli.views.checklist import fraction, percent
from journeycli.views.terminal.checklist_cells import balance_text, legend, sign
from journeycli.views.terminal.lines import bar, flowed, hung, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.checklist import Cell, Checklist, Column
    from journeycli.views.terminal.look import Look

_BAR = 10
_LABEL = 23


def stacked(asked: Checklist, look: Look) -> Iterator[Text]:
    """Yield a block a stage, then the share of each question over all stages."""
    for number, column in enumerate(asked.columns, 1):
        yield from _stage(number, column, look)
        yield Text()
    yield from wrapped(Text("The questions over all stages", "bold"), look.width)
    for row in asked.rows:
        yield from _question(row, look)
    yield Text()
    yield from flowed(legend(asked, look, counted=True), look.width, "   ")


def _stage(number: int, column: Column, look: Look) -> Iterator[Text]:
    name = Text.assemble((f"{number} ", "bold"), look.text(column.name, "bold"))
    yield from wrapped(name, look.width)
    settled = column.share
    pieces = [
        Text(bar(fraction(settled), _BAR, look), "green"),
        Text(f"{percent(settled)}%"),
        Text(f"{settled.settled} of {settled.asked} answered", "dim"),
    ]
    yield from flowed(pieces, look.width, " ", indent=2)
    yield from _answered(column, look)
    for cell in column.cells:
        if cell.state == "none":
            text = Text.assemble(f"{cell.question.label}: ", look.text(cell.because or "", "dim"))
            yield from _signed(cell, text, look)
    for cell in column.open:
        yield from _signed(cell, Text.assemble(f"{cell.code} ", look.text(cell.asked)), look)


def _answered(column: Column, look: Look) -> Iterator[Text]:
    """Yield what needs no words but a count, on as few lines as they take."""
    answered = [cell for cell in column.cells if cell.state == "answered"]
    if not answered:
        return
    pieces = [_counted(cell, look) for cell in answered]
    hang = _hang(look)
    label = Text.assemble("  ", sign("answered", look))
    for line in flowed(pieces, look.width - hang, f" {look.signs.dot} "):
        yield from hung(label, line, look.width, hang)
        label = Text()


def _signed(cell: Cell, text: Text, look: Look) -> list[Text]:
    label = Text.assemble("  ", sign(cell.state, look))
    return hung(label, text, look.width, _hang(look))


def _hang(look: Look) -> int:
    return 3 + width(look.signs.answered)


def _counted(cell: Cell, look: Look) -> Text:
    if cell.balance is not None:
        return Text.assemble(f"{cell.question.label} ", balance_text(cell.balance, look))
    return Text.assemble(f"{cell.question.label} ", (str(cell.count), "dim"))


def _question(row: tuple[Cell, ...], look: Look) -> Iterator[Text]:
    settled = share(cell.state for cell in row)
    if not settled.asked:
        return
    name = f"{row[0].code} {row[0].question.label}"
    shown = f"{percent(settled):>3}%"
    drawn = (bar(fraction(settled), _BAR, look), "green")
    line = Text.assemble("  ", name.ljust(_LABEL), drawn, " ", shown)
    if width(line.plain) <= look.width:
        yield line
    else:
        yield from hung(Text(shown), Text(name), look.width, 5)
