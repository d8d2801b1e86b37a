"""Scalars read text, and say what is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError

from journeycli.model import scalars
from journeycli.model.vocabulary import MATURITIES
from journeycli.text import Quoted

from .kinds import (
    COUNT,
    FLAG,
    IMAGE,
    LIKELY,
    LINK,
    NUMBER,
    ONE_TO_FIVE,
    SCORE,
    SEVERITY,
    SHARE,
    TEXT,
    WHEN,
)
from .refused import refusal, value

if TYPE_CHECKING:
    from journeycli.model.scalars import Scalar


@pytest.mark.parametrize(
    ("scalar", "written", "expected"),
    [
        (TEXT, "  Waits \t", "Waits"),
        (TEXT, Quoted(" 1 "), "1"),
        (TEXT, "a\n\nb\n", "a\n\nb"),
        (NUMBER, "0", 0.0),
        (NUMBER, "-12.5", -12.5),
        (NUMBER, "+1e3", 1000.0),
        (NUMBER, ".5", 0.5),
        (NUMBER, "1.", 1.0),
        (NUMBER, "007", 7.0),
        (SCORE, "-2", -2.0),
        (SCORE, "+1.5", 1.5),
        (SCORE, "0.50", 0.5),
        (SCORE, "2e0", 2.0),
        (SHARE, "0", 0.0),
        (SHARE, "1", 1.0),
        (SHARE, "0.333", 0.333),
        (COUNT, "1", 1),
        (COUNT, "18400", 18400),
        (COUNT, "4.0", 4),
        (ONE_TO_FIVE, "5", 5),
        (FLAG, "true", True),
        (FLAG, "False", False),
        (FLAG, "TRUE", True),
        (FLAG, None, False),
        (SEVERITY, "high", "high"),
        (SEVERITY, Quoted("high"), "high"),
        (scalars.word(MATURITIES, "hypothesis"), None, "hypothesis"),
        (LINK, "https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        (LINK, "HTTP://example.com", "HTTP://example.com"),
        (LINK, Quoted("mailto:ines@example.com"), "mailto:ines@example.com"),
        (IMAGE, "images/price page.png", "images/price page.png"),
        (IMAGE, "..dots.png", "..dots.png"),
    ],
)
def test_what_is_well_written_is_read(scalar: Scalar, written: object, expected: object) -> None:
    """A scalar becomes the value that it stands for, of that value's own type."""
    found = value(scalar, written)
    assert (found, type(found)) == (expected, type(expected))


def test_minus_zero_is_zero() -> None:
    """No picture and no table ever shows "−0"."""
    assert str(value(SCORE, "-0")) == "0.0"


@pytest.mark.parametrize(
    ("written", "first", "last", "exact"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), False),
        (Quoted("2026"), date(2026, 1, 1), date(2026, 12, 31), False),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), False),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), True),
        (Quoted("2026-09-30"), date(2026, 9, 30), date(2026, 9, 30), True),
        ("1900", date(1900, 1, 1), date(1900, 12, 31), False),
        ("2199-12-31", date(2199, 12, 31), date(2199, 12, 31), True),
    ],
)
def test_dates_cover_what_they_name(written: str, first: date, last: date, *, exact: bool) -> None:
    """A year, a month or a day knows the days that it covers, and how it was written."""
    found = value(WHEN, written)
    assert (found.first, found.last, found.is_exact) == (first, last, exact)
    assert (str(found), type(found.text)) == (written, str)


@pytest.mark.parametrize(
    "scalar",
    [NUMBER, SCORE, SHARE, COUNT, ONE_TO_FIVE, WHEN, SEVERITY, LINK, IMAGE],
    ids=lambda s: s.name,
)
@pytest.mark.parametrize("written", [None, [], {}, ["1"], {"1": "1"}])
def test_only_scalars_are_scalars(scalar: Scalar, written: object) -> None:
    """A list, a mapping or nothing where a scalar belongs is refused by the scalar's own type."""
    kind, context = refusal(scalar, written)
    assert kind.startswith("journey.")
    assert (context["value"], context["suggestion"]) == (None, None)


@pytest.mark.parametrize(
    "scalar",
    [NUMBER, SCORE, SHARE, COUNT, ONE_TO_FIVE, WHEN, FLAG, SEVERITY, LINK, IMAGE],
    ids=lambda s: s.name,
)
@given(written=st.one_of(st.text(), st.from_regex(LIKELY), st.from_regex(LIKELY).map(Quoted)))
@settings(max_examples=40)
def test_whatever_is_written_is_read_or_refused_with_good_advice(
    scalar: Scalar, written: str
) -> None:
    """No text makes a scalar fail otherwise than by its refusal, and what is suggested is read."""
    try:
        value(scalar, written)
    except ValidationError as error:
        (line,) = error.errors(include_url=False)
        assert line["ctx"]["value"] == written
        if line["ctx"]["suggestion"] is not None:
            value(scalar, line["ctx"]["suggestion"])
