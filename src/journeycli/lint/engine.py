"""One file through all its rules: from bytes to findings and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Finding, Place, Position
from journeycli.lint import repairs
from journeycli.lint.catalogue import Rules, sort_rules
from journeycli.lint.ignores import ignores_of
from journeycli.lint.result import EVERY_DAY, Days, FileResult
from journeycli.lint.variant import digest_of
from journeycli.lint.writer import Writer
from journeycli.model import Catalog, JourneyMap, Persona, Walk
from journeycli.parsing import parse
from journeycli.rules.context import MapContext, PersonaContext
from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import file_facts

if TYPE_CHECKING:
    from journeycli.parsing import Parsed
    from journeycli.rules.vocabulary import Vocabulary
    from journeycli.settings import Options
    from journeycli.source.document import Document
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

__all__ = ["Around", "FileResult", "Rules", "check_file", "sort_rules", "unreadable"]


class Around(NamedTuple):
    """What the findings of a file depend on beside its bytes.

    Attributes:
        rules: The catalogue.
        vocabulary: What the workspace's catalogs declare.
        options: What the settings say of months and lengths.
        limits: What a file may be at most.
        days: Which findings are wanted of those that only time makes wrong.

    """

    rules: Rules
    vocabulary: Vocabulary
    options: Options
    limits: Limits
    days: Days = EVERY_DAY


def check_file(name: str, raw: bytes, around: Around) -> FileResult:
    """Read one file and run every rule that sees one file at a time."""
    document = read_document(raw, around.limits)
    return check_read(name, document, parse(document), around)


def check_read(name: str, document: Document, parsed: Parsed, around: Around) -> FileResult:
    """Run every rule that sees one file at a time on a file that has been read."""
    facts = facts_of(document.data)
    writer = Writer(name, document, around.rules, parsed.fitted, around.days)
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
        words=digest_of(parsed.model) if isinstance(parsed.model, Catalog) else "",
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
    written = [(rule, list(rule.check(document))) for rule in rules.document]
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
