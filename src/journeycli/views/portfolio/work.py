"""What the maps want done: removals of barriers, opportunities, and resources to be had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from journeycli.model.checklist import has_removal, opened_for
from journeycli.rules.barriers.measures import is_done, is_idea, measures
from journeycli.views.portfolio.figures import MapName, StageName
from journeycli.views.portfolio.scores import map_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from journeycli.lint.maps import ReadMap
    from journeycli.model import Barrier, Day, JourneyMap, Opportunity, Removal, Resource, Stage
    from journeycli.model.vocabulary import MeasureKind, Severity
    from journeycli.rules.barriers.measures import Placed
    from journeycli.source.span import Path
    from journeycli.views.portfolio.words import Named, Words

WorkKind: TypeAlias = Literal["removal", "opportunity", "resource"]
WorkStatus: TypeAlias = Literal[
    "idea", "planned", "doing", "required", "requested", "done", "dropped", "existing"
]
OPEN: tuple[WorkStatus, ...] = ("idea", "planned", "doing", "required", "requested")
"""What is still to be done or to be had."""
STATUSES: tuple[WorkStatus, ...] = (*OPEN, "done", "dropped", "existing")
"""Every status of a removal, an opportunity or a resource."""


class Against(NamedTuple):
    """A barrier that work takes away.

    Attributes:
        id: Its id, written or made from its text.
        text: What stands in the way.
        severity: How bad it is; None where nobody says.
        affects: The share of customers who meet it, 0 to 1; None where nobody says.

    """

    id: str
    text: str
    severity: Severity | None
    affects: float | None


class Unanswered(NamedTuple):
    """A barrier that nothing is meant to take away, and nobody says why not."""

    map: MapName
    stage: StageName
    barrier: Against


@dataclass(frozen=True, slots=True)
class Work:
    """A removal, an opportunity or a resource.

    Attributes:
        kind: Which of the three.
        id: Its id, written or made from its text.
        text: What is to be done or to be had.
        map: The map that it stands in.
        stage: The stage that it stands in; None for a resource.
        at: Where it stands, as findings write it.
        line: The line of that in the file, from 1.
        against: The barriers that it takes away.
        status: How far it is; see `_status` for what counts where the map gives none.
        departments: Who does it; for a resource, who does what it is needed for.
        person: The person who does it; empty where nobody is named.
        due: When it is to be done.
        done: When it was done.
        impact: What it would bring, 1 to 5.
        effort: What it would take, 1 to 5.
        change: What has to change for it.
        effect: What a resource would change, in words.

    """

    kind: WorkKind
    id: str
    text: str
    map: MapName
    stage: StageName | None
    at: str
    line: int
    against: tuple[Against, ...]
    status: WorkStatus
    departments: tuple[Named, ...] = ()
    person: str = ""
    due: Day | None = None
    done: Day | None = None
    impact: int | None = None
    effort: int | None = None
    change: MeasureKind | None = None
    effect: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done or to be had."""
        return self.status in OPEN

    @property
    def is_unowned(self) -> bool:
        """Tell whether it is decided on or under way, and nobody is named who does it."""
        return self.status in ("planned", "doing") and not self.departments and not self.person

    def is_overdue(self, today: date) -> bool:
        """Tell whether it should have been done before today and is not."""
        return self.is_open and self.due is not None and self.due.last < today


def work_of(read: ReadMap, words: Words) -> tuple[Work, ...]:
    """Give the work of a map, in its order: what its stages want done, then its resources."""
    return tuple(_Gathering(read, words).all())


def unanswered(read: ReadMap) -> tuple[Unanswered, ...]:
    """Give the barriers of a map that nothing is meant to take away, in its order."""
    journey = read.journey
    opened = opened_for(journey)
    return tuple(
        Unanswered(map_name(read.name, journey), StageName(stage.id, stage.name), _against(barrier))
        for place, stage in enumerate(journey.stages)
        for index, barrier in enumerate(stage.barriers.items)
        if not has_removal(barrier, opened)
        and not read.is_guess(("stages", place, "barriers", index))
    )


