"""What a workspace holds: its maps with their completeness, and its personas."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted, is_slug, width
from journeycli.views.checklist import checklist, fraction, percent
from journeycli.views.terminal.barriers import status
from journeycli.views.terminal.heading import commands
from journeycli.views.terminal.lines import bar, beside, flowed, hung, wrapped
from journeycli.views.terminal.tabular import Column, Table, table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from journeycli.model import JourneyMap
    from journeycli.views.terminal.gathering import Gathered, MapFile
    from journeycli.views.terminal.look import Look

_BAR = 10
_MAPS = (
    Column("id", "Map", style="bold"),
    Column("title", "Title", prose=True),
    Column("state", "State"),
    Column("maturity", "Maturity"),
    Column("stages", "Stages", "number"),
    Column("answered", "Answered", "share"),
    Column("last_review", "Last review"),
    Column("open_barriers", "Open barriers", "number"),
    Column("path", "File", style="dim"),
)
_PERSONAS = (
    Column("id", "Persona", style="bold"),
    Column("name", "Name"),
    Column("role", "Role", prose=True),
    Column("relationship", "Relationship", extra=True),
    Column("share", "Share", "share"),
    Column("maps", "Maps"),
)


def maps_table(found: Gathered, shown: Mapping[Path, str]) -> Table:
    """Give a row a map; `shown` has each file as the reader would type it."""
    return Table(
        view="workspace",
        title="maps",
        columns=_MAPS,
        rows=tuple(
            (
                journey.id,
                journey.title,
                journey.state,
                journey.maturity,
                len(journey.stages),
                round(fraction(checklist(journey).share), 4),
                str(journey.review.last) if journey.review and journey.review.last else None,
                open_barriers(journey),
                shown[path],
            )
            for path, journey, _ in found.maps
        ),
        empty="There is no map here.",
    )


def open_barriers(journey: JourneyMap) -> int:
    """Count the barriers that no removal has taken away yet."""
    return sum(status(each) != "done" for stage in journey.stages for each in stage.barriers)


def overview(found: Gathered, shown: Mapping[Path, str], look: Look) -> Iterator[Text]:
    """Yield the maps, the personas, and what could not be read."""
    title = f"{counted(len(found.maps), 'map')}, {counted(len(found.personas), 'persona')}"
    yield from wrapped(Text(title, "bold"), look.width)
    for each in found.maps:
        yield Text()
        yield from _map(each, look)
    if found.personas:
        yield Text()
        yield from table_lines(_personas(found), look)
    if found.unread:
        yield Text()
        for path in found.unread:
            text = look.text(f"{shown[path]} cannot be read: journey lint says why.", "red")
            yield from hung(Text("! ", "bold red"), text, look.width, 2)
    if found.maps:
        least = min(found.maps, key=lambda each: fraction(checklist(each.journey).share))
        name = least.journey.id if is_slug(least.journey.id) else shlex.quote(shown[least.path])
        steps = [
            (f"journey show {name}", "one map"),
            (f"journey show {name} --view checklist", "its questions"),
            ("journey lint", "what is wrong anywhere"),
        ]
        yield from commands(steps, look)


def _map(file: MapFile, look: Look) -> Iterator[Text]:
    journey = file.journey
    share = checklist(journey).share
    size = min(34, look.width)
    done = Text.assemble((bar(fraction(share), _BAR, look), "green"), f" {percent(share):>3}%")
    name = wrapped(look.text(journey.id, "bold"), size)
    title = look.text(journey.title)
    room = look.width - size - 2 - width(done.plain) - 2
    if room >= size:
        yield from beside([name, [done], wrapped(title, room)], [size, 15, room], 2)
    else:
        yield from name
        yield from flowed([done, title], look.width, "  ", indent=2)
    barriers = open_barriers(journey)
    review = journey.review.last if journey.review else None
    facts = [
        journey.state,
        journey.maturity,
        counted(len(journey.stages), "stage"),
        f"last review {review}" if review else "never reviewed",
        counted(barriers, "open barrier") if barriers else "no open barrier",
    ]
    pieces = [Text(each, "dim") for each in facts]
    if file.faults:
        pieces.append(Text(counted(file.faults, "error"), "bold red"))
    yield from flowed(pieces, look.width, f" {look.signs.dot} ", indent=2)


def _personas(found: Gathered) -> Table:
    rows = []
    for persona in found.personas:
        maps = [
            journey.id
            for _, journey, _ in found.maps
            if persona.id
            in [each if isinstance(each, str) else each.id for each in journey.personas]
        ]
        rows.append(
            (
                persona.id,
                persona.name,
                persona.role,
                persona.relationship,
                persona.share,
                tuple(maps) or ("on no map",),
            )
        )
    return Table(view="workspace", title="personas", columns=_PERSONAS, rows=tuple(rows))
