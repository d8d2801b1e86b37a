"""A map as one HTML page: nothing from outside, no scripts, light and dark, good on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.checklist import checklist
from journeycli.views.checklist import percent as whole_percent
from journeycli.views.digest import barrier_rows, facts, sections
from journeycli.views.framed import framed
from journeycli.views.funnel import funnel_scene
from journeycli.views.known import know, readable
from journeycli.views.map import map_scene
from journeycli.views.mirror import runs_leftwards
from journeycli.views.painters.escape import safe_link, xml
from journeycli.views.painters.svg import paint_svg, prefix_of
from journeycli.views.persona import persona_scene
from journeycli.views.reach import reach
from journeycli.views.sheet import Options
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.persona import Persona
    from journeycli.model.ways import Way
    from journeycli.views.digest import Entry, Section
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_ROW: Final = 5  # stages beside each other on the page
_WIDE: Final = 1360.0  # pixels
_TONES: Final = {"Barriers": "bad", "Opportunities": "good", "Inhibitors": "warn"}
_STATES: Final = {
    "answered": ("✓", "answered"),
    "none": ("–", "none, and why"),
    "unanswered": ("?", "open"),
    "not asked": ("", "not asked"),
}


def html_page(
    journey: JourneyMap, theme: Theme, known: Known | None = None, options: Options | None = None
) -> str:
    """Write a map as a page: picture, stages, checklist, barriers, personas and sources."""
    known = known or know(journey)
    people = known.people(journey)
    body = [
        *_top(journey, known),
        _picture(
            "map",
            paint_svg(map_scene(journey, known, _bare(journey, options)), theme, embedded=True),
        ),
        *_funnel(journey, known, theme),
        '<h2 id="stages">Stages</h2>',
        *(part for n, out in enumerate(ways(journey)) for part in _stage(journey, n, out, known)),
        *_barriers(journey, known),
        *_checklist(journey),
        *_personas(people, known, theme),
        *_sources(journey, known),
    ]
    return "\n".join([*_head(journey, people), *body, "</main>", "</body>", "</html>", ""])


def _head(journey: JourneyMap, people: list[Persona]) -> Iterator[str]:
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_t(journey.title)}</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield '<body dir="rtl">' if runs_leftwards(journey) else "<body>"
    yield '<a class="skip" href="#content">Skip to the content</a>'
    yield from _navigation(journey, people)
    yield '<main id="content">'


def _bare(journey: JourneyMap, options: Options | None) -> Options:
    """Give how the map is laid out on the page: without what the page says itself, and in rows."""
    options = options or Options()
    wrap = options.wrap or (_ROW if len(journey.stages) > _ROW + 1 else None)
    width = options.width or (_WIDE if wrap == _ROW else None)
    return replace(options, framed=False, wrap=wrap, width=width)


def _t(text: str) -> str:
    """Make a text of the map inert in HTML."""
    return xml(clean(text))


def _navigation(journey: JourneyMap, people: list[Persona]) -> Iterator[str]:
    links = [("map", "Map"), ("stages", "Stages"), ("checklist", "Checklist")]
    if any(stage.barriers for stage in journey.stages):
        links.insert(2, ("barriers", "Barriers"))
    if people:
        links.append(("personas", "Personas"))
    if journey.evidence:
        links.append(("sources", "Sources"))
    yield '<nav aria-label="Parts of the page"><ul>'
    yield from (f'<li><a href="#{name}">{text}</a></li>' for name, text in links)
    yield "</ul></nav>"


def _top(journey: JourneyMap, known: Known) -> Iterator[str]:
    yield f"<h1>{_t(journey.title)}</h1>"
    if journey.summary:
        yield f'<p class="soft">{_t(journey.summary)}</p>'
    yield '<dl class="facts">'
    yield from (f"<div><dt>{_t(a)}</dt><dd>{_t(b)}</dd></div>" for a, b in facts(journey, known))
    yield "</dl>"


def _picture(name: str, svg: str) -> str:
    return framed(name, f"The {name} as a picture", svg)


def _funnel(journey: JourneyMap, known: Known, theme: Theme) -> Iterator[str]:
    if reach(journey).known:
        yield "<h2>How many get there</h2>"
        scene = funnel_scene(journey, known, Options(framed=False))
        yield _picture("funnel", paint_svg(scene, theme, embedded=True))


def _stage(journey: JourneyMap, number: int, out: Sequence[Way], known: Known) -> Iterator[str]:
    stage = journey.stages[number]
    name = prefix_of(f"stage-{stage.id}")
    yield f'<section aria-labelledby="{name}">'
    yield f'<h3 id="{name}">{number + 1}. {_t(stage.name)}</h3>'
    notes = " · ".join(filter(None, (readable(stage.phase or ""), stage.duration, stage.summary)))
    if notes:
        yield f'<p class="soft">{_t(notes)}</p>'
    yield '<div class="cards">'
    for section in sections(journey, stage, known):
        yield from _section(section, known)
    yield from _ways(journey, out)
    yield "</div></section>"


def _section(section: Section, known: Known) -> Iterator[str]:
    tone = f" {_TONES[section.title]}" if section.title in _TONES and section.entries else ""
    yield f'<div class="card{tone}"><h4>{_t(section.title)}</h4>'
    if section.entries:
        yield "<ul>"
        yield from (f"<li>{_entry(entry, known)}</li>" for entry in section.entries)
        yield "</ul>"
    else:
        yield f'<p class="soft">None: {_t(section.none or "")}</p>'
    yield "</div>"


def _entry(entry: Entry, known: Known) -> str:
    parts = [_t(entry.text)]
    if entry.note:
        parts.append(f"<small>{_t(entry.note)}</small>")
    if entry.evidence:
        names = ", ".join(_source(name, known) for name in entry.evidence)
        parts.append(f"<small>{names}</small>")
    return "<br>".join(parts)


def _source(name: str, known: Known) -> str:
    title, link = known.source(name)
    link = safe_link(link)
    return f'<a href="{xml(link)}">{_t(title)}</a>' if link else _t(title)


def _ways(journey: JourneyMap, out: Sequence[Way]) -> Iterator[str]:
    if not out:
        return
    yield '<div class="card"><h4>Ways on</h4><ul>'
    for way in out:
        share = f" <small>{percent(way.share)}</small>" if way.share is not None else ""
        if way.to is not None:
            target = journey.stages[way.to]
            name = prefix_of(f"stage-{target.id}")
            yield f'<li><a href="#{name}">{_t(target.name)}</a>{share}</li>'
        else:
            yield f"<li>Ends: {_t(way.end or '–')}{share}</li>"
    yield "</ul></div>"


def _barriers(journey: JourneyMap, known: Known) -> Iterator[str]:
    rows = list(barrier_rows(journey, known))
    if not rows:
        return
    yield '<h2 id="barriers">Barriers</h2>'
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Table of barriers"><table>'
    heads = ("Stage", "Barrier", "Severity", "Affects", "What is done")
    yield (
        "<thead><tr>" + "".join(f'<th scope="col">{h}</th>' for h in heads) + "</tr></thead><tbody>"
    )
    for row in rows:
        heavy = ' class="high"' if row.severity in ("high", "critical") else ""
        done = "<br>".join(map(_t, row.removals)) or "Nothing yet"
        yield (
            f'<tr><td>{_t(row.stage)}</td><th scope="row">{_t(row.text)}</th>'
            f"<td{heavy}>{row.severity}</td><td>{row.affects}</td><td>{done}</td></tr>"
        )
    yield "</tbody></table></div>"


def _checklist(journey: JourneyMap) -> Iterator[str]:
    table = checklist(journey)
    yield '<h2 id="checklist">Checklist</h2>'
    yield (
        f"<p>{whole_percent(table.share)} % of the questions are settled. "
        "✓ is answered, – is none and why, ? is open.</p>"
    )
    yield '<div class="scroll" tabindex="0" role="region" aria-label="The checklist"><table>'
    heads = "".join(f'<th scope="col">{_t(column.name)}</th>' for column in table.columns)
    yield f'<thead><tr><th scope="col">Question</th>{heads}</tr></thead><tbody>'
    for row in table.rows:
        yield f'<tr><th scope="row">{_t(row[0].question.label)}</th>'
        for cell in row:
            sign, meaning = _STATES[cell.state]
            reason = f": {_t(cell.because)}" if cell.because else ""
            open_ = " open" if cell.state == "unanswered" else ""
            yield (
                f'<td class="state{open_}" title="{meaning}{reason}">'
                f'<span aria-hidden="true">{sign}</span>'
                f'<span class="skip">{meaning}</span></td>'
            )
        yield "</tr>"
    yield "</tbody></table></div>"


def _personas(people: list[Persona], known: Known, theme: Theme) -> Iterator[str]:
    if people:
        yield '<h2 id="personas">Personas</h2>'
    for person in people:
        svg = paint_svg(persona_scene(person, known), theme, embedded=True)
        yield framed(prefix_of(f"card-{person.id}"), person.name, svg)


def _sources(journey: JourneyMap, known: Known) -> Iterator[str]:
    if not journey.evidence:
        return
    yield '<h2 id="sources">Sources</h2><ul>'
    for each in journey.evidence:
        sample = f"n = {each.sample:,}" if each.sample else ""
        notes = ", ".join(filter(None, (readable(each.method), sample, str(each.date or ""))))
        yield f"<li>{_source(each.id, known)} <small>{_t(notes)}</small></li>"
    yield "</ul>"
