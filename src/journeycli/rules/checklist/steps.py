"""J101 to J106: who does what, and what moves people on or holds them back."""

from __future__ import annotations

from journeycli.findings import Severity
from journeycli.rules.checklist.asking import Unanswered


class CustomerActionsUnanswered(Unanswered):
    """A stage does not say what the customer does.

    What:
        `customer_actions` has no step. Each step is a sentence in the order in which things
        happen; one with a score becomes a point of the curve.

    Why:
        A stage without the customer's steps describes our process and not their journey.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Opens four comparison tabs
              - Calls the help line to ask about fees
    """

    code = "J101"
    name = "customer-actions-unanswered"
    summary = "what does the customer do here?"
    help = "List the steps under `customer_actions`, one sentence each, in their order."


class CompanyActionsUnanswered(Unanswered):
    """A stage does not say what we do.

    What:
        `company_actions` has no entry. It takes what we, and all who act in our name, do here, in
        front of the customer or behind the scenes.

    Why:
        Only what somebody does can be changed; a map without our part has no one to act on it.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            company_actions:
              - text: Publishes a price table
                layer: frontstage
                department: marketing
    """

    code = "J102"
    name = "company-actions-unanswered"
    summary = "what do we, and all who act in our name, do here?"
    on_hypothesis = Severity.INFO
    help = "List under `company_actions` what we do, with the department that does it."


class CustomerProgressionUnanswered(Unanswered):
    """A stage does not say how customers move themselves on.

    What:
        `customer_progression` has no entry: what customers commonly do to get from this stage to
        the next.

    Why:
        Where people help themselves on, we learn what to make easier and what to leave alone.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_progression:
              - Picks the two cheapest offers and reads their reviews
    """

    code = "J103"
    name = "customer-progression-unanswered"
    summary = "what do customers commonly do to move themselves on?"
    on_hypothesis = Severity.INFO
    help = "Write it under `customer_progression`."


class CompanyProgressionUnanswered(Unanswered):
    """A stage does not say what we do to move customers on.

    What:
        `company_progression` has no entry: what we do to bring people from this stage to the next.

    Why:
        A stage that we do nothing to lead out of is left to chance.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            company_progression:
              - Offers a call back within the hour
    """

    code = "J104"
    name = "company-progression-unanswered"
    summary = "what do we do to move them on?"
    on_hypothesis = Severity.INFO
    help = "Write it under `company_progression`; if there is nothing, {none: why}."


class MotivationsUnanswered(Unanswered):
    """A stage does not say what makes customers want to go on.

    What:
        `motivations` has no entry: the wishes, deadlines and hopes that pull people to the next
        stage.

    Why:
        Without a motive, every barrier looks equally bad; with one, you see which of them people
        will climb.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            motivations:
              - Wants to stop overpaying before the school year starts
    """

    code = "J105"
    name = "motivations-unanswered"
    summary = "what makes them want to go on?"
    on_hypothesis = Severity.INFO
    help = "Write it under `motivations`, in the customer's words."


class InhibitorsUnanswered(Unanswered):
    """A stage does not say what we ourselves do that stops or slows customers.

    What:
        `inhibitors` has no entry, and no barrier of the stage has `cause: company`. An inhibitor
        is our own doing: a form, a rule, a habit of ours. A barrier is whatever stands in the
        way, whoever put it there; one with `cause: company` answers this question as well.

    Why:
        What we do to slow people down is the cheapest thing to stop, and the last that we see.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            inhibitors:
              - Asks for the landline number before it shows a price
    """

    code = "J106"
    name = "inhibitors-unanswered"
    summary = "what do we ourselves do that stops or slows them?"
    on_hypothesis = Severity.INFO
    help = "Write it under `inhibitors`, or give a barrier of our own making `cause: company`."
