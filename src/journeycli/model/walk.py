"""A walkthrough: somebody takes the journey as the persona and notes what really happens."""

from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from journeycli.model.base import Model, optional, required
from journeycli.model.days import day
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


def begun(map_: str, persona: str | None, started: date) -> Walk:
    """Begin a walkthrough of a map.

    Args:
        map_: The map's id.
        persona: As whom it is walked, by id; None where the map names nobody.
        started: The day.

    """
    head = {"format": "walk/1", "map": map_, "persona": persona, "started": started.isoformat()}
    return Walk.model_validate(head)


def with_steps(walk: Walk, steps: tuple[WalkStep, ...]) -> Walk:
    """Give a walkthrough with other steps."""
    return walk.model_copy(update={"steps": steps})


def finished(walk: Walk, on: date) -> Walk:
    """Give a walkthrough that came to its end."""
    return walk.model_copy(update={"finished": day(on.isoformat())})


def noted(
    key: tuple[str, str | None],
    happened: Happened,
    *,
    name: str | None = None,
    score: float | None = None,
    note: str | None = None,
) -> WalkStep:
    """Note what happened.

    Args:
        key: The ids of the stage and of the touchpoint, or None.
        happened: What, against what the map promises.
        name: What the map lacks, for `ad-hoc`.
        score: What was felt, from −2 to 2 in halves, or None.
        note: A sentence about it, or None.

    """
    stage, touchpoint = key
    return WalkStep(
        stage=stage, touchpoint=touchpoint, happened=happened, name=name, note=note
    ).model_copy(update={"score": score})
