"""A grid with its stages side by side and its lanes below one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.interchange.layout import (
    ABOUT_BELOW,
    ABOUT_MAP,
    COMPUTED,
    Entry,
    Lane,
    Layout,
    Record,
    about_rows,
    carried,
    filled,
    is_head,
    label_column,
    label_row,
    lane_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.interchange.sheet import Cell, Sheet

_LONGEST_NAME: Final = 80


def tables(sheet: Sheet, asked: Mapping[str, str]) -> list[Sheet]:
    """Cut a sheet with several grids below one another into one sheet each.

    A grid begins below an empty row, with a row that names stages, and repeats lanes of the grid
    above it; without that, an empty row is only a gap.
    """
    column, keys = label_column(sheet, asked)
    if label_row(sheet, asked).keys > keys:
        return [sheet]
    labels = [lane_at(sheet, at, column, asked) for at in range(len(sheet.rows))]
    ends = [*(at for at, row in enumerate(sheet.rows) if not any(row)), len(sheet.rows)]
    starts = [0]
    for first, end in pairwise(ends):
        seen = {lane.key for lane in labels[starts[-1] : first] if lane.key}
        if _begins_grid(sheet, labels[first + 1 : end], column, seen):
            starts.append(first + 1)
    if len(starts) == 1:
        return [sheet]
    return [sheet.part(start, end) for start, end in pairwise([*starts, len(sheet.rows)])]


def _begins_grid(sheet: Sheet, labels: Sequence[Lane], column: int, seen: set[str]) -> bool:
    """Tell whether rows below a gap are a grid of their own: names of stages, then known lanes."""
    lanes = [lane for lane in labels if lane.key in seen and not is_head(lane)]
    if not lanes or ABOUT_BELOW in {lane.name for lane in labels}:
        return False
    return any(
        (lane.key == "stage" or not lane.name) and filled(sheet, lane.row, column + 1)
        for lane in labels
        if lane.row < lanes[0].row
    )


class _Heads(NamedTuple):
    """The rows that name stages and phases, from 0; None where there is none."""

    stage: int | None
    phase: int | None
    end: int  # the first row of the map
    guess: str = ""


def across(sheet: Sheet, column: int, asked: Mapping[str, str]) -> Layout:
    """Read a grid whose lanes' labels stand in a column."""
    whole = sheet
    end = next((at for at, row in enumerate(sheet.rows) if row[column] == ABOUT_BELOW), None)
    if end is not None:
        sheet = sheet.part(0, end)
    labels = [lane_at(sheet, row, column, asked) for row in range(len(sheet.rows))]
    heads = _heads(sheet, column, labels)
    used = {heads.stage, heads.phase}
    lanes, rows = _lanes(sheet, column, labels, heads, used)
    names = _names(sheet, heads, column)
    phases = _phases(sheet, heads, column)
    records = []
    for at in range(column + 1, len(sheet.rows[0])):
        entries = tuple(
            Entry(lane, sheet.cell(row, at)) for lane, row in rows if sheet.rows[row][at]
        )
        if entries or (heads.stage is not None and sheet.rows[heads.stage][at]):
            head = sheet.cell(heads.stage if heads.stage is not None else heads.end, at)
            records.append(Record(names[at], phases[at], head, entries))
    beside = tuple(
        cell
        for row in range(heads.end, len(sheet.rows))
        for cell in filled(sheet, row)
        if cell.column < column or (cell.column == column and _says_nothing(sheet, labels[row]))
    )
    about = about_rows(sheet, heads.end)
    if end is not None:
        about += about_rows(whole.part(end + 1, len(whole.rows)), len(whole.rows))
    return Layout("across", about, tuple(lanes), tuple(records), beside, heads.guess)


def _says_nothing(sheet: Sheet, lane: Lane) -> bool:
    """Tell whether a label that has no meaning has no cells either."""
    alone = not filled(sheet, lane.row, lane.column + 1)
    return alone and bool(lane.name) and not lane.key and lane.name != COMPUTED


