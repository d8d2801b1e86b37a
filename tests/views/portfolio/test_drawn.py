"""What the terminal shows of the report and of the plan."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeycli.text import width
from journeycli.views.portfolio.by import TABLES
from journeycli.views.portfolio.plan import Asked
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.plan import plan_view
from journeycli.views.terminal.portfolio_table import fitted_lines, sparkline
from journeycli.views.terminal.report import report_view

from .snapshots import drawn_report, pictures
from .workspace import SNAPSHOTS, TEXTS, look, plan, report

if TYPE_CHECKING:
    from journeycli.views.portfolio.report import Report

PICTURES = pictures()
EXAMPLES = Path(__file__).parents[3] / "examples"
WIDTHS = (20, 40, 60, 80, 110, 140)


def examples() -> dict[str, bytes]:
    """Give the files of the example workspace."""
    folders = (EXAMPLES, EXAMPLES / "maps", EXAMPLES / "personas")
    return {
        path.relative_to(EXAMPLES).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted(folder.glob("*.yaml"))
    }


FILES = examples()
EXAMPLE: Report = report(FILES)


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str) -> None:
    """At every width, in every encoding and in colour; and as Markdown."""
    assert PICTURES[name] == (SNAPSHOTS / name).read_text("utf-8")


def test_no_snapshot_is_left_over() -> None:
    """Each file stands for a picture that there is."""
    assert {path.name for path in SNAPSHOTS.iterdir()} == set(PICTURES)


@pytest.mark.parametrize("cells", WIDTHS)
def test_no_line_is_wider_than_the_terminal(cells: int) -> None:
    """The report, the plan and every table, on real maps; nothing ends in blanks."""
    at = look(cells)
    plans = plan(FILES, Asked(top=30))
    drawn = painted(report_view(EXAMPLE, at), at) + painted(plan_view(plans, at, explain=True), at)
    for make in TABLES.values():
        drawn += painted(fitted_lines(make(EXAMPLE), at), at)
    assert [
        line for line in drawn.splitlines() if width(line) > cells or line != line.rstrip()
    ] == []


@pytest.mark.parametrize("name", [each for each in PICTURES if "ascii" in each])
def test_ascii_is_ascii(name: str) -> None:
    """Without a letter, a sign or an escape that a plain terminal lacks."""
    assert PICTURES[name].isascii()
    assert "\\x" not in PICTURES[name]
    assert "\\u" not in PICTURES[name]


@pytest.mark.parametrize("what", ["report", "plan"])
def test_colour_adds_nothing_but_colour(what: str) -> None:
    """Who sees none misses nothing."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", PICTURES[f"{what}-80-color.txt"])
    at = look(80)
    drawn = drawn_report(at) if what == "report" else painted(plan_view(plan(), at), at)
    assert plain == drawn


def test_the_maps_are_sorted_as_asked() -> None:
    """The least complete first."""
    drawn = drawn_report(look(80), "completeness")
    assert drawn.index("Buy it, next year\n") < drawn.index("Use it\n") < drawn.index("\nBuy it\n")


def test_when_all_is_answered_one_sentence_says_so() -> None:
    """In place of eleven full bars."""
    drawn = painted(report_view(EXAMPLE, look(80)), look(80))
    assert "Every question is answered at every stage of every map." in drawn
    assert "J101" not in drawn


def test_many_stages_with_open_questions_are_cut_to_the_worst() -> None:
    """And the way to the others is named."""
    stages = "".join(f"  - {{id: s-{n}, name: Stage {n}}}\n" for n in range(12))
    texts = {"m.journey.yaml": f"format: journey-map/1\nid: m\ntitle: M\nstages:\n{stages}"}
    drawn = painted(report_view(report(texts), look(80)), look(80))
    assert "and 2 stages more: journey report --by stage --sort completeness" in drawn


def test_a_map_without_anything_has_a_report() -> None:
    """No score, no claim, no barrier: each is said in words."""
    text = "format: journey-map/1\nid: m\ntitle: M\nstages: [{id: s, name: S}]\n"
    drawn = painted(report_view(report({"m.journey.yaml": text}), look(80)), look(80))
    for words in ("no claim yet", "no feeling has a score", "no open barrier", "none open"):
        assert words in drawn


def test_a_plan_without_work_says_so() -> None:
    """And why: there is none, or none was asked for."""
    at = look(80)
    use = {"maps/use.journey.yaml": TEXTS["maps/use.journey.yaml"]}
    assert "No map names a removal" in painted(plan_view(plan(use), at), at)
    nothing = plan(asked=Asked(statuses=("planned",), top=0))
    assert "No work on these maps" in painted(plan_view(nothing, at), at)


def test_a_plan_names_ten_barriers_with_nothing_against_them() -> None:
    """The others are lint's to list."""
    barriers = "".join(f"      - Barrier {n}\n" for n in range(12))
    text = (
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n"
        f"    barriers:\n{barriers}"
    )
    drawn = painted(plan_view(plan({"m.journey.yaml": text}), look(80)), look(80))
    assert "Barrier 9 (medium?, 25%?)" in drawn
    assert "Barrier 10" not in drawn
    assert "and 2 barriers more: journey lint --select J111" in drawn


@pytest.mark.parametrize(("encoding", "drawn"), [("utf-8", "▁▃▅▆█·"), ("ascii", "13568.")])
def test_a_sparkline_has_a_sign_a_stage(encoding: str, drawn: str) -> None:
    """From the lowest to the highest; a dot where nobody has said how it feels."""
    assert sparkline([-2, -1, 0, 1, 2, None], look(80, encoding)) == drawn


def test_a_narrow_table_loses_what_is_missed_the_least() -> None:
    """What people always want to see stays; only then do rows stand one below the other."""
    table = TABLES["department"](EXAMPLE)
    heads = {
        cells: painted(fitted_lines(table, look(cells)), look(cells)).splitlines()[0]
        for cells in (140, 80, 60)
    }
    assert "Touchpoints" in heads[140]
    assert "Touchpoints" not in heads[80]
    assert "Critical" in heads[80]
    assert "Department" in heads[60]
    narrow = painted(fitted_lines(table, look(33)), look(33)).splitlines()
    assert narrow[0] == "Quality and insight"
