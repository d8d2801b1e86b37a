"""J902 to J904: how statements are worded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Repair, RepairKind, Severity
from journeycli.model.data import as_data
from journeycli.rules.base import FixSafety, StageRule
from journeycli.text import shorten, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Stage
    from journeycli.model.base import Model
    from journeycli.rules.context import StageContext

_SHOWN = 50  # cells of a statement in a message
_CUSTOMERS_OWN = (
    "needs",
    "customer_actions",
    "customer_progression",
    "motivations",
    "values",
)
_ANSWERS = (
    *_CUSTOMERS_OWN,
    "company_actions",
    "company_progression",
    "inhibitors",
    "enablers",
    "influences",
    "thoughts",
    "quotes",
    "barriers",
    "opportunities",
)
_COMPANY_VOICE = re.compile(
    r"\b(?:our (?:customer|client|user|guest|member|patient)s?"
    r"|the (?:user|customer)s?"
    r"|we (?:offer|provide|sell|deliver|supply|want|encourage|guide))\b",
    re.IGNORECASE,
)


class RepeatedStatement(StageRule):
    """The same statement twice in one answer.

    What:
        Two statements of one answer say the same, apart from capitals, spaces and the full stop.

    Why:
        It is usually left over from a merge or a paste, and weighs double on the picture.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Opens four comparison tabs
              - Opens four comparison tabs.

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Opens four comparison tabs
    """

    code = "J902"
    name = "repeated-statement"
    summary = "the same statement twice in one answer"
    fix = FixSafety.UNSAFE

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem for every repetition."""
        prefix = ("stages", context.index)
        first: dict[tuple[str, str], int] = {}
        for field, index, text in _texts(stage, _ANSWERS):
            plain = " ".join(text.split()).rstrip(".").casefold()
            earlier = first.setdefault((field, plain), index)
            if earlier != index:
                deletion = Repair(
                    RepairKind.REMOVE, (field, index), "", "Delete the repetition", safe=False
                )
                answer = getattr(stage, field)
                yield Problem(
                    (field, index),
                    f"“{shorten(text, _SHOWN)}” stands here twice.",
                    help="Delete one of the two.",
                    repair=deletion if _says_no_more(answer[index], answer[earlier]) else None,
                    related=(((*prefix, field, earlier), "It stands here first."),),
                )


class CompanyVoice(StageRule):
    """The company speaks where the customer should.

    What:
        What the customer does, needs or wants is told with “our customers”, “the user” or “we
        offer”. Thoughts and quotes are not looked at, and only English is.

    Why:
        A sentence in the company's voice sees the customer from outside, and often says what we
        wish they did.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - The user compares the prices that we offer

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Compares prices in four tabs
    """

    code = "J903"
    name = "company-voice"
    summary = "“our customers”, “the user”, “we offer” in what the customer does or wants"
    severity = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a statement."""
        del context
        for field, index, text in _texts(stage, _CUSTOMERS_OWN):
            found = _COMPANY_VOICE.search(text)
            if found:
                yield Problem(
                    (field, index),
                    f"“{found[0]}” in “{shorten(text, _SHOWN)}” is how the company speaks.",
                    help="Say it as the customer would: begin with what they do or want.",
                )


class OverlongStatement(StageRule):
    """A statement that is too long to be read on a picture.

    What:
        A statement is wider than `statement-length` of the settings, 140 cells unless they say
        otherwise. Chinese, Japanese and Korean letters take two cells each.

    Why:
        A map is looked at from two metres. What does not fit on a note belongs into two, or into
        a `why`.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Opens four comparison tabs, sorts each of them by the price of the first year, then
                by the price from the second year on, and finally gives up and asks a neighbour
                which provider they have

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - Sorts four comparison tabs by price
              - Gives up and asks a neighbour
    """

    code = "J904"
    name = "overlong-statement"
    summary = "over the setting (default 140 cells of display width)"
    severity = Severity.INFO
    options = ("statement-length",)

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a statement."""
        longest = context.map.options.statement_length
        for field, index, text in _texts(stage, _ANSWERS):
            cells = len(text) if len(text) * 2 <= longest else width(text)
            if cells > longest:
                yield Problem(
                    (field, index),
                    f"“{shorten(text, _SHOWN)}” is {cells} cells long; up to {longest} can be "
                    "read on a picture.",
                    help="Split it into two, or shorten it.",
                )


def _says_no_more(statement: Model, than: Model) -> bool:
    """Tell whether all that a statement says besides its text stands with another as well."""
    other = as_data(than)
    return all(key == "text" or other.get(key) == said for key, said in as_data(statement).items())


def _texts(stage: Stage, fields: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    for field in fields:
        for index, element in enumerate(getattr(stage, field)):
            yield field, index, element.text
