"""From repairs by document path to text edits by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from journeycli.findings import Edit, Fix, Position, RepairKind
from journeycli.source.quoting import quote, wrap
from journeycli.source.span import Span

if TYPE_CHECKING:
    from journeycli.findings import Repair
    from journeycli.lint.places import Places
    from journeycli.source.document import Document
    from journeycli.source.edits import TextFix
    from journeycli.source.span import Path


def lower(repair: Repair, prefix: Path, document: Document, places: Places) -> Fix | None:
    """Turn a repair below `prefix` into a fix.

    None where its path is not in the text, where a comment would be lost, or where it goes through
    an alias: no fix crosses one.
    """
    path = (*prefix, *repair.path)
    if places.through_alias(path):
        return None
    span = _span(repair, path, document)
    if span is None:
        return None
    text = _new_text(repair, path, span, document)
    return Fix(repair.title, repair.safe, (Edit(places.of_span(span), text),))


def joined(repair: Repair, document: Document) -> tuple[Path, ...]:
    """Give the elements or keys that a repair joins to the one that it begins with."""
    if not repair.until:
        return ()
    parent, last = repair.until[:-1], repair.until[-1]
    keys = document.keys(parent) if isinstance(last, str) else ()
    if last not in keys or repair.path[-1] not in keys:
        return (repair.until,)
    between = keys[keys.index(str(repair.path[-1])) + 1 : keys.index(str(last)) + 1]
    return tuple((*parent, key) for key in between)


def of_text_fix(fix: TextFix, places: Places) -> Fix:
    """Turn a fix that reading found, by spans, into one by places."""
    edits = tuple(Edit(places.of_span(edit.span), edit.text) for edit in fix.edits)
    return Fix(fix.title, fix.safe, edits)


def whole_lines(span: Span, document: Document) -> Span:
    """Widen a span to whole lines with their breaks, so that no empty line is left.

    At the end of a file without a last line break it is the break in front that goes.
    """
    text, lines = document.text, document.lines
    last = lines.position(span.end).line
    start = lines.offset(Position(lines.position(span.start).line, 1))
    if last < len(lines):
        return Span(start, lines.offset(Position(last + 1, 1)))
    start -= 2 if text[:start].endswith("\r\n") else min(start, 1)
    return Span(start, len(text))


def _span(repair: Repair, path: Path, document: Document) -> Span | None:
    """Give the text that a repair replaces."""
    match repair.kind:
        case RepairKind.RENAME:
            return document.key_span(path)
        case RepairKind.REPLACE:
            return document.value_span(path)
        case RepairKind.QUOTE:
            return _without_comments(document.value_span(path), document)
        case RepairKind.QUOTE_WITH_COMMENT:
            value, comment = document.value_span(path), document.comment_after(path)
            if value is None or comment is None:
                return None
            is_empty = value.start == value.end  # it stands behind the colon, the space after it
            return Span(comment.span.start if is_empty else value.start, comment.span.end)
        case RepairKind.JOIN:
            value = document.value_span(path)
            last = document.key_span(repair.until) or document.value_span(repair.until)
            joined = Span(value.start, last.end) if value and last else None
            return _without_comments(joined, document)
        case RepairKind.REMOVE:
            flow = document.is_flow(path[:-1])
            item = (_with_comma if flow else _item_lines)(path, document)
            return _without_comments(item, document)
        case _:
            assert_never(repair.kind)


def _without_comments(span: Span | None, document: Document) -> Span | None:
    """Give a span, or None where a comment stands in it."""
    if span is None or "#" not in document.text[span.start : span.end]:
        return span
    inside = (span.start <= comment.span.start < span.end for comment in document.comments)
    return None if any(inside) else span


def _with_comma(path: Path, document: Document) -> Span | None:
    """Give an item of `[…]` that is not the first, with the comma in front of it."""
    index = path[-1]
    if not isinstance(index, int) or index == 0:
        return None
    before, item = document.value_span((*path[:-1], index - 1)), document.value_span(path)
    between = document.text[before.end : item.start] if before and item else ""
    return Span(before.end, item.end) if before and item and between.strip() == "," else None


def _item_lines(path: Path, document: Document) -> Span | None:
    """Give the lines of a list item in block style; None where it shares its line."""
    span = document.value_span(path)
    if span is None:
        return None
    line = document.lines.position(span.start).line
    start = document.lines.offset(Position(line, 1))
    if document.text[start : span.start].strip() != "-":
        return None
    return whole_lines(span, document)


def _new_text(repair: Repair, path: Path, span: Span, document: Document) -> str:
    match repair.kind:
        case RepairKind.REPLACE:
            return quote(repair.text, flow=document.is_flow(path[:-1]))
        case RepairKind.RENAME:
            return repair.text
        case RepairKind.QUOTE | RepairKind.QUOTE_WITH_COMMENT | RepairKind.JOIN:
            return wrap(document.text[span.start : span.end])
        case RepairKind.REMOVE:
            return ""
        case _:
            assert_never(repair.kind)
