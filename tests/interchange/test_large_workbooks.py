"""Workbooks of very many maps: one at a time in the memory, and the same cells as ever."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import python_calamine
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from journeycli.errors import UserError
from journeycli.interchange import xlsx_out, xlsx_stream
from journeycli.interchange.xlsx_names import Names
from journeycli.interchange.xlsx_stream import Finishing, LongSheet, Texts
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from program import journey as run

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "examples" / "maps"
_STAGES = 3
_CELLS = 3  # of a row of the sheets made here


def map_of(number: int) -> JourneyMap:
    """Give a map with texts that no other map has."""
    stages = "".join(
        f"  - id: s{stage}\n    name: Stage {stage} of {number}\n"
        f"    barriers: [Queue {stage} of {number}]\n"
        f"    touchpoints: [{{name: Desk {stage} of {number}, channel: store}}]\n"
        for stage in range(_STAGES)
    )
    text = f"format: journey-map/1\nid: m{number}\ntitle: Map\nstages:\n{stages}"
    model = parse(read_document(text.encode())).model
    assert isinstance(model, JourneyMap)
    return model


def example(name: str) -> JourneyMap:
    model = parse(read_document((EXAMPLES / f"{name}.journey.yaml").read_bytes())).model
    assert isinstance(model, JourneyMap)
    return model


def workbook(maps: int) -> bytes:
    stream = io.BytesIO()
    xlsx_out.write_workbook(map(map_of, range(maps)), {}, stream)
    return stream.getvalue()


def test_memory_does_not_grow_with_the_maps() -> None:
    """Eight times as many maps take nothing like eight times the memory."""
    workbook(2)  # what is loaded once
    peaks = []
    for maps in (4, 32):
        tracemalloc.start()
        workbook(maps)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]


def test_maps_are_read_when_their_sheet_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map is asked for after the sheet of the one before it is done."""
    order: list[str] = []
    real = Finishing.done

    def done(finishing: Finishing, sheet: Any) -> None:
        order.append(f"done {sheet.index}")
        real(finishing, sheet)

    def maps() -> Iterator[JourneyMap]:
        for number in range(4):
            order.append(f"read {number + 1}")
            yield map_of(number)

    monkeypatch.setattr(Finishing, "done", done)
    xlsx_out.write_workbook(maps(), {}, io.BytesIO())
    assert order == [
        "read 1", "read 2", "done 1", "done 2", "read 3", "done 3", "read 4", "done 4",
    ]  # fmt: skip


def test_sheets_that_are_let_go_are_what_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook whose sheets were kept as XML has the same bytes as XlsxWriter's own."""
    found = xlsx_out.write(example("installation-day"))

    class Holding(Finishing):
        def __init__(self, book: Workbook, opened: object) -> None:
            del opened
            book.str_table = Texts(io.BytesIO(), 1_000_000)

        def done(self, sheet: Worksheet) -> None:
            del sheet

    monkeypatch.setattr(xlsx_out, "Finishing", Holding)
    assert xlsx_out.write(example("installation-day")) == found


def test_rows_made_while_packing_are_those_written_before() -> None:
    """A sheet whose rows come a few at a time has the same bytes as one that is written whole."""

    def made(kind: type[Worksheet]) -> bytes:
        stream = io.BytesIO()
        book = Workbook(stream, {"in_memory": True})
        look = book.add_format({"bold": True})
        sheet = book.add_worksheet("Rows", kind)

        def fill(rows: range) -> None:
            for row in rows:
                sheet.set_row(row, 15 + row)
                for column in range(_CELLS):
                    sheet.write_number(row, column, row * column, look)

        if isinstance(sheet, LongSheet):
            sheet.size(50, _CELLS)
            sheet.fill = fill
        else:
            fill(range(50))
        book.set_properties({"created": xlsx_out._CREATED})  # noqa: SLF001 - any fixed time
        book.close()
        return stream.getvalue()

    assert made(LongSheet) == made(Worksheet)


def test_texts_that_there_is_no_room_to_know_stand_twice() -> None:
    """What came lately has its number again, what came long ago another one with the same text."""
    texts = Texts(io.BytesIO(), room=250)
    numbers = [texts._get_shared_string_index(text) for text in ("a", "b", "c", "a", "c")]  # noqa: SLF001 - XlsxWriter asks so
    assert numbers == [0, 1, 2, 3, 2]
    assert list(texts.string_array) == ["a", "b", "c", "a"]
    assert (texts.count, texts.unique_count) == (5, 4)


