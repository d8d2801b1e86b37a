"""Whatever the bytes: reading ends with a document, and every place of it is in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.source import libyaml
from journeycli.source.document import Document, read_document
from strategies import slipped_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.span import Span

_CODES = {"J001", "J004", "J007", "J008", "J012"}
_BYTES = st.one_of(
    st.binary(max_size=60),
    st.text("ab:-#?,[]{}&*!|>'\"%@` \t\n\r\\\0\x1b\x85\u2028\ufeff😀", max_size=40).map(str.encode),
    slipped_texts().map(str.encode),
    slipped_texts().map(lambda text: text.encode("utf-16")),
)


@settings(max_examples=150)
@given(_BYTES)
def test_any_bytes_give_a_document(raw: bytes) -> None:
    """No exception; known codes, in order; and spans, lines and columns within the text."""
    document = read_document(raw)
    assert {fault.code for fault in document.faults} <= _CODES
    assert [f.span for f in document.faults] == sorted(f.span for f in document.faults)
    for start, end in _spans(document):
        assert 0 <= start <= end <= len(document.text)
        line, column = document.lines.position(start)
        assert document.lines.offset(document.lines.position(start)) in (start, start - 1)
        assert (line, column) >= (1, 1)


@settings(max_examples=80)
@given(slipped_texts())
def test_every_value_of_a_mended_text_has_its_place(text: str) -> None:
    """Wherever the data came from, keys and values can be pointed at."""
    document = read_document(text.encode())
    for path in _paths(document.data):
        assert document.value_span(path) is not None
        if path and isinstance(path[-1], str):
            assert document.key_span(path) is not None


def _spans(document: Document) -> Iterator[Span]:
    for fault in document.faults:
        yield fault.span
        yield from (span for span, _ in fault.related)
        yield from (edit.span for edit in fault.fix.edits) if fault.fix else ()
    yield from (comment.span for comment in document.comments)


def _paths(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if data is not None:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield (*path, index)
            yield from _paths(value, (*path, index))


def test_without_libyaml_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one thing that reading cannot do without; exit code 2."""
    monkeypatch.setattr(libyaml, "HAS_LIBYAML", False)
    with pytest.raises(UserError, match="PyYAML with libyaml") as caught:
        read_document(b"a: b\n")
    assert caught.value.exit_code == 2
    assert caught.value.hint
