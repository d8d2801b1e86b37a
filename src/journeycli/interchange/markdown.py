"""Markdown: documents with a heading a stage, and the tables that Confluence and Notion export.

A document is read into the same records as a spreadsheet: a stage is a column, a label a row. So
names, scores, channels and feelings mean the same whichever file they come from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.interchange.draft import Asked, Draft
from journeycli.interchange.layout import Layout, label_column, label_row
from journeycli.interchange.markdown_about import Front, leave_out, read_around, read_front
from journeycli.interchange.markdown_blocks import Block, BlockKind, read_blocks
from journeycli.interchange.markdown_inline import plain
from journeycli.interchange.markdown_out import write
from journeycli.interchange.markdown_outline import (
    Part,
    check_labels,
    labels_in,
    listed_stages,
    parts,
    stages,
)
from journeycli.interchange.markdown_stages import Lanes, StageReader
from journeycli.interchange.notes import Notes
from journeycli.interchange.plain_text import plain_text
from journeycli.interchange.records_in import build
from journeycli.interchange.sheet import Sheet, sheet_of
from journeycli.interchange.sheets_in import understand
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.interchange.draft import Remark
    from journeycli.interchange.records_in import Built

__all__ = ["read", "write"]

_PAIR: Final = 2
_TWO_KEYS: Final = 4
"""From this weight on, labels make a table a journey's: `layout` counts a sure label twice."""


@dataclass(frozen=True, slots=True)
class Page(Sheet):
    """A document as a sheet: places are its lines.

    Attributes:
        lines: The line of each row of a table, from 1; empty where a row is a line.

    """

    lines: tuple[int, ...] = ()

    def place(self, row: int, column: int) -> str:
        """Name a line."""
        del column
        return f"line {self.lines[row] if row < len(self.lines) else row + 1}"


def read(raw: bytes, asked: Asked) -> list[Draft]:
    """Read a document into maps: one, or one for each table of a journey.

    Raises:
        UserError: No heading and no table of it looks like a journey's.

    """
    text, remarks = plain_text(raw)
    lines = text.split("\n")
    front = read_front(lines)
    blocks = listed_stages(read_blocks(lines[front.end :], front.end + 1))
    check_labels(blocks)
    found = parts(blocks)
    chosen = stages(found, asked.lanes)
    tables = [block for block in blocks if _is_map(block, asked)]
    if len(tables) > 1:  # two columns are labels and what they say, below a heading each
        tables = [table for table in tables if any(len(row) > _PAIR for row in table.rows)]
    labels = sum(labels_in(part, asked.lanes, tables=False) for part in chosen)
    if any(_wide_keys(table, asked) > labels for table in tables):
        labels = 0  # a table says more than all headings do
    if tables and not labels:
        _check_tables(tables)
        around = [block for block in blocks if block not in tables]
        first, *others = tables
        return [
            _of_table(first, around, front, asked, remarks, alone=not others),
            *(_of_table(each, around, front, asked, ()) for each in others),
        ]
    if not any(part.body or part.number for part in chosen):
        raise UserError(
            "There is no journey in the document: no heading has a list or a label below it, and "
            "no table has stages along one side and lanes along the other.",
            hint="docs/import.md shows what such a document looks like.",
        )
    if len(chosen) > Limits().stages:
        raise UserError(f"It has {len(chosen)} stages; a map may have {Limits().stages}.")
    return [_of_headings(chosen, blocks, front, asked, remarks)]


def _check_tables(tables: Sequence[Block]) -> None:
    if len(tables) > Limits().stages:
        raise UserError(
            f"The document has {len(tables):,} tables of journeys; up to {Limits().stages} can be "
            "read at once.",
            hint="Split it into several files and import each.",
        )


def _is_map(block: Block, asked: Asked) -> bool:
    if block.kind is not BlockKind.TABLE:
        return False
    sheet = _sheet(block)
    keys = max(label_row(sheet, asked.lanes).keys, label_column(sheet, asked.lanes).keys)
    return keys >= _TWO_KEYS and understand(sheet, asked.lanes) is not None


def _wide_keys(table: Block, asked: Asked) -> int:
    """Count the keys that the labels of a table name, where it has more than labels and texts."""
    if not any(len(row) > _PAIR for row in table.rows):
        return 0
    sheet = _sheet(table)
    return max(label_row(sheet, asked.lanes).keys, label_column(sheet, asked.lanes).keys) // 2


def _sheet(block: Block, title: str = "") -> Page:
    made = sheet_of("", [[plain(cell) for cell in row] for row in block.rows])
    return Page("", made.rows, (), title, block.lines)


def _of_table(
    table: Block,
    around: Sequence[Block],
    front: Front,
    asked: Asked,
    before: tuple[Remark, ...],
    *,
    alone: bool = False,
) -> Draft:
    """Read one table; what stands around a table that is alone belongs to its map."""
    above = [block for block in around if block.line < table.line]
    heading = next((b for b in reversed(above) if b.kind is BlockKind.HEADING), None)
    title = plain(heading.text) if heading else front.title
    sheet = _sheet(table, " ".join(title.split()))
    layout = understand(sheet, asked.lanes)
    notes = Notes()
    if layout is None:  # pragma: no cover - `_is_map` has seen that it is one
        raise UserError("The table holds no map.")
    if alone:
        said = read_around(front, (), above, asked.lanes, notes)
        leave_out([block for block in around if block.line > table.line], notes)
        sheet = replace(sheet, title=said.title or sheet.title)
        built = build(sheet, replace(layout, about=(*said.rows, *layout.about)), asked, notes)
        said.describe(built.data)
        return _draft(built, (*before, *front.remarks, *notes.remarks()))
    if any(block.kind is not BlockKind.HEADING for block in around):
        notes.left_out("the whole file", "Only the tables of the document are in the maps.")
    built = build(sheet, layout, asked, notes)
    return _draft(built, (*before, *front.remarks, *notes.remarks()))


def _of_headings(
    chosen: Sequence[Part],
    blocks: Sequence[Block],
    front: Front,
    asked: Asked,
    before: tuple[Remark, ...],
) -> Draft:
    notes = Notes()
    lanes = Lanes(asked.lanes)
    records = tuple(StageReader(part, lanes, notes).record() for part in chosen)
    around = read_around(front, chosen, blocks, asked.lanes, notes)
    layout = Layout("apart", tuple(around.rows), lanes.all(), records)
    built = build(Page("", (("",),), (), around.title), layout, asked, notes)
    around.describe(built.data)
    return _draft(built, (*before, *front.remarks, *notes.remarks()))


def _draft(built: Built, remarks: tuple[Remark, ...]) -> Draft:
    return Draft(built.data, remarks, says_id=built.says_id)
