"""Workbooks larger than the memory: what is written goes to the disk, and is read when packed.

XlsxWriter keeps every cell of every sheet until a workbook is closed; its own mode for large files
holds a file open for each sheet and writes other cells. Here a sheet that is done is kept as its
XML, one of very many rows is made sixteen rows at a time, and texts are kept beside; the parts are
the same as XlsxWriter's own.
"""

from __future__ import annotations

import io
import json
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from journeycli.errors import UserError
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Opened: TypeAlias = Callable[[], IO[bytes]]

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its heading among them, by Excel."""
_ROOM: Final = 5_000_000  # characters of texts that are known
_EACH: Final = 100  # characters' worth of keeping one
_BLOCK: Final = 16  # rows that XlsxWriter measures together
_SCALARS: Final = (bool, int, float, str, type(None))


class Book(Workbook):  # type: ignore[misc]  # an untyped base
    """A workbook whose sheets have names that were checked where they were chosen."""

    def _check_sheetname(self, name: str, is_chartsheet: bool = False) -> str:  # noqa: FBT001, FBT002 - XlsxWriter's own
        """Take a name as it is; XlsxWriter would compare it with those of all other sheets."""
        del is_chartsheet
        return name


class Kept:
    """Values on the disk, in order; they are what JSON can hold.

    Args:
        file: An empty file for them.

    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Any]:
        self._file.seek(0)
        yield from map(json.loads, self._file)

    def add(self, value: Any) -> None:
        """Keep a value; all are kept before the first is read."""
        self._file.write(json.dumps(value).encode() + b"\n")
        self._size += 1


class Texts:
    """The texts of a workbook, in place of XlsxWriter's table of them.

    A text that comes again has the number that it had, as long as it is known; one that did not
    come for long gets another number, which a workbook may have.

    Args:
        file: An empty file for them.
        room: How many characters of texts are known at most.

    """

    def __init__(self, file: IO[bytes], room: int) -> None:
        self.count = 0
        self.unique_count = 0
        self.string_array = Kept(file)
        self._known: dict[str, int] = {}
        self._older: dict[str, int] = {}  # forgotten when `_known` is full again
        self._room = self._left = room // 2

    def _get_shared_string_index(self, text: str) -> int:
        self.count += 1
        found = self._known.get(text)
        if found is not None:
            return found
        number = self._older.pop(text, None)
        if number is None:
            number = self.unique_count
            self.unique_count += 1
            self.string_array.add(text)
        self._know(text, number)
        return number

    def _know(self, text: str, number: int) -> None:
        needed = len(text) + _EACH
        if needed > self._left:
            self._older, self._known = self._known, {}
            self._left = self._room
        self._left -= needed
        self._known[text] = number

    def _sort_string_data(self) -> None:
        """They stand in order already."""


class LongSheet(Worksheet):  # type: ignore[misc]  # an untyped base
    """A sheet whose rows are made while it is packed, a few at a time.

    Attributes:
        fill: Writes some rows, by their numbers from 0.

    """

    fill: Callable[[range], None]
    dim_rowmin: int
    dim_rowmax: int

    def size(self, rows: int, columns: int) -> None:
        """Say how large the sheet will be, before anything is written."""
        self._check_dimensions(0, 0)
        self._check_dimensions(rows - 1, columns - 1)

    def _write_rows(self) -> None:
        first, last = self.dim_rowmin, self.dim_rowmax
        for start in range(first, last + 1, _BLOCK):
            rows = range(start, min(start + _BLOCK, last + 1))
            self.fill(rows)
            self.dim_rowmin, self.dim_rowmax = rows[0], rows[-1]
            super()._write_rows()
            for held in (self.table, self.row_info, self.row_sizes):
                held.clear()
        self.dim_rowmin, self.dim_rowmax = first, last


class DoneSheet(Worksheet):  # type: ignore[misc]  # an untyped base
    """A sheet of which only the XML is left; what else it is asked for is what an empty one says.

    Args:
        sheet: The sheet that is done.
        parts: Where its XML is kept.
        empty: A sheet of which nothing was ever said.

    """

    def __init__(self, sheet: Worksheet, parts: Parts, empty: Worksheet) -> None:
        usual = vars(empty)
        self.__dict__.update(
            (name, value)
            for name, value in vars(sheet).items()
            if isinstance(value, _SCALARS) and value != usual.get(name, usual)
        )
        self._empty = empty
        self._parts = parts
        self._place = parts.add(sheet)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._empty, name)

    def _assemble_xml_file(self) -> None:
        self.fh.write(self._parts.text(self._place))
        self._xml_close()


class Parts:
    """The XML of sheets that are done, on the disk.

    Args:
        file: An empty file for it.

    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, sheet: Worksheet) -> tuple[int, int]:
        """Keep the XML of a sheet, and say where."""
        stream = io.StringIO()
        sheet._set_xml_writer(stream)  # noqa: SLF001 - XlsxWriter has no other way to write a sheet now
        sheet._assemble_xml_file()  # noqa: SLF001 - the same
        raw = stream.getvalue().encode()
        start = self._file.seek(0, io.SEEK_END)
        self._file.write(raw)
        return start, len(raw)

    def text(self, place: tuple[int, int]) -> str:
        """Give the XML that was kept at a place."""
        self._file.seek(place[0])
        return self._file.read(place[1]).decode()


class Finishing:
    """Lets go of the sheets of a workbook as they are done.

    Args:
        book: A workbook without sheets.
        opened: Gives an empty file that lasts as long as the workbook is open.

    """

    def __init__(self, book: Workbook, opened: Opened) -> None:
        book.str_table = Texts(opened(), _ROOM)
        self._book = book
        self._parts = Parts(opened())
        self._empty = Worksheet()

    def done(self, sheet: Worksheet) -> None:
        """Keep a sheet as what it will be in the file; nothing more can be written into it."""
        if sheet.index == 0:
            sheet.select()  # as the first sheet of a file is, and closing comes too late to say it
        kept = DoneSheet(sheet, self._parts, self._empty)
        self._book.worksheets_objs[sheet.index] = kept
        self._book.sheetnames[sheet.name] = kept


def check_rows(name: str, rows: int) -> None:
    """Refuse a sheet that is longer than a workbook can hold.

    Raises:
        UserError: It is.

    """
    if rows > MOST_ROWS:
        raise UserError(
            f"The sheet {name} would have more than {counted(MOST_ROWS, 'row')}, which is all that "
            "a workbook holds.",
            hint="Export a folder with fewer maps.",
        )
