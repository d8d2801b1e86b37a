"""Which records of a sheet are one stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.interchange.notes import quoted

if TYPE_CHECKING:
    from journeycli.interchange.building import Building
    from journeycli.interchange.layout import Layout, Record


def grouped(layout: Layout, building: Building) -> list[list[Record]]:
    """Put records together that are one stage.

    Side by side, columns of one name are; in a list, rows of one name wherever they stand. It is
    said where the name alone speaks for it: no merged cell, or other stages in between.
    """
    groups: list[list[Record]] = []
    places: dict[tuple[str, str], int] = {}
    for record in layout.records:
        name = (record.stage, said_id(record))
        again = places.get(name) if layout.kind != "apart" else None
        if again is not None and layout.kind == "across" and again != len(groups) - 1:
            again = None
        if again is None:
            places[name] = len(groups)
            groups.append([record])
            continue
        groups[again].append(record)
        if record.head.text and layout.kind == "across":
            _say(record, "stands above several columns side by side", building)
        elif again != len(groups) - 1:
            _say(record, "comes again below other stages", building)
    return groups


def said_id(record: Record) -> str:
    """Give the id that the sheet itself says of a stage."""
    return next((e.cell.text.strip() for e in record.entries if e.lane.key == "id"), "")


def _say(record: Record, what: str, building: Building) -> None:
    if not record.stage:
        return
    building.notes.guessed(
        building.sheet.place(record.head.row, record.head.column),
        f"{quoted(record.stage)} {what} and is taken for one stage; two stages want two names.",
    )
