"""The report over all maps: what each gives, and what they give together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.model.checklist import QUESTIONS
from journeycli.views.portfolio.figures import Severities, lowest
from journeycli.views.portfolio.measuring import total
from journeycli.views.portfolio.scores import mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from journeycli.lint.maps import Unread
    from journeycli.model.checklist import Share
    from journeycli.model.vocabulary import State
    from journeycli.views.portfolio.figures import (
        MapFigures,
        MapName,
        Moment,
        Part,
        StageFigures,
    )
    from journeycli.views.portfolio.words import Named
    from journeycli.views.portfolio.work import Work

HOT_SPOTS = 5
"""How many stages the report names where feelings run highest, and lowest."""


@dataclass(frozen=True, slots=True)
class Group:
    """A persona, a department or a channel over all maps that count.

    Attributes:
        who: Which it is.
        share: A persona's share of all customers, 0 to 1, where it is known.
        maps: The maps that it stands in.
        stages: How many stages it goes through, acts in or stands in.
        touchpoints: How many touchpoints it has; one that several maps share counts once.
        decisive: How many of these are moments of truth.
        score: The mean of its feelings, −2 to 2: see `Part`.
        opinion: The mean opinion about its touchpoints, −2 to 2.
        low: The lowest moment.
        barriers: The open barriers in its way, or at its touchpoints.
        work: A department's open removals and opportunities, on any map.

    """

    who: Named
    share: float | None
    maps: tuple[MapName, ...]
    stages: int
    touchpoints: int
    decisive: int
    score: float | None
    opinion: float | None
    low: Moment | None
    barriers: Severities
    work: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All maps together.

    Completeness, reviews and work are those of every map. Feelings, touchpoints, barriers and
    evidence are those of the maps that count: those of how things are today, for on the others
    they are wishes; where there are none of today, those of tomorrow.

    Attributes:
        today: The date that the report goes by.
        maps: The maps, in the order of their files.
        personas: The personas of the maps that count, the worst off first.
        departments: The departments that act or have work, the worst off first.
        channels: The channels, the worst off first.
        unread: What could not be read.

    """

    today: date
    maps: tuple[MapFigures, ...]
    personas: tuple[Group, ...]
    departments: tuple[Group, ...]
    channels: tuple[Group, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def counted(self) -> State:
        """Tell which maps count for feelings, touchpoints, barriers and evidence."""
        return counted_state(self.maps)

    @property
    def counting(self) -> tuple[MapFigures, ...]:
        """Give the maps that count for these."""
        return _counting(self.maps)

    @property
    def completeness(self) -> Share:
        """Give how many of all questions are settled."""
        return total(each.completeness for each in self.maps)

    @property
    def questions(self) -> tuple[Share, ...]:
        """Give the same for each question, in the order of their codes."""
        return tuple(
            total(each.questions[place] for each in self.maps) for place in range(len(QUESTIONS))
        )

    @property
    def stages(self) -> tuple[StageFigures, ...]:
        """Give every stage, map by map."""
        return tuple(stage for each in self.maps for stage in each.stages)

    @property
    def backed(self) -> Share:
        """Give how many feelings and barriers have evidence."""
        return total(each.backed for each in self.counting)

    @property
    def touchpoints(self) -> int:
        """Count the touchpoints; one that several maps share counts once."""
        return len({id_ for each in self.counting for id_ in each.touchpoints})

    @property
    def decisive(self) -> int:
        """Count the moments of truth among them."""
        return len({id_ for each in self.counting for id_ in each.decisive})

    @property
    def score(self) -> float | None:
        """Give the mean of the scores of all stages, −2 to 2."""
        return mean(stage.score for each in self.counting for stage in each.stages)

    @property
    def low(self) -> Moment | None:
        """Give the lowest moment, the first of several."""
        return lowest(each.low for each in self.counting)

    @property
    def low_stages(self) -> int:
        """Count the stages that have a moment as low as the lowest."""
        low = self.low
        stages = (stage for each in self.counting for stage in each.stages)
        return sum(bool(low and each.low and each.low.score == low.score) for each in stages)

    @property
    def barriers(self) -> Severities:
        """Count the open barriers."""
        return Severities.sum(each.barriers for each in self.counting)

    @property
    def lowest(self) -> tuple[StageFigures, ...]:
        """Give the stages where feelings run lowest, all of them below 0."""
        return _hottest(self.counting, lambda each: each.score or 0.0)

    @property
    def highest(self) -> tuple[StageFigures, ...]:
        """Give the stages where feelings run highest, all of them above 0."""
        return _hottest(self.counting, lambda each: -(each.score or 0.0))

    @property
    def overdue_reviews(self) -> tuple[MapFigures, ...]:
        """Give the maps whose review is overdue, the longest first."""
        found = [each for each in self.maps if each.review_is_overdue(self.today)]
        return tuple(sorted(found, key=lambda each: str(each.review_due)))

    @property
    def overdue_work(self) -> tuple[Work, ...]:
        """Give what should have been done before today, the longest overdue first."""
        found = [work for each in self.maps for work in each.overdue_work(self.today)]
        return tuple(sorted(found, key=lambda each: str(each.due and each.due.last)))


def report(maps: Sequence[MapFigures], today: date, unread: Sequence[Unread] = ()) -> Report:
    """Bring the figures of maps together."""
    counting = _counting(maps)
    every = (each for one in maps for each in one.work)
    work = [each for each in every if each.is_open and each.kind != "resource"]
    return Report(
        today=today,
        maps=tuple(maps),
        personas=_groups(counting, lambda each: each.personas, ()),
        departments=_groups(counting, lambda each: each.departments, work),
        channels=_groups(counting, lambda each: each.channels, ()),
        unread=tuple(unread),
    )


def counted_state(maps: Iterable[MapFigures]) -> State:
    """Give `current` where any map shows how things are today, else `future`."""
    return "current" if any(each.map.state == "current" for each in maps) else "future"


def _counting(maps: Sequence[MapFigures]) -> tuple[MapFigures, ...]:
    state = counted_state(maps)
    return tuple(each for each in maps if each.map.state == state)


def _hottest(
    maps: Iterable[MapFigures], heat: Callable[[StageFigures], float]
) -> tuple[StageFigures, ...]:
    """Give the stages whose heat is below 0, the least first; of two, where a moment is lower."""
    stages = [stage for each in maps for stage in each.stages if heat(stage) < 0]
    stages.sort(key=lambda each: (heat(each), each.low.score if each.low else 0.0))
    return tuple(stages[:HOT_SPOTS])


def _groups(
    maps: Iterable[MapFigures],
    parts: Callable[[MapFigures], Iterable[Part]],
    work: Iterable[Work],
) -> tuple[Group, ...]:
    """Bring what maps say of the same persona, department or channel together."""
    found: dict[str, list[tuple[MapName, Part]]] = {}
    named: dict[str, Named] = {}
    for each in maps:
        for part in parts(each):
            named.setdefault(part.who.id, part.who)
            found.setdefault(part.who.id, []).append((each.map, part))
    busy: dict[str, list[Work]] = {}
    for item in work:
        for department in item.departments:
            named.setdefault(department.id, department)
            busy.setdefault(department.id, []).append(item)
    groups = [
        _group(who, found.get(id_, []), tuple(busy.get(id_, ()))) for id_, who in named.items()
    ]
    return tuple(sorted(groups, key=_worst_first))


def _group(who: Named, own: Sequence[tuple[MapName, Part]], work: tuple[Work, ...]) -> Group:
    parts = [part for _, part in own]
    return Group(
        who=who,
        share=next((part.share for part in parts if part.share is not None), None),
        maps=tuple(map_ for map_, _ in own),
        stages=sum(len(part.stages) for part in parts),
        touchpoints=len({id_ for part in parts for id_ in part.touchpoints}),
        decisive=len({id_ for part in parts for id_ in part.decisive}),
        score=mean(score for part in parts for score in part.scores),
        opinion=mean(score for part in parts for score in part.opinions),
        low=lowest(part.low for part in parts),
        barriers=Severities.sum(part.barriers for part in parts),
        work=work,
    )


def _worst_first(group: Group) -> tuple[bool, float, str]:
    return (group.score is None, group.score or 0.0, group.who.name)
