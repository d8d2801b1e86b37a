"""One cell of the checklist as text: sign, count and balance."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich.text import Text

from journeycli.views.checklist import percent
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.checklist import Balance, QuestionState, Share
    from journeycli.views.checklist import Cell, Checklist
    from journeycli.views.terminal.look import Look

_MEANINGS: dict[QuestionState, str] = {
    "answered": "answered",
    "none": "none, because",
    "unanswered": "open",
    "not asked": "not asked",
}


def sign(state: QuestionState, look: Look) -> Text:
    """Draw the sign of a state; it tells the states apart without its colour."""
    match state:
        case "answered":
            return Text(look.signs.answered, "green")
        case "none":
            return Text(look.signs.none, "cyan")
        case "unanswered":
            return Text(look.signs.open, f"bold {WARNING}")
        case "not asked":
            return Text(look.signs.idle, "dim")
        case _:
            assert_never(state)


def cell_text(cell: Cell, look: Look, *, counted: bool) -> Text:
    """Draw a cell.

    Args:
        cell: The cell.
        look: What can be shown.
        counted: Whether there is room for the number of statements.

    """
    shown = sign(cell.state, look)
    if cell.balance is not None and cell.state == "answered":
        return balance_text(cell.balance, look, gap=" " if counted else "")
    if counted and cell.of:
        whole = cell.count == cell.of
        return Text.assemble(shown, f" {cell.count}" if whole else f" {cell.count}/{cell.of}")
    if counted and cell.state == "answered":
        return Text.assemble(shown, f" {cell.count}")
    return shown


def balance_text(balance: Balance, look: Look, gap: str = " ") -> Text:
    """Write the balance of what we caused: `+1 −2`."""
    good, bad = balance
    return Text.assemble(
        (f"+{good}", "green" if good else "dim"),
        gap,
        (f"{look.signs.minus}{bad}", "red" if bad else "dim"),
    )


def percent_text(part: Share, style: str = "") -> Text:
    """Write a share in percent; nothing where nothing was asked."""
    return Text(f"{percent(part)}%" if part.asked else "", style=style)


def legend(asked: Checklist, look: Look, *, counted: bool) -> Iterator[Text]:
    """Yield what the signs mean, as far as they occur."""
    for state, meaning in _MEANINGS.items():
        if asked.count(state):
            often = ", and how often" if counted and state == "answered" else ""
            yield Text.assemble(sign(state, look), (f" {meaning}{often}", "dim"))
    if any(cell.balance is not None and cell.state == "answered" for cell in asked.cells):
        yield Text(f"+1 {look.signs.minus}2 good and bad feelings that we caused", "dim")
