"""What a head of department reads first: a sentence a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.text import counted, listed
from journeycli.views.checklist import percent
from journeycli.views.portfolio.export import signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.checklist import Share
    from journeycli.views.portfolio.figures import Severities
    from journeycli.views.portfolio.report import Report


ALL_ANSWERED = "Every question is answered at every stage of every map."


class Headline(NamedTuple):
    """One line of the summary.

    Attributes:
        label: What it is about.
        share: How much of it is there, where it can be counted.
        text: The sentence.
        is_bad: Whether somebody should do something about it.

    """

    label: str
    share: Share | None
    text: str
    is_bad: bool = False


def size(report: Report) -> str:
    """Say how much is reported on: `7 maps (6 current, 1 future), 51 stages`."""
    maps = counted(len(report.maps), "map")
    future = sum(each.map.state == "future" for each in report.maps)
    current = len(report.maps) - future
    both = f" ({current:,} current, {future:,} future)" if future and current else ""
    return f"{maps}{both}, {counted(len(report.stages), 'stage')}"


def caveat(report: Report) -> str:
    """Say which maps feelings and barriers are counted on, where it is not all; else nothing."""
    left = len(report.maps) - len(report.counting)
    if not left:
        return ""
    which = counted(len(report.counting), "current map")
    future = "the future map" if left == 1 else f"the {left:,} future maps"
    return (
        f"Completeness, reviews and work are those of every map; evidence, feelings, touchpoints "
        f"and barriers those of the {which}: on {future} they are wishes."
    )


def headlines(report: Report) -> Iterator[Headline]:
    """Yield the summary."""
    done = report.completeness
    text = f"{done.settled:,} of {counted(done.asked, 'question')} of the checklist answered"
    yield Headline("Complete", done, text, is_bad=done.settled < done.asked)
    backed = report.backed
    if backed.asked:
        text = f"{backed.settled:,} of {backed.asked:,} feelings and barriers have evidence"
    else:
        text = "no feeling and no barrier to have evidence for"
    yield Headline("Evidence", backed if backed.asked else None, text)
    yield Headline("Feeling", None, _feeling(report), is_bad=(report.score or 0) < 0)
    decisive = counted(report.decisive, "moment of truth", "moments of truth")
    touchpoints = counted(report.touchpoints, "touchpoint")
    yield Headline("Contact", None, f"{touchpoints}, {decisive} among them")
    barriers = report.barriers
    is_bad = barriers.critical + barriers.high > 0
    yield Headline("Barriers", None, f"{severities(barriers)}", is_bad=is_bad)
    yield _overdue(report)


def severities(barriers: Severities) -> str:
    """Say how many barriers are open, by severity: `5 open: 1 critical, 4 high`."""
    if not barriers.total:
        return "none open"
    parts = [f"{n:,} {word}" for word, n in zip(barriers._fields, barriers, strict=True) if n]
    return f"{barriers.total:,} open: {', '.join(parts)}"


def how_open(share: Share) -> str:
    """Say how much is complete in whole percent, rounded down, so that 100 means all."""
    return f"{percent(share)}%"


def _feeling(report: Report) -> str:
    low = report.low
    if report.score is None or low is None:
        return "no step and no emotion has a score"
    return (
        f"{signed(report.score)} on average on a scale from −2 to +2; the lowest moment is "
        f"{signed(low.score)}, at {counted(report.low_stages, 'stage')}"
    )


def _overdue(report: Report) -> Headline:
    parts = []
    if report.overdue_reviews:
        parts.append(counted(len(report.overdue_reviews), "review"))
    for kind, many in (("removal", "removals"), ("opportunity", "opportunities")):
        number = sum(each.kind == kind for each in report.overdue_work)
        if number:
            parts.append(counted(number, kind, many))
    text = f"{listed(parts)} on {report.today}" if parts else f"nothing on {report.today}"
    return Headline("Overdue", None, text, is_bad=bool(parts))
