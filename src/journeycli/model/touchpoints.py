"""Where customer and company meet, and where customers are passed on."""

from typing import Annotated, ClassVar

from journeycli.model import vocabulary as words
from journeycli.model.answers import UNANSWERED, Answers
from journeycli.model.base import ChoosingModel, Model, optional, required
from journeycli.model.evidence import Metric
from journeycli.model.lists import OneOrMore, Several
from journeycli.model.refs import ChannelRef, DepartmentRef, EvidenceRef, TouchpointRef
from journeycli.model.scalars import Flag, Id, ImagePath, Score, Text, word
from journeycli.text import slug


class Image(Model):
    """A picture of a touchpoint."""

    src: ImagePath = required(
        "Source", "The path of the file, below the map's own folder, with forward slashes."
    )
    alt: Text | None = optional("Alternative text", "What it shows, for those who cannot see it.")


class Opinion(Model):
    """What customers think of a touchpoint: before, while and after they use it."""

    before: Score | None = optional("Before", "What they expect of it, from −2 to 2.", "J305")
    during: Score | None = optional(
        "During", "How it feels while they use it, from −2 to 2.", "J305"
    )
    after: Score | None = optional(
        "After", "What they think of it afterwards, from −2 to 2.", "J304", "J305", "J306"
    )
    evidence: Several[EvidenceRef] = optional("Evidence", "Where it comes from, by id.", default=())

    @property
    def scores(self) -> tuple[float, ...]:
        """Give the scores that are there, in order of time."""
        return tuple(each for each in (self.before, self.during, self.after) if each is not None)


class SharedTouchpoint(Model):
    """A touchpoint of the whole organisation, which every map can name."""

    SENTENCE: ClassVar[str] = "name"

    id: Id | None = optional(
        "Id",
        "A name to point at it. Left out, it is the name with hyphens for spaces.",
        "J009",
        "J010",
    )
    name: Text = required("Name", "What people call it.", "J301", "J314", "J806")
    channel: OneOrMore[ChannelRef] = optional(
        "Channel",
        "The channel that it is on, or a list of channels.",
        "J302",
        "J308",
        "J801",
        default=(),
    )
    department: DepartmentRef | None = optional(
        "Department", "Who answers for it, by id or name.", "J601", "J801"
    )
    status: Annotated[words.TouchpointStatus, word(words.TOUCHPOINT_STATUSES)] | None = optional(
        "Status", "Whether it is there, or ought to be.", "J307"
    )
    event: OneOrMore[Text] = optional(
        "Event", "How a contact shows in an event log: the names of its events.", default=()
    )
    images: Several[Image] = optional("Images", "Pictures of it.", default=())

    @property
    def effective_id(self) -> str:
        """Give the id or, without one, the slug of the name."""
        return self.id or slug(self.name)


class Touchpoint(ChoosingModel):
    """Where the customer meets us, or others, in this stage; a plain sentence is its `name`."""

    SENTENCE: ClassVar[str] = "name"
    AT_LEAST_ONE: ClassVar[tuple[str, ...]] = ("name", "ref")

    id: Id | None = optional(
        "Id",
        "A name to point at it. Left out, it is the name with hyphens for spaces.",
        "J009",
        "J010",
    )
    name: Text | None = optional("Name", "What people call it.", "J301", "J314", "J806")
    ref: TouchpointRef | None = optional(
        "Reference",
        "In place of a name: the id of a touchpoint that another stage or a catalog declares.",
        "J801",
    )
    channel: OneOrMore[ChannelRef] = optional(
        "Channel",
        "The channel that it is on, or a list of channels.",
        "J302",
        "J308",
        "J801",
        default=(),
    )
    department: DepartmentRef | None = optional(
        "Department", "Who answers for it, by id or name.", "J601", "J801"
    )
    status: Annotated[words.TouchpointStatus, word(words.TOUCHPOINT_STATUSES)] | None = optional(
        "Status", "Whether it is there, or ought to be.", "J307"
    )
    moment_of_truth: Flag = optional(
        "Moment of truth",
        "Whether it decides if the customer goes on. Mark a few: at most half of the map's.",
        "J303",
        "J304",
        default=False,
    )
    expected: Score | None = optional(
        "Expected", "The score that customers expected to give it, from −2 to 2.", "J306"
    )
    opinion: Opinion | None = optional(
        "Opinion", "The scores that they gave it, before, during and after.", "J304", "J305", "J312"
    )
    event: OneOrMore[Text] = optional(
        "Event", "How a contact shows in an event log: the names of its events.", default=()
    )
    images: Several[Image] = optional("Images", "Pictures of it.", default=())
    metrics: Answers[Metric] = optional(
        "Metrics", "Figures of this touchpoint; or `none` and why.", "J216", default=UNANSWERED
    )

    @property
    def effective_id(self) -> str:
        """Give the id of what it is: its own, what `ref` names, or the slug of its name."""
        return self.ref or self.id or slug(self.name or "")


class Handoff(Model):
    """The customer, or their case, passes from one department to another."""

    from_: DepartmentRef = required(
        "From", "The department that passes the customer on.", "J601", "J602", alias="from"
    )
    to: DepartmentRef = required("To", "The department that takes over.", "J601", "J602")
    what: Text | None = optional(
        "What", "What is passed on: data, promises, the customer in person."
    )
    touchpoint: TouchpointRef | None = optional("Touchpoint", "Where the customer notices, by id.")
