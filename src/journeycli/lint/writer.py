"""What rules and readers say of one file, turned into findings with places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Finding, Problem, Related, Severity
from journeycli.lint import repairs
from journeycli.lint.places import Places
from journeycli.lint.result import EVERY_DAY
from journeycli.source.whereabouts import path_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.lint.catalogue import Entry, Rules
    from journeycli.lint.result import Days
    from journeycli.parsing import Fitted
    from journeycli.rules.base import Rule
    from journeycli.source.document import Document, Fault
    from journeycli.source.span import Path


_OF_THE_FILE = frozenset({"J008"})
"""What is wrong with the whole file, wherever it shows first."""


class Writer:
    """Turns faults and problems of one file into findings.

    Args:
        name: The file as findings name it.
        document: Its text with spans.
        rules: The catalogue.
        fitted: How what was read differs from what was written.
        days: Which findings are wanted of those that only time makes wrong.

    Attributes:
        found: The findings so far.
        places: The places of the file.

    """

    def __init__(
        self,
        name: str,
        document: Document,
        rules: Rules,
        fitted: Fitted,
        days: Days = EVERY_DAY,
    ) -> None:
        self._document = document
        self._entries = rules.by_code
        self._fitted = fitted
        self._days = days
        self._told: set[str] = set()
        self.places = Places(name, document)
        self.found: list[Finding] = []

    def fault(self, fault: Fault) -> None:
        """Add what is wrong with the file as text."""
        rule = self._entries[fault.code]
        places = self.places
        finding = Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=fault.message,
            help=fault.help,
            url=rule.page,
            place=places.of_span(fault.span),
            at=places.at(self._path_of(fault)),
            fix=repairs.of_text_fix(fault.fix, places) if fault.fix else None,
            related=tuple(Related(places.of_span(span), text) for span, text in fault.related),
        )
        self.found.append(finding)

    def _path_of(self, fault: Fault) -> Path:
        """Find what a fault of the text stands in; a key that stands twice is a path of its own."""
        if fault.code in _OF_THE_FILE:
            return ()
        path = path_at(self._document, fault.span)
        if fault.code == "J004":
            return (*path, self._document.text[fault.span.start : fault.span.end].strip("'\""))
        return path

    def _is_told(self, rule: Rule, path: Path) -> bool:
        """Tell whether what is wrong with an id is a sign in it that the text's fault has told."""
        faults = self._document.faults
        if not faults or rule.code != "J010":
            return False
        span = self._document.value_span(path)
        return span is not None and any(
            span.start <= each.span.start < span.end for each in faults if each.code == "J001"
        )

    def diagnosis(self, code: str, problem: Problem) -> None:
        """Add what the schema refuses."""
        self._add(self._entries[code], problem, problem.path, ())

    def problems(
        self,
        rule: Rule,
        problems: Iterable[Problem],
        prefix: Path = (),
        hypothesis: bool = False,  # noqa: FBT001, FBT002 - the hot path; named at every call
    ) -> None:
        """Add what a rule finds, except where what it saw is a guess.

        Args:
            rule: The rule.
            problems: What it says.
            prefix: Where the element stands that it was shown.
            hypothesis: Whether the map is one.

        """
        for problem in problems:
            if problem.once and rule.code in self._told:
                continue
            self._told |= {rule.code} if problem.once else set()
            path = (*prefix, *problem.path)
            told = self._fitted.is_doubtful(path) or self._is_told(rule, path)
            if not told and self._is_wanted(problem):
                self._add(self._entries[rule.code], problem, path, prefix, hypothesis)

    def _is_wanted(self, problem: Problem) -> bool:
        since, until = problem.since, problem.until
        if since is None and until is None:
            return True
        return self._days.want(
            since.isoformat() if since else None, until.isoformat() if until else None
        )

    def _add(
        self,
        rule: Entry,
        problem: Problem,
        path: Path,
        prefix: Path,
        hypothesis: bool = False,  # noqa: FBT001, FBT002 - the same
    ) -> None:
        places, repair = self.places, problem.repair
        path = self._fitted.written(path)
        at, anchor = places.names(path)
        related = tuple([Related(places.place(other), text) for other, text in problem.related])
        finding = Finding(
            code=rule.code,
            name=rule.name,
            severity=problem.severity or _weight(rule, hypothesis),
            message=problem.message,
            help=problem.help,
            url=rule.page,
            place=places.place(path, on_key=problem.on_key, whole=problem.whole),
            at=at,
            anchor=anchor,
            fix=repairs.lower(repair, prefix, self._document, places) if repair else None,
            related=(*related, *places.related(path)),
            stage=problem.stage,
            since=problem.since,
            until=problem.until,
        )
        self.found.append(finding)


def _weight(rule: Entry, hypothesis: bool) -> Severity:  # noqa: FBT001 - the same
    return rule.on_hypothesis if hypothesis and rule.on_hypothesis else rule.severity
