"""What stands under the answers of a map, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.model.base import Model
    from journeycli.source.span import Path

_IN_STAGE = (
    "needs",
    "customer_actions",
    "company_actions",
    "customer_progression",
    "company_progression",
    "motivations",
    "inhibitors",
    "enablers",
    "influences",
    "values",
    "thoughts",
    "quotes",
    "barriers",
    "opportunities",
    "emotions",
    "touchpoints",
)
_SETS_APART = ("persona", "touchpoint", "to", "channel", "ref")


class Answered(NamedTuple):
    """A list of sentences that answers a question.

    Attributes:
        key: The key of the answer, or of a row of one's own.
        path: Where the list stands, from the root of the map.
        elements: What stands in it.
        texts: What each of them says: its sentence, feeling or name; empty where it has none.

    """

    key: str
    path: Path
    elements: tuple[Model, ...]
    texts: tuple[str, ...]


def answers(journey: JourneyMap) -> tuple[Answered, ...]:
    """Give every answer of a map that is a list, in order."""
    return tuple(_answers(journey))


def sets_apart(element: Model) -> tuple[object, ...]:
    """Give what makes an element say something else than another with the same text."""
    return tuple([getattr(element, key, None) for key in _SETS_APART])


def _answers(journey: JourneyMap) -> Iterator[Answered]:
    if journey.customer_goals:
        yield _answered("customer_goals", (), journey.customer_goals)
    for index, stage in enumerate(journey.stages):
        yield from _in_stage(stage, ("stages", index))


def _in_stage(stage: Stage, path: Path) -> Iterator[Answered]:
    for key in _IN_STAGE:
        if elements := getattr(stage, key):
            yield _answered(key, path, getattr(elements, "items", elements))
    for index, barrier in enumerate(stage.barriers):
        if barrier.removals:
            yield _answered("removals", (*path, "barriers", index), barrier.removals.items)
    for lane, answer in stage.lanes.items():
        if answer:
            yield _answered(lane, (*path, "lanes"), answer.items)


def _answered(key: str, path: Path, elements: tuple[Model, ...]) -> Answered:
    sentence = elements[0].SENTENCE
    texts = [getattr(each, sentence) or "" for each in elements]
    return Answered(key, (*path, key), elements, tuple(texts))
