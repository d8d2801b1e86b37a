"""The sheet of a map: what is said of it on top, the grid below, head and labels always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.interchange.layout import COMPUTED
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from journeycli.interchange.grid_out import Grid, Row
    from journeycli.interchange.xlsx_style import Styles

_LABELS: Final = 22  # characters that the labels' column is wide
_STAGE: Final = 34  # characters that a stage's column is wide
_LINE: Final = 15.0  # points of a line of text
_TALLEST: Final = 400.0  # points of a row, by Excel
_LONGEST: Final = 32_767  # letters of a cell, by Excel
_WORK: Final = ("barriers", "opportunities", "metrics", "handoffs", "evidence", "links")
_COMPANY: Final = ("company_actions", "company_progression", "inhibitors", "touchpoints")


def write_map(sheet: Worksheet, grid: Grid, styles: Styles) -> None:
    """Write a map into an empty sheet."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _LABELS)
    sheet.set_column(1, max(len(grid.stages), 1), _STAGE)
    at = _write_about(sheet, grid, styles) + 1
    sheet.write_string(at, 0, "Stage", styles.stage)
    for column, name in enumerate(grid.stages, 1):
        sheet.write_string(at, column, name, styles.stage)
    sheet.set_row(at, _height(grid.stages, _STAGE - 6) + 12)
    sheet.freeze_panes(at + 1, 1)
    _set_page(sheet, at)
    for row in grid.rows:
        at += 1
        _write_row(sheet, at, row, grid, styles)
    if any(score is not None for score in grid.scores):
        _write_scores(sheet, at + 1, grid, styles)


def _write_about(sheet: Worksheet, grid: Grid, styles: Styles) -> int:
    """Write what is said of the map, and give the row below it."""
    for at, (label, text) in enumerate(grid.about):
        sheet.write_string(at, 0, label, styles.about_label)
        style = styles.title if label == "Title" else styles.about
        sheet.write_string(at, 1, text[:_LONGEST], style)
        if label == "Title":
            sheet.set_row(at, 28)
        else:
            sheet.set_row(at, max(_LINE * (text.count("\n") + 1), _height([text], _STAGE)))
    return len(grid.about)


def _write_row(sheet: Worksheet, at: int, row: Row, grid: Grid, styles: Styles) -> None:
    sheet.write_string(at, 0, row.label, styles.label(_ground(row.key)))
    for column, (text, score) in enumerate(zip(row.cells, grid.scores, strict=True), 1):
        style = styles.felt(score) if row.key == "emotions" and text else styles.cell
        if row.key in ("id", "phase"):
            style = styles.quiet()
        if text:
            sheet.write_string(at, column, text[:_LONGEST], style)
        else:
            sheet.write_blank(at, column, None, style)
    sheet.set_row(at, _height(row.cells, _STAGE))


def _write_scores(sheet: Worksheet, at: int, grid: Grid, styles: Styles) -> None:
    """Write each stage's mean score in its colour, for the reader; an import passes over it."""
    sheet.write_string(at, 0, COMPUTED, styles.label("customer"))
    for column, score in enumerate(grid.scores, 1):
        if score is None:
            sheet.write_blank(at, column, None, styles.cell)
        else:
            sheet.write_number(at, column, score, styles.score(score))


def _ground(key: str) -> str:
    head = key.partition(".")[0]
    if not head:
        return "own"
    if head in _WORK:
        return "work"
    return "company" if head in _COMPANY else "customer"


def _height(texts: Sequence[str], columns: int) -> float:
    """Give the points that a row needs for its tallest text, wrapped at a width in characters."""
    lines = max(
        (
            sum(max(1, -(-width(line) // max(columns - 2, 1))) for line in text.split("\n"))
            for text in texts
        ),
        default=1,
    )
    return min(_LINE * lines + 4, _TALLEST)


def _set_page(sheet: Worksheet, head: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
