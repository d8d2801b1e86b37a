"""Sentences of real journey documents, pasted as list items and as values.

Each reads as typed, at once or by a fault whose fix makes it so; or it is one of the few that YAML
reads as something else, and then what the rules need to tell is there.
"""

from __future__ import annotations

import pytest

from .reading import codes, mended, read, sliced

_READ_AS_TYPED = [
    "Opens four tabs, compares, gives up",
    "Why do they need my landline number?",
    "Calls (again) & waits 20+ minutes; hangs up",
    "*urgent* call back today",
    "*",
    "**Bold** claims on the front page",
    "* a footnote",
    "& more of the same",
    "&more of the same",
    "R&D answers within 3 days",
    "@home she logs in",
    "@ the counter",
    "asks me@example.com for help",
    "`journey lint` fails",
    "%-off vouchers confuse",
    "50% off, they said",
    "!important",
    "! really",
    "!!! stop",
    "¡No! ¿Qué?",
    "> 50% of users give up",
    ">> see below",
    "|| two pipes",
    "x | y",
    "->",
    "=> next",
    "=SUM(A1)",
    "+1",
    "-1",
    "-2 °C outside",
    "-a dash without a space",
    "--- three dashes",
    "... and then",
    "…and then?",
    '"Yes" she said',
    '"Yes", she said, "do it"',
    'half quoted"',
    'She said "yes" and "no"',
    "'Tis the season, isn't it",
    "the customers' view",
    "it's 5 o'clock",
    "'quoted' then more",
    "\"a\" 'b'",
    "‘single’ and “double” smart quotes",
    "« Oui », dit-elle",
    "[draft] fix this",
    "[1]: see below",
    "draft] fix this",
    "see [the docs](https://x.y) first",
    "{name} is missing",
    "{x} y",
    "(maybe)",
    "<b>bold</b>",
    "https://example.com/a?b=c#d",
    "mailto:a@b.example",
    "C:\\Users\\me",
    '"C:\\Users\\me" is the path',
    "C# developers",
    "12:30",
    "at 12:30 the line drops",
    "2026-09-30",
    "no",
    "yes",
    "true",
    "0x1F",
    "1_000",
    ".5",
    "1. first",
    "a) first",
    "a, b and c",
    "a:b",
    "a :b",
    "😀",
    "👍🏽 good, 👎 bad",
    "客户打电话,然后等待",
    "電話：よかった",
    "Ünïcödé šentence",
    "עברית מימין לשמאל",
    "\u00a0leading no-break space",
    "zero\u200bwidth",
    "line\u2028separator",
    "tab\tinside",
    "~strike~",
    "__dunder__",
    "key=value; other=value",
]  # fmt: skip
_ITEM_WITH_A_COLON = [
    "50%: half of them leave",
    "why: because",
    "call us: 12:30",
    "http://a.example/c: broken link",
    "a : b",
    "emoji 😀: happy",
    "价格: 太高了",
    "« Oui » : dit-elle",
    "It's 5 o'clock: late",
    "See [the docs](https://x.y): it's there",
    '"a": b',
]
_MORE_ITEMS = ["? what", "?what", "- a dash", "- - two dashes", "- [ ] to do", "-- two dashes",
    "Note: this: that", "{name}: please call", "[draft fix this", "@a: b", "`a`: b", "*a*: b",
    "!note: this"]  # fmt: skip
_MORE_VALUES = [
    *_ITEM_WITH_A_COLON[:-1],
    "ends with a colon:",
    "? what",
    "- a dash",
    "Note: this: that",
]
_CUT = [
    ("Ticket #45 is lost", "Ticket"),
    ("#1 in the market", None),
    ("#hashtag first", None),
    ("a # b", "a"),
    ("tab\t#no", "tab"),
]


@pytest.mark.parametrize("sentence", [*_READ_AS_TYPED, *_MORE_ITEMS])
def test_a_pasted_item_reads_as_typed(sentence: str) -> None:
    """As one of several items; what is reported has a fix, after which it reads the same."""
    document = read(f"before: a\nitems:\n  - x\n  - {sentence}\n  - y\nafter: it's b\n")
    assert document.data == {"before": "a", "items": ["x", sentence, "y"], "after": "it's b"}
    assert all(fault.fix for fault in document.faults)
    after = mended(document)
    assert (after.data, codes(after)) == (document.data, [])


@pytest.mark.parametrize("sentence", [*_READ_AS_TYPED, *_MORE_VALUES])
def test_a_pasted_value_reads_as_typed(sentence: str) -> None:
    """Behind a key, between others."""
    document = read(f"before: a\nkey: {sentence}\nafter: it's b\n")
    assert document.data == {"before": "a", "key": sentence, "after": "it's b"}
    assert all(fault.fix for fault in document.faults)
    after = mended(document)
    assert (after.data, codes(after)) == (document.data, [])


@pytest.mark.parametrize("sentence", _ITEM_WITH_A_COLON)
def test_an_item_that_its_colon_made_a_mapping_can_be_told(sentence: str) -> None:
    """It is a mapping of one key with a text, and its span is the sentence."""
    document = read(f"- x\n- {sentence}\n- y\n")
    assert isinstance(document.data, list)
    (pair,) = document.data[1:2]
    assert isinstance(pair, dict)
    assert [type(value) for value in pair.values()] == [str]
    assert sliced(document, document.value_span((1,))) == sentence


@pytest.mark.parametrize(("sentence", "left"), _CUT)
def test_a_text_that_a_hash_cut_off_can_be_told(sentence: str, left: str | None) -> None:
    """What is left of it and the comment together are the sentence."""
    for path, text in (((1,), f"- x\n- {sentence}\n"), (("k",), f"k: {sentence}\n")):
        document = read(text)
        ((found, comment),) = document.commented_texts()
        assert (found, document.faults) == (path, ())
        value = document.value_span(path)
        assert value is not None
        assert sliced(document, value) == (left or "")
        assert sliced(document, (value.start, comment.span.end)).strip() == sentence


def test_a_sentence_that_a_comma_split_can_be_told() -> None:
    """The comma makes a key without a value, or two items, and both show as flow style."""
    document = read("- {trigger: Reads it, sees the example}\n- [Reads it, sees it]\n")
    assert document.data == [
        {"trigger": "Reads it", "sees the example": None},
        ["Reads it", "sees it"],
    ]
    assert (document.faults, document.needs_pruning) == ((), True)
    assert list(document.flow_collections()) == [(0,), (1,)]
    assert sliced(document, document.key_span((0, "sees the example"))) == "sees the example"


def test_a_whole_list_of_pasted_sentences_reads_as_typed() -> None:
    """All of them together, each mended for itself."""
    sentences = [*_READ_AS_TYPED, *_MORE_ITEMS]
    document = read("items:\n" + "".join(f"  - {each}\n" for each in sentences))
    assert document.data == {"items": sentences}
    after = mended(document)
    assert (after.data, codes(after)) == (document.data, [])
