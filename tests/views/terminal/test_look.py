"""Text that is safe where it lands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeycli.views.terminal.look import Look, tone

from .drawing import SNAPSHOTS

TESTS = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("plain", "ascii", "plain"),
        ("two\n  lines\t", "utf-8", "two lines"),
        ("\x1b[31mred\x07", "utf-8", "\\x1b[31mred\\x07"),
        ("a\u202eb", "utf-8", "a\\u202eb"),
        ("Steuererklärung – 5 €", "cp1252", "Steuererklärung – 5 €"),
        ("Steuererklärung – 5 €…", "ascii", "Steuererklarung - 5 EUR..."),
        ("“quoted” − ‘once’", "ascii", "\"quoted\" - 'once'"),
        ("予約", "ascii", "\\u4e88\\u7d04"),
        ("✓", "cp1252", "\\u2713"),
    ],
)
def test_a_text_is_made_fit_for_its_line(text: str, encoding: str, shown: str) -> None:
    """Control characters show, lines join, and a letter that is missing gets the nearest one."""
    assert Look(80, encoding=encoding).plain(text) == shown


def test_markup_of_a_map_has_no_effect() -> None:
    """What looks like a style to rich is just text."""
    text = Look(80).text("[bold red]x[/] [link=file:///etc]y[/link]")
    assert text.plain == "[bold red]x[/] [link=file:///etc]y[/link]"
    assert text.spans == []


@pytest.mark.parametrize(
    ("score", "written", "ascii_", "style"),
    [
        (-2, "−2", "-2", "bold red"),
        (-0.5, "−0.5", "-0.5", "red"),
        (0, "0", "0", ""),
        (1.5, "+1.5", "+1.5", "green"),
    ],
)
def test_a_score_carries_its_sign(score: float, written: str, ascii_: str, style: str) -> None:
    """Its meaning does not hang on its colour."""
    assert Look(80).score(score) == written
    assert Look(80, unicode=False).score(score) == ascii_
    assert tone(score) == style


@pytest.mark.parametrize("unicode", [True, False])
def test_what_marks_a_thing_in_a_list_is_a_sign_of_its_own(*, unicode: bool) -> None:
    """A moment of truth is neither a bullet nor a point, a stop or an answer, in ASCII too."""
    signs = Look(80, unicode=unicode).signs
    marks = (signs.moment, signs.bullet, signs.point, signs.stop, signs.answered, signs.open)
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    "path",
    [*SNAPSHOTS.glob("*color*"), *(TESTS / "reporters" / "golden").glob("*colour*")],
    ids=lambda path: path.name,
)
def test_colours_can_be_read_on_black_and_on_white(path: Path) -> None:
    """Only red, green, magenta and cyan, bold and dim: no yellow, white, blue or bright colour."""
    codes = re.findall(r"\x1b\[([\d;]*)m", path.read_text("utf-8"))
    used = {code for each in codes for code in each.split(";")}
    assert used - {"", "0", "1", "2", "3", "4", "9", "31", "32", "35", "36"} == set()
    assert used & {"1", "2", "31", "32", "35", "36"} != set()
