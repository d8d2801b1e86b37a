"""Who last touched each part of a map: lines of text become stages, barriers and removals."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from journeycli.lint.places import Places
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeycli.git import Commit
    from journeycli.source.document import Document
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

Kind: TypeAlias = Literal["map", "stage", "barrier", "removal"]
Lines: TypeAlias = "Sequence[Commit | None]"
"""The commit that last changed each line; None where it is not committed yet."""


class Part(NamedTuple):
    """A part of a map, and who last touched it.

    Attributes:
        kind: What it is; `map` stands for the whole file.
        name: What it is called: a stage's name, a barrier's or a removal's text, the map's title.
        at: Its path, as findings write it; empty for the whole file.
        stage: The name of the stage that it stands in; empty for a stage.
        line: Its first line, from 1.
        commit: The latest commit that changed one of its lines, those of its own parts among them;
            None where one of them is not committed yet.
        or_earlier: Whether a shallow clone ends at this commit, so that it only looks the latest.

    """

    kind: Kind
    name: str
    at: str
    stage: str
    line: int
    commit: Commit | None
    or_earlier: bool


@dataclass(frozen=True, slots=True)
class Blame:
    """Who last touched what.

    Attributes:
        title: What the map is called; its path where it cannot be read.
        path: What its file is called, from the top of the repository.
        whole: The whole file.
        parts: Its parts, those that have not been touched for the longest time first.
        notes: What else is to be said, a sentence each.

    """

    title: str
    path: str
    whole: Part
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()


class Touched(NamedTuple):
    """The lines of a file with their commits, and the commits at which a shallow clone ends."""

    lines: Lines
    ends: Collection[str]


def blamed(raw: bytes, path: str, touched: Touched, limits: Limits) -> Blame:
    """Say of each stage, barrier and removal which commit last touched it.

    Args:
        raw: The bytes of the file.
        path: What it is called, from the top of the repository.
        touched: The commit of each of its lines.
        limits: What a file may be at most.

    """
    document = read_document(raw, limits)
    parsed = parse(document)
    journey = parsed.model
    rows = _Rows(document, touched)
    if not isinstance(journey, JourneyMap):
        why = (
            "It cannot be read as a map, so only the whole file is shown; `journey lint` says why."
        )
        return Blame(path, path, rows.whole(path), (), (why,))
    places = Places(path, document)
    parts = []
    for kind, name, where, stage in _elements(journey):
        written = parsed.fitted.written(where)
        found = rows.part(kind, name, written, places.at(written), stage)
        if found is not None:
            parts.append(found)
    return Blame(journey.title, path, rows.whole(journey.title), tuple(sorted(parts, key=_age)))


class _Rows:
    """Finds the commit of a stretch of the text."""

    def __init__(self, document: Document, touched: Touched) -> None:
        self._document = document
        self._touched = touched
        self._breaks = [each.start() for each in re.finditer("\n", document.text)]

    def whole(self, name: str) -> Part:
        return self._of("map", name, "", "", range(len(self._touched.lines)))

    def part(self, kind: Kind, name: str, path: Path, at: str, stage: str) -> Part | None:
        span = self._document.value_span(path)
        if span is None:
            return None
        first = bisect_left(self._breaks, span.start)
        last = bisect_left(self._breaks, max(span.end - 1, span.start))
        return self._of(kind, name, at, stage, range(first, last + 1))

    def _of(self, kind: Kind, name: str, at: str, stage: str, rows: range) -> Part:
        """Give a part; lines that nobody blames were written since, and are not committed yet."""
        lines, ends = self._touched
        commits = [lines[row] if row < len(lines) else None for row in rows]
        known = [each for each in commits if each is not None]
        latest = max(known, key=lambda each: (each.when, each.id), default=None)
        if len(known) < len(commits):
            latest = None
        or_earlier = latest is not None and latest.id in ends
        return Part(kind, name, at, stage, rows.start + 1, latest, or_earlier)


def _elements(journey: JourneyMap) -> Iterator[tuple[Kind, str, Path, str]]:
    """Give every stage, barrier and removal with its name, its path and its stage's name."""
    for place, stage in enumerate(journey.stages):
        where: Path = ("stages", place)
        yield "stage", stage.name, where, ""
        for number, barrier in enumerate(stage.barriers):
            one: Path = (*where, "barriers", number)
            yield "barrier", barrier.text, one, stage.name
            for index, removal in enumerate(barrier.removals):
                yield "removal", removal.text, (*one, "removals", index), stage.name


def _age(part: Part) -> tuple[bool, float, int]:
    """Order by time, the oldest first; what is not committed yet comes last."""
    if part.commit is None:
        return True, 0.0, part.line
    return False, part.commit.when.timestamp(), part.line
