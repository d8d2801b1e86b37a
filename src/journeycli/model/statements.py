"""Statements: what is said under one question, each a sentence or a mapping with `text`."""

from typing import Annotated, ClassVar

from journeycli.model import vocabulary as words
from journeycli.model.base import ChoosingModel, Model, optional, required
from journeycli.model.lists import Several
from journeycli.model.refs import (
    ActionRef,
    DepartmentRef,
    EvidenceRef,
    PersonaRef,
    StageRef,
    TouchpointRef,
)
from journeycli.model.scalars import Id, Score, Share, Text, word


class Statement(Model):
    """One thing that is said; a plain sentence is the same as a mapping with its `text`."""

    SENTENCE: ClassVar[str] = "text"

    text: Text = required("Text", "The sentence itself.", "J901", "J902", "J904")
    evidence: Several[EvidenceRef] = optional(
        "Evidence",
        "What this is known from, by id. Left out, the stage's evidence stands behind it.",
        "J702",
        default=(),
    )
    persona: PersonaRef | None = optional(
        "Persona", "Whose it is, where the map has several personas. Left out, it is everyone's."
    )


class Need(Statement):
    """Something the customer needs here, and whether they get it."""

    met: Annotated[words.Met, word(words.MET)] | None = optional(
        "Met", "Whether the need is met today.", "J217"
    )
    touchpoints: Several[TouchpointRef] = optional(
        "Touchpoints", "Where the need is met, or ought to be, by id.", "J215", default=()
    )


class CustomerAction(Statement):
    """A step that the customer takes. One with a score is a point of the emotion curve."""

    id: Id | None = optional(
        "Id", "A name for the step, so that `answers` can point at it.", "J010"
    )
    touchpoint: TouchpointRef | None = optional("Touchpoint", "Where it happens, by id.")
    feeling: Text | None = optional(
        "Feeling", "What they feel at this step, in a word or two.", "J402"
    )
    score: Score | None = optional(
        "Score",
        "How it feels, from −2 (awful) to 2 (great), in halves. It makes the step a point of the "
        "curve.",
        "J107",
        "J108",
        "J402",
    )
    cause: Annotated[words.Cause, word(words.CAUSES)] | None = optional(
        "Cause", "Who or what brought the feeling about.", "J108"
    )
    trigger: Text | None = optional(
        "Trigger", "What set the feeling off. Left out, the step itself did.", "J401"
    )


class CompanyAction(Statement):
    """Something that we, or those who act in our name, do in this stage."""

    id: Id | None = optional("Id", "A name for the action.", "J010")
    layer: Annotated[words.Layer, word(words.LAYERS)] | None = optional(
        "Layer", "How much of it the customer sees: the row of the service blueprint.", "J311"
    )
    department: DepartmentRef | None = optional(
        "Department", "Who does it, by id or name.", "J207", "J601", "J801"
    )
    system: Text | None = optional("System", "The system that it is done with.")
    touchpoint: TouchpointRef | None = optional(
        "Touchpoint", "Where the customer meets it, by id.", "J311"
    )
    answers: ActionRef | None = optional("Answers", "The customer action that it meets, by id.")


class Progression(Statement):
    """How customers move on from this stage, or how we move them on."""

    share: Share | None = optional("Share", "How common it is, from 0 to 1: 0.6 is six in ten.")
    to: StageRef | None = optional("To", "The stage that it leads to, by id.", "J801")


class Emotion(ChoosingModel):
    """What the customer feels in the stage as a whole; a plain sentence is its `feeling`."""

    SENTENCE: ClassVar[str] = "feeling"
    AT_LEAST_ONE: ClassVar[tuple[str, ...]] = ("feeling", "score")

    feeling: Text | None = optional("Feeling", "The feeling, in a word or two.", "J107", "J402")
    score: Score | None = optional(
        "Score",
        "How it feels, from −2 (awful) to 2 (great), in halves.",
        "J108",
        "J402",
        "J403",
    )
    cause: Annotated[words.Cause, word(words.CAUSES)] | None = optional(
        "Cause", "Who or what brought the feeling about.", "J108"
    )
    trigger: Text | None = optional("Trigger", "What set the feeling off.", "J401")
    persona: PersonaRef | None = optional(
        "Persona", "Whose feeling it is, where the map has several personas."
    )
    evidence: Several[EvidenceRef] = optional(
        "Evidence",
        "What this is known from, by id. Left out, the stage's evidence stands behind it.",
        "J702",
        default=(),
    )
