"""The sheet of a map: the title, the grid with its head and labels always there, the rest below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.interchange.layout import ABOUT_BELOW, COMPUTED
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
    sheet.write_string(0, 0, "Title", styles.about_label)
    sheet.write_string(0, 1, grid.title[:_LONGEST], styles.title)
    sheet.set_row(0, 32)
    sheet.write_string(1, 0, "Stage", styles.stage)
    for column, name in enumerate(grid.stages, 1):
        sheet.write_string(1, column, name, styles.stage)
    sheet.set_row(1, height(grid.stages, _STAGE - 6) + 12)
    sheet.freeze_panes(2, 1)
    _set_page(sheet)
    at = 1
    for row in grid.rows:
        at += 1
        _write_row(sheet, at, row, grid, styles)
    if any(score is not None for score in grid.scores):
        at += 1
        _write_scores(sheet, at, grid, styles)
    if grid.about:
        _write_about(sheet, at + 2, grid, styles)


def _write_about(sheet: Worksheet, at: int, grid: Grid, styles: Styles) -> None:
    """Write what is said of the map; long lines go on over the empty cells beside them."""
    sheet.write_string(at, 0, ABOUT_BELOW, styles.about_head)
    for row, (label, text) in enumerate(grid.about, at + 1):
        sheet.write_string(row, 0, label, styles.about_label)
        lines = text.count("\n") + 1
        sheet.write_string(row, 1, text[:_LONGEST], styles.about if lines == 1 else styles.lines)
        sheet.set_row(row, _LINE * lines + 3)


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
    sheet.set_row(at, height(row.cells, _STAGE))


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


def height(texts: Sequence[str], columns: int) -> float:
    """Give the points that a row needs for its tallest text, wrapped at a width in characters."""
    lines = max(
        (
            sum(max(1, -(-width(line) // max(columns - 2, 1))) for line in text.split("\n"))
            for text in texts
        ),
        default=1,
    )
    return min(_LINE * lines + 4, _TALLEST)


def _set_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
