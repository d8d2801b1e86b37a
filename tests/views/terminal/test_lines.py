"""Lines of a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text

from journeycli.text import one_line, width
from journeycli.views.terminal.lines import (
    bar,
    beside,
    clusters,
    flowed,
    hung,
    longest_word,
    padded,
    shortened,
    wrapped,
)

from .drawing import look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.containers import Lines

_TRICKY = "ab c-予約、（）e\u0301👍🏽👩\u200d👧🇩🇪❤\ufe0f…"
WORDS = st.text(st.sampled_from(_TRICKY) | st.characters(codec="utf-8"), max_size=40).map(one_line)


def texts(lines: list[Text]) -> list[str]:
    return [line.plain for line in lines]


@given(WORDS, st.integers(2, 30))
@settings(max_examples=150)
def test_wrapping_keeps_everything_but_blanks_and_stays_inside(text: str, cells: int) -> None:
    """No letter is lost, and no line is wider than it may be."""
    lines = texts(wrapped(Text(text), cells))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert [line for line in lines if width(line) > cells and len(clusters(line)) > 1] == []


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("an unbreakable", 4, ["an", "unbr", "eaka", "ble"]),
        ("12 unbreakable", 6, ["12 unb", "reakab", "le"]),
        ("• → unbreakable", 9, ["• → unbre", "akable"]),
        ("12 unbreakable", 4, ["12", "unbr", "eaka", "ble"]),
        ("思い出す、伝える", 8, ["思い出", "す、伝え", "る"]),
        ("予約する", 3, ["予", "約", "す", "る"]),
        ("👩\u200d👧👩\u200d👧", 2, ["👩\u200d👧", "👩\u200d👧"]),
    ],
)
def test_lines_break_where_people_would(text: str, cells: int, lines: list[str]) -> None:
    """At blanks, between wide letters but not before a comma, else anywhere but inside an emoji."""
    assert texts(wrapped(Text(text), cells)) == lines


def test_a_style_goes_on_over_the_break() -> None:
    """What is coloured stays coloured in every line."""
    first, second = wrapped(Text.assemble("a ", ("red text", "red")), 5)
    assert [(first.plain, second.plain)] == [("a red", "text")]
    assert [str(span.style) for line in (first, second) for span in line.spans] == ["red", "red"]


def test_columns_stand_beside_one_another_whatever_their_letters() -> None:
    """A wide letter counts for two cells, so that the next column begins at one place."""
    blocks = [[Text("予約"), Text("a")], [Text("x"), Text("y")]]
    assert texts(beside(blocks, [4, 1], 2)) == ["予約  x", "a     y"]


def test_padding_fills_to_the_left_or_to_the_right() -> None:
    """Figures stand right, words left."""
    assert padded(Text("5%"), 4, "right").plain == "  5%"
    assert padded(Text("予"), 4).plain == "予  "


def test_a_label_hangs_before_its_text() -> None:
    """Lines that follow begin under the text; a long label has a line for itself."""
    assert texts(hung(Text("a:"), Text("one two"), 7, 3)) == ["a: one", "   two"]
    assert texts(hung(Text("label:"), Text("one"), 7, 3)) == ["label:", "   one"]


def test_pieces_stay_whole_while_a_line_has_room_for_them() -> None:
    """A name is not broken where it could stand on the next line."""
    pieces = [Text("one two"), Text("three"), Text("four and five")]
    assert texts(flowed(pieces, 9, "  ")) == ["one two", "three", "four and", "five"]
    assert texts(flowed([Text("a"), Text("b")], 6, " · ", indent=1)) == [" a · b"]
    assert flowed([], 9, " ") == []


@pytest.mark.parametrize(
    ("fraction", "drawn"),
    [(0, "░░░░"), (0.01, "█░░░"), (0.5, "██░░"), (0.99, "███░"), (1, "████")],
)
def test_a_bar_is_full_only_when_all_is_done(fraction: float, drawn: str) -> None:
    """One open question of a hundred shows, and so does the first answer."""
    assert bar(fraction, 4, look(80)) == drawn


@given(WORDS, st.integers(1, 20))
@settings(max_examples=100)
def test_what_is_cut_shows_a_sign(text: str, cells: int) -> None:
    """A shortened text fits, and ends with the sign where something is missing."""
    cut = shortened(text, cells, look(80))
    assert width(cut) <= cells
    assert cut == text or cut.endswith("…")


def test_the_longest_word_is_what_a_column_needs() -> None:
    """Wide letters may part anywhere, so that two cells are enough for them."""
    assert longest_word("Have it assessed") == len("assessed")
    assert longest_word("予約する") == 2
    assert longest_word("") == 0


class Counted(Text):
    """A text that counts how often it is copied to be cut."""

    cuts = 0

    def divide(self, offsets: Iterable[int]) -> Lines:
        """Count, and cut."""
        Counted.cuts += 1
        return super().divide(offsets)


def test_a_long_text_is_cut_once() -> None:
    """A title of 100,000 letters is not copied for each of its lines; its styles stay."""
    long = Counted(" ".join(["word"] * 50), style="bold")
    long.stylize("red", 7, 23)
    lines = wrapped(long, 12)
    assert texts(lines) == ["word word"] * 25
    assert [line.style for line in lines[:2]] == ["bold", "bold"]
    assert [(span.start, span.end) for line in lines[:4] for span in line.spans] == [
        (7, 9),
        (0, 9),
        (0, 3),
    ]
    assert Counted.cuts == 1
