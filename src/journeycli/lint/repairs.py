"""From repairs by document path to text edits by place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from journeycli.findings import Edit, Fix, RepairKind
from journeycli.source.edits import quote

if TYPE_CHECKING:
    from journeycli.findings import Repair
    from journeycli.lint.places import Places
    from journeycli.source.document import Document
    from journeycli.source.edits import TextFix
    from journeycli.source.span import Path, Span

_FIGURE = re.compile(r"[-+]?[0-9][0-9.-]*")  # a number or a date


def lower(repair: Repair, prefix: Path, document: Document, places: Places) -> Fix | None:
    """Turn a repair below `prefix` into a fix.

    None where its path is not in the text, or goes through an alias: no fix crosses one.
    """
    path = (*prefix, *repair.path)
    if places.through_alias(path):
        return None
    on_key = repair.kind is RepairKind.RENAME
    span = document.key_span(path) if on_key else document.value_span(path)
    if span is None:
        return None
    text = _new_text(repair, path, span, document)
    return Fix(repair.title, repair.safe, (Edit(places.of_span(span), text),))


def of_text_fix(fix: TextFix, places: Places) -> Fix:
    """Turn a fix that reading found, by spans, into one by places."""
    edits = tuple(Edit(places.of_span(edit.span), edit.text) for edit in fix.edits)
    return Fix(fix.title, fix.safe, edits)


def _new_text(repair: Repair, path: Path, span: Span, document: Document) -> str:
    flow = document.is_flow(path[:-1])
    match repair.kind:
        case RepairKind.REPLACE if _FIGURE.fullmatch(repair.text):
            return repair.text  # in quotes it would be text and no figure
        case RepairKind.REPLACE:
            return quote(repair.text, flow=flow)
        case RepairKind.RENAME:
            return repair.text
        case RepairKind.QUOTE:
            return quote(document.text[span.start : span.end], flow=flow)
        case _:
            assert_never(repair.kind)
