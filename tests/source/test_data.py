"""What a text says: texts, nulls, keys, aliases, and what a map has no use for."""

from __future__ import annotations

import pytest

from journeycli.text import Quoted

from .reading import codes, place, read, sliced


def test_plain_scalars_stay_text() -> None:
    """What YAML 1.1 would turn into a boolean, a date or a number stays as typed."""
    typed = ["no", "on", "Yes", "12:30", "2026", "2026-09-30", "0x1F", "1_000", ".inf", ".NaN"]
    document = read("".join(f"- {each}\n" for each in typed))
    assert document.data == typed
    assert {type(each) for each in typed} == {str}


def test_nothing_and_null_are_none_unless_quoted() -> None:
    """An empty value, `~` and null are None; in quotes they are texts."""
    text = "- \n- ~\n- null\n- Null\n- NULL\n- nULL\n- ''\n- \"~\"\n- |\n"
    assert read(text).data == [None, None, None, None, None, "nULL", "", "~", ""]


@pytest.mark.parametrize("written", ["'x'", '"x"', "|-\n  x", ">-\n  x"])
def test_quoted_and_block_scalars_are_told_from_plain_ones(written: str) -> None:
    """Whatever the quotes, the schema knows that a text was meant."""
    data = read(f"key: {written}\n").data
    assert isinstance(data, dict)
    assert (data["key"], type(data["key"])) == ("x", Quoted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", False),
        ("a:\n", True),
        ("a: {b: ~}\n", True),
        ("- \n- ~\n", False),
        ("a:\n  - x-ray: b\n", True),
        ("$schema: b\n", True),
        ("'x-a': b\n", True),
        ("a: the x-ray, and $schema: too\n", False),
        ("# $schema=x\na: b\n", False),
        ("x: &n\ny: *n\n", True),
    ],
)
def test_a_document_knows_whether_it_needs_pruning(text: str, *, expected: bool) -> None:
    """Nulls in mappings and keys of the author's own are known without looking at each key."""
    assert read(text).needs_pruning is expected


def test_a_key_that_stands_twice_is_reported_with_both_places() -> None:
    """J004; the first one is read, and the other values stay as they are."""
    document = read("a: 1\nb: 2\na: {c: 3}\nd:\n  - a: 4\n    a: 5\n    a: 6\n")
    assert document.data == {"a": "1", "b": "2", "d": [{"a": "4"}]}
    assert codes(document) == ["J004", "J004", "J004"]
    assert [place(document, fault) for fault in document.faults] == ["3:1 a", "6:5 a", "7:5 a"]
    firsts = [fault.related[0][0].start for fault in document.faults]
    assert [document.lines.position(start) for start in firsts] == [(1, 1), (5, 5), (5, 5)]
    assert document.value_span(("a",)) == (3, 4)


def test_an_alias_is_the_same_object() -> None:
    """What an alias repeats is shared, not copied; a later anchor of the name takes over."""
    document = read("a: &x [1]\nb: *x\nc: &x two\nd: *x\ne: &n\nf: *n\n")
    data = document.data
    assert isinstance(data, dict)
    assert data["b"] is data["a"]
    assert (data["d"], data["f"]) == ("two", None)
    assert document.faults == ()


@pytest.mark.parametrize(
    ("text", "where", "data"),
    [
        ("a: !!str 12\n", "1:4 !!str", {"a": "12"}),
        ("a: !<tag:x> y\n", "1:4 !<tag:x>", {"a": "y"}),
        ("a: !map {b: c}\n", "1:4 !map", {"a": {"b": "c"}}),
        ("a: !list\n  - b\n", "1:4 !list", {"a": ["b"]}),
        ("a: !text 'b'\n", "1:4 !text", {"a": "b"}),
        ("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", "3:3 <<", {"a": {"b": "c"}, "d": {"e": "f"}}),
        ("[a]: b\nc: d\n", "1:1 [a]", {"c": "d"}),
        ("{a: b}: c\nd: e\n", "1:1 {a: b}", {"d": "e"}),
        ("? - a\n  - b\n: c\nd: e\n", "1:3 - a\n  - b", {"d": "e"}),
        ("a: &x b\n*x : c\nd: e\n", "2:1 *x", {"a": "b", "d": "e"}),
        ("&x a: b\nc: *x\n", "1:1 &x a", {"a": "b", "c": "a"}),
        ("? a\nb: c\n", "1:1 ? a", {"a": None, "b": "c"}),
        ("a: b\n---\nc: d\n", "2:1 ---", {"a": "b"}),
        ("a: b\n---\n- @broken\n", "2:1 ---", {"a": "b"}),
        ("a: &x [*x, b]\n", "1:8 *x", {"a": [None, "b"]}),
    ],
)
def test_what_a_map_has_no_use_for_is_refused_and_the_rest_is_read(
    text: str, where: str, data: object
) -> None:
    """J012 at its place; the value is taken as it stands, or left out where it has no key."""
    document = read(text)
    assert codes(document) == ["J012"]
    assert place(document, document.faults[0]) == where
    assert document.data == data


def test_an_alias_inside_its_own_anchor_shows_the_anchor() -> None:
    """The two places of a circle belong together."""
    document = read("a: &x\n  b: *x\n")
    span, message = document.faults[0].related[0]
    assert (sliced(document, span), message) == ("&x", "The anchor is here.")


def test_a_quoted_key_is_a_key() -> None:
    """JSON is YAML: quotes around a key are no reason to refuse it, nor is a quoted `<<`."""
    document = read('{"id": "x", "list": ["a", {"<<": "b"}]}')
    assert (document.data, document.faults) == ({"id": "x", "list": ["a", {"<<": "b"}]}, ())


def test_the_end_of_a_document_ends_it() -> None:
    """What follows `...` is no part of it, and an opening `---` is no second document."""
    document = read("--- # first\na: b\n...\n# after\n")
    assert (document.data, document.faults) == ({"a": "b"}, ())


def test_a_text_at_the_root_is_data_as_well() -> None:
    """What kind of file it is, or that it is none, is not for YAML to say."""
    assert [read(text).data for text in ("text", "'text'", "- a", "*x")] == [
        "text", "text", ["a"], "*x",
    ]  # fmt: skip
