"""One file through all its rules: from bytes to findings and facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Finding, Place, Position, Problem, Related, Severity
from journeycli.lint import repairs
from journeycli.lint.ignores import ignores_of
from journeycli.lint.places import Places
from journeycli.model import Catalog, JourneyMap, Persona
from journeycli.parsing import parse
from journeycli.rules.base import (
    DocumentRule,
    FactsRule,
    MapRule,
    PersonaRule,
    ReadingRule,
    StageRule,
    WorkspaceRule,
)
from journeycli.rules.context import MapContext, PersonaContext
from journeycli.source.document import read_document
from journeycli.text import one_line
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import FileFacts, file_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.lint.ignores import Ignore, Malformed
    from journeycli.parsing import Fitted
    from journeycli.rules.base import Rule
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.settings import Options
    from journeycli.source.document import Document, Fault
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gives.

    Attributes:
        findings: What all rules find in it, before selection.
        facts: What it says to other files.
        ignores: Its ignore comments, those that cannot be read among them.
        complete: Whether every rule that sees single files could run on it.

    """

    findings: tuple[Finding, ...]
    facts: FileFacts
    ignores: tuple[Ignore | Malformed, ...] = ()
    complete: bool = False


class Rules(NamedTuple):
    """The catalogue sorted by what the rules are shown."""

    by_code: dict[str, type[Rule]]
    document: tuple[DocumentRule, ...]
    facts: tuple[FactsRule, ...]
    map: tuple[MapRule, ...]
    stage: tuple[StageRule, ...]
    persona: tuple[PersonaRule, ...]
    workspace: tuple[WorkspaceRule, ...]


def sort_rules(rules: Sequence[type[Rule]]) -> Rules:
    """Make one instance of each rule and sort them by what they are shown."""
    made = [rule() for rule in rules if not issubclass(rule, ReadingRule)]
    return Rules(
        by_code={rule.code: rule for rule in rules},
        document=tuple(rule for rule in made if isinstance(rule, DocumentRule)),
        facts=tuple(rule for rule in made if isinstance(rule, FactsRule)),
        map=tuple(rule for rule in made if isinstance(rule, MapRule)),
        stage=tuple(rule for rule in made if isinstance(rule, StageRule)),
        persona=tuple(rule for rule in made if isinstance(rule, PersonaRule)),
        workspace=tuple(rule for rule in made if isinstance(rule, WorkspaceRule)),
    )


class Around(NamedTuple):
    """What the findings of a file depend on beside its bytes.

    Attributes:
        rules: The catalogue.
        vocabulary: What the workspace's catalogs declare.
        options: What the settings say of months and lengths.
        limits: What a file may be at most.

    """

    rules: Rules
    vocabulary: Vocabulary
    options: Options
    limits: Limits


def check_file(name: str, raw: bytes, around: Around) -> FileResult:
    """Read one file and run every rule that sees one file at a time."""
    rules = around.rules
    document = read_document(raw, around.limits)
    parsed = parse(document)
    facts = facts_of(document.data)
    writer = _Writer(name, document, rules, parsed.fitted)
    found = [*map(writer.fault, document.faults)]
    written = [(rule, list(rule.check(document))) for rule in rules.document]
    asked = (each.repair for _, problems in written for each in problems if each.repair)
    joined = {path for repair in asked for path in repairs.joined(repair, document)}
    for code, problem in parsed.diagnoses:
        if problem.path not in joined:  # a split sentence is one mistake
            found.append(writer.finding(rules.by_code[code], problem))
    for document_rule, problems in written:
        found += writer.findings(document_rule, problems)
    if facts is not None:
        for facts_rule in rules.facts:
            found += writer.findings(facts_rule, facts_rule.check(facts))
    match parsed.model:
        case JourneyMap() as journey:
            found += _map_findings(journey, around, writer)
        case Persona() as persona:
            found += _persona_findings(persona, (), around, writer)
        case Catalog() | None:
            pass
    return FileResult(
        findings=tuple(found),
        facts=file_facts(name, facts),
        ignores=tuple(ignores_of(document, writer.places)),
        complete=parsed.model is not None and not parsed.fitted.doubtful,
    )


