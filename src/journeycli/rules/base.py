"""What a rule is: permanent code, name, documentation and a pure check.

A rule sees one element and its context and yields problems: a path below the element and words.
It knows no spans, files, settings or output. Its docstring is its documentation and has four
parts, headed `What:`, `Why:`, `Bad::` and `Good::`; the last two hold YAML that the tests run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from journeycli.findings import Severity
from journeycli.model.vocabulary import RULES_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Problem
    from journeycli.model import JourneyMap, Persona, Stage
    from journeycli.rules.context import MapContext, PersonaContext, StageContext
    from journeycli.source.document import Document
    from journeycli.workspace.facts import Facts
    from journeycli.workspace.index import FileProblem, Index


class Scope(Enum):
    """What a rule is shown, and so what its result depends on."""

    READING = "reading"  # found while a file is read; there is no check to call
    DOCUMENT = "document"  # text, style and comments of one file
    FACTS = "facts"  # ids and names of one file, even where its schema is broken
    MAP = "map"
    STAGE = "stage"
    PERSONA = "persona"
    WORKSPACE = "workspace"  # the facts of all files


class FixSafety(Enum):
    """Whether a rule brings a repair, and whether the meaning surely stays."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    BOTH = "safe or unsafe"


class Rule(ABC):
    """One entry of the catalogue.

    Attributes:
        code: The permanent code; a letter and three digits.
        name: The defect in kebab-case; as permanent as the code.
        summary: What it finds, in one line.
        severity: Its weight on a map that has been researched.
        on_hypothesis: Its weight on a hypothesis, where that differs.
        scope: What it is shown.
        fix: Whether it brings a repair.
        options: The settings that change what it finds.
        silences: Codes that stay silent about a stage, or a key of the file, where this one speaks.
        uses_vocabulary: Whether the workspace's catalogs change what it finds.
        docs: The address of its page, for a rule of an organisation's own.

    """

    code: ClassVar[str]
    name: ClassVar[str]
    summary: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    on_hypothesis: ClassVar[Severity | None] = None
    scope: ClassVar[Scope]
    fix: ClassVar[FixSafety] = FixSafety.NONE
    options: ClassVar[tuple[str, ...]] = ()
    silences: ClassVar[tuple[str, ...]] = ()
    uses_vocabulary: ClassVar[bool] = False
    docs: ClassVar[str | None] = None

    @classmethod
    def url(cls) -> str | None:
        """Give the address of the rule's page."""
        return f"{RULES_URL}/{cls.code}" if cls.is_built_in() else cls.docs

    @classmethod
    def is_built_in(cls) -> bool:
        """Tell whether this is a rule of ours; codes that begin with J are."""
        return cls.code.startswith("J")


class ReadingRule(Rule):
    """Found while a file is read and fitted to the schema."""

    severity = Severity.ERROR
    scope = Scope.READING


class DocumentRule(Rule):
    """Sees the text of one file with its comments and styles."""

    scope = Scope.DOCUMENT

    @abstractmethod
    def check(self, document: Document) -> Iterator[Problem]:
        """Yield problems with paths from the root."""


class FactsRule(Rule):
    """Sees the ids and names of one file."""

    scope = Scope.FACTS

    @abstractmethod
    def check(self, facts: Facts) -> Iterator[Problem]:
        """Yield problems with paths from the root."""


class MapRule(Rule):
    """Sees one journey map."""

    scope = Scope.MAP

    @abstractmethod
    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield problems with paths from the root."""


class StageRule(Rule):
    """Sees one stage of a journey map."""

    scope = Scope.STAGE

    @abstractmethod
    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield problems with paths from the stage."""


class PersonaRule(Rule):
    """Sees one persona, in a file of its own or in place on a map."""

    scope = Scope.PERSONA

    @abstractmethod
    def check(self, persona: Persona, context: PersonaContext) -> Iterator[Problem]:
        """Yield problems with paths from the persona."""


class WorkspaceRule(Rule):
    """Sees the facts of all files of the workspace."""

    scope = Scope.WORKSPACE

    @abstractmethod
    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield problems, each with the path of its file."""
