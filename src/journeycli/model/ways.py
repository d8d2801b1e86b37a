"""Where stages lead: to other stages, and to ends of the journey."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage

Origin: TypeAlias = Literal["next", "paths", "order"]


class Way(NamedTuple):
    """A way out of a stage.

    Attributes:
        to: The place of the stage that it leads to, from 0; None where the journey ends, or where
            no stage has the id that is named.
        end: How the journey ends, for an end.
        share: The share of customers who go this way, 0 to 1, where it is known.
        origin: What says so: the stage's own `next`, the paths, or the order of the stages.
        path: Where that is written, from the root of the map.
        when: When customers go this way, where it is said.
        barrier: The id of the barrier that sends them this way, where it is said.

    """

    to: int | None
    end: str | None
    share: float | None
    origin: Origin
    path: tuple[str | int, ...] = ()
    when: str | None = None
    barrier: str | None = None


def ways(journey: "JourneyMap") -> tuple[tuple[Way, ...], ...]:
    """Give the ways out of every stage, in order.

    They are those of the stage's `next`; left out, those of the paths that go through the stage;
    and where no path does, the one to the stage below.
    """
    place = places(journey)
    by_paths = _path_ways(journey, place)
    return tuple(_ways(journey, index, place, by_paths) for index in range(len(journey.stages)))


def ways_from(journey: "JourneyMap", index: int) -> tuple[Way, ...]:
    """Give the ways out of one stage, by its place from 0."""
    place = places(journey)
    by_paths = {} if journey.stages[index].next else _path_ways(journey, place)
    return _ways(journey, index, place, by_paths)


def next_stages(journey: "JourneyMap", index: int) -> tuple["Stage", ...]:
    """Give the stages that one leads to, each once, in order; by its place from 0."""
    return led_to(journey, ways_from(journey, index))


def led_to(journey: "JourneyMap", out: "Sequence[Way]") -> tuple["Stage", ...]:
    """Give the stages that ways lead to, each once, in order."""
    targets = dict.fromkeys(way.to for way in out if way.to is not None)
    return tuple(journey.stages[target] for target in targets)


def places(journey: "JourneyMap") -> Mapping[str, int]:
    """Give the place of each stage by its id, from 0; the first of two with one id."""
    found: dict[str, int] = {}
    for index, stage in enumerate(journey.stages):
        found.setdefault(stage.id, index)
    return found


def _ways(
    journey: "JourneyMap",
    index: int,
    place: Mapping[str, int],
    by_paths: Mapping[int, tuple[Way, ...]],
) -> tuple[Way, ...]:
    if journey.stages[index].next:
        return tuple(_next_ways(journey, index, place))
    if index in by_paths:
        return by_paths[index]
    below = index + 1
    if below == len(journey.stages):
        return ()
    return (Way(below, None, None, "order", ("stages", index)),)


def _next_ways(journey: "JourneyMap", index: int, place: Mapping[str, int]) -> Iterator[Way]:
    for number, each in enumerate(journey.stages[index].next):
        yield Way(
            to=place.get(each.stage) if each.stage else None,
            end=each.end,
            share=each.share,
            origin="next",
            path=("stages", index, "next", number),
            when=each.when,
            barrier=each.barrier,
        )


def _path_ways(journey: "JourneyMap", place: Mapping[str, int]) -> dict[int, tuple[Way, ...]]:
    """Give the ways that the paths take out of each stage; none where they only end."""
    found: dict[int, dict[int, Way]] = {}
    for number, path in enumerate(journey.paths):
        steps = [(place[name], step) for step, name in enumerate(path.stages) if name in place]
        for stage, _ in steps:
            found.setdefault(stage, {})
        for (stage, _), (to, step) in pairwise(steps):
            where = ("paths", number, "stages", step)
            found[stage].setdefault(to, Way(to, None, None, "paths", where))
    return {stage: tuple(out.values()) for stage, out in found.items()}
