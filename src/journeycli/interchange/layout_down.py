"""A list: its lanes side by side, and a row for a stage, a step or a touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.interchange.actors import is_customers
from journeycli.interchange.lanes import Meaning, meaning
from journeycli.interchange.layout import (
    Entry,
    Lane,
    Layout,
    Record,
    about_rows,
    filled,
    is_head,
    lane_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.interchange.sheet import Cell, Sheet

_FEW: Final = 40  # rows of which each may be a stage
_LONGEST_NAME: Final = 80


def down(sheet: Sheet, row: int, asked: Mapping[str, str]) -> Layout:
    """Read a list whose lanes' labels stand in a row."""
    spread = _merged_down(sheet, row)
    width = len(sheet.rows[row])
    lanes = [lane_at(spread, row, column, asked) for column in range(width)]
    lanes = _with_customers(lanes)
    body = [at for at in range(row + 1, len(sheet.rows)) if any(spread.rows[at])]
    body = [at for at in body if spread.rows[at] != sheet.rows[row]]
    stage, guess = _stage_lane(spread, lanes, body)
    phase = next((x for x in lanes if x.key == "phase" and x is not stage), None)
    kind, text = _long_form(lanes)
    records: list[Record] = []
    name = about_phase = ""
    for at in body:
        if stage is not None:
            name = " ".join(spread.rows[at][stage.column].split()) or name
        if phase is not None:
            about_phase = " ".join(spread.rows[at][phase.column].split()) or about_phase
        cells = [cell for cell in filled(spread, at) if cell.column not in _columns(stage, phase)]
        head = spread.cell(at, stage.column if stage else 0)
        if kind is not None and text is not None:
            entries = _pivoted(cells, lanes, kind, text, asked)
        else:
            entries = [Entry(lanes[cell.column], cell) for cell in cells]
        records.append(Record(name, about_phase, head, tuple(entries)))
    used = tuple(x for x in lanes if x is not stage and x is not phase)
    return Layout("down", about_rows(sheet, row), used, tuple(records), (), guess)


def _with_customers(lanes: list[Lane]) -> list[Lane]:
    """Take a column *Customer* for who they are, where another says what they do."""
    acts = [lane for lane in lanes if lane.key == "customer_actions"]

    def names_them(lane: Lane) -> bool:
        is_usual = lane.key in ("", "customer_actions") and lane.meaning == meaning(lane.name)
        return is_usual and is_customers(lane.name) and any(other is not lane for other in acts)

    persona = Meaning("persona", guessed=True)
    return [lane._replace(meaning=persona) if names_them(lane) else lane for lane in lanes]


def _stage_lane(sheet: Sheet, lanes: list[Lane], body: list[int]) -> tuple[Lane | None, str]:
    """Find the column that names the stages."""
    for key in ("stage", "phase"):
        if found := next((lane for lane in lanes if lane.key == key), None):
            return found, ""
    first = next((lane for lane in lanes if any(sheet.rows[at][lane.column] for at in body)), None)
    if first is not None and not first.key and _are_names(sheet, first, body):
        called = f"The column {first.name}" if first.name else "The first column"
        return first, f"{called} names the stages, as no other column does."
    steps = next((lane for lane in lanes if lane.key in ("customer_actions", "touchpoints")), None)
    if steps is not None and len(body) <= _FEW and _are_names(sheet, steps, body):
        return (
            steps,
            f"Each row is a stage, named by its {steps.name}, as no column names the stages.",
        )
    return None, "All rows are one stage, as no column names the stages."


def _are_names(sheet: Sheet, lane: Lane, body: list[int]) -> bool:
    texts = [sheet.rows[at][lane.column] for at in body]
    return all(len(text) <= _LONGEST_NAME and "\n" not in text for text in texts)


def _long_form(lanes: list[Lane]) -> tuple[Lane | None, Lane | None]:
    """Find the two columns of a list that has a row for every statement: its lane, and its text."""
    kind = next((lane for lane in lanes if lane.key == "lane"), None)
    text = next((lane for lane in lanes if lane.key == "text"), None)
    return (kind, text) if kind and text else (None, None)


def _pivoted(
    cells: list[Cell], lanes: list[Lane], kind: Lane, text: Lane, asked: Mapping[str, str]
) -> list[Entry]:
    """Give the entries of a row that says by itself which lane its statement belongs to."""
    said = next((cell.text for cell in cells if cell.column == kind.column), "")
    found: list[Entry] = []
    for cell in cells:
        if cell.column == text.column:
            known: Meaning | None = meaning(said, asked)
            found.append(Entry(Lane(" ".join(said.split()), known, kind.row, kind.column), cell))
        elif cell.column != kind.column:
            found.append(Entry(lanes[cell.column], cell))
    return found


def _columns(*lanes: Lane | None) -> set[int]:
    return {lane.column for lane in lanes if lane is not None}


def _merged_down(sheet: Sheet, head: int) -> Sheet:
    """Give the sheet in which a stage's name that is merged over rows stands in each of them."""
    from journeycli.interchange.sheet import Sheet as Plain  # noqa: PLC0415 - for its constructor only

    rows = [list(row) for row in sheet.rows]
    for each in sheet.merged:
        label = sheet.rows[head][each.left] if each.left < len(sheet.rows[head]) else ""
        known = meaning(label)
        if each.bottom > each.top > head and known and is_head(Lane(label, known, 0, 0)):
            for row in range(each.top, min(each.bottom + 1, len(rows))):
                rows[row][each.left] = sheet.rows[each.top][each.left]
    return Plain(sheet.name, tuple(map(tuple, rows)), sheet.merged, sheet.title)
