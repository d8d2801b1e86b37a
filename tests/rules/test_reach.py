"""J603 and J607 on journeys of every shape."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.model import JourneyMap
from journeycli.rules.context import MapContext
from journeycli.rules.paths.reach import EndlessLoop, UnreachableStage
from journeycli.rules.vocabulary import Vocabulary

_STAGES = 6
_END = _STAGES  # a way to it is an end
WAYS = st.lists(
    st.lists(st.integers(0, _END), max_size=3, unique=True), min_size=_STAGES, max_size=_STAGES
)
"""The ways out of each stage; none means that its `next` is left out."""


def journey(ways: list[list[int]]) -> JourneyMap:
    return JourneyMap.model_validate(
        {
            "format": "journey-map/1",
            "id": "a",
            "title": "A",
            "stages": [
                {
                    "id": f"s{index}",
                    "name": f"S{index}",
                    "next": [
                        {"end": "Leaves"} if each == _END else {"stage": f"s{each}"}
                        for each in targets
                    ],
                }
                for index, targets in enumerate(ways)
            ],
        }
    )


def closure(ways: list[list[int]]) -> list[set[int]]:
    """Give what each stage leads to in the end, itself too, by taking every step many times."""
    steps = [set(each) or {min(index + 1, _END)} for index, each in enumerate(ways)] + [{_END}]
    beyond = [{index} for index in range(len(steps))]
    for _ in steps:
        beyond = [each.union(*(steps[one] for one in each)) for each in beyond]
    return beyond


@given(WAYS)
@settings(max_examples=100)
def test_what_is_named_leads_to_all_that_the_start_does_not(ways: list[list[int]]) -> None:
    """Every stage follows from the first or a named one; no named one follows from another."""
    found = UnreachableStage().check(journey(ways), MapContext(journey(ways), Vocabulary()))
    named = [each.path[1] for each in found]
    beyond = closure(ways)
    starts = [0, *(each for each in named if isinstance(each, int))]
    assert set().union(*(beyond[each] for each in starts)) | {_END} == {*range(_STAGES), _END}
    assert not [(a, b) for a in starts for b in starts[1:] if a != b and b in beyond[a]]


@given(WAYS)
@settings(max_examples=100)
def test_a_loop_is_named_where_nobody_comes_to_an_end(ways: list[list[int]]) -> None:
    """Each stage comes to an end, to a stage that leads to itself only, or to a named loop."""
    found = EndlessLoop().check(journey(ways), MapContext(journey(ways), Vocabulary()))
    loops = {each.path[1] for each in found}
    beyond = closure(ways)
    alone = {index for index in range(_STAGES) if beyond[index] == {index}}
    trapped = {index for index in range(_STAGES) if _END not in beyond[index]}
    assert all(beyond[index] & (loops | alone) for index in trapped)
    assert loops <= trapped - alone
