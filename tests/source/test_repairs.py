"""Brackets, spaces, tabs, escapes, anchors and keys that break YAML, and how reading goes on."""

from __future__ import annotations

import pytest

from .reading import assert_mended, codes, mended, place, read, sliced


@pytest.mark.parametrize(
    ("text", "data", "where"),
    [
        ("[@a, b]", ["@a", "b"], "1:2 @a"),
        ("k: [*a*, b]", {"k": ["*a*", "b"]}, "1:5 *a*"),
        ("k: {t: @home, u: b}", {"k": {"t": "@home", "u": "b"}}, "1:8 @home"),
        ("k: {@home: b}", {"k": {"@home": "b"}}, "1:5 @home"),
        ("k: {t: a: b, u: c}", {"k": {"t": "a: b", "u": "c"}}, "1:8 a: b"),
        ('k: {t: "a, b" c, u: d}', {"k": {"t": '"a, b" c', "u": "d"}}, '1:8 "a, b" c'),
        ("k: [a, 'Tis b]\nl: don't", {"k": ["a", "'Tis b"], "l": "don't"}, "1:8 'Tis b"),
        ("k: {t: see [1] now}", {"k": {"t": "see [1] now"}}, "1:8 see [1] now"),
        ("k: [a:?b]", {"k": ["a:?b"]}, "1:5 a:?b"),
        ("k: [?why, b]", {"k": ["?why", "b"]}, "1:5 ?why"),
        ("k: [!a b, c]", {"k": ["!a b", "c"]}, "1:5 !a b"),
        ("k: [\n  a,\n  @b,\n  c]\nl: d", {"k": ["a", "@b", "c"], "l": "d"}, "3:3 @b"),
    ],
)
def test_inside_brackets_only_the_item_is_quoted(text: str, data: object, where: str) -> None:
    """A sentence in `[…]` or `{…}` ends at its comma or closing bracket."""
    document = read(text)
    assert document.data == data
    assert [place(document, fault) for fault in document.faults] == [where]
    assert_mended(text, data)


@pytest.mark.parametrize(
    ("text", "data", "missing"),
    [
        ("k: [a, b\nl: c\n", {"k": ["a", "b"], "l": "c"}, "]"),
        ("k: {a: b\nl: c\n", {"k": {"a": "b"}, "l": "c"}, "}"),
        ("- {a: b, c: [d\n- e\n", [{"a": "b", "c": ["d"]}, "e"], "]}"),
    ],
)
def test_a_bracket_that_nothing_closes_ends_with_its_line(
    text: str, data: object, missing: str
) -> None:
    """Where it may end elsewhere, the fix is not safe."""
    document = read(text)
    assert document.data == data
    (fault,) = document.faults
    assert fault.message.endswith(f"Write {missing} where it ends.")
    assert fault.fix is not None
    assert not fault.fix.safe
    assert_mended(text, data)


@pytest.mark.parametrize(
    ("text", "data", "where"),
    [
        ("id:foo\nb: c\n", {"id": "foo", "b": "c"}, "1:3 :"),
        ("a: b\ntitle:c d\ne: f\n", {"a": "b", "title": "c d", "e": "f"}, "2:6 :"),
        ("- id:foo\n  name: x\n", [{"id": "foo", "name": "x"}], "1:5 :"),
        ("id:\xa0foo\nb: c\n", {"id": "foo", "b": "c"}, "1:3 :\xa0"),
        ("- x\n-y\n- z\n", ["x", "y", "z"], "2:1 -"),
        ("a:\n  - x\n  -\xa0y\n", {"a": ["x", "y"]}, "3:3 -\xa0"),
    ],
)
def test_a_missing_space_is_put_in(text: str, data: object, where: str) -> None:
    """Behind a colon or dash, also where a no-break space looks like one."""
    document = read(text)
    assert document.data == data
    assert [place(document, fault) for fault in document.faults] == [where]
    assert_mended(text, data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("k: - a\n   - b\nl: c\n", {"k": ["a", "b"], "l": "c"}),
        ("k: - a\n  - b\n  - c\n", {"k": ["a", "b", "c"]}),
    ],
)
def test_a_list_on_the_line_of_its_key_is_moved_down(text: str, data: object) -> None:
    """The first item stands where the others do."""
    assert read(text).data == data
    assert_mended(text, data)


def test_a_single_dash_behind_a_key_may_be_a_sentence_or_a_list() -> None:
    """It is read as the sentence; the fix is not safe."""
    document = read("k: - a\nl: c\n")
    assert document.data == {"k": "- a", "l": "c"}
    assert [fault.fix and fault.fix.safe for fault in document.faults] == [False]


@pytest.mark.parametrize(
    ("text", "data", "safe"),
    [
        ('k: "C:\\Users"\n', {"k": "C:\\Users"}, True),
        ('k: "\\d+ \\"x\\""\n', {"k": '\\d+ "x"'}, False),
        ('k: ["C:\\x", b]\n', {"k": ["C:\\x", "b"]}, True),
    ],
)
def test_backslashes_in_double_quotes_stand_for_themselves(
    text: str, data: object, *, safe: bool
) -> None:
    """Where they make no escape; single quotes then say so."""
    document = read(text)
    assert document.data == data
    assert [fault.fix and fault.fix.safe for fault in document.faults] == [safe]
    assert_mended(text, data)


def test_a_quote_that_ends_further_down_by_accident_is_seen() -> None:
    """YAML would read on into the next items and keys."""
    document = read("- 'Tis the season\n- It is ours'\n- next\n")
    assert document.data == ["'Tis the season", "It is ours'", "next"]
    document = read("a: 'x\nb: y'\nc: d\n")
    assert document.data == {"a": "'x", "b": "y'", "c": "d"}