def _heads(sheet: Sheet, column: int, labels: Sequence[Lane]) -> _Heads:
    """Find the rows that name the stages and the phases."""

    def count(row: int) -> int:
        return len(filled(sheet, row, column + 1))

    lanes = [
        lane.row
        for lane in labels
        if lane.key and not is_head(lane) and lane.key not in ABOUT_MAP and count(lane.row)
    ]
    wide = [row for row in lanes if count(row) > 1]  # one cell may say something of the map
    stage = next((x.row for x in labels if x.key == "stage" and count(x.row)), None)
    phase = next((x.row for x in labels if x.key == "phase" and count(x.row)), None)
    head = stage if stage is not None else phase
    lanes = wide or lanes if head is None else [r for r in lanes if r > head or r in wide]
    first = lanes[0] if lanes else head or 0
    if stage is None:
        stage = _unlabelled(sheet, column, labels, first, phase)
    if stage is not None and phase is None and stage > 0:
        above = stage - 1
        if not labels[above].key and 1 < count(above) < count(stage):
            phase = above
    if stage is None and phase is not None:
        return _Heads(phase, None, min(phase, first))
    if stage is None and not lanes and (names := _first_names(sheet, column)) is not None:
        guess = "The first row names the stages; `--lane NAME=KEY` says what the rows below it are."
        return _Heads(names, None, names, guess)
    if stage is None and lanes and _is_short(sheet, labels[first], column):
        guess = f"The row {labels[first].name} names the stages, as no other row does."
        return _Heads(first, None, first, guess)
    known = [row for row in (stage, phase, first if lanes else None) if row is not None]
    return _Heads(stage, phase, min(known, default=0))


def _unlabelled(
    sheet: Sheet, column: int, labels: Sequence[Lane], first: int, phase: int | None
) -> int | None:
    """Find the row of names right above the first lane: its label is a corner, or about the map."""
    for row in range(first - 1, -1, -1):
        cells = filled(sheet, row, column + 1)
        if row == phase or not cells:
            continue
        needed = 1 if len(filled(sheet, first, column + 1)) == 1 else 2
        if (phase is not None and labels[row].name) or any("\n" in cell.text for cell in cells):
            continue  # a lane that nobody knows, below the row that names the stages
        is_value = labels[row].key in ABOUT_MAP - {"title"} and len(cells) < 3  # noqa: PLR2004 - a label, its value and a note
        if (
            len(cells) >= needed
            and not is_value
            and all(len(c.text) <= _LONGEST_NAME for c in cells)
        ):
            return row
    return None


def _first_names(sheet: Sheet, column: int) -> int | None:
    """Find the row that heads a grid of which no label is known: the first one, if it is names."""
    wide = [row for row in range(len(sheet.rows)) if len(filled(sheet, row, column + 1)) > 1]
    if len(wide) < 2 or not sheet.rows[wide[1]][column]:  # noqa: PLR2004 - the names, and a lane
        return None
    texts = [cell.text for cell in filled(sheet, wide[0], column + 1)]
    are_names = all(len(x) <= _LONGEST_NAME // 2 and "\n" not in x for x in texts)
    return wide[0] if are_names and len(set(texts)) == len(texts) else None


def _is_short(sheet: Sheet, lane: Lane, column: int) -> bool:
    cells = filled(sheet, lane.row, column + 1)
    return lane.key == "customer_actions" and all(
        len(cell.text) <= _LONGEST_NAME // 2 and "\n" not in cell.text for cell in cells
    )


def _lanes(
    sheet: Sheet, column: int, labels: Sequence[Lane], heads: _Heads, used: set[int | None]
) -> tuple[list[Lane], list[tuple[Lane, int]]]:
    """Give the lanes, and the rows of each; a row without a label goes on with the lane above."""
    lanes: list[Lane] = []
    rows: list[tuple[Lane, int]] = []
    for row in range(heads.end, len(sheet.rows)):
        if row in used or not filled(sheet, row, column + 1) or labels[row].name == COMPUTED:
            continue
        lane = labels[row]
        if not lane.name and lanes:
            lane = lanes[-1]
        else:
            lanes.append(lane)
        rows.append((lane, row))
    return lanes, rows


def _names(sheet: Sheet, heads: _Heads, column: int) -> list[str]:
    """Give the stage's name for each column; one without belongs to the stage on its left."""
    if heads.stage is None:
        return [""] * len(sheet.rows[0])
    texts = list(sheet.spread(heads.stage))
    return [""] * (column + 1) + carried([" ".join(t.split()) for t in texts[column + 1 :]])


def _phases(sheet: Sheet, heads: _Heads, column: int) -> list[str]:
    if heads.phase is None:
        return [""] * len(sheet.rows[0])
    texts = list(sheet.spread(heads.phase))
    return [""] * (column + 1) + carried([" ".join(t.split()) for t in texts[column + 1 :]])


def spanning(sheet: Sheet, cell: Cell) -> int:
    """Give how many columns a cell goes over."""
    for each in sheet.merged:
        if (each.top, each.left) == (cell.row, cell.column):
            return each.right - each.left + 1
    return 1
