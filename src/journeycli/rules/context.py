"""What a rule may ask about the element it sees: its map, its neighbours, the shared words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.checklist import has_removal, opened_for
from journeycli.model.register import acting_departments, register
from journeycli.model.standing import opportunities_for
from journeycli.model.ways import ways
from journeycli.rules.evidence.named import dated, map_names, shared
from journeycli.rules.placed import Placed, by_touchpoint, placed
from journeycli.rules.routes import Route, routes
from journeycli.rules.writing.answers import Answered, answers
from journeycli.settings import Options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model import Barrier, Evidence, JourneyMap, Opportunity, Stage, Touchpoint
    from journeycli.model.touchpoints import SharedTouchpoint
    from journeycli.model.ways import Way
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.source.span import Path

DEFAULTS = Options()


class PersonaContext(NamedTuple):
    """Around a persona: the shared words, and whether it stands in place on a map."""

    vocabulary: Vocabulary
    on_map: bool


class MapContext:
    """Around a map: the shared words, and what its rules ask for again and again.

    Args:
        journey: The map.
        vocabulary: What the workspace's catalogs declare.
        options: What the settings say of months and lengths.

    """

    def __init__(
        self, journey: JourneyMap, vocabulary: Vocabulary, options: Options = DEFAULTS
    ) -> None:
        self.journey = journey
        self.vocabulary = vocabulary
        self.options = options
        self.stages: tuple[StageContext, ...] = tuple(
            StageContext(self, index, stage) for index, stage in enumerate(journey.stages)
        )

    def release(self) -> None:
        """Let go of the stages' contexts, which point back here: no collector has to find out."""
        self.stages = ()

    @cached_property
    def acting_departments(self) -> tuple[str, ...]:
        """Every department that acts in a stage, in the order of the map."""
        names = (name for stage in self.stages for name in stage.departments)
        return tuple(dict.fromkeys(names))

    @cached_property
    def department_words(self) -> frozenset[str]:
        """Ids and names by which departments are known here."""
        declared = self.vocabulary.departments
        return frozenset({*self.acting_departments, *declared, *declared.values()})

    @cached_property
    def opened_for(self) -> frozenset[str]:
        """The barriers for which there is an opportunity."""
        return opened_for(self.journey)

    @cached_property
    def opportunities_for(self) -> Mapping[str, tuple[Opportunity, ...]]:
        """The opportunities of all stages, by the barriers that they are for."""
        return opportunities_for(self.journey)

    @cached_property
    def ways(self) -> tuple[tuple[Way, ...], ...]:
        """The ways out of every stage, in order."""
        return ways(self.journey)

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """What evidence can be named here, by id: the map's own first, then the catalogs'."""
        own = {each.id: each for each in reversed(self.journey.evidence)}
        return {**self.vocabulary.evidence, **own}

    @cached_property
    def rests_on(self) -> tuple[Evidence, ...]:
        """The evidence that the map rests on: its own, and what it names of the catalogs'."""
        return (*self.journey.evidence, *(each for _, each in self._shared_evidence))

    @cached_property
    def dated_evidence(self) -> tuple[tuple[Evidence, Path], ...]:
        """The dated evidence that the map rests on, and where the map says so."""
        return tuple(dated(self.journey, self._shared_evidence))

    @cached_property
    def evidence_names(self) -> frozenset[str]:
        """Every name of evidence in the map."""
        return map_names(self.journey)

    @cached_property
    def knows_its_evidence(self) -> bool:
        """Tell whether all that it rests on is known: it may name another map's evidence."""
        own = {each.id for each in self.journey.evidence}
        return all(name in own or name in self.vocabulary.evidence for name in self.evidence_names)

    @cached_property
    def touchpoints(self) -> Mapping[str, SharedTouchpoint | Touchpoint]:
        """What a touchpoint's `ref` can name, by id: the map's own first, then the catalogs'."""
        return {**self.vocabulary.touchpoints, **self._own_touchpoints}

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The touchpoints of all stages, in order, with what is known of them elsewhere."""
        return placed(self.journey, self._own_touchpoints, self.vocabulary.touchpoints)

    @cached_property
    def by_touchpoint(self) -> Mapping[str, list[Placed]]:
        """The same, those of one touchpoint together."""
        return by_touchpoint(self.placed)

    @cached_property
    def barriers(self) -> tuple[Barrier, ...]:
        """The barriers of all stages, in order."""
        return tuple(barrier for stage in self.journey.stages for barrier in stage.barriers)

    @cached_property
    def answers(self) -> tuple[Answered, ...]:
        """What stands under the answers of the map, list by list."""
        return answers(self.journey)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The paths or, without any, the way through all stages in their order."""
        return routes(self.journey, self.ways)

    @cached_property
    def _shared_evidence(self) -> tuple[tuple[str, Evidence], ...]:
        return shared(self.journey, self.evidence_names, self.vocabulary)

    @cached_property
    def _own_touchpoints(self) -> Mapping[str, SharedTouchpoint | Touchpoint]:
        return register(self.journey)


class StageContext:
    """Around a stage: its map, its place, and where it leads.

    Args:
        map: The context of its map.
        index: Its place among the stages, from 0.
        stage: The stage.

    """

    __slots__ = ("__dict__", "index", "map", "stage")

    def __init__(self, map: MapContext, index: int, stage: Stage) -> None:  # noqa: A002 - the format's word
        self.map = map
        self.index = index
        self.stage = stage

    @property
    def is_hypothesis(self) -> bool:
        """Tell whether the map is what its writers believe so far."""
        return self.map.journey.maturity == "hypothesis"

    @cached_property
    def next_names(self) -> tuple[str, ...]:
        """The names of the stages that it leads to, in order."""
        targets = dict.fromkeys(way.to for way in self.map.ways[self.index] if way.to is not None)
        return tuple(self.map.journey.stages[target].name for target in targets)

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """The departments that act in it, in order."""
        return acting_departments(self.stage, self.map.touchpoints)

    def has_removal(self, barrier: Barrier) -> bool:
        """Tell whether anything is meant to take a barrier away, or nothing is with a reason."""
        return has_removal(barrier, self.map.opened_for)
