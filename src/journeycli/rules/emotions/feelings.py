"""J401 to J403: what sets a feeling off, whether its score fits, and what a pain leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.curve import felt
from journeycli.model.feelings import sign
from journeycli.rules.base import StageRule
from journeycli.rules.wording import points
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Stage
    from journeycli.model.curve import Felt
    from journeycli.rules.context import StageContext

_SHOWN = 40  # cells of a feeling or a step in a message
_STRONGEST = 2
_LOWEST = -2


class NoTrigger(StageRule):
    """A feeling with a score, and no word on what set it off.

    What:
        An emotion has a `score` other than 0 and no `trigger`. A scored step of
        `customer_actions` is its own trigger. A warning where the score is −2 or +2.

    Why:
        Nobody can repeat or mend a feeling. What set it off, they can.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: furious
                score: -2
                cause: company

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: furious
                score: -2
                cause: company
                trigger: The fee appears after the address form
    """

    code = "J401"
    name = "no-trigger"
    summary = "a scored emotion without its trigger"
    severity = Severity.INFO

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem an emotion that comes out of nowhere."""
        del context
        for index, emotion in enumerate(stage.emotions):
            if not emotion.score or emotion.trigger:
                continue
            named = f"“{shorten(emotion.feeling, _SHOWN)}” " if emotion.feeling else "the "
            shown = points(emotion.score)
            yield Problem(
                ("emotions", index, "trigger"),
                f"What set off {named}{f'({shown})' if emotion.feeling else shown} "
                f"in “{stage.name}”?",
                help="Add `trigger:` with what happened just before.",
                severity=Severity.WARNING if abs(emotion.score) == _STRONGEST else Severity.INFO,
            )


class FeelingScoreMismatch(StageRule):
    """A feeling and a score that contradict each other.

    What:
        An emotion or a scored step has a `feeling` that is usually good and a score below zero,
        or one that is usually bad and a score above. Only common English feelings are known;
        about others the rule is silent.

    Why:
        One of the two is a slip, and the curve goes up where people suffered.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: furious
                score: 2

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: furious
                score: -2
    """

    code = "J402"
    name = "feeling-score-mismatch"
    summary = "a feeling whose usual sign contradicts its score"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a feeling that does not fit its score."""
        del context
        for each in felt(stage):
            feeling, score = each.element.feeling, each.element.score
            if feeling is None or score is None:
                continue
            usual = sign(feeling) or 0
            if usual * score < 0:
                yield Problem(
                    (*each.path, "score"),
                    f"“{shorten(feeling, _SHOWN)}” is a {'good' if usual > 0 else 'bad'} feeling, "
                    f"and its score in “{stage.name}” is {points(score)}.",
                    help=f"Write `score: {-score:g}`, or the feeling that was meant.",
                )


class UnansweredPain(StageRule):
    """The worst score there is, and no barrier.

    What:
        A step or an emotion of the stage has the score −2, and the stage has no barrier. A stage
        that says `barriers: {none: why}` has answered.

    Why:
        At −2 people leave, complain or warn others. If a map knows the pain and not what causes
        it, it stops one line short of being useful.

    Bad::

        stages:
          - id: schedule
            name: Get an appointment
            emotions:
              - feeling: furious
                score: -2
                trigger: Nobody came

    Good::

        stages:
          - id: schedule
            name: Get an appointment
            emotions:
              - feeling: furious
                score: -2
                trigger: Nobody came
            barriers:
              - A date that moves in the crew planner is not told to the household
    """

    code = "J403"
    name = "unanswered-pain"
    summary = "a stage whose low is −2 and no barrier"
    silences = ("J110",)

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem a stage, at its first feeling of −2."""
        del context
        if stage.barriers.state != "unanswered":
            return
        lowest = next((each for each in felt(stage) if each.element.score == _LOWEST), None)
        if lowest is not None:
            yield Problem(
                (*lowest.path, "score"),
                f"“{stage.name}” goes down to {points(_LOWEST)}{_told(lowest)}, "
                "and no barrier says why.",
                help="Write under `barriers` what causes it; "
                "if nothing can be done about it, {none: why}.",
            )


def _told(felt_: Felt) -> str:
    element = felt_.element
    words = getattr(element, "text", None) or element.feeling or element.trigger
    return f" ({shorten(words, _SHOWN)})" if words else ""
