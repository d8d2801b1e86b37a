"""Texts written as YAML scalars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.source.quoting import quote
from journeycli.text import Quoted

from .reading import read

_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text("ab1 :-#?,[]{}&*!|>'\"%@`\\~=.<\n\t", max_size=8),
    st.sampled_from(["null", "~", "---", "...", "<<", "Null", "-1", "-", "?", ":", "a: b", "- a"]),
)


@given(_TEXTS)
def test_a_quoted_text_reads_back_in_block_style(text: str) -> None:
    """As a value and as a list item, what was written is what is read, without a fault."""
    scalar = quote(text)
    document = read(f"key: {scalar}\nlist:\n  - {scalar}\nlast: x\n")
    assert (document.data, document.faults) == ({"key": text, "list": [text], "last": "x"}, ())


@given(_TEXTS)
def test_a_quoted_text_reads_back_in_flow_style(text: str) -> None:
    """The same inside brackets and braces."""
    scalar = quote(text, flow=True)
    document = read(f"key: {{a: {scalar}, b: [{scalar}, {scalar}]}}\n")
    assert (document.data, document.faults) == ({"key": {"a": text, "b": [text, text]}}, ())


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("A plain sentence, with a comma.", "A plain sentence, with a comma.", None),
        ("no", "no", "no"),
        ("12:30", "12:30", "12:30"),
        ("-1", "-1", "-1"),
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d", None),
        ("why: because", '"why: because"', '"why: because"'),
        ("Ticket #45", '"Ticket #45"', '"Ticket #45"'),
        ("it's: here", '"it\'s: here"', '"it\'s: here"'),
        ('"Yes" she said, it\'s so', "'\"Yes\" she said, it''s so'", None),
        ("C:\\new: x", "'C:\\new: x'", "'C:\\new: x'"),
        ("two\nlines", '"two\\nlines"', '"two\\nlines"'),
        ("", '""', '""'),
        ("null", '"null"', '"null"'),
        ("\x1b[31m\u2028", '"\\x1b[31m\\u2028"', '"\\x1b[31m\\u2028"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, block: str, flow: str | None) -> None:
    """Plain where that is safe; else in the quotes that need the fewest signs."""
    assert quote(text, flow=False) == block
    if flow is not None:
        assert quote(text, flow=True) == flow


def test_a_quoted_text_never_becomes_a_number() -> None:
    """What stands in quotes or in a block is told from plain text; a plain text is a bare str."""
    data = read("a: '1'\nb: \"1\"\nc: |-\n  1\nd: 1\n").data
    assert isinstance(data, dict)
    assert [type(value) for value in data.values()] == [Quoted, Quoted, Quoted, str]


def test_a_lone_surrogate_cannot_be_written() -> None:
    """YAML has no way to carry one, so that nothing wrong is written silently."""
    with pytest.raises(ValueError, match="surrogate"):
        quote("\ud800")


def test_a_question_in_brackets_keeps_its_quotes() -> None:
    """PyYAML without libyaml ends a plain text in brackets at a question mark."""
    assert quote("How high is the fee?", flow=True) == '"How high is the fee?"'
    assert quote("How high is the fee?") == "How high is the fee?"
