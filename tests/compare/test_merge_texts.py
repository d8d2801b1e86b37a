"""Merging two edits of one text that stands behind `|` or `>`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.source.document import read_document

from .merging import clean, conflicting, merged

TEXT = """\
The price is about to double.

The contract ends in six weeks.
Nobody has told the children.
The neighbour knows.
"""


def _map(text: str, sign: str = "|", then: str = "") -> str:
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    return (
        f"format: journey-map/1\nid: m\nsummary: {sign}\n{lines}{then}"
        "stages:\n  - id: a\n    name: A\n"
    )


@pytest.mark.parametrize("sign", ["|", ">", "|-", ">+", ">  # why"])
def test_different_lines_of_one_text(sign: str) -> None:
    """Both edits stand in the text, as git's merge of lines has them."""
    ours, theirs = TEXT.replace("double", "triple"), TEXT.replace("neighbour", "whole street")
    both = ours.replace("neighbour", "whole street")
    assert clean(_map(TEXT, sign), _map(ours, sign), _map(theirs, sign)) == _map(both, sign)


def test_a_text_of_an_item_and_what_stands_around() -> None:
    """So it is in a list, beside edits elsewhere and blank lines inside."""
    base = (
        "id: m\ntitle: T\nstages:\n  - id: a\n    name: A\n    thoughts:\n      - |\n"
        "        one\n\n        two\n        three\n      - other\n"
    )
    ours = base.replace("one", "ONE").replace("title: T", "title: U")
    theirs = base.replace("three\n", "three\n        four\n").replace("- other", "- another")
    both = ours.replace("three\n", "three\n        four\n").replace("- other", "- another")
    assert clean(base, ours, theirs) == both


def test_the_same_line_is_a_conflict() -> None:
    """So are neighbouring lines: what one says may hang on the other."""
    for mine, yours in (("double", "double"), ("contract", "Nobody")):
        ours, theirs = TEXT.replace(mine, "OURS"), TEXT.replace(yours, "THEIRS")
        text = conflicting(_map(TEXT), _map(ours), _map(theirs))
        assert text.count("<<<<<<<") == 1
        assert "OURS" in text
        assert "THEIRS" in text


def test_paragraphs_at_the_end_stand_apart() -> None:
    """One side ends the text otherwise, the other edits the paragraph above."""
    base = "The price doubles.\n\nThe contract ends.\n"
    ours, theirs = "The price doubles.\n", base.replace("doubles", "triples")
    assert clean(_map(base), _map(ours), _map(theirs)) == _map("The price triples.\n")
    ours, theirs = f"{base}\nNobody knows.\n", base.replace("ends", "goes on")
    ours = ours.replace("doubles", "triples")
    assert clean(_map(base), _map(ours), _map(theirs)) == _map(ours.replace("ends", "goes on"))


def test_a_line_replaced_by_one_like_its_neighbour() -> None:
    """It is the first line that was replaced, and none that was added at the end."""
    ours, theirs = "- wait\n- wait\n- call\n", "- look\n- wait\n- call\n- pay\n"
    both = "- wait\n- wait\n- call\n- pay\n"
    base = "- look\n- wait\n- call\n"
    assert clean(_map(base), _map(ours), _map(theirs)) == _map(both)


def test_a_line_that_both_moved_is_a_conflict() -> None:
    """Each moved it to another place; at both it would stand twice."""
    base, ours, theirs = ("\n".join(each) for each in ("abcdefg", "dabcefg", "abcefgd"))
    text = conflicting(_map(base), _map(ours), _map(theirs))
    assert text.count("  d\n") == 2


def test_one_line_added_below_on_both_sides_is_a_conflict() -> None:
    """One side has it as a paragraph, the other as a line: it does not come twice."""
    base, ours, theirs = "one\n\ntwo\n", "one\n\ntwo\nnew\n", "one\n\ntwo\n\nnew\n"
    text = conflicting(_map(base), _map(ours), _map(theirs))
    assert text.count("  new\n") == 2


def test_another_sign_is_another_text() -> None:
    """Where one side folds the text, its lines say something else."""
    ours, theirs = _map(TEXT, ">"), _map(TEXT.replace("double", "triple"))
    assert merged(_map(TEXT), ours, theirs).conflicts == 1


def test_comments_below_a_text_stay() -> None:
    """A comment behind the text is none of its lines."""
    then = "# about the stages\n"
    ours, theirs = TEXT.replace("double", "triple"), TEXT.replace("neighbour", "street")
    both = ours.replace("neighbour", "street")
    assert clean(_map(TEXT, then=then), _map(ours, then=then), _map(theirs)) == _map(both)


_EDITS = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from(["change", "remove", "add"])), max_size=3
)


@settings(max_examples=200)
@given(_EDITS, _EDITS, st.sampled_from("|>"))
def test_each_edit_is_in_the_text_or_in_a_conflict(
    ours: list[tuple[int, str]], theirs: list[tuple[int, str]], sign: str
) -> None:
    """No side's word is lost, none that a side took out comes back, none comes twice."""
    words = [f"b{number}" for number in range(8)]
    one, other = _edited(words, ours, "o"), _edited(words, theirs, "t")
    base, mine, yours = (_map("\n".join(each), sign) for each in (words, one, other))
    done = merged(base, mine, yours)
    assert done.by_lines is None
    text = done.raw.decode()
    if done.conflicts:
        assert all(word in text for word in {*one, *other})
        return
    data = read_document(done.raw).data
    assert isinstance(data, dict)
    said = str(data["summary"]).split()
    assert sorted(said) == sorted(
        {*(set(one) - set(words)), *(set(other) - set(words)), *(set(one) & set(other))}
    )


def _edited(words: list[str], edits: list[tuple[int, str]], who: str) -> list[str]:
    found: list[list[str]] = [[word] for word in words]
    for number, (at, how) in enumerate(edits):
        new = f"{who}{number}"
        found[at] = {"change": [new], "remove": [], "add": [*found[at], new]}[how]
    return [word for each in found for word in each]
