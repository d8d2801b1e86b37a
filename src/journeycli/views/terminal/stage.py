"""One stage in full: every answer with what stands behind it, and what lint finds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.rules.barriers.measures import measures
from journeycli.views.checklist import checklist, percent
from journeycli.views.terminal.checklist_cells import sign
from journeycli.views.terminal.heading import heading, section
from journeycli.views.terminal.items import Items
from journeycli.views.terminal.lines import hung, wrapped
from journeycli.views.terminal.look import WARNING, tone
from journeycli.views.terminal.stage_block import stage_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.findings import Finding
    from journeycli.model import Stage
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

_STYLES = {"error": "bold red", "warning": f"bold {WARNING}", "info": "bold cyan"}


def stage_view(
    subject: Subject, index: int, findings: Sequence[Finding], look: Look
) -> Iterator[Text]:
    """Yield one stage.

    Args:
        subject: The map.
        index: The place of the stage, from 0.
        findings: What lint finds in it.
        look: What can be shown.

    """
    stage = subject.journey.stages[index]
    yield from heading(subject, look)
    yield Text()
    yield from stage_block(subject, index, look, detail=True)
    yield from _opinions(subject, stage, look)
    yield from _figures(subject, stage, look)
    yield from _shown(subject, stage, look)
    yield from _resources(subject, stage, look)
    yield from _promises(subject, stage, look)
    yield from _evidence(subject, stage, look)
    yield from _links(stage, look)
    yield from _open(subject, index, look)
    yield from _findings(findings, look)


def _opinions(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    """Yield what customers think of each touchpoint before, while and after they use it."""
    asked = [each for each in stage.touchpoints if each.opinion or each.expected is not None]
    if not asked:
        return
    yield from section("Opinion of the touchpoints", look)
    for each in asked:
        opinion = each.opinion
        told = {
            "expected": each.expected,
            "before": opinion.before if opinion else None,
            "during": opinion.during if opinion else None,
            "after": opinion.after if opinion else None,
        }
        scores = Text(", ").join(
            Text.assemble(f"{moment} ", (look.score(score), tone(score)))
            for moment, score in told.items()
            if score is not None
        )
        if opinion and opinion.evidence:
            source = look.text(f"from {', '.join(opinion.evidence)}", "dim")
            scores = Text.assemble(scores, "  ", source)
        name = look.text(f"{subject.names.touchpoint(each).name}:")
        yield from hung(Text("  "), Text.assemble(name, " ", scores), look.width, 2)


def _figures(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    """Yield the metrics of the touchpoints; those of the stage have a lane."""
    items = Items(subject.names, look, detail=True)
    measured = [(each, metric) for each in stage.touchpoints for metric in each.metrics]
    if not measured:
        return
    yield from section("Figures of the touchpoints", look)
    for each, metric in measured:
        name = look.text(f"{subject.names.touchpoint(each).name}:")
        yield from hung(Text("  "), Text.assemble(name, " ", items.metric(metric)), look.width, 4)


def _shown(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    """Yield the pictures of the touchpoints, and how they show in an event log."""
    told = [
        (subject.names.touchpoint(each).name, said)
        for each in stage.touchpoints
        for said in (
            *(f"{i.alt} ({i.src})" if i.alt else i.src for i in each.images),
            *(f"event {event}" for event in each.event),
        )
    ]
    if told:
        yield from section("Pictures and events of the touchpoints", look)
    for name, said in told:
        yield from hung(Text("  "), look.text(f"{name}: {said}"), look.width, 4)


def _resources(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    """Yield the resources that the stage's barriers and measures need."""
    here = {each.effective_id for each in stage.barriers} | {
        each.measure.effective_id for each in measures(stage)
    }
    needed = [each for each in subject.journey.resources if here.intersection(each.needed_for)]
    if needed:
        yield from section("Resources that are needed", look)
    items = Items(subject.names, look, detail=True)
    for resource in needed:
        bullet = Text(f"  {look.signs.bullet} ", "dim")
        yield from hung(bullet, items.resource(resource), look.width, 4)


def _promises(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    """Yield what becomes of the barriers of the map that a future map improves on.

    They belong to that map's stages, so they stand in the first stage of this one.
    """
    journey = subject.journey
    if not journey.addresses or stage is not journey.stages[0]:
        return
    yield from section(f"Barriers of {journey.baseline or 'today'} that this map takes away", look)
    for each in journey.addresses:
        text = f"{each.barrier}: {each.how}" if each.how else each.barrier
        yield from hung(Text(f"  {look.signs.bullet} ", "dim"), look.text(text), look.width, 4)


def _evidence(subject: Subject, stage: Stage, look: Look) -> Iterator[Text]:
    if not stage.evidence:
        return
    yield from section("What stands behind it", look)
    for id_ in stage.evidence:
        known = subject.names.evidence.get(id_)
        facts = [known.title or id_, known.method] if known else [id_, "declared nowhere"]
        if known and known.date:
            facts.append(str(known.date))
        if known and known.sample:
            facts.append(f"{known.sample:,} cases")
        bullet = Text(f"  {look.signs.bullet} ", "dim")
        yield from hung(bullet, look.text(", ".join(facts)), look.width, 4)


def _links(stage: Stage, look: Look) -> Iterator[Text]:
    if not stage.links and not stage.detail:
        return
    yield from section("More", look)
    bullet = Text(f"  {look.signs.bullet} ", "dim")
    for link in stage.links:
        title = f"{link.title}: " if link.title else ""
        yield from hung(bullet, look.text(f"{title}{link.url}"), look.width, 4)
    for id_ in stage.detail:
        yield from hung(bullet, look.text(f"the map {id_} shows it closer"), look.width, 4)


def _open(subject: Subject, index: int, look: Look) -> Iterator[Text]:
    column = checklist(subject.journey).columns[index]
    yield from section(f"Checklist {percent(column.share)}%", look)
    if not column.open:
        yield from wrapped(Text("  No question is open.", "green"), look.width)
    for cell in column.open:
        label = Text.assemble("  ", sign("unanswered", look))
        yield from hung(label, look.text(f"{cell.code} {cell.asked}"), look.width, 4)


def _findings(findings: Sequence[Finding], look: Look) -> Iterator[Text]:
    """Yield what lint finds here, the open questions apart: they stand above."""
    others = [each for each in findings if not each.code.startswith("J1")]
    if not others:
        return
    yield from section("What lint finds here", look)
    for finding in others:
        label = Text(f"  {finding.severity.value} {finding.code} ", _STYLES[finding.severity.value])
        line = f"line {finding.place.start.line}: {finding.message}"
        yield from hung(Text("  "), Text.assemble(label[2:], look.text(line)), look.width, 4)
        if finding.help:
            yield from hung(Text("    "), look.text(finding.help, "dim"), look.width, 4)
