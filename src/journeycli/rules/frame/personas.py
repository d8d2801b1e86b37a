"""Whose journey it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, PersonaRule
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Persona
    from journeycli.rules.context import MapContext, PersonaContext

_MOST_PERSONAS = 2


class NoPersona(MapRule):
    """A map without a main actor.

    What:
        `personas` is missing or empty. The first persona is the main actor, named by the id of a
        persona file or written in place.

    Why:
        A journey of “the customer” is nobody's journey: the steps of different people get mixed
        and nobody can say whether they are true.

    Bad::

        objective: Find out why two orders in five are abandoned before installation.

    Good::

        personas:
          - id: budget-family
            name: A family on a budget
    """

    code = "J201"
    name = "no-persona"
    summary = "a map with no main actor"

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is no persona."""
        del context
        if not journey.personas:
            yield Problem(
                ("personas",),
                "Nothing says whose journey this is.",
                help="Add `personas:` with the id of a persona, or a name such as "
                "A family on a budget.",
            )


class TooManyPersonas(MapRule):
    """More than two personas on one map.

    What:
        `personas` has three entries or more.

    Why:
        With every further persona the stages fit each of them less. A second map is often clearer
        than a third persona.

    Bad::

        personas:
          - A family on a budget
          - A remote worker
          - A gamer

    Good::

        personas:
          - A family on a budget
    """

    code = "J202"
    name = "too-many-personas"
    summary = "more than two personas on one map"
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there are too many."""
        del context
        if len(journey.personas) > _MOST_PERSONAS:
            yield Problem(
                ("personas",),
                f"This map follows {counted(len(journey.personas), 'persona')} at once.",
                help="Consider a map of their own for those who go another way.",
            )


class ThinPersona(PersonaRule):
    """A persona that says little about a person.

    What:
        A persona lacks goals, frustrations, demographics or psychographics, or the evidence that
        it rests on.

    Why:
        A name and a photo are no persona. Without goals and frustrations nobody can judge how a
        stage feels to them; without evidence it is a stereotype.

    Bad::

        personas:
          - id: budget-family
            name: A family on a budget

    Good::

        personas:
          - id: budget-family
            name: A family on a budget
            goals:
              - Keep the monthly bills where they are
            frustrations:
              - Prices that change after they signed
            demographics:
              household: two adults, two children
            evidence: [exit-survey]
        evidence:
          - id: exit-survey
            method: survey
            title: Exit survey
    """

    code = "J213"
    name = "thin-persona"
    summary = "a persona without goals, frustrations, demographics or psychographics, or evidence"
    severity = Severity.INFO

    def check(self, persona: Persona, context: PersonaContext) -> Iterator[Problem]:
        """Yield one problem that lists what is missing."""
        del context
        missing = [
            word
            for word, present in (
                ("goals", persona.goals),
                ("frustrations", persona.frustrations),
                ("demographics or psychographics", persona.demographics or persona.psychographics),
                ("evidence", persona.evidence),
            )
            if not present
        ]
        if missing:
            yield Problem(
                (),
                f"The persona “{persona.name}” has {listed([f'no {word}' for word in missing])}.",
                help="Add what you know from people like this one, under these keys.",
            )
