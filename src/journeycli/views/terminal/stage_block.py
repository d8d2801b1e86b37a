"""One stage below another: its score as a bar, and its lanes as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.curve import stage_low, stage_score
from journeycli.text import width
from journeycli.views.terminal.items import Items
from journeycli.views.terminal.lanes import every_lane
from journeycli.views.terminal.lines import flowed, hung, padded, wrapped
from journeycli.views.terminal.look import tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Stage
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

_HALF = 8  # cells on each side of a score of 0
_LABEL = 22
_NARROW = 72


def stage_block(
    subject: Subject, index: int, look: Look, *, detail: bool = False
) -> Iterator[Text]:
    """Yield the name, the score and the lanes of one stage.

    Args:
        subject: The map.
        index: The place of the stage, from 0.
        look: What can be shown.
        detail: Whether evidence, causes, owners and dates are told as well.

    """
    stage = subject.journey.stages[index]
    name = Text.assemble((f"{index + 1} ", "bold"), look.text(stage.name, "bold underline"))
    yield from wrapped(name, look.width)
    yield from _facts(stage, look)
    items = Items(subject.names, look, detail=detail)
    for lane in every_lane(items):
        for number, item in enumerate(lane.fill(stage, items)):
            yield from _item(lane.title if number == 0 else "", item, look)


def score_bar(score: float, look: Look) -> Text:
    """Draw a score to the left or to the right of 0, with its figure."""
    half = min(_HALF, max((look.width - 10) // 2, 1))
    full = round(abs(score) / 2 * half)
    left = (look.signs.full * full).rjust(half) if score < 0 else " " * half
    right = (look.signs.full * full).ljust(half) if score > 0 else " " * half
    figure = look.score(round(score, 1))
    return Text.assemble((left, tone(score)), look.signs.bar, (right, tone(score)), f" {figure}")


def _facts(stage: Stage, look: Look) -> Iterator[Text]:
    score, low = stage_score(stage), stage_low(stage)
    pieces = []
    if score is not None:
        pieces.append(score_bar(score, look))
        if low is not None and low < score:
            pieces.append(Text(f"low {look.score(low)}", tone(low)))
    pieces += [look.text(each, "dim") for each in (stage.phase, stage.duration) if each]
    yield from flowed(pieces, look.width, f" {look.signs.dot} ", indent=2)
    if stage.summary:
        yield from hung(Text("  "), look.text(stage.summary, "italic"), look.width, 2)


def _item(title: str, item: Text, look: Look) -> Iterator[Text]:
    beside = look.width >= _NARROW
    bullet = Text(f"{look.signs.bullet} ", "dim")
    if title and (not beside or width(title) + 3 > _LABEL):
        yield from hung(Text("  "), look.text(title, "bold"), look.width, 2)
        title = ""
    indent = _LABEL if beside else 2
    label = padded(Text(f"  {look.plain(title)}", "bold"), indent)
    yield from hung(Text.assemble(label, bullet), item, look.width, indent + 2)