def unreadable(name: str, reason: str, rules: Rules) -> FileResult:
    """Give the result of a file whose bytes cannot be had."""
    place = Place(name, Position(1, 1), Position(1, 1))
    rule = rules.by_code["J011"]
    finding = Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=f"This file cannot be read: {reason}.",
        help="Check that the file is there and that you may read it.",
        url=rule.url(),
        place=place,
        at="",
    )
    return FileResult((finding,), file_facts(name, None))


def _map_findings(journey: JourneyMap, around: Around, writer: _Writer) -> Iterator[Finding]:
    rules = around.rules
    hypothesis = journey.maturity == "hypothesis"
    context = MapContext(journey, around.vocabulary, around.options)
    for map_rule in rules.map:
        yield from writer.findings(map_rule, map_rule.check(journey, context), (), hypothesis)
    for stage_context in context.stages:
        prefix = ("stages", stage_context.index)
        for stage_rule in rules.stage:
            problems = stage_rule.check(stage_context.stage, stage_context)
            yield from writer.findings(stage_rule, problems, prefix, hypothesis)
    for index, persona in enumerate(journey.personas):
        if isinstance(persona, Persona):
            place = ("personas", index)
            yield from _persona_findings(persona, place, around, writer)
    context.release()


def _persona_findings(
    persona: Persona, prefix: Path, around: Around, writer: _Writer
) -> Iterator[Finding]:
    context = PersonaContext(around.vocabulary, on_map=bool(prefix))
    for rule in around.rules.persona:
        yield from writer.findings(rule, rule.check(persona, context), prefix)


class _Writer:
    """Turns faults and problems of one file into findings."""

    def __init__(self, name: str, document: Document, rules: Rules, fitted: Fitted) -> None:
        self._document = document
        self._rules = rules
        self._fitted = fitted
        self.places = Places(name, document)

    def fault(self, fault: Fault) -> Finding:
        rule = self._rules.by_code[fault.code]
        places = self.places
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=fault.message,
            help=fault.help,
            url=rule.url(),
            place=places.of_span(fault.span),
            at="",
            fix=repairs.of_text_fix(fault.fix, places) if fault.fix else None,
            related=tuple(Related(places.of_span(span), text) for span, text in fault.related),
        )

    def findings(
        self,
        rule: Rule,
        problems: Iterable[Problem],
        prefix: Path = (),
        hypothesis: bool = False,  # noqa: FBT001, FBT002 - the hot path; named at every call
    ) -> Iterator[Finding]:
        if not rule.is_built_in():
            problems = guarded(rule, problems)
        for problem in problems:
            if not self._fitted.is_doubtful((*prefix, *problem.path)):
                yield self.finding(type(rule), problem, prefix, hypothesis=hypothesis)

    def finding(
        self,
        rule: type[Rule],
        problem: Problem,
        prefix: Path = (),
        *,
        hypothesis: bool = False,
    ) -> Finding:
        places = self.places
        path = self._fitted.written((*prefix, *problem.path))
        related = tuple(Related(places.place(other), text) for other, text in problem.related)
        repair = problem.repair
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=problem.severity or _weight(rule, hypothesis=hypothesis),
            message=problem.message,
            help=problem.help,
            url=rule.url(),
            place=places.place(path, on_key=problem.on_key, whole=problem.whole),
            at=places.at(path),
            anchor=places.anchor(path),
            fix=repairs.lower(repair, prefix, self._document, places) if repair else None,
            related=(*related, *places.related(path)),
            stage=problem.stage,
            since=problem.since,
            until=problem.until,
        )


def guarded(rule: Rule, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the problems of a rule that others wrote; its failure becomes one of them."""
    try:
        yield from problems
    except Exception as error:  # noqa: BLE001 - somebody else's code must not end our run
        yield Problem(
            (),
            f"The rule {rule.code} failed here: {type(error).__name__}: {one_line(str(error))}",
            help="Tell those who wrote it; the other rules ran.",
            severity=Severity.ERROR,
        )


def _weight(rule: type[Rule], *, hypothesis: bool) -> Severity:
    return rule.on_hypothesis if hypothesis and rule.on_hypothesis else rule.severity
