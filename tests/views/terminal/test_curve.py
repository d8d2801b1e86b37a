"""The curve in braille, and the columns that it stands over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.views.terminal.braille import Spot, axis, drawn
from journeycli.views.terminal.grid import GAP, bands

from .drawing import look


def lines(spots: list[Spot], cells: int, height: int, encoding: str = "utf-8") -> list[str]:
    return [line.plain for line in drawn(spots, cells, height, look(80, encoding))]


def test_the_curve_goes_from_spot_to_spot() -> None:
    """The spots are marked, the line between them is dots, the middle shows where nothing is."""
    assert lines([Spot(0.5, 2), Spot(5.5, -2)], 6, 5) == [
        "●⡄    ",
        " ⠹⡄   ",
        "· ⠘⡄· ",
        "   ⠘⣆ ",
        "    ⠘●",
    ]


@pytest.mark.parametrize(("score", "row"), [(2, 0), (1, 1), (0, 2), (-1, 3), (-2, 4)])
def test_a_score_stands_on_its_line(score: float, row: int) -> None:
    """On five lines, every whole score has one."""
    assert [
        number for number, line in enumerate(lines([Spot(1.5, score)], 3, 5)) if "●" in line
    ] == [row]


def test_in_ascii_there_are_a_sign_a_cell_and_no_middle_line() -> None:
    """Points are o, the line is dots."""
    text = "\n".join(lines([Spot(0.5, 0), Spot(4.5, 0)], 5, 3, "ascii"))
    assert text == "     \no...o\n     "


@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.sampled_from([x / 2 for x in range(-4, 5)])), max_size=8
    ),
    st.integers(1, 30),
    st.sampled_from([3, 5, 7, 9]),
)
@settings(max_examples=60)
def test_the_canvas_is_always_full(
    points: list[tuple[float, float]], cells: int, height: int
) -> None:
    """Whatever the spots, there are as many lines and cells as asked for."""
    spots = [Spot(min(x, cells - 0.5), score) for x, score in sorted(points)]
    assert [len(line) for line in lines(spots, cells, height)] == [cells] * height


def test_the_axis_names_the_ends_and_the_middle() -> None:
    """Nobody has to guess which way is up."""
    assert axis(5, look(80)) == ["+2", "", "0", "", "−2"]


@given(st.integers(1, 60), st.integers(5, 250), st.integers(1, 30))
@settings(max_examples=100)
def test_bands_hold_every_stage_once_and_fit(count: int, room: int, least: int) -> None:
    """Columns are never wider than the room, nor narrower than they must be where one fits."""
    found = bands(count, room, least, 40)
    assert [index for band in found for index in band.stages] == list(range(count))
    assert all(band.cells <= max(room, 1) for band in found)
    assert all(band.size >= min(least, 40) for band in found if room >= least + GAP)
