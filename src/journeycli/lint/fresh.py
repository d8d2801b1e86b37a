"""What is new since an earlier run: in what changed, and in what that affects elsewhere.

A finding is shown if there are more of its kind than before, by the same key as in a baseline,
which survives moving, renaming and editing around it; or if it stands on a line that has changed.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from journeycli.lint.baseline import file_of, key_of
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from journeycli.findings import Finding, Report
    from journeycli.lint.baseline import Key
    from journeycli.lint.run import Run

    Read = Callable[[str], str | None]

_LINE = re.compile(r"\r\n|\r|\n")


class Past:
    """An earlier run, and what its files said.

    Args:
        run: The run; None where there was nothing to look at.
        read: Gives the text of one of its files, or None where that cannot be read.

    """

    def __init__(self, run: Run | None, read: Read) -> None:
        self._read = read
        facts = run.facts if run else {}
        findings = run.report.findings if run else ()
        suppressed = run.report.suppressed if run else ()
        self.counting = Counter(key_of(each, facts) for each in findings)
        self.known = self.counting + Counter(key_of(each, facts) for each in suppressed)
        self._names = set(run.report.files) if run else set()
        self._by_id: dict[tuple[str, str], list[str]] = {}
        for name in sorted(self._names):
            self._by_id.setdefault(file_of(name, facts), []).append(name)

    def name(self, name: str, run: Run, present: Container[str]) -> str | None:
        """Give what a file of a later run was called; None where it is new.

        A file of another name is the same file if it has the id, and that name has it no longer:
        the copy of a map that is still there is new.

        Args:
            name: The file's name in findings.
            run: The later run.
            present: Every file of the workspace then.

        """
        if name in self._names:
            return name
        same = file_of(name, run.facts)
        left = (
            each
            for each in self._by_id.get(same, ())
            if each not in present or file_of(each, run.facts) != same
        )
        return next(left, None)

    def text(self, name: str) -> str | None:
        """Give what a file said; None where it could not be read as a whole."""
        return self._read(name)

    def gone(self, run: Run, present: frozenset[str]) -> int:
        """Count the files that are not there any more, under no name."""
        found = {self.name(name, run, present) for name in run.report.files}
        return len(self._names - found - present)


class Fresh:
    """Narrows a run to what is new.

    Args:
        past: What it is compared with.
        read: Gives the text of a file of today, or None where it cannot be read.
        present: Every file of the workspace today, by its name in findings.
        since: What the past is called, in words for the reader: `since main (1a2b3c4)`.

    """

    def __init__(self, past: Past, read: Read, present: Iterable[str], since: str) -> None:
        self._past = past
        self._present = frozenset(present)
        self._read = read
        self._since = since
        self._touched: dict[str, tuple[int, frozenset[int]]] = {}
        self._given: tuple[Run, Report] | None = None

    def __call__(self, run: Run) -> Report:
        """Give the report of what is new, with a note on what is not shown."""
        if self._given is None or self._given[0] is not run:  # it is asked for more than once
            self._given = run, self._narrowed(run)
        return self._given[1]

    def _narrowed(self, run: Run) -> Report:
        report = run.report
        shown = self._new(report.findings, run, self._past.counting)
        suppressed = self._new(report.suppressed, run, self._past.known)
        left = len(report.findings) - len(shown)
        return report._replace(
            findings=shown,
            suppressed=suppressed,
            notes=(*report.notes, self._note(run, left)),
        )

    def _new(
        self, findings: Iterable[Finding], run: Run, before: Mapping[Key, int]
    ) -> tuple[Finding, ...]:
        alike: dict[Key, list[Finding]] = {}
        for finding in findings:
            alike.setdefault(key_of(finding, run.facts), []).append(finding)
        new: list[Finding] = []
        for key, group in alike.items():
            touched = [each for each in group if self._is_touched(each, run)]
            more = len(group) - before.get(key, 0) - len(touched)
            others = [each for each in group if each not in touched]
            new += [*touched, *(others[-more:] if more > 0 else ())]
        return tuple(sorted(new, key=lambda each: each.sort_key))

    def _is_touched(self, finding: Finding, run: Run) -> bool:
        start, end = finding.place.start, finding.place.end
        last = end.line if end.column > 1 else max(end.line - 1, start.line)
        lines = self._lines(finding.place.path, run)
        return any(number in lines for number in range(start.line, last + 1))

    def _lines(self, name: str, run: Run) -> frozenset[int]:
        """Give the lines of a file that have changed, from 1."""
        text = self._read(name) or ""
        known = hash(text)  # the texts themselves would be as large as the workspace
        if name not in self._touched or self._touched[name][0] != known:
            old = self._past.name(name, run, self._present)
            before = "" if old is None else self._past.text(old)
            lines = frozenset[int]() if before is None else changed_lines(before, text)
            self._touched[name] = known, lines
        return self._touched[name][1]

    def _note(self, run: Run, left: int) -> str:
        files = run.report.files
        changed = sum(self._has_changed(name, run) for name in files)
        gone = self._past.gone(run, self._present)
        if not changed and not gone:
            said = [f"Nothing changed in {counted(len(files), 'file')} {self._since}"]
        else:
            and_gone = f" and {gone:,} {'is' if gone == 1 else 'are'} gone" if gone else ""
            many = counted(len(files), "file")
            said = [f"{changed:,} of {many} changed{and_gone} {self._since}"]
        if left:
            said.append(f"{counted(left, 'older finding')} not shown")
        return "; ".join(said) + "."

    def _has_changed(self, name: str, run: Run) -> bool:
        old = self._past.name(name, run, self._present)
        if old is None:
            return True
        before, text = self._past.text(old), self._read(name)
        if before is None or text is None:
            return False
        return before != text and _LINE.split(before) != _LINE.split(text)


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Give the lines of a text that were not there before, from 1.

    A line that was moved or indented is the same line, so that a new layout changes few.
    """
    if before == after:
        return frozenset()
    old, new = ([line.strip() for line in _LINE.split(text)] for text in (before, after))
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    gone: Counter[str] = Counter()
    come: list[int] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            gone.update(old[i:j])
            come += range(k, m)
    changed = []
    for number in come:
        if gone[new[number]]:
            gone[new[number]] -= 1
        elif new[number]:
            changed.append(start + number + 1)
    return frozenset(changed)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many lines are the same from the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
