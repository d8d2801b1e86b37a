"""What a reader is told where reading could not go on: the place, what was expected, the cause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.events import MappingStartEvent

from journeycli.source.aliases import is_closed
from journeycli.source.lines import line_of, rest_of_line
from journeycli.source.span import Span
from journeycli.source.values import Fault
from journeycli.text import counted, listed

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from journeycli.source.loading import Loading

_CAUSES = (
    (
        "mapping values are not allowed",
        "A key cannot stand here: the line above it is a text that goes on.",
        "Indent the key like the keys it belongs to, or put the text above in quotes.",
    ),
    (
        "could not find expected ':'",
        'Expected a key with a colon ("key: …") on this line.',
        "If it goes on with the text above, indent it deeper than the key of that text.",
    ),
    (
        "did not find expected ',' or",
        "Expected a comma or the closing bracket here.",
        "A text with commas, colons or brackets needs quotes inside […] and {…}.",
    ),
    (
        "found unexpected end of stream",
        "Nothing closes the quote that starts here.",
        "Close it where the text ends, or put the whole text in the other kind of quotes.",
    ),
    (
        "did not find expected <document start>",
        "Expected the end of the file here: what stands above is complete.",
        "The first line decides: every key of the file has to start in the column of the first.",
    ),
    (
        "found character that cannot start",
        "No key and no text can start with this character.",
        "Put the text in quotes.",
    ),
    (
        "block sequence entries are not allowed",
        "A list item cannot stand here.",
        "A list starts on the line below its key, one dash a line.",
    ),
)
_FALLBACK_HELP = (
    "The usual causes: an indent that differs from the lines around it, a quote or bracket that "
    "is not closed, a text that needs quotes."
)
_DIRECTIVE = (
    "A line that starts with % is an instruction to YAML, and a map has none.",
    "Indent the line if it belongs to a text, or put the text in quotes.",
)

_MARKERS = tuple(re.compile(f"^{sign}{{7,}}(?= |\\r?$)", re.MULTILINE) for sign in "<=>")
"""How git marks a conflict of a merge: where it begins, parts and ends."""
_UNDECIDED = (
    "Git left a conflict here: two versions of these lines are waiting for a decision.",
    "Write what holds in place of everything from <<<<<<< to >>>>>>>, these two lines included.",
)

_TAB = (
    "A tab indents this line; YAML takes spaces only.",
    "How deep the line belongs cannot be told from the tab: indent it with spaces.",
)


def explain(error: MarkedYAMLError, loading: Loading) -> Fault:
    """Say what libyaml expected where it refused the text, in the reader's words."""
    text, problem, context = loading.text, error.problem or "", error.context or ""
    if (conflict := _conflict(text)) is not None:
        message, help_ = _UNDECIDED
        return Fault("J001", rest_of_line(text, conflict), message, help=help_)
    at = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    start = min(error.context_mark.index if error.context_mark else at, len(text))
    related: tuple[tuple[Span, str], ...] = ()
    if at >= len(text) or "simple key" in context or "directive" in context:
        at = start
    elif "flow" in context:
        related = ((Span(start, start + 1), "It opens here."),)
    message, help_ = _DIRECTIVE if "directive" in context else _words(problem, at, loading)
    if problem.startswith("mapping values"):
        at = line_of(text, at).start
    span = Span(at, at + 1) if text[at : at + 1] == "\t" else rest_of_line(text, at)
    return Fault("J001", span, message, help=help_, related=related)


def _conflict(text: str) -> int | None:
    """Find where a conflict begins that a merge left to be decided; all three marks are there."""
    first, at = None, 0
    for marker in _MARKERS:
        found = marker.search(text, at)
        if found is None:
            return None
        first, at = found.start() if first is None else first, found.end()
    return first


def _words(problem: str, at: int, loading: Loading) -> tuple[str, str]:
    text = loading.text
    if text[at : at + 1] == "\t":
        return _TAB
    for prefix, message, help_ in _CAUSES:
        if problem.startswith(prefix):
            return message, help_
    column = at - line_of(text, at).start
    if problem.startswith("did not find expected") and not text[at - column : at].strip():
        return _indent(column, loading.tree)
    return f"YAML cannot be read on from here: {problem}.", _FALLBACK_HELP


def _indent(column: int, tree: list[Any]) -> tuple[str, str]:
    """Compare the indent of a line with those of the lists and mappings around it."""
    kinds: dict[int, str] = {}
    node = tree[-1] if tree else None
    while isinstance(node, list):
        start = node[0]
        mapping = isinstance(start, MappingStartEvent)
        kinds[start.start_mark.column] = "a key" if mapping else "a list item (a dash)"
        node = node[-2] if is_closed(node) else node[-1]
    if column in kinds:
        return (
            f"Expected {kinds[column]} here, like the lines above at this indent.",
            "Indent the line to where it belongs.",
        )
    columns = listed([str(each) for each in sorted(kinds)], "or")
    return (
        f"The indent of this line, {counted(column, 'space')}, fits nothing above it.",
        f"Lines above are indented by {columns} spaces; use the indent of what it belongs to.",
    )
