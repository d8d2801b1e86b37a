"""Whether a fix does harm: what has to be gone, what must not be new, and what has to stay."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from journeycli.findings import Severity
from journeycli.lint import engine
from journeycli.source.document import read_document
from journeycli.source.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.findings import Finding
    from journeycli.source.document import Document
    from journeycli.source.edits import TextEdit


_UNKNOWN_FORMAT = "J006"
_BLANKS = re.compile(r"[ \t]*")


class Guard(Protocol):
    """Judges a changed text of one file."""

    def accepts(self, changed: bytes, edits: Sequence[TextEdit], fixed: Sequence[Finding]) -> bool:
        """Tell whether edits, sorted, made a text better, and only where they stand."""


class MapGuard:
    """Judges a map, persona or catalog.

    The findings are gone, no error is new, and every key, text and comment that no edit touches
    reads as before, as deep as before.

    Args:
        name: The file as findings name it.
        raw: Its bytes.
        around: What its findings depend on besides.

    """

    def __init__(self, name: str, raw: bytes, around: engine.Around) -> None:
        self._name = name
        self._around = around
        self._document = read_document(raw, around.limits)
        self._findings = engine.check_file(name, raw, around).findings

    def accepts(self, changed: bytes, edits: Sequence[TextEdit], fixed: Sequence[Finding]) -> bool:
        """Tell whether edits, sorted, made a text better, and only where they stand."""
        after = read_document(changed, self._around.limits)
        before_them = _Touched(edit.span for edit in edits)
        behind_them = _Touched(_moved(edits))
        return list(_rest(self._document, before_them)) == list(
            _rest(after, behind_them)
        ) and self._are_gone(changed, fixed)

    def _are_gone(self, changed: bytes, fixed: Sequence[Finding]) -> bool:
        """Tell whether there is that much less of what was fixed, and no more errors.

        Errors are counted by rule: a fix may well change how the message of another names things.
        While the format of a file is not known, nothing else in it is looked at, so that what
        shows afterwards is not new.
        """
        found = engine.check_file(self._name, changed, self._around).findings
        before, after = (Counter(each.code for each in some) for some in (self._findings, found))
        gone = Counter(each.code for each in fixed)
        judged = {each.code for each in found if each.severity is Severity.ERROR} | {*gone}
        if _UNKNOWN_FORMAT in gone:
            judged = {*gone}
        return all(after[code] <= max(before[code] - gone[code], 0) for code in judged)


class SettingsGuard:
    """Judges a settings file: as many keys and values change as there are edits, and no more."""

    def __init__(self, raw: bytes) -> None:
        self._leaves = _leaves_of(raw)

    def accepts(self, changed: bytes, edits: Sequence[TextEdit], fixed: Sequence[Finding]) -> bool:
        """Tell whether edits changed what they are at, and nothing else."""
        del fixed  # settings are read once a run; that the words are rules, the fix knows
        before, after = self._leaves, _leaves_of(changed)
        if before is None or after is None or len(before) != len(after):
            return False
        return sum(left != right for left, right in zip(before, after, strict=True)) == len(edits)


class _Touched:
    """Stretches of a text, in order, none overlapping another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = list(spans)
        self._starts = [span.start for span in found]
        self._ends = [span.end for span in found]

    def holds(self, span: Span) -> bool:
        """Tell whether one of them overlaps a span."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] > span.start

    def reach(self, span: Span) -> bool:
        """Tell whether one of them overlaps a span, or begins or ends where it does."""
        last = bisect_right(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] >= span.start


def _moved(edits: Sequence[TextEdit]) -> Iterator[Span]:
    """Give where the new texts stand once all edits are made."""
    shift = 0
    for (start, end), text in edits:
        yield Span(start + shift, start + shift + len(text))
        shift += len(text) - (end - start)


def _rest(document: Document, touched: _Touched) -> Iterator[tuple[object, ...]]:
    """Give what stands outside of some stretches, without its place."""
    for leaf in document.leaves():
        start, end = leaf.span
        if start < end:
            is_touched = touched.holds(leaf.span)
        else:  # a missing value is all the room that it leaves
            room = _BLANKS.match(document.text, end)
            is_touched = touched.reach(Span(start, room.end() if room else end))
        if not is_touched:
            yield leaf[1:]
    for comment in document.comments:
        if not touched.holds(comment.span):
            yield (comment.text,)


def _leaves_of(raw: bytes) -> list[object] | None:
    """Give the keys and values of a TOML file in a fixed order; None where it is none."""
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    found: list[object] = []
    todo: list[object] = [data]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            found += value
            todo += value.values()
        elif isinstance(value, list):
            todo += value
        else:
            found.append(value)
    return found
