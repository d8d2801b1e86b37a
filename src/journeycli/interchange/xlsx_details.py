"""The sheets of details in a workbook: gathered map by map, written when all are known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from journeycli.interchange.details import DETAILS, value_at
from journeycli.interchange.details_in import NONE
from journeycli.interchange.grid_out import one_line, touchpoint_names
from journeycli.interchange.statements import join
from journeycli.interchange.xlsx_map import height
from journeycli.interchange.xlsx_stream import Kept, LongSheet, check_rows
from journeycli.model import as_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from journeycli.interchange.details import Column, Detail
    from journeycli.interchange.xlsx_stream import Opened
    from journeycli.interchange.xlsx_style import Styles
    from journeycli.model import JourneyMap, Persona

_USUAL = 19.0  # points of a row of which nothing is known
_AROUND = 22  # characters that the columns of map and stage are wide


class Details:
    """What the sheets of details hold.

    Args:
        personas: Personas that stand in files of their own, by id.
        opened: Gives an empty file that lasts as long as the workbook is open.

    """

    def __init__(self, personas: Mapping[str, Persona], opened: Opened) -> None:
        self._personas = personas
        self._shown: set[str] = set()
        self._rows = {detail: Kept(opened()) for detail in DETAILS}

    def add(self, journey: JourneyMap) -> None:
        """Gather what a map has to say.

        Raises:
            UserError: It is more than a sheet holds.

        """
        data = as_data(journey)
        spoken = _spoken(data["stages"])
        _name_touchpoints(data["stages"])
        people = list(self._new_people(journey))
        for detail, kept in self._rows.items():
            rows = _of_map(detail, data, spoken) if detail.within else _of_people(detail, people)
            for row in rows:
                kept.add(row)
            check_rows(detail.name, 1 + len(kept))

    def filled(self) -> Iterator[tuple[Detail, Kept]]:
        """Give the sheets that have rows, with these."""
        yield from ((detail, kept) for detail, kept in self._rows.items() if kept)

    def _new_people(self, journey: JourneyMap) -> Iterator[dict[str, Any]]:
        """Give every persona that a map names and none before it."""
        for each in journey.personas:
            persona = self._personas.get(each) if isinstance(each, str) else each
            if persona is not None and persona.id not in self._shown:
                self._shown.add(persona.id)
                yield as_data(persona)


def write_details(sheet: LongSheet, detail: Detail, rows: Kept, styles: Styles) -> None:
    """Write a sheet of details; its rows come when the workbook is closed."""
    around = len(detail.headings) - len(detail.columns)
    widths = [*([_AROUND] * around), *(column.width for column in detail.columns)]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    last = len(rows)
    sheet.size(1 + last, len(detail.headings))
    left = iter(rows)

    def fill(numbers: range) -> None:
        for row in numbers:
            if row == 0:
                _write_headings(sheet, detail, styles)
            else:
                _write_row(sheet, row, next(left), detail, styles)

    sheet.fill = fill
    sheet.freeze_panes(1, min(around + 1, 3))
    sheet.autofilter(0, 0, last, len(detail.headings) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_headings(sheet: Worksheet, detail: Detail, styles: Styles) -> None:
    for at, heading in enumerate(detail.headings):
        sheet.write_string(0, at, heading, styles.heading)
    sheet.set_row(0, 24)


def _write_row(
    sheet: Worksheet, row: int, values: Sequence[Any], detail: Detail, styles: Styles
) -> None:
    around = len(detail.headings) - len(detail.columns)
    tallest = 0.0
    for at, value in enumerate(values):
        column = detail.columns[at - around] if at >= around else None
        _write_value(sheet, row, at, value, column, styles)
        if value is not None:
            tallest = max(tallest, height([str(value)], column.width if column else _AROUND))
    sheet.set_row(row, tallest or _USUAL)


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


def _of_people(detail: Detail, people: Sequence[dict[str, Any]]) -> Iterator[list[Any]]:
    yield from (_cells(detail, element) for element in people)


def _of_map(detail: Detail, data: dict[str, Any], spoken: Sequence[str]) -> Iterator[list[Any]]:
    """Give the rows of one map on a sheet of details."""
    if detail.within == "map":
        for element in data.get(detail.key, []):
            yield [data["id"], *_cells(detail, element)]
    elif detail.within:
        for stage, name in zip(data["stages"], spoken, strict=True):
            yield from _stage_rows(detail, data["id"], name, stage)


def _spoken(stages: Sequence[dict[str, Any]]) -> list[str]:
    """Name the stages of a map: by their names, and by their ids where two could be meant."""
    names = [one_line(stage["name"]) for stage in stages]
    meant = Counter((*names, *(stage["id"] for stage in stages)))
    return [
        stage["id"] if meant[name] > 1 + (stage["id"] == name) else name
        for stage, name in zip(stages, names, strict=True)
    ]


def _name_touchpoints(stages: Sequence[dict[str, Any]]) -> None:
    """Give the touchpoints that a stage takes from elsewhere the names that they have there."""
    names = dict(pair for stage in stages for pair in touchpoint_names(stage))
    for stage in stages:
        for each in _listed(stage.get("touchpoints")):
            each.setdefault("name", names.get(each.get("ref", ""), each.get("ref", "")))


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
