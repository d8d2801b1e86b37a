"""Where libyaml refuses a text: which sentence, space or bracket it stumbled over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from yaml.events import SequenceStartEvent

from journeycli.source.edits import TextEdit
from journeycli.source.entries import entry_at, sentence_at
from journeycli.source.escapes import escape_repair
from journeycli.source.flow import is_in_braces, is_in_brackets, item_repair, unclosed_repair
from journeycli.source.lines import line_of, next_line
from journeycli.source.repairs import Repair, quote_sentence, starred_list
from journeycli.source.span import Span
from journeycli.source.tree import is_mapping, last_leaf, open_branches

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from journeycli.source.loading import Loading

_AT_ITS_START = frozenset(
    (
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a tag",
        "while parsing a tag",
        "while parsing a node",
        "while scanning a block scalar",
        "while scanning a plain scalar",
        "while scanning a quoted scalar",
        "while parsing a quoted scalar",
    )
)
_CANNOT_START = (
    "found character that cannot start",
    "did not find expected node content",
    "mapping keys are not allowed",
)
_NO_SPACE_AFTER_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*[a-z_$][\w$-]*:(\xa0*)(?=[^\s/])")
_NO_SPACE_AFTER_DASH = re.compile(r"[ \t]*-(\xa0*)(?=[^\s-])")
_WORD = re.compile(r"[ \t]*[\w$-]+[ \t]*\Z")
_COLON = re.compile(r":(?=[ \t]|\Z)")
_LIST_ITEM = re.compile(r"([ \t]*)-[ \t]")


def repair_of(error: MarkedYAMLError, loading: Loading) -> Repair | None:
    """Find what a reader would put right where libyaml refused the text; None if that is unclear.

    The repair's spans are those of the text that libyaml was given.
    """
    text, problem = loading.text, error.problem or ""
    mark = _index(error.problem_mark, text)
    at_start = error.context in _AT_ITS_START
    origin = _index(error.context_mark, text) if at_start else mark
    if error.context == "while parsing a quoted scalar" and (done := escape_repair(text, origin)):
        return done
    branches = list(open_branches(loading.tree))
    leaf = last_leaf(loading.tree)
    if any(each[0].flow_style for each in branches):
        return _in_flow(text, origin, at_start or problem.startswith(_CANNOT_START), branches, leaf)
    if problem.startswith("mapping values are not allowed"):
        return _colon(text, mark, leaf)
    if problem.startswith("could not find expected ':'"):
        return _missing_space(text, _index(error.context_mark, text), branches)
    if problem.startswith("block sequence entries are not allowed"):
        return _list_on_key_line(text, mark)
    if problem.startswith(("did not find expected key", "did not find expected '-'")):
        return _trailing(text, mark, leaf)
    if at_start or problem.startswith(_CANNOT_START):
        return _sentence(text, origin, branches)
    return None


def _index(mark: Any, text: str) -> int:
    return min(mark.index, len(text)) if mark is not None else len(text)


def _in_flow(
    text: str,
    origin: int,
    is_item: bool,  # noqa: FBT001 - one caller, above
    branches: list[list[Any]],
    leaf: Span | None,
) -> Repair | None:
    opening = next(each[0] for each in branches if each[0].flow_style).start_mark.index
    bracket = text[origin : origin + 1] in ("[", "{")  # inside an item, such as `agent[s`
    if not bracket and (done := unclosed_repair(text, opening)):
        return done
    if not is_item:
        if leaf is None or leaf.start < opening:
            return None
        if leaf.start < line_of(text, origin).start and text[leaf.start] not in "\"'":
            return None
        origin = leaf.start
    return item_repair(text, origin, in_mapping=is_mapping(branches[-1]))


def _sentence(text: str, origin: int, branches: list[list[Any]]) -> Repair | None:
    entry = entry_at(text, origin)
    start, end = entry.value
    if not start <= origin < end:
        return None
    if is_in_brackets(text, entry.value, origin):
        return item_repair(text, origin, in_mapping=is_in_braces(text, start, origin))
    sentence = sentence_at(text, origin)
    if done := starred_list(text, sentence):
        return done
    colon = _COLON.search(text, start, end)
    if colon and not entry.dash and entry.key is None and _is_key_place(text, start, branches):
        return quote_sentence(text, Span(start, colon.start()))
    return quote_sentence(text, sentence)


def _is_key_place(text: str, start: int, branches: list[list[Any]]) -> bool:
    """Tell whether a mapping is open at a column, or goes on there on the next line."""
    column = start - line_of(text, start).start
    if branches and is_mapping(branches[-1]):
        return bool(branches[-1][0].start_mark.column == column)
    below = entry_at(text, next_line(text, start))
    return not below.dash and below.key is not None and below.owner == column


def _colon(text: str, mark: int, leaf: Span | None) -> Repair | None:
    """Mend a second colon: in a sentence behind a key, or because the first has no space."""
    if leaf is None:
        return None
    line = line_of(text, mark)
    if leaf.start < line.start:
        if done := _insert_space(text, _NO_SPACE_AFTER_KEY, line_of(text, leaf.start).start):
            return done
        if _WORD.match(text, line.start, mark):
            return _key_or_sentence(text, leaf, mark)
    span = sentence_at(text, leaf.start)
    return quote_sentence(text, span) if span.start <= leaf.start <= mark < span.end else None


def _key_or_sentence(text: str, leaf: Span, mark: int) -> Repair | None:
    """Read on where a list item's second line has a key: it may be one, or go on with the text."""
    entry = entry_at(text, leaf.start)
    below = line_of(text, mark).start == next_line(text, entry.value.end)
    if not entry.dash or entry.key is not None or entry.value.start != leaf.start or not below:
        return None  # a key that is indented wrongly
    return replace(
        quote_sentence(text, Span(leaf.start, sentence_at(text, mark).end), safe=False),
        message="A key cannot stand here: the line above it is a text that goes on.",
        help="If it is one sentence, put it in quotes; if this is a key, give the text above a key "
        "too, such as `text:`.",
    )


