from __future__ import annotations

import pytest

from journeycli.model import JourneyMap
from journeycli.model.standing import open_barriers, opportunities_for
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.terminal.barriers import status

MAP = """format: journey-map/1
id: m
title: M
stages:
  - id: s
    name: S
    barriers:
      - {id: b, text: It is slow, removals: %s}
    opportunities: %s
"""


@pytest.mark.parametrize(
    ("removals", "opportunities", "open_", "how_far"),
    [
        ("[]", "[]", 1, "nothing yet"),
        ("{none: It pays}", "[]", 1, "none"),
        ("[{text: A, status: dropped}]", "[]", 1, "nothing yet"),
        ("[{text: A, status: done}]", "[]", 0, "done"),
        ("[{text: A, done: 2026-01-01}]", "[]", 0, "done"),
        ("[{text: A, status: done}]", "[{text: O, for: b, status: planned}]", 1, "planned"),
        ("[]", "[{text: O, for: b, status: done}]", 0, "done"),
        ("[]", "[{text: O, for: b}]", 1, "idea"),
        ("[{text: A}]", "[{text: O, for: other, status: done}]", 1, "idea"),
    ],
)
def test_a_barrier_stands_until_all_that_should_take_it_away_is_done(
    removals: str, opportunities: str, open_: int, how_far: str
) -> None:
    """Removals and opportunities count alike; what was dropped counts for nothing."""
    journey = parse(read_document((MAP % (removals, opportunities)).encode())).model
    assert isinstance(journey, JourneyMap)
    assert len(open_barriers(journey)) == open_
    assert status(journey.stages[0].barriers.items[0], opportunities_for(journey)) == how_far