class _Gathering:
    """The work of one map, with what is looked up in it again and again."""

    def __init__(self, read: ReadMap, words: Words) -> None:
        journey = read.journey
        self._read, self._words = read, words
        self._map = map_name(read.name, journey)
        self._barriers = _barriers(journey)
        self._measures = [(i, each) for i, s in enumerate(journey.stages) for each in measures(s)]

    def all(self) -> Iterator[Work]:
        """Yield what can be told; an element of which the text is missing cannot."""
        for place, placed in self._measures:
            path = ("stages", place, *placed.path)
            if not self._read.is_guess(path):
                yield self._measure(path, self._read.journey.stages[place], placed)
        for index, resource in enumerate(self._read.journey.resources):
            yield self._resource(("resources", index), resource)

    def _measure(self, path: Path, stage: Stage, placed: Placed) -> Work:
        measure = placed.measure
        return Work(
            kind="opportunity" if placed.barrier is None else "removal",
            id=measure.effective_id,
            text=measure.text,
            map=self._map,
            stage=StageName(stage.id, stage.name),
            at=self._read.at(path),
            line=self._read.line(path),
            against=tuple(map(_against, self._answered(placed))),
            status=_status(measure),
            departments=self._departments([measure.department]),
            person=measure.name or "",
            due=measure.due,
            done=measure.done,
            impact=measure.impact,
            effort=measure.effort,
            change=measure.kind,
        )

    def _resource(self, path: Path, resource: Resource) -> Work:
        wanted = set(resource.needed_for)
        open_ = [each for _, each in self._measures if _status(each.measure) in OPEN]
        named = [each for each in open_ if each.measure.effective_id in wanted]
        direct = [self._barriers[name] for name in resource.needed_for if name in self._barriers]
        through = [barrier for each in named for barrier in self._answered(each)]
        against = {each.effective_id: each for each in (*direct, *through)}
        doing = [each for each in open_ if each in named or self._is_against(each, wanted)]
        return Work(
            kind="resource",
            id=resource.id or resource.name,
            text=resource.name,
            map=self._map,
            stage=None,
            at=self._read.at(path),
            line=self._read.line(path),
            against=tuple(map(_against, against.values())),
            status=resource.status or "required",  # resources are what is needed, by their name
            departments=self._departments(each.measure.department for each in doing),
            effect=_effect(resource),
        )

    def _is_against(self, placed: Placed, barriers: set[str]) -> bool:
        return not barriers.isdisjoint(each.effective_id for each in self._answered(placed))

    def _answered(self, placed: Placed) -> Sequence[Barrier]:
        if placed.barrier is not None:
            return [placed.barrier]
        names: Iterable[str] = dict.fromkeys(getattr(placed.measure, "for_", ()))
        return [self._barriers[name] for name in names if name in self._barriers]

    def _departments(self, written: Iterable[str | None]) -> tuple[Named, ...]:
        journey = self._read.journey
        found = (self._words.department(each, journey) for each in written if each)
        return tuple(dict.fromkeys(found))


def _barriers(journey: JourneyMap) -> Mapping[str, Barrier]:
    found: dict[str, Barrier] = {}
    for stage in journey.stages:
        for each in stage.barriers:
            found.setdefault(each.effective_id, each)
    return found


def _against(barrier: Barrier) -> Against:
    return Against(barrier.effective_id, barrier.text, barrier.severity, barrier.affects)


def _status(measure: Removal | Opportunity) -> WorkStatus:
    """Give how far a measure is.

    Where the map gives no status it is done where it has the date of that, planned where it has a
    department, a name or a due date, and else an idea.
    """
    if measure.status == "dropped":
        return "dropped"
    if is_done(measure):
        return "done"
    if measure.status is not None:
        return measure.status
    return "idea" if is_idea(measure) else "planned"


def _effect(resource: Resource) -> str:
    effect = resource.effect
    if effect is None:
        return ""
    figures = [f"{each:g}" for each in (effect.from_, effect.to) if each is not None]
    return " ".join([effect.metric or "", " → ".join(figures)]).strip()