def _missing_space(text: str, at: int, branches: list[list[Any]]) -> Repair | None:
    line = line_of(text, at)
    if done := _insert_space(text, _NO_SPACE_AFTER_KEY, line.start):
        return done
    in_list = branches and isinstance(branches[-1][0], SequenceStartEvent)
    return _insert_space(text, _NO_SPACE_AFTER_DASH, line.start) if in_list else None


def _insert_space(text: str, pattern: re.Pattern[str], line_start: int) -> Repair | None:
    found = pattern.match(text, line_start)
    if found is None:
        return None
    sign = "colon" if ":" in found.group() else "dash"
    return Repair(
        span=Span(found.start(1) - 1, found.end(1)),
        edits=(TextEdit(Span(*found.span(1)), " "),),
        message=f"This {sign} needs a space after it.",
        title=f"Put a space after the {sign}",
    )


def _list_on_key_line(text: str, mark: int) -> Repair | None:
    """Mend `key: - text`: a list that starts too early, or a sentence with a dash."""
    entry = entry_at(text, mark)
    if entry.value.start != mark or entry.key is None:
        return None
    line = line_of(text, mark)
    below = _LIST_ITEM.match(text, next_line(text, mark))
    if below is None or len(below.group(1)) < entry.owner:
        return quote_sentence(text, sentence_at(text, mark), safe=False)
    gap = Span(text.index(":", entry.key.end) + 1, mark)
    line_break = "\r\n" if text.startswith("\r\n", line.end) else "\n"
    return Repair(
        span=entry.value,
        edits=(TextEdit(gap, line_break + below.group(1)),),
        message="A list starts on the line below its key.",
        title="Start the list on its own line",
    )


def _trailing(text: str, mark: int, leaf: Span | None) -> Repair | None:
    """Quote a sentence whose start already was a whole value: `"Yes" she said`."""
    line = line_of(text, mark)
    if leaf is None or leaf.end > mark or not text[line.start : mark].strip():
        return None
    if leaf.end < line.start or (leaf.start < line.start and text[leaf.start] not in "\"'"):
        return None
    span = sentence_at(text, leaf.start)
    return quote_sentence(text, span) if span.start <= leaf.start < span.end else None
