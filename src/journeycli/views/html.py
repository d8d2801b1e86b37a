"""A map as one HTML page: nothing from outside, no scripts, light and dark, good on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.checklist import checklist
from journeycli.views.checklist import percent as whole_percent
from journeycli.views.digest import barrier_rows, facts, sections
from journeycli.views.framed import framed
from journeycli.views.funnel import funnel_scene
from journeycli.views.known import know, readable
from journeycli.views.map import map_scene
from journeycli.views.markup import attribute, content
from journeycli.views.mirror import runs_leftwards
from journeycli.views.painters.escape import safe_link, xml
from journeycli.views.painters.svg import paint_svg, prefix_of
from journeycli.views.persona import persona_scene
from journeycli.views.reach import reach
from journeycli.views.sheet import Options
from journeycli.views.wording import joined, worded

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


class _Page(NamedTuple):
    """What every part of the page is written from."""

    journey: JourneyMap
    known: Known
    theme: Theme
    leftwards: bool

    def t(self, text: str) -> str:
        """Write a text between tags."""
        return content(text, leftwards=self.leftwards)


def html_page(
    journey: JourneyMap, theme: Theme, known: Known | None = None, options: Options | None = None
) -> str:
    """Write a map as a page: picture, stages, checklist, barriers, personas and sources."""
    known = known or know(journey)
    page = _Page(journey, known, theme, leftwards=runs_leftwards(journey))
    people = known.people(journey)
    body = [
        *_top(page),
        _picture(
            "map",
            paint_svg(map_scene(journey, known, _bare(journey, options)), theme, embedded=True),
        ),
        *_funnel(page),
        '<h2 id="stages">Stages</h2>',
        *(part for n, out in enumerate(ways(journey)) for part in _stage(page, n, out)),
        *_barriers(page),
        *_checklist(page),
        *_personas(page, people),
        *_sources(page),
    ]
    return "\n".join([*_head(page, people), *body, "</main>", "</body>", "</html>", ""])


def _head(page: _Page, people: list[Persona]) -> Iterator[str]:
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{attribute(page.journey.title)}</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield '<body dir="rtl">' if page.leftwards else "<body>"
    yield '<a class="skip" href="#content">Skip to the content</a>'
    yield from _navigation(page.journey, people)
    yield '<main id="content">'


def _bare(journey: JourneyMap, options: Options | None) -> Options:
    """Give how the map is laid out on the page: without what the page says itself, and in rows."""
    options = options or Options()
    wrap = options.wrap or (_ROW if len(journey.stages) > _ROW + 1 else None)
    width = options.width or (_WIDE if wrap == _ROW else None)
    return replace(options, framed=False, wrap=wrap, width=width)


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


def _top(page: _Page) -> Iterator[str]:
    journey = page.journey
    yield f"<h1>{page.t(journey.title)}</h1>"
    if journey.summary:
        yield f'<p class="soft">{page.t(journey.summary)}</p>'
    yield '<dl class="facts">'
    for title, text in facts(journey, page.known):
        yield f"<div><dt>{page.t(title)}</dt><dd>{page.t(text)}</dd></div>"
    yield "</dl>"


def _picture(name: str, svg: str) -> str:
    return framed(name, f"The {name} as a picture", svg)


def _funnel(page: _Page) -> Iterator[str]:
    if reach(page.journey).known:
        yield "<h2>How many get there</h2>"
        scene = funnel_scene(page.journey, page.known, Options(framed=False))
        yield _picture("funnel", paint_svg(scene, page.theme, embedded=True))


def _stage(page: _Page, number: int, out: Sequence[Way]) -> Iterator[str]:
    stage = page.journey.stages[number]
    name = prefix_of(f"stage-{stage.id}")
    yield f'<section aria-labelledby="{name}">'
    yield f'<h3 id="{name}">{number + 1}. {page.t(stage.name)}</h3>'
    notes = joined(" · ", (readable(stage.phase or ""), stage.duration, stage.summary))
    if notes:
        yield f'<p class="soft">{page.t(notes)}</p>'
    yield '<div class="cards">'
    for section in sections(page.journey, stage, page.known):
        yield from _section(page, section)
    yield from _ways(page, out)
    yield "</div></section>"


def _section(page: _Page, section: Section) -> Iterator[str]:
    tone = f" {_TONES[section.title]}" if section.title in _TONES and section.entries else ""
    yield f'<div class="card{tone}"><h4>{page.t(section.title)}</h4>'
    if section.entries:
        yield "<ul>"
        yield from (f"<li>{_entry(page, entry)}</li>" for entry in section.entries)
        yield "</ul>"
    else:
        yield f'<p class="soft">{page.t(worded("None: {}", section.none or ""))}</p>'
    yield "</div>"


def _entry(page: _Page, entry: Entry) -> str:
    parts = [page.t(entry.text)]
    if entry.note:
        parts.append(f"<small>{page.t(entry.note)}</small>")
    if entry.evidence:
        names = ", ".join(_source(page, name) for name in entry.evidence)
        parts.append(f"<small>{names}</small>")
    return "<br>".join(parts)


def _source(page: _Page, name: str) -> str:
    title, link = page.known.source(name)
    link = safe_link(link)
    return f'<a href="{xml(link)}">{page.t(title)}</a>' if link else page.t(title)


def _ways(page: _Page, out: Sequence[Way]) -> Iterator[str]:
    if not out:
        return
    yield '<div class="card"><h4>Ways on</h4><ul>'
    for way in out:
        share = f" <small>{page.t(percent(way.share))}</small>" if way.share is not None else ""
        if way.to is not None:
            target = page.journey.stages[way.to]
            name = prefix_of(f"stage-{target.id}")
            yield f'<li><a href="#{name}">{page.t(target.name)}</a>{share}</li>'
        else:
            yield f"<li>{page.t(worded('Ends: {}', way.end or '–'))}{share}</li>"
    yield "</ul></div>"


def _barriers(page: _Page) -> Iterator[str]:
    rows = list(barrier_rows(page.journey, page.known))
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
        done = "<br>".join(map(page.t, row.removals)) or "Nothing yet"
        yield (
            f'<tr><td>{page.t(row.stage)}</td><th scope="row">{page.t(row.text)}</th>'
            f"<td{heavy}>{row.severity}</td><td>{page.t(row.affects)}</td><td>{done}</td></tr>"
        )
    yield "</tbody></table></div>"


def _checklist(page: _Page) -> Iterator[str]:
    table = checklist(page.journey)
    yield '<h2 id="checklist">Checklist</h2>'
    told = f"{whole_percent(table.share)} % of the questions are settled."
    yield f"<p>{page.t(f'{told} ✓ is answered, – is none and why, ? is open.')}</p>"
    yield '<div class="scroll" tabindex="0" role="region" aria-label="The checklist"><table>'
    heads = "".join(f'<th scope="col">{page.t(column.name)}</th>' for column in table.columns)
    yield f'<thead><tr><th scope="col">Question</th>{heads}</tr></thead><tbody>'
    for row in table.rows:
        yield f'<tr><th scope="row">{page.t(row[0].question.label)}</th>'
        for cell in row:
            sign, meaning = _STATES[cell.state]
            reason = f": {attribute(cell.because)}" if cell.because else ""
            open_ = " open" if cell.state == "unanswered" else ""
            yield (
                f'<td class="state{open_}" title="{meaning}{reason}">'
                f'<span aria-hidden="true">{sign}</span>'
                f'<span class="skip">{meaning}</span></td>'
            )
        yield "</tr>"
    yield "</tbody></table></div>"


def _personas(page: _Page, people: list[Persona]) -> Iterator[str]:
    if people:
        yield '<h2 id="personas">Personas</h2>'
    for person in people:
        svg = paint_svg(persona_scene(person, page.known), page.theme, embedded=True)
        yield framed(prefix_of(f"card-{person.id}"), person.name, svg)


def _sources(page: _Page) -> Iterator[str]:
    if not page.journey.evidence:
        return
    yield '<h2 id="sources">Sources</h2><ul>'
    for each in page.journey.evidence:
        sample = f"n = {each.sample:,}" if each.sample else ""
        notes = ", ".join(filter(None, (readable(each.method), sample, str(each.date or ""))))
        yield f"<li>{_source(page, each.id)} <small>{page.t(notes)}</small></li>"
    yield "</ul>"
