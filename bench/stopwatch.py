"""A lint taken apart into its stages, each timed; it follows the order of the real one.

`Lint.stages` calls what the program calls, file by file; the time of the rules is what checking a
file takes beyond reading, parsing and collecting facts.
"""

from __future__ import annotations

import time
from collections import deque
from functools import partial
from inspect import signature
from itertools import pairwise
from typing import TYPE_CHECKING

from floor import run_through

_BEGUN = time.perf_counter()

from journeycli.findings import Report  # noqa: E402 - timed: the imports are a stage too
from journeycli.lint import engine  # noqa: E402 - timed: the imports are a stage too
from journeycli.lint.across import placed, problems_across  # noqa: E402 - the same
from journeycli.lint.run import Sources  # noqa: E402 - the same
from journeycli.rules import ALL_RULES  # noqa: E402 - the same

IMPORTS = time.perf_counter() - _BEGUN
"""Seconds that it took to import the linter."""

from journeycli.cli.lint import lint  # noqa: E402 - not a part of that time
from journeycli.cli.main import run  # noqa: E402 - the same
from journeycli.model import JourneyMap, Persona  # noqa: E402 - stands in memory by now
from journeycli.model.channels import CHANNELS  # noqa: E402 - the same
from journeycli.model.phases import PHASES  # noqa: E402 - the same
from journeycli.parsing import parse, parse_catalog  # noqa: E402 - the same
from journeycli.reporters import REPORTERS, Context  # noqa: E402 - not needed before the end
from journeycli.rules.context import MapContext, PersonaContext  # noqa: E402 - the same
from journeycli.rules.vocabulary import Vocabulary  # noqa: E402 - the same
from journeycli.settings import Options  # noqa: E402 - the same
from journeycli.source.document import read_document  # noqa: E402 - the same
from journeycli.source.limits import Limits  # noqa: E402 - the same
from journeycli.workspace.discovery import discover  # noqa: E402 - the same
from journeycli.workspace.facts import facts_of  # noqa: E402 - the same
from journeycli.workspace.index import Index, file_facts  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from journeycli.findings import Problem
    from journeycli.model import Catalog
    from journeycli.rules.base import Rule
    from journeycli.source.document import Document

    Checking = Callable[[], Iterator[Problem]]

FILE_STAGES = (
    "read the bytes",
    "events",
    "data and spans (beyond the events)",
    "model",
    "facts",
    "rules and places of findings",
)


class Lint:
    """The lint of one workspace, whole or in its stages."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._limits = Limits()
        self._sources = Sources(discover([root], root), self._limits)
        self._rules = engine.sort_rules(ALL_RULES)
        vocabulary = Vocabulary.of(self._catalogs())
        self._around = engine.Around(self._rules, vocabulary, Options(), self._limits)

    def whole(self) -> None:
        """Run `journey lint` in this process, its report written to a file."""
        report = f"concise={self._root / 'report.txt'}"
        arguments = ["lint", str(self._root), "--format", report, "--exit-zero"]
        if "no_cache" in signature(lint).parameters:
            arguments.append("--no-cache")
        code = run(arguments)
        if code != 0:
            raise SystemExit(code)

    def stages(self) -> dict[str, float]:
        """Lint once, file by file, and give the seconds of each stage, in their order."""
        spent = dict.fromkeys(FILE_STAGES, 0.0)
        results = [self._file(name, spent) for name in self._sources.names]
        begun = time.perf_counter()
        index = Index((each.facts for each in results), {"channel": CHANNELS, "phase": PHASES})
        across_problems = problems_across(index, self._rules)
        found = list(placed(across_problems, self._rules, self._sources))
        across = time.perf_counter()
        for each in results:
            found += each.findings
        found.sort(key=lambda finding: finding.sort_key)
        self._print(Report(tuple(found), files=tuple(self._sources.names)))
        ended = time.perf_counter()
        return {**spent, "across files": across - begun, "sorting and reporting": ended - across}

    def rules(self) -> dict[str, float]:
        """Run every rule that sees one file, by itself, and give the seconds of each."""
        spent: dict[str, float] = {}
        for name in self._sources.names:
            document = read_document(self._sources.read(name), self._limits)
            for rule, check in self._checks(document):
                begun = time.perf_counter()
                deque(check(), maxlen=0)
                label = f"{rule.code} {rule.name}"
                spent[label] = spent.get(label, 0.0) + time.perf_counter() - begun
        return spent

    def _file(self, name: str, spent: dict[str, float]) -> engine.FileResult:
        clock = time.perf_counter
        times = [clock()]
        raw = self._sources.read(name)
        times.append(clock())
        run_through(raw.decode())
        times.append(clock())
        document = read_document(raw, self._limits)
        times.append(clock())
        parse(document)
        times.append(clock())
        file_facts(name, facts_of(document.data))
        times.append(clock())
        result = engine.check_file(name, raw, self._around)
        times.append(clock())
        read, events, tree, model, facts, whole = (b - a for a, b in pairwise(times))
        rules = whole - tree - model - facts
        parts = (read, events, tree - events, model, facts, rules)
        for stage, seconds in zip(FILE_STAGES, parts, strict=True):
            spent[stage] += seconds
        return result

    def _checks(self, document: Document) -> Iterator[tuple[Rule, Checking]]:
        rules, vocabulary = self._rules, self._around.vocabulary
        for document_rule in rules.document:
            yield document_rule, partial(document_rule.check, document)
        facts = facts_of(document.data)
        if facts is not None:
            for facts_rule in rules.facts:
                yield facts_rule, partial(facts_rule.check, facts)
        model = parse(document).model
        if isinstance(model, JourneyMap):
            context = MapContext(model, vocabulary)
            for map_rule in rules.map:
                yield map_rule, partial(map_rule.check, model, context)
            for stage in context.stages:
                for stage_rule in rules.stage:
                    yield stage_rule, partial(stage_rule.check, stage.stage, stage)
        if isinstance(model, Persona):
            about = PersonaContext(vocabulary, on_map=False)
            for persona_rule in rules.persona:
                yield persona_rule, partial(persona_rule.check, model, about)

    def _catalogs(self) -> Iterator[Catalog]:
        for name in self._sources.names:
            if ".catalog." in name:
                catalog = parse_catalog(read_document(self._sources.read(name), self._limits))
                if catalog is not None:
                    yield catalog

    def _print(self, report: Report) -> None:
        context = Context(
            color=False,
            width=80,
            unicode=True,
            source=lambda _: None,
            rules=tuple,
            root=str(self._root),
            repository=None,
            version="",
        )
        deque(REPORTERS["concise"](report, context), maxlen=0)
