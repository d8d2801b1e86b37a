"""Who a map is about, why it exists, from where to where, and who keeps it alive."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Final

from journeycli.model import vocabulary as words
from journeycli.model.base import Model, optional, required
from journeycli.model.days import add_months
from journeycli.model.lists import AtLeastOne, Several
from journeycli.model.refs import BarrierRef, DepartmentRef, NeedRef, PersonaRef, StageRef
from journeycli.model.scalars import Flag, Id, Number, Share, Text, When, word

MONTHS_BETWEEN_REVIEWS: Final[Mapping[words.Cadence, int]] = {
    "month": 1,
    "quarter": 3,
    "half-year": 6,
    "year": 12,
}


class Scope(Model):
    """From where to where the journey goes."""

    starts: Text | None = optional("Starts", "What sets the journey off.", "J205")
    ends: Text | None = optional("Ends", "When it is over.", "J205")
    scale: Annotated[words.Scale, word(words.SCALES)] | None = optional(
        "Scale", "How much of a customer's life it covers.", "J210", "J606"
    )


class Owner(Model):
    """Who answers for the map."""

    name: Text | None = optional("Name", "A person or an office.", "J206")
    department: DepartmentRef | None = optional(
        "Department", "Where they work, by id or name.", "J801"
    )
    contact: Text | None = optional("Contact", "How to reach them.")


class CustomerOwner(Model):
    """Who keeps the customer, however often they are passed on."""

    department: DepartmentRef | None = optional(
        "Department", "Where they work, by id or name.", "J218", "J801"
    )
    role: Text | None = optional("Role", "Who it is: the agent who took the first call.", "J218")


class Contributor(Model):
    """Someone who had a part in making the map."""

    department: DepartmentRef | None = optional(
        "Department", "Where they work, by id or name.", "J207", "J801"
    )
    role: Text | None = optional("Role", "What they do there.")
    name: Text | None = optional("Name", "The person.")
    level: Annotated[words.Level, word(words.LEVELS)] | None = optional(
        "Level", "How near they are to customers.", "J207"
    )


class ReviewEntry(Model):
    """What one review found."""

    date: When | None = optional("Date", "When it was.")
    by: Text | None = optional("By", "Who reviewed: a department or a person.")
    found: Text | None = optional("Found", "What had changed, or turned out to be wrong.")


class Review(Model):
    """How the map is kept true."""

    every: Annotated[words.Cadence, word(words.CADENCES)] | None = optional(
        "Every", "How often the map is looked at again.", "J208", "J209"
    )
    last: When | None = optional("Last", "When it was last looked at.", "J208", "J209")
    log: Several[ReviewEntry] = optional("Log", "What each review found.", default=())

    @property
    def latest(self) -> date | None:
        """Give the day of the last review: `last` or, without it, the latest of the log."""
        if self.last is not None:
            return self.last.last
        return max((entry.date.last for entry in self.log if entry.date), default=None)

    @property
    def due(self) -> date | None:
        """Give the last day for the next review; None as long as the cadence or a date is missing.

        A day that the month of the next review does not have becomes that month's end.
        """
        if self.every is None or self.latest is None:
            return None
        return add_months(self.latest, MONTHS_BETWEEN_REVIEWS[self.every])


class Path(Model):
    """One of the journeys that customers really take through the stages."""

    id: Id | None = optional("Id", "A name to point at it.", "J010")
    name: Text | None = optional("Name", "What people call it.")
    stages: AtLeastOne[StageRef] = required(
        "Stages", "The stages that it goes through, by id and in order.", "J608", "J801"
    )
    share: Share | None = optional("Share", "The share of customers who take it, from 0 to 1.")
    persona: PersonaRef | None = optional("Persona", "Whose path it is, by id.", "J801")
    intended: Flag = optional(
        "Intended", "Whether it is the one that we meant them to take.", default=False
    )


class Effect(Model):
    """What a resource would change."""

    metric: Text | None = optional("Metric", "The kind or the name of the metric that it moves.")
    from_: Number | None = optional("From", "What the metric is now.", alias="from")
    to: Number | None = optional("To", "What it would become.")


class Resource(Model):
    """Something that is needed to take barriers away: a tool, money, people."""

    SENTENCE: ClassVar[str] = "name"

    id: Id | None = optional("Id", "A name to point at it.", "J010")
    name: Text = required("Name", "What it is.")
    status: Annotated[words.ResourceStatus, word(words.RESOURCE_STATUSES)] | None = optional(
        "Status", "Whether it is there, or has to be had.", "J506"
    )
    needed_for: Several[NeedRef] = optional(
        "Needed for",
        "The barriers, removals and opportunities that need it, by id.",
        "J506",
        "J801",
        default=(),
    )
    effect: Effect | None = optional("Effect", "What it would change.")


class Lane(Model):
    """A row of one's own: every stage fills it under `lanes`, by its id."""

    id: Id = required("Id", "The name under which stages fill it.", "J010", "J801")
    name: Text | None = optional("Name", "The heading of the row.")


class Address(Model):
    """On a future map: a barrier of the map that it improves on, and what becomes of it."""

    barrier: BarrierRef = required(
        "Barrier", "The barrier, by the id it has there.", "J801", "J805"
    )
    how: Text | None = optional("How", "What is different then.")
