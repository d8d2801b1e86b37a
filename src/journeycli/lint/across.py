"""What shows across files: problems on facts, placed in files that are read again for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from journeycli.findings import Finding, Fix, Place, Position, Related, Repair, RepairKind
from journeycli.lint import repairs
from journeycli.lint.places import Places
from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import paths_of
from journeycli.workspace.reading import UnreadableError
from journeycli.workspace.stored import Across

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.lint.catalogue import Entry, Rules
    from journeycli.source.limits import Limits
    from journeycli.workspace.index import FileProblem, Index, Locator

_KEPT_OPEN = 16  # files whose text stays at hand while their neighbours are placed
_SHOWN_PLACES = 20  # of one name in one file; a hundred more would not help a reader


class Readable(Protocol):
    """Where the bytes of a run's files come from."""

    @property
    def limits(self) -> Limits:
        """What a file may be at most."""

    @property
    def linted(self) -> frozenset[str]:
        """The files whose findings are reported."""

    def read(self, name: str) -> bytes:
        """Read a file; raises UnreadableError where it cannot be read."""


def problems_across(index: Index, rules: Rules) -> Across:
    """Run the rules across files."""
    problems = [(rule.code, problem) for rule in rules.workspace for problem in rule.check(index)]
    return Across(tuple(problems), tuple(index.held_back()))


def placed(across: Across, rules: Rules, sources: Readable) -> Iterator[Finding]:
    """Place what rules found across files, as far as it is in files that were asked for."""
    opened = _OpenFiles(sources)
    for code, problem in across.problems:
        if problem.path in sources.linted:
            yield _finding(rules.by_code[code], problem, opened)


class _Opened:
    """A file with its places, and where its ids and names stand."""

    def __init__(self, name: str, sources: Readable) -> None:
        try:
            raw = sources.read(name)
        except UnreadableError:
            raw = b""
        self.document = read_document(raw, sources.limits)
        self.places = Places(name, self.document)
        self._facts = facts_of(self.document.data)

    def paths(self, where: Locator) -> list[tuple[str | int, ...]]:
        return paths_of(self._facts, where) if self._facts else []


class _OpenFiles:
    """Files that were read again, the latest few of them."""

    def __init__(self, sources: Readable) -> None:
        self._sources = sources
        self._files: dict[str, _Opened] = {}

    def take(self, name: str) -> _Opened:
        opened = self._files.pop(name, None) or _Opened(name, self._sources)
        self._files[name] = opened
        if len(self._files) > _KEPT_OPEN:
            del self._files[next(iter(self._files))]
        return opened


def _finding(rule: Entry, problem: FileProblem, files: _OpenFiles) -> Finding:
    opened = files.take(problem.path)
    paths = opened.paths(problem.where)
    first = paths[0] if paths else ()
    at, _ = opened.places.names(first)
    # Of several places any may become the first when stages move; the baseline shall not notice.
    anchor = min(opened.places.names(path)[1] for path in paths or [()])
    more = [
        Related(opened.places.place(path), "Here too.") for path in paths[1 : 1 + _SHOWN_PLACES]
    ]
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        help=problem.help,
        url=rule.page,
        place=opened.places.place(first),
        at=at,
        anchor=anchor,
        fix=_fix(problem, paths, opened),
        related=(*more, *(_elsewhere(each, files) for each in problem.elsewhere)),
    )


def _elsewhere(other: tuple[str, Locator, str], files: _OpenFiles) -> Related:
    name, where, words = other
    opened = files.take(name)
    paths = opened.paths(where)
    if not paths:
        return Related(Place(name, Position(1, 1), Position(1, 1)), words)
    return Related(opened.places.place(paths[0]), words)


def _fix(problem: FileProblem, paths: list[tuple[str | int, ...]], opened: _Opened) -> Fix | None:
    if problem.suggestion is None:
        return None
    title = f"Write `{problem.suggestion}`"
    lowered = [
        repairs.lower(
            Repair(RepairKind.REPLACE, path, problem.suggestion, title),
            (),
            opened.document,
            opened.places,
        )
        for path in paths
    ]
    if not lowered or None in lowered:
        return None  # a fix that mends some of the places only would leave the finding standing
    return Fix(title, safe=True, edits=tuple(edit for fix in lowered if fix for edit in fix.edits))
