"""A current map beside its future: as data, as Markdown, as a picture and as a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from journeycli.compare.state_telling import parts
from journeycli.views.emotions import emotions_scene
from journeycli.views.framed import framed
from journeycli.views.markdown import escape
from journeycli.views.markup import attribute, content
from journeycli.views.painters.svg import paint_svg
from journeycli.views.sheet import Options
from journeycli.views.wording import towards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.compare.state_telling import Part, Row
    from journeycli.compare.states import Contact, Fate, States
    from journeycli.model import Barrier, JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_VERSION: Final = 1
_ROW: Final = 5  # stages beside each other on the page
_WIDE: Final = 1360.0  # pixels


def states_json(states: States) -> str:
    """Write it as one document of ASCII, version 1; keys are only added."""
    return json.dumps(_data(states), indent=1) + "\n"


def states_markdown(states: States) -> str:
    """Write it as Markdown."""
    lines = [f"### {escape(towards(states.current.title, states.future.title))}", ""]
    lines += [f"> {escape(note)}" for note in states.notes]
    for part in parts(states):
        lines += ["", f"**{part.title}** ({escape(part.summary)})", "", *_items(part)]
    return "\n".join(lines).rstrip() + "\n"


def states_svg(states: States, known: Known, theme: Theme) -> str:
    """Draw both curves on one sheet."""
    return paint_svg(emotions_scene([states.future, states.current], known), theme)


def states_page(states: States, known: Known, theme: Theme) -> str:
    """Write it as a page that needs nothing from outside, with both curves."""
    style = Path(__file__).parent.with_name("page.css").read_text("utf-8")
    title = towards(states.current.title, states.future.title)
    many = len(states.lifts) > _ROW + 1
    options = Options(width=_WIDE if many else None, wrap=_ROW if many else None, framed=False)
    scene = emotions_scene([states.future, states.current], known, options)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{attribute(title)}</title>",
        f"<style>\n{style}</style></head>",
        f'<body><main id="content"><h1>{content(title)}</h1>',
        *(f'<p class="card warn">{content(note)}</p>' for note in states.notes),
        framed("curves", "Both curves", paint_svg(scene, theme, embedded=True)),
    ]
    for part in parts(states):
        lines += [f"<h2>{part.title}</h2>", f'<p class="soft">{content(part.summary)}</p>', "<ul>"]
        lines += [*map(_list_item, part.rows), "</ul>"]
    return "\n".join([*lines, "</main></body></html>", ""])


def _items(part: Part) -> Iterator[str]:
    for row in part.rows:
        notes = f" ({escape(row.notes)})" if row.notes else ""
        yield f"- {_mark(row.mark)} {escape(row.title)}{notes}"
        yield from (f"  - {escape(detail)}" for detail in row.details)


def _mark(mark: str) -> str:
    return {"+": "➕", "−": "➖", "!": "⚠️"}.get(mark, mark)


def _list_item(row: Row) -> str:
    notes = f" <small>{content(row.notes)}</small>" if row.notes else ""
    details = "".join(f"<li>{content(each)}</li>" for each in row.details)
    more = f"<ul>{details}</ul>" if details else ""
    return f"<li>{row.mark} {content(row.title)}{notes}{more}</li>"


def _data(states: States) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "current": _journey(states.current),
        "future": _journey(states.future),
        "notes": list(states.notes),
        "addressed": [*map(_fate, states.addressed)],
        "forgotten": [*map(_fate, states.forgotten)],
        "unknown": list(states.unknown),
        "new_barriers": [_barrier(barrier, stage) for barrier, stage in states.fresh],
        "feelings": _feelings(states),
        "touchpoints": {
            "added": [*map(_contact, states.added)],
            "retired": [*map(_contact, states.retired)],
            "kept": states.kept,
        },
        "resources": [
            {
                "id": each.id,
                "name": each.name,
                "status": each.status,
                "needed_for": list(each.needed_for),
                "map": said_by,
            }
            for each, said_by in states.resources
        ],
    }


def _feelings(states: States) -> dict[str, Any]:
    return {
        "mean": list(map(_rounded, states.mean)),
        "lowest": list(states.lowest),
        "stages": [
            {
                "stage": each.id,
                "name": each.stage,
                "before": _rounded(each.before),
                "after": _rounded(each.after),
                "in_current": each.in_current,
                "in_future": each.in_future,
            }
            for each in states.lifts
        ],
    }


def _journey(journey: JourneyMap) -> dict[str, str]:
    return {"id": journey.id, "title": journey.title, "state": journey.state}


def _barrier(barrier: Barrier, stage: str) -> dict[str, Any]:
    return {
        "id": barrier.effective_id,
        "text": barrier.text,
        "stage": stage,
        "severity": barrier.severity,
        "affects": barrier.affects,
    }


def _fate(fate: Fate) -> dict[str, Any]:
    return {
        **_barrier(fate.barrier, fate.stage),
        "how": fate.how,
        "stays": fate.stays,
        "removals": [{"text": each.text, "status": each.status} for each in fate.removals],
    }


def _contact(contact: Contact) -> dict[str, Any]:
    about = contact.touchpoint
    return {
        "id": about.id,
        "name": about.name,
        "channels": list(about.channels),
        "department": about.department,
        "status": about.status,
        "stages": list(contact.stages),
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
