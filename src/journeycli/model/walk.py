"""A walkthrough: somebody takes the journey as the persona and notes what really happens."""

from typing import Annotated, Final, Literal, TypeAlias

from journeycli.model.base import Model, optional, required
from journeycli.model.formats import WALK_FORMAT
from journeycli.model.lists import Several
from journeycli.model.refs import MapRef, PersonaRef, StageRef, TouchpointRef
from journeycli.model.scalars import Score, Text, When, word
from journeycli.model.words import Vocabulary

Happened: TypeAlias = Literal["as-planned", "failed", "missing", "out-of-sequence", "ad-hoc"]
HAPPENED: Final = Vocabulary(
    "happened",
    {
        "as-planned": "as the map promises",
        "failed": "it was there and did not do what it should",
        "missing": "it was not there",
        "out-of-sequence": "it came earlier or later than the map says",
        "ad-hoc": "something that the map lacks",
    },
)


class WalkStep(Model):
    """What happened at one touchpoint, or somewhere that the map does not have."""

    stage: StageRef = required("Stage", "The stage of the map, by id.")
    touchpoint: TouchpointRef | None = optional(
        "Touchpoint", "The touchpoint, by id. Left out where the stage has none, and for `ad-hoc`."
    )
    happened: Annotated[Happened, word(HAPPENED)] = required(
        "Happened", "What really happened, against what the map promises."
    )
    name: Text | None = optional("Name", "What the map lacks, in a few words, for `ad-hoc`.")
    score: Score | None = optional("Score", "What was felt, from −2 (awful) to 2 (great).")
    note: Text | None = optional("Note", "What happened, in a sentence.")

    @property
    def key(self) -> tuple[str, str | None]:
        """Give the stage and the touchpoint that it is about."""
        return self.stage, self.touchpoint


class Walk(Model):
    """A journey taken as the persona, touchpoint by touchpoint, beside the map that promises it."""

    format: Annotated[Literal["walk/1"], word(WALK_FORMAT)] = required(
        "Format", "What kind of file this is, and of which version."
    )
    map: MapRef = required("Map", "The map that was walked, by id.")
    persona: PersonaRef | None = optional("Persona", "As whom it was walked, by id.")
    walker: Text | None = optional("Walker", "Who walked it.")
    started: When = required("Started", "The day on which it began.")
    finished: When | None = optional(
        "Finished", "The day on which it came to its end. Left out, it can be gone on with."
    )
    steps: Several[WalkStep] = optional("Steps", "What happened, in order.", default=())
