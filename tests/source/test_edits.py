"""Edits of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.offsets import Offsets
from journeycli.source.span import Span


def _edit(start: int, end: int, text: str) -> TextEdit:
    return TextEdit(Span(start, end), text)


@st.composite
def _texts_and_edits(draw: st.DrawFn) -> tuple[str, list[TextEdit]]:
    text = draw(st.text("abc", max_size=20))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    free = [pair for pair, before in zip(pairs, [None, *pairs], strict=False) if pair != before]
    return text, [_edit(start, end, draw(st.text("XY", max_size=3))) for start, end in free]


def test_edits_replace_insert_and_delete() -> None:
    """What no edit covers stays as it was, whatever the order of the edits."""
    edits = [_edit(4, 5, ""), _edit(0, 1, "A"), _edit(2, 2, "+")]
    assert apply_edits("abcde", edits) == "Ab+cd"


def test_inserts_at_one_place_keep_their_order() -> None:
    """Two texts inserted at one place stand in the order in which they were given."""
    assert apply_edits("ab", [_edit(1, 1, "1"), _edit(1, 1, "2")]) == "a12b"


@pytest.mark.parametrize(
    "edits",
    [
        [_edit(0, 2, ""), _edit(1, 3, "")],
        [_edit(0, 3, ""), _edit(1, 1, "x")],
        [_edit(0, 9, "")],
        [_edit(2, 1, "")],
        [_edit(-1, 1, "")],
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[TextEdit]) -> None:
    """No text is lost to two edits of one place, or to a place that is not there."""
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        apply_edits("abc", edits)


@given(_texts_and_edits())
def test_offsets_lead_back_to_the_same_character(case: tuple[str, list[TextEdit]]) -> None:
    """A character that no edit wrote is found at its place in the original."""
    text, edits = case
    edited = apply_edits(text, edits)
    offsets = Offsets(edits)
    kept = [(at, char) for at, char in enumerate(edited) if char in "abc"]
    assert [text[offsets.original(at)] for at, _ in kept] == [char for _, char in kept]


@given(_texts_and_edits())
def test_offsets_never_run_backwards(case: tuple[str, list[TextEdit]]) -> None:
    """Later offsets of the edited text lead to later offsets of the original, up to its end."""
    text, edits = case
    offsets = Offsets(edits)
    originals = [offsets.original(at) for at in range(len(apply_edits(text, edits)) + 1)]
    assert originals == sorted(originals)
    assert originals[-1] == len(text)
