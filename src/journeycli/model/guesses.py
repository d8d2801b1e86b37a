"""What a refused text was probably meant to be; needed only where something is wrong."""

import re
from typing import Final, NamedTuple

from journeycli.model.days import day
from journeycli.model.plain import number
from journeycli.text import Quoted

_GROUPED: Final = re.compile(
    r"([-+]?[1-9][0-9]{0,2})(?:([ ,.'’\u00a0\u202f_])[0-9]{3})(?:\2[0-9]{3})*"
)
_MINUS_SIGNS: Final = str.maketrans(dict.fromkeys("−–—‐‑﹣－", "-"))
_WITH_UNIT: Final = re.compile(
    r"[€$£¥~≈]?\s*([-+]?[0-9]+(?:[.,][0-9]+)?)\s*(?:[€$£¥]|[^\W\d_][^\d]*)?"
)
_OTHER_BASE: Final = re.compile(r"[-+]?0[xob][0-9a-fA-F_]+")
_EXPONENT: Final = re.compile(r"[-+.0-9]+[eE][-+]?[0-9]+")
_LONGEST: Final = 60  # characters; what is longer is a sentence

_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:[T ][0-9:.+Z-]*)?"
)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{4})")
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_QUARTER: Final = re.compile(
    r"(?:([0-9]{4})[-/ ]?Q([1-4])|Q([1-4])[-/ ]?([0-9]{4}))", re.IGNORECASE
)
_NAMED_MONTH: Final = re.compile(
    r"(?:([0-9]{1,2})\.? )?([A-Za-z]{3,9})\.?(?: ([0-9]{1,2}),)? ([0-9]{4})"
)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_LAST_MONTH: Final = len(_MONTHS)


class Meant(NamedTuple):
    """The number that a text probably stands for.

    Attributes:
        number: The number, or None if none can be told.
        hint: What stands in the way: `quoted`, `minus_sign`, `percent`, `decimal_comma`,
            `thousands`, `unit`, `base` or `not_finite`; None for a text that is no number, and for
            a plain number that is refused for its size.

    """

    number: float | None
    hint: str | None


class MeantDay(NamedTuple):
    """The date that a text probably stands for.

    Attributes:
        text: The date as it would be written, or None.
        hint: What stands in the way: `date_format`, `day_order` (day and month could be either),
            `no_such_day`, or None for a text that is no date.

    """

    text: str | None
    hint: str | None


def written(value: float) -> str:
    """Write a number as a map would hold it: no exponent, no needless zeros."""
    return f"{value:.0f}" if value.is_integer() else f"{value:.10f}".rstrip("0")


def meant_number(text: str) -> Meant:
    """Guess which number a refused text stands for."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return Meant(None, None)
    if (value := number(stripped)) is not None:
        return Meant(value, "quoted" if isinstance(text, Quoted) else None)
    if _OTHER_BASE.fullmatch(stripped):
        return Meant(None, "base")
    if _EXPONENT.fullmatch(stripped) or _names_no_number(stripped):
        return Meant(None, "not_finite")
    straight = stripped.translate(_MINUS_SIGNS)
    if straight != stripped and (value := number(straight.replace("- ", "-"))) is not None:
        return Meant(value, "minus_sign")
    return _decorated(straight)


def meant_day(text: str) -> MeantDay:
    """Guess which date a refused text stands for."""
    stripped = text.strip()
    if match := _YEAR_FIRST.fullmatch(stripped):
        return _checked(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(stripped):
        return _either_order(match[3], int(match[1]), int(match[2]))
    if match := _MONTH_YEAR.fullmatch(stripped):
        return _checked(match[2], match[1], None)
    if match := _QUARTER.fullmatch(stripped):
        return _checked(match[1] or match[4], str(int(match[2] or match[3]) * 3), None)
    if (match := _NAMED_MONTH.fullmatch(stripped)) and match[2][:3].lower() in _MONTHS:
        month = _MONTHS.index(match[2][:3].lower()) + 1
        return _checked(match[4], str(month), match[1] or match[3])
    return MeantDay(None, None)


def _names_no_number(text: str) -> bool:
    return text.lower().lstrip("+-.") in ("inf", "infinity", "nan")


def _decorated(text: str) -> Meant:
    """Read a number with a percent sign, grouped digits, a decimal comma or a unit."""
    if text.endswith("%"):
        part = meant_number(text[:-1]).number
        return Meant(None if part is None else part / 100, "percent")
    if grouped := _GROUPED.fullmatch(text):
        return Meant(number(text.replace(grouped[2], "")), "thousands")
    if text.count(",") == 1 and (value := number(text.replace(",", "."))) is not None:
        return Meant(value, "decimal_comma")
    if unit := _WITH_UNIT.fullmatch(text):
        return Meant(number(unit[1].replace(",", ".")), "unit")
    return Meant(None, None)


def _either_order(year: str, left: int, right: int) -> MeantDay:
    if left <= _LAST_MONTH and right <= _LAST_MONTH and left != right:
        return MeantDay(None, "day_order")
    month, the_day = (left, right) if right > _LAST_MONTH else (right, left)
    return _checked(year, str(month), str(the_day))


def _checked(year: str, month: str, the_day: str | None) -> MeantDay:
    text = f"{year}-{month:0>2}" + (f"-{the_day:0>2}" if the_day else "")
    return MeantDay(text, "date_format") if day(text) else MeantDay(None, "no_such_day")
