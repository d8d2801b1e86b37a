"""How many customers reach each stage, and where the others go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.views.passage import funnel

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap


class Leak(NamedTuple):
    """Customers who leave at a stage.

    Attributes:
        stage: The stage's number, from 0.
        share: Of all customers, 0 to 1.
        of_stage: Of those who reach the stage, 0 to 1.
        why: How the journey ends for them, and the barrier behind it.
        is_loss: Whether it is one: not, where the journey is over and no barrier is behind it.

    """

    stage: int
    share: float
    of_stage: float
    why: str
    is_loss: bool


class Reach(NamedTuple):
    """The funnel of a map.

    Attributes:
        shares: The share of all customers who reach each stage, 0 to 1.
        leaks: Those who leave, in the order of the stages.
        known: Whether any share was given; without, everyone reaches everything.

    """

    shares: tuple[float, ...]
    leaks: tuple[Leak, ...]
    known: bool

    @property
    def worst(self) -> Leak | None:
        """The leak that costs the most customers; where the journey is over, ends are no leaks."""
        leaks = [leak for leak in self.leaks if leak.is_loss]
        return max(leaks, key=lambda leak: leak.share, default=None)


def reach(journey: JourneyMap) -> Reach:
    """Work out the share of customers who reach each stage, as the terminal does."""
    steps = funnel(journey)
    if steps is None:
        return Reach((1.0,) * len(journey.stages), (), known=False)
    leaks = [
        Leak(number, gone.share, min(gone.share / (step.reached or 1), 1), gone.why, gone.is_loss)
        for number, step in enumerate(steps)
        for gone in step.exits
    ]
    return Reach(tuple(step.reached for step in steps), tuple(leaks), known=True)
