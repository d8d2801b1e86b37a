"""What comes first: severity × reach of the barriers that work takes away, then impact to effort.

The weight of a barrier is its severity (low 1, medium 2, high 3, critical 4) × the share of
customers who meet it. Work weighs as much as the barriers that it takes away do together; an
opportunity that answers none weighs nothing. Of work of the same weight, the one with the highest
impact / effort comes first, then the one that is due first. What a map does not say is counted as
the middle: severity medium, reach 25%, impact 3, effort 3; a resource, which has no impact and no
effort of its own, counts as 3 / 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.model.vocabulary import Severity
    from journeycli.views.portfolio.work import Against, Work

SEVERITIES: dict[Severity, int] = {"low": 1, "medium": 2, "high": 3, "critical": 4}
UNSAID_SEVERITY: Severity = "medium"
UNSAID_REACH = 0.25
UNSAID_POINTS = 3
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Ranked:
    """Work with its rank.

    Attributes:
        rank: From 1, over all work of the plan, whatever of it is shown.
        work: The work.
        weight: The severity × reach of all barriers that it takes away, to four places.
        benefit: Its impact / effort, to four places.

    """

    rank: int
    work: Work
    weight: float
    benefit: float

    @property
    def because(self) -> str:
        """Give the reason in words: `high 3 × 40% = 1.2; impact 4 / effort 2 = 2`."""
        return f"{_weight_words(self.work)}; {_benefit_words(self.work)}"

    @property
    def is_placed(self) -> bool:
        """Tell whether the map says what it would bring and what it would take."""
        return self.work.impact is not None and self.work.effort is not None


def ranked(work: Iterable[Work]) -> tuple[Ranked, ...]:
    """Rank work; what is alike keeps its order."""
    return tuple(
        Ranked(rank, each, weight(each), benefit(each))
        for rank, each in enumerate(sorted(work, key=_first_things_first), 1)
    )


def weight(work: Work) -> float:
    """Give the severity × reach of all barriers that work takes away."""
    return round(fsum(map(barrier_weight, work.against)), 4)


def barrier_weight(against: Against) -> float:
    """Give the severity × reach of a barrier, from 0 to 4."""
    return _points(against) * _reach(against)


def benefit(work: Work) -> float:
    """Give the impact of work / its effort."""
    return round((work.impact or UNSAID_POINTS) / (work.effort or UNSAID_POINTS), 4)


def reach_words(against: Against) -> str:
    """Write the share of customers who meet a barrier; the assumed one with a question mark."""
    return f"{_reach(against) * 100:.3g}%{'' if against.affects is not None else '?'}"


def severity_words(against: Against) -> str:
    """Write how bad a barrier is; what is assumed with a question mark."""
    return against.severity or f"{UNSAID_SEVERITY}?"


def is_guessed(work: Work) -> bool:
    """Tell whether anything in its rank is counted as the middle because no map says it."""
    said = all(each.severity and each.affects is not None for each in work.against)
    points = work.kind == "resource" or bool(work.impact and work.effort)
    return not (said and points)


def _weight_words(work: Work) -> str:
    if not work.against:
        return "takes no barrier away"
    terms = [
        f"{severity_words(each)} {_points(each)} × {reach_words(each)}" for each in work.against
    ]
    return f"{' + '.join(terms)} = {weight(work):.3g}"


def _benefit_words(work: Work) -> str:
    if work.kind == "resource":
        return "a resource counts as impact 3 / effort 3"
    impact, effort = (
        f"{UNSAID_POINTS}?" if each is None else f"{each}" for each in (work.impact, work.effort)
    )
    return f"impact {impact} / effort {effort} = {benefit(work):.3g}"


def _points(against: Against) -> int:
    return SEVERITIES[against.severity or UNSAID_SEVERITY]


def _reach(against: Against) -> float:
    return UNSAID_REACH if against.affects is None else against.affects


def _first_things_first(work: Work) -> tuple[float, float, str]:
    due = work.due.last.isoformat() if work.due and work.is_open else _LAST
    return (-weight(work), -benefit(work), due)
