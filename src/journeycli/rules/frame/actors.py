"""Who acts in the map, who had a say in it, and who keeps the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.phases import PHASES
from journeycli.rules.base import MapRule, StageRule
from journeycli.text import counted, listed, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.rules.context import MapContext, StageContext


class UnheardDepartment(MapRule):
    """A department acts in the map and had no say in it.

    What:
        Departments appear in the map's actions, touchpoints or handoffs, and none of their people
        stand under `contributors`; or no contributor is from the front line.

    Why:
        Those who meet customers every day know what head office does not. What a department did
        not help to find, it will not help to mend.

    Bad::

        contributors:
          - {department: marketing, role: lead, level: management}
        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Answers questions about fees
                department: contact-centre

    Good::

        contributors:
          - {department: marketing, role: lead, level: management}
          - {department: contact-centre, role: agent, level: frontline}
        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Answers questions about fees
                department: contact-centre
    """

    code = "J207"
    name = "unheard-department"
    summary = (
        "a department that acts in the map and contributed nothing; nobody from the front line"
    )
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem for the departments, and one where the front line is missing."""
        heard = {slug(each.department) for each in journey.contributors if each.department}
        unheard = [name for name in context.acting_departments if slug(name) not in heard]
        if unheard and journey.contributors:
            verb = "acts" if len(unheard) == 1 else "act"
            yield Problem(
                ("contributors",),
                f"{listed([f'“{context.vocabulary.department_name(n)}”' for n in unheard])} {verb} "
                "in this map, and nobody of theirs contributed to it.",
                help="Ask them, and add them under `contributors`.",
            )
        if not any(each.level == "frontline" for each in journey.contributors):
            yield Problem(
                ("contributors",),
                "Nobody from the front line contributed to this map.",
                help="Ask somebody who meets customers every day, and add them under "
                "`contributors` with `level: frontline`.",
            )


class InsideOutStage(StageRule):
    """A stage named like a department.

    What:
        A stage has exactly the name of a department, and it is not the name of a phase.

    Why:
        Customers do not go through our departments. A stage named after one shows our process
        from the inside, and the customer's part is easily left out.

    Bad::

        stages:
          - id: sales
            name: Sales
            company_actions:
              - text: Sends an offer
                department: sales
          - id: order
            name: Order

    Good::

        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Sends an offer
                department: sales
          - id: order
            name: Order
    """

    code = "J211"
    name = "inside-out-stage"
    summary = "a stage named exactly like a department"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem where the stage's name is a department's."""
        name = stage.name.casefold()
        departments = {each.casefold() for each in context.map.department_words}
        if name in departments and name not in (PHASES.keys() | context.map.vocabulary.phases):
            yield Problem(
                ("name",),
                f"The stage “{stage.name}” is named after a department.",
                help="Name it after what the customer does or wants there.",
            )


class NoCustomerOwner(MapRule):
    """Work is handed over, and nobody keeps the customer.

    What:
        The map has handoffs and no `customer_owner`; or the one who is named acts nowhere before
        the first handoff.

    Why:
        When one department hands a customer to the next, somebody has to stay responsible for
        them from the first contact on. Else everybody did their part and nobody was there.

    Bad::

        stages:
          - id: order
            name: Order
            handoffs:
              - {from: sales, to: field-service, what: Order and address}
          - id: install
            name: Installation

    Good::

        customer_owner: {department: sales, role: the agent who took the first call}
        stages:
          - id: order
            name: Order
            company_actions:
              - text: Takes the order
                department: sales
            handoffs:
              - {from: sales, to: field-service, what: Order and address}
          - id: install
            name: Installation
    """

    code = "J218"
    name = "no-customer-owner"
    summary = "handoffs, and nobody named who keeps the customer from before the first one"
    on_hypothesis = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where nobody keeps the customer, or too late."""
        first = next((i for i, stage in enumerate(journey.stages) if stage.handoffs.items), None)
        if first is None:
            return
        owner = journey.customer_owner
        if owner is None:
            handoffs = sum(len(stage.handoffs.items) for stage in journey.stages)
            yield Problem(
                ("customer_owner",),
                f"The customer is handed over ({counted(handoffs, 'handoff')}), and nobody is "
                "named who keeps them.",
                help="Add `customer_owner:` with a `department` and a `role`.",
            )
            return
        before = {name for stage in context.stages[: first + 1] for name in stage.departments}
        if owner.department and before and owner.department not in before:
            yield Problem(
                ("customer_owner", "department"),
                f"“{context.vocabulary.department_name(owner.department)}” should keep the "
                f"customer, but acts nowhere before the first handoff in "
                f"“{journey.stages[first].name}”.",
                help="Name somebody who meets the customer first, or show what they do there.",
            )
