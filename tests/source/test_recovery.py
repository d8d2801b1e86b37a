"""Sentences that break YAML: mended in memory, reported with a fix, and reading goes on."""

from __future__ import annotations

import pytest

from .reading import assert_mended, codes, mended, place, read, sliced

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
    assert_mended(document.text, document.data)


@pytest.mark.parametrize("before", ["- x\n- ", "- key: "])
def test_a_quotation_mark_that_nothing_closes_is_closed_at_the_end(before: str) -> None:
    """The text is read without it; the fix, which closes it there, is for a person to confirm."""
    document = read(f'{before}"half quoted\n- it is "y"\n')
    first = {"key": "half quoted"} if "key" in before else "half quoted"
    assert isinstance(document.data, list)
    assert document.data[-2] == first
    (fault,) = document.faults
    assert (fault.message, fault.fix is not None and fault.fix.safe) == (
        "Nothing closes the quotation mark that starts here.",
        False,
    )
    assert mended(document).text == f'{before}"half quoted"\n- it is "y"\n'


def test_a_dash_behind_a_dash_is_read_as_text_and_asked_about() -> None:
    """It may belong to the sentence, or be one too many."""
    document = read("items:\n  - - x\n  - y\n")
    assert document.data == {"items": ["- x", "y"]}
    (fault,) = document.faults
    assert fault.fix is not None
    assert (fault.fix.safe, fault.help) == (False, "If the second dash is a slip, delete it.")


def test_a_key_on_the_second_line_of_an_item_does_not_end_the_reading() -> None:
    """It may be a key, or go on with the sentence; what follows is read all the same."""
    document = read("needs:\n  - A price that does not\n    change: not later\n  - b: c: d\n")
    assert document.data == {"needs": ["A price that does not change: not later", {"b": "c: d"}]}
    first, second = document.faults
    assert first.message.startswith("A key cannot stand here: the line above it")
    assert [each.fix is not None and each.fix.safe for each in (first, second)] == [False, True]


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
    assert_mended(document.text, document.data)


def test_one_run_shows_every_place() -> None:
    """However many sentences break a file, each has its fault, in the order of the text."""
    text = "a: @x\nlist:\n" + "".join(f"  - *note {n}* is it\n  - fine\n" for n in range(300))
    document = read(text + "b: c: d\nlast: 'Tis so\n")
    assert codes(document) == ["J001"] * 303
    assert [fault.span for fault in document.faults] == sorted(f.span for f in document.faults)
    assert isinstance(document.data, dict)
    assert document.data["list"] == [s for n in range(300) for s in (f"*note {n}* is it", "fine")]
    assert (document.data["b"], document.data["last"]) == ("c: d", "'Tis so")
    assert_mended(document.text, document.data)


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
    assert_mended(text, document.data)


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
    assert_mended(text, data)
