"""Workbooks that would do harm: bombs, far-away cells, passwords, other documents."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 150_000_000  # bytes of a workbook, unpacked
MOST_CELLS: Final = 4_000_000  # of one sheet, empty ones within its bounds included
_MOST_PARTS: Final = 5_000
_CHUNK: Final = 1 << 20
_UNREAD: Final = re.compile(
    r"(?:^|/)(?:media|embeddings|theme|printerSettings|Pictures|Thumbnails)/"
)
# Where a row or a cell says that it stands; wherever else this is read, it does no harm.
_PLACE: Final = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]*)([0-9]+)\s*[\"']")
_LETTERS: Final = 3  # of the last column, XFD
_DIGITS: Final = 7  # of the last row, 1048576
_FAR: Final = 10**_DIGITS  # further than any row or column
_BARE_CELL: Final = re.compile(rb"<(?:\w+:)?c(?:\s(?![^>]*\br=)[^>]*)?>")
_REPEATED: Final = re.compile(
    rb"number-(rows|columns)-(?:repeated|spanned)=[\"']([0-9]{1,10})[\"']"
)
_BROKEN: Final = "The workbook is damaged, or was not saved to its end."
_SAVE_AGAIN: Final = "Open it in the program that wrote it and save it again."


class Contents:
    """A workbook that was looked through.

    Attributes:
        raw: Its bytes, unpacked and packed anew without compression: what was checked is what the
            library reads.
        notes: How many sheets have comments, and whether there are pictures and text boxes.

    """

    def __init__(self, raw: bytes, comments: int, drawings: int) -> None:
        self.raw = raw
        self.comments = comments
        self.drawings = drawings


def checked(raw: bytes) -> Contents:
    """Look a packed workbook (.xlsx, .xlsm, .ods) through.

    Raises:
        UserError: It is damaged, too large when unpacked, has a password, or is something else.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _checked(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OverflowError,
        OSError,
    ) as error:
        raise UserError(_BROKEN, hint=_SAVE_AGAIN) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise UserError(
            "The workbook has a password.", hint="Save it without one, then import that."
        ) from error


def _checked(archive: zipfile.ZipFile) -> Contents:
    names = archive.namelist()
    _check_what(names)
    left = LARGEST
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
        for info in archive.infolist():
            if info.is_dir() or _UNREAD.search(info.filename):
                continue
            data = _unpacked(archive, info, left)
            left -= len(data)
            _check_bounds(info.filename, data)
            clean.writestr(zipfile.ZipInfo(info.filename), data)
    comments = sum("comments" in name.lower() and name.endswith(".xml") for name in names)
    drawings = sum(bool(re.search(r"drawings/drawing\d*\.xml$", name)) for name in names)
    return Contents(packed.getvalue(), comments, drawings)


def _check_what(names: list[str]) -> None:
    """Refuse what is packed in the same way and no workbook.

    Raises:
        UserError: It is none.

    """
    if len(names) > _MOST_PARTS:
        raise UserError("The workbook has too many parts to be one.", hint=_SAVE_AGAIN)
    if "xl/workbook.xml" in names or "content.xml" in names:
        return
    what = "a packed archive"
    if any(name.startswith("word/") for name in names):
        what = "a Word document"
    elif any(name.startswith("ppt/") for name in names):
        what = "a presentation"
    elif "xl/workbook.bin" in names:
        what = "a binary workbook (.xlsb)"
    elif any(name.endswith(".iwa") for name in names):
        what = "a Numbers document"
    raise UserError(f"This is {what}, which cannot be imported.", hint="Save it as .xlsx or .csv.")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    if info.file_size > left:
        raise _too_large()
    with archive.open(info) as part:
        return b"".join(_chunks(part, left))


def _chunks(part: IO[bytes], left: int) -> Iterator[bytes]:
    size = 0
    while chunk := part.read(_CHUNK):
        size += len(chunk)
        if size > left:
            raise _too_large()
        yield chunk


def _check_bounds(name: str, data: bytes) -> None:
    """Refuse a sheet whose cells lie so far apart that the space between would fill the memory.

    Raises:
        UserError: It is such a sheet.

    """
    if "worksheets/" in name:
        letters: set[bytes] = set()
        last = 0
        for match in _PLACE.finditer(data):
            letters.add(match[1].upper())
            last = max(last, int(match[2]) if len(match[2]) <= _DIGITS else _FAR)
        bare = sum(1 for _ in _BARE_CELL.finditer(data))
        width = max(map(_number, letters), default=0) + min(bare, 20_000)
        rows = max(last, data.count(b"<row") + data.count(b":row"))
        if width * rows > MOST_CELLS or width >= _FAR:
            raise _too_wide(width, rows)
    elif name == "content.xml":
        _check_repeats(data)


def _check_repeats(data: bytes) -> None:
    """Look for repeated cells that hold something; empty ones at the end are usual."""
    for match in re.finditer(rb"<table:table-(?:row|cell)\b[^>]*>", data):
        tag = match[0]
        for repeat in _REPEATED.finditer(tag):
            filled = b"office:value" in tag or not tag.endswith(b"/>")
            limit = 2_000_000 if not filled or repeat[1] == b"rows" else 10_000
            if int(repeat[2]) > limit:
                raise _too_wide(int(repeat[2]), 1)


def _number(letters: bytes) -> int:
    if len(letters) > _LETTERS:
        return _FAR
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large() -> UserError:
    return UserError(
        f"Unpacked, the workbook has more than {LARGEST // 1_000_000} MB.",
        hint="Save the sheet with the map alone as .csv or .xlsx.",
    )


def _too_wide(columns: int, rows: int) -> UserError:
    return UserError(
        f"A sheet goes over {counted(rows, 'row')} and {counted(columns, 'column')}: too large for "
        "a map.",
        hint="Delete what stands far outside the map, or copy the map into a new sheet.",
    )
