"""One file through all its rules: from bytes to findings and facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Finding, Place, Position
from journeycli.lint import repairs
from journeycli.lint.ignores import ignores_of
from journeycli.lint.writer import Writer
from journeycli.model import Catalog, JourneyMap, Persona, Walk
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
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import FileFacts, file_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.lint.ignores import Ignore, Malformed
    from journeycli.parsing import Parsed
    from journeycli.rules.base import Rule
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.settings import Options
    from journeycli.source.document import Document
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
    """The catalogue sorted by what the rules are shown; and the codes that are not ours."""

    by_code: dict[str, type[Rule]]
    document: tuple[DocumentRule, ...]
    facts: tuple[FactsRule, ...]
    map: tuple[MapRule, ...]
    stage: tuple[StageRule, ...]
    persona: tuple[PersonaRule, ...]
    workspace: tuple[WorkspaceRule, ...]
    foreign: frozenset[str]


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
        foreign=frozenset(rule.code for rule in rules if not rule.is_built_in()),
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
    document = read_document(raw, around.limits)
    return check_read(name, document, parse(document), around)


def check_read(name: str, document: Document, parsed: Parsed, around: Around) -> FileResult:
    """Run every rule that sees one file at a time on a file that has been read."""
    facts = facts_of(document.data)
    writer = Writer(name, document, around.rules, parsed.fitted)
    for fault in document.faults:
        writer.fault(fault)
    _check_document(document, parsed, around.rules, writer)
    if facts is not None:
        for rule in around.rules.facts:
            writer.problems(rule, rule.check(facts))
    match parsed.model:
        case JourneyMap() as journey:
            _check_map(journey, around, writer)
        case Persona() as persona:
            _check_persona(persona, (), around, writer)
        case Catalog() | Walk() | None:
            pass
    return FileResult(
        findings=tuple(writer.found),
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


def _check_document(document: Document, parsed: Parsed, rules: Rules, writer: Writer) -> None:
    written = [(rule, list(writer.guarded(rule, rule.check(document)))) for rule in rules.document]
    asked = (each.repair for _, problems in written for each in problems if each.repair)
    joined = {path for repair in asked for path in repairs.joined(repair, document)}
    for code, problem in parsed.diagnoses:
        if problem.path not in joined:  # a split sentence is one mistake
            writer.diagnosis(code, problem)
    for rule, problems in written:
        writer.problems(rule, problems)


def _check_map(journey: JourneyMap, around: Around, writer: Writer) -> None:
    rules = around.rules
    hypothesis = journey.maturity == "hypothesis"
    context = MapContext(journey, around.vocabulary, around.options)
    for map_rule in rules.map:
        writer.problems(map_rule, map_rule.check(journey, context), (), hypothesis)
    for stage_context in context.stages:
        stage, prefix = stage_context.stage, ("stages", stage_context.index)
        for stage_rule in rules.stage:
            problems = stage_rule.check(stage, stage_context)
            writer.problems(stage_rule, problems, prefix, hypothesis)
    for index, persona in enumerate(journey.personas):
        if isinstance(persona, Persona):
            _check_persona(persona, ("personas", index), around, writer)
    context.release()


def _check_persona(persona: Persona, prefix: Path, around: Around, writer: Writer) -> None:
    context = PersonaContext(around.vocabulary, on_map=bool(prefix))
    for rule in around.rules.persona:
        writer.problems(rule, rule.check(persona, context), prefix)
