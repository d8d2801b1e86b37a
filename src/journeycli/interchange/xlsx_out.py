"""Workbooks: a sheet for each map, and sheets for what a grid has no room for."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange.details import DETAILS, OVERVIEW, OVERVIEW_HEADINGS, value_at
from journeycli.interchange.details_in import NONE
from journeycli.interchange.grid_out import grid, one_line, touchpoint_names
from journeycli.interchange.statements import join
from journeycli.interchange.xlsx_map import height, write_map
from journeycli.interchange.xlsx_style import Styles
from journeycli.model import as_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from journeycli.interchange.details import Column, Detail
    from journeycli.model import JourneyMap, Persona

_LONGEST_NAME: Final = 31  # letters of a sheet's name, by Excel
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CREATED: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the same map gives the same bytes
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(journey: JourneyMap, personas: Mapping[str, Persona] | None = None) -> bytes:
    """Write a map as a workbook.

    Args:
        journey: The map.
        personas: Personas that stand in files of their own, by id.

    """
    return write_workbook([journey], personas or {})


def write_workbook(journeys: Sequence[JourneyMap], personas: Mapping[str, Persona]) -> bytes:
    """Write maps as one workbook: an overview where there are several, a sheet each, and details.

    Texts are written as texts, whatever they begin with: nothing in the workbook is a formula.

    Args:
        journeys: The maps.
        personas: Personas that stand in files of their own, by id.

    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only spreadsheets need it

    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    title = one_line(journeys[0].title)[:200]
    book.set_properties({"title": title, "comments": "journeycli", "created": _CREATED})
    styles = Styles(book)
    names = _Names()
    spoken = {id_: persona.name for id_, persona in personas.items()}
    grids = [grid(journey, spoken) for journey in journeys]
    if len(journeys) > 1:
        sheet = book.add_worksheet(names.take(OVERVIEW))
        _write_overview(sheet, journeys, styles)
    reserved = [detail.name for detail in DETAILS]
    for laid in grids:
        write_map(book.add_worksheet(names.take(laid.title, reserved)), laid, styles)
    for detail in DETAILS:
        rows = list(_rows(detail, journeys, personas))
        if rows:
            _write_detail(book, book.add_worksheet(names.take(detail.name)), detail, rows, styles)
    book.close()
    return stream.getvalue()


class _Names:
    """Gives sheets names that Excel takes, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str, reserved: Sequence[str] = ()) -> str:
        """Give a name for a sheet: at most 31 letters, none of Excel's signs, not taken."""
        plain = _NOT_IN_NAMES.sub(" ", name).strip("' ") or "Map"
        plain = " ".join(plain.split())
        taken = self._taken | {each.lower() for each in (*reserved, "history", OVERVIEW)}
        taken -= {name.lower()} - self._taken if not reserved else set()
        found, number = plain[:_LONGEST_NAME].strip("' "), 1
        while found.lower() in taken or (reserved and found.startswith(tuple(reserved))):
            number += 1
            end = f" ({number})"
            stem = plain if not plain.startswith(tuple(reserved or ("\0",))) else f"Map {plain}"
            found = stem[: _LONGEST_NAME - len(end)].strip("' ") + end
        self._taken.add(found.lower())
        return found


def _write_overview(sheet: Worksheet, journeys: Sequence[JourneyMap], styles: Styles) -> None:
    for at, heading in enumerate(OVERVIEW_HEADINGS):
        sheet.write_string(0, at, heading, styles.heading)
    sheet.set_row(0, 24)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, len(OVERVIEW_HEADINGS) - 1, 12)
    sheet.freeze_panes(1, 1)
    sheet.hide_gridlines(2)
    for row, journey in enumerate(journeys, 1):
        scores = [score for score in grid(journey).scores if score is not None]
        sheet.write_string(row, 0, journey.id, styles.cell)
        sheet.write_string(row, 1, one_line(journey.title), styles.cell)
        sheet.write_string(row, 2, journey.state, styles.cell)
        sheet.write_number(row, 3, len(journey.stages), styles.figure)
        for at, value in ((4, _mean(scores)), (5, min(scores, default=None))):
            if value is None:
                sheet.write_blank(row, at, None, styles.cell)
            else:
                sheet.write_number(row, at, value, styles.score(value))
        barriers = sum(len(stage.barriers) for stage in journey.stages)
        sheet.write_number(row, 6, barriers, styles.figure)


def _mean(scores: Sequence[float]) -> float | None:
    return fmean(scores) if scores else None


