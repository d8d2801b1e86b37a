"""Where a sheet's stages and lanes are: across and down, down and across, or a row a touchpoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.interchange.lanes import Meaning, meaning
from journeycli.interchange.notation import read_channels
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.interchange.sheet import Cell, Sheet

ABOUT_MAP: Final = frozenset(
    ("title", "persona", "scenario", "map_objective", "customer_goals", "owner", "summary")
)
OWN_LANE: Final = "Lane: "
"""What the label of a lane of the map's own begins with, where its name could mislead."""
ABOUT_BELOW: Final = "About this map"
"""A row below which exports say what the map is about; above the grid it would be in the way."""
COMPUTED: Final = "Mean score (computed)"
"""A row that exports add for the reader; imports pass over it."""

_HEADS: Final = frozenset(("stage", "phase", "id"))
_ROWS_LOOKED_AT: Final = 40
_COLUMNS_LOOKED_AT: Final = 8
_LONGEST_LABEL: Final = 60


class Lane(NamedTuple):
    """A lane of the sheet: a labelled row of a grid, or a headed column of a list.

    Attributes:
        name: Its label; empty where it has none.
        meaning: What it fills, or None.
        row: Where the label stands, from 0.
        column: The same.

    """

    name: str
    meaning: Meaning | None
    row: int
    column: int

    @property
    def key(self) -> str:
        """Give the key that it fills; empty where none is known."""
        return self.meaning.key if self.meaning else ""


class Entry(NamedTuple):
    """A cell of a record, and the lane that it stands in."""

    lane: Lane
    cell: Cell


@dataclass(frozen=True, slots=True)
class Record:
    """What belongs together: a column of a grid, or a row of a list.

    Attributes:
        stage: The stage's name; empty where none is said.
        phase: The phase's name; empty where none is said.
        head: Where the stage's name stands.
        entries: Its cells, in the order of the sheet.

    """

    stage: str
    phase: str
    head: Cell
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet that was understood.

    Attributes:
        kind: How it is laid out: `across` (stages side by side), `down` (a row a step), or
            `apart`, where each record is a stage whatever the others are called.
        about: The rows above the map: what it is called, whom it is about.
        lanes: Its lanes, in order.
        records: Its records, in order.
        beside: Cells that belong to no lane and no stage.
        guess: What was guessed of the layout, as a sentence; empty where it is plain.

    """

    kind: str
    about: tuple[tuple[Cell, ...], ...]
    lanes: tuple[Lane, ...]
    records: tuple[Record, ...]
    beside: tuple[Cell, ...] = ()
    guess: str = ""


class Found(NamedTuple):
    """The row or column that holds the labels, and how many different keys they name."""

    at: int
    keys: int


def label_row(sheet: Sheet, asked: Mapping[str, str]) -> Found:
    """Find the row whose cells name most keys."""
    rows = range(min(len(sheet.rows), _ROWS_LOOKED_AT))
    return _best([_keys(sheet.rows[row], asked) for row in rows])


def label_column(sheet: Sheet, asked: Mapping[str, str]) -> Found:
    """Find the column whose cells name most keys."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    columns = [
        [row[column] for row in sheet.rows[: _ROWS_LOOKED_AT * 5]]
        for column in range(min(width, _COLUMNS_LOOKED_AT))
    ]
    return _best([_keys(column, asked) for column in columns])


def about_rows(sheet: Sheet, end: int) -> tuple[tuple[Cell, ...], ...]:
    """Give the cells above the map, row by row."""
    return tuple(cells for row in range(end) if (cells := filled(sheet, row)))


def filled(sheet: Sheet, row: int, first: int = 0) -> tuple[Cell, ...]:
    """Give the cells of a row that hold something, from a column on."""
    texts = sheet.rows[row]
    return tuple(sheet.cell(row, at) for at in range(first, len(texts)) if texts[at])


def lane_at(sheet: Sheet, row: int, column: int, asked: Mapping[str, str]) -> Lane:
    """Give the lane whose label stands in a cell."""
    name = " ".join(sheet.rows[row][column].split())
    own = name.removeprefix(OWN_LANE)
    if own != name:
        spoken, ids = read_channels(own)
        id_ = ids[0] if ids and len(ids) == 1 else slug(own)
        return Lane(spoken if ids else own, Meaning(f"lanes.{id_ or 'lane'}"), row, column)
    return Lane(name, meaning(name, asked), row, column)


def is_head(lane: Lane) -> bool:
    """Tell whether a lane names the stages themselves."""
    return lane.key in _HEADS


def carried(texts: Sequence[str]) -> list[str]:
    """Give texts with each blank filled by the one before it."""
    found: list[str] = []
    for text in texts:
        found.append(text or (found[-1] if found else ""))
    return found


def _keys(texts: Sequence[str], asked: Mapping[str, str]) -> int:
    """Count the different keys that texts name; guesses count half, rows about the map nothing."""
    sure: set[str] = set()
    likely: set[str] = set()
    for text in dict.fromkeys(texts):
        if text and len(text) <= _LONGEST_LABEL and (found := meaning(text, asked)):
            (likely if found.guessed else sure).add(found.key)
    return 2 * len(sure - ABOUT_MAP) + len(likely - sure - ABOUT_MAP)


def _best(counts: Sequence[int]) -> Found:
    most = max(counts, default=0)
    return Found(counts.index(most) if most else 0, most)
