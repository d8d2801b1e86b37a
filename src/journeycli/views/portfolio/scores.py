"""Scores of a stage with the words that belong to them, and their mean."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from journeycli.model.curve import felt
from journeycli.model.statements import Emotion
from journeycli.views.portfolio.figures import MapName, Moment, StageName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.model import CustomerAction, JourneyMap, Stage


def map_name(path: str, journey: JourneyMap) -> MapName:
    """Name a map, whose file is `path`."""
    return MapName(path, journey.id, journey.title, journey.state)


def moments(stage: Stage, map_: MapName, persona: str | None = None) -> tuple[Moment, ...]:
    """Give the scored steps and emotions of a stage, in order; of one persona where asked."""
    name = StageName(stage.id, stage.name)
    return tuple(
        Moment(map_, name, element.score, element.feeling or "", _words(element))
        for _, element in felt(stage, persona)
        if element.score is not None
    )


def mean(scores: Iterable[float | None]) -> float | None:
    """Give the mean of the scores that are there; None where none is."""
    known = [each for each in scores if each is not None]
    return fmean(known) if known else None


def _words(element: CustomerAction | Emotion) -> str:
    """Give the step that is felt about, or what set an emotion off."""
    return (element.trigger or "") if isinstance(element, Emotion) else element.text
