"""The checklist as a table: several forms of it, the widest that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.checklist import QUESTIONS, share
from journeycli.text import width
from journeycli.views.checklist import fraction
from journeycli.views.terminal.checklist_cells import cell_text, legend, percent_text
from journeycli.views.terminal.lines import bar, beside, flowed, longest_word, padded, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.checklist import Share
    from journeycli.views.checklist import Checklist
    from journeycli.views.terminal.look import Look

_HEAD_LINES = 3
_HEAD = 8  # a name of one word a line looks torn; letters of Chinese and Japanese even more so
_WIDEST_HEAD = 16
_LABEL = 5 + max(len(question.label) for question in QUESTIONS.values())
_BAR = 8
_PERCENT = 4


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to lay the table out.

    Attributes:
        named: Whether the stages stand by name over their columns, and not in a list below.
        counted: Whether cells hold the number of statements.
        gap: Blank cells between columns.
        bars: Whether the share of each question is drawn.

    """

    named: bool
    counted: bool
    gap: int
    bars: bool


_FORMS = (
    _Form(named=True, counted=True, gap=3, bars=True),
    _Form(named=True, counted=True, gap=2, bars=True),
    _Form(named=True, counted=True, gap=2, bars=False),
    _Form(named=False, counted=True, gap=2, bars=True),
    _Form(named=False, counted=True, gap=2, bars=False),
    _Form(named=False, counted=False, gap=2, bars=False),
    _Form(named=False, counted=False, gap=1, bars=False),
)


def table(asked: Checklist, look: Look) -> Iterator[Text] | None:
    """Give the lines of the widest form that fits, or None where none does."""
    for form in _FORMS:
        widths = _widths(asked, form, look)
        if sum(widths) + form.gap * (len(widths) - 1) <= look.width:
            return _drawn(asked, form, widths, look)
    return None


def _widths(asked: Checklist, form: _Form, look: Look) -> list[int]:
    """Give the cells of the label, of every stage and of the share."""
    stages = []
    for number, column in enumerate(asked.columns, 1):
        needed = [len(str(number)), width(percent_text(column.share).plain)]
        needed += [
            width(cell_text(cell, look, counted=form.counted).plain) for cell in column.cells
        ]
        if form.named:
            needed.append(_head_width(look.plain(column.name)))
        stages.append(max(needed))
    return [_LABEL, *[max(stages)] * len(stages), _PERCENT + (1 + _BAR if form.bars else 0)]


def _head_width(name: str) -> int:
    """Give the least width at which a name takes few lines and no word is broken."""
    size = max(longest_word(name), min(width(name), _HEAD))
    while size < _WIDEST_HEAD and len(wrapped(Text(name), size)) > _HEAD_LINES:
        size += 1
    return size


def _drawn(asked: Checklist, form: _Form, widths: list[int], look: Look) -> Iterator[Text]:
    rule = Text(look.signs.rule * (sum(widths) + form.gap * (len(widths) - 1)), "dim")
    heads = [
        _head(number, column.name, size if form.named else 0, look)
        for number, (column, size) in enumerate(zip(asked.columns, widths[1:], strict=False), 1)
    ]
    yield from beside([[], *heads, []], widths, form.gap)
    yield rule
    for row in asked.rows:
        label = Text.assemble((f"{row[0].code} ", "dim"), row[0].question.label)
        cells = [[cell_text(cell, look, counted=form.counted)] for cell in row]
        settled = _share(share(cell.state for cell in row), form, look)
        yield from beside([[label], *cells, [settled]], widths, form.gap)
    yield rule
    shares = [[percent_text(column.share)] for column in asked.columns]
    total = padded(percent_text(asked.share, "bold"), widths[-1], "right")
    yield from beside([[Text("     Share")], *shares, [total]], widths, form.gap)
    if not form.named:
        yield Text()
        yield from _stage_names(asked, look)
    yield Text()
    yield from flowed(legend(asked, look, counted=form.counted), look.width, "   ")


def _head(number: int, name: str, size: int, look: Look) -> list[Text]:
    head = [Text(str(number), "bold")]
    return [*head, *wrapped(look.text(name), size)] if size else head


def _share(settled: Share, form: _Form, look: Look) -> Text:
    shown = padded(percent_text(settled), _PERCENT, "right")
    if not form.bars:
        return shown
    drawn = bar(fraction(settled), _BAR, look) if settled.asked else " " * _BAR
    return Text.assemble((drawn, "green"), " ", shown)


def _stage_names(asked: Checklist, look: Look) -> Iterator[Text]:
    names = [
        Text.assemble((f"{number} ", "bold"), look.text(column.name))
        for number, column in enumerate(asked.columns, 1)
    ]
    yield from flowed(names, look.width, "   ")
