"""One run over a workspace: every file, then what shows across files, then who may speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.findings import Report
from journeycli.lint import engine
from journeycli.lint.across import across_findings
from journeycli.lint.speaking import speak
from journeycli.lint.upkeep import view_of
from journeycli.model.channels import CHANNELS
from journeycli.model.phases import PHASES
from journeycli.parsing import parse_catalog
from journeycli.rules.vocabulary import Vocabulary
from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import Index, file_facts
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journeycli.lint.baseline import View
    from journeycli.lint.engine import FileResult, Rules
    from journeycli.lint.speaking import Choice
    from journeycli.source.limits import Limits
    from journeycli.workspace.discovery import Discovered
    from journeycli.workspace.index import FileFacts


class Sources:
    """The bytes of a run's files, each read when it is asked for.

    Args:
        discovered: The files of the run.
        limits: What a file may be at most.
        given: Bytes that stand for a file, by its name in findings: standard input.

    Attributes:
        limits: What a file may be at most.
        linted: The files whose findings are reported, by their names in findings.

    """

    def __init__(
        self, discovered: Discovered, limits: Limits, given: dict[str, bytes] | None = None
    ) -> None:
        self._discovered = discovered
        self._paths = {discovered.name(path): path for path in discovered.known}
        self._given = given or {}
        self._direct = discovered.named
        asked = (discovered.name(path) for path in discovered.linted)
        self.linted = frozenset((*asked, *self._given))
        self._changed: dict[str, bytes] = {}
        self.limits = limits

    @property
    def names(self) -> list[str]:
        """Every file of the workspace by its name in findings, sorted."""
        return sorted({*self._paths, *self._given})

    def change(self, name: str, raw: bytes) -> None:
        """From now on, give these bytes for a file, whatever the disk holds."""
        self._changed[name] = raw

    def path(self, name: str) -> Path:
        """Give where a file of the workspace lies."""
        return self._paths.get(name) or self._discovered.root / name

    def beside(self, name: str) -> str | None:
        """Give the text of a file of the workspace that is no map, such as its settings."""
        try:
            path = self._discovered.root / name
            return read_bytes(path, limit=self.limits.bytes).decode("utf-8", "replace")
        except UnreadableError:
            return None

    def read(self, name: str) -> bytes:
        """Read a file.

        Raises:
            UnreadableError: It cannot be read.

        """
        if name in self._changed:
            return self._changed[name]
        if name in self._given:
            return self._given[name]
        path = self._paths[name]
        root = None if path in self._direct else self._discovered.root
        return read_bytes(path, limit=self.limits.bytes, root=root)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave.

    Attributes:
        report: The findings.
        facts: What each file says to others, by its name.
        view: What the run looked at.

    """

    report: Report
    facts: Mapping[str, FileFacts]
    view: View


def lint(sources: Sources, rules: Rules, choice: Choice) -> Run:
    """Lint files and give what was found, sorted, as far as `choice` lets it speak."""
    around = engine.Around(rules, _vocabulary(sources), choice.options, sources.limits)
    results: dict[str, FileResult] = {}
    facts: dict[str, FileFacts] = {}
    for name in sources.names:
        if name in sources.linted:
            results[name] = _check(name, sources, around)
            facts[name] = results[name].facts
        else:
            facts[name] = _facts_only(name, sources)
    index = Index(facts.values(), {"channel": CHANNELS, "phase": PHASES})
    found = [each for result in results.values() for each in result.findings]
    found += across_findings(index, rules, sources)
    all_read = not index.held_back()
    counting, suppressed = speak(found, results, rules, choice, all_read=all_read)
    report = Report(
        findings=tuple(counting),
        suppressed=tuple(suppressed),
        files=tuple(sorted(sources.linted)),
        today=choice.today.isoformat(),
        notes=tuple(index.held_back()),
    )
    return Run(report, facts, view_of(results, choice))


def _check(name: str, sources: Sources, around: engine.Around) -> FileResult:
    try:
        raw = sources.read(name)
    except UnreadableError as error:
        return engine.unreadable(name, str(error), around.rules)
    return engine.check_file(name, raw, around)


def _facts_only(name: str, sources: Sources) -> FileFacts:
    try:
        document = read_document(sources.read(name), sources.limits)
    except UnreadableError:
        return file_facts(name, None)
    return file_facts(name, facts_of(document.data))


def _vocabulary(sources: Sources) -> Vocabulary:
    catalogs = []
    for name in sources.names:
        if ".catalog." in name:
            try:
                raw = sources.read(name)
            except UnreadableError:
                continue  # reported where the file has its turn
            catalog = parse_catalog(read_document(raw, sources.limits))
            if catalog is not None:
                catalogs.append(catalog)
    return Vocabulary.of(catalogs)
