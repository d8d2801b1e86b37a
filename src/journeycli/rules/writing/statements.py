"""J902 to J904: how statements are worded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Repair, RepairKind, Severity
from journeycli.model.data import as_data
from journeycli.rules.base import FixSafety, MapRule
from journeycli.rules.writing.answers import sets_apart
from journeycli.text import one_line, shorten, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.model.base import Model
    from journeycli.rules.context import MapContext
    from journeycli.rules.writing.answers import Answered

_SHOWN = 50  # cells of a statement in a message
_CUSTOMERS_OWN = frozenset({
    "customer_goals", "needs", "customer_actions", "customer_progression", "motivations", "values",
})  # fmt: skip
# “The customer service” and “the user manual” are customers' own words; “the user” who does
# something is not. “We want” may be a family's voice; “we offer” is never a customer's.
_COMPANY_VOICE = re.compile(
    r"\bour (?:customer|client|user|guest|member|patient)s?\b"
    r"|^the (?:user|customer)s?\b(?!['’]|[ -](?:accounts?|advis[eo]rs?|agents?|agreement|app|area"
    r"|cards?|care|cent(?:re|er)|club|contract|data|desk|forum|groups?|guide|help|hotline|ids?"
    r"|interface|letter|line|login|magazine|manual|name|newsletter|numbers?|page|portal|profile"
    r"|relations|representative|reviews?|ratings?|services?|support|survey|team|terms)\b)"
    r"|\bthe (?:user|customer)s?(?= (?:can|could|is|are|has|have|will|would|must|should|may|might"
    r"|wants?|needs?|does|do|gets?)\b)"
    r"|\bwe (?:offer|provide|encourage|guide|upsell|cross-sell|onboard|nurture)\b",
    re.IGNORECASE,
)
_COMPANY_HINTS = ("our ", "the user", "the customer", "we ")
"""One of these is in whatever the expression finds, and looking for them is quick."""


class RepeatedStatement(MapRule):
    """The same statement twice in one answer.

    What:
        Two statements of one answer say the same, apart from capitals, spaces and the full stop;
        or two emotions, removals or touchpoints do. One for each of two personas, at two
        touchpoints, on two channels or to two stages is no repetition.

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

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem for every repetition."""
        del journey
        for answered in context.answers:
            repetitions = _repetitions(answered) if len(answered.texts) > 1 else ()
            for index, earlier in repetitions:
                path, elements = answered.path, answered.elements
                deletion = Repair(
                    RepairKind.REMOVE, (*path, index), "", "Delete the repetition", safe=False
                )
                yield Problem(
                    (*path, index),
                    f"“{shorten(answered.texts[index], _SHOWN)}” stands here twice.",
                    help="Delete one of the two.",
                    repair=deletion if _says_no_more(elements[index], elements[earlier]) else None,
                    related=(((*path, earlier), "It stands here first."),),
                )


class CompanyVoice(MapRule):
    """The company speaks where the customer should.

    What:
        What the customer does, needs or wants is told with “our customers”, with “the user” or
        “the customer” as the one who does it, or with “we offer”. Thoughts and quotes are not
        looked at, and only English is.

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

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a statement."""
        del journey
        own = [each for each in context.answers if each.key in _CUSTOMERS_OWN]
        every = " ".join([text for each in own for text in each.texts]).lower()
        if not any(hint in every for hint in _COMPANY_HINTS):
            return
        for answered in own:
            for index, text in enumerate(answered.texts):
                if found := _COMPANY_VOICE.search(text):
                    yield Problem(
                        (*answered.path, index),
                        f"“{found[0]}” in “{shorten(text, _SHOWN)}” is how the company speaks.",
                        help="Say it as the customer would: begin with what they do or want.",
                    )


class OverlongStatement(MapRule):
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

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a statement."""
        del journey
        longest = context.options.statement_length
        for answered in context.answers:
            for index, text in enumerate(answered.texts):
                cells = len(text) if len(text) * 2 <= longest else width(one_line(text))
                if cells > longest:
                    yield Problem(
                        (*answered.path, index),
                        f"“{shorten(text, _SHOWN)}” is {cells} cells long; up to {longest} can be "
                        "read on a picture.",
                        help="Split it into two, or shorten it.",
                    )


def _repetitions(answered: Answered) -> Iterator[tuple[int, int]]:
    """Give the place of each element that was there before, and the place of the first like it."""
    begun = {"".join(text.split(None, 1)[:1]).rstrip(".!…").casefold() for text in answered.texts}
    if len(begun) == len(answered.texts):
        return  # no two begin with the same word; most of the time that tells it
    plain = [" ".join(text.split()).rstrip(" .!…").casefold() for text in answered.texts]
    first: dict[object, int] = {}
    for index, element in enumerate(answered.elements):
        earlier = first.setdefault((plain[index], sets_apart(element)), index)
        if earlier != index and plain[index] and not _share_id(element, answered.elements[earlier]):
            yield index, earlier


def _share_id(element: Model, other: Model) -> bool:
    """Tell whether two elements have one id, which is J009's to say."""
    own = getattr(element, "id", None)
    return own is not None and own == getattr(other, "id", None)


def _says_no_more(element: Model, than: Model) -> bool:
    """Tell whether all that an element says besides its text stands with another as well."""
    other, sentence = as_data(than), element.SENTENCE
    return all(key == sentence or other.get(key) == said for key, said in as_data(element).items())
