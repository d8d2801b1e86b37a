"""J701, J702 and J708: what is said, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, StageRule
from journeycli.rules.evidence.named import is_researched, stage_names
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.rules.context import MapContext, StageContext


class NoEvidence(MapRule):
    """A researched map without evidence.

    What:
        The map says `maturity: researched` or `measured`, and names no evidence: no study, no
        log, no figures.

    Why:
        Whoever reads it takes it for more than an opinion. If nobody was asked, it is a
        hypothesis, and there is no shame in that.

    Bad::

        maturity: researched

    Good::

        maturity: researched
        evidence:
          - id: exit-survey
            method: survey
            title: Exit survey, third quarter
            date: 2026-08
            sample: 412
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
    """

    code = "J701"
    name = "no-evidence"
    summary = "a researched or measured map without evidence"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is nothing."""
        if is_researched(journey) and not journey.evidence and not context.evidence_names:
            yield Problem(
                ("evidence",),
                f"This map is called {journey.maturity}, and names no evidence.",
                help="List the studies, logs or figures under `evidence:`, or set "
                "`maturity: hypothesis`.",
            )


class UnsupportedClaim(StageRule):
    """Feelings and barriers that nothing stands behind.

    What:
        Emotions or barriers of a stage have no `evidence`, neither of their own nor the stage's.

    Why:
        Feelings and barriers are what gets decided upon, and what people guess most freely.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            barriers:
              - The set-up fee shows on the last page only

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
            barriers:
              - The set-up fee shows on the last page only
    """

    code = "J702"
    name = "unsupported-claim"
    summary = "emotions and barriers of a stage with no evidence, own or the stage's"
    uses_vocabulary = True

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage, with the count."""
        journey = context.map.journey
        if not is_researched(journey) or stage.evidence or not context.map.rests_on:
            return
        emotions = [i for i, each in enumerate(stage.emotions) if not each.evidence]
        barriers = [i for i, each in enumerate(stage.barriers) if not each.evidence]
        words = [
            counted(len(found), noun)
            for found, noun in ((emotions, "feeling"), (barriers, "barrier"))
            if found
        ]
        if words:
            have = "has" if len(emotions) + len(barriers) == 1 else "have"
            yield Problem(
                ("evidence",),
                f"{listed(words)} of “{stage.name}” {have} no evidence.",
                help="Name what stands behind the whole stage under its `evidence`, or give each "
                "its own.",
            )


class UnheardStage(StageRule):
    """A stage that no evidence speaks of.

    What:
        The map rests on evidence, and a stage names none, neither for itself nor for anything in
        it.

    Why:
        Here nobody was asked. What stands in this stage is a guess among facts.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
          - id: order
            name: Order

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
          - id: order
            name: Order
            evidence: [exit-survey]
    """

    code = "J708"
    name = "unheard-stage"
    summary = "a stage that no evidence speaks of"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage; silent where its claims are reported as unsupported."""
        if not is_researched(context.map.journey) or not context.map.rests_on:
            return
        claims = bool(stage.emotions or stage.barriers)
        if not claims and not any(True for _ in stage_names(stage)):
            yield Problem(
                ("evidence",),
                f"No evidence speaks of “{stage.name}”.",
                help="Ask somebody about this stage, or name the study that did, under `evidence`.",
            )