def test_a_quoted_text_of_several_lines_is_left_alone() -> None:
    """Dashes and colons inside it are its own."""
    text = "a: 'x - y\n  - z: b'\nc:\n  - \"d: e\n     f: g\"\n"
    document = read(text)
    assert (document.data, document.faults) == ({"a": "x - y - z: b", "c": ["d: e f: g"]}, ())


def test_an_alias_that_is_misspelt_is_read_as_the_one_that_is_meant() -> None:
    """Where a file has an anchor much like it; the fix writes that one, and is not safe."""
    document = read("a: &rule x\nb: *role\nc: @y\n")
    assert document.data == {"a": "x", "b": "x", "c": "@y"}
    fault = document.faults[0]
    assert fault.message == "Nothing in this file has the anchor &role; *rule is meant, perhaps."
    assert fault.fix is not None
    assert not fault.fix.safe
    assert mended(document).text == 'a: &rule x\nb: *rule\nc: "@y"\n'


def test_an_alias_unlike_any_anchor_is_a_sentence() -> None:
    """It is quoted, as in a file without anchors."""
    document = read("a: &rule [x]\nb: *urgent\nc: *rule\n")
    assert document.data == {"a": ["x"], "b": "*urgent", "c": ["x"]}
    assert [fault.fix and fault.fix.safe for fault in document.faults] == [True]


def test_an_anchor_that_nothing_uses_is_likely_part_of_a_text() -> None:
    """YAML would drop the word silently; the text is read as typed."""
    document = read("- &more text\n- b\n")
    assert (document.data, codes(document)) == (["&more text", "b"], ["J001"])
    assert read("a: &x [b]\n").faults == ()


def test_a_list_in_a_list_is_left_alone_where_it_is_one() -> None:
    """Two items, a block of text, a line of its own or a key of the author's own show it."""
    text = "a:\n  - - b\n    - c\n  - - |\n      d\n  -\n    - e\nx-own:\n  - - f\n"
    document = read(text)
    assert document.data == {"a": [["b", "c"], ["d\n"], ["e"]], "x-own": [["f"]]}
    assert document.faults == ()


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a:\n\tb: c\n\td: e\n", {"a": {"b": "c", "d": "e"}}),
        ("a:\n  b: c\n\td: e\n", {"a": {"b": "c", "d": "e"}}),
        ("a:\n\t- b\n\t- c:\n\t\t  d\n", {"a": ["b", {"c": "d"}]}),
        ("-\tb\n-\tc\n", ["b", "c"]),
        ("\t\na: b\n", {"a": "b"}),
    ],
)
def test_tabs_are_read_as_spaces_where_that_is_unambiguous(text: str, data: object) -> None:
    """Reported, with the fix that writes spaces."""
    document = read(text)
    assert document.data == data
    assert set(codes(document)) == {"J001"}
    assert_mended(text, data)


def test_all_tabs_of_a_file_are_one_fault() -> None:
    """An editor that indents with tabs is one mistake."""
    document = read("a:\n" + "\tb:\n\t\t- c\n" + "".join(f"\tk{n}: x\n" for n in range(9)))
    assert [place(document, fault) for fault in document.faults] == ["2:1 \t"]
    assert document.faults[0].message == (
        "A tab indents this line; YAML takes spaces only. 10 more lines have the same."
    )


def test_a_tab_that_can_mean_several_things_is_not_guessed() -> None:
    """How deep a line of a block of text stands cannot be told from its tab."""
    document = read("a: |\n  x\n\ty\n")
    assert (document.data, [place(document, f) for f in document.faults]) == (None, ["3:1 \t"])


def test_a_broken_key_is_quoted_without_its_value() -> None:
    """Where a mapping is open, the sentence is the key alone."""
    document = read("a: b\n@home: c\n*x* y: d\n")
    assert document.data == {"a": "b", "@home": "c", "*x* y": "d"}
    assert [place(document, f) for f in document.faults] == ["2:1 @home", "3:1 *x* y"]
    assert read("@home: c\na: b\n").data == {"@home": "c", "a": "b"}


def test_duplicates_and_refusals_are_found_behind_mended_sentences() -> None:
    """With the places of the original text."""
    document = read("a: @x\nb: it's\nb: 1\nc: !!str d\n")
    assert codes(document) == ["J001", "J004", "J012"]
    assert place(document, document.faults[1]) == "3:1 b"
    assert sliced(document, document.faults[1].related[0][0]) == "b"
    assert document.lines.position(document.faults[1].related[0][0].start) == (2, 1)
    assert place(document, document.faults[2]) == "4:4 !!str"


@pytest.mark.parametrize(
    ("text", "data", "where"),
    [
        ("k:\n  * a\n  * b\nl: c\n", {"k": ["a", "b"], "l": "c"}, "2:3 * a\n  * b"),
        ("k:\n* a\n* b\n", {"k": ["a", "b"]}, "2:1 * a\n* b"),
        ("k:\r\n  * a\r\n    and on\r\n  * b\r\n", {"k": ["a and on", "b"]}, None),
        ("k:\n  * a\n  b\n", {"k": "* a b"}, "2:3 * a\n  b"),
        ("- * a\n- b\n", ["* a", "b"], "1:3 * a"),
    ],
)
def test_stars_in_front_of_lines_are_hyphens(text: str, data: object, where: str | None) -> None:
    """Lines below a key that each begin with a star are a list; what is none is a sentence."""
    document = read(text)
    assert document.data == data
    places = [place(document, fault) for fault in document.faults]
    assert len(places) == 1
    assert where in (None, *places)
    assert_mended(text, data)
