"""The sentences that generated maps are made of, and the dice that choose among them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
FOLDER = Path(__file__).parent / "stories"
STAGES = ("hear", "compare", "order", "start", "use", "help", "renew")
"""The stages that a map is made of, in the order of life."""


class Dice:
    """Choices that depend on a seed alone: the same on every machine and Python version.

    A linear congruential generator (Knuth's MMIX constants, The Art of Computer Programming,
    volume 2, 3.3.4); its upper bits are good enough for sentences.
    """

    def __init__(self, seed: int) -> None:
        self._state = seed
        for _ in range(4):  # neighbouring seeds start apart
            self.below(2)

    def below(self, limit: int) -> int:
        """Give a whole number from 0 to `limit` - 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit

    def one(self, choices: Sequence[T]) -> T:
        """Choose one."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Choose `count` different ones, in their order."""
        left = list(range(len(choices)))
        chosen = sorted(left.pop(self.below(len(left))) for _ in range(count))
        return [choices[position] for position in chosen]


@dataclass(frozen=True, slots=True)
class Subject:
    """What one map is about: no two maps of a workspace share all three.

    Attributes:
        thing: What is bought, with the paper that it takes.
        city: Where.
        turn: What is particular about it: "after a move".

    """

    thing: str
    paper: str
    city: str
    turn: str

    @property
    def slug(self) -> str:
        """The thing as an id."""
        return self.thing.replace(" ", "-")

    def fill(self, text: str) -> str:
        """Fill a sentence's gaps."""
        return text.format(
            thing=self.thing,
            paper=self.paper,
            Paper=self.paper[0].upper() + self.paper[1:],
            city=self.city,
            turn=self.turn,
        )


@cache
def table(name: str) -> dict[str, Any]:
    """Read one file of sentences."""
    with (FOLDER / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


def most_subjects() -> int:
    """Count the subjects, and so the maps of one workspace."""
    common = table("common")
    return len(common["things"]) * len(common["cities"]) * len(common["turns"])


def subject(number: int) -> Subject:
    """Give the subject of a map by its number, from 0."""
    common = table("common")
    rest, thing = divmod(number, len(common["things"]))
    turn, city = divmod(rest, len(common["cities"]))
    name, paper = list(common["things"].items())[thing]
    return Subject(name, paper, common["cities"][city], common["turns"][turn])
