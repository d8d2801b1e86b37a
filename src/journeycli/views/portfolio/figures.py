"""What is known of each map and of all of them: plain frozen values, no words for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from journeycli.model import Barrier
    from journeycli.model.checklist import Share
    from journeycli.model.vocabulary import Maturity, State
    from journeycli.views.portfolio.words import Named
    from journeycli.views.portfolio.work import Unanswered, Work


class MapName(NamedTuple):
    """A map by its file, its id and its title, and whether it shows today or tomorrow."""

    path: str
    id: str
    title: str
    state: State


class StageName(NamedTuple):
    """A stage by its id and its name."""

    id: str
    name: str


class Severities(NamedTuple):
    """How many barriers there are of each severity; `unrated` are those that give none."""

    critical: int = 0
    high: int = 0
    medium: int = 0
    low: int = 0
    unrated: int = 0

    @classmethod
    def of(cls, barriers: Iterable[Barrier]) -> Severities:
        """Count barriers."""
        words: list[str] = [each.severity or "unrated" for each in barriers]
        return cls(*(words.count(word) for word in cls._fields))

    @classmethod
    def sum(cls, parts: Iterable[Severities]) -> Severities:
        """Add counts up."""
        return cls(*map(sum, zip(cls(), *parts, strict=True)))

    @property
    def total(self) -> int:
        """Give how many there are in all."""
        return sum(self)


NO_BARRIERS = Severities()


class Moment(NamedTuple):
    """A scored step or emotion.

    Attributes:
        map: Its map.
        stage: Its stage.
        score: From −2 to 2.
        feeling: The feeling, where it has a name.
        words: The step, or what set the emotion off; empty where nobody says.

    """

    map: MapName
    stage: StageName
    score: float
    feeling: str
    words: str


@dataclass(frozen=True, slots=True)
class StageFigures:
    """What is known of a stage.

    Attributes:
        map: Its map.
        stage: Its id and name.
        number: Its place in the map, from 1.
        completeness: How many of the checklist's questions are settled.
        open: The codes of the questions that are not.
        score: The mean of its scored steps and emotions, −2 to 2; None where none is scored.
        low: The lowest of these.
        high: The highest of these.
        backed: How many of its feelings and barriers have evidence.
        touchpoints: The ids of its touchpoints.
        barriers: Its open barriers.

    """

    map: MapName
    stage: StageName
    number: int
    completeness: Share
    open: tuple[str, ...]
    score: float | None
    low: Moment | None
    high: Moment | None
    backed: Share
    touchpoints: tuple[str, ...]
    barriers: Severities


@dataclass(frozen=True, slots=True)
class Part:
    """What a map says of one persona, department or channel.

    Attributes:
        who: The persona, department or channel.
        share: A persona's share of all customers, 0 to 1, where it is known.
        stages: The stages that they go through, act in or stand in, by id.
        touchpoints: Their touchpoints, by id.
        decisive: Those of them that are moments of truth.
        scores: The feelings: of a persona or department, a stage's score each; of a channel, a
            step's score each.
        opinions: The latest score of each opinion about their touchpoints.
        low: The lowest moment.
        barriers: The open barriers that stand in their way, or at their touchpoints.

    """

    who: Named
    share: float | None = None
    stages: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    opinions: tuple[float, ...] = ()
    low: Moment | None = None
    barriers: Severities = NO_BARRIERS


@dataclass(frozen=True, slots=True)
class MapFigures:
    """What is known of a map.

    Attributes:
        map: Which it is.
        maturity: How much of it is known.
        faults: How many places of its file could not be read as they are written.
        completeness: How many of the checklist's questions are settled, over all stages.
        questions: The same for each question, in the order of their codes.
        stages: Its stages, in order.
        backed: How many of its feelings and barriers have evidence.
        touchpoints: The ids of its touchpoints, each once.
        decisive: Those that are moments of truth.
        score: The mean of its stages' scores, −2 to 2.
        barriers: Its open barriers.
        review_due: The last day for the next review, where it is known.
        work: What is to be done, in the order of the map.
        unanswered: The barriers that nothing is meant to take away.
        personas: What it says of each persona.
        departments: What it says of each department that acts in it.
        channels: What it says of each channel.

    """

    map: MapName
    maturity: Maturity
    faults: int
    completeness: Share
    questions: tuple[Share, ...]
    stages: tuple[StageFigures, ...]
    backed: Share
    touchpoints: tuple[str, ...]
    decisive: tuple[str, ...]
    score: float | None
    barriers: Severities
    review_due: date | None
    work: tuple[Work, ...]
    unanswered: tuple[Unanswered, ...]
    personas: tuple[Part, ...]
    departments: tuple[Part, ...]
    channels: tuple[Part, ...]

    @property
    def low(self) -> Moment | None:
        """Give the lowest moment, the first of several."""
        return lowest(stage.low for stage in self.stages)

    def overdue_work(self, today: date) -> tuple[Work, ...]:
        """Give what should have been done before today."""
        return tuple(each for each in self.work if each.is_overdue(today))

    def review_is_overdue(self, today: date) -> bool:
        """Tell whether the day for the next review has passed."""
        return self.review_due is not None and self.review_due < today


def lowest(moments: Iterable[Moment | None]) -> Moment | None:
    """Give the moment with the lowest score, the first of several."""
    return min((each for each in moments if each), key=lambda each: each.score, default=None)
