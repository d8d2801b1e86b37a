"""The first sheet of a workbook of several maps: a line for each."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from journeycli.interchange.details import OVERVIEW, OVERVIEW_HEADINGS
from journeycli.interchange.grid_out import one_line
from journeycli.interchange.xlsx_stream import Kept, LongSheet, check_rows

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from journeycli.interchange.grid_out import Grid
    from journeycli.interchange.xlsx_stream import Opened
    from journeycli.interchange.xlsx_style import Styles
    from journeycli.model import JourneyMap


class Overview:
    """What the overview says of the maps, map by map.

    Args:
        opened: Gives an empty file that lasts as long as the workbook is open.

    """

    def __init__(self, opened: Opened) -> None:
        self._rows = Kept(opened())

    def add(self, journey: JourneyMap, laid: Grid) -> None:
        """Take the figures of a map.

        Raises:
            UserError: There are more maps than a sheet has rows.

        """
        scores = [score for score in laid.scores if score is not None]
        texts = (journey.id, one_line(journey.title), journey.state, len(journey.stages))
        mean = fmean(scores) if scores else None
        barriers = sum(len(stage.barriers) for stage in journey.stages)
        self._rows.add((*texts, mean, min(scores, default=None), barriers))
        check_rows(OVERVIEW, 1 + len(self._rows))

    def write(self, sheet: LongSheet, styles: Styles) -> None:
        """Write the sheet; its rows come when the workbook is closed."""
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 50)
        sheet.set_column(2, len(OVERVIEW_HEADINGS) - 1, 12)
        sheet.freeze_panes(1, 1)
        sheet.hide_gridlines(2)
        sheet.size(1 + len(self._rows), len(OVERVIEW_HEADINGS))
        left = iter(self._rows)

        def fill(numbers: range) -> None:
            for row in numbers:
                if row == 0:
                    _write_headings(sheet, styles)
                else:
                    _write_row(sheet, row, next(left), styles)

        sheet.fill = fill


def _write_headings(sheet: Worksheet, styles: Styles) -> None:
    for at, heading in enumerate(OVERVIEW_HEADINGS):
        sheet.write_string(0, at, heading, styles.heading)
    sheet.set_row(0, 24)


def _write_row(
    sheet: Worksheet,
    row: int,
    values: tuple[str, str, str, int, float | None, float | None, int],
    styles: Styles,
) -> None:
    id_, title, state, stages, mean, low, barriers = values
    for at, text in enumerate((id_, title, state)):
        sheet.write_string(row, at, text, styles.cell)
    sheet.write_number(row, 3, stages, styles.figure)
    for at, value in ((4, mean), (5, low)):
        if value is None:
            sheet.write_blank(row, at, None, styles.cell)
        else:
            sheet.write_number(row, at, value, styles.score(value))
    sheet.write_number(row, 6, barriers, styles.figure)
