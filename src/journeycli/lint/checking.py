"""Checking what no cache knows: files by their rules, and the workspace by its facts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint import engine
from journeycli.lint.across import placed, problems_across
from journeycli.lint.result import EVERY_DAY
from journeycli.lint.sources import CATALOG
from journeycli.lint.stored import Told
from journeycli.lint.variant import digest_of
from journeycli.model.channels import CHANNELS
from journeycli.model.phases import PHASES
from journeycli.parsing import parse_catalog
from journeycli.rules.vocabulary import Vocabulary
from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.index import Index, file_facts
from journeycli.workspace.reading import UnreadableError
from journeycli.workspace.stored import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.lint.catalogue import Rules
    from journeycli.lint.result import Days, FileResult
    from journeycli.lint.sources import Sources
    from journeycli.model import Catalog
    from journeycli.settings import Options
    from journeycli.workspace.index import FileFacts
    from journeycli.workspace.stored import Across


class Checked(NamedTuple):
    """A file's result, and the bytes that it is about; None where it could not be read."""

    result: FileResult
    raw: bytes | None


class Scanned(NamedTuple):
    """What a file says to others, and the bytes that say it; None where it cannot be read."""

    said: Said
    raw: bytes | None


class Checker:
    """Checks the files of one run.

    Args:
        sources: The files.
        rules: The catalogue.
        options: What the settings say of months and lengths.
        days: Which findings are wanted.

    """

    def __init__(
        self, sources: Sources, rules: Rules, options: Options, days: Days = EVERY_DAY
    ) -> None:
        self._sources = sources
        self._rules = rules
        self._options = options
        self._days = days

    def check(self, name: str) -> Checked:
        """Run every rule that sees one file at a time."""
        try:
            raw = self._sources.read(name)
        except UnreadableError as error:
            return Checked(engine.unreadable(name, str(error), self._rules), None)
        return Checked(engine.check_file(name, raw, self._around), raw)

    def scan(self, name: str) -> Scanned:
        """Take the facts of a file, and ask no rule."""
        try:
            raw = self._sources.read(name)
        except UnreadableError:
            return Scanned(Said(file_facts(name, None), ""), None)
        document = read_document(raw, self._sources.limits)
        catalog = parse_catalog(document)
        words = digest_of(catalog) if catalog is not None else ""
        return Scanned(Said(file_facts(name, facts_of(document.data)), words), raw)

    def across(self, facts: Iterable[FileFacts]) -> Across:
        """Run the rules across files."""
        return problems_across(Index(facts, {"channel": CHANNELS, "phase": PHASES}), self._rules)

    def place(self, across: Across) -> Told:
        """Find where in the linted files it stands what shows across files."""
        return Told(tuple(placed(across, self._rules, self._sources)), across.notes)

    @cached_property
    def _around(self) -> engine.Around:
        catalogs = [each for each in self._catalogs() if each is not None]
        vocabulary = Vocabulary.of(catalogs)
        return engine.Around(
            self._rules, vocabulary, self._options, self._sources.limits, self._days
        )

    def _catalogs(self) -> Iterator[Catalog | None]:
        for name in self._sources.names:
            if CATALOG in name:
                try:
                    raw = self._sources.read(name)
                except UnreadableError:
                    continue  # reported where the file has its turn
                yield parse_catalog(read_document(raw, self._sources.limits))
