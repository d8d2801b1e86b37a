"""Sentences that break YAML: mended in memory, reported with a fix, and reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from strategies import slipped_texts, yaml_texts

from .reading import codes, mended, place, read, sliced

if TYPE_CHECKING:
    from strategies import Value

_SENTENCES = [
    ("*urgent* call back", "starts with *, which YAML reads as an alias"),
    ("*urgent", "starts with *, which YAML reads as an alias"),
    ("*note: call them", "starts with *, which YAML reads as an alias"),
    ("& more of it", "starts with &, which YAML reads as an anchor"),
    ("&c. and others", "starts with &, which YAML reads as an anchor"),
    ("@home", "starts with @, which YAML keeps for itself"),
    ("`code` fails", "starts with a backtick, which YAML keeps for itself"),
    ("%-off vouchers", "starts with %, which YAML keeps for itself"),
    ("!important", "starts with !, which YAML reads as a tag"),
    ("!important: do this", "starts with !, which YAML reads as a tag"),
    ("! really", "starts with !, which YAML reads as a tag"),
    ("!!! stop", "starts with !, which YAML reads as a tag"),
    ("!= as ordered, twice", "starts with !, which YAML reads as a tag"),
    ("> 50% give up", "starts with >, which YAML reads as the head of a block of text"),
    (">5", "starts with >, which YAML reads as the head of a block of text"),
    ("| pipe", "starts with |, which YAML reads as the head of a block of text"),
    (
        '"Yes" she said',
        "starts with a quotation mark, which YAML takes for the start of a quoted text",
    ),
    (
        '"Don\'t", she said, "do it"',
        "starts with a quotation mark, which YAML takes for the start of a quoted text",
    ),
    (
        '"unclosed',
        "starts with a quotation mark, which YAML takes for the start of a quoted text",
    ),
    (
        "'Tis the season",
        "starts with an apostrophe, which YAML takes for the start of a quoted text",
    ),
    ("[draft] fix this", "starts with [, which YAML reads as a list"),
    ("[1]: see below", "starts with [, which YAML reads as a list"),
    ("{x} y", "starts with {, which YAML reads as keys and values"),
    (", then", "starts with a comma, which YAML reads as part of a list"),
    ("] out", "starts with ], which YAML reads as the end of a list"),
    ("} out", "starts with }, which YAML reads as the end of keys and values"),
]
_ITEMS_ONLY = [
    ("[draft fix this", "starts with [, which YAML reads as a list"),
    ("{name}: please", "starts with {, which YAML reads as keys and values"),
    ("? what", "starts with a question mark, which YAML reads as the mark of a key"),
    ("? a : b", "starts with a question mark, which YAML reads as the mark of a key"),
    ("- dash", "starts with a dash, which YAML reads as an item of a list"),
    ("Note: this: that", "has a colon, which YAML reads as the end of a key"),
]
_VALUES_ONLY = [
    ("text: more", "has a colon, which YAML reads as the end of a key"),
    ("ends with a colon:", "has a colon, which YAML reads as the end of a key"),
    ("? what", "starts with a question mark, which YAML reads as the mark of a key"),
]


@pytest.mark.parametrize(("sentence", "reason"), _SENTENCES + _ITEMS_ONLY)
def test_a_list_item_that_breaks_yaml_is_read_as_its_sentence(sentence: str, reason: str) -> None:
    """J001 at the sentence, in plain words, with a safe fix; what stands around it is read."""
    document = read(f"before: a\nitems:\n  - x\n  - {sentence}\n  - it's y\nafter: b\n")
    assert document.data == {"before": "a", "items": ["x", sentence, "it's y"], "after": "b"}
    (fault,) = document.faults
    assert (fault.code, place(document, fault)) == ("J001", f"4:5 {sentence}")
    assert fault.message == f"This sentence {reason}. Put it in quotes."
    assert fault.fix is not None
    assert (fault.fix.safe, fault.fix.title) == (True, "Put the sentence in quotes")
    _assert_mended(document.text, document.data)


@pytest.mark.parametrize(("sentence", "reason"), _SENTENCES + _VALUES_ONLY)
def test_a_value_that_breaks_yaml_is_read_as_its_sentence(sentence: str, reason: str) -> None:
    """The same behind a key, whose own place stays right, as do those that follow."""
    document = read(f"- key: {sentence}\n  after: it's b\n- last\n")
    assert document.data == [{"key": sentence, "after": "it's b"}, "last"]
    (fault,) = document.faults
    assert (fault.code, place(document, fault)) == ("J001", f"1:8 {sentence}")
    assert fault.message == f"This sentence {reason}. Put it in quotes."
    assert sliced(document, document.value_span((0, "key"))) == sentence
    assert sliced(document, document.key_span((0, "after"))) == "after"
    assert sliced(document, document.value_span((1,))) == "last"
    _assert_mended(document.text, document.data)


def _assert_mended(text: str, data: object) -> None:
    fixed = mended(read(text))
    assert (fixed.data, fixed.faults) == (data, ())


def test_one_run_shows_every_place() -> None:
    """However many sentences break a file, each has its fault, in the order of the text."""
    text = "a: @x\nlist:\n" + "".join(f"  - *note {n}* is it\n  - fine\n" for n in range(300))
    document = read(text + "b: c: d\nlast: 'Tis so\n")
    assert codes(document) == ["J001"] * 303
    assert [fault.span for fault in document.faults] == sorted(f.span for f in document.faults)
    assert isinstance(document.data, dict)
    assert document.data["list"] == [s for n in range(300) for s in (f"*note {n}* is it", "fine")]
    assert (document.data["b"], document.data["last"]) == ("c: d", "'Tis so")
    _assert_mended(document.text, document.data)


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("*it's*", '"*it\'s*"'),
        ('"Yes" it\'s', "'\"Yes\" it''s'"),
        ("@C:\\home", "'@C:\\home'"),
        ('\'Tis "so"', "'''Tis \"so\"'"),
    ],
)
def test_the_fix_takes_the_quotes_that_read_as_typed(written: str, fixed: str) -> None:
    """Double quotes, or single ones where the sentence holds double quotes or backslashes."""
    assert mended(read(f"- {written}\n")).text == f"- {fixed}\n"


def test_a_sentence_of_several_lines_is_quoted_as_a_whole() -> None:
    """The lines that go on with it belong to it, and are folded as before."""
    text = (
        "a: @home we find\n  the text: and more\n\n  of it\n"
        "b:\n  - 'Tis so\n    for all of us\nc: d\n"
    )
    document = read(text)
    assert document.data == {
        "a": "@home we find the text: and more\nof it",
        "b": ["'Tis so for all of us"],
        "c": "d",
    }
    assert codes(document) == ["J001", "J001"]
    _assert_mended(text, document.data)


def test_a_colon_far_down_a_long_text_is_found() -> None:
    """`: ` in a text that goes on over several lines makes no key."""
    text = "summary: We learned three\n  things, the first one: it is\n  late\nid: x\n"
    document = read(text)
    assert document.data == {
        "summary": "We learned three things, the first one: it is late",
        "id": "x",
    }
    assert codes(document) == ["J001"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("- *a* b # why\n", ["*a* b"]),
        ("- *a* b #45 and #tag\n", ["*a* b #45 and #tag"]),
        ("- *a* b  \n- c", ["*a* b", "c"]),
    ],
)
def test_a_comment_stays_a_comment(text: str, data: object) -> None:
    """Unless there is no space behind its sign: `#45` belongs to the sentence."""
    assert read(text).data == data
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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
    _assert_mended(text, data)


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


@settings(max_examples=150)
@given(yaml_texts())
def test_what_is_right_below_a_broken_sentence_stays_as_it_is(case: tuple[str, Value]) -> None:
    """Looking ahead for more broken sentences changes nothing that YAML reads."""
    text, meant = case
    text = text[text.find("---") :].partition("\n")[2] if "---" in text[:20] else text
    first = "- @x\n" if isinstance(meant, list) else "broken: @x\n"
    assume(not isinstance(meant, dict) or "broken" not in meant)
    whole: Value = ["@x", *meant] if isinstance(meant, list) else {"broken": "@x"}
    if isinstance(whole, dict) and isinstance(meant, dict):
        whole = {**whole, **meant}
    document = read(first + text)
    assert (document.data, codes(document)) == (whole, ["J001"])


@settings(max_examples=300)
@given(slipped_texts())
def test_after_its_fixes_a_text_reads_the_same(text: str) -> None:
    """Where reading went on, applying the fixes gives the data that was read, without J001."""
    document = read(text)
    assume(document.data is not None)
    after = mended(document)
    assert after.data == document.data
    assert [fault.message for fault in after.faults if fault.fix] == []
