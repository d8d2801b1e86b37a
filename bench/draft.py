"""What the parts of one generated map agree on: its subject, its sentences and its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stories import STAGES, Dice, Subject, subject, table

if TYPE_CHECKING:
    from collections.abc import Sequence

STAGES_OF_A_MAP = 4
FRAME_GAPS = ("scope", "objective", "customer_goals")
STAGE_GAPS = ("values", "cause", "needs")
CARE_GAPS = ("channel", "severity", "opinion", "department")
"""What can be missing, each worth one warning. Every map lacks one of the frame and one of a stage,
and every fourth something of its touchpoints or barriers as well."""

_SCORES = (
    (0.5, -0.5, 0.5, 0),
    (0, 0.5, -1, 1),
    (-0.5, 0.5, -1, 0),
    (1, -1, 0.5, 0),
    (0.5, -1, 1, 0.5),
    (0, -0.5, 1, 0.5),
)
"""The scores of a map's stages: none ends on its lowest, and none falls twice in a row."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A map before its words.

    Attributes:
        number: The map's number in its workspace, from 0.
        dice: What chooses its sentences.
        about: Its subject.
        stories: The sentences of its stages, in order.
        scores: The score of each stage, -2 to +2.
        evidence: The ids of its evidence.
        gaps: What is missing.
        persona: The id of its main actor.

    """

    number: int
    dice: Dice
    about: Subject
    stories: Sequence[dict[str, Any]]
    scores: Sequence[float]
    evidence: Sequence[str]
    gaps: frozenset[str]
    persona: str


def new_draft(number: int, personas: int) -> Draft:
    """Begin a map; everything about it follows from its number and the count of personas."""
    dice = Dice(number)
    gaps = {dice.one(FRAME_GAPS), dice.one(STAGE_GAPS)}
    if number % 4 == 0:
        gaps.add(dice.one(CARE_GAPS))
    return Draft(
        number=number,
        dice=dice,
        about=subject(number),
        stories=[table(name) for name in dice.some(STAGES, STAGES_OF_A_MAP)],
        scores=dice.one(_SCORES),
        evidence=[f"{kind}-{number:05}" for kind in ("survey", "talks", "numbers")],
        gaps=frozenset(gaps),
        persona=table("personas")["personas"][number % personas]["id"],
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """What the parts of one stage agree on.

    Attributes:
        position: The stage's place in the map, from 0.
        story: Its sentences.
        score: Its score, -2 to +2.
        evidence: The id of what stands behind it.
        contacts: The touchpoints of its own, by their sentences.

    """

    position: int
    story: dict[str, Any]
    score: float
    evidence: str
    contacts: Sequence[dict[str, Any]]


def new_scene(draft: Draft, position: int) -> Scene:
    """Begin a stage; its first touchpoint is always the same, and one more is chosen."""
    story = draft.stories[position]
    first, *others = story["touchpoints"]
    return Scene(
        position=position,
        story=story,
        score=draft.scores[position],
        evidence=draft.evidence[position % len(draft.evidence)],
        contacts=[first, draft.dice.one(others)],
    )
