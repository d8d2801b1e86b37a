"""The analysis checklist of one map as a table: stages across, the eleven questions down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.model.checklist import (
    QUESTIONS,
    Balance,
    Question,
    QuestionState,
    Share,
    balance,
    has_removal,
    opened_for,
    share,
    states,
)
from journeycli.model.ways import led_to, ways

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from journeycli.model import JourneyMap, Stage


@dataclass(frozen=True, slots=True)
class Cell:
    """One question at one stage.

    Attributes:
        question: The question.
        asked: How it is asked of this stage.
        state: How it stands.
        count: How many statements, feelings or barriers answer it.
        of: How many barriers there are, where the question is asked of each of them; else 0.
        balance: The company's part in the feelings, where the question is about that.
        because: Why there is nothing, where the answer says so.

    """

    question: Question
    asked: str
    state: QuestionState
    count: int = 0
    of: int = 0
    balance: Balance | None = None
    because: str | None = None

    @property
    def code(self) -> str:
        """Give the code of the question's rule."""
        return self.question.code


@dataclass(frozen=True, slots=True)
class Column:
    """One stage: its id, its name, and a cell a question in the order of their codes."""

    id: str
    name: str
    cells: tuple[Cell, ...]

    @property
    def share(self) -> Share:
        """Give how much of what is asked of this stage is settled."""
        return share(cell.state for cell in self.cells)

    @property
    def open(self) -> tuple[Cell, ...]:
        """Give what is still to be answered."""
        return tuple(cell for cell in self.cells if cell.state == "unanswered")

    @property
    def balance(self) -> Balance:
        """Give the company's part in the feelings of the stage."""
        return next((each.balance for each in self.cells if each.balance), Balance(0, 0))


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole table, a column a stage."""

    columns: tuple[Column, ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Give a row a question, a cell a stage."""
        return tuple(zip(*(column.cells for column in self.columns), strict=True))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Give every cell, stage by stage."""
        return tuple(cell for column in self.columns for cell in column.cells)

    @property
    def share(self) -> Share:
        """Give how much of all that is asked is settled."""
        return share(cell.state for cell in self.cells)

    @property
    def balance(self) -> Balance:
        """Give the company's part in the feelings of the whole journey."""
        parts = [column.balance for column in self.columns]
        return Balance(sum(each.good for each in parts), sum(each.bad for each in parts))

    @property
    def most_open(self) -> Question | None:
        """Give the question that is open at most stages, the first of several; None without any."""
        open_ = [cell.code for cell in self.cells if cell.state == "unanswered"]
        return QUESTIONS[max(QUESTIONS, key=open_.count)] if open_ else None

    def count(self, state: QuestionState) -> int:
        """Count the cells that stand so."""
        return sum(cell.state == state for cell in self.cells)


def checklist(journey: JourneyMap) -> Checklist:
    """Ask every question of every stage, as lint does."""
    opened = opened_for(journey)
    return Checklist(
        tuple(
            Column(stage.id, stage.name, tuple(_cells(stage, led_to(journey, out), found, opened)))
            for stage, out, found in zip(
                journey.stages, ways(journey), states(journey), strict=True
            )
        )
    )


def fraction(part: Share) -> float:
    """Give a share from 0 to 1; where nothing is asked, nothing is open."""
    return 1.0 if part.value is None else part.value


def percent(part: Share) -> int:
    """Give a share in whole percent, rounded down, so that 100 means all."""
    return part.settled * 100 // part.asked if part.asked else 100


def _cells(
    stage: Stage, after: Sequence[Stage], found: dict[str, QuestionState], opened: Collection[str]
) -> list[Cell]:
    names = tuple(each.name for each in after)
    return [
        _cell(question, question.asked(names), found[code], stage, opened)
        for code, question in QUESTIONS.items()
    ]


def _cell(
    question: Question, asked: str, state: QuestionState, stage: Stage, opened: Collection[str]
) -> Cell:
    scored = sum(step.score is not None for step in stage.customer_actions)
    if question.code == "J108":
        count = scored + len(stage.emotions)
        return Cell(question, asked, state, count, balance=balance(stage) if count else None)
    if question.code == "J111":
        met = sum(has_removal(barrier, opened) for barrier in stage.barriers)
        return Cell(question, asked, state, met, len(stage.barriers))
    answer = getattr(stage, question.field)
    count = len(answer)
    if question.code == "J106":
        count += sum(barrier.cause == "company" for barrier in stage.barriers)
    elif question.code == "J107":
        count += scored
    return Cell(question, asked, state, count, because=answer.none if state == "none" else None)
