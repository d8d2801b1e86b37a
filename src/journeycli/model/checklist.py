"""The analysis checklist: eleven questions, asked of every stage."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from journeycli.model.curve import felt
from journeycli.text import listed

if TYPE_CHECKING:
    from journeycli.model.barriers import Barrier
    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage

QuestionState: TypeAlias = Literal["answered", "none", "unanswered", "not asked"]
"""How a question stands: `none` is an answer with a reason; a question whose parent is open or
answered by `none` is not asked."""


class Question(NamedTuple):
    """One question of the checklist.

    Attributes:
        code: The code of the rule that asks it.
        name: That rule's name.
        field: The key of a stage that answers it, or that its answer stands in.
        label: What tables call it.
        onward: The question, with `{next}` for the names of the stages that it leads to.
        homeward: The question where the stage leads nowhere on.
        is_key: Whether it has a key of its own; the others are asked of that key's elements.

    """

    code: str
    name: str
    field: str
    label: str
    onward: str
    homeward: str
    is_key: bool = True

    def asked(self, next_names: Sequence[str]) -> str:
        """Put the question in words.

        Args:
            next_names: The names of the stages that this one leads to, in order; may be empty.

        """
        if not next_names:
            return self.homeward
        return self.onward.replace("{next}", listed([f"“{each}”" for each in next_names], "or"))

    def state(self, stage: "Stage", opened_for: Collection[str] = frozenset()) -> QuestionState:
        """Tell how the question stands in a stage.

        Args:
            stage: The stage.
            opened_for: Ids of barriers for which some stage of the map has an opportunity.

        """
        if self.code == "J108":
            return _effect_state(stage)
        if self.code == "J111":
            return _removal_state(stage, opened_for)
        answer = getattr(stage, self.field)
        if answer.state == "answered" or _answered_elsewhere(self.code, stage):
            return "answered"
        return "none" if answer.state == "none" else "unanswered"

    def is_settled(self, stage: "Stage", opened_for: Collection[str] = frozenset()) -> bool:
        """Tell whether the question needs no asking."""
        return self.state(stage, opened_for) != "unanswered"


def _question(
    code: str, name: str, field: str, label: str, *words: str, key: bool = True
) -> Question:
    return Question(code, f"{name}-unanswered", field, label, words[0], words[-1], is_key=key)


QUESTIONS: Final[Mapping[str, Question]] = MappingProxyType(
    {
        question.code: question
        for question in (
            _question(
                "J101",
                "customer-actions",
                "customer_actions",
                "Customer actions",
                "What does the customer do here?",
            ),
            _question(
                "J102",
                "company-actions",
                "company_actions",
                "Company actions",
                "What do we, and all who act in our name, do here?",
            ),
            _question(
                "J103",
                "customer-progression",
                "customer_progression",
                "They move on",
                "What do customers commonly do to move themselves on to {next}?",
                "What do customers commonly do to come back, or to tell others?",
            ),
            _question(
                "J104",
                "company-progression",
                "company_progression",
                "We move them on",
                "What do we do to move them on to {next}?",
                "What do we do to bring them back, or to have them tell others?",
            ),
            _question(
                "J105",
                "motivations",
                "motivations",
                "Motivations",
                "What makes them want to go on to {next}?",
                "What makes them want to come back, or to tell others?",
            ),
            _question(
                "J106",
                "inhibitors",
                "inhibitors",
                "Inhibitors",
                "What do we ourselves do that stops or slows them on the way to {next}?",
                "What do we ourselves do that keeps them from coming back, or from telling others?",
            ),
            _question("J107", "emotions", "emotions", "Emotions", "What do they feel?"),
            _question(
                "J108",
                "emotional-effect",
                "emotions",
                "Emotional effect",
                "Did we cause good feelings or bad ones?",
                key=False,
            ),
            _question("J109", "values", "values", "Values", "What matters to them?"),
            _question(
                "J110",
                "barriers",
                "barriers",
                "Barriers",
                "What stands between them and {next}?",
                "What keeps them from coming back, or from telling others?",
            ),
            _question(
                "J111",
                "barrier-removal",
                "barriers",
                "Barrier removal",
                "What must we do to take the barriers away?",
                key=False,
            ),
        )
    }
)
"""The eleven questions by the code of their rule, in order."""


class Balance(NamedTuple):
    """How many good and bad feelings the company caused: “+1 −2” is 1 and 2."""

    good: int
    bad: int


class Share(NamedTuple):
    """How much of what was asked is settled."""

    settled: int
    asked: int

    @property
    def value(self) -> float | None:
        """Give the share from 0 to 1; None where nothing was asked."""
        return self.settled / self.asked if self.asked else None


def balance(stage: "Stage") -> Balance:
    """Count the good and bad feelings of a stage that the company caused."""
    ours = [each.element.score or 0 for each in felt(stage) if each.element.cause == "company"]
    return Balance(sum(score > 0 for score in ours), sum(score < 0 for score in ours))


def opened_for(journey: "JourneyMap") -> frozenset[str]:
    """Give the ids of the barriers for which the map has an opportunity that is not dropped."""
    return frozenset(
        barrier
        for stage in journey.stages
        for opportunity in stage.opportunities
        if opportunity.status != "dropped"
        for barrier in opportunity.for_
    )


def states(journey: "JourneyMap") -> tuple[dict[str, QuestionState], ...]:
    """Tell how every question stands in every stage: code → state, stage by stage."""
    opened = opened_for(journey)
    return tuple(
        {code: question.state(stage, opened) for code, question in QUESTIONS.items()}
        for stage in journey.stages
    )


def share(found: Iterable[QuestionState]) -> Share:
    """Count how many of some questions are settled; what was not asked does not count."""
    asked = [state for state in found if state != "not asked"]
    return Share(sum(state != "unanswered" for state in asked), len(asked))


def has_removal(barrier: "Barrier", opened: Collection[str]) -> bool:
    """Tell whether anything is meant to take a barrier away, or nothing is and it says why."""
    return (
        barrier.removals.state == "none"
        or any(each.status != "dropped" for each in barrier.removals)
        or barrier.effective_id in opened
    )


def open_effects(stage: "Stage") -> tuple[tuple[str, int], ...]:
    """Give the emotions and scored steps without a score or a cause, as paths from the stage."""
    return tuple(
        each.path
        for each in felt(stage)
        if each.element.score is None or each.element.cause is None
    )


def open_barriers(stage: "Stage", opened: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Give the barriers that nothing is meant to take away, as paths from the stage.

    Args:
        stage: The stage.
        opened: Ids of barriers for which some stage of the map has an opportunity.

    """
    return tuple(
        ("barriers", index)
        for index, barrier in enumerate(stage.barriers)
        if not has_removal(barrier, opened)
    )


def _answered_elsewhere(code: str, stage: "Stage") -> bool:
    if code == "J106":
        return any(barrier.cause == "company" for barrier in stage.barriers)
    if code == "J107":
        return any(action.score is not None for action in stage.customer_actions)
    return False


def _effect_state(stage: "Stage") -> QuestionState:
    if not felt(stage):
        return "not asked"
    return "unanswered" if open_effects(stage) else "answered"


def _removal_state(stage: "Stage", opened: Collection[str]) -> QuestionState:
    if not stage.barriers:
        return "not asked"
    return "unanswered" if open_barriers(stage, opened) else "answered"
