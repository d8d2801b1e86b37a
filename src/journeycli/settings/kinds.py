"""What a setting can be: a closed set of kinds, as data, for the check and for the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Whole(NamedTuple):
    """A whole number in a range, both ends included."""

    least: int
    most: int


class Choice(NamedTuple):
    """One of a few words, each with what it means."""

    words: Mapping[str, str]


class Words(NamedTuple):
    """A text of a certain shape.

    Attributes:
        what: What it is, with its article: "a date".
        pattern: The shape, in what Python's and ECMA's regular expressions have in common.
        hint: What to do where the shape is another.
        also: What a pattern cannot say, or None.

    """

    what: str
    pattern: str
    hint: str
    also: Callable[[str], bool] | None = None


class Day(NamedTuple):
    """A date, as a text or as TOML's own."""


class ListOf(NamedTuple):
    """A list; one that has to hold something says why."""

    item: Kind
    never_empty: str | None = None


class Entries(NamedTuple):
    """A table whose keys are the user's own.

    Attributes:
        key: What its keys are.
        value: What stands behind each.
        guarded: Whether a key of the whole file is refused, which TOML puts into the table when
            it is written below the header.

    """

    key: Words
    value: Kind
    guarded: bool = True


class Either(NamedTuple):
    """A short form, or a table that says more."""

    short: ListOf
    long: Record


class Key(NamedTuple):
    """A key of a table that we know, with its words for editors."""

    kind: Kind
    title: str
    description: str
    required: bool = False
    examples: tuple[object, ...] = ()


class Record(NamedTuple):
    """A table whose keys are ours.

    Attributes:
        what: What it is, as a message says it: "this rule".
        keys: Its keys, in the order in which they are shown.
        synonyms: What people may write instead of a key.

    """

    what: str
    keys: Mapping[str, Key]
    synonyms: Mapping[str, str]


class Tables(NamedTuple):
    """An array of tables, `[[name]]`."""

    record: Record


Kind: TypeAlias = Whole | Choice | Words | Day | ListOf | Entries | Either | Record | Tables
