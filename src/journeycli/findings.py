"""What a check says: plain frozen values that every room above can pass on.

Lines and columns count from 1; columns count Unicode code points; ends are exclusive. Paths are
relative to the workspace root with forward slashes, absolute where a file lies outside.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from journeycli.source.span import Position

if TYPE_CHECKING:
    from datetime import date

    from journeycli.source.span import Path

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "Place",
    "Position",
    "Problem",
    "Related",
    "Repair",
    "RepairKind",
    "Report",
    "Severity",
    "Suppression",
]


class Severity(Enum):
    """How much a finding weighs.

    An error is broken or unusable, a warning incomplete or incoherent, an info is advice.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order by weight: 0 is the heaviest."""
        return _RANKS[self]

    def at_least(self, level: Severity) -> bool:
        """Tell whether this weighs as much as `level` or more."""
        return self.rank <= level.rank


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Place(NamedTuple):
    """A stretch of one file's text; the end is exclusive."""

    path: str
    start: Position
    end: Position


class Related(NamedTuple):
    """Another place that a finding speaks of, with what is there."""

    place: Place
    message: str


class Edit(NamedTuple):
    """Replace the text of a place by another text."""

    place: Place
    text: str


class Fix(NamedTuple):
    """A repair as data: what it does, whether the meaning surely stays, and its edits."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class RepairKind(Enum):
    """The closed set of repairs that a rule can ask for."""

    REPLACE = "replace"  # the value's text
    RENAME = "rename"  # the key's text
    QUOTE = "quote"  # the value, as it was typed
    QUOTE_WITH_COMMENT = "quote with comment"  # the value and the comment that follows it
    JOIN = "join"  # everything from the value to `until`, quoted as one text
    REMOVE = "remove"  # a list item with all that belongs to it


class Repair(NamedTuple):
    """A repair by document path; the engine lowers it to text edits.

    Attributes:
        kind: What is done at the path.
        path: Where.
        text: The new value or key; empty where the text stays as typed, or goes.
        title: What it does, in words: "Write `high`".
        safe: Whether the meaning surely stays.
        until: The last element or key that belongs to it, for `JOIN`.

    """

    kind: RepairKind
    path: Path
    text: str
    title: str
    safe: bool = True
    until: Path = ()


class Problem(NamedTuple):
    """What a rule or the parser says: a document path and words; no spans, no files.

    Attributes:
        path: Keys and indexes; from the element for a rule's problem, else from the root. It may
            name a key that is not there: the engine points at the nearest thing that is.
        message: What is wrong.
        help: What to do next, or None for the rule's own help.
        severity: A weight of its own, or None for the rule's.
        repair: A repair, or None.
        related: Other paths of the same file, from the root, with what is there.
        on_key: Point at the key at the end of the path, not at its value.
        whole: Point at all of the element at the path, not at the key that names it.
        since: The first day on which it holds, or None if it always does.
        until: The first day on which it no longer does, or None if it never ends.
        stage: The stage's name, on an open question of the checklist.
        once: Only the first such problem of a rule in a file is told.

    """

    path: Path
    message: str
    help: str | None = None
    severity: Severity | None = None
    repair: Repair | None = None
    related: tuple[tuple[Path, str], ...] = ()
    on_key: bool = False
    whole: bool = False
    since: date | None = None
    until: date | None = None
    stage: str | None = None
    once: bool = False


class Suppression(NamedTuple):
    """Why a finding does not count: `comment`, `settings` or `baseline`, with reason and end."""

    kind: str
    reason: str | None = None
    until: str | None = None


class Finding(NamedTuple):
    """One thing that is wrong, missing or worth a thought, at one place.

    Attributes:
        code: The rule's permanent code, such as `J106`.
        name: The rule's name in kebab-case; it states the defect.
        severity: The weight after ladder and settings.
        message: What is wrong, in the reader's language, on one line.
        help: What to do next, on one line, or None.
        url: The rule's documentation page, or None.
        place: Where in the file.
        at: Where in the document, by ids: `stages[compare].emotions[0].score`; empty at the root.
        fix: A repair, or None.
        related: Other places that belong to it.
        suppressed: Why it does not count, or None.
        stage: The stage's name, on an open question of the checklist: text output gathers these.
        since: The first day on which it holds, for what only time makes wrong.
        until: The first day on which it no longer does.
        anchor: `at` with a hash of the text in place of each index, for baselines.

    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str | None
    url: str | None
    place: Place
    at: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    suppressed: Suppression | None = None
    stage: str | None = None
    since: date | None = None
    until: date | None = None
    anchor: str = ""

    @property
    def sort_key(self) -> tuple[str, Position, str, str, str]:
        """Order findings by path, start, code and document path."""
        return (self.place.path, self.place.start, self.code, self.at, self.message)


class Report(NamedTuple):
    """What one run found.

    Attributes:
        findings: Everything that counts, sorted by path, start, code and `at`.
        suppressed: Everything that does not, sorted in the same way.
        files: The paths that were linted, sorted.
        today: The date that the run took for today, as `YYYY-MM-DD`.
        notes: What the reader should know about the run itself, such as checks held back.

    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    today: str = ""
    notes: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def fixable(self) -> int:
        """Count the findings that carry a safe repair."""
        return sum(finding.fix is not None and finding.fix.safe for finding in self.findings)