def _write_detail(
    book: Workbook, sheet: Worksheet, detail: Detail, rows: list[list[Any]], styles: Styles
) -> None:
    del book
    around = len(detail.headings) - len(detail.columns)
    for at, heading in enumerate(detail.headings):
        sheet.write_string(0, at, heading, styles.heading)
        width = detail.columns[at - around].width if at >= around else 22
        sheet.set_column(at, at, width)
    sheet.set_row(0, 24)
    for row, values in enumerate(rows, 1):
        for at, value in enumerate(values):
            column = detail.columns[at - around] if at >= around else None
            _write_value(sheet, row, at, value, column, styles)
        widths = [*([22] * around), *(column.width for column in detail.columns)]
        tall = (height([str(v)], w) for v, w in zip(values, widths, strict=True) if v is not None)
        sheet.set_row(row, max(tall, default=19.0))
    sheet.freeze_panes(1, min(around + 1, 3))
    sheet.autofilter(0, 0, len(rows), len(detail.headings) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_value(
    sheet: Worksheet, row: int, at: int, value: Any, column: Column | None, styles: Styles
) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, styles.cell)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        key = column.key if column else ""
        scored = key == "expected" or key.startswith("opinion.")
        sheet.write_number(row, at, value, styles.score(value) if scored else styles.figure)
    else:
        sheet.write_string(row, at, str(value)[:32_767], styles.cell)


def _rows(
    detail: Detail, journeys: Sequence[JourneyMap], personas: Mapping[str, Persona]
) -> Iterator[list[Any]]:
    """Give the rows of a sheet of details."""
    if detail.within == "":
        for element in _people(journeys, personas):
            yield _cells(detail, element)
        return
    for journey in journeys:
        data = as_data(journey)
        if detail.within == "map":
            for element in data.get(detail.key, []):
                yield [journey.id, *_cells(detail, element)]
            continue
        ids = [stage["id"] for stage in data["stages"]]
        called = [one_line(stage["name"]) for stage in data["stages"]]
        names = dict(pair for stage in data["stages"] for pair in touchpoint_names(stage))
        for stage in data["stages"]:
            for each in _listed(stage.get("touchpoints")):
                each.setdefault("name", names.get(each.get("ref", ""), each.get("ref", "")))
            spoken = one_line(stage["name"])
            twice = [*ids, *called].count(spoken) > 1 + (stage["id"] == spoken)
            yield from _stage_rows(detail, journey.id, stage["id"] if twice else spoken, stage)


def _stage_rows(
    detail: Detail, map_: str, spoken: str, stage: dict[str, Any]
) -> Iterator[list[Any]]:
    around = [map_, spoken]
    for element in _listed(stage.get("barriers" if detail.within == "barrier" else detail.key)):
        if detail.within == "stage":
            if not _is_plain(element, detail):
                yield [*around, *_cells(detail, element)]
            continue
        removals = element.get("removals")
        held = [*around, one_line(element["text"])]
        if isinstance(removals, dict):
            yield [*held, *_cells(detail, {"text": f"{NONE}{removals.get('none') or ''}"})]
        for removal in _listed(removals):
            yield [*held, *_cells(detail, removal)]


def _is_plain(element: dict[str, Any], detail: Detail) -> bool:
    """Tell whether the grid says all of an element already."""
    said = {"text", "name", "channel", "severity"}
    return detail.key == "opportunities" and not element.keys() - said


def _people(
    journeys: Sequence[JourneyMap], personas: Mapping[str, Persona]
) -> Iterator[dict[str, Any]]:
    """Give every persona that a map names, once."""
    shown: set[str] = set()
    for journey in journeys:
        for each in journey.personas:
            persona = personas.get(each) if isinstance(each, str) else each
            if persona is not None and persona.id not in shown:
                shown.add(persona.id)
                yield as_data(persona)


def _listed(value: Any) -> list[dict[str, Any]]:
    return value if isinstance(value, list) else []


def _cells(detail: Detail, element: dict[str, Any]) -> list[Any]:
    return [_cell(value_at(element, column.key), column) for column in detail.columns]


def _cell(value: Any, column: Column) -> Any:
    match column.kind:
        case "flag":
            return "yes" if value else None
        case "list":
            return ", ".join(map(str, value or ())) or None
        case "lines":
            texts = [each["text"] if isinstance(each, dict) else str(each) for each in value or ()]
            return join(texts) or None
        case "number":
            return value
        case _:
            return None if value is None else one_line(str(value))
