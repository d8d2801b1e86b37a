"""The report's tables: what stands in them, their order, and what other programs get."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.model.checklist import Share
from journeycli.views.portfolio.by import (
    TABLES,
    by_department,
    by_map,
    by_question,
    by_stage,
    maps_by,
    value,
)
from journeycli.views.portfolio.export import as_csv, as_markdown, as_rows, signed
from journeycli.views.portfolio.plan_tables import plan_data, plan_markdown, plan_table
from journeycli.views.portfolio.report_json import report_data, table_data
from journeycli.views.portfolio.report_markdown import report_markdown, table_markdown
from journeycli.views.portfolio.tables import Column, Table, Value, sorted_by
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.plan import plan_view
from journeycli.views.terminal.report import report_view

from .workspace import TEXTS, look, plan, report


def test_a_row_a_map_with_all_that_is_known_of_it() -> None:
    """Shares from 0 to 1, scores from −2 to 2, and what nobody knows is None."""
    row = as_rows(by_map(report()))[0]
    assert {key: row[key] for key in row if not key.startswith("J1")} == {
        "map": "Buy it",
        "id": "buy",
        "state": "current",
        "maturity": "researched",
        "stages": 2,
        "completeness": 0.5,
        "evidence": 0.7142,
        "touchpoints": 2,
        "moments_of_truth": 1,
        "feeling": 0.5,
        "lowest": -2.0,
        "lowest_stage": "Find it",
        "barriers": 2,
        "critical": 1,
        "high": 0,
        "medium": 0,
        "low": 0,
        "unrated": 1,
        "review_due": "2026-09-30",
        "review_overdue": True,
        "open_work": 4,
        "overdue": 2,
        "errors": 0,
        "path": "maps/buy.journey.yaml",
    }
    assert (row["J101"], row["J102"], row["J109"]) == (1.0, 0.5, 0.0)


def test_a_row_a_stage_and_a_row_a_question() -> None:
    """With how many questions are open, and where."""
    stages = as_rows(by_stage(report()))
    assert [(row["map_id"], row["stage_id"], row["open"]) for row in stages] == [
        ("buy", "find", 5), ("buy", "order", 6), ("later", "find", 8), ("use", "install", 6),
    ]  # fmt: skip
    assert stages[0]["open_questions"] == (
        "They move on", "We move them on", "Motivations", "Inhibitors", "Values",
    )  # fmt: skip
    assert as_rows(by_question(report()))[1] == {
        "code": "J102",
        "question": "Company actions",
        "completeness": 0.25,
        "settled": 1,
        "asked": 4,
        "open": 3,
    }


def test_a_department_has_its_work_beside_its_feelings() -> None:
    """Open work, and what of it is overdue."""
    rows = as_rows(by_department(report()))
    assert [(row["id"], row["feeling"], row["open_work"], row["overdue"]) for row in rows] == [
        ("billing", -0.5, 1, 1), ("sales", 0.5, 1, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        (None, ["buy", "later", "use"]),
        ("completeness", ["later", "use", "buy"]),
        ("feeling", ["buy", "later", "use"]),
        ("barriers", ["buy", "later", "use"]),
        ("stages", ["buy", "later", "use"]),
        ("map", ["buy", "later", "use"]),
        ("id", ["buy", "later", "use"]),
        ("J102", ["later", "use", "buy"]),
        ("review_overdue", ["buy", "later", "use"]),
    ],
)
def test_the_worst_comes_first_and_the_unknown_last(key: str | None, ids: list[str]) -> None:
    """Low shares and scores are bad, many barriers are; texts go from A to Z."""
    assert [row["id"] for row in as_rows(sorted_by(by_map(report()), key))] == ids
    assert [each.map.id for each in maps_by(report(), key)] == ids


def test_a_column_that_there_is_not_is_told_with_the_nearest() -> None:
    """Or with all that there are."""
    table = by_question(report())
    with pytest.raises(UserError) as caught:
        sorted_by(table, "complete")
    assert caught.value.hint == "Did you mean completeness?"
    with pytest.raises(UserError) as caught:
        sorted_by(table, "zzz")
    assert caught.value.hint == "It has code, question, completeness, settled, asked, open."


def test_a_share_is_rounded_down() -> None:
    """So that 1 and 100% mean all, however many there are."""
    assert value(Share(99_999, 100_000)) == 0.9999
    assert value(Share(0, 0)) is None
    table = Table("t", "T", (Column("s", "S", "share"),), ((0.9999,), (1.0,), (None,)), "")
    assert list(as_markdown(table)) == ["| S |", "| ---: |", "| 99% |", "| 100% |", "|  |"]


@pytest.mark.parametrize(
    ("score", "shown"), [(0.0, "0"), (-0.04, "0"), (0.25, "+0.2"), (-1.5, "−1.5"), (2.0, "+2")]
)
def test_a_score_has_its_sign(score: float, shown: str) -> None:
    """To one place, with the minus of typographers."""
    assert signed(score) == shown


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_written_in_every_format(name: str) -> None:
    """The same rows everywhere: CSV has all columns, Markdown those that people read."""
    table = TABLES[name](report())
    rows = list(csv.DictReader(StringIO(as_csv(table))))
    assert len(rows) == len(table.rows)
    assert list(rows[0]) == [column.key for column in table.columns]
    data = json.loads(json.dumps(table_data(table, report())))
    assert (data["version"], data["by"], len(data["rows"])) == (1, name, len(table.rows))
    lines = table_markdown(table).splitlines()
    assert lines[0] == f"## {table.title}"
    assert len([line for line in lines if line.startswith("| ")]) == len(table.rows) + 2


def test_a_table_without_rows_says_so() -> None:
    """A sentence in place of a table; in CSV, the keys alone."""
    table = TABLES["persona"](report({"maps/use.journey.yaml": TEXTS["maps/use.journey.yaml"]}))
    assert list(as_markdown(table)) == ["No map names a persona."]
    assert as_csv(table).count("\n") == 1


CELLS = st.one_of(
    st.text(max_size=12),
    st.tuples(st.sampled_from(["=", "+", "-", "@", "\t=", " =", "\r@", "＝"]), st.text(max_size=5)),
)


@given(st.lists(CELLS, min_size=1, max_size=6))
@settings(max_examples=80)
def test_no_cell_is_a_formula(cells: list[str | tuple[str, ...]]) -> None:
    """Whatever a map holds, a spreadsheet reads text, on one line a record."""
    written = as_csv(Table("t", "T", (Column("a", "A"),), tuple((each,) for each in cells), ""))
    read = [row[0] if row else "" for row in csv.reader(StringIO(written))][1:]
    assert len(read) == len(cells)
    assert [cell for cell in read if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))] == []


def test_numbers_stay_numbers_in_a_spreadsheet() -> None:
    """A score below zero is no formula."""
    table = Table("t", "T", (Column("a", "A", "score"),), ((-1.5,), (0.0,), (None,)), "")
    assert as_csv(table) == 'a\n-1.5\n0\n""\n'


HOSTILE = "=cmd | <script>alert(1)</script> [x](javascript:1) \\x1b[31m"


def test_markdown_is_inert() -> None:
    """What a map holds is text: no table cell, tag, link or heading takes effect."""
    buy = TEXTS["maps/buy.journey.yaml"].replace("title: Buy it", f"title: '{HOSTILE}'")
    texts = {"maps/buy.journey.yaml": buy}
    for written in (report_markdown(report(texts)), plan_markdown(plan(texts))):
        assert "<script>" not in written
        assert "[x]" not in written
        rows = [line for line in written.splitlines() if line.startswith("| ")]
        assert {line.replace("\\|", "").count("|") for line in rows if "cmd" in line} <= {
            line.count("|") for line in rows if "---" in line
        }


def test_no_control_character_gets_out() -> None:
    """Whatever a map holds moves no cursor and colours nothing."""
    buy = TEXTS["maps/buy.journey.yaml"]
    for sentence in (
        "Buy it",
        "Show the fee",
        "The fee is hidden",
        "Find it",
        "Cannot find the price",
    ):
        buy = buy.replace(sentence, f'"\\e[31m{sentence}\\u202e\\a"')
    texts = {**TEXTS, "maps/buy.journey.yaml": buy}
    at = look(80)
    written = (
        painted(report_view(report(texts), at), at),
        painted(plan_view(plan(texts), at, explain=True), at),
        report_markdown(report(texts)),
        plan_markdown(plan(texts)),
        as_csv(by_stage(report(texts))),
        as_csv(plan_table(plan(texts))),
    )
    for each in written:
        assert "Find it" in each
        assert {sign for sign in each if ord(sign) < 32 or sign == "\u202e"} == {"\n"}


def test_json_has_every_figure_of_the_report() -> None:
    """Version 1, by names that stay."""
    data = json.loads(json.dumps(report_data(report())))
    assert list(data) == [
        "version", "view", "today", "counted", "total", "maps", "personas", "departments",
        "channels", "hot_spots", "overdue", "unread",
    ]  # fmt: skip
    assert (data["version"], data["view"], data["today"]) == (1, "report", "2026-11-30")
    assert data["total"]["completeness"] == {"settled": 17, "asked": 42, "share": 0.4047}
    assert data["total"]["barriers"] == {
        "open": 2, "critical": 1, "high": 0, "medium": 0, "low": 0, "unrated": 1,
    }  # fmt: skip
    assert data["total"]["overdue"] == {"reviews": 1, "removals": 1}
    assert data["maps"][0]["questions"][0] == {
        "code": "J101", "label": "Customer actions", "settled": 2, "asked": 2, "share": 1.0,
    }  # fmt: skip
    assert data["maps"][0]["stages"][1]["open"] == ["J102", "J103", "J104", "J105", "J106", "J109"]
    assert data["overdue"]["removals"][0]["at"] == "stages[find].barriers[hidden-fee].removals[0]"


def test_json_of_the_report_is_sorted_as_asked() -> None:
    """As the table of maps is."""
    data = report_data(report(), "completeness")
    assert [each["id"] for each in data["maps"]] == ["later", "use", "buy"]


def test_json_of_the_plan_has_the_reason_of_every_row() -> None:
    """And what was asked for, and what it holds."""
    data = json.loads(json.dumps(plan_data(plan())))
    assert (data["version"], data["view"]) == (1, "plan")
    assert data["summary"] == {
        "maps": 3, "ranked": 5, "shown": 5, "removals": 3, "resources": 1, "opportunities": 1,
        "overdue": 1, "unowned": 1,
    }  # fmt: skip
    assert data["asked"]["statuses"] == ["idea", "planned", "doing", "required", "requested"]
    first = data["work"][1]
    assert (first["rank"], first["weight"], first["benefit"]) == (2, 2.0, 2.0)
    assert first["barriers"] == [
        {"id": "hidden-fee", "text": "The fee is hidden", "severity": "critical", "affects": 0.5}
    ]
    assert first["departments"] == [{"id": "billing", "name": "Billing"}]
    assert (first["due"], first["overdue"]) == ("2026-10-31", True)


def test_the_plan_as_a_spreadsheet_has_every_column() -> None:
    """One row a piece of work, with the reason."""
    rows = list(csv.DictReader(StringIO(as_csv(plan_table(plan())))))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[0]["barriers"] == "The fee is hidden; Nobody answers"
    assert rows[1]["because"] == "critical 4 × 50% = 2; impact 4 / effort 2 = 2"


def test_columns_that_hold_nothing_are_left_out_for_people() -> None:
    """A count of 0 is nothing; a score of 0 is something."""
    columns = (Column("a", "A"), Column("b", "B", "number"), Column("c", "C", "score"))
    rows: tuple[tuple[Value, ...], ...] = (("", 0, 0.0),)
    kept = replace(by_question(report()), columns=columns, rows=rows).without_empty()
    assert [column.key for column in kept.columns] == ["c"]
