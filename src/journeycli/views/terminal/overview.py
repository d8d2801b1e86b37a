"""What a workspace holds: its maps with their completeness, and its personas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted, is_slug, typed, width
from journeycli.views.checklist import fraction, percent
from journeycli.views.terminal.heading import commands
from journeycli.views.terminal.lines import bar, beside, flowed, hung, wrapped
from journeycli.views.terminal.tabular import Column, Table, table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from journeycli.views.terminal.gathering import Gathered, MapRow
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
                row.id,
                row.title,
                row.state,
                row.maturity,
                row.stages,
                round(fraction(row.answered), 4),
                row.last_review or None,
                row.open_barriers,
                shown[path],
            )
            for path, row in found.maps
        ),
        empty="There is no map here.",
    )


def overview(found: Gathered, shown: Mapping[Path, str], look: Look) -> Iterator[Text]:
    """Yield the maps, the personas, and what could not be read."""
    title = f"{counted(len(found.maps), 'map')}, {counted(len(found.personas), 'persona')}"
    yield from wrapped(Text(title, "bold"), look.width)
    for each in found.maps:
        yield Text()
        yield from _map(each.row, look)
    if found.personas:
        yield Text()
        yield from table_lines(_personas(found), look)
    if found.unread:
        yield Text()
        for path in found.unread:
            text = look.text(f"{shown[path]} cannot be read: journey lint says why.", "red")
            yield from hung(Text("! ", "bold red"), text, look.width, 2)
    if found.maps:
        least = min(found.maps, key=lambda each: fraction(each.row.answered))
        name = least.row.id if is_slug(least.row.id) else typed(shown[least.path])
        steps = [
            (f"journey show {name}", "one map"),
            (f"journey show {name} --view checklist", "its questions"),
            ("journey lint", "what is wrong anywhere"),
        ]
        yield from commands(steps, look)


def _map(row: MapRow, look: Look) -> Iterator[Text]:
    share = row.answered
    size = min(34, look.width)
    done = Text.assemble((bar(fraction(share), _BAR, look), "green"), f" {percent(share):>3}%")
    name = wrapped(look.text(row.id, "bold"), size)
    title = look.text(row.title)
    room = look.width - size - 2 - width(done.plain) - 2
    if room >= size:
        yield from beside([name, [done], wrapped(title, room)], [size, 15, room], 2)
    else:
        yield from name
        yield from flowed([done, title], look.width, "  ", indent=2)
    facts = [
        row.state,
        row.maturity,
        counted(row.stages, "stage"),
        f"last review {row.last_review}" if row.last_review else "never reviewed",
        counted(row.open_barriers, "open barrier") if row.open_barriers else "no open barrier",
    ]
    pieces = [Text(each, "dim") for each in facts]
    if row.faults:
        pieces.append(Text(counted(row.faults, "error"), "bold red"))
    yield from flowed(pieces, look.width, f" {look.signs.dot} ", indent=2)


def _personas(found: Gathered) -> Table:
    rows = []
    for persona in found.personas:
        maps = [row.id for _, row in found.maps if persona.id in row.personas]
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
