"""Equal values held once: ten thousand maps say much the same things."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from journeycli.model.days import Day

_Value = TypeVar("_Value")

_HELD = (str, float, date, Day)  # values without parts that are worth holding once
_MANY = 20_000  # values; what has not come again among so many may be held twice


class Pool:
    """Gives for each value an equal one that it gave before, so that only one need be kept."""

    def __init__(self) -> None:
        self._held: defaultdict[type, dict[Any, Any]] = defaultdict(dict)
        self.held = 0
        """How many values are held to be given again; never as many as `_MANY`."""

    def same(self, value: _Value) -> _Value:
        """Give a value of which every part, and itself where it can be, is held once.

        Args:
            value: Texts, numbers, dates, tuples, named tuples, frozen dataclasses and mappings of
                these; all else is given back as it is.

        """
        of: Any = type(value)
        if of in _HELD:
            return self._one(of, value)
        if isinstance(value, tuple):
            value = tuple.__new__(of, map(self.same, value))
            return self._one(of, value)
        if isinstance(value, dict):
            value = of(zip(map(self.same, value), map(self.same, value.values()), strict=True))
        elif names := _fields(of):
            value = of(*[self.same(getattr(value, name)) for name in names])
        return value

    def _one(self, of: type, value: _Value) -> _Value:
        # Types are kept apart, as 1 equals 1.0; of the two zeros, which are equal too, −0.0 is not
        # written otherwise than 0.0 anywhere.
        held = self._held[of]
        try:
            found: _Value | None = held.get(value)
        except TypeError:  # it holds a mapping
            return value
        if found is None:
            found = held[value] = value
            self.held += 1
            if self.held >= _MANY:
                self._held.clear()
                self.held = 0
        return found


@cache
def _fields(of: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of)) if is_dataclass(of) else ()
