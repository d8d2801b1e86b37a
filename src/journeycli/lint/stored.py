"""What the cache keeps of a run, and what worker processes send back: values as JSON.

A file is never named in it: a place in the file itself has no file, and one in another file has its
number in the sorted list of all files. Names and pages of rules are taken from the catalogue.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.findings import Edit, Finding, Fix, Place, Position, Related, Severity
from journeycli.lint.ignores import Ignore, Malformed, Word
from journeycli.lint.result import EVERY_DAY, Days, Heard, Known
from journeycli.workspace.values import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journeycli.lint.catalogue import Entry
    from journeycli.lint.result import FileResult

_LAST = 100_000_000  # no file of ours has so many lines, and no line so many columns
_SEVERITIES = {severity.value[0]: severity for severity in Severity}


class Told(NamedTuple):
    """What the rules across files found, and what the reader should know of them."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def files(self) -> frozenset[str]:
        """The files whose places it speaks of."""
        places = [each.place for each in self.findings]
        places += [other.place for each in self.findings for other in each.related]
        return frozenset(place.path for place in places)


def result_text(name: str, result: FileResult, facts: str) -> str:
    """Write down what a file gave; of its facts, no more than their digest."""
    numbers, heard = {name: 0}, result.heard
    findings = [_finding(each, numbers) for each in result.findings]
    ignores = [_ignore(each, numbers) for each in heard.ignores]
    return written([findings, ignores, heard.complete, heard.facts, facts])


def read_result(
    kept: Any, name: str, entries: Mapping[str, Entry], days: Days = EVERY_DAY
) -> tuple[tuple[Finding, ...], Heard]:
    """Read what `result_text` wrote; raises one of `DAMAGED` where it did not.

    Args:
        kept: What was written.
        name: The file.
        entries: The rules by their codes.
        days: Which findings are wanted.

    """
    findings, ignores, complete, (kind, own, readable), _ = kept
    names = (name,)
    found = [_read_finding(each, names, entries) for each in findings if days.want(*each[-2:])]
    read = [_read_ignore(each, names) for each in ignores]
    known = Known(_text(kind), _text(own), readable is True)
    return tuple(found), Heard(known, tuple(read), complete is True)


def told_text(told: Told, names: Iterable[str]) -> str:
    """Write down what shows across files."""
    numbers = {name: number for number, name in enumerate(names)}
    return written([[_finding(each, numbers) for each in told.findings], told.notes])


def read_told(kept: Any, names: Sequence[str], entries: Mapping[str, Entry]) -> Told:
    """Read what `told_text` wrote; raises one of `DAMAGED` where it did not."""
    findings, notes = kept
    found = tuple([_read_finding(each, names, entries) for each in findings])
    return Told(found, tuple(map(_text, notes)))


def entries_text(entries: Iterable[Entry]) -> str:
    """Write down what a run knows of the rules."""
    return written([(*each[:2], *map(_letter, each[2:4]), *each[4:]) for each in entries])


def read_entries(kept: Any, make: type[Entry]) -> list[Entry]:
    """Read what `entries_text` wrote; raises one of `DAMAGED` where it did not."""
    return [
        make(
            _text(code),
            _text(name),
            _SEVERITIES[severity],
            _severity(lighter),
            _maybe(page),
            tuple(map(_text, silences)),
            across is True,
        )
        for code, name, severity, lighter, page, silences, across in kept
    ]


def _finding(finding: Finding, numbers: Mapping[str, int]) -> list[Any]:
    return [
        finding.code,
        _letter(finding.severity),
        finding.message,
        finding.help,
        _place(finding.place, numbers),
        finding.at,
        None if finding.anchor == finding.at else finding.anchor,
        finding.fix and _fix(finding.fix, numbers),
        [(_place(place, numbers), message) for place, message in finding.related],
        finding.stage,
        finding.since and finding.since.isoformat(),
        finding.until and finding.until.isoformat(),
    ]


def _read_finding(kept: Any, names: Sequence[str], entries: Mapping[str, Entry]) -> Finding:
    code, letter, message, help_, place, at, anchor, fix, related, stage, since, until = kept
    entry = entries[code]
    return Finding(
        code,
        entry.name,
        _SEVERITIES[letter],
        _text(message),
        _maybe(help_),
        entry.page,
        _read_place(place, names),
        _text(at),
        _read_fix(fix, names) if fix else None,
        tuple([Related(_read_place(other, names), _text(words)) for other, words in related]),
        None,
        _maybe(stage),
        date.fromisoformat(since) if since else None,
        date.fromisoformat(until) if until else None,
        at if anchor is None else _text(anchor),
    )


def _place(place: Place, numbers: Mapping[str, int]) -> tuple[int, ...]:
    path, start, end = place
    number = numbers[path]
    return (*start, *end, number) if number else (*start, *end)


def _read_place(kept: Any, names: Sequence[str]) -> Place:
    for each in kept:
        if type(each) is not int or not 0 <= each <= _LAST:
            raise ValueError("no line, column or file")
    line, column, end_line, end_column, *number = kept
    name = names[number[0]] if number else names[0]
    return Place(name, Position(line, column), Position(end_line, end_column))


def _fix(fix: Fix, numbers: Mapping[str, int]) -> list[Any]:
    edits = [(_place(place, numbers), text) for place, text in fix.edits]
    return [fix.title, fix.safe, edits]


def _read_fix(kept: Any, names: Sequence[str]) -> Fix:
    title, safe, edits = kept
    read = [Edit(_read_place(place, names), _text(text)) for place, text in edits]
    return Fix(_text(title), safe is True, tuple(read))


def _ignore(ignore: Ignore | Malformed, numbers: Mapping[str, int]) -> list[Any]:
    place = _place(ignore.place, numbers)
    if isinstance(ignore, Malformed):
        return [place, ignore.message, ignore.help]
    words = [
        (text, _place(where, numbers), _fix(removal, numbers))
        for text, where, removal in ignore.words
    ]
    until = ignore.until and ignore.until.isoformat()
    return [place, words, ignore.reason, until, ignore.first_line, ignore.last_line]


def _read_ignore(kept: Any, names: Sequence[str]) -> Ignore | Malformed:
    place = _read_place(kept[0], names)
    if isinstance(kept[1], str):
        _, message, help_ = kept
        return Malformed(place, message, _text(help_))
    _, words, reason, until, first_line, last_line = kept
    read = [
        Word(_text(text), _read_place(where, names), _read_fix(removal, names))
        for text, where, removal in words
    ]
    day = date.fromisoformat(until) if until else None
    return Ignore(tuple(read), _text(reason), day, int(first_line), int(last_line), place)


def _letter(severity: Severity | None) -> str | None:
    return severity.value[0] if severity else None


def _severity(letter: str | None) -> Severity | None:
    return _SEVERITIES[letter] if letter else None


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def _maybe(value: Any) -> str | None:
    return None if value is None else _text(value)
