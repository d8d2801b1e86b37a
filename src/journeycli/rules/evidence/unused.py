"""J703: evidence that is there and that nobody uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import WorkspaceRule
from journeycli.text import closest
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.workspace.index import FileFacts, Index


class UnusedEvidence(WorkspaceRule):
    """Evidence that nothing names.

    What:
        A piece of evidence is declared on a researched or measured map, and no stage, statement,
        opinion, metric or persona names it, on this map or elsewhere in the workspace. Nothing is
        said while a file that may name it cannot be read.

    Why:
        Either the map does not say what the study found, or the study says nothing on this
        journey.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
    """

    code = "J703"
    name = "unused-evidence"
    summary = "evidence that nothing names"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a piece of evidence."""
        idle = [file for file in index.of_kind("map") if file.idle_evidence]
        if not idle or index.unseen("persona"):
            return
        named = {name for file in index.files for kind, name in file.open if kind == "evidence"}
        for file in idle:
            misspelt = _misspelt(file, index)
            for evidence, title in file.idle_evidence:
                if evidence not in named and evidence not in misspelt:
                    yield FileProblem(
                        path=file.path,
                        where=Locator("declares", "evidence", evidence),
                        message=f"Nothing names the evidence “{title}”.",
                        help=f"Write `evidence: [{evidence}]` on the stage or statement that it "
                        "speaks of, or take it out.",
                    )


def _misspelt(file: FileFacts, index: Index) -> frozenset[str | None]:
    """Give the evidence that a map probably means by names that nobody declares."""
    own = file.declares.get("evidence", ())
    return frozenset(
        closest(name, own)
        for kind, name in file.open
        if kind == "evidence" and not index.declares(kind, name)
    )
