"""What the rules of the checklist share: a question, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from journeycli.findings import Problem
from journeycli.model.checklist import QUESTIONS
from journeycli.rules.base import StageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Answer, Stage
    from journeycli.model.checklist import Question
    from journeycli.rules.context import StageContext


class Unanswered(StageRule):
    """A question of the checklist that a stage does not answer.

    Attributes:
        help: What an answer looks like.

    """

    help: ClassVar[str]

    @property
    def question(self) -> Question:
        """The question that this rule asks."""
        return QUESTIONS[self.code]

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem where the question is open, or `none` comes without a reason."""
        question = self.question
        if question.is_settled(stage):
            return
        field = question.field
        answer: Answer[object] = getattr(stage, field)
        asked = question.asked(context.next_names)
        if answer.state == "none-without-reason":
            yield Problem(
                (field, "none"),
                f"{stage.name}: `{field}` says `none` and not why. {asked}",
                help="Write the reason behind it: {none: Twelve interviews found nothing}.",
                stage=stage.name,
            )
        else:
            yield Problem((field,), f"{stage.name}: {asked}", help=self.help, stage=stage.name)
