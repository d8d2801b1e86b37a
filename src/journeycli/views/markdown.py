"""A map as Markdown, for pull requests and wikis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.text import in_markdown
from journeycli.views.actions import percent, points
from journeycli.views.checklist import checklist
from journeycli.views.checklist import percent as whole_percent
from journeycli.views.curve import curves
from journeycli.views.digest import barrier_rows, facts, sections
from journeycli.views.isolates import without_isolates
from journeycli.views.known import know, readable
from journeycli.views.painters.escape import safe_link
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.ways import Way
    from journeycli.views.digest import Entry
    from journeycli.views.known import Known

_STATE: Final = {"answered": "✓", "none": "–", "unanswered": "**?**", "not asked": ""}


def markdown(journey: JourneyMap, known: Known | None = None) -> str:
    """Write a map as a document: facts, curve, stages, barriers, checklist and sources."""
    known = known or know(journey)
    lines = [f"# {escape(journey.title)}", ""]
    if journey.summary:
        lines += [escape(journey.summary), ""]
    lines += [f"- **{title}:** {escape(text)}" for title, text in facts(journey, known)]
    lines += ["", *_overview(journey), ""]
    for number, out in enumerate(ways(journey)):
        lines += [*_stage(journey, number, out, known), ""]
    lines += [*_barriers(journey, known), *_checklist(journey), *_sources(known, journey)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def escape(text: str) -> str:
    """Make a text inert in Markdown: no markup, HTML, mention, link or table cell takes effect."""
    return in_markdown(clean(without_isolates(text)))


def _overview(journey: JourneyMap) -> Iterator[str]:
    lines = curves(journey)
    if not lines:
        return
    yield "| Stage | Feeling | Score |"
    yield "| --- | --- | ---: |"
    for point in lines[0].points:
        name = escape(journey.stages[point.stage].name)
        yield f"| {name} | {escape(point.feeling)} | {points(point.score)} |"


def _stage(journey: JourneyMap, number: int, out: Sequence[Way], known: Known) -> Iterator[str]:
    stage = journey.stages[number]
    yield f"## {number + 1}. {escape(stage.name)}"
    yield ""
    notes = " · ".join(filter(None, (readable(stage.phase or ""), stage.duration or "")))
    if notes:
        yield f"*{escape(notes)}*"
        yield ""
    if stage.summary:
        yield escape(stage.summary)
        yield ""
    for section in sections(journey, stage, known):
        yield f"**{escape(section.title)}**"
        yield ""
        if section.none is not None and not section.entries:
            yield f"– none: {escape(section.none)}"
        yield from (f"- {_entry(entry, known)}" for entry in section.entries)
        yield ""
    yield from _ways(journey, out)


def _entry(entry: Entry, known: Known) -> str:
    text = escape(entry.text)
    if entry.note:
        text += f" — *{escape(entry.note)}*"
    names = ", ".join(_source(name, known) for name in entry.evidence)
    return f"{text} ({names})" if names else text


def _source(name: str, known: Known) -> str:
    title, link = known.source(name)
    link = safe_link(link)
    return f"[{escape(title)}](<{link}>)" if link else escape(title)


def _ways(journey: JourneyMap, out: Sequence[Way]) -> Iterator[str]:
    if not out:
        return
    yield "**Ways on**"
    yield ""
    for way in out:
        target = journey.stages[way.to].name if way.to is not None else way.end or "–"
        share = f" ({percent(way.share)})" if way.share is not None else ""
        yield f"- {'Ends: ' if way.end is not None else ''}{escape(target)}{share}"


def _barriers(journey: JourneyMap, known: Known) -> Iterator[str]:
    rows = list(barrier_rows(journey, known))
    if not rows:
        return
    yield "## Barriers"
    yield ""
    yield "| Stage | Barrier | Severity | Affects | What is done |"
    yield "| --- | --- | --- | ---: | --- |"
    for row in rows:
        done = "<br>".join(map(escape, row.removals))
        cells = (escape(row.stage), escape(row.text), row.severity, row.affects, done)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _checklist(journey: JourneyMap) -> Iterator[str]:
    table = checklist(journey)
    yield "## Checklist"
    yield ""
    yield f"{whole_percent(table.share)} % of the questions are settled."
    yield "✓ is answered, – is none and why, ? is open."
    yield ""
    yield f"| Question | {' | '.join(escape(column.name) for column in table.columns)} |"
    yield f"| --- |{' :---: |' * len(table.columns)}"
    for row in table.rows:
        cells = " | ".join(_STATE.get(cell.state, "**?**") for cell in row)
        yield f"| {escape(row[0].question.label)} | {cells} |"
    yield ""


def _sources(known: Known, journey: JourneyMap) -> Iterator[str]:
    if not journey.evidence:
        return
    yield "## Sources"
    yield ""
    for each in journey.evidence:
        sample = f"n = {each.sample:,}" if each.sample else ""
        notes = [readable(each.method), sample, str(each.date or "")]
        yield f"- {_source(each.id, known)} — {escape(', '.join(filter(None, notes)))}"
