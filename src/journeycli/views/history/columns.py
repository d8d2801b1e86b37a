"""Where the columns of a history's picture stand: a column a commit, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.views.history.tables import NOT_COMMITTED, author, note, short_id
from journeycli.views.portfolio.export import signed
from journeycli.views.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.measure.figures import Figures
    from journeycli.measure.history import History, Line
    from journeycli.model.checklist import Share

INNER: Final = 1080.0
"""The width of everything between the margins, in pixels."""
LABEL: Final = 176.0
"""What stands left of the plots: their names."""
VALUE: Final = 76.0
"""What stands right of the plots: the latest figures."""
_NARROWEST: Final = 6.0
_WIDEST: Final = 140.0


class Columns(NamedTuple):
    """The columns.

    Attributes:
        lines: The lines that are drawn, the oldest first.
        step: How many lines each column stands for at most; the last of them is drawn.
        width: Of a column, in pixels.

    """

    lines: tuple[Line, ...]
    step: int
    width: float

    @classmethod
    def of(cls, history: History) -> Columns:
        """Give as many columns as there is room for."""
        room = INNER - LABEL - VALUE
        step = max(-(-len(history.lines) // int(room / _NARROWEST)), 1)
        newest_first = history.lines[::-1][::step]
        width = min(room / max(len(newest_first), 1), _WIDEST)
        return cls(newest_first[::-1], step, width)

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return LABEL + self.width * len(self.lines)

    def left(self, place: int) -> float:
        """Give where a column begins."""
        return LABEL + self.width * place

    def middle(self, place: int) -> float:
        """Give the middle of a column."""
        return self.left(place) + self.width / 2

    @property
    def read(self) -> list[tuple[int, Figures]]:
        """The columns with a map to look at."""
        return [(place, each.figures) for place, each in enumerate(self.lines) if each.figures]

    @property
    def runs(self) -> list[list[tuple[int, Figures]]]:
        """The same, in stretches without a gap."""
        found: list[list[tuple[int, Figures]]] = []
        for place, figures in self.read:
            if not found or found[-1][-1][0] != place - 1:
                found.append([])
            found[-1].append((place, figures))
        return found


def told(line: Line) -> str:
    """Give all that is known of a line, for who points at it."""
    parts = [joined(" · ", (line.day.isoformat(), author(line)))]
    if line.commit:
        parts.append(joined(" ", (short_id(line), line.commit.subject)))
    if said := note(line):
        parts.append(said)
    if (figures := line.figures) is not None:
        errors = f", {figures.findings.errors} of them errors" if figures.findings.errors else ""
        parts += [
            f"Complete: {percent(figures.completeness)}",
            f"Feeling: {score(figures.mean)}, lowest {score(figures.low)}",
            f"Open barriers: {figures.barriers}",
            f"Findings: {figures.findings.total}{errors}",
        ]
    return "\n".join(parts)


def story(history: History, summary: str) -> str:
    """Tell in words what the picture shows."""
    found = [figures for _, figures in history.readable]
    parts = [f"How {history.title} grew: {summary}."]
    if found:
        first, last = found[0], found[-1]
        parts += [
            f"Complete: from {percent(first.completeness)} to {percent(last.completeness)}.",
            f"Mean feeling: from {score(first.mean)} to {score(last.mean)}.",
            f"Lowest feeling: from {score(first.low)} to {score(last.low)}.",
            f"Open barriers: from {first.barriers} to {last.barriers}.",
            f"Findings: from {first.findings.total} to {last.findings.total}.",
        ]
    troubled = len(history.lines) - len(found)
    if troubled:
        parts.append(f"At {troubled} of {len(history.lines)} there was no map to look at.")
    if any(each.commit is None for each in history.lines):
        parts.append(f"The last is {NOT_COMMITTED}.")
    return " ".join(parts)


def percent(share: Share) -> str:
    """Write whole percents, rounded down: only what is all done is 100%."""
    return f"{100 * share.settled // share.asked}%" if share.asked else "–"


def score(value: float | None) -> str:
    """Write a score to one place; a dash where there is none."""
    return "–" if value is None else signed(value)


def spread(places: Sequence[float], least: float) -> list[int]:
    """Choose places that stand at least so far apart, the last of them first."""
    chosen: list[int] = []
    for index in reversed(range(len(places))):
        if not chosen or places[chosen[-1]] - places[index] >= least:
            chosen.append(index)
    return chosen[::-1]
