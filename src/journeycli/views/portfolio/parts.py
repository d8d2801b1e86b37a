"""What a map says of each persona, each department and each channel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeycli.model.register import known
from journeycli.rules.touchpoints.judged import verdict
from journeycli.views.portfolio.figures import Part, Severities, lowest
from journeycli.views.portfolio.scores import mean, moments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model import Barrier, Stage
    from journeycli.rules.context import MapContext
    from journeycli.rules.placed import Placed
    from journeycli.views.portfolio.figures import MapName, Moment
    from journeycli.views.portfolio.words import Named, Words


@dataclass(frozen=True, slots=True)
class Whole:
    """A map from which parts are taken.

    Attributes:
        map: Its name.
        context: What its rules know of it.
        open: The open barriers of each stage, in order.
        words: What the workspace calls things.

    """

    map: MapName
    context: MapContext
    open: tuple[tuple[Barrier, ...], ...]
    words: Words

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Give the stages of the map, in order."""
        return self.context.journey.stages


def persona_parts(whole: Whole) -> tuple[Part, ...]:
    """Give what the map says of each of its personas; what names no persona is everyone's."""
    return tuple(
        _persona(whole, who, share) for who, share in whole.words.personas(whole.context.journey)
    )


def department_parts(whole: Whole) -> tuple[Part, ...]:
    """Give what the map says of each department that acts in it.

    Its feelings are those of the stages that it acts in; its barriers those at its touchpoints.
    """
    drafts = _Drafts()
    own = {each.id: department for each, department in _departments(whole)}
    for context in whole.context.stages:
        stage = context.stage
        found = moments(stage, whole.map)
        for written in context.departments:
            draft = drafts.of(whole.words.department(written, whole.context.journey))
            draft.stages[stage.id] = None
            score = mean(each.score for each in found)
            draft.scores += [] if score is None else [score]
            draft.moments += found
        for barrier in whole.open[context.index]:
            if barrier.touchpoint in own:
                drafts.of(own[barrier.touchpoint]).barriers.append(barrier)
    for placed, department in _departments(whole):
        drafts.of(department).meet(placed)
    return drafts.parts()


def channel_parts(whole: Whole) -> tuple[Part, ...]:
    """Give what the map says of each channel.

    Its feelings are those of the steps at its touchpoints; its barriers those that stand there.
    """
    drafts = _Drafts()
    channels: dict[str, tuple[Named, ...]] = {}
    for placed in whole.context.placed:
        named = [whole.words.channel(each, whole.context.journey) for each in placed.channels]
        channels.setdefault(placed.id, tuple(named))
        for channel in named:
            drafts.of(channel).meet(placed)
    for stage, open_ in zip(whole.stages, whole.open, strict=True):
        for place, moment in _steps(stage, whole.map):
            for channel in channels.get(place, ()):
                drafts.of(channel).scores.append(moment.score)
                drafts.of(channel).moments.append(moment)
        for barrier in open_:
            for channel in channels.get(barrier.touchpoint or "", ()):
                drafts.of(channel).barriers.append(barrier)
    return drafts.parts()


@dataclass(slots=True)
class _Draft:
    """A part while it is gathered."""

    who: Named
    stages: dict[str, None] = field(default_factory=dict)
    touchpoints: dict[str, None] = field(default_factory=dict)
    decisive: dict[str, None] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    opinions: list[float] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    barriers: list[Barrier] = field(default_factory=list)

    def meet(self, placed: Placed) -> None:
        """Note a touchpoint of theirs."""
        self.stages[placed.stage.id] = None
        self.touchpoints[placed.id] = None
        if placed.touchpoint.moment_of_truth:
            self.decisive[placed.id] = None
        judged = verdict(placed)
        if judged is not None:
            self.opinions.append(judged.score)

    def part(self) -> Part:
        """Give what was gathered."""
        return Part(
            who=self.who,
            stages=tuple(self.stages),
            touchpoints=tuple(self.touchpoints),
            decisive=tuple(self.decisive),
            scores=tuple(self.scores),
            opinions=tuple(self.opinions),
            low=lowest(self.moments),
            barriers=Severities.of(self.barriers),
        )


class _Drafts:
    """Drafts by the id of whom they are about, in the order in which these appear."""

    def __init__(self) -> None:
        self._drafts: dict[str, _Draft] = {}

    def of(self, who: Named) -> _Draft:
        """Give the draft about somebody, a new one where there is none yet."""
        return self._drafts.setdefault(who.id, _Draft(who))

    def parts(self) -> tuple[Part, ...]:
        """Give the parts."""
        return tuple(each.part() for each in self._drafts.values())


def _persona(whole: Whole, who: Named, share: float | None) -> Part:
    felt = [moments(stage, whole.map, who.id) for stage in whole.stages]
    means = (mean(each.score for each in own) for own in felt)
    barriers = [each for open_ in whole.open for each in open_ if each.persona in (None, who.id)]
    met: Iterable[Placed] = whole.context.placed
    judged = [each.score for each in map(verdict, met) if each is not None]
    return Part(
        who=who,
        share=share,
        stages=tuple(stage.id for stage in whole.stages),
        touchpoints=tuple(dict.fromkeys(each.id for each in met)),
        decisive=tuple(dict.fromkeys(each.id for each in met if each.touchpoint.moment_of_truth)),
        scores=tuple(each for each in means if each is not None),
        opinions=tuple(judged),
        low=lowest(moment for own in felt for moment in own),
        barriers=Severities.of(barriers),
    )


def _departments(whole: Whole) -> Iterator[tuple[Placed, Named]]:
    """Yield the touchpoints that a department answers for, each with it."""
    declared = whole.context.touchpoints
    for placed in whole.context.placed:
        department = known(placed.touchpoint, declared).department
        if department is not None:
            yield placed, whole.words.department(department, whole.context.journey)


def _steps(stage: Stage, map_: MapName) -> Iterator[tuple[str, Moment]]:
    """Yield the scored steps at touchpoints, each with the id of where it happens."""
    scored = [each for each in stage.customer_actions if each.score is not None]
    for step, moment in zip(scored, moments(stage, map_), strict=False):  # steps come first
        if step.touchpoint is not None:
            yield step.touchpoint, moment
