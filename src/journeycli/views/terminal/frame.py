"""Who a map is about, why it exists, and who keeps it alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.views.terminal.heading import heading
from journeycli.views.terminal.lines import hung, wrapped
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

_LABEL = 14


def frame(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield the heading and, each on a line of its own, what the map says about itself."""
    yield from heading(subject, look)
    if subject.journey.maturity == "hypothesis":
        yield from wrapped(Text("Hypothesis: what the team believes so far.", WARNING), look.width)
    yield Text()
    for label, text in _facts(subject):
        yield from hung(Text(label, "bold"), look.text(text), look.width, _LABEL)


def _facts(subject: Subject) -> Iterator[tuple[str, str]]:
    journey, names = subject.journey, subject.names
    if journey.personas:
        ids = [each if isinstance(each, str) else each.id for each in journey.personas]
        yield "Persona", ", ".join(map(names.persona, ids))
    for goal in journey.customer_goals:
        yield "Goal", goal.text
    if journey.scenario:
        yield "Scenario", journey.scenario
    if journey.objective:
        yield "Objective", journey.objective
    scope = journey.scope
    if scope and scope.starts:
        yield "Starts", scope.starts
    if scope and scope.ends:
        yield "Ends", scope.ends
    if journey.owner:
        owner = [journey.owner.name, names.department(journey.owner.department)]
        yield "Owner", ", ".join(filter(None, owner))
    review = journey.review
    if review and (review.last or review.every):
        last = f"last on {review.last}" if review.last else "never yet"
        yield "Review", f"every {review.every}, {last}" if review.every else last
    for metric in journey.metrics:
        value = "" if metric.value is None else f" {metric.value:g}"
        unit = f" {metric.unit}" if metric.unit else ""
        target = f", target {metric.target:g}" if metric.target is not None else ""
        yield "Metric", f"{metric.label}{value}{unit}{target}"
