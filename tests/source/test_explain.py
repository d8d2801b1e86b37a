"""Where reading cannot go on: one fault with the place, what was expected and the usual cause."""

from __future__ import annotations

import pytest

from .reading import codes, place, read, sliced


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        (
            "a:\n  - b\n - c\n",
            "3:2 - c",
            "The indent of this line, 1 space, fits nothing above it.",
        ),
        (
            "a:\n    b: c\n   d: e\n",
            "3:4 d: e",
            "The indent of this line, 3 spaces, fits nothing above it.",
        ),
        (
            "a:\n  - b\n  c: d\n",
            "3:3 c: d",
            "Expected a list item (a dash) here, like the lines above at this indent.",
        ),
        (
            "- a: b\n  - c\n",
            "2:3 - c",
            "Expected a key here, like the lines above at this indent.",
        ),
        (
            "summary: text\n  more: text\n",
            "2:3 more: text",
            "A key cannot stand here: the line above it is a text that goes on.",
        ),
        (
            "summary: A long text\ngoes on here\ntitle: x\n",
            "2:1 goes on here",
            'Expected a key with a colon ("key: …") on this line.',
        ),
        (
            "  a: b\nc: d\n",
            "2:1 c: d",
            "Expected the end of the file here: what stands above is complete.",
        ),
        (
            "{a: b}\nc\n",
            "2:1 c",
            "Expected the end of the file here: what stands above is complete.",
        ),
        (
            "%hello\na: b\n",
            "1:1 %hello",
            "A line that starts with % is an instruction to YAML, and a map has none.",
        ),
        (
            "a: 'x' # c\n  y\n",
            "2:3 y",
            "The indent of this line, 2 spaces, fits nothing above it.",
        ),
        (
            "a: {b: c\n  d: e}\n",
            "2:4 : e}",
            "Expected a comma or the closing bracket here.",
        ),
    ],
)
def test_the_place_and_what_was_expected_are_said(text: str, where: str, message: str) -> None:
    """One J001 and no cascade; there is no data, and always a next step."""
    document = read(text)
    assert (codes(document), document.data) == (["J001"], None)
    (fault,) = document.faults
    assert (place(document, fault), fault.message, fault.fix) == (where, message, None)
    assert fault.help


def test_the_indents_that_would_fit_are_named() -> None:
    """A reader sees what to choose from."""
    (fault,) = read("a:\n  b:\n      - c\n     - d\n").faults
    assert fault.help == (
        "Lines above are indented by 0, 2 or 6 spaces; use the indent of what it belongs to."
    )


def test_sentences_above_the_place_are_still_reported() -> None:
    """With their fixes; nothing below the place is."""
    document = read("a: @x\nb: *y* z\nc:\n  - d\n - e\nf: @z\n")
    assert codes(document) == ["J001", "J001", "J001"]
    assert [fault.fix is not None for fault in document.faults] == [True, True, False]
    assert place(document, document.faults[2]) == "5:2 - e"


def test_an_open_bracket_is_shown_with_the_place_where_it_hurts() -> None:
    """The reader sees both."""
    document = read("a: {b: c\n  d: e}\n")
    ((span, message),) = document.faults[0].related
    assert (sliced(document, span), message) == ("{", "It opens here.")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("label", ["", " ours", " HEAD"])
def test_a_conflict_that_git_left_is_called_one(label: str, end: str) -> None:
    """Whoever lints in the middle of a merge is told what to do, not about YAML."""
    lines = ["a: b", f"<<<<<<<{label}", "c: d", "=======", "c: e", f">>>>>>>{label}", "f: g"]
    document = read(end.join([*lines, ""]))
    (fault,) = document.faults
    assert (fault.code, place(document, fault)) == ("J001", f"2:1 <<<<<<<{label}")
    assert fault.message == (
        "Git left a conflict here: two versions of these lines are waiting for a decision."
    )
    assert fault.help == (
        "Write what holds in place of everything from <<<<<<< to >>>>>>>, these two lines included."
    )


def test_signs_that_are_no_conflict_are_not_called_one() -> None:
    """One mark of three is a slip of the keyboard."""
    (fault,) = read("a: b\n<<<<<<< ours\nc: d\n").faults
    assert fault.message == 'Expected a key with a colon ("key: …") on this line.'
