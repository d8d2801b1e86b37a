"""Cells: what stands in a lane for one stage, made of the answers to its questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from journeycli.text import quoted
from journeycli.views.blocks import (
    BODY,
    BULLET,
    EMPTY,
    SMALL,
    VOICE,
    Block,
    bullet,
    stack,
    told,
    words,
)
from journeycli.views.changes import compared
from journeycli.views.wording import joined, worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journeycli.model.answers import Answer
    from journeycli.model.stage import Stage
    from journeycli.model.statements import Statement
    from journeycli.views.known import Known
    from journeycli.views.wrap import Font

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """The column that a cell stands in.

    Attributes:
        number: Of its stage, from 0.
        hue: Its colour's number.
        width: The room for content in pixels.
        known: What ids mean.
        several: Whether the map has several personas, so that whose a statement is gets said.
        before: The same stage of the map that this one is compared with, if it is there.
        comparing: Whether two maps are compared.

    """

    number: int
    hue: int
    width: float
    known: Known
    several: bool = False
    before: Stage | None = None
    comparing: bool = False

    def earlier(self, key: str) -> tuple[Any, ...] | None:
        """Give what stood under a key of the stage before; None where nothing is compared."""
        if not self.comparing:
            return None
        return tuple(getattr(self.before, key)) if self.before is not None else ()

    def role(self, word: str) -> str:
        """Give the role of the stage's `fill`, `tint`, `edge` or `text`."""
        return f"stage-{self.hue}-{word}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one stage has in one lane.

    Attributes:
        block: What is drawn; without items it is a quiet gap.
        tone: The role of the cell's ground, or None.
        feeling: The one feeling that it tells, where the curve above has it as a label.

    """

    block: Block = EMPTY
    tone: str | None = None
    feeling: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw."""
        return not self.block.items


def answered(
    answer: Answer[T] | tuple[T, ...],
    draw: Callable[[T], Block],
    gap: float = 8,
    *,
    earlier: Sequence[T] | None = None,
    width: float = 0,
) -> Block:
    """Draw an answer: its items; a dash with the reason as tooltip for `none`; or nothing.

    Args:
        answer: The answer.
        draw: Draws one item.
        gap: Between two items, in pixels.
        earlier: The items of the map that this one is compared with; None for no comparing.
        width: The room for items that are gone.

    """
    if answer or earlier:
        if earlier is None:
            return stack(map(draw, answer), gap)
        return stack(compared(answer, earlier, draw, width), gap)
    state = getattr(answer, "state", "unanswered")
    if state == "unanswered":
        return EMPTY
    return dash(getattr(answer, "none", None))


def dash(reason: str | None) -> Block:
    """Draw the sign of "nothing, because …"."""
    block = words("—", BODY, 20, "faint")
    return told(
        block, worded("None: {}", reason) if reason else "None, without a reason", kind="none"
    )


def statement(
    column: Column,
    said: Statement,
    font: Font = BODY,
    fill: str = "ink",
    *,
    mark: str | None = None,
    spoken: bool = False,
) -> Block:
    """Draw a statement: its text, whose it is, and what it is known from as a tooltip."""
    text = quoted(said.text) if spoken else said.text
    room = column.width - BULLET
    parts = [words(text, font, room, fill)]
    if column.several and said.persona:
        parts.append(words(column.known.persona(said.persona), SMALL, room, "soft"))
    block = bullet(stack(parts, 2), mark or column.role("fill"))
    return told(block, sources(column, said.evidence))


def voice(column: Column, said: Statement) -> Block:
    """Draw a thought."""
    return statement(column, said, VOICE, "soft", spoken=True)


def quote(column: Column, said: Statement) -> Block:
    """Draw a quote, and where it was said."""
    parts = [words(quoted(said.text), VOICE, column.width - BULLET)]
    parts += [source(column, name, column.width - BULLET) for name in said.evidence]
    return bullet(stack(parts, 2), column.role("fill"))


def source(column: Column, name: str, width: float) -> Block:
    """Draw what something is known from, as a link where it has one."""
    title, link = column.known.source(name)
    return told(words(title, SMALL, width, "faint"), link and f"Opens {link}", link)


def sources(column: Column, names: Iterable[str]) -> str:
    """Say what something is known from."""
    titles = [column.known.source(name)[0] for name in names]
    return worded("Known from: {}", joined("; ", titles)) if titles else ""
