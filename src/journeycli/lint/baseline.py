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
    from journeycli.workspace.index import FileFacts

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


def key_of(finding: Finding, facts: Mapping[str, FileFacts]) -> Key:
    """Give the key of a finding."""
    file = facts.get(finding.place.path)
    if file is None or not file.id:
        return Key(finding.code, "path", finding.place.path, finding.anchor)
    return Key(finding.code, file.kind, file.id, finding.anchor)


def write(findings: Iterable[Finding], facts: Mapping[str, FileFacts]) -> str:
    """Write a baseline of findings, an entry a line, sorted."""
    counts = Counter(key_of(each, facts) for each in findings)
    lines = [
        json.dumps({**key._asdict(), "count": count}, ensure_ascii=False)
        for key, count in sorted(counts.items())
    ]
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
        data = json.loads(text)
    except ValueError as error:
        raise _unreadable(name, f"it is not JSON ({error})") from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise _unreadable(name, f"it is not a baseline of version {VERSION}")
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise _unreadable(name, "it has no list of entries")
    lines = text.splitlines()
    return Baseline(tuple(_entry(each, name, lines) for each in entries))


def _entry(data: Any, name: str, lines: list[str]) -> Entry:
    try:
        key = Key(*(data[field] for field in Key._fields))
        count = data["count"]
    except (KeyError, TypeError) as error:
        raise _unreadable(name, f"an entry lacks {error}") from error
    if not all(isinstance(each, str) for each in key) or not isinstance(count, int):
        raise _unreadable(name, "an entry has a value of the wrong kind")
    written = json.dumps({**key._asdict(), "count": count}, ensure_ascii=False)
    line = next((n for n, text in enumerate(lines, 1) if text.strip().rstrip(",") == written), 1)
    column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1 if lines else 1
    end = column + len(written) if line > 1 else column
    return Entry(key, count, Place(name, Position(line, column), Position(line, end)))


def _unreadable(name: str, why: str) -> UserError:
    return UserError(
        f"The baseline {name} cannot be read: {why}.",
        hint="`journey lint --write-baseline` writes a new one.",
    )
