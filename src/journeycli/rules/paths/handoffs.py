"""J601 and J602: who passes the customer on, and to whom."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.rules.base import MapRule
from journeycli.rules.paths.steps import path_steps
from journeycli.text import listed, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.rules.vocabulary import Vocabulary

_SHOWN = 3  # departments in a message


class SilentHandoff(MapRule):
    """Other departments take over, and nothing says how.

    What:
        Two stages follow one another on a path, or where no paths are drawn by the stages'
        order and `next`; no department acts in both, and no handoff stands between them. A
        department acts in a stage by a company action or by a touchpoint that it answers for.
        The rule is silent where a stage does not say who acts, and where the earlier one says
        `handoffs: {none: why}`.

    Why:
        Where one department stops and another begins, promises and data get lost, and customers
        tell everything twice. A handoff that nobody wrote down is one that nobody planned.

    Bad::

        stages:
          - id: order
            name: Order
            company_actions:
              - text: Takes the order
                department: sales
          - id: install
            name: Installation
            company_actions:
              - text: Sends an engineer
                department: field-service

    Good::

        stages:
          - id: order
            name: Order
            company_actions:
              - text: Takes the order
                department: sales
            handoffs:
              - from: sales
                to: field-service
                what: Order and address
          - id: install
            name: Installation
            company_actions:
              - text: Sends an engineer
                department: field-service
    """

    code = "J601"
    name = "silent-handoff"
    summary = "consecutive stages whose departments have none in common, and no handoff"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a step from one stage to the next."""
        del journey
        acting = _acting(context)
        for earlier, later in _steps(context):
            here, there = acting[earlier.index], acting[later.index]
            if here is None or there is None or not here.isdisjoint(there):
                continue
            if earlier.stage.handoffs.state == "none" or _is_handed_over(earlier, later):
                continue
            before = _shown(earlier.departments, context.vocabulary)
            after = _shown(later.departments, context.vocabulary)
            yield Problem(
                ("stages", earlier.index, "handoffs"),
                f"Nobody who acts in “{earlier.stage.name}” ({before}) acts in "
                f"“{later.stage.name}” ({after}), and no handoff stands between them.",
                help="Add a handoff with `from:`, `to:` and `what:` is passed on; if nothing is, "
                "{none: why}.",
            )


class DanglingHandoff(MapRule):
    """A handoff from or to somebody who acts nowhere near it.

    What:
        A handoff names a department under `from` or `to` that acts neither in its stage nor in
        those before and after it. The rule is silent where one of these stages does not say who
        acts.

    Why:
        Either the name is a slip, or the map does not show what they do with the customer. In
        both cases nobody can check whether the handoff works.

    Bad::

        stages:
          - id: order
            name: Order
            company_actions:
              - text: Takes the order
                department: sales
            handoffs:
              - from: sales
                to: network
                what: Order and address
          - id: install
            name: Installation
            company_actions:
              - text: Sends an engineer
                department: field-service

    Good::

        stages:
          - id: order
            name: Order
            company_actions:
              - text: Takes the order
                department: sales
            handoffs:
              - from: sales
                to: field-service
                what: Order and address
          - id: install
            name: Installation
            company_actions:
              - text: Sends an engineer
                department: field-service
    """

    code = "J602"
    name = "dangling-handoff"
    summary = "a handoff from or to a department that acts in neither stage"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a department that acts nowhere near its handoff."""
        del journey
        holding = [stage for stage in context.stages if stage.stage.handoffs.items]
        known = _acting(context) if holding else ()
        for stage in holding:
            near = [known[each] for each in (stage.index, *_around(stage, context))]
            if None in near:
                continue
            acting = frozenset[str]().union(*(each for each in near if each))
            for number, handoff in enumerate(stage.stage.handoffs.items):
                path = ("stages", stage.index, "handoffs", number)
                for key, written in (("from", handoff.from_), ("to", handoff.to)):
                    if _word(written) not in acting:
                        yield Problem(
                            (*path, key),
                            _unseen(key, context.vocabulary.department_name(written), stage),
                            help=f"Write under `company_actions` what they do there, or correct "
                            f"`{key}:`.",
                        )


def _steps(context: MapContext) -> Iterator[tuple[StageContext, StageContext]]:
    """Give the steps of all paths, or those of the stages' ways where there are no paths."""
    if context.journey.paths:
        pairs = {(step.earlier, step.later) for step in path_steps(context.journey)}
    else:
        pairs = {
            (index, way.to)
            for index, ways in enumerate(context.ways)
            for way in ways
            if way.to is not None
        }
    stages = context.stages
    return ((stages[one], stages[other]) for one, other in sorted(pairs) if one != other)


def _acting(context: MapContext) -> list[frozenset[str] | None]:
    """Give the departments that act in each stage; None where that is not known.

    It is known where somebody acts and every company action says who.
    """
    return [
        _words(stage.departments)
        if stage.departments and all(each.department for each in stage.stage.company_actions)
        else None
        for stage in context.stages
    ]


def _is_handed_over(earlier: StageContext, later: StageContext) -> bool:
    """Tell whether a handoff of either stage can be the one between them.

    In the earlier stage, that is one that leaves it: to the later stage, or to somebody whom no
    stage after it shows, of which J602 speaks. In the later stage, one that enters it.
    """
    before, after = _words(earlier.departments), _words(later.departments)
    following = (earlier.map.stages[each] for each in _following(earlier, earlier.map))
    shown = before.union(*(_words(each.departments) for each in following))
    return any(
        _word(each.to) in after or _word(each.to) not in shown for each in earlier.stage.handoffs
    ) or any(_word(each.from_) not in after for each in later.stage.handoffs)


def _following(stage: StageContext, context: MapContext) -> list[int]:
    return [way.to for way in context.ways[stage.index] if way.to is not None]


def _around(stage: StageContext, context: MapContext) -> list[int]:
    """Give the stages that lead to one and those that it leads to."""
    leading = [
        index
        for index, ways in enumerate(context.ways)
        if any(way.to == stage.index for way in ways)
    ]
    return [*leading, *_following(stage, context)]


def _unseen(key: str, department: str, stage: StageContext) -> str:
    does = "hands the customer over" if key == "from" else "takes the customer over"
    return (
        f"{department} {does} in “{stage.stage.name}”, and acts neither there nor in the stages "
        "before and after."
    )


@lru_cache(maxsize=1024)  # the maps of one workspace share their departments
def _word(department: str) -> str:
    """Give the id that a department has, or would have: people write its name as well."""
    return slug(department) or department


def _words(departments: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_word, departments))


def _shown(departments: Sequence[str], vocabulary: Vocabulary) -> str:
    names = [vocabulary.department_name(each) for each in departments]
    more = len(names) - _SHOWN
    return listed([*names[:_SHOWN], *([f"{more} more"] if more > 0 else [])])
