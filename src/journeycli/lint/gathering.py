"""What all files of a run give: from the cache where it is known, else from the rules."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint import stored
from journeycli.lint.result import EVERY_DAY
from journeycli.lint.sharing import Pool
from journeycli.lint.shelf import Shelf, kept_of
from journeycli.lint.sources import CATALOG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.findings import Finding
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.checking import Checker
    from journeycli.lint.result import Days, Heard
    from journeycli.lint.shelf import Kept
    from journeycli.lint.sources import Sources
    from journeycli.settings import Options, Settings
    from journeycli.workspace.cache import Cache
    from journeycli.workspace.index import FileFacts
    from journeycli.workspace.stored import Across, Said

_MANY = 200  # files that are worth the start of a process for each core
_VERY_MANY = 2_000  # files of which equal facts are held once; of fewer they take little room


def _say_nothing(_done: int, _of: int) -> None:
    """Tell nobody of progress."""


class Means(NamedTuple):
    """How a run goes about its work; what it finds does not depend on it.

    Attributes:
        cache: What earlier runs found out, or None.
        jobs: How many processes check files; None for as many as are worth it.
        settings: The settings by which another process finds the same rules; None where it cannot.
        tell: Is told how many files are done, of how many.

    """

    cache: Cache | None = None
    jobs: int | None = 1
    settings: Settings | None = None
    tell: Callable[[int, int], None] = _say_nothing

    def processes(self, files: int) -> int:
        """Say how many processes check so many files."""
        if self.jobs is not None:
            return max(1, min(self.jobs, files))
        if files < _MANY or self.settings is None:
            return 1
        from journeycli.lint.jobs import cores  # noqa: PLC0415 - few runs have so many files

        return cores()


ALONE = Means()
"""One process that has neither memory nor audience."""


class Gathered(NamedTuple):
    """What one linted file gives."""

    name: str
    findings: tuple[Finding, ...]
    heard: Heard


class Gathering:
    """Gives what the files of a run say, in the order of their names.

    Args:
        sources: The files.
        rules: The catalogue.
        options: What the settings say of months and lengths.
        means: How to go about it.
        days: Which findings are wanted; where there is a cache, those that are made anew are given
            in any case, to be kept for other days.

    """

    def __init__(
        self,
        sources: Sources,
        rules: Rules,
        options: Options,
        means: Means,
        days: Days = EVERY_DAY,
    ) -> None:
        self._days = days
        self._sources = sources
        self._rules = rules
        self._options = options
        self._means = means
        self._names = sources.names
        self._facts: dict[str, FileFacts] = {}
        self._pool = Pool() if len(self._names) > _VERY_MANY else None
        catalogs = [name for name in self._names if CATALOG in name]
        sources.hold(catalogs)  # all files are checked by the same words
        self._shelf = None
        if means.cache is not None:
            self._shelf = Shelf(means.cache, sources, rules, options)
            self._shelf.vocabulary = tuple(self._said(name).words for name in catalogs)

    def results(self) -> Iterator[Gathered]:
        """Give what every linted file gives."""
        linted = [name for name in self._names if name in self._sources.linted]
        shelf = self._shelf
        missing = [name for name in linted if shelf is None or not shelf.has_result(name)]
        fresh = self._checks(missing)
        pending = frozenset(missing)
        for done, name in enumerate(linted, 1):
            if shelf is None or name in pending:
                yield next(fresh)
            elif (kept := shelf.result(name, self._days)) is not None:
                yield Gathered(name, *kept)
            else:  # it is damaged
                yield self._check(name)
            self._means.tell(done, len(linted))

    def told(self) -> stored.Told:
        """Give what shows across files; after `results`."""
        shelf = self._shelf
        told = shelf.told() if shelf is not None else None
        if told is None:
            told = self._checker.place(self._across())
            if shelf is not None:
                shelf.keep_told(told)
        return told

    def close(self) -> None:
        """Write what was found out into the cache, and let it go."""
        if self._shelf is not None:
            self._shelf.close()

    def _across(self) -> Across:
        shelf, across = self._shelf, None
        if shelf is not None:
            for name in self._names:
                if not shelf.knows_facts(name):
                    self._keep(name, self._scan(name).facts)
            across = shelf.across()
        if across is None:
            across = self._checker.across(self._facts_of(name) for name in self._names)
            if shelf is not None:
                shelf.keep_across(across)
        return across

    @cached_property
    def _checker(self) -> Checker:
        from journeycli.lint.checking import Checker  # noqa: PLC0415 - imports all that rules need

        return Checker(self._sources, self._rules, self._options, self._days_to_find)

    def _checks(self, names: Sequence[str]) -> Iterator[Gathered]:
        jobs, settings = self._means.processes(len(names)), self._means.settings
        if jobs == 1 or settings is None:
            yield from map(self._check, names)
            return
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

        from journeycli.lint.jobs import Setup, check_in_parallel  # noqa: PLC0415 - as above

        left = list(reversed(names))
        setup = Setup(self._sources, settings, self._options, self._days_to_find)
        try:
            for kept in check_in_parallel(names, setup, jobs):
                yield self._take(left[-1], kept)
                left.pop()
        except BrokenProcessPool:  # somebody killed a worker; what is left can be done here
            yield from map(self._check, reversed(left))

    @property
    def _days_to_find(self) -> Days:
        return EVERY_DAY if self._shelf is not None else self._days

    def _check(self, name: str) -> Gathered:
        result, raw = self._checker.check(name)
        self._keep(name, result.facts)
        if self._shelf is not None:
            self._shelf.keep(name, kept_of(name, result, raw))
        return Gathered(name, result.findings, result.heard)

    def _take(self, name: str, kept: Kept) -> Gathered:
        """Take what a worker found."""
        from journeycli.workspace.stored import read_said  # noqa: PLC0415 - imports the model

        self._keep(name, read_said(json.loads(kept.said), name).facts)
        if self._shelf is not None:
            self._shelf.keep(name, kept)
        entries = self._rules.by_code
        return Gathered(name, *stored.read_result(json.loads(kept.result), name, entries))

    def _keep(self, name: str, facts: FileFacts) -> None:
        self._facts[name] = self._pool.same(facts) if self._pool else facts

    def _facts_of(self, name: str) -> FileFacts:
        return self._facts.get(name) or self._said(name).facts

    def _said(self, name: str) -> Said:
        return (self._shelf and self._shelf.said(name)) or self._scan(name)

    def _scan(self, name: str) -> Said:
        said, raw = self._checker.scan(name)
        if self._shelf is not None:
            self._shelf.keep_said(name, said, raw)
        return said
