"""From repairs by document path to text edits by place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from journeycli.findings import Edit, Fix, RepairKind
from journeycli.source.edits import quote
from journeycli.source.span import Span

if TYPE_CHECKING:
    from journeycli.findings import Repair
    from journeycli.lint.places import Places
    from journeycli.source.document import Document
    from journeycli.source.edits import TextFix
    from journeycli.source.span import Path

_FIGURE = re.compile(r"[-+]?[0-9][0-9.-]*")  # a number or a date


def lower(repair: Repair, prefix: Path, document: Document, places: Places) -> Fix | None:
    """Turn a repair below `prefix` into a fix.

    None where its path is not in the text, or goes through an alias: no fix crosses one.
    """
    path = (*prefix, *repair.path)
    if places.through_alias(path):
        return None
    span = _span(repair, path, document)
    if span is None:
        return None
    text = _new_text(repair, path, span, document)
    return Fix(repair.title, repair.safe, (Edit(places.of_span(span), text),))


def of_text_fix(fix: TextFix, places: Places) -> Fix:
    """Turn a fix that reading found, by spans, into one by places."""
    edits = tuple(Edit(places.of_span(edit.span), edit.text) for edit in fix.edits)
    return Fix(fix.title, fix.safe, edits)


def _span(repair: Repair, path: Path, document: Document) -> Span | None:
    """Give the text that a repair replaces."""
    match repair.kind:
        case RepairKind.RENAME:
            return document.key_span(path)
        case RepairKind.REPLACE | RepairKind.QUOTE:
            return document.value_span(path)
        case RepairKind.QUOTE_WITH_COMMENT:
            value, comment = document.value_span(path), document.comment_after(path)
            return Span(value.start, comment.span.end) if value and comment else None
        case RepairKind.JOIN:
            value = document.value_span(path)
            last = document.key_span(repair.until) or document.value_span(repair.until)
            return Span(value.start, last.end) if value and last else None
        case RepairKind.REMOVE:
            return _item_lines(path, document)
        case _:
            assert_never(repair.kind)


def _item_lines(path: Path, document: Document) -> Span | None:
    """Give the lines of a list item in block style; None where it shares its line."""
    span = document.value_span(path)
    if span is None or document.is_flow(path[:-1]):
        return None
    text, newline = document.text, document.newline
    start = text.rfind("\n", 0, span.start) + 1
    if text[start : span.start].strip() != "-":
        return None
    end = text.find(newline, span.end)
    return Span(start, len(text) if end < 0 else end + len(newline))


def _new_text(repair: Repair, path: Path, span: Span, document: Document) -> str:
    flow = document.is_flow(path[:-1])
    match repair.kind:
        case RepairKind.REPLACE:
            return quote(repair.text, flow=flow)
        case RepairKind.RENAME:
            return repair.text
        case RepairKind.QUOTE | RepairKind.QUOTE_WITH_COMMENT | RepairKind.JOIN:
            return quote(document.text[span.start : span.end], flow=flow)
        case RepairKind.REMOVE:
            return ""
        case _:
            assert_never(repair.kind)
