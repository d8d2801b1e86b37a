"""The plan over all maps: what is to be done and to be had, in order, as far as it is asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.text import closest, listed, slug
from journeycli.views.portfolio.ranking import barrier_weight, ranked
from journeycli.views.portfolio.work import OPEN, Unanswered, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from journeycli.lint.maps import Unread
    from journeycli.views.portfolio.gathering import Portfolio
    from journeycli.views.portfolio.ranking import Ranked
    from journeycli.views.portfolio.words import Named
    from journeycli.views.portfolio.work import WorkStatus

MUCH = 4
"""The least impact, from 1 to 5, of work that brings much."""
LITTLE = 2
"""The most effort, from 1 to 5, of work that takes little."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the plan somebody wants to see.

    Attributes:
        statuses: How far it is.
        departments: Whose it is; everybody's where it is empty.
        due_before: It is due before this day; None for all, with and without a date.
        top: No more than so many rows; None for all.

    """

    statuses: tuple[WorkStatus, ...] = OPEN
    departments: tuple[Named, ...] = ()
    due_before: date | None = None
    top: int | None = None


@dataclass(frozen=True)
class Plan:
    """Ranked work.

    Attributes:
        today: The date that tells what is overdue.
        asked: What was asked for.
        every: All work of the statuses that were asked for, in order.
        rows: What of it was asked for, in order.
        maps: How many maps were read.
        unanswered: The barriers that nothing is meant to take away, the weightiest first; they
            are nobody's, so that a plan for departments has none.
        unread: What could not be read.

    """

    today: date
    asked: Asked
    every: tuple[Ranked, ...]
    rows: tuple[Ranked, ...]
    maps: int
    unanswered: tuple[Unanswered, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def overdue(self) -> tuple[Ranked, ...]:
        """Give the rows that should have been done before today."""
        return tuple(each for each in self.rows if each.work.is_overdue(self.today))

    @property
    def unowned(self) -> tuple[Ranked, ...]:
        """Give the rows that are planned or under way and that nobody has."""
        return tuple(each for each in self.rows if each.work.is_unowned)

    @property
    def first(self) -> tuple[Ranked, ...]:
        """Give the rows that bring much and take little, in order."""
        found = (
            each
            for (impact, effort), rows in self.matrix.items()
            for each in rows
            if impact >= MUCH and effort <= LITTLE
        )
        return tuple(sorted(found, key=lambda each: each.rank))

    @cached_property
    def matrix(self) -> Mapping[tuple[int, int], Sequence[Ranked]]:
        """Give the rows by impact and effort, each from 1 to 5."""
        found: defaultdict[tuple[int, int], list[Ranked]] = defaultdict(list)
        for each in self.rows:
            impact, effort = each.work.impact, each.work.effort
            if impact is not None and effort is not None:
                found[impact, effort].append(each)
        return found

    @property
    def unplaced(self) -> tuple[Ranked, ...]:
        """Give the rows of which no map says what they bring and take."""
        return tuple(each for each in self.rows if not each.is_placed)


def plan(portfolio: Portfolio, today: date, asked: Asked) -> Plan:
    """Rank all work of the statuses asked for, then leave out what was not asked for."""
    work = [each for one in portfolio.maps for each in one.work if each.status in asked.statuses]
    every = ranked(work)
    rows = tuple(each for each in every if _is_wanted(each.work, asked))
    return Plan(
        today=today,
        asked=asked,
        every=every,
        rows=rows[: asked.top],
        maps=len(portfolio.maps),
        unanswered=() if asked.departments else _unanswered(portfolio),
        unread=portfolio.unread,
    )


def departments_meant(words: Sequence[str], portfolio: Portfolio) -> tuple[Named, ...]:
    """Find departments by their ids or names.

    Raises:
        UserError: Nobody knows one of them.

    """
    known = {each.id: each for each in portfolio.words.departments}
    known |= {each.id: each for one in portfolio.maps for each in _departments(one.work)}
    known |= {part.who.id: part.who for one in portfolio.maps for part in one.departments}
    return tuple(dict.fromkeys(_meant(word, known) for word in words))


def _meant(word: str, known: Mapping[str, Named]) -> Named:
    for each in known.values():
        if slug(word) in (each.id, slug(each.id), slug(each.name)):
            return each
    names = [*known, *(each.name for each in known.values())]
    near = closest(word, names)
    raise UserError(
        f"--department {word}: no map and no catalog knows this department.",
        hint=f"Did you mean {near}?" if near else f"Known are {listed(sorted(known))}.",
    )


def _departments(work: Iterable[Work]) -> Iterable[Named]:
    return (department for each in work for department in each.departments)


def _unanswered(portfolio: Portfolio) -> tuple[Unanswered, ...]:
    found = (each for one in portfolio.maps for each in one.unanswered)
    return tuple(sorted(found, key=lambda each: -barrier_weight(each.barrier)))


def _is_wanted(work: Work, asked: Asked) -> bool:
    ids = {each.id for each in asked.departments}
    if ids and ids.isdisjoint(each.id for each in work.departments):
        return False
    if asked.due_before is None:
        return True
    return work.due is not None and work.due.last < asked.due_before
