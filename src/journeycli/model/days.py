"""Dates as precise as they are known: a year, a month or a day."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

_YEAR_LENGTH: Final = 4
_MONTH_LENGTH: Final = 7
_DAY_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Day:
    """A year, a month or a day, such as `2026`, `2026-09` or `2026-09-30`.

    Where one date is needed, a month or a year counts as its end: that is `last`.

    Attributes:
        text: As written.
        first: The first day that it covers.
        last: The last day that it covers.

    """

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text

    @property
    def is_exact(self) -> bool:
        """Tell whether it names one day."""
        return len(self.text) == _DAY_LENGTH


def day(text: str) -> Day | None:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with a year from 1900 to 2199, or give None."""
    fits = len(text) in (_YEAR_LENGTH, _MONTH_LENGTH, _DAY_LENGTH) and text.isascii()
    return _day(str(text)) if fits else None


def end_of_month(anyday: date) -> date:
    """Give the last day of a day's month."""
    return anyday.replace(day=calendar.monthrange(anyday.year, anyday.month)[1])


def add_months(start: date, months: int) -> date:
    """Go some months on; a day that the month does not have becomes the month's end."""
    total = start.year * 12 + start.month - 1 + months
    last = end_of_month(date(total // 12, total % 12 + 1, 1))
    return last.replace(day=min(start.day, last.day))


def _covered(year: int, month: int | None = None, of_month: int | None = None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if of_month is None:
        first = date(year, month, 1)
        return first, end_of_month(first)
    exact = date(year, month, of_month)
    return exact, exact


@lru_cache(maxsize=4096)  # the maps of one workspace share their dates
def _day(text: str) -> Day | None:
    parts = text.split("-")
    if text[4:5] not in ("", "-") or text[7:8] not in ("", "-"):
        return None
    if not all(map(str.isdecimal, parts)) or not FIRST_YEAR <= int(parts[0]) <= LAST_YEAR:
        return None
    try:
        return Day(text, *_covered(*map(int, parts)))
    except ValueError:  # no such month or day
        return None
