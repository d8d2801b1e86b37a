"""What stands in the customer's way, and what is done about it."""

from typing import Annotated, ClassVar

from journeycli.model import vocabulary as words
from journeycli.model.answers import UNANSWERED, Answers
from journeycli.model.base import Model, optional, required
from journeycli.model.lists import Several
from journeycli.model.refs import BarrierRef, DepartmentRef, EvidenceRef, PersonaRef, TouchpointRef
from journeycli.model.scalars import Id, OneToFive, Share, Text, When, word
from journeycli.text import slug


class Measure(Model):
    """Something to be done: what it is, who does it, by when, and what it is worth."""

    SENTENCE: ClassVar[str] = "text"

    id: Id | None = optional("Id", "A name, so that resources can point at it.", "J010")
    text: Text = required("Text", "What is to be done.", "J111", "J901")
    kind: Annotated[words.MeasureKind, word(words.MEASURE_KINDS)] | None = optional(
        "Kind", "What has to change for it."
    )
    department: DepartmentRef | None = optional(
        "Department", "Who does it, by id or name.", "J502", "J801"
    )
    name: Text | None = optional("Name", "The person who does it.", "J502")
    status: Annotated[words.MeasureStatus, word(words.MEASURE_STATUSES)] | None = optional(
        "Status", "How far it is.", "J502", "J504", "J505"
    )
    due: When | None = optional("Due", "When it is to be done.", "J503")
    done: When | None = optional("Done", "When it was done.", "J508")
    impact: OneToFive | None = optional(
        "Impact", "What it would bring, from 1 (little) to 5 (much)."
    )
    effort: OneToFive | None = optional(
        "Effort", "What it would take, from 1 (little) to 5 (much)."
    )
    evidence: Several[EvidenceRef] = optional(
        "Evidence",
        "What shows that it is needed or, once it is done, that it worked.",
        "J508",
        default=(),
    )

    @property
    def effective_id(self) -> str:
        """Give the id or, without one, the slug of the text."""
        return self.id or slug(self.text)


class Removal(Measure):
    """What takes a barrier away."""


class Opportunity(Measure):
    """An idea that answers no barrier, or several."""

    for_: Several[BarrierRef] = optional(
        "For", "The barriers that it answers, by id.", "J111", "J801", alias="for", default=()
    )


class Barrier(Model):
    """Something that stands between the customer and the next stage."""

    SENTENCE: ClassVar[str] = "text"

    id: Id | None = optional(
        "Id", "A name to point at it. Left out, it is the text with hyphens for spaces.", "J010"
    )
    text: Text = required("Text", "What stands in the way.", "J110", "J901")
    severity: Annotated[words.Severity, word(words.SEVERITIES)] | None = optional(
        "Severity", "How bad it is for those who meet it.", "J501", "J504", "J804"
    )
    cause: Annotated[words.Cause, word(words.CAUSES)] | None = optional(
        "Cause",
        "Who or what put it there. A barrier of our own making (`company`) also answers what we do "
        "that slows customers.",
        "J106",
    )
    why: Text | None = optional("Why", "Why it is there.")
    caused_by: Several[BarrierRef] = optional(
        "Caused by", "The barriers behind it, by id.", "J801", default=()
    )
    affects: Share | None = optional(
        "Affects", "The share of customers who meet it, from 0 to 1: 0.4 is four in ten."
    )
    since: When | None = optional("Since", "Since when it has been there, or known.", "J504")
    touchpoint: TouchpointRef | None = optional(
        "Touchpoint", "Where it shows, by id.", "J216", "J304", "J306", "J801"
    )
    persona: PersonaRef | None = optional(
        "Persona", "Whose barrier it is, where the map has several personas."
    )
    evidence: Several[EvidenceRef] = optional(
        "Evidence",
        "What this is known from, by id. Left out, the stage's evidence stands behind it.",
        "J702",
        default=(),
    )
    removals: Answers[Removal] = optional(
        "Removals",
        "What is done to take it away; or `none` and why nothing is.",
        "J111",
        "J504",
        "J505",
        default=UNANSWERED,
    )

    @property
    def effective_id(self) -> str:
        """Give the id or, without one, the slug of the text."""
        return self.id or slug(self.text)
