"""Applying fixes: only where the result reads, the finding is gone and no error is new.

Fixes are edits of the text, so every byte outside of them stays. Fixes that overlap are applied in
passes, safe ones and then the first one first; what a pass changes is linted again before the next.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeycli.lint import engine
from journeycli.lint.harm import Guard, MapGuard, SettingsGuard
from journeycli.lint.run import ALONE, Means, lint
from journeycli.rules.vocabulary import Vocabulary
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.span import Lines, Span
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journeycli.findings import Finding, Place, Report
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.run import Run, Sources
    from journeycli.lint.speaking import Choice

_PASSES = 10  # fixes that make room for one another settle in two or three
_EFFORT = 4_000
"""Fixes tried in a file, each counted as often as it is tried; bounds the time of a broken one."""

_FEWEST = 6  # tries that even a file with very many fixes gets
_BOM = "\ufeff"
_HIDING = frozenset({"J001", "J003", "J004", "J006", "J007", "J008", "J011", "J012"})
"""Errors behind which a name may be declared, so that what names it is right as it stands."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file that fixes change.

    Attributes:
        name: The file as findings name it.
        before: Its bytes as they were read.
        after: Its bytes with the fixes.
        count: How many fixes that took.
        is_settings: Whether it is a settings file, which is not read again in this run.

    """

    name: str
    before: bytes
    after: bytes
    count: int
    is_settings: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fixing did.

    Attributes:
        files: The files that change, sorted by name.
        refused: How many fixes were not applied, because the result would have been worse.
        unsafe: How many were left for `unsafe`, because they may change the meaning.
        run: The lint of what is left.

    """

    files: tuple[Fixed, ...]
    refused: int
    unsafe: int
    run: Run

    @property
    def applied(self) -> int:
        """How many fixes were applied."""
        return sum(each.count for each in self.files)


def fix(
    sources: Sources,
    rules: Rules,
    choice: Choice,
    *,
    unsafe: bool,
    narrow: Callable[[Run], Report] = attrgetter("report"),
    means: Means = ALONE,
) -> Outcome:
    """Apply the fixes of what counts in a run, in memory.

    Args:
        sources: The files; from then on they give the fixed text.
        rules: The catalogue.
        choice: Who may speak; only what counts is fixed.
        unsafe: Whether fixes that may change the meaning are applied as well.
        narrow: Gives the part of a run that is shown; the rest is not fixed.
        means: How to lint.

    """
    bench = _Bench(sources, rules, choice, unsafe=unsafe, narrow=narrow)
    run = lint(sources, rules, choice, means)
    for _ in range(_PASSES):
        found = bench.fixable(run)
        if bench.take(found):  # what a file says may have changed since it was linted
            run = lint(sources, rules, choice, means)
            found = bench.fixable(run)
        if not sum([bench.work(name, findings) for name, findings in found.items()]):
            break
        run = lint(sources, rules, choice, means)
    left = sum(map(len, bench.fixable(run, careful=False).values()))
    return Outcome(
        files=bench.changed(),
        refused=bench.refused_in_settings + left,
        unsafe=0 if unsafe else sum(_is_unsafe(each) for each in narrow(run).findings),
        run=run,
    )


