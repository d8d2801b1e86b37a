"""Ignore comments: which lines they cover, until when and why.

`# journey: ignore[J306] until 2027-03-31 -- waiting for the new price page` at the end of a line
covers what starts on that line. On a line of its own it covers the next key or list item below with
all that belongs to it; inside flow style, the next line. `ignore-file` covers the file and stands
before its first list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Edit, Fix, Place, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.lint.places import Places
    from journeycli.source.document import Comment, Document

_LOOKS_LIKE = re.compile(r"journey\s*:?\s*ignore\b", re.IGNORECASE)
_IGNORE = re.compile(
    r"journey:\s*(?P<what>ignore|ignore-file)\s*\[(?P<words>[^\]]*)\]"
    r"(?:\s+until\s+(?P<until>\S+))?"
    r"\s*(?:(?:--|–|—)\s*(?P<reason>.*))?"
)
_HOW = "Write it like `# journey: ignore[J306] -- why`, with `until 2027-03-31` if it should end."


class Word(NamedTuple):
    """A code, prefix or name in an ignore, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Ignore:
    """An ignore comment that can be read.

    Attributes:
        words: The rules.
        reason: Why.
        until: The last day on which it holds, or None.
        first_line: The first line that it covers.
        last_line: The last line that it covers.
        place: Where it stands.
        removal: The edit that takes it away.

    """

    words: tuple[Word, ...]
    reason: str
    until: date | None
    first_line: int
    last_line: int
    place: Place
    removal: Fix


@dataclass(frozen=True, slots=True)
class Malformed:
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
        try:
            until = date.fromisoformat(match["until"])
        except ValueError:
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
    return Ignore(words, reason, until, *covered, place, _removal(comment, document, places))


def _words(
    comment: Comment, document: Document, match: re.Match[str], places: Places
) -> Iterator[Word]:
    inside = document.text.find("[", comment.span.start) + 1
    for found in re.finditer(r"[^,\s]+", match["words"]):
        span = type(comment.span)(inside + found.start(), inside + found.end())
        yield Word(found[0], places.of_span(span))


def _covered(whole: bool, comment: Comment, document: Document) -> tuple[int, int] | None:  # noqa: FBT001 - one caller, above
    if whole:
        first_list = _first_list_line(document)
        return None if comment.line > first_list else (1, len(document.lines) + 1)
    if not comment.own_line:
        return comment.line, comment.line
    below = _line_below(comment.line, document)
    if below is None or _in_flow(comment, document):
        return comment.line, below or comment.line
    return comment.line, _end_of_element(below, document)


def _first_list_line(document: Document) -> int:
    for number in range(1, len(document.lines) + 1):
        text = document.lines.text(number).lstrip()
        if text.startswith("- ") or text == "-":
            return number
    return len(document.lines) + 1


def _line_below(line: int, document: Document) -> int | None:
    """Give the next line that holds more than a comment."""
    for number in range(line + 1, len(document.lines) + 1):
        text = document.lines.text(number).strip()
        if text and not text.startswith("#"):
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
        belongs = _indent(text) > indent or (
            not is_item and _indent(text) == indent and text.lstrip().startswith("- ")
        )
        if not belongs:
            break
        last = number
    return last


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _in_flow(comment: Comment, document: Document) -> bool:
    spans = (document.value_span(path) for path in document.flow_collections())
    return any(span is not None and span.start < comment.span.start < span.end for span in spans)


def _removal(comment: Comment, document: Document, places: Places) -> Fix:
    text, span = document.text, comment.span
    start = span.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    end = span.end
    if comment.own_line:  # the whole line goes, its break as well
        end += len(document.newline) if text.startswith(document.newline, end) else 0
    place = places.of_span(type(span)(start, end))
    return Fix("Remove the ignore", safe=True, edits=(Edit(place, ""),))


def whole_file(name: str) -> Place:
    """Give the place of a file as a whole: its beginning."""
    return Place(name, Position(1, 1), Position(1, 1))
