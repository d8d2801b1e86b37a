"""Comments of a text, found between the texts that libyaml read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import ScalarEvent

from journeycli.source.lines import line_of
from journeycli.source.marks import span_of
from journeycli.source.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.loading import Loading
    from journeycli.source.offsets import Offsets
    from journeycli.source.span import Lines


class Comment(NamedTuple):
    """A comment.

    Attributes:
        line: Its line, from 1.
        span: From its `#` to the end of the line, without trailing blanks.
        text: What it says, without `#` and the blanks around.
        own_line: Whether nothing but blanks stands before it.

    """

    line: int
    span: Span
    text: str
    own_line: bool


def comments_of(
    original: str, lines: Lines, loading: Loading, offsets: Offsets
) -> tuple[Comment, ...]:
    """Find all comments up to the end of the document that was read.

    Args:
        original: The text as its author wrote it.
        lines: Its lines.
        loading: What libyaml was given, and what it read there.
        offsets: From that text to the original.

    """
    parsed, end = loading.text, loading.end
    at = parsed.find("#", 0, end)
    if at < 0:
        return ()
    found: list[Comment] = []
    for start, stop in (*_texts_with_sign(parsed, loading.tree), (end, end)):
        while 0 <= at < start:
            line = line_of(parsed, at)
            found.append(_comment(original, lines, offsets.span(Span(at, line.end))))
            at = parsed.find("#", line.end, end)
        if 0 <= at < stop:
            at = parsed.find("#", stop, end)
    return tuple(found)


def _comment(original: str, lines: Lines, span: Span) -> Comment:
    text = original[span.start : span.end].rstrip()
    line, column = lines.position(span.start)
    own_line = not original[span.start - column + 1 : span.start].strip()
    return Comment(line, Span(span.start, span.start + len(text)), text[1:].strip(), own_line)


def _texts_with_sign(parsed: str, tree: list[Any]) -> Iterator[Span]:
    """Give the spans of the scalars that hold a `#`, in the order of the text."""
    todo = list(reversed(tree))
    while todo:
        node = todo.pop()
        if node.__class__ is list:
            todo += reversed(node)
        elif node.__class__ is ScalarEvent and "#" in node.value:
            start, end = span_of(node)
            if node.style in ("|", ">"):  # a comment may follow the head
                start = min(line_of(parsed, start).end, end)
            yield Span(start, end)
