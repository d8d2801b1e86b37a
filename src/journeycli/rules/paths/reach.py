"""J603, J604 and J607: whether every stage can be reached and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.model.ways import places
from journeycli.rules.base import MapRule
from journeycli.rules.paths.steps import is_astray, path_stages
from journeycli.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model import JourneyMap
    from journeycli.model.ways import Way
    from journeycli.rules.context import MapContext


class UnreachableStage(MapRule):
    """Nothing leads to a stage.

    What:
        No path goes through a stage, no `next` names it, and the stage above leads elsewhere; or
        a few stages lead only to each other and nothing leads to any of them. Of several stages
        that hang on one another, the one at which they begin is named.

    Why:
        Nobody can take a way that is not drawn. Pictures show the stage beside the journey, and
        the shares of the others do not count those who go there.

    Bad::

        stages:
          - id: order
            name: Order
            next:
              - stage: install
          - id: get-help
            name: Get help
          - id: install
            name: Installation

    Good::

        stages:
          - id: order
            name: Order
            next:
              - stage: get-help
              - stage: install
          - id: get-help
            name: Get help
          - id: install
            name: Installation
    """

    code = "J603"
    name = "unreachable-stage"
    summary = "no path, no `next` and no stage above leads there"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem for the first of the stages that hang on one another."""
        ways = context.ways
        if all(way.origin == "order" for each in ways for way in each) or _is_unclear(context):
            return
        for index in _beginnings(ways, _starts(journey)):
            yield Problem(
                ("stages", index),
                _unreachable(index, context),
                help=f"Add `stage: {journey.stages[index].id}` to the `next` of the stage that "
                "leads there, or to a path; or begin a path with it.",
            )


class DeadEnd(MapRule):
    """A stage that customers cannot leave.

    What:
        A stage before the last one leads to nothing but itself, has no `end` among its ways and
        is not where a path ends.

    Why:
        Customers do leave it, one way or another. If this is where they give up, an `end` says
        so, and the map can show how many.

    Bad::

        stages:
          - id: order
            name: Order
            next:
              - stage: order
                when: The form has lost the address
          - id: install
            name: Installation

    Good::

        stages:
          - id: order
            name: Order
            next:
              - stage: order
                when: The form has lost the address
              - stage: install
              - end: Gives up
                when: The form lost the address again
          - id: install
            name: Installation
    """

    code = "J604"
    name = "dead-end"
    summary = "a stage that leads nowhere on, without an end, not the last and no path's end"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a stage."""
        ends = _path_ends(journey)
        for index, ways in enumerate(context.ways[:-1]):
            if index not in ends and all(way.to == index for way in ways):
                yield Problem(
                    ("stages", index, "next"),
                    f"“{journey.stages[index].name}” leads only to itself, and no `end` says how "
                    "the journey stops there.",
                    help="Add the way on under `next`, or an end with when or why: "
                    "{end: Gives up, when: …}.",
                )


class EndlessLoop(MapRule):
    """Stages that lead only to one another.

    What:
        From several stages every way leads back to one of them; none of them has an `end`, is the
        last one that leads nowhere, or is where a path ends.

    Why:
        No customer goes round for ever. Somewhere they leave, and the map does not say where or
        how many.

    Bad::

        stages:
          - id: use
            name: Live with it
            next:
              - stage: renew
          - id: renew
            name: Renew
            next:
              - stage: use

    Good::

        stages:
          - id: use
            name: Live with it
            next:
              - stage: renew
          - id: renew
            name: Renew
            next:
              - stage: use
              - end: Leaves for another provider
                when: The price for new customers is lower
    """

    code = "J607"
    name = "endless-loop"
    summary = "stages that lead only to one another, with no end among them"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a loop, at its first stage."""
        ends = _path_ends(journey)
        for loop in _closed_loops(context.ways):
            if ends.intersection(loop):
                continue
            names = listed([f"“{journey.stages[each].name}”" for each in loop])
            last = journey.stages[loop[-1]]
            yield Problem(
                ("stages", loop[0], "next"),
                f"{names} lead only to one another; nothing says how the journey ends.",
                help=f"Add an `end` to the `next` of one of them, such as “{last.name}”: "
                "{end: Leaves, when: …}.",
            )


def _is_unclear(context: MapContext) -> bool:
    """Tell whether a name could mean another stage: it is nobody's id, or that of two."""
    place = places(context.journey)
    return (
        len(place) < len(context.stages)
        or any(map(is_astray, context.ways))
        or any(each not in place for path in context.journey.paths for each in path.stages)
    )


def _unreachable(index: int, context: MapContext) -> str:
    stages = context.journey.stages
    name = stages[index].name
    leading = [
        f"“{stages[other].name}”"
        for other, ways in enumerate(context.ways)
        if other != index and any(way.to == index for way in ways)
    ]
    if not leading:
        above = stages[index - 1].name
        return f"Nothing leads to “{name}”: no path, no `next`, and “{above}” leads elsewhere."
    itself = "itself" if len(leading) == 1 else "themselves"
    return f"“{name}” can be reached from {listed(leading)} only, which cannot be reached {itself}."


def _starts(journey: JourneyMap) -> list[int]:
    """Give the stages at which journeys begin: the first one, and the first of each path."""
    return [0, *(stages[0] for stages in path_stages(journey) if stages)]


def _path_ends(journey: JourneyMap) -> frozenset[int]:
    """Give the stages at which paths end."""
    return frozenset(stages[-1] for stages in path_stages(journey) if stages)


def _beginnings(ways: Sequence[Sequence[Way]], starts: Iterable[int]) -> Iterator[int]:
    """Give the stages at which begins what the starts do not lead to; of a loop, the first."""
    reached = frozenset[int]().union(*(_reach(start, ways) for start in starts))
    beyond = {index: _reach(index, ways) for index in range(len(ways)) if index not in reached}
    begun: set[int] = set()
    for index, own in beyond.items():
        before = (other for other, others in beyond.items() if index in others)
        if index not in begun and own.issuperset(before):
            begun |= own
            yield index


def _reach(start: int, ways: Sequence[Sequence[Way]]) -> set[int]:
    """Give a stage and all that can be reached from it."""
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        index = waiting.pop()
        if index not in reached:
            reached.add(index)
            waiting += [way.to for way in ways[index] if way.to is not None]
    return reached


def _closed_loops(ways: Sequence[Sequence[Way]]) -> Iterator[list[int]]:
    """Give the loops of two stages or more that no way leads out of, each in the map's order."""
    steps = [(index, way.to) for index, each in enumerate(ways) for way in each]
    if not any(to is not None and to < index for index, to in steps):
        return
    seen: set[int] = set()
    for index in range(len(ways)):
        loop = _reach(index, ways)
        is_closed = len(loop) > 1 and not any(_leaves(ways[each]) for each in loop)
        if index not in seen and is_closed and all(index in _reach(each, ways) for each in loop):
            seen |= loop
            yield sorted(loop)


def _leaves(ways: Sequence[Way]) -> bool:
    """Tell whether the journey can end in a stage, or may lead to what is not there."""
    return not ways or any(way.to is None for way in ways)
