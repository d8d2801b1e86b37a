"""What a change of a map brings: completeness gained or lost, and how the journey feels now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.checklist import QUESTIONS, Share, share, states
from journeycli.model.curve import stage_low, stage_score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.model import JourneyMap
    from journeycli.model.checklist import QuestionState


class Asked(NamedTuple):
    """One question of the checklist, before and after, where anything about it is different.

    Attributes:
        code: The code of its rule.
        label: What tables call it.
        before: How many stages had settled it, of how many that were asked.
        after: The same now.
        gained: The names of the stages where it was open and is settled.
        lost: The names of the stages where it was settled and is open.

    """

    code: str
    label: str
    before: Share
    after: Share
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """The checklist before and after.

    Attributes:
        before: All questions of all stages that were settled, of those asked.
        after: The same now.
        questions: The questions about which anything is different, in order.

    """

    before: Share
    after: Share
    questions: tuple[Asked, ...]


class Felt(NamedTuple):
    """How a stage felt and feels, where that is different.

    Attributes:
        stage: The stage's name, as it is called now.
        id: Its id.
        before: Its score, from −2 to 2, or None: not scored, or not there.
        after: The same now.
        low_before: Its lowest score, or None.
        low_after: The same now.

    """

    stage: str
    id: str
    before: float | None
    after: float | None
    low_before: float | None
    low_after: float | None


_NOTHING = Share(0, 0)


def completeness(
    old: JourneyMap | None, new: JourneyMap | None, was: Mapping[int, int]
) -> Completeness:
    """Compare how the checklist is answered.

    Args:
        old: The map as it was; None where there was none.
        new: As it is; None where it is gone.
        was: The old place of a stage by its new one, from 0.

    """
    before = states(old) if old is not None else ()
    after = states(new) if new is not None else ()
    names = [stage.name for stage in new.stages] if new is not None else []
    asked = (_asked(code, before, after, was, names) for code in QUESTIONS)
    return Completeness(
        _whole(before), _whole(after), tuple(each for each in asked if _is_different(each))
    )


def feelings(
    old: JourneyMap | None, new: JourneyMap | None, was: Mapping[int, int]
) -> tuple[Felt, ...]:
    """Compare how the stages feel; only those that feel different, in the new order.

    Args:
        old: The map as it was.
        new: As it is.
        was: The old place of a stage by its new one, from 0.

    """
    if old is None or new is None:
        return ()
    found = []
    for place, stage in enumerate(new.stages):
        former = old.stages[was[place]] if place in was else None
        felt = Felt(
            stage.name,
            stage.id,
            stage_score(former) if former else None,
            stage_score(stage),
            stage_low(former) if former else None,
            stage_low(stage),
        )
        if (felt.before, felt.low_before) != (felt.after, felt.low_after):
            found.append(felt)
    gone = set(range(len(old.stages))) - set(was.values())
    for place in sorted(gone):
        stage = old.stages[place]
        score, low = stage_score(stage), stage_low(stage)
        if score is not None:
            found.append(Felt(stage.name, stage.id, score, None, low, None))
    return tuple(found)


def _asked(
    code: str,
    before: Sequence[Mapping[str, QuestionState]],
    after: Sequence[Mapping[str, QuestionState]],
    was: Mapping[int, int],
    names: Sequence[str],
) -> Asked:
    gained, lost = [], []
    for place, stage in enumerate(after):
        former = before[was[place]][code] if place in was else None
        if former == "unanswered" and stage[code] in ("answered", "none"):
            gained.append(names[place])
        elif former in ("answered", "none") and stage[code] == "unanswered":
            lost.append(names[place])
    return Asked(
        code,
        QUESTIONS[code].label,
        share(stage[code] for stage in before) if before else _NOTHING,
        share(stage[code] for stage in after) if after else _NOTHING,
        tuple(gained),
        tuple(lost),
    )


def _whole(stages: Sequence[Mapping[str, QuestionState]]) -> Share:
    return share(state for stage in stages for state in stage.values())


def _is_different(asked: Asked) -> bool:
    return asked.before != asked.after or bool(asked.gained or asked.lost)
