"""A mend of the text in memory, which is also the fix that a reader is offered."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journeycli.source.edits import TextEdit, TextFix
from journeycli.source.lines import line_of
from journeycli.source.quoting import wrap
from journeycli.source.span import Span
from journeycli.source.values import Fault

if TYPE_CHECKING:
    from journeycli.source.offsets import Offsets

_READ_AS = {
    "*": "starts with *, which YAML reads as an alias",
    "&": "starts with &, which YAML reads as an anchor",
    "!": "starts with !, which YAML reads as a tag",
    "@": "starts with @, which YAML keeps for itself",
    "`": "starts with a backtick, which YAML keeps for itself",
    "%": "starts with %, which YAML keeps for itself",
    ">": "starts with >, which YAML reads as the head of a block of text",
    "|": "starts with |, which YAML reads as the head of a block of text",
    '"': "starts with a quotation mark, which YAML takes for the start of a quoted text",
    "'": "starts with an apostrophe, which YAML takes for the start of a quoted text",
    "[": "starts with [, which YAML reads as a list",
    "{": "starts with {, which YAML reads as keys and values",
    "?": "starts with a question mark, which YAML reads as the mark of a key",
    ":": "starts with a colon, which YAML reads as the end of a key",
    "-": "starts with a dash, which YAML reads as an item of a list",
    ",": "starts with a comma, which YAML reads as part of a list",
    "]": "starts with ], which YAML reads as the end of a list",
    "}": "starts with }, which YAML reads as the end of keys and values",
}
_OPENED = re.compile(r"\"[^\"\\\n\r]+")
"""A text that opens a quote and never closes; an apostrophe may well begin a word, as in 'Tis."""
_LINE = re.compile(r"[^\s][^\n\r]*")
_COLON = "has a colon, which YAML reads as the end of a key"
_STAR = re.compile(r"\*[ \t]+\S")


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of the text after which reading goes on.

    Attributes:
        span: What is wrong; for a sentence, the sentence.
        edits: What to write instead.
        message: What is wrong, for the reader.
        title: What the edits do, as an imperative.
        safe: Whether that is what the writer meant, beyond doubt.
        help: The usual cause, where the message does not say it.
        is_sentence: Whether the span must read as one scalar afterwards.
        claims: Where no other repair may write; a sentence without the indents of its lines.

    """

    span: Span
    edits: tuple[TextEdit, ...]
    message: str
    title: str
    safe: bool = True
    help: str | None = None
    is_sentence: bool = False
    claims: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            object.__setattr__(self, "claims", tuple(edit.span for edit in self.edits))

    def moved(self, offsets: Offsets) -> Repair:
        """Give the same repair for the original text."""
        edits = tuple(TextEdit(offsets.span(edit.span), edit.text) for edit in self.edits)
        claims = tuple(map(offsets.span, self.claims))
        return replace(self, span=offsets.span(self.span), edits=edits, claims=claims)

    @property
    def fault(self) -> Fault:
        """What the reader is told."""
        fix = TextFix(self.title, self.safe, self.edits)
        return Fault("J001", self.span, self.message, help=self.help, fix=fix)


def quote_sentence(text: str, span: Span, *, safe: bool = True) -> Repair:
    """Put quotes around the sentence that stands at a span of a text."""
    sentence = text[span.start : span.end]
    if _OPENED.fullmatch(sentence):
        return _closed(span, sentence)
    lines = _LINE.finditer(sentence)
    reason = _READ_AS.get(sentence[0], _COLON)
    return Repair(
        span=span,
        edits=_quoting(text, span),
        message=f"This sentence {reason}. Put it in quotes.",
        title="Put the sentence in quotes",
        safe=safe,
        is_sentence=True,
        claims=tuple(Span(span.start + each.start(), span.start + each.end()) for each in lines),
    )


def starred_list(text: str, span: Span) -> Repair | None:
    """Mend a list whose items begin with stars; None where a line at their indent begins otherwise.

    Args:
        text: The whole text.
        span: The lines of the list, from the first star on.

    """
    start = line_of(text, span.start).start
    indent, items = text[start : span.start], list[Span]()
    for line in _LINE.finditer(text, start, span.end):
        blanks = text[line_of(text, line.start()).start : line.start()]
        if blanks == indent and _STAR.match(line.group()):
            items.append(Span(line.start(), line.start() + 1))
        elif not blanks.startswith(indent) or blanks == indent:
            return None
    if not items or indent.strip():
        return None
    return Repair(
        span=span,
        edits=tuple(TextEdit(each, "-") for each in items),
        message="An entry of a list takes a hyphen and a space in front, and here stands a star.",
        title="Write a hyphen for each star",
    )


def _closed(span: Span, sentence: str) -> Repair:
    """Close a quotation mark that opens a text and that nothing closes."""
    return Repair(
        span=span,
        edits=(TextEdit(span, sentence + sentence[0]),),
        message="Nothing closes the quotation mark that starts here.",
        title="Close it at the end of the line",
        safe=False,
        help="Close it where the text ends; or put the whole text in the other kind of quotes.",
        is_sentence=True,
    )


def _quoting(text: str, span: Span) -> tuple[TextEdit, ...]:
    """Rewrite the sentence line by line without the indents, which other edits may mend."""
    sentence = text[span.start : span.end]
    mark = wrap(sentence)[0]
    lines = list(_LINE.finditer(sentence))
    edits: list[TextEdit] = []
    for line in lines:
        old = line.group()
        new = old.replace("'", "''") if mark == "'" else old
        new = f"{mark if line is lines[0] else ''}{new}{mark if line is lines[-1] else ''}"
        if new != old:
            edits.append(TextEdit(Span(span.start + line.start(), span.start + line.end()), new))
    return tuple(edits)
