"""What checking one file gives, and what stays of it once its findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeycli.findings import Finding
    from journeycli.lint.ignores import Ignore, Malformed
    from journeycli.workspace.index import FileFacts


class Days(NamedTuple):
    """Says which findings are wanted of those that only time makes wrong: all, or those of a day.

    Days are texts such as `2026-11-30`, which compare like days.

    Attributes:
        today: The day; None where all are wanted.

    """

    today: str | None = None

    def want(self, since: str | None, until: str | None) -> bool:
        """Tell it by the first day on which a finding holds, and the first on which it does not."""
        today = self.today
        if today is None:
            return True
        return (since is None or since <= today) and (until is None or until > today)


EVERY_DAY = Days()


class Known(NamedTuple):
    """What a file is known by.

    Attributes:
        kind: `map`, `persona` or `catalog`; empty where it cannot be told.
        id: The file's own id, empty where it has none.
        readable: Whether all of its ids could be read.

    """

    kind: str
    id: str
    readable: bool


class Heard(NamedTuple):
    """What stays in memory of a linted file.

    Attributes:
        facts: What it is known by.
        ignores: Its ignore comments, those that cannot be read among them.
        complete: Whether every rule that sees single files could run on it.

    """

    facts: Known
    ignores: tuple[Ignore | Malformed, ...] = ()
    complete: bool = False


class FileResult(NamedTuple):
    """What one file gives.

    Attributes:
        findings: What all rules find in it, before selection.
        facts: What it says to other files.
        ignores: Its ignore comments, those that cannot be read among them.
        complete: Whether every rule that sees single files could run on it.
        words: A digest of all that it says, where it is a catalog; else empty.

    """

    findings: tuple[Finding, ...]
    facts: FileFacts
    ignores: tuple[Ignore | Malformed, ...] = ()
    complete: bool = False
    words: str = ""

    @property
    def heard(self) -> Heard:
        """Give what stays of it."""
        facts = self.facts
        known = Known(facts.kind, facts.id, facts.readable)
        return Heard(known, self.ignores, self.complete)
