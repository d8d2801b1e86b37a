"""Equal values are held once, and stay what they were."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journeycli.lint import sharing
from journeycli.lint.sharing import Pool
from journeycli.model.days import Day
from journeycli.views.portfolio.figures import MapName, Moment, Part, StageName
from journeycli.views.portfolio.words import Named

if TYPE_CHECKING:
    import pytest


def _anew(text: str) -> str:
    """Give a text that nothing else holds, as a file's are."""
    return "".join(list(text))


def _moment() -> Moment:
    map_ = MapName("a.journey.yaml", _anew("switch-map"), "A map", "current")
    return Moment(map_, StageName(_anew("first-stage"), "First"), -1.5, "cross", "Waits")


def _part() -> Part:
    return Part(Named(_anew("billing"), "Billing"), stages=("first",), low=_moment())


def test_values_and_their_parts_are_held_once() -> None:
    """A dataclass is not, for it takes longer to compare than it is worth; its parts are."""
    pool = Pool()
    one, other = pool.same(_part()), pool.same(_part())
    assert one == other == _part()
    assert one.who is other.who
    assert one.low is other.low


def test_types_that_compare_equal_are_kept_apart() -> None:
    """1 equals 1.0 and True, and a tuple a named tuple of the same texts; they read otherwise."""
    pool = Pool()
    values = (1.0, 1, True, ("a", "b"), StageName("a", "b"), None, date(2026, 1, 1))
    assert [type(pool.same(value)) for value in values] == [type(value) for value in values]


def test_dates_as_written_are_held_once() -> None:
    """They stand in every map."""
    pool = Pool()
    days = [Day("2026-01-01", date(2026, 1, 1), date(2026, 1, 1)) for _ in range(2)]
    assert pool.same(days[0]) is pool.same(days[1])


def test_what_is_held_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many values the pool begins anew: what comes then is right, if held twice."""
    monkeypatch.setattr(sharing, "_MANY", 3)
    pool = Pool()
    texts = [f"text {number % 4}" for number in range(40)]
    assert [pool.same(text) for text in texts] == texts
    assert pool.held < 4


def test_a_mapping_is_kept_with_what_it_holds() -> None:
    """It cannot be known again, nor what holds it; its keys and values can."""
    pool = Pool()
    one, other = (pool.same(({_anew("stage"): (_anew("first"),)}, 1)) for _ in range(2))
    assert one == other == ({"stage": ("first",)}, 1)
    assert one[0]["stage"] is other[0]["stage"]
