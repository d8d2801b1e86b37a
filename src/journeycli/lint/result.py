"""What checking one file gives, and what stays of it once its findings are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeycli.findings import Finding
    from journeycli.lint.ignores import Ignore, Malformed
    from journeycli.workspace.index import FileFacts


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


@dataclass(frozen=True, slots=True)
class FileResult:
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
