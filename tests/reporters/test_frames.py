"""A place in its line: what is shown of it, and where the carets stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.text import width

from .samples import MAP, finding, framed, place, report, shown, spot, written


@pytest.mark.parametrize(
    ("line", "needle", "expected"),
    [
        ("a: plain", "plain", ("a: plain", "   ^^^^^")),
        ("料金: 高い", "高い", ("料金: 高い", "      ^^^^")),
        ("a: 🛒 x", "x", ("a: 🛒 x", "      ^")),
        ("a: 👨‍👩‍👧 x", "👨‍👩‍👧", ("a: 👨‍👩‍👧 x", "   ^^")),
        ("a: 👍🏽 x", "x", ("a: 👍🏽 x", "      ^")),
        ("a: 🇩🇪🇫🇷 x", "🇫🇷", ("a: 🇩🇪🇫🇷 x", "     ^^")),
        ("a: e\u0301te\u0301 x", "x", ("a: e\u0301te\u0301 x", "       ^")),
        ("a:\tb\tc", "c", ("a:  b   c", "        ^")),
        ("a: \x1b[31m b", "b", ("a: \\x1b[31m b", "            ^")),
        ("a: ##[error] b", "b", ("a: ##\\[error] b", "              ^")),
        ("a: 𝒜𝒷 c", "𝒷", ("a: 𝒜𝒷 c", "    ^")),
        ("a: 𝒜𝒷 c", " c", ("a: 𝒜𝒷 c", "     ^^")),
    ],
)
def test_carets_stand_under_what_they_mean(
    line: str, needle: str, expected: tuple[str, str]
) -> None:
    """Carets are counted in terminal cells: wide letters, joined emoji, marks, tabs, controls."""
    lines = shown(finding(place=spot(MAP, line, needle)), text=line)

    assert (lines[2].removeprefix("1 │ "), lines[3].removeprefix("  │ ")) == expected


def test_a_line_end_has_a_caret_of_its_own() -> None:
    """What is missing at the end of a line is pointed at behind its last character."""
    lines = shown(finding(place=place(MAP, (1, 4), (1, 4))), text="ab:")

    assert lines[2:4] == ["1 │ ab:", "  │    ^"]


def test_carriage_returns_do_not_show() -> None:
    """A file from Windows is framed like any other."""
    lines = shown(finding(place=place(MAP, (2, 1), (2, 2))), text="a: 1\r\nb: 2\r\n")

    assert lines[2:4] == ["2 │ b: 2", "  │ ^"]


def test_a_long_line_is_cut_around_its_carets() -> None:
    """The span's start is always to be seen, with what stands before and after it."""
    text = "a: " + "left " * 40 + "HERE" + " right" * 40
    lines = framed(finding(place=spot(MAP, text, "HERE")), text, 40)

    assert lines == [
        "1 │ … left left HERE right right right …",
        "  │             ^^^^",
    ]


def test_the_end_of_a_long_line_shows_without_a_sign_behind_it() -> None:
    """Only a side that is cut carries the sign."""
    text = "a: " + "left " * 40 + "HERE"
    lines = framed(finding(place=spot(MAP, text, "HERE")), text, 40)

    assert lines == [
        "1 │ … left left left left left left HERE",
        "  │                                 ^^^^",
    ]


def test_a_caret_behind_a_full_line_fits() -> None:
    """A line that fills its room is cut where a caret behind it needs a cell of its own."""
    text = "x" * 36
    lines = framed(finding(place=place(MAP, (1, 37), (1, 37))), text, 40)

    assert lines == ["1 │ …" + "x" * 34, "  │ " + " " * 35 + "^"]


def test_a_cut_hides_more_than_its_sign_takes() -> None:
    """Two letters are not hidden behind three dots."""
    text = "ab" + "c" * 11 + "HERE" + "d" * 60
    lines = framed(finding(place=spot(MAP, text, "HERE")), text, 40, unicode=False)

    assert lines == [
        "1 | ab" + "c" * 11 + "HERE" + "d" * 16 + "...",
        "  | " + " " * 13 + "^^^^",
    ]


