from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.interchange import csv_in, xlsx_in, xlsx_out
from journeycli.interchange.draft import Asked
from journeycli.interchange.kinds import recognise
from journeycli.interchange.writing import to_yaml
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.testing import lint_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.interchange.draft import Draft

_MAP = Path(__file__).parent.parent.parent / "examples" / "maps" / "switch-broadband.journey.yaml"
_LABELS = [
    "Stage", "Phase", "Actions", "Emotions", "Score (1-5)", "Touchpoints", "Channel", "Pain points",
    "Owner", "Legal", "KPIs", "Moments of truth", "Priority", "Persona", "", "Evidence", "Handoffs",
]  # fmt: skip
_CELLS = st.one_of(
    st.sampled_from(
        ["", "", "5", "−2", "😀 happy", "a; b", "None: why", "x", "• a\n• b", "https://a.b/c d",
         "NPS: 3", "A → B: c", "survey of 12", "0", "1e999", "999999999999999999999", "5/0", "99 %"]
    ),
    st.text(max_size=8),
)  # fmt: skip


@given(
    rows=st.lists(st.lists(_CELLS, max_size=5), max_size=6),
    labels=st.permutations(_LABELS),
    turned=st.booleans(),
)
@settings(max_examples=60)
def test_any_table_becomes_a_clean_map_or_a_message(
    rows: list[list[str]], labels: list[str], *, turned: bool
) -> None:
    """Whatever cells hold, the result lints without an error, or a message says why."""
    width = max(map(len, rows), default=0)
    table = [[label, *row, *[""] * (width - len(row))] for label, row in zip(labels, rows)]  # noqa: B905 - as many as both have
    if turned:
        table = [list(column) for column in zip(*table, strict=True)]
    raw = "\r\n".join(",".join('"' + c.replace('"', '""') + '"' for c in row) for row in table)
    found = _maps_or_message(csv_in.read, raw.encode("utf-8", "surrogatepass"))
    assert found
    if isinstance(found, str):
        return
    report = lint_texts({"map.journey.yaml": to_yaml(found[0].data)})
    errors = [each for each in report.findings if each.severity.value == "error"]
    assert [(each.code, each.message) for each in errors] == []


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_bytes_are_a_map_or_a_message(raw: bytes) -> None:
    """Bytes of any kind give maps or a message, as a table and as a workbook."""
    for read in (csv_in.read, xlsx_in.read):
        for given_ in (raw, b"PK\x03\x04" + raw, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + raw):
            assert _maps_or_message(read, given_)


def test_a_damaged_workbook_is_a_message() -> None:
    """A workbook cut off or changed anywhere gives maps or a message, never a traceback."""
    whole = xlsx_out.write(_journey())
    chance = random.Random(7)  # noqa: S311 - the same damage each time
    for _ in range(60):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        cut = bytes(raw[: chance.randrange(100, len(raw))] if chance.random() < 0.5 else raw)
        assert _maps_or_message(xlsx_in.read, cut)


def test_damaged_parts_are_a_message() -> None:
    """A workbook whose parts hold anything gives maps or a message."""
    whole = zipfile.ZipFile(io.BytesIO(xlsx_out.write(_journey())))
    chance = random.Random(11)  # noqa: S311 - the same damage each time
    for _ in range(60):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as packed:
            for name in whole.namelist():
                data = bytearray(whole.read(name))
                if chance.random() < 0.3:
                    for _ in range(chance.randint(1, 8)):
                        data[chance.randrange(len(data))] = chance.randrange(256)
                packed.writestr(name, bytes(data))
        assert _maps_or_message(xlsx_in.read, stream.getvalue())


def test_a_bomb_is_refused() -> None:
    """A workbook that would fill the memory when unpacked is refused before it does."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(160):
                part.write(b" " * 1_000_000)
    with pytest.raises(UserError, match="Unpacked, the workbook has more than 150 MB"):
        xlsx_in.read(stream.getvalue(), Asked())


def test_a_cell_far_away_is_refused() -> None:
    """A cell in the last corner of a sheet does not make a table of billions of cells."""
    raw = _with_sheet(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row>'
    )
    with pytest.raises(UserError, match="too large for a map"):
        xlsx_in.read(raw, Asked())


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t", "The file is empty."),
        (b"%PDF-1.7 x", "This is a PDF, which cannot be imported."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, which cannot be imported."),
        (b"<!DOCTYPE html><table>", "This is a web page, which cannot be imported."),
        (b"format: journey-map/1\nid: a\n", "This is a file of ours already."),
    ],
)
def test_what_is_no_table_is_told(raw: bytes, message: str) -> None:
    """A file of another kind is named, so that its owner knows what to do."""
    with pytest.raises(UserError) as raised:
        recognise(raw)
    assert raised.value.message == message


def test_an_old_workbook_is_told() -> None:
    """A workbook of before 2007 and one with a password are told apart."""
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert "before 2007" in str(_maps_or_message(xlsx_in.read, old))
    assert _maps_or_message(xlsx_in.read, locked) == "The workbook has a password."


def test_another_packed_document_is_told() -> None:
    """A Word document is named as such."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    with pytest.raises(UserError, match="This is a Word document"):
        xlsx_in.read(stream.getvalue(), Asked())


def _maps_or_message(read: Callable[[bytes, Asked], list[Draft]], raw: bytes) -> list[Draft] | str:
    """Give what a reader gives, maps or the words for why there are none."""
    try:
        return read(raw, Asked())
    except UserError as error:
        return error.message


def _with_sheet(rows: bytes) -> bytes:
    """Give a workbook of a map whose first sheet has other rows."""
    whole = zipfile.ZipFile(io.BytesIO(xlsx_out.write(_journey())))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in whole.namelist():
            data = whole.read(name)
            if name.endswith("worksheets/sheet1.xml"):
                before, _, rest = data.partition(b"<sheetData>")
                data = (
                    before
                    + b"<sheetData>"
                    + rows
                    + b"</sheetData>"
                    + rest.partition(b"</sheetData>")[2]
                )
            packed.writestr(name, data)
    return stream.getvalue()


def _journey() -> JourneyMap:
    model = parse(read_document(_MAP.read_bytes())).model
    assert isinstance(model, JourneyMap)
    return model