class _Bench:
    """The files that have something to fix, from the moment on that their bytes are held."""

    def __init__(
        self,
        sources: Sources,
        rules: Rules,
        choice: Choice,
        *,
        unsafe: bool,
        narrow: Callable[[Run], Report],
    ) -> None:
        self._sources = sources
        self._narrow = narrow
        self._unsafe = unsafe
        self._across = rules.across
        self._around = engine.Around(rules, Vocabulary(), choice.options, sources.limits)
        self._before: dict[str, bytes] = {}
        self._after: dict[str, bytes] = {}
        self._settled: set[str] = set()
        self._applied: Counter[str] = Counter()
        self._tries: dict[str, _Tries] = {}
        self.refused_in_settings = 0

    def fixable(self, run: Run, *, careful: bool = True) -> dict[str, list[Finding]]:
        """Give the findings that can be fixed, by file; settings once only.

        Args:
            run: A lint.
            careful: Leave out names that something unread may declare.

        """
        found: dict[str, list[Finding]] = {}
        hiding = {each.place.path for each in run.report.findings if each.code in _HIDING}
        shared = any(_kind_of(name) != "journey" for name in hiding)
        for each in self._narrow(run).findings:
            name = each.place.path
            if each.fix is None or not (each.fix.safe or self._unsafe) or name in self._settled:
                continue
            if PurePath(name).is_absolute():  # outside of the workspace, where nothing is written
                continue
            if careful and each.code in self._across and (shared or name in hiding):
                continue
            if all(edit.place.path == name for edit in each.fix.edits):
                found.setdefault(name, []).append(each)
        return found

    def take(self, names: Iterable[str]) -> bool:
        """Hold the bytes of files from now on; tell whether any file is new."""
        new = [name for name in names if name not in self._before]
        for name in new:
            try:
                self._before[name] = self._after[name] = self._read(name)
            except UnreadableError:
                self._settled.add(name)
            else:
                self._sources.change(name, self._before[name])
        return bool(new)

    def work(self, name: str, findings: Sequence[Finding]) -> int:
        """Apply as many fixes of one file as fit side by side; give how many."""
        raw = self._after.get(name)
        if raw is None:  # it came up after this pass had begun
            return 0
        is_map = name in self._sources.linted
        guard: Guard = MapGuard(name, raw, self._around) if is_map else SettingsGuard(raw)
        tries = self._tries.setdefault(name, _Tries(max(_FEWEST, _EFFORT // len(findings))))
        chosen, changed = _best(raw, _side_by_side(findings), guard, tries)
        self._after[name] = changed
        self._sources.change(name, changed)
        self._applied[name] += len(chosen)
        if not is_map:  # settings are read once a run
            self._settled.add(name)
            self.refused_in_settings += len(findings) - len(chosen)
        return len(chosen)

    def changed(self) -> tuple[Fixed, ...]:
        """Give the files that are not what they were."""
        return tuple(
            Fixed(
                name,
                before,
                self._after[name],
                self._applied[name],
                is_settings=name not in self._sources.linted,
            )
            for name, before in sorted(self._before.items())
            if before != self._after[name]
        )

    def _read(self, name: str) -> bytes:
        if name in self._sources.linted:
            return self._sources.read(name)
        return read_bytes(self._sources.path(name), limit=self._sources.limits.bytes)


@dataclass(slots=True)
class _Tries:
    """How often the fixes of one file may still be tried in a run: each try reads the file anew."""

    left: int

    def take(self) -> bool:
        """Take one; False where none is left."""
        self.left -= 1
        return self.left >= 0


def _kind_of(name: str) -> str:
    return name.rsplit(".", 2)[-2]


def _is_unsafe(finding: Finding) -> bool:
    return finding.fix is not None and not finding.fix.safe


def _best(
    raw: bytes, findings: Sequence[Finding], guard: Guard, tries: _Tries
) -> tuple[tuple[Finding, ...], bytes]:
    """Apply all fixes; where that does harm, all but those that do it, found by halving.

    What has not been found when no tries are left is not fixed.
    """
    chosen: tuple[Finding, ...] = ()
    best = raw
    todo = [tuple(findings)]
    while todo:
        more = todo.pop()
        changed = _edited(raw, (*chosen, *more), guard) if more and tries.take() else None
        if changed is not None:
            chosen, best = (*chosen, *more), changed
        elif len(more) > 1 and tries.left > 0:
            half = len(more) // 2
            todo += (more[half:], more[:half])
    return chosen, best


def _side_by_side(findings: Sequence[Finding]) -> list[Finding]:
    """Give the fixes that do not overlap, the safe ones first, and then the first one first."""
    taken: list[Place] = []
    chosen: list[Finding] = []
    for finding in sorted(findings, key=_is_unsafe):
        places = [edit.place for edit in finding.fix.edits] if finding.fix else []
        if not any(_overlap(place, other) for place in places for other in taken):
            taken += places
            chosen.append(finding)
    return chosen


def _overlap(left: Place, right: Place) -> bool:
    if left.start == right.start:
        return True
    return left.start < right.end and right.start < left.end


def _edited(raw: bytes, findings: Sequence[Finding], guard: Guard) -> bytes | None:
    """Apply edits to the text of a file; None where that does harm."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    bom = _BOM if text.startswith(_BOM) else ""
    body = text[len(bom) :]
    lines = Lines(body)
    edits = sorted(
        TextEdit(Span(lines.offset(edit.place.start), lines.offset(edit.place.end)), edit.text)
        for finding in findings
        if finding.fix
        for edit in finding.fix.edits
    )
    try:
        changed = (bom + apply_edits(body, edits)).encode("utf-8")
    except ValueError:
        return None
    return changed if changed != raw and guard.accepts(changed, edits, findings) else None
