"""The journey map as a whole."""

from typing import Annotated, Literal

from journeycli.model import vocabulary as words
from journeycli.model.answers import UNANSWERED, Answers
from journeycli.model.base import Model, optional, required
from journeycli.model.catalog import Channel, Department
from journeycli.model.evidence import Evidence, Metric
from journeycli.model.formats import MAP_FORMAT
from journeycli.model.frame import (
    Address,
    Contributor,
    CustomerOwner,
    Lane,
    Owner,
    Path,
    Resource,
    Review,
    Scope,
)
from journeycli.model.lists import AtLeastOne, Several
from journeycli.model.persona import Personas
from journeycli.model.refs import MapRef
from journeycli.model.scalars import Id, Text, word
from journeycli.model.stage import Stage
from journeycli.model.statements import Statement


class JourneyMap(Model):
    """The journey of a kind of customer, stage by stage, as they live it."""

    format: Annotated[Literal["journey-map/1"], word(MAP_FORMAT)] = required(
        "Format", "What kind of file this is, and of which version.", "J006"
    )
    id: Id = required("Id", "The name by which other files point at the map.", "J010", "J802")
    title: Text = required("Title", "What people call the journey.")
    summary: Text | None = optional("Summary", "The journey in a sentence or two.")
    state: Annotated[words.State, word(words.STATES, "current")] = optional(
        "State",
        "Whether this is how things are, or how they should be.",
        "J804",
        "J805",
        default="current",
    )
    maturity: Annotated[words.Maturity, word(words.MATURITIES, "hypothesis")] = optional(
        "Maturity",
        "How much of it is known. Each step of this ladder asks for more.",
        "J214",
        "J701",
        "J706",
        default="hypothesis",
    )
    personas: Personas = optional(
        "Personas",
        "Who the journey is about; the first is the main actor. Ids of persona files, personas in "
        "place, or plain names.",
        "J201",
        "J202",
        "J801",
        default=(),
    )
    scenario: Text | None = optional("Scenario", "The situation in which the journey begins.")
    objective: Text | None = optional(
        "Objective", "Why this map exists: the question it answers.", "J203"
    )
    customer_goals: Several[Statement] = optional(
        "Customer goals", "What the customer wants from the journey.", "J204", default=()
    )
    scope: Scope | None = optional("Scope", "From where to where it goes.", "J205", "J210")
    owner: Owner | None = optional("Owner", "Who answers for the map.", "J206")
    customer_owner: CustomerOwner | None = optional(
        "Customer owner", "Who keeps the customer, however often they are passed on.", "J218"
    )
    contributors: Several[Contributor] = optional(
        "Contributors", "Who had a part in making the map.", "J207", default=()
    )
    review: Review | None = optional("Review", "How the map is kept true.", "J208", "J209")
    evidence: Several[Evidence] = optional(
        "Evidence", "What the map is known from.", "J701", "J703", "J704", "J705", default=()
    )
    channels: Several[Channel] = optional(
        "Channels", "Channels of this map, beside the built-in ones.", "J801", default=()
    )
    departments: Several[Department] = optional(
        "Departments",
        "Departments of this map. Once a list stands here or in a catalog, it holds for all.",
        "J801",
        default=(),
    )
    baseline: MapRef | None = optional(
        "Baseline",
        "On a future map: the current map that it improves on, by id.",
        "J804",
        "J805",
        "J808",
    )
    addresses: Several[Address] = optional(
        "Addresses", "On a future map: what becomes of the baseline's barriers.", "J805", default=()
    )
    metrics: Answers[Metric] = optional(
        "Metrics", "Figures of the whole journey; or `none` and why.", "J216", default=UNANSWERED
    )
    stages: AtLeastOne[Stage] = required("Stages", "The stages, in order.", "J212")
    paths: Several[Path] = optional(
        "Paths", "The several journeys that customers really take.", "J606", "J608", default=()
    )
    resources: Several[Resource] = optional(
        "Resources", "What is needed to take barriers away.", "J506", default=()
    )
    lanes: Several[Lane] = optional("Lanes", "Rows of one's own.", default=())

    @property
    def persona_ids(self) -> tuple[str, ...]:
        """Give the ids of the map's personas, the main actor first, wherever they are written."""
        return tuple(each if isinstance(each, str) else each.id for each in self.personas)

    @property
    def moments_of_truth(self) -> tuple[tuple[int, int], ...]:
        """Give the touchpoints that decide: the stage's place and the touchpoint's in it."""
        return tuple(
            (place, number)
            for place, stage in enumerate(self.stages)
            for number, touchpoint in enumerate(stage.touchpoints)
            if touchpoint.moment_of_truth
        )
