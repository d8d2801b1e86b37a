"""Reading texts in tests: what was found, in a form that assertions can show."""

from __future__ import annotations

from journeycli.source.document import Document, Fault, read_document
from journeycli.source.edits import apply_edits


def read(text: str) -> Document:
    return read_document(text.encode())


def codes(document: Document) -> list[str]:
    return [fault.code for fault in document.faults]


def place(document: Document, fault: Fault) -> str:
    """Give a fault's place as `line:column text`."""
    line, column = document.lines.position(fault.span.start)
    return f"{line}:{column} {sliced(document, fault.span)}"


def sliced(document: Document, span: tuple[int, int] | None) -> str:
    assert span is not None
    return document.text[span[0] : span[1]]


def mended(document: Document) -> Document:
    """Apply all fixes and read again; where two fixes meet, the first one now, then the next."""
    fixes = [fault.fix for fault in document.faults if fault.fix]
    try:
        return read(apply_edits(document.text, [edit for fix in fixes for edit in fix.edits]))
    except ValueError:
        return mended(read(apply_edits(document.text, fixes[0].edits)))


def assert_mended(text: str, data: object) -> None:
    """Assert that the fixes of a text leave nothing to report and change no data."""
    fixed = mended(read(text))
    assert (fixed.data, fixed.faults) == (data, ())
