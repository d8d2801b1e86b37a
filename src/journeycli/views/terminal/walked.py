"""A walkthrough on the terminal: what the map promises at a place, and how it all compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted
from journeycli.views.terminal.braille import Spot, axis, drawn
from journeycli.views.terminal.heading import section
from journeycli.views.terminal.lines import flowed, hung, padded, wrapped
from journeycli.views.terminal.look import WARNING, tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.compare.walk import Compared, Contact, Deviation
    from journeycli.model import JourneyMap
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names

_AXIS = 4  # cells of the scores beside a curve
_HEIGHT = 7
_MOST = 100  # cells of a curve
_BRAILLE = range(0x2801, 0x2900)
_LABEL = 13
_WORDS = {
    "as-planned": "felt",
    "failed": "failed",
    "missing": "missing",
    "out-of-sequence": "out of turn",
    "ad-hoc": "ad hoc",
}


def stage_lines(journey: JourneyMap, index: int, look: Look) -> Iterator[Text]:
    """Yield the head of a stage, as the walk comes to it."""
    stage = journey.stages[index]
    yield Text()
    count = Text(f"Stage {index + 1} of {len(journey.stages)}  ", "dim")
    yield from wrapped(Text.assemble(count, look.text(stage.name, "bold")), look.width)
    if stage.summary:
        yield from wrapped(look.text(stage.summary, "dim"), look.width)


def promise_lines(contact: Contact, names: Names, look: Look) -> Iterator[Text]:
    """Yield what the map promises at one touchpoint."""
    yield Text()
    title = look.text(contact.name or "The stage as a whole", "bold")
    channels = ", ".join(names.channel(each) for each in contact.channels)
    notes = look.text_with_space(f"({channels})") if channels else Text()
    yield from wrapped(Text.assemble(title, notes), look.width)
    for label, texts in (
        ("you", contact.actions),
        ("we", contact.answers),
        ("expected", [look.score(contact.expected)] if contact.expected is not None else []),
        ("feeling", [_feeling(contact, look)] if _feeling(contact, look) else []),
    ):
        for text in texts:
            head = Text(f"  {label}", "dim")
            yield from hung(head, look.text(text), look.width, 2 + _LABEL)


def walked_lines(
    compared: Compared, journey: JourneyMap, names: Names, look: Look
) -> Iterator[Text]:
    """Yield planned against actual: counts, deviations, and the felt curve over the mapped one."""
    total = len(compared.contacts)
    yield from section("Planned against actual", look)
    counts = f"{compared.walked} of {counted(total, 'touchpoint')} walked"
    planned = f"{compared.as_planned} as planned"
    apart = counted(len(compared.deviations), "deviation")
    yield from flowed([Text(each) for each in (counts, planned, apart)], look.width, ", ")
    for each in compared.deviations:
        yield from _deviation(each, names, look)
    for step in compared.strangers:
        text = f"{step.touchpoint or step.name or step.stage}: the map no longer has this"
        yield from hung(Text("  ! ", WARNING), look.text(text), look.width, 4)
    yield from _curves(compared, journey, look)


def _feeling(contact: Contact, look: Look) -> str:
    score = "" if contact.score is None else f"({look.score(round(contact.score, 1))})"
    return " ".join(filter(None, (contact.feeling, score)))


def _deviation(deviation: Deviation, names: Names, look: Look) -> Iterator[Text]:
    step, contact = deviation.step, deviation.contact
    where = contact.name if contact and contact.name else step.name or names.stage(step.stage)
    pieces = [look.text(where, "bold")]
    if step.score is not None:
        pieces.append(Text(f"({look.score(step.score)})", tone(step.score)))
    if deviation.felt_apart is not None:
        better = "better" if deviation.felt_apart > 0 else "worse"
        pieces.append(Text(f"{abs(deviation.felt_apart):g} {better} than the map", "dim"))
    if step.note:
        pieces.append(look.text(step.note))
    label = Text(f"  {_WORDS[step.happened]}", "" if step.happened == "as-planned" else "red")
    yield from hung(label, Text(f" {look.signs.dot} ").join(pieces), look.width, 2 + _LABEL)


def _curves(compared: Compared, journey: JourneyMap, look: Look) -> Iterator[Text]:
    moments = compared.moments
    cells = min(look.width - _AXIS, _MOST, max(len(moments) * 6, 24))
    place = cells / max(len(moments), 1)
    felt = [Spot((i + 0.5) * place, m.felt) for i, m in enumerate(moments) if m.felt is not None]
    mapped = [
        Spot((i + 0.5) * place, m.mapped) for i, m in enumerate(moments) if m.mapped is not None
    ]
    if not felt:
        return
    yield Text()
    above = drawn(felt, cells, _HEIGHT, look)
    below = drawn(mapped, cells, _HEIGHT, look) if mapped else above
    for score, over, under in zip(axis(_HEIGHT, look), above, below, strict=True):
        label = padded(Text(score, "dim"), _AXIS - 1, "right")
        yield Text.assemble(label, " ", _laid_over(over, under, look))
    yield from _numbers(compared, journey, cells, look)
    legend = [Text.assemble((look.signs.point, "bold"), " what was felt")]
    if mapped:
        legend.append(Text(f"{_hollow(look)} what the map says", "dim"))
    yield from flowed(legend, look.width, "   ")


def _hollow(look: Look) -> str:
    return "○" if look.unicode else "@"


def _laid_over(over: Text, under: Text, look: Look) -> Text:
    """Lay the felt curve over the mapped one, which stays dim."""
    line = Text()
    for column, (top, bottom) in enumerate(zip(over.plain, under.plain, strict=True)):
        if top == look.signs.point or ord(top) in _BRAILLE or (top == "." and not look.unicode):
            line.append_text(over[column])
        elif bottom == look.signs.point:
            line.append(_hollow(look), "dim")
        else:
            line.append(bottom, "dim")
    return line


def _numbers(compared: Compared, journey: JourneyMap, cells: int, look: Look) -> Iterator[Text]:
    """Yield the number of each stage below its first moment."""
    line = [" "] * cells
    stages: Sequence[int] = [each.stage for each in compared.moments]
    for index in range(len(journey.stages)):
        if index in stages:
            start = int((stages.index(index) + 0.5) * cells / len(stages))
            for offset, digit in enumerate(str(index + 1)):
                if start + offset < cells:
                    line[start + offset] = digit
    yield Text.assemble(" " * _AXIS, Text("".join(line).rstrip(), "bold"))
    names = [
        Text.assemble((f"{index + 1} ", "bold"), look.text(stage.name, "dim"))
        for index, stage in enumerate(journey.stages)
    ]
    yield from flowed(names, look.width - _AXIS, "  ", indent=_AXIS)
