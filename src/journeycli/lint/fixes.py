"""Applying fixes: only where the result reads, the finding is gone and no error is new.

Fixes are edits of the text, so every byte outside of them stays. Fixes that overlap are applied in
passes, the first one first; what a pass changes is linted again before the next.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Severity
from journeycli.lint import engine
from journeycli.lint.run import lint
from journeycli.rules.vocabulary import Vocabulary
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.span import Lines, Span
from journeycli.workspace.reading import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.findings import Finding, Place
    from journeycli.lint.engine import Rules
    from journeycli.lint.run import Run, Sources
    from journeycli.lint.speaking import Choice

_PASSES = 10  # fixes that make room for one another settle in two or three
_BOM = "\ufeff"


class Fixed(NamedTuple):
    """A file whose text fixes change: its name, its bytes before and after."""

    name: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fixing did.

    Attributes:
        files: The files that change, sorted by name.
        applied: How many fixes were applied.
        refused: How many were not, because the result would have been worse.
        run: The lint of what is left.

    """

    files: tuple[Fixed, ...]
    applied: int
    refused: int
    run: Run


def fix(sources: Sources, rules: Rules, choice: Choice, *, unsafe: bool) -> Outcome:
    """Apply the fixes of what counts in a run, in memory.

    Args:
        sources: The files; from then on they give the fixed text.
        rules: The catalogue.
        choice: Who may speak; only what counts is fixed.
        unsafe: Whether fixes that may change the meaning are applied as well.

    """
    before: dict[str, bytes] = {}
    applied = refused = 0
    settled: set[str] = set()
    for _ in range(_PASSES):
        run = lint(sources, rules, choice)
        refused = 0
        changed = False
        for name, findings in _fixable(run, unsafe=unsafe).items():
            if name in settled:
                continue
            raw = _bytes(name, sources)
            editor = _Editor(name, raw, sources, rules, choice)
            done = editor.apply(findings)
            refused += len(findings) - done
            if editor.raw != raw:
                before.setdefault(name, raw)
                sources.change(name, editor.raw)
                applied += done
                changed = True
            if not editor.is_map:
                settled.add(name)  # settings are read once a run
        if not changed:
            break
    files = tuple(Fixed(name, before[name], sources.read(name)) for name in sorted(before))
    return Outcome(files, applied, refused, lint(sources, rules, choice))


def _fixable(run: Run, *, unsafe: bool) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for each in run.report.findings:
        if each.fix is None or not (each.fix.safe or unsafe):
            continue
        if all(edit.place.path == each.place.path for edit in each.fix.edits):
            found.setdefault(each.place.path, []).append(each)
    return found


def _bytes(name: str, sources: Sources) -> bytes:
    try:
        return sources.read(name)
    except (UnreadableError, KeyError):
        return sources.path(name).read_bytes()


class _Editor:
    """Changes the text of one file by fixes that make it better."""

    def __init__(
        self, name: str, raw: bytes, sources: Sources, rules: Rules, choice: Choice
    ) -> None:
        self.raw = raw
        self.is_map = name in sources.linted
        self._name = name
        self._around = engine.Around(rules, Vocabulary(), choice.options, sources.limits)

    def apply(self, findings: Sequence[Finding]) -> int:
        """Apply as many fixes as fit side by side; give how many."""
        chosen = _side_by_side(findings)
        if self._try(chosen):
            return len(chosen)
        for finding in chosen:  # one of them does harm: find the first that does not
            if self._try([finding]):
                return 1
        return 0

    def _try(self, findings: Sequence[Finding]) -> bool:
        changed = _edited(self.raw, findings)
        if changed is None or changed == self.raw or not self._is_better(changed, findings):
            return False
        self.raw = changed
        return True

    def _is_better(self, changed: bytes, fixed: Iterable[Finding]) -> bool:
        if not self.is_map:
            return _is_toml(changed)
        old = engine.check_file(self._name, self.raw, self._around)
        new = engine.check_file(self._name, changed, self._around)
        errors_before, errors_after = _errors(old.findings), _errors(new.findings)
        gone = Counter((each.code, each.message) for each in fixed)
        left = Counter((each.code, each.message) for each in new.findings)
        was = Counter((each.code, each.message) for each in old.findings)
        return not (errors_after - errors_before) and all(
            left[key] <= max(was[key] - count, 0) for key, count in gone.items()
        )


def _errors(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((e.code, e.message) for e in findings if e.severity is Severity.ERROR)


def _side_by_side(findings: Sequence[Finding]) -> list[Finding]:
    """Give the fixes that do not overlap, the first one first."""
    taken: list[Place] = []
    chosen: list[Finding] = []
    for finding in findings:
        places = [edit.place for edit in finding.fix.edits] if finding.fix else []
        if not any(_overlap(place, other) for place in places for other in taken):
            taken += places
            chosen.append(finding)
    return chosen


def _overlap(left: Place, right: Place) -> bool:
    if left.start == right.start:
        return True
    return left.start < right.end and right.start < left.end


def _edited(raw: bytes, findings: Iterable[Finding]) -> bytes | None:
    """Apply edits to the text of a file; None where it is not text or the edits do not fit."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    bom = _BOM if text.startswith(_BOM) else ""
    body = text[len(bom) :]
    lines = Lines(body)
    edits = {
        TextEdit(Span(lines.offset(edit.place.start), lines.offset(edit.place.end)), edit.text)
        for finding in findings
        if finding.fix
        for edit in finding.fix.edits
    }
    try:
        return (bom + apply_edits(body, sorted(edits))).encode("utf-8")
    except ValueError:
        return None


def _is_toml(raw: bytes) -> bool:
    try:
        tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    return True
