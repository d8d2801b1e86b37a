"""J704, J706, J709 and J710: how old the evidence is, and whether anybody can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.days import add_months
from journeycli.rules.base import MapRule
from journeycli.rules.evidence.named import called, is_researched, last_review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext

_SAMPLED = frozenset({"survey", "nps"})


class StaleEvidence(MapRule):
    """Evidence that has grown old.

    What:
        A piece of evidence, of the map or of a catalog, is older than `evidence-months` of the
        settings, 18 unless they say otherwise. A month or a year counts as its end.

    Why:
        Products, prices and habits change. What customers said two years ago may describe a
        journey that no longer exists.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2024-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
    """

    code = "J704"
    name = "stale-evidence"
    summary = "evidence older than the setting (default 18 months)"
    uses_vocabulary = True
    options = ("evidence-months",)

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a piece, from the day on which it is too old."""
        if not is_researched(journey):
            return
        months = context.options.evidence_months
        for evidence, path in context.dated_evidence:
            if evidence.date is None:
                continue
            until = add_months(evidence.date.last, months)
            yield Problem(
                path,
                f"The evidence “{called(evidence)}” is of {evidence.date}, and counted as fresh "
                f"until {until.isoformat()}.",
                help="Ask again and add the new study; or take out what this one no longer "
                "supports.",
                since=until + timedelta(days=1),
            )


class LingeringHypothesis(MapRule):
    """A hypothesis that nobody tests.

    What:
        A map of the current state is still a hypothesis `hypothesis-months` after its last
        review, 6 unless the settings say otherwise. The last review is `review.last` or, where
        that is left out, the latest entry of its log.

    Why:
        A guess that stands long enough is taken for knowledge.

    Bad::

        maturity: hypothesis
        review:
          every: year
          last: 2026-01-31

    Good::

        maturity: hypothesis
        review:
          every: year
          last: 2026-09-30
    """

    code = "J706"
    name = "lingering-hypothesis"
    summary = "a current hypothesis older than the setting (default 6 months) since its last review"
    options = ("hypothesis-months",)

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem, from the day on which the hypothesis is too old."""
        last = last_review(journey)
        if is_researched(journey) or journey.state != "current" or last is None:
            return
        until = add_months(last.last, context.options.hypothesis_months)
        yield Problem(
            ("maturity",),
            f"This map was last reviewed on {last}, and is a hypothesis still.",
            help="Ask customers about its weakest stage, add what you learn as evidence, and set "
            "`maturity: researched`.",
            since=until + timedelta(days=1),
        )


class UnreviewedEvidence(MapRule):
    """Evidence that is newer than the last review.

    What:
        A piece of evidence, of the map or of a catalog, or a walkthrough is dated after the last
        review: `review.last` or, where that is left out, the latest entry of its log. Where the
        one is a month or a year and the other falls into it, nobody can tell, and nothing is said.

    Why:
        Something was learned, and nobody has asked yet what it changes on the map.

    Bad::

        maturity: researched
        review:
          every: quarter
          last: 2026-09-30
        evidence:
          - {id: exit-survey, method: survey, date: 2026-11-05, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]

    Good::

        maturity: researched
        review:
          every: quarter
          last: 2026-11-15
        evidence:
          - {id: exit-survey, method: survey, date: 2026-11-05, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
    """

    code = "J709"
    name = "unreviewed-evidence"
    summary = "evidence or a walkthrough newer than the last review"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a piece; a month or year counts only if all of it is newer."""
        last = last_review(journey)
        if not is_researched(journey) or last is None:
            return
        for evidence, path in context.dated_evidence:
            if evidence.date is not None and evidence.date.first > last.last:
                yield Problem(
                    path,
                    f"The evidence “{called(evidence)}” of {evidence.date} is newer than the last "
                    f"review, of {last}.",
                    help="Go through the map with it, then set `review.last` and log what changed.",
                )


class UndatedEvidence(MapRule):
    """Evidence without a date, or a survey without its sample.

    What:
        A piece of evidence has no `date`; or it is a survey, or a net promoter score, and does not
        say how many answered (`sample`).

    Why:
        Nobody can tell whether it still holds, or whether three people said so or three thousand.

    Bad::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]

    Good::

        maturity: researched
        evidence:
          - {id: exit-survey, method: survey, date: 2026-08, sample: 412}
        stages:
          - id: compare
            name: Compare offers
            evidence: [exit-survey]
    """

    code = "J710"
    name = "undated-evidence"
    summary = "evidence without a date, or a survey without its sample"
    severity = Severity.INFO

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a piece: for the date if that is missing, else for the sample."""
        del context
        if not is_researched(journey):
            return
        for index, evidence in enumerate(journey.evidence):
            words = f"The evidence “{called(evidence)}”"
            if evidence.date is None:
                yield Problem(
                    ("evidence", index, "date"),
                    f"{words} has no date.",
                    help="Add `date:` with a year, a month or a day.",
                )
            elif evidence.method in _SAMPLED and evidence.sample is None:
                yield Problem(
                    ("evidence", index, "sample"),
                    f"{words} does not say how many answered.",
                    help="Add `sample:` with the number of answers.",
                )
