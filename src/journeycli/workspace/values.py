"""Frozen values as JSON and back: what is read is checked against the types of the fields.

What was written may have been damaged or forged since, so nothing is taken that is not exactly what
the type says: no attribute is looked up by a name from the file, and nothing is called but the
types themselves.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

Read: TypeAlias = Callable[[Any], Any]

DAMAGED = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What reading raises where something stands that does not look like what was written."""

_SHORT = 40  # characters of a text that may well stand in other values too


def written(value: Any) -> str:
    """Write a value as one line of JSON.

    Args:
        value: Texts, numbers, dates, tuples, mappings with texts as keys, named tuples and frozen
            dataclasses of these.

    """
    return _encoder.encode(value)


def reader(of: Any, **names: Any) -> Read:
    """Give a function that makes a value again from what JSON gives, or raises one of `DAMAGED`.

    Args:
        of: The type of the value.
        names: What the annotations of its fields name and its module imports for mypy alone.

    """
    return _reader(of, {"Mapping": Mapping, "date": date, **names})


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not kept")


_encoder = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=_plain)


def _reader(of: Any, names: dict[str, Any]) -> Read:
    origin, parts = get_origin(of), get_args(of)
    if of in _SCALARS:
        return _SCALARS[of]
    if origin is Literal:
        return partial(_one_of, parts)
    if origin in (Union, types.UnionType):
        rest = [part for part in parts if part is not type(None)]
        return partial(_optional, _reader(rest[0], names))
    if origin is tuple and parts[-1] is Ellipsis:
        return partial(_every, _reader(parts[0], names))
    if origin is tuple:
        return partial(_each, tuple, [_reader(part, names) for part in parts])
    if origin is Mapping:
        return partial(_mapping, _reader(parts[1], names))
    hints = get_type_hints(of, localns=names)
    order = [field.name for field in fields(of)] if is_dataclass(of) else of._fields
    readers = [_reader(hints[name], names) for name in order]
    return partial(_each, lambda values: of(*values), readers)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return sys.intern(value) if len(value) < _SHORT else value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def _number(value: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise TypeError("not a number")
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError("neither true nor false")
    return value


def _day(value: Any) -> date:
    return date.fromisoformat(_text(value))


def _one_of(allowed: tuple[Any, ...], value: Any) -> Any:
    return allowed[allowed.index(value)]


def _optional(read: Read, value: Any) -> Any:
    return None if value is None else read(value)


def _every(read: Read, value: Any) -> Any:
    return tuple([read(each) for each in _list(value)])


def _each(make: Read, readers: list[Read], value: Any) -> Any:
    pairs = zip(readers, _list(value), strict=True)
    return make([read(each) for read, each in pairs])


def _mapping(read: Read, value: Any) -> Any:
    return {_text(key): read(each) for key, each in dict.items(value)}


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError("not a list")
    return value


_SCALARS: dict[Any, Read] = {
    str: _text, int: _whole, float: _number, bool: _truth, date: _day,
}  # fmt: skip
