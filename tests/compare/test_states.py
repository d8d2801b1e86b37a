"""A current map against its future."""

from __future__ import annotations

from functools import partial

from journeycli.compare.state_telling import parts
from journeycli.compare.states import States, compare_states
from journeycli.model import JourneyMap
from journeycli.model.register import known, register
from journeycli.parsing import parse
from journeycli.source.document import read_document

CURRENT = """\
format: journey-map/1
id: now
title: Now
stages:
- id: a
  name: Compare
  customer_actions: [{text: Reads, score: -1}]
  barriers:
  - {id: fee, text: The fee, severity: low}
  - {id: queue, text: The queue, severity: critical, removals: [{text: More, status: planned}]}
  - {id: form, text: The form, severity: high, affects: 0.5}
  touchpoints: [Shop, {name: Phone}, {name: App, status: planned}]
- {id: b, name: Pay, emotions: [{feeling: wary, score: -2}]}
resources: [{name: A budget, status: required}, {name: A till, status: existing}]
"""
FUTURE = """\
format: journey-map/1
id: then
title: Then
state: future
baseline: now
addresses:
- {barrier: form, how: Two fields are left}
- {barrier: gone, how: Nobody knows}
stages:
- id: a
  name: Compare at once
  customer_actions: [{text: Reads, score: 1}]
  barriers: [{id: fee, text: The fee}, {id: fresh, text: Something new, severity: low}]
  touchpoints: [Shop, App, {name: Phone, status: retiring}]
- {id: c, name: Enjoy, emotions: [{feeling: glad, score: 2}]}
resources: [{id: crew, name: A crew, status: requested, needed_for: [form]}]
"""


def _map(text: str) -> JourneyMap:
    model = parse(read_document(text.encode())).model
    assert isinstance(model, JourneyMap)
    return model


def _states(current: str = CURRENT, future: str = FUTURE) -> States:
    maps = _map(current), _map(future)
    names = [partial(known, declared=register(each)) for each in maps]
    return compare_states(*maps, (names[0], names[1]))


def test_barriers_are_addressed_or_forgotten_the_worst_first() -> None:
    """Every barrier of the current map has its fate, with how, and whether it stays."""
    found = _states()
    assert [(each.barrier.effective_id, each.how) for each in found.addressed] == [
        ("form", "Two fields are left")
    ]
    assert [(each.barrier.effective_id, each.stays) for each in found.forgotten] == [
        ("queue", False),
        ("fee", True),
    ]
    assert [each.text for each in found.forgotten[0].removals] == ["More"]


def test_what_is_addressed_and_was_never_there_is_told() -> None:
    """An id that the current map does not have is no barrier of it."""
    found = _states()
    assert (found.unknown, [each.effective_id for each, _ in found.fresh]) == (("gone",), ["fresh"])


def test_the_lift_of_each_stage_by_its_id() -> None:
    """Stages that come or go have one side only."""
    assert [(each.stage, each.before, each.after) for each in _states().lifts] == [
        ("Compare at once", -1.0, 1.0),
        ("Pay", -2.0, None),
        ("Enjoy", None, 2.0),
    ]


def test_a_touchpoint_is_there_when_customers_can_use_it() -> None:
    """One that is only planned today is added then; one that is retiring then is retired."""
    found = _states()
    assert (
        [each.touchpoint.name for each in found.added],
        [each.touchpoint.name for each in found.retired],
        found.kept,
    ) == (["App"], ["Phone"], 1)


def test_resources_that_are_there_are_not_required() -> None:
    """What either map still has to get."""
    assert [(each.name, said_by) for each, said_by in _states().resources] == [
        ("A crew", "Then"),
        ("A budget", "Now"),
    ]


def test_maps_that_do_not_belong_together_are_compared_with_a_note() -> None:
    """A wrong state or baseline is said, and no reason to stop."""
    swapped = _states(FUTURE, CURRENT)
    assert len(swapped.notes) == 3
    assert _states(future=FUTURE.replace("baseline: now", "baseline: other")).notes == (
        "“Then” improves on other, and not on now.",
    )


def test_it_is_told_in_parts_with_sums() -> None:
    """What every format prints."""
    assert [(part.title, part.summary, len(part.rows)) for part in parts(_states())] == [
        ("Barriers that the future map addresses", "1 of 3 barriers", 2),
        ("Barriers that it forgets", "2 of 3 barriers", 2),
        ("Barriers that it brings", "1 barrier", 1),
        ("Feelings by stage", "mean −1.5 → +1.5, lowest −2 → +1", 3),
        ("Touchpoints", "1 added, 1 retired, 1 kept", 2),
        ("Resources still required", "2 resources are not there yet", 2),
    ]
