"""Where things stand: spans of keys, values and aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .reading import read, sliced

if TYPE_CHECKING:
    from journeycli.source.span import Path

_TEXT = """\
# head
name: 'It''s'   # a comment
stages:
  - id: one   # here
    text: |  # block
      two
        lines

    # between
    folded: >-

      kept

  -
    more: a plain
      text goes on

    none:
    list: [a, {b: c}]
  -
paths:
- x
-   y
last:
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("name",), "'It''s'"),
        (("stages", 0, "id"), "one"),
        (("stages", 0, "text"), "|  # block\n      two\n        lines"),
        (("stages", 0, "folded"), ">-\n\n      kept"),
        (("stages", 1, "more"), "a plain\n      text goes on"),
        (("stages", 1, "none"), ""),
        (("stages", 1, "list"), "[a, {b: c}]"),
        (("stages", 1, "list", 0), "a"),
        (("stages", 1, "list", 1), "{b: c}"),
        (("stages", 1, "list", 1, "b"), "c"),
        (("stages", 2), ""),
        (("paths",), "- x\n-   y"),
        (("paths", 1), "y"),
        (("last",), ""),
    ],
)
def test_a_value_ends_where_its_last_character_stands(path: Path, expected: str) -> None:
    """No comment, blank line or indent behind a value belongs to it."""
    document = read(_TEXT)
    assert sliced(document, document.value_span(path)) == expected


def test_a_block_collection_ends_with_its_last_child() -> None:
    """A mapping starts at its first key, a list at its first dash."""
    document = read(_TEXT)
    first = sliced(document, document.value_span(("stages", 0)))
    assert (first[:3], first[-4:]) == ("id:", "kept")
    stages = sliced(document, document.value_span(("stages",)))
    assert (stages[:5], stages[-4:]) == ("- id:", "\n  -")
    assert sliced(document, document.value_span(()))[-5:] == "last:"


def test_an_empty_value_stands_behind_its_colon_or_dash() -> None:
    """There a value could be written."""
    document = read("a:   # why\nb:\n  -\n  - c\n")
    assert document.value_span(("a",)) == (2, 2)
    assert document.value_span(("b", 0)) == (17, 17)


def test_a_key_has_its_place_even_where_its_value_is_null() -> None:
    """Quotes belong to the key, the colon does not."""
    document = read("a:\n'b c': ~\n")
    assert sliced(document, document.key_span(("a",))) == "a"
    assert sliced(document, document.key_span(("b c",))) == "'b c'"


def test_a_path_that_leads_nowhere_has_no_place() -> None:
    """Neither do the root and list items have a key."""
    document = read("a: [b]\n")
    for path in ((), ("a", 0), ("b",), ("a", 1), ("a", "b"), ("a", 0, "c"), (0,)):
        assert document.key_span(path) is None
    for path in (("b",), ("a", 1), ("a", -1), ("a", "b"), ("a", 0, "c"), (0,)):
        assert document.value_span(path) is None


def test_anchors_and_tags_are_no_part_of_the_value() -> None:
    """A fix that replaces the value leaves them where they are."""
    document = read("a: &x one\nb: &y\n  - &z two\nc: !!str three\nd: &v [*x]\ne: [*y, *z, *v]\n")
    found = [document.value_span(path) for path in (("a",), ("b",), ("b", 0), ("c",), ("d",))]
    assert [sliced(document, span) for span in found] == ["one", "- &z two", "two", "three", "[*x]"]


def test_a_path_through_an_alias_points_at_the_alias() -> None:
    """The anchor's place is known as well, and no span inside the anchor is given away."""
    document = read("a: &x {b: {c: d}}\nlist:\n  - *x\n")
    assert document.has_aliases
    through: list[Path] = [("list", 0), ("list", 0, "b"), ("list", 0, "b", "c")]
    for path in through:
        assert sliced(document, document.value_span(path)) == "*x"
        assert sliced(document, document.alias_of(path)) == "&x"
    assert sliced(document, document.key_span(("list", 0, "b"))) == "*x"
    assert document.keys(("list", 0)) == ("b",)
    assert [document.alias_of(path) for path in (("a",), ("a", "b"), ("list",), ())] == [None] * 4
    assert document.value_span(("list", 0, "z")) is None


def test_the_first_alias_on_the_way_counts() -> None:
    """Where an alias leads to another alias, the reader sees the one in the text."""
    document = read("a: &x {b: c}\nd: &y {e: *x}\nf: *y\n")
    assert sliced(document, document.value_span(("f", "e", "b"))) == "*y"
    assert sliced(document, document.alias_of(("f", "e", "b"))) == "&y"


def test_keys_leave_out_what_is_not_in_the_data() -> None:
    """A key that stands twice counts once; merge keys and keys that are no text do not count."""
    document = read("a: &x {z: 1}\nb: 2\na: 3\n[c]: 4\n<<: *x\nd:\n")
    assert document.keys() == ("a", "b", "d")
    assert document.keys(("b",)) == ()
    assert document.keys(("q",)) == ()


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("k: a", "plain"),
        ("k:", "plain"),
        ("k: 'a'", "single"),
        ('k: "a"', "double"),
        ("k: |\n  a", "literal"),
        ("k: >\n  a", "folded"),
        ("k: [a]", "flow"),
        ("k: {a: b}", "flow"),
        ("k:\n  - a", "block"),
        ("k:\n  a: b", "block"),
        ("z: &z a\nk: *z", "alias"),
    ],
)
def test_the_style_of_a_value_is_known(text: str, style: str) -> None:
    """Rules of writing look at how a value is written."""
    assert read(text).style(("k",)) == style


def test_flow_style_holds_for_all_that_stands_inside() -> None:
    """A value inside brackets, however deep, is to be quoted as such."""
    document = read("a: {b: [c]}\nd:\n  - e\n")
    inside: list[Path] = [("a",), ("a", "b"), ("a", "b", 0)]
    outside: list[Path] = [(), ("d",), ("d", 0)]
    assert [document.is_flow(path) for path in inside] == [True] * 3
    assert [document.is_flow(path) for path in outside] == [False] * 3
    assert list(document.flow_collections()) == [("a",), ("a", "b")]
    assert list(read("[a, {b: [c]}]").flow_collections()) == [(), (1,), (1, "b")]


def test_a_text_that_could_not_be_read_has_no_places() -> None:
    """Every question has an answer, even then."""
    document = read("a: b\n c: [d\n")
    assert document.data is None
    assert (document.value_span(()), document.key_span(("a",)), document.keys()) == (None, None, ())
    assert (document.comments, document.style(()), document.is_flow(())) == ((), None, False)
    assert list(document.flow_collections()) == []
    assert list(document.commented_texts()) == []
    assert (document.needs_pruning, document.has_aliases) == (False, False)
