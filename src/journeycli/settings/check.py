"""A value against its kind: what is wrong, by the path of keys; where that stands is not asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from journeycli.settings.keys import SETTINGS
from journeycli.settings.kinds import (
    Choice,
    Day,
    Either,
    Entries,
    ListOf,
    Record,
    Tables,
    Whole,
    Words,
)
from journeycli.settings.shapes import DATE
from journeycli.text import closest, listed, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.settings.kinds import Key, Kind
    from journeycli.settings.toml_places import KeyPath

_SHOWN = 60  # code points of a wrong value that a message repeats
_BARE = r"[$A-Za-z0-9_-]{1,60}"
_FAR = 10**15
_TYPES = {
    "str": "a text",
    "list": "a list",
    "dict": "a table",
    "date": "a date",
    "datetime": "a date with a time",
    "time": "a time",
}
_TOP = "It is a key of the settings themselves: write it above the table's header."


class Problem(NamedTuple):
    """What is wrong at a path; at its key, or at its value."""

    path: KeyPath
    message: str
    hint: str | None = None
    on_key: bool = False


def problems(value: Any, kind: Kind, path: KeyPath = ()) -> Iterator[Problem]:
    """Yield everything that is wrong with a value."""
    match kind:
        case Whole():
            yield from _whole(value, kind, path)
        case Choice():
            yield from _choice(value, kind, path)
        case Words():
            yield from _words(value, kind, path)
        case Day():
            yield from _day(value, path)
        case ListOf():
            yield from _list(value, kind, path)
        case Entries():
            yield from _entries(value, kind, path)
        case Either():
            yield from problems(value, kind.long if isinstance(value, dict) else kind.short, path)
        case Record():
            yield from _record(value, kind, path)
        case Tables():
            yield from _tables(value, kind, path)
        case _:
            assert_never(kind)


def quoted(text: str) -> str:
    """Give a text as a message shows it: in quotes, blanks and all, and not too long."""
    return f'"{visible(text[:_SHOWN])}{"…" if len(text) > _SHOWN else ""}"'


def named(path: KeyPath) -> str:
    """Give the key that a path ends in as a message shows it; indexes are told by the place."""
    keys = (each for each in path if isinstance(each, str))
    return f"`{'.'.join(each if re.fullmatch(_BARE, each) else quoted(each) for each in keys)}`"


def _whole(value: Any, kind: Whole, path: KeyPath) -> Iterator[Problem]:
    if isinstance(value, bool) or not isinstance(value, int | float) or value % 1:
        digits = isinstance(value, str) and value.strip().isascii() and value.strip().isdigit()
        hint = f"Write {value.strip()} without quotes." if digits else None
        yield _wrong_type(value, "a whole number", path, hint)
    elif not kind.least <= value <= kind.most:
        goes = f"goes from {kind.least:,} to {kind.most:,}"
        yield Problem(path, f"{named(path)} is {_number(value)}, but {goes}.")


def _choice(value: Any, kind: Choice, path: KeyPath) -> Iterator[Problem]:
    words = [f'"{word}"' for word in kind.words]
    if not isinstance(value, str):
        yield _wrong_type(value, listed(words, "or"), path, None)
    elif value not in kind.words:
        near = closest(value, kind.words)
        yield Problem(
            path,
            f"{named(path)} is {quoted(value)}, which is none of {listed(words)}.",
            f'Did you mean "{near}"?' if near else None,
        )


def _words(value: Any, kind: Words, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield _wrong_type(value, kind.what, path, kind.hint)
    elif not _fits(value, kind):
        yield Problem(path, f"{named(path)}: {quoted(value)} is not {kind.what}.", kind.hint)


def _fits(text: str, kind: Words) -> bool:
    fits = re.fullmatch(kind.pattern, text) is not None
    return fits and (kind.also is None or kind.also(text))


def _day(value: Any, path: KeyPath) -> Iterator[Problem]:
    from datetime import date, datetime  # noqa: PLC0415 - only a run with a fixed clock pays

    hint = 'Write a day, such as "2026-11-30".'
    if isinstance(value, str):
        try:
            if re.fullmatch(DATE, value):
                date.fromisoformat(value)
                return
        except ValueError:
            pass
        yield Problem(path, f"{named(path)}: {quoted(value)} is not a date.", hint)
    elif not isinstance(value, date) or isinstance(value, datetime):
        yield _wrong_type(value, "a date", path, hint)


def _list(value: Any, kind: ListOf, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, list):
        hint = f"Write [{quoted(value)}]." if isinstance(value, str) else None
        yield _wrong_type(value, "a list", path, hint)
    elif not value and kind.never_empty:
        yield Problem(path, f"{named(path)} is empty. {kind.never_empty}", "Leave it out for all.")
    else:
        for index, item in enumerate(value):
            yield from problems(item, kind.item, (*path, index))


def _entries(value: Any, kind: Entries, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "a table", path, None)
        return
    for key, below in value.items():
        here = (*path, key)
        fits = _fits(key, kind.key)
        found = list(problems(below, kind.value, here))
        if key in SETTINGS.keys and (found or kind.guarded):
            message = f"{named((key,))} stands in the table {named(path)}."
            yield Problem(here, message, _TOP, on_key=True)
            continue
        if not fits:
            message = f"{named(path)}: {quoted(key)} is not {kind.key.what}."
            yield Problem(here, message, kind.key.hint, on_key=True)
        yield from found


def _record(value: Any, kind: Record, path: KeyPath) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "a table", path, None)
        return
    for name, below in value.items():
        if key := kind.keys.get(name):
            yield from problems(below, key.kind, (*path, name))
        else:
            yield _unknown(name, kind, path)
    for name, key in kind.keys.items():
        if key.required and name not in value:
            yield Problem(path, f"{_capital(kind.what)} has no `{name}`.", _how_to_add(name, key))


def _tables(value: Any, kind: Tables, path: KeyPath) -> Iterator[Problem]:
    if isinstance(value, dict):
        brackets = f"[[{path[-1]}]]"
        yield Problem(path, f"{named(path)} is one table.", f"Write {brackets}, with two brackets.")
    elif not isinstance(value, list):
        yield _wrong_type(value, f"tables, [[{path[-1]}]]", path, None)
    else:
        for index, table in enumerate(value):
            yield from problems(table, kind.record, (*path, index))


def _unknown(name: str, kind: Record, path: KeyPath) -> Problem:
    message = f"There is no key {named((name,))} in {kind.what}."
    return Problem((*path, name), message, _meant(name, kind, path), on_key=True)


def _meant(name: str, kind: Record, path: KeyPath) -> str:
    near = kind.synonyms.get(name.lower().replace("_", "-")) or closest(name, kind.keys)
    if near:
        return f"Did you mean `{near}`?"
    if path and name in SETTINGS.keys:
        return _TOP
    if not path and name in ("tool", "journeycli"):
        return "In journey.toml the keys stand at the top, without [tool.journeycli]."
    for table, key in kind.keys.items():
        if isinstance(key.kind, Record) and name in key.kind.keys:
            return f"It belongs in the table [{table}]."
    return f"The keys are {listed([each for each in kind.keys if each != '$schema'])}."


def _how_to_add(name: str, key: Key) -> str:
    if isinstance(key.kind, Choice):
        return f"Add {name} = {listed([quoted(word) for word in key.kind.words], 'or')}."
    value = "[…]" if isinstance(key.kind, ListOf) else '"…"'
    return f"Add {name} = {value}."


def _wrong_type(value: Any, wanted: str, path: KeyPath, hint: str | None) -> Problem:
    return Problem(path, f"{named(path)} takes {wanted}, not {_type(value)}.", hint)


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    return _TYPES[type(value).__name__]


def _number(value: float) -> str:
    # Python refuses to write out an integer of more than 4,300 digits.
    return "a number beyond all use" if abs(value) >= _FAR else f"{value:,}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
