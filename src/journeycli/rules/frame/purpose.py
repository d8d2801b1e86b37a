"""What the map is for, and from where to where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.model.phases import BEATS
from journeycli.rules.base import MapRule
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext

_FEWEST_STAGES = 2
_NAMED = 4  # stages in a sentence; more would bury it


class NoObjective(MapRule):
    """Nothing says why the map exists.

    What:
        The map has no `objective`: the question that it was drawn to answer, or the decision that
        it prepares.

    Why:
        A map without a question collects everything and decides nothing. With one, you know what
        to leave out and when it is done.

    Bad::

        summary: How a household leaves its provider and gets online with us.

    Good::

        objective: Find out why two orders in five are abandoned before installation.
    """

    code = "J203"
    name = "no-objective"
    summary = "no reason why the map exists"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is no objective."""
        del context
        if not journey.objective:
            yield Problem(
                ("objective",),
                "Nothing says why this map exists.",
                help="Add `objective:` with the question that it answers, such as: "
                "Find out why two orders in five are abandoned.",
            )


class NoCustomerGoal(MapRule):
    """Nothing says what the customer wants.

    What:
        The map has no `customer_goals`: what people want to reach by the whole journey, in their
        words.

    Why:
        Whether a stage goes well can only be told against what people came for.

    Bad::

        objective: Find out why two orders in five are abandoned before installation.

    Good::

        objective: Find out why two orders in five are abandoned before installation.
        customer_goals:
          - Be online at a fair price before the old contract ends
    """

    code = "J204"
    name = "no-customer-goal"
    summary = "what the customer wants is not said"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is no goal."""
        del context
        if not journey.customer_goals:
            yield Problem(
                ("customer_goals",),
                "What the customer wants from this journey is not said.",
                help="Add `customer_goals:` with a line in the customer's words.",
            )


class NoScope(MapRule):
    """Nothing says where the journey starts or ends.

    What:
        `scope` has no `starts` or no `ends`: the events at which the map begins and stops.

    Why:
        Two people who draw the same journey with other ends will never agree on what it shows.

    Bad::

        scope:
          starts: The price-rise letter arrives

    Good::

        scope:
          starts: The price-rise letter arrives
          ends: Recommends us to a neighbour, or leaves
    """

    code = "J205"
    name = "no-scope"
    summary = "where the journey starts or ends is not said"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem that names the missing end, or both."""
        del context
        scope = journey.scope
        missing = [
            key
            for key, value in (
                ("starts", scope and scope.starts),
                ("ends", scope and scope.ends),
            )
            if not value
        ]
        if missing:
            path = ("scope", missing[0]) if len(missing) == 1 else ("scope",)
            yield Problem(
                path,
                f"Nothing says where the journey {listed(missing)}.",
                help=f"Add {listed([f'`{key}:`' for key in missing])} under `scope:`, with an "
                "event such as: The price-rise letter arrives.",
            )


class LifecycleGap(MapRule):
    """A lifecycle map without one of its beats.

    What:
        A map with `scale: lifecycle` should show how customers hear of us, buy, use, share, and
        renew or leave. It tells by the `phase` of its stages, and one of these is missing, or
        stages have no phase to tell by.

    Why:
        What happens after the purchase, and how people leave, is what most maps forget.

    Bad::

        scope:
          starts: A neighbour talks about it
          ends: Renews or leaves
          scale: lifecycle
        stages:
          - id: hear
            name: Hear of it
            phase: awareness
          - id: order
            name: Order
            phase: purchase

    Good::

        scope:
          starts: A neighbour talks about it
          ends: Renews or leaves
          scale: lifecycle
        stages:
          - id: hear
            name: Hear of it
            phase: awareness
          - id: order
            name: Order
            phase: purchase
          - id: live
            name: Live with it
            phase: use
          - id: tell
            name: Tell the neighbours
            phase: advocacy
          - id: stay
            name: Stay or go
            phase: renewal
    """

    code = "J210"
    name = "lifecycle-gap"
    summary = "a lifecycle map with a beat missing, or without phases to tell"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem that lists the missing beats."""
        if journey.scope is None or journey.scope.scale != "lifecycle":
            return
        phases = {context.vocabulary.phase(stage.phase) for stage in journey.stages if stage.phase}
        missing = [beat for beat, showing in BEATS.items() if not phases & showing]
        if not missing:
            return
        without = [stage for stage in journey.stages if not stage.phase]
        if without:
            names = [f"“{stage.name}”" for stage in without[:_NAMED]]
            names += [f"{len(without) - _NAMED} more"] if without[_NAMED:] else []
            help_ = f"Give {listed(names)} a `phase`, or add the stages that are missing."
        else:
            help_ = "Add the stages that are missing, or set another `scale`."
        yield Problem(
            ("scope", "scale"),
            f"A lifecycle map shows how people {listed(list(BEATS))}; "
            f"no stage here has a phase for: {listed(missing)}.",
            help=help_,
        )


class TooFewStages(MapRule):
    """A map with fewer than two stages.

    What:
        The map has one stage only.

    Why:
        A journey leads from somewhere to somewhere. One stage is a touchpoint in disguise, or a
        map that has just begun.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
          - id: order
            name: Order
    """

    code = "J212"
    name = "too-few-stages"
    summary = "fewer than two stages"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there are too few."""
        del context
        if len(journey.stages) < _FEWEST_STAGES:
            yield Problem(
                ("stages",),
                f"This map has {counted(len(journey.stages), 'stage')}; "
                "a journey needs at least two.",
                help="Add the stage that comes before or after.",
            )
