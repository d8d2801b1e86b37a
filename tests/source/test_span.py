"""Offsets, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.source.span import Lines, Position

_TEXTS = st.text("a\n\r\u2028é😀", max_size=30)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\rb", ["a", "b"]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\u2028b\x85c\u2029d\x0be", ["a\u2028b\x85c\u2029d\x0be"]),
    ],
)
def test_lines_break_where_editors_break_them(text: str, lines: list[str]) -> None:
    r"""`\n`, `\r\n` and a lone `\r` end a line; Unicode's other separators do not."""
    read = Lines(text)
    assert [read.text(number) for number in range(1, len(read) + 1)] == lines


def test_columns_count_code_points() -> None:
    """A letter outside the Basic Multilingual Plane is one column."""
    assert Lines("😀é: x").position(3) == Position(1, 4)


@given(_TEXTS, st.integers(0, 30))
def test_positions_turn_back_into_offsets(text: str, offset: int) -> None:
    """Every offset that is not inside a line break survives the way to a position and back."""
    lines = Lines(text)
    offset = min(offset, len(text))
    inside_a_break = text[offset - 1 : offset + 1] == "\r\n"
    expected = offset - 1 if inside_a_break else offset
    assert lines.offset(lines.position(offset)) == expected


def test_places_outside_the_text_are_cut_to_it() -> None:
    """An offset or a position past the text gives the text's end, before it the start."""
    lines = Lines("ab\nc")
    assert lines.position(99) == Position(2, 2)
    assert lines.position(-1) == Position(1, 1)
    assert [lines.offset(Position(*each)) for each in ((0, 1), (1, 99), (9, 1))] == [0, 2, 4]


@pytest.mark.parametrize("number", [0, 3])
def test_a_line_that_is_not_there_is_an_error(number: int) -> None:
    """Asking for a line outside the text raises IndexError."""
    with pytest.raises(IndexError):
        Lines("a\nb").text(number)
