"""The share of customers that reaches each stage, the worst leak and its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import width
from journeycli.views.passage import funnel
from journeycli.views.terminal.heading import heading
from journeycli.views.terminal.lines import hung, padded, wrapped
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.passage import Step
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

_COLUMNS = (
    Column("stage", "Stage"),
    Column("stage_id", "Stage id", hidden=True),
    Column("reached", "Reached", "share"),
    Column("left", "Leave here", "share"),
    Column("reason", "Why", prose=True),
)
_WIDEST_NAME = 28
_WIDEST_BAR = 60
_EMPTY = (
    "Nothing in this map says how many go on: give the ways under `next` a share, the paths a "
    "share, or the stages a conversion."
)


def funnel_table(subject: Subject) -> Table:
    """Give the funnel as values."""
    steps = funnel(subject.journey) or ()
    return Table(
        view="funnel",
        title="funnel",
        columns=_COLUMNS,
        rows=tuple(
            (
                stage.name,
                stage.id,
                round(step.reached, 4),
                round(step.left, 4),
                step.reason or None,
            )
            for stage, step in zip(subject.journey.stages, steps, strict=False)
        ),
        empty=_EMPTY,
    )


def funnel_view(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield a bar a stage, and under it who leaves there and why."""
    yield from heading(subject, look)
    yield Text()
    steps = funnel(subject.journey)
    if steps is None:
        yield from wrapped(Text(_EMPTY), look.width)
        return
    stages = subject.journey.stages
    names = [look.plain(f"{number} {stage.name}") for number, stage in enumerate(stages, 1)]
    label = min(max(map(width, names)), _WIDEST_NAME, look.width // 3)
    worst = _worst(steps)
    for index, (name, step) in enumerate(zip(names, steps, strict=True)):
        yield from _bar(name, step, label, look)
        if step.left > 0 and index < len(steps) - 1:
            yield from _leak(step, label, look, worst=index == worst)
    if worst is not None:
        yield Text()
        reason = f" Why: {steps[worst].reason}." if steps[worst].reason else ""
        share = _share(steps[worst].left)
        text = f"The worst leak is “{stages[worst].name}”: {share} leave there.{reason}"
        yield from wrapped(look.text(text, "bold"), look.width)


def _worst(steps: tuple[Step, ...]) -> int | None:
    """Give the place of the stage before the last at which most leave."""
    found = max(range(len(steps) - 1), key=lambda index: steps[index].left, default=None)
    return found if found is not None and steps[found].left > 0 else None


def _bar(name: str, step: Step, label: int, look: Look) -> Iterator[Text]:
    room = max(min(look.width - label - 8, _WIDEST_BAR), 1)
    first, *rest = wrapped(Text(name, "bold"), label)
    full = round(step.reached * room)
    yield Text.assemble(
        padded(first, label), "  ", (look.signs.full * full, "green"), f" {_share(step.reached)}"
    )
    yield from rest


def _leak(step: Step, label: int, look: Look, *, worst: bool) -> Iterator[Text]:
    style = "bold red" if worst else "red"
    text = Text.assemble((f"{look.signs.minus}{_share(step.left)}", style))
    if step.reason:
        text = Text.assemble(text, look.text_with_space(step.reason, style if worst else "dim"))
    yield from hung(Text(" " * (label + 2)), text, look.width, label + 2)


def _share(value: float) -> str:
    return f"{round(value * 100, 1):g}%"
