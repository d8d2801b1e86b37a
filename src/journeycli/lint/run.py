"""One run over a workspace: every file, then what shows across files, then who may speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeycli.findings import Report
from journeycli.lint import engine
from journeycli.lint.across import across_findings
from journeycli.model.channels import CHANNELS
from journeycli.model.phases import PHASES
from journeycli.parsing import parse_catalog
from journeycli.rules.vocabulary import Vocabulary
from journeycli.settings import Options
from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import Index, file_facts
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from journeycli.findings import Finding
    from journeycli.lint.engine import FileResult, Rules
    from journeycli.source.limits import Limits
    from journeycli.workspace.discovery import Discovered
    from journeycli.workspace.index import FileFacts


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may speak in a run.

    Attributes:
        codes: The rules whose findings count.
        today: The date that dated rules go by.
        options: What the settings say of months and lengths.

    """

    codes: frozenset[str]
    today: date
    options: Options = field(default_factory=Options)


class Sources:
    """The bytes of a run's files, each read when it is asked for.

    Args:
        discovered: The files of the run.
        limits: What a file may be at most.
        given: Bytes that stand for a file, by its name in findings: standard input.

    """

    def __init__(
        self, discovered: Discovered, limits: Limits, given: dict[str, bytes] | None = None
    ) -> None:
        self._discovered = discovered
        self._paths = {discovered.name(path): path for path in discovered.known}
        self._asked = {discovered.name(path) for path in discovered.linted}
        self._given = given or {}
        self.limits = limits

    @property
    def names(self) -> list[str]:
        """Every file of the workspace by its name in findings, sorted."""
        return sorted({*self._paths, *self._given})

    @property
    def linted(self) -> frozenset[str]:
        """The files whose findings are reported."""
        return frozenset({*self._asked, *self._given})

    def read(self, name: str) -> bytes:
        """Read a file.

        Raises:
            UnreadableError: It cannot be read.

        """
        if name in self._given:
            return self._given[name]
        path = self._paths[name]
        root = None if path in self._discovered.linted else self._discovered.root
        return read_bytes(path, limit=self.limits.bytes, root=root)


def lint(sources: Sources, rules: Rules, choice: Choice) -> Report:
    """Lint files and give what was found, sorted, as far as `choice` lets it speak."""
    around = engine.Around(rules, _vocabulary(sources), choice.options, sources.limits)
    findings: list[Finding] = []
    facts: list[FileFacts] = []
    for name in sources.names:
        if name in sources.linted:
            result = _check(name, sources, around)
            findings += result.findings
            facts.append(result.facts)
        else:
            facts.append(_facts_only(name, sources))
    index = Index(facts, {"channel": CHANNELS, "phase": PHASES})
    findings += across_findings(index, rules, sources)
    return Report(
        findings=tuple(sorted(_speaking(findings, rules, choice), key=lambda f: f.sort_key)),
        files=tuple(sorted(sources.linted)),
        today=choice.today.isoformat(),
        notes=tuple(index.held_back()),
    )


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


def _speaking(findings: list[Finding], rules: Rules, choice: Choice) -> Iterator[Finding]:
    heard = [
        each
        for each in findings
        if each.code in choice.codes and (each.since is None or each.since <= choice.today)
    ]
    silenced = set(_silenced(heard, rules))
    return (
        each for each in heard if (each.code, each.place.path, _stage_of(each.at)) not in silenced
    )


def _silenced(findings: Iterable[Finding], rules: Rules) -> Iterator[tuple[str, str, str]]:
    """Give what the more specific rules silence: code, file and stage."""
    for each in findings:
        for code in rules.by_code[each.code].silences:
            yield code, each.place.path, _stage_of(each.at)


def _stage_of(at: str) -> str:
    return at.partition(".")[0]
