"""Tabs, and spaces that only look like spaces, where YAML takes plain spaces."""

from __future__ import annotations

import re

from journeycli.source.edits import TextEdit
from journeycli.source.lines import line_of
from journeycli.source.repairs import Repair
from journeycli.source.span import Span
from journeycli.text import counted

_STEPS = (2, 4, 8)
_SPACES = re.compile(r"^ +(?=\S)", re.MULTILINE)
_TABS = re.compile(r"^\t[ \t]*", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]*")
_NO_BREAK_SPACE = re.compile(r"(?:^|[\n\r])(?=\xa0)")
_ODD_SPACE = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"[ \t]*[{_ODD_SPACE}][ \t{_ODD_SPACE}]*")
_ODD_INDENTS = re.compile(rf"^[{_ODD_SPACE}][ \t{_ODD_SPACE}]*", re.MULTILINE)


def tab_repairs(text: str, tab: int) -> list[Repair]:
    """Give the ways to write a tab that libyaml refused, the likeliest first.

    A tab in an indent may stand for the step that the file uses elsewhere, or for 2, 4 or 8
    spaces; every line that starts with a tab is treated alike. Elsewhere it is one space.
    """
    line = line_of(text, tab)
    blanks = _BLANKS.match(text, line.start)
    lead = Span(line.start, blanks.end() if blanks else line.start)
    if tab >= lead.end:
        run = _BLANKS.match(text, tab)
        span = Span(tab, run.end() if run else tab)
        message = "A tab stands here, where YAML takes spaces only."
        return [Repair(span, (TextEdit(span, " "),), message, "Replace the tab with a space")]
    tabbed = sorted({lead, *(Span(*found.span()) for found in _TABS.finditer(text))})
    return [_respaced(text, lead, tabbed, step) for step in _steps(text)]


def odd_space_repair(text: str, offset: int) -> Repair | None:
    """Replace no-break and other wide spaces in the indent of a line, and of lines like it."""
    found = _ODD_INDENT.match(text, line_of(text, offset).start)
    if found is None:
        return None
    here = Span(*found.span())
    spans = sorted({here, *(Span(*each.span()) for each in _ODD_INDENTS.finditer(text))})
    return Repair(
        span=here,
        edits=tuple(TextEdit(span, " " * (span.end - span.start)) for span in spans),
        message="No-break spaces indent this line; YAML takes plain spaces only." + _more(spans),
        title="Replace them with plain spaces",
        help="They came in with pasted text, most likely.",
    )


def odd_indents(text: str) -> Repair | None:
    """Find no-break spaces that start a line, where libyaml would read them as part of a key."""
    found = _NO_BREAK_SPACE.search(text) if "\xa0" in text else None
    return odd_space_repair(text, found.end()) if found else None


def _respaced(text: str, lead: Span, tabbed: list[Span], step: int) -> Repair:
    edits = tuple(
        TextEdit(span, text[span.start : span.end].replace("\t", " " * step)) for span in tabbed
    )
    return Repair(
        span=lead,
        edits=edits,
        message="A tab indents this line; YAML takes spaces only." + _more(tabbed),
        title=f"Replace each tab with {step} spaces",
        help="Set your editor to indent with spaces.",
    )


def _steps(text: str) -> list[int]:
    widths = [len(found.group()) for found in _SPACES.finditer(text)]
    return list(dict.fromkeys(([min(widths)] if widths else []) + [*_STEPS]))


def _more(spans: list[Span]) -> str:
    if len(spans) == 1:
        return ""
    return f" {counted(len(spans) - 1, 'more line has', 'more lines have')} the same."
