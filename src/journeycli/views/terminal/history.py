"""A map's history in the terminal: a line a commit, and how each figure went."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rich.text import Text

from journeycli.model.checklist import QUESTIONS
from journeycli.text import width
from journeycli.views.history.tables import summary
from journeycli.views.terminal.commits import commit_lines
from journeycli.views.terminal.heading import section
from journeycli.views.terminal.lines import flowed, hung, padded, wrapped
from journeycli.views.terminal.look import WARNING
from journeycli.views.terminal.portfolio_table import sparkline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.measure.history import History
    from journeycli.model.checklist import Share
    from journeycli.views.terminal.look import Look

_MOST = 60  # signs of a sparkline
_LEAST = 8
_NARROW = 50  # cells below which a label has a line of its own


T = TypeVar("T")


class _Course(NamedTuple):
    """How a figure went: its name, its values from −2 to 2, and its first and last in words."""

    name: str
    scores: list[float | None]
    first: str
    last: str


def history_view(history: History, look: Look) -> Iterator[Text]:
    """Yield the title, the table of commits, and a sparkline a figure."""
    yield from wrapped(look.text(history.title, "bold"), look.width)
    path = [] if history.title == history.path else [history.path]
    facts = [look.text(each, "dim") for each in (*path, summary(history))]
    yield from flowed(facts, look.width, f" {look.signs.dot} ")
    yield Text()
    yield from commit_lines(history, look)
    if len(history.readable) > 1:
        yield from section("From the first line to the last", look)
        yield from _drawn(_courses(history, look), look)
        yield from section("Complete, by question", look)
        yield from _drawn(_questions(history), look)
    for each in history.notes:
        yield Text()
        yield from hung(Text("! ", f"bold {WARNING}"), look.text(each), look.width, 2)


def _courses(history: History, look: Look) -> list[_Course]:
    figures = [each for _, each in history.readable]
    barriers = [each.barriers for each in figures]
    findings = [each.findings.total for each in figures]
    return [
        _shares("Complete", [each.completeness for each in figures]),
        _scores("Feeling", [each.mean for each in figures], look),
        _scores("Lowest feeling", [each.low for each in figures], look),
        _counts("Open barriers", barriers),
        _counts("Findings", findings),
    ]


def _questions(history: History) -> list[_Course]:
    figures = [each for _, each in history.readable]
    return [
        _shares(question.label, [each.questions[place] for each in figures])
        for place, question in enumerate(QUESTIONS.values())
    ]


def _shares(name: str, shares: Sequence[Share]) -> _Course:
    scores = [None if each.value is None else each.value * 4 - 2 for each in shares]
    return _Course(name, scores, _percent(shares[0]), _percent(shares[-1]))


def _percent(share: Share) -> str:
    """Write whole percents, rounded down: only what is all done is 100%."""
    return f"{100 * share.settled // share.asked}%" if share.asked else "-"


def _scores(name: str, scores: Sequence[float | None], look: Look) -> _Course:
    first, last = ("-" if each is None else look.score(round(each, 1)) for each in _ends(scores))
    return _Course(name, list(scores), first, last)


def _counts(name: str, counts: Sequence[int]) -> _Course:
    most = max(counts) or 1
    first, last = (f"{each:,}" for each in _ends(counts))
    return _Course(name, [each / most * 4 - 2 for each in counts], first, last)


def _ends(values: Sequence[T]) -> tuple[T, T]:
    return values[0], values[-1]


def _drawn(courses: Sequence[_Course], look: Look) -> Iterator[Text]:
    label = max(width(each.name) for each in courses) + 2
    from_ = max(width(each.first) for each in courses)
    to = max(width(each.last) for each in courses)
    beside = label if look.width >= _NARROW else 2
    room = max(look.width - beside - from_ - to - 2, _LEAST)
    for each in courses:
        line = Text.assemble(
            padded(look.text(each.first, "dim"), from_, "right"),
            " ",
            Text(sparkline(_thinned(each.scores, min(room, _MOST)), look), "cyan"),
            " ",
            look.text(each.last, "bold"),
        )
        if beside == label:
            yield Text.assemble(padded(Text(each.name), label), line)
        else:
            yield Text(each.name)
            yield Text.assemble("  ", line)


def _thinned(scores: Sequence[float | None], most: int) -> list[float | None]:
    """Keep the last of every few scores, so that no more are left than fit."""
    if len(scores) <= most:
        return list(scores)
    return [scores[(place + 1) * len(scores) // most - 1] for place in range(most)]
