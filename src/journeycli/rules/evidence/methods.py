"""J705 and J707: who was asked, and in how many ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule
from journeycli.rules.evidence.named import is_researched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext

_CUSTOMERS = frozenset({"customers", "prospects", "former-customers"})
_AMONG_OURSELVES = frozenset({"assumption", "workshop"})


class CustomersNotAsked(MapRule):
    """A researched map for which no customer was asked.

    What:
        No evidence has customers, prospects or former customers among its `respondents`; or, where
        nobody says who was asked, all of it is assumptions and workshops.

    Why:
        What colleagues believe about customers is worth writing down, and is not research.

    Bad::

        maturity: researched
        evidence:
          - {id: kick-off, method: workshop, date: 2026-08, respondents: [employees]}
        stages:
          - id: compare
            name: Compare offers
            evidence: [kick-off]

    Good::

        maturity: researched
        evidence:
          - {id: kick-off, method: workshop, date: 2026-08, respondents: [employees]}
          - {id: calls, method: interview, date: 2026-09, respondents: [customers]}
        stages:
          - id: compare
            name: Compare offers
            evidence: [kick-off, calls]
    """

    code = "J705"
    name = "customers-not-asked"
    summary = "no evidence from customers, prospects or former customers"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where nobody outside was asked."""
        evidence = context.rests_on
        if not is_researched(journey) or not evidence:
            return
        asked = any(
            _CUSTOMERS & set(each.respondents)
            if each.respondents
            else each.method not in _AMONG_OURSELVES
            for each in evidence
        )
        if not asked and context.knows_its_evidence:
            yield Problem(
                ("evidence",),
                "No customer was asked for this map.",
                help="Ask some and add it as evidence; if customers were asked, say so there: "
                "`respondents: [customers]`.",
            )


class SingleMethod(MapRule):
    """Evidence of one kind only.

    What:
        All evidence that the map rests on comes from one research method.

    Why:
        Each method has a blind spot: surveys do not hear what nobody thought to ask, and logs do
        not know why. Two kinds correct each other.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
          - {id: calls, method: call-listening, date: 2026-09}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey, calls]
    """

    code = "J707"
    name = "single-method"
    summary = "one research method only"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where there is one method."""
        methods = {each.method for each in context.rests_on}
        if is_researched(journey) and len(methods) == 1 and context.knows_its_evidence:
            yield Problem(
                ("evidence",),
                f"All evidence of this map comes from one method: {next(iter(methods))}.",
                help="Add a second kind, such as interviews beside a survey.",
            )
