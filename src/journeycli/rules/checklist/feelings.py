"""J107 to J109: what people feel, who caused it, and what matters to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import StageRule
from journeycli.rules.checklist.asking import Unanswered
from journeycli.rules.writing.placeholders import is_placeholder
from journeycli.text import counted, listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Emotion, Stage
    from journeycli.rules.context import StageContext

_SHOWN = 40  # cells of a feeling in a message


class EmotionsUnanswered(Unanswered):
    """A stage does not say what customers feel.

    What:
        `emotions` has no entry and no step of `customer_actions` has a score.

    Why:
        People remember how a stage felt long after they forget what happened; the curve has a
        hole here.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: wary
                score: -1
                cause: company
    """

    code = "J107"
    name = "emotions-unanswered"
    summary = "what do they feel?"
    help = "Write a feeling under `emotions` with a `score` from -2 to 2, or score a step."


class EmotionalEffectUnanswered(StageRule):
    """A feeling is named, but not how strong it is or who caused it.

    What:
        Feelings of the stage have no `score` from −2 to +2, or feelings and scored steps have no
        `cause`: company, customer, competitor, partner or circumstance.

    Why:
        Did we cause good feelings or bad ones? Without a score there is no curve, and without a
        cause nobody knows whether it is ours to mend.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - wary

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: wary
                score: -1
                cause: company
    """

    code = "J108"
    name = "emotional-effect-unanswered"
    summary = "did we cause good feelings or bad ones?"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem for the feelings without a score, else for those without a cause."""
        unscored = [
            (index, each)
            for index, each in enumerate(stage.emotions.items)
            if each.score is None and not is_placeholder(each.feeling or "")
        ]
        if unscored:
            names = listed([f"“{_feeling(each)}”" for _, each in unscored])
            one = len(unscored) == 1
            rest = "has no score: how strong is it" if one else "have no score: how strong are they"
            yield Problem(
                ("emotions", unscored[0][0], "score"),
                f"{stage.name}: {names} {rest}, and did we cause {'it' if one else 'them'}?",
                help="Write a `feeling` with a `score` from -2 (very bad) to 2 (very good), and a "
                "`cause`.",
                stage=stage.name,
            )
            return
        uncaused = [
            *(
                ("emotions", i)
                for i, each in enumerate(stage.emotions.items)
                if not each.cause and not is_placeholder(each.feeling or "")
            ),
            *(
                ("customer_actions", i)
                for i, each in enumerate(stage.customer_actions.items)
                if each.score is not None and not each.cause
            ),
        ]
        if uncaused:
            yield Problem(
                (*uncaused[0], "cause"),
                f"{stage.name}: {counted(len(uncaused), 'feeling')} without a cause: "
                "did we cause good feelings or bad ones?",
                help="Give each a `cause`: company, customer, competitor, partner or circumstance.",
                severity=Severity.INFO if context.is_hypothesis else Severity.WARNING,
                stage=stage.name,
            )


class ValuesUnanswered(Unanswered):
    """A stage does not say what matters to customers.

    What:
        `values` has no entry: what people hold dear here, such as a straight answer, speed,
        privacy, or being treated as an adult.

    Why:
        The same delay is nothing to one and an insult to another. Values say which.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            values:
              - A straight answer
    """

    code = "J109"
    name = "values-unanswered"
    summary = "what matters to them?"
    on_hypothesis = Severity.INFO
    help = "Write it under `values`."


def _feeling(emotion: Emotion) -> str:
    return shorten(emotion.feeling or "a feeling", _SHOWN)