def test_every_sheet_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook with more texts than are known reads as the maps that went in."""
    monkeypatch.setattr(xlsx_stream, "_ROOM", 500)
    book = python_calamine.load_workbook(io.BytesIO(workbook(40)))
    maps = [f"Map ({number + 1})" if number else "Map" for number in range(40)]
    assert book.sheet_names == ["Overview", *maps, "Touchpoints", "Barriers"]
    overview = book.get_sheet_by_name("Overview").to_python()
    assert [row[0] for row in overview[1:]] == [f"m{number}" for number in range(40)]
    assert book.get_sheet_by_name("Map (40)").to_python()[1][1:] == [
        f"Stage {stage} of 39" for stage in range(_STAGES)
    ]
    desks = [row[2] for row in book.get_sheet_by_name("Touchpoints").to_python()[1:]]
    assert desks == [
        f"Desk {stage} of {number}" for number in range(40) for stage in range(_STAGES)
    ]


def test_the_first_sheet_is_the_one_that_opens() -> None:
    """The overview is selected, and in a workbook of one map the map."""
    for raw in (workbook(3), xlsx_out.write(map_of(0))):
        archive = zipfile.ZipFile(io.BytesIO(raw))
        sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
        opened = [name for name in sheets if b'tabSelected="1"' in archive.read(name)]
        assert opened == ["xl/worksheets/sheet1.xml"]


def test_the_same_maps_give_the_same_bytes() -> None:
    """Nothing of the machine or the hour is in a workbook."""
    assert workbook(3) == workbook(3)


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that would lose rows is not written; the message names the sheet."""
    monkeypatch.setattr(xlsx_stream, "MOST_ROWS", 5)
    with pytest.raises(UserError, match=r"The sheet Touchpoints would have more than 5 rows"):
        workbook(2)


def test_names_told_apart_by_numbers_are_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand maps of one title, none tries all the numbers that are taken."""
    asked: list[str] = []
    real = Names._is_taken  # noqa: SLF001 - what is counted

    def is_taken(names: Names, name: str, held: set[str]) -> bool:
        asked.append(name)
        return real(names, name, held)

    monkeypatch.setattr(Names, "_is_taken", is_taken)
    names = Names()
    found = [
        names.take(f"Choosing a broadband line anew {number}", ["Barriers"])
        for number in range(1000)
    ]
    assert len(set(found)) == 1000
    assert found[:2] == ["Choosing a broadband line anew", "Choosing a broadband line a (2)"]
    assert len(asked) <= 2000


def test_names_of_emoji_are_as_short_as_excel_wants() -> None:
    """A sign outside the first plane counts as two, as Excel counts it."""
    names = Names()
    assert [names.take("🚀" * 40), names.take("🚀" * 40)] == ["🚀" * 15, "🚀" * 13 + " (2)"]


def test_no_sheet_is_compared_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """XlsxWriter goes through all sheets a fixed number of times, not once for each of them."""
    asked: list[int] = []
    real = Workbook.worksheets

    def worksheets(book: Workbook) -> list[Worksheet]:
        asked.append(1)
        found: list[Worksheet] = real(book)
        return found

    monkeypatch.setattr(Workbook, "worksheets", worksheets)
    counts = []
    for maps in (3, 12):
        asked.clear()
        workbook(maps)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_file_that_is_there_is_told_before_the_maps_are_read(tmp_path: Path) -> None:
    """Nobody waits for a workbook that cannot be written then; and nothing is read for it."""
    (tmp_path / "m.journey.yaml").write_text("no map", "utf-8")
    (tmp_path / "all.xlsx").write_bytes(b"mine")
    refused = run("export", ".", "-o", "all.xlsx", cwd=tmp_path)
    assert (refused.code, "left out" in refused.err) == (2, False)
    assert "exists already" in refused.err
    forced = run("export", ".", "-o", "all.xlsx", "--force", cwd=tmp_path)
    assert forced.code == 2
    assert "left out  m.journey.yaml" in forced.err
    assert "There is no map in this folder." in forced.err
    assert (tmp_path / "all.xlsx").read_bytes() == b"mine"
