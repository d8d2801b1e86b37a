"""The baseline: findings of the past that do not count, keyed so that they survive editing.

An entry is keyed by code, the kind and id of the file (its path where it has none) and the document
path, in which an element without an id stands by a hash of its text; never by line. It has a count,
and whatever it counts too many is reported: a baseline can only shrink.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.errors import UserError
from journeycli.findings import Place, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.findings import Finding
    from journeycli.lint.result import Known

VERSION = 1


class Key(NamedTuple):
    """What an entry is known by: code, kind of file, its id or path, and the document path."""

    code: str
    kind: str
    file: str
    at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """How many findings of one key do not count, and where the baseline says so."""

    key: Key
    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file."""

    entries: tuple[Entry, ...]

    def counts(self) -> Counter[Key]:
        """Give how many findings of each key do not count."""
        found: Counter[Key] = Counter()
        for entry in self.entries:
            found[entry.key] += entry.count
        return found


@dataclass(frozen=True, slots=True)
class View:
    """What a run looked at, so that what it did not find there is known to be gone.

    Attributes:
        codes: The rules that spoke.
        files: The files that were read in full: kind and id, or `path` and the path.
        unread: The files that were not.
        whole: Whether all files of the workspace were asked for.

    """

    codes: frozenset[str]
    files: frozenset[tuple[str, str]]
    unread: frozenset[tuple[str, str]]
    whole: bool

    def has(self, key: Key) -> bool:
        """Tell whether the run looked where an entry looks."""
        if key.code not in self.codes:
            return False
        file = (key.kind, key.file)
        return file in self.files or (self.whole and file not in self.unread)


def key_of(finding: Finding, facts: Mapping[str, Known]) -> Key:
    """Give the key of a finding."""
    return Key(finding.code, *file_of(finding.place.path, facts), finding.anchor)


def file_of(name: str, facts: Mapping[str, Known]) -> tuple[str, str]:
    """Give by what entries know a file: its kind and id or, without an id, its path."""
    file = facts.get(name)
    return (file.kind, file.id) if file is not None and file.id else ("path", name)


def write(
    findings: Iterable[Finding], facts: Mapping[str, Known], kept: Iterable[Entry] = ()
) -> str:
    """Write a baseline of findings, an entry a line, sorted.

    Args:
        findings: What shall not count from now on.
        facts: What the files say, by their names.
        kept: Entries of the baseline before that stay: what this run did not look at.

    """
    counts = Counter(key_of(each, facts) for each in findings)
    counts |= Baseline(tuple(kept)).counts()  # the larger of the two, in a file read in part
    lines = [_line(key, count) for key, count in sorted(counts.items())]
    body = ",\n".join(f"    {line}" for line in lines)
    entries = f"[\n{body}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "entries": {entries}\n}}\n'


def read(text: str, name: str) -> Baseline:
    """Read a baseline.

    Args:
        text: The file.
        name: What findings call it.

    Raises:
        UserError: It is not a baseline of a version that this release reads.

    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))  # some editors on Windows begin with it
    except (ValueError, RecursionError) as error:
        raise _unreadable(name, f"it is not JSON ({error})") from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise _unreadable(name, f"it is not a baseline of version {VERSION}")
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise _unreadable(name, "it has no list of entries")
    places = _places(text, name)
    return Baseline(tuple(_entry(each, name, places) for each in entries))


def _entry(data: Any, name: str, places: Mapping[str, Place]) -> Entry:
    if not isinstance(data, dict):
        raise _unreadable(name, "an entry is no mapping")
    try:
        key = Key(*(data[field] for field in Key._fields))
        count = data["count"]
    except KeyError as error:
        raise _unreadable(name, f"an entry lacks {error}") from error
    if not all(isinstance(each, str) for each in key) or type(count) is not int or count < 1:
        raise _unreadable(name, "an entry has a value of the wrong kind")
    start = Position(1, 1)
    return Entry(key, count, places.get(_line(key, count), Place(name, start, start)))


def _line(key: Key, count: int) -> str:
    return json.dumps({**key._asdict(), "count": count}, ensure_ascii=False)


def _places(text: str, name: str) -> dict[str, Place]:
    """Give where each line of a baseline stands, without the comma and the blanks around."""
    places: dict[str, Place] = {}
    for number, line in enumerate(text.split("\n"), 1):
        written = line.strip().rstrip(",")
        column = len(line) - len(line.lstrip()) + 1
        ends = Position(number, column), Position(number, column + len(written))
        places.setdefault(written, Place(name, *ends))
    return places


def _unreadable(name: str, why: str) -> UserError:
    return UserError(
        f"The baseline {name} cannot be read: {why}.",
        hint="`journey lint --write-baseline` writes a new one.",
    )
