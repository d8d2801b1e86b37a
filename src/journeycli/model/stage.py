"""One stage of a journey: the checklist's answers and what hangs on them."""

from typing import ClassVar, Protocol

from journeycli.model.answers import UNANSWERED, Answer, Answers
from journeycli.model.barriers import Barrier, Opportunity
from journeycli.model.base import ChoosingModel, Model, optional, required
from journeycli.model.evidence import Metric, PageLink
from journeycli.model.lanes import NO_LANES, Lanes
from journeycli.model.lists import Several
from journeycli.model.refs import BarrierRef, EvidenceRef, MapRef, PhaseRef, StageRef
from journeycli.model.scalars import Id, Share, Text
from journeycli.model.statements import (
    CompanyAction,
    CustomerAction,
    Emotion,
    Need,
    Progression,
    Statement,
)
from journeycli.model.touchpoints import Handoff, Touchpoint


class HasEvidence(Protocol):
    """A statement, an emotion, a barrier, a figure or an opinion: what can name its evidence."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of its own evidence."""


class Next(ChoosingModel):
    """A way out of a stage: to another stage, or to an end of the journey."""

    AT_LEAST_ONE: ClassVar[tuple[str, ...]] = ("stage", "end")
    EXACTLY_ONE: ClassVar[bool] = True

    stage: StageRef | None = optional("Stage", "The stage that it leads to, by id.", "J603", "J801")
    end: Text | None = optional("End", "How the journey ends here.", "J604", "J609")
    share: Share | None = optional(
        "Share",
        "The share of customers who go this way, from 0 to 1. All ways add up to 1.",
        "J605",
    )
    when: Text | None = optional("When", "When customers go this way.", "J609")
    barrier: BarrierRef | None = optional(
        "Barrier", "The barrier that sends them this way, by id.", "J609", "J801"
    )


class Stage(Model):
    """A stretch of the journey, named as customers would name it."""

    id: Id = required(
        "Id", "The name by which paths, `next` and progressions point at it.", "J009", "J010"
    )
    name: Text = required(
        "Name", "What customers would call it: what they do, not who serves.", "J211"
    )
    phase: PhaseRef | None = optional(
        "Phase", "Where in a customer's life it stands, whatever its name.", "J210", "J309", "J801"
    )
    summary: Text | None = optional("Summary", "From what to what, in a sentence.")
    evidence: Several[EvidenceRef] = optional(
        "Evidence",
        "What stands behind everything in the stage that names no evidence of its own, by id.",
        "J702",
        "J708",
        default=(),
    )
    duration: Text | None = optional("Duration", "How long it takes: 3 days, half an hour.")
    needs: Answers[Need] = optional(
        "Needs",
        "What the customer needs here, and whether they get it.",
        "J215",
        "J217",
        default=UNANSWERED,
    )
    customer_actions: Answers[CustomerAction] = optional(
        "Customer actions",
        "What the customer does here, step by step. A step with a score is a point of the curve.",
        "J101",
        "J107",
        "J903",
        default=UNANSWERED,
    )
    company_actions: Answers[CompanyAction] = optional(
        "Company actions",
        "What we, and all who act in our name, do here.",
        "J102",
        "J207",
        "J311",
        default=UNANSWERED,
    )
    customer_progression: Answers[Progression] = optional(
        "Customer progression",
        "What customers commonly do to move themselves on to the next stage.",
        "J103",
        default=UNANSWERED,
    )
    company_progression: Answers[Progression] = optional(
        "Company progression",
        "What we do to move them on to the next stage.",
        "J104",
        default=UNANSWERED,
    )
    motivations: Answers[Statement] = optional(
        "Motivations",
        "What makes them want to go on to the next stage.",
        "J105",
        default=UNANSWERED,
    )
    inhibitors: Answers[Statement] = optional(
        "Inhibitors",
        "What we ourselves do that stops or slows them on the way to the next stage. Whatever else "
        "stands in the way is a barrier.",
        "J106",
        default=UNANSWERED,
    )
    enablers: Answers[Statement] = optional(
        "Enablers", "What makes this stage easy for them.", "J808", default=UNANSWERED
    )
    influences: Answers[Statement] = optional(
        "Influences",
        "What works on them from outside: friends, reviews, competitors' offers, deadlines.",
        default=UNANSWERED,
    )
    values: Answers[Statement] = optional(
        "Values", "What matters to them.", "J109", default=UNANSWERED
    )
    thoughts: Answers[Statement] = optional(
        "Thoughts", "What they think, in their own voice.", default=UNANSWERED
    )
    quotes: Several[Statement] = optional(
        "Quotes", "What they said, word for word, with the evidence.", default=()
    )
    emotions: Answers[Emotion] = optional(
        "Emotions",
        "What they feel in the stage as a whole, beside the scored steps.",
        "J107",
        "J108",
        "J401",
        "J402",
        default=UNANSWERED,
    )
    barriers: Answers[Barrier] = optional(
        "Barriers",
        "What stands between them and the next stage, and how it is taken away.",
        "J110",
        "J111",
        "J403",
        default=UNANSWERED,
    )
    opportunities: Several[Opportunity] = optional(
        "Opportunities", "Ideas that answer no barrier, or several.", "J111", "J502", default=()
    )
    touchpoints: Answers[Touchpoint] = optional(
        "Touchpoints",
        "Where they meet us, or others, in this stage.",
        "J301",
        "J302",
        "J303",
        default=UNANSWERED,
    )
    handoffs: Answers[Handoff] = optional(
        "Handoffs",
        "Where they are passed from one department to another, here or on the way to the next "
        "stage; or `none` and why.",
        "J601",
        "J602",
        default=UNANSWERED,
    )
    metrics: Answers[Metric] = optional(
        "Metrics", "Figures of this stage; or `none` and why.", "J214", "J216", default=UNANSWERED
    )
    next: Several[Next] = optional(
        "Next",
        "The ways out of this stage. Left out, they are those of the paths, or else the one to the "
        "stage below.",
        "J603",
        "J604",
        "J605",
        default=(),
    )
    links: Several[PageLink] = optional("Links", "Where to read more.", default=())
    detail: Several[MapRef] = optional(
        "Detail", "Maps that show this stage closer, by id.", "J801", default=()
    )
    lanes: Lanes = optional(
        "Lanes", "What stands in the map's own rows, by their ids.", "J801", default=NO_LANES
    )

    def lane(self, lane: str) -> Answer[Statement]:
        """Give what stands in one of the map's own rows, by its id."""
        return self.lanes.get(lane, UNANSWERED)

    def evidence_behind(self, element: HasEvidence) -> tuple[str, ...]:
        """Give the evidence behind an element of the stage: its own, else the stage's."""
        return element.evidence or self.evidence
