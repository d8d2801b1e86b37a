"""The figures of a map at one time, few enough to be kept for every time that it had."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from journeycli.model.checklist import QUESTIONS, Share, share, states
from journeycli.model.curve import stage_low, stage_score
from journeycli.rules.barriers.measures import is_open
from journeycli.rules.context import MapContext

if TYPE_CHECKING:
    from journeycli.lint.alone import Counts
    from journeycli.lint.engine import Around
    from journeycli.model import JourneyMap


@dataclass(frozen=True, slots=True)
class Figures:
    """What a map came to.

    Attributes:
        title: What it was called.
        stages: How many stages it had.
        questions: How much of each question of the checklist is settled, in the order of their
            codes, over all stages.
        mean: The mean of its stages' scores, −2 to 2; None where none is scored.
        low: The lowest score of a step or an emotion.
        barriers: How many barriers are open: not all that should take them away is done.
        findings: What the rules for a single map find.

    """

    title: str
    stages: int
    questions: tuple[Share, ...]
    mean: float | None
    low: float | None
    barriers: int
    findings: Counts

    @property
    def completeness(self) -> Share:
        """How much of the whole checklist is settled."""
        settled = sum(each.settled for each in self.questions)
        return Share(settled, sum(each.asked for each in self.questions))


def figures_of(journey: JourneyMap, findings: Counts, around: Around) -> Figures:
    """Take the figures of a map, as `journey report` does.

    Args:
        journey: The map.
        findings: What the rules find in it.
        around: What catalogs and settings say.

    """
    context = MapContext(journey, around.vocabulary, around.options)
    found = states(journey)
    scores = [score for each in journey.stages if (score := stage_score(each)) is not None]
    lows = [low for each in journey.stages if (low := stage_low(each)) is not None]
    open_ = sum(is_open(each, context) for stage in journey.stages for each in stage.barriers)
    context.release()
    return Figures(
        title=journey.title,
        stages=len(journey.stages),
        questions=tuple(share(stage[code] for stage in found) for code in QUESTIONS),
        mean=fmean(scores) if scores else None,
        low=min(lows, default=None),
        barriers=open_,
        findings=findings,
    )
