"""Edits of a text by span, and the fixes made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.source.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.source.span import Span

__all__ = ["TextEdit", "TextFix", "apply_edits", "quote"]


class TextEdit(NamedTuple):
    """Replace what stands at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class TextFix(NamedTuple):
    """Edits that mend one fault.

    Attributes:
        title: What the fix does, as an imperative.
        safe: Whether the text says the same as its writer meant, beyond doubt.
        edits: The edits; no two of them overlap.

    """

    title: str
    safe: bool
    edits: tuple[TextEdit, ...]


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Apply edits to a text; what no edit covers stays as it is.

    Edits that insert at one place do so in the order given.

    Raises:
        ValueError: Two edits overlap, or one lies outside the text.

    """
    pieces: list[str] = []
    done = 0
    for (start, end), new in sorted(edits, key=_place):
        if not done <= start <= end <= len(text):
            raise ValueError(f"the edit of {start}:{end} overlaps another or leaves the text")
        pieces += (text[done:start], new)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _place(edit: TextEdit) -> Span:
    return edit.span
