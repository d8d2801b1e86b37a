"""Settings as plain frozen values, each with the place where it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Level: TypeAlias = Literal["error", "warning", "info"]
SeverityWord: TypeAlias = Literal["error", "warning", "info", "off"]
RuleScope: TypeAlias = Literal["map", "stage", "touchpoint", "barrier", "persona"]


class Place(NamedTuple):
    """A stretch of a settings file: lines and columns from 1, in code points, end exclusive.

    The path is relative to the workspace root with forward slashes, absolute where it lies outside.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Origin(NamedTuple):
    """Where a value comes from: a file and its line, or a word such as `default`."""

    source: str
    line: int | None = None

    def __str__(self) -> str:
        """Give `journey.toml:3`, `default` or `command line`."""
        return self.source if self.line is None else f"{self.source}:{self.line}"


DEFAULT = Origin("default")
COMMAND_LINE = Origin("command line")


class Selector(NamedTuple):
    """What names rules: a code, the start of one, or a rule's name; none on the command line."""

    text: str
    place: Place | None = None


class SeverityOverride(NamedTuple):
    """Another weight for what a selector names; `off` leaves it out."""

    selector: Selector
    severity: SeverityWord


class PerFileIgnore(NamedTuple):
    """Rules that are left out in the files that a pattern matches.

    Attributes:
        glob: A pattern as in .gitignore, relative to the workspace root.
        selectors: The rules.
        reason: Why, or None where the settings do not say.
        place: Where the pattern stands.

    """

    glob: str
    selectors: tuple[Selector, ...]
    reason: str | None
    place: Place


class Plugin(NamedTuple):
    """A Python package whose rules are loaded, by the name that it is installed under."""

    name: str
    place: Place


class ImportLane(NamedTuple):
    """What a lane of an imported table is called there, and the format's key that it fills."""

    lane: str
    key: str
    place: Place


class Options(NamedTuple):
    """What changes the findings of rules, and so the key of every cached result.

    Attributes:
        evidence_months: Months after which evidence counts as old.
        hypothesis_months: Months after which a hypothesis wants another look.
        stalled_months: Months after which a barrier that nobody works on weighs more.
        statement_length: Cells of display width that still read on a picture.

    """

    evidence_months: int = 18
    hypothesis_months: int = 6
    stalled_months: int = 6
    statement_length: int = 140


class Limits(NamedTuple):
    """How much of a file is read: its bytes, depth, nodes after aliases, and stages."""

    bytes: int = 5_000_000
    depth: int = 64
    nodes: int = 50_000
    stages: int = 500


class OwnRule(NamedTuple):
    """A rule of the organisation's own; its expressions are JMESPath, not compiled yet.

    Attributes:
        code: The code, with a prefix other than J.
        name: The defect in kebab-case.
        scope: The element that the expressions look at.
        require: What has to be true of it.
        message: What is said where it is not.
        severity: Its weight.
        when: Which elements are looked at, or None for all.
        docs: An address or a few sentences that `journey explain` shows.
        places: The place of each value by its key, and the header's under the empty key.

    """

    code: str
    name: str
    scope: RuleScope
    require: str
    message: str
    severity: Level = "warning"
    when: str | None = None
    docs: str | None = None
    places: tuple[tuple[str, Place], ...] = ()

    @property
    def url(self) -> str | None:
        """Give `docs` where it is an address."""
        docs = self.docs or ""
        return docs if docs.startswith(("https://", "http://")) and " " not in docs else None

    def place(self, key: str = "") -> Place:
        """Give the place of a value, or that of the rule's header where the key was left out."""
        known = dict(self.places)
        return known.get(key) or known[""]


_OPTIONS, _LIMITS = Options(), Limits()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run goes by.

    Attributes:
        root: The workspace's root; patterns are relative to it.
        select: The rules that speak; empty for all.
        ignore: The rules that do not.
        extend_select: Rules that speak besides those of `select`.
        severity: Other weights, those of the nearest file last.
        per_file_ignores: Rules left out in some files, those of the nearest file last.
        include: Patterns of the files that count; empty for all.
        exclude: Patterns of the files that do not.
        options: What changes the findings of rules.
        fail_level: The weight from which on a run fails.
        baseline: The baseline file, with the root in front; None for the usual one.
        today: The date that is taken for today; None for the day of the run, UTC.
        limits: How much of a file is read.
        rules: Rules of the organisation's own.
        plugins: Packages whose rules are loaded.
        import_lanes: What lanes of imported tables fill.
        files: The settings files that were read, the nearest first.
        origins: Where each value comes from, by its key as in the file: `fail-level`,
            `limits.bytes`, `severity.J404`, `per-file-ignores.maps/old/*`, `rule.ACME1`.

    """

    root: Path = Path()
    select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()
    extend_select: tuple[Selector, ...] = ()
    severity: tuple[SeverityOverride, ...] = ()
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    options: Options = _OPTIONS
    fail_level: Level = "warning"
    baseline: Path | None = None
    today: date | None = None
    limits: Limits = _LIMITS
    rules: tuple[OwnRule, ...] = ()
    plugins: tuple[Plugin, ...] = ()
    import_lanes: tuple[ImportLane, ...] = ()
    files: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)

    def origin(self, key: str) -> Origin:
        """Tell where a value comes from, by its key as in the file."""
        return self.origins.get(key, DEFAULT)
