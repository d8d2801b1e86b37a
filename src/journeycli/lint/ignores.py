"""Ignore comments: which lines they cover, until when and why.

`# journey: ignore[J306] until 2027-03-31 -- waiting for the new price page` at the end of a line
covers what starts on that line. On a line of its own it covers the next key or list item below with
all that belongs to it; inside flow style, the next line. `ignore-file` covers the file and stands
before its first list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Edit, Fix
from journeycli.lint.repairs import whole_lines
from journeycli.model.days import day
from journeycli.source.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from journeycli.findings import Place
    from journeycli.lint.places import Places
    from journeycli.source.document import Comment, Data, Document
    from journeycli.source.span import Path

_LOOKS_LIKE = re.compile(r"journey\s*:?\s*ignore\b|journey\s*:\s*[\w-]+\s*\[", re.IGNORECASE)
"""How an ignore begins, also one that is misspelt: `journey ignore`, `journey: disable[`."""

_IGNORE = re.compile(
    r"journey:\s*(?P<what>ignore|ignore-file)\s*\[(?P<words>[^\]]*)\]"
    r"(?:\s+until\s+(?P<until>\S+))?"
    r"\s*(?:(?:--|–|—)\s*(?P<reason>.*))?"
)
_HOW = "Write it like `# journey: ignore[J306] -- why`, with `until 2027-03-31` if it should end."


class Word(NamedTuple):
    """A code, prefix or name in an ignore.

    Attributes:
        text: The word.
        place: Where it stands.
        removal: What takes it away, and the whole comment with the last one.

    """

    text: str
    place: Place
    removal: Fix


class Ignore(NamedTuple):
    """An ignore comment that can be read.

    Attributes:
        words: The rules.
        reason: Why.
        until: The last day on which it holds, or None; a month or a year counts as its end.
        first_line: The first line that it covers.
        last_line: The last line that it covers.
        place: Where it stands.

    """

    words: tuple[Word, ...]
    reason: str
    until: date | None
    first_line: int
    last_line: int
    place: Place


class Malformed(NamedTuple):
    """A comment that begins like an ignore and is none: where, and why."""

    place: Place
    message: str
    help: str


def ignores_of(document: Document, places: Places) -> Iterator[Ignore | Malformed]:
    """Read the ignore comments of a file."""
    if "journey" not in document.text or "ignore" not in document.text:
        return
    for comment in document.comments:
        if _LOOKS_LIKE.match(comment.text):
            yield _read(comment, document, places)


def _read(comment: Comment, document: Document, places: Places) -> Ignore | Malformed:
    place = places.of_span(comment.span)
    match = _IGNORE.fullmatch(comment.text)
    if match is None:
        return Malformed(place, "This comment begins like an ignore and cannot be read.", _HOW)
    words = tuple(_words(comment, document, match, places))
    if not words:
        return Malformed(place, "This ignore names no rule.", _HOW)
    reason = (match["reason"] or "").strip()
    if not reason:
        return Malformed(place, "This ignore has no reason.", "Add `-- ` and why it is ignored.")
    until = None
    if match["until"]:
        until = day(match["until"])
        if until is None:
            return Malformed(
                place, f"“{match['until']}” is not a date.", "Write it like `until 2027-03-31`."
            )
    covered = _covered(match["what"] == "ignore-file", comment, document)
    if covered is None:
        return Malformed(
            place,
            "An `ignore-file` stands before the first list of the file.",
            "Move it to the top of the file, or write `ignore` for what is below it.",
        )
    return Ignore(words, reason, until.last if until else None, *covered, place)


def _words(
    comment: Comment, document: Document, match: re.Match[str], places: Places
) -> Iterator[Word]:
    inside = document.text.find("[", comment.span.start) + 1
    found = list(re.finditer(r"[^,\s]+", match["words"]))
    spans = [Span(inside + each.start(), inside + each.end()) for each in found]
    for index, (word, span) in enumerate(zip(found, spans, strict=True)):
        if len(spans) == 1:
            removed = _whole_comment(comment, document)
        elif index:  # with the comma in front of it
            removed = Span(spans[index - 1].end, span.end)
        else:
            removed = Span(span.start, spans[1].start)
        what = "the ignore" if len(spans) == 1 else f"`{word[0]}` from the ignore"
        removal = Fix(f"Remove {what}", safe=True, edits=(Edit(places.of_span(removed), ""),))
        yield Word(word[0], places.of_span(span), removal)


def _whole_comment(comment: Comment, document: Document) -> Span:
    """Give a comment with the blanks around it, and with its line where it has one of its own."""
    text = document.text
    start, end = comment.span
    while text[start - 1 : start] in (" ", "\t"):
        start -= 1
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    span = Span(start, end)
    return whole_lines(span, document) if comment.own_line else span


def _covered(whole: bool, comment: Comment, document: Document) -> tuple[int, int] | None:  # noqa: FBT001 - one caller, above
    if whole:
        first_list = _first_list_line(document)
        return None if comment.line >= first_list else (1, len(document.lines) + 1)
    if not comment.own_line:
        return comment.line, comment.line
    below = _line_below(comment.line, document)
    if below is None or _in_flow(comment, document):
        return comment.line, below or comment.line
    return comment.line, _end_of_element(below, document)


def _first_list_line(document: Document) -> int:
    """Give the line of the first list that is written with dashes; one past the end without any."""
    span = next(
        (document.value_span(path) for path in _lists(document.data) if not document.is_flow(path)),
        None,
    )
    return document.lines.position(span.start).line if span else len(document.lines) + 1


def _lists(data: Data, path: Path = ()) -> Iterator[Path]:
    """Give the paths of all lists that stand in no other list, in the order of the text."""
    if isinstance(data, list):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _lists(value, (*path, key))


def _line_below(line: int, document: Document) -> int | None:
    """Give the next line that holds more than a comment or the sign that a document begins."""
    for number in range(line + 1, len(document.lines) + 1):
        text = document.lines.text(number).strip()
        if text and not text.startswith(("#", "---", "%")):
            return number
    return None


def _end_of_element(first: int, document: Document) -> int:
    """Give the last line of the key or list item that starts on a line, by its indentation."""
    start = document.lines.text(first)
    indent = _indent(start)
    is_item = start.lstrip().startswith("-")
    last = first
    for number in range(first + 1, len(document.lines) + 1):
        text = document.lines.text(number)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        dash = text.lstrip().startswith("- ") or text.strip() == "-"
        belongs = _indent(text) > indent or (not is_item and _indent(text) == indent and dash)
        if not belongs:
            break
        last = number
    return last


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _in_flow(comment: Comment, document: Document) -> bool:
    spans = (document.value_span(path) for path in document.flow_collections())
    return any(span is not None and span.start < comment.span.start < span.end for span in spans)
