"""Tables of values: as tables, as records, and for programs."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from journeycli.text import width
from journeycli.views.terminal.export import exported
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.registry import TABLES, table
from journeycli.views.terminal.tabular import Column, Table, table_lines

from .drawing import look, repair, subject

COLUMNS = (
    Column("name", "Name"),
    Column("id", "Id", extra=True),
    Column("text", "Sentence", prose=True),
    Column("score", "Score", "score"),
    Column("share", "Share", "share"),
    Column("key", "Key", "flag"),
    Column("empty", "Empty"),
)
ROWS = (
    ("予約", "an-id-of-some-length", "One sentence of seven words or so", -1.5, 0.125, True, None),
    ("b", "c", ("First", "Second"), 2, None, False, None),
)
TABLE = Table("v", "title", COLUMNS, ROWS, note="A note.")


def text(at: int, of: Table = TABLE) -> str:
    return painted(table_lines(of, look(at)), look(at))


def test_a_wide_table_has_a_line_a_row() -> None:
    """Figures stand right, nothing is said of an empty column, lists of sentences have bullets."""
    assert text(100) == (
        "Name  Id                    Sentence                           Score  Share  Key\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "予約  an-id-of-some-length  One sentence of seven words or so   −1.5  12.5%  ◆\n"
        "b     c                     • First                               +2\n"
        "                            • Second\n"
        "\n"
        "A note.\n"
    )


def test_a_narrower_one_does_without_what_is_extra() -> None:
    """The columns that matter stay beside one another."""
    assert text(60).splitlines()[0] == "Name  Sentence                           Score  Share  Key"


def test_the_narrowest_is_one_row_below_the_other() -> None:
    """Then nothing is left out."""
    shown = text(40)
    assert shown.startswith("予約\n  Id        an-id-of-some-length\n  Sentence  One sentence")
    assert max(map(width, shown.splitlines())) <= 40


def test_an_empty_table_says_so() -> None:
    """A blank screen would look like a fault."""
    assert text(60, Table("v", "t", COLUMNS, (), empty="No row.")) == "No row.\n"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_valid_json_and_csv(name: str) -> None:
    """A mapping a row and a record a row, with the same keys."""
    values = table(name, subject(repair()))
    data = json.loads(exported(values, repair(), "json"))
    records = list(csv.DictReader(StringIO(exported(values, repair(), "csv"))))
    assert (data["version"], data["view"], data["map"]["id"]) == (1, name, "repair")
    assert len(data["rows"]) == len(records) == len(values.rows)
    assert [list(row) for row in data["rows"]] == [list(row) for row in records]


def test_json_can_be_ascii() -> None:
    """On a terminal without the letters it holds escapes that mean the same."""
    values = table("touchpoints", subject(repair()))
    plain = exported(values, repair(), "json", ascii_only=True)
    assert plain.isascii()
    assert json.loads(plain) == json.loads(exported(values, repair(), "json"))


@pytest.mark.parametrize("text_", ["=1+1", "+1", "-1", "@cmd", "\tx"])
def test_a_spreadsheet_takes_no_text_for_a_formula(text_: str) -> None:
    """An apostrophe makes it text; a number stays a number."""
    values = Table("v", "t", (Column("a", "A"), Column("b", "B", "score")), ((text_, -1.0),))
    record = next(iter(csv.DictReader(StringIO(exported(values, None, "csv")))))
    assert record == {"a": f"'{text_}", "b": "-1"}


def test_markdown_holds_text_that_has_no_effect() -> None:
    """Pipes, links, tags and line breaks of a map stay inside their cell."""
    values = Table("v", "t", (Column("a", "A"),), (("x|y [l](u)\n<b> `c`",),))
    assert exported(values, None, "md") == (
        "## t\n\n| A |\n| --- |\n| x\\|y \\[l\\](u) \\<b\\> \\`c\\` |\n"
    )
