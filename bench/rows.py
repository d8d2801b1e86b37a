"""The rows of the table: what is run beside what, and how the outcome is judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import TYPE_CHECKING, Literal, assert_never

from measure import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from measure import Bench, Command, Pair, Sample


class Figure(Enum):
    """What a row is judged by."""

    RATIO = "this by other"  # times
    SPEEDUP = "other by this"  # times
    GROWTH = "time a map, this by other"  # per cent over linear
    MEMORY = "peak memory"  # megabytes


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison before it is run.

    Attributes:
        title: What is measured.
        beside: What it is measured beside; empty where it stands alone.
        commands: Gives the two commands (the second None where there is none to compare with);
            raises CannotRunError where the row cannot run.
        figure: What it is judged by.
        target: The limit: at least for a speed-up, at most for all others; None without one.
        rounds: How often both are run.
        scale: For growth: how many times as many maps the first command has.
        first: Gives a command that is run once beforehand and not counted, or None.

    """

    title: str
    beside: str
    commands: Callable[[], tuple[Command, Command | None]]
    figure: Figure = Figure.RATIO
    target: float | None = None
    rounds: int = 5
    scale: float = 1.0
    first: Callable[[], Command] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One comparison after it was run.

    Attributes:
        row: The comparison.
        this: The runs of the first command.
        other: The runs of the second; each belongs to the run of the first at its place.
        reason: Why there are none, or empty.

    """

    row: Row
    this: Sequence[Sample] = ()
    other: Sequence[Sample] = ()
    reason: str = ""

    @property
    def values(self) -> list[float]:
        """The figure of each pair, by the clock on the wall."""
        return self._figures("seconds")

    @property
    def value(self) -> float:
        """The median of the figures: of each pair's ratio, so that drift cancels."""
        return median(self.values)

    @property
    def value_by_cpu(self) -> float:
        """The same by processor time, which other work on the machine disturbs less."""
        return median(self._figures("cpu"))

    @property
    def verdict(self) -> str:
        """`met`, `missed`, `not run`, or a dash where there is no target."""
        target = self.row.target
        if self.reason:
            return "not run"
        if target is None:
            return "–"
        met = self.value >= target if self.row.figure is Figure.SPEEDUP else self.value <= target
        return "met" if met else "missed"

    def _figures(self, clock: Literal["seconds", "cpu"]) -> list[float]:
        this = [getattr(sample, clock) for sample in self.this]
        other = [getattr(sample, clock) for sample in self.other]
        match self.row.figure:
            case Figure.RATIO:
                return [a / b for a, b in zip(this, other, strict=True)]
            case Figure.SPEEDUP:
                return [b / a for a, b in zip(this, other, strict=True)]
            case Figure.GROWTH:
                scale = self.row.scale
                return [100 * (a / b / scale - 1) for a, b in zip(this, other, strict=True)]
            case Figure.MEMORY:
                return [sample.megabytes for sample in self.this]
        assert_never(self.row.figure)


def measure(row: Row, bench: Bench) -> Outcome:
    """Run one row; where it cannot run, say why."""
    try:
        this, other = row.commands()
        if row.first is not None:
            bench.run(row.first())
        if other is None:
            return Outcome(row, [bench.run(this) for _ in range(row.rounds)])
        pairs: list[Pair] = bench.compare(this, other, row.rounds)
    except CannotRunError as error:
        return Outcome(row, reason=str(error))
    return Outcome(row, [pair.this for pair in pairs], [pair.other for pair in pairs])