def test_ascii_cuts_with_three_dots() -> None:
    """The sign of a cut has an ASCII form, and carets stay under their letters."""
    text = "a: " + "料金" * 40 + "HERE" + "料金" * 40
    lines = framed(finding(place=spot(MAP, text, "HERE")), text, 40, unicode=False)

    assert lines == [
        "1 | ...金料金料金HERE料金料金料金料金...",
        "  |              ^^^^",
    ]


def test_a_line_of_megabytes_is_looked_at_near_its_carets_only() -> None:
    """One endless line neither hangs nor fills the memory, and is cut on both sides."""
    text = "é" * 1_000_000 + "HERE" + "é" * 1_000_000
    lines = framed(finding(place=spot(MAP, text, "HERE")), text, 40)

    assert lines == ["1 │ …éééééééééééHEREééééééééééééééééééé…", "  │             ^^^^"]


def test_a_span_over_lines_shows_its_first_and_its_last() -> None:
    """What lies between is left out with a sign."""
    lines = shown(finding(place=place(MAP, (4, 1), (7, 20))))

    assert lines[2:7] == [
        "4 │ stages:",
        "  │ ^^^^^^^",
        "⋮ │",
        "7 │     customer_actions:",
        "  │     ^^^^^^^^^^^^^^^",
    ]


def test_neighbouring_lines_have_nothing_between_them() -> None:
    """Two lines in a row are shown as two lines in a row."""
    lines = shown(finding(place=place(MAP, (4, 1), (5, 7))))

    assert lines[2:6] == ["4 │ stages:", "  │ ^^^^^^^", "5 │   - id: compare", "  │   ^^^^"]


def test_a_span_that_ends_at_a_line_start_ends_on_the_line_before() -> None:
    """The line break belongs to the line that it ends."""
    lines = shown(finding(place=place(MAP, (4, 1), (5, 1))))

    assert lines[2:5] == ["4 │ stages:", "  │ ^^^^^^^", "    explain: journey explain J306"]


@pytest.mark.parametrize("text", [None, "one line\n", ""])
def test_a_file_that_changed_has_no_frame(text: str | None) -> None:
    """Where a file cannot be read, or is shorter by now, the finding is told without its line."""
    found = report(finding(place=place(MAP, (9, 1), (9, 2)), help="Look again."))
    lines = written("text", found, source=lambda _path: text).split("\n")

    assert lines[3:6] == [
        "warning J306 expectation-gap: The page disappoints",
        " --> maps/switch.journey.yaml:9:1",
        "    help: Look again.",
    ]


def test_an_empty_file_has_an_empty_line() -> None:
    """What is wrong with nothing at all is pointed at where something should stand."""
    lines = shown(finding(place=place(MAP, (1, 1), (1, 1))), text="")

    assert lines[2:4] == ["1 │", "  │ ^"]


_CLUSTERS = st.sampled_from(
    [
        "a",
        "b ",
        "料",
        "金",
        "🛒",
        "👍🏽",
        "👩‍👩‍👧",
        "🇩🇪",
        "é",
        "e\u0301",
        "\t",
        "\x1b",
        "\u202e",
        "##[",
        "𝒜",
        "❤️",
    ]
)
_STRETCHES = st.lists(_CLUSTERS, max_size=30).map("".join)


@settings(max_examples=150)
@given(
    before=_STRETCHES,
    inside=_STRETCHES,
    after=_STRETCHES,
    cells=st.sampled_from([20, 30, 60]),
    unicode=st.booleans(),
)
def test_frames_fit_and_point_right(
    before: str,
    inside: str,
    after: str,
    cells: int,
    unicode: bool,  # noqa: FBT001 - drawn
) -> None:
    """Whatever the line, the frame fits, and the first caret stands under the span's start."""
    start, end = len(before) + 1, len(before) + len(inside) + 2
    found = finding(place=place(MAP, (1, start), (1, end)))

    frame, carets = framed(found, f"{before}X{inside}{after}", cells, unicode=unicode)
    blanks = width(carets[: carets.index("^")])

    assert width(frame[: frame.index("X")]) == blanks
    assert max(width(frame), width(carets)) <= cells
