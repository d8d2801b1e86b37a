"""A current and a future map told in sections, for every way of printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.compare.values import score
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.compare.states import Contact, Fate, Lift, States
    from journeycli.model import Barrier, Resource


class Row(NamedTuple):
    """One line: its mark, what it is about, and what there is to say of it.

    Attributes:
        mark: `✓` addressed, `!` forgotten, `+` new, `−` gone, `▲` better, `▼` worse, `·` neither.
        title: What it is about, in the map's words.
        notes: What there is to say, in short.
        details: More, in sentences.

    """

    mark: str
    title: str
    notes: str = ""
    details: tuple[str, ...] = ()


class Part(NamedTuple):
    """One section: its title, a sentence that sums it up, and its rows."""

    title: str
    summary: str
    rows: tuple[Row, ...]


def parts(states: States) -> Iterator[Part]:
    """Tell barriers, feelings, touchpoints and resources; sections without rows say so."""
    addressed, forgotten = states.addressed, states.forgotten
    total = len(states.fates)
    yield Part(
        "Barriers that the future map addresses",
        f"{len(addressed)} of {counted(total, 'barrier')}",
        (*map(_fate, addressed), *map(_unknown, states.unknown)),
    )
    yield Part(
        "Barriers that it forgets",
        f"{len(forgotten)} of {counted(total, 'barrier')}",
        tuple(map(_fate, forgotten)),
    )
    if states.fresh:
        yield Part(
            "Barriers that it brings",
            counted(len(states.fresh), "barrier"),
            tuple(_fresh(barrier, stage) for barrier, stage in states.fresh),
        )
    yield Part("Feelings by stage", _curve_words(states), tuple(map(_lift, states.lifts)))
    yield Part(
        "Touchpoints",
        f"{len(states.added)} added, {len(states.retired)} retired, {states.kept} kept",
        (
            *(_contact("+", each) for each in states.added),
            *(_contact("−", each) for each in states.retired),
        ),
    )
    resources = counted(len(states.resources), "resource")
    verb = "is" if len(states.resources) == 1 else "are"
    yield Part(
        "Resources still required",
        f"{resources} {verb} not there yet",
        tuple(_resource(each, said_by, states.future.title) for each, said_by in states.resources),
    )


def _fate(fate: Fate) -> Row:
    notes = [*_weight(fate.barrier), f"in “{fate.stage}”"]
    if fate.stays:
        notes.append("still a barrier then")
    if fate.addressed:
        how = (fate.how or "How is not said.",)
        return Row("✓" if fate.how else "·", fate.barrier.text, ", ".join(notes), how)
    planned = tuple(
        f"the current map has a removal: {each.text}" + (f" ({each.status})" if each.status else "")
        for each in fate.removals
    )
    return Row("!", fate.barrier.text, ", ".join(notes), planned)


def _weight(barrier: Barrier) -> list[str]:
    found = [barrier.severity] if barrier.severity else []
    share = [] if barrier.affects is None else [f"{barrier.affects * 100:.4g}% of customers"]
    return [*found, *share]


def _unknown(barrier: str) -> Row:
    return Row("!", barrier, "the current map has no barrier of this id")


def _fresh(barrier: Barrier, stage: str) -> Row:
    return Row("+", barrier.text, ", ".join([*_weight(barrier), f"in “{stage}”"]))


def _lift(lift: Lift) -> Row:
    if not lift.in_current:
        return Row("+", lift.stage, f"{score(lift.after)}, a new stage")
    if not lift.in_future:
        return Row("−", lift.stage, f"{score(lift.before)}, no stage any more")
    told = f"{score(lift.before)} → {score(lift.after)}"
    if lift.before is None or lift.after is None or lift.before == lift.after:
        return Row("·", lift.stage, told)
    better = lift.after > lift.before
    return Row("▲" if better else "▼", lift.stage, f"{told}, {score(lift.after - lift.before)}")


def _curve_words(states: States) -> str:
    mean, lowest = states.mean, states.lowest
    return (
        f"mean {score(mean[0])} → {score(mean[1])}, lowest {score(lowest[0])} → {score(lowest[1])}"
    )


def _contact(mark: str, contact: Contact) -> Row:
    about = contact.touchpoint
    facts = [*about.channels, *([about.department] if about.department else [])]
    if mark == "+" and about.status:
        facts.append(about.status)
    stages = listed([f"“{each}”" for each in contact.stages])
    return Row(mark, about.name, ", ".join([*facts, f"in {stages}"]))


def _resource(resource: Resource, said_by: str, future: str) -> Row:
    facts: list[str] = [resource.status or "status not said"]
    if resource.needed_for:
        facts.append(f"for {', '.join(resource.needed_for)}")
    if said_by != future:
        facts.append(f"said by “{said_by}”")
    effect = resource.effect
    details = []
    if effect is not None and effect.metric:
        was = f" from {effect.from_:g}" if effect.from_ is not None else ""
        then = f" to {effect.to:g}" if effect.to is not None else ""
        details.append(f"{effect.metric}{was}{then}")
    return Row("+", resource.name, ", ".join(facts), tuple(details))
