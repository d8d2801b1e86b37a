"""Files that are larger than any map, or say that they are: they are told, and soon."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from journeycli.errors import UserError
from journeycli.interchange import csv_in, markdown, mermaid, xlsx_in
from journeycli.interchange.draft import Asked
from journeycli.interchange.kinds import recognise


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"Stage,A\n" + b"x,y\n" * 200_000, id="rows"),
        pytest.param(b"Stage" + b",a" * 300_000 + b"\n", id="columns"),
        pytest.param(b"Stage" + b",a" * 1_000 + b"\n" + b"x\n" * 1_000, id="uneven"),
    ],
)
def test_a_table_larger_than_a_map(raw: bytes) -> None:
    """What counts is the space that its cells span, empty ones included."""
    with pytest.raises(UserError, match="too large for a map"):
        csv_in.read(raw, Asked())


def test_texts_of_more_lines_than_a_map() -> None:
    """A document or a diagram of more lines than a map may have values is refused."""
    with pytest.raises(UserError, match="too large for a map"):
        markdown.read(b"# a\n## b\n" * 30_000, Asked())
    with pytest.raises(UserError, match="too large for a map"):
        mermaid.read(b"journey\n section A\n" + b" t: 3: Me\n" * 60_000, Asked())


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b'r="B2"', b'r="ZZZZZZZ99999999999"'),
        (b'r="B2"', b"r = 'XFD1048576'"),
        (b'r="B2"', b'x=">" r="xfd1048576"'),
        (b'<row r="2"', b'<row r="9999999"'),
        (b'<row r="2"', b'<row r="99999999999"'),
    ],
)
def test_cells_that_lie_far_away(there: bytes, instead: bytes) -> None:
    """However its place is written, a cell far away never makes the library fill the memory."""
    with pytest.raises(UserError, match=r"too large for a map"):
        xlsx_in.read(_changed(_workbook(), there, instead), Asked())


def test_a_value_far_below_a_map() -> None:
    """A sheet whose last value stands in its millionth row is refused before it is read."""
    raw = _changed(_workbook(), b'<row r="2"', b'<row r="1000000"')
    raw = _changed(raw, b'r="A2"', b'r="A1000000"')
    raw = _changed(raw, b'r="B2"', b'r="B1000000"')
    with pytest.raises(UserError, match="more than 250,000 cells"):
        xlsx_in.read(raw, Asked())


def test_noise_is_no_text() -> None:
    """Bytes that no encoding explains, controls among them, are no table of a strange language."""
    with pytest.raises(UserError, match="no text"):
        recognise(bytes(range(256)) * 20, "noise.csv")
    assert recognise("Stage;Größe\n".encode("cp1252"), "table.csv").name == "csv"


def test_empty_lines_before_a_table() -> None:
    """A hundred thousand of them are looked over once, not once for each."""
    assert recognise(b"\n" * 100_000 + b"Stage,A\n", "table.csv").name == "csv"
    assert recognise(b"\n\n%% note\n\n%% more\n journey\n", "x.txt").name == "mermaid"
    assert recognise(b"---\ntitle: x\n---\n\n%% note\njourney\n", "x.txt").name == "mermaid"


def _workbook() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(
            (("Stage", "Look"), ("Actions", "Reads"), ("Pain points", "Slow"))
        ):
            sheet.write_row(at, 0, row)
    return packed.getvalue()


def _changed(workbook: bytes, there: bytes, instead: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(there, instead))
    return packed.getvalue()
