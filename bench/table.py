"""The outcome for people, as a table in Markdown, and for programs, as JSON."""

from __future__ import annotations

from statistics import median
from textwrap import shorten
from typing import TYPE_CHECKING, Any, assert_never

from rows import Figure

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from measure import Sample
    from rows import Outcome, Row

_HEAD = ("what", "time", "beside", "its time", "figure", "spread", "by CPU", "target", "verdict")
_RIGHT = (1, 3, 4, 6)  # the columns of numbers
_LONGEST = 90  # code points of a reason; the JSON has all of it


def markdown(outcomes: Sequence[Outcome]) -> str:
    """Give the table; its columns are aligned, so that it reads well as plain text too."""
    return aligned([_HEAD, *map(_cells, outcomes)], _RIGHT)


def aligned(rows: Sequence[Sequence[str]], right: Collection[int]) -> str:
    """Give a table of a head and lines, the columns of numbers set to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rule = [
        "-" * (width - 1) + ":" if column in right else "-" * width
        for column, width in enumerate(widths)
    ]
    return "".join(_line(row, widths, right) for row in (rows[0], rule, *rows[1:]))


def data(outcome: Outcome) -> dict[str, Any]:
    """Give one row with all its runs."""
    row = outcome.row
    return {
        "title": row.title,
        "beside": row.beside,
        "figure": row.figure.name.lower(),
        "value": None if outcome.reason else outcome.value,
        "value_by_cpu": None if outcome.reason else outcome.value_by_cpu,
        "target": row.target,
        "verdict": outcome.verdict,
        "reason": outcome.reason or None,
        "runs": [sample._asdict() for sample in outcome.this],
        "runs_beside": [sample._asdict() for sample in outcome.other],
    }


def _cells(outcome: Outcome) -> tuple[str, ...]:
    row = outcome.row
    target = _target(row)
    if outcome.reason:
        reason = shorten(f"not run: {outcome.reason}", _LONGEST, placeholder=" …")
        return (row.title, "–", row.beside or "–", "–", "–", "–", "–", target, reason)
    return (
        row.title,
        _time(outcome.this),
        row.beside or "–",
        _time(outcome.other),
        _figure(row.figure, outcome.value),
        _spread(outcome),
        _figure(row.figure, outcome.value_by_cpu) if outcome.other else "–",
        target,
        outcome.verdict,
    )


def _line(cells: Sequence[str], widths: Sequence[int], right: Collection[int]) -> str:
    padded = (
        cell.rjust(width) if column in right else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join(padded) + " |\n"


def _time(samples: Sequence[Sample]) -> str:
    if not samples:
        return "–"
    seconds = median(sample.seconds for sample in samples)
    return f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _figure(figure: Figure, value: float) -> str:
    match figure:
        case Figure.RATIO:
            return f"{value:.2f} ×"
        case Figure.SPEEDUP:
            return f"{value:.1f} × faster"
        case Figure.GROWTH:
            return f"{value:+.0f} %"
        case Figure.MEMORY:
            return f"{value:.0f} MB"
    assert_never(figure)


def _spread(outcome: Outcome) -> str:
    if len(outcome.values) == 1:
        return "–"
    digits = 2 if outcome.row.figure is Figure.RATIO else 0
    return f"{min(outcome.values):.{digits}f} … {max(outcome.values):.{digits}f}"


def _target(row: Row) -> str:
    if row.target is None:
        return "–"
    match row.figure:
        case Figure.RATIO:
            return f"≤ {row.target:g} ×"
        case Figure.SPEEDUP:
            return f"≥ {row.target:g} ×"
        case Figure.GROWTH:
            return f"≤ +{row.target:g} %"
        case Figure.MEMORY:
            return f"≤ {row.target:g} MB"
    assert_never(row.figure)
