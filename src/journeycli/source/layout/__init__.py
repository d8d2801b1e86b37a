"""Laying a document out anew: the same data and the same comments in the one canonical form.

Keys stand in the order of the format. Lists stand two spaces further to the right than their key,
and what is in them two further than the dash. Texts have quotes only where they need them, and long
ones are folded. Prose leaves brackets; ids and figures may stay in them. Every comment and every
group of blank lines stays with what it stands by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.source.document import read_document
from journeycli.source.layout.errors import LayoutError
from journeycli.source.layout.manners import Manners
from journeycli.source.layout.outline import GAP, Outline
from journeycli.source.layout.scalars import is_special
from journeycli.source.layout.writing import Writer
from journeycli.source.limits import Limits
from journeycli.source.tree import span_of_node
from journeycli.text import Quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.source.document import Data, Document
    from journeycli.source.layout.outline import Entry
    from journeycli.source.span import Path

__all__ = ["LayoutError", "lay_out"]

_START = re.compile(r"(?:(?:%|[ \t]*#)[^\r\n]*|[ \t]*|(---[^\r\n]*))(?:\r\n|\r|\n|\Z)")
_FOR_THE_FILE = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-|journey:\s*ignore-file\b)")
_IGNORES_THE_FILE = re.compile(r"#\s*journey:\s*ignore-file\b")


def lay_out(
    document: Document,
    keys: Callable[[Path], Sequence[str]],
    is_statement: Callable[[Path], bool],
    limits: Limits | None = None,
) -> str:
    """Give the text of a document in its canonical layout, with the line breaks that it has.

    Where these are of several kinds, the most frequent one stands for all.
    Where it has aliases, keys stay in their order: what an alias stands for has to come first.

    Args:
        document: A document.
        keys: Gives the keys that the mapping at a path may have, in the order of the format.
        is_statement: Tells whether a statement stands at a path, whose `text` is prose.
        limits: What a file may be at most; those by which the document was read.

    Raises:
        LayoutError: It has faults, is no mapping, has a key on the line of its `---`, or would
            not read the same afterwards.

    """
    if document.faults:
        raise LayoutError("it has errors")
    if not isinstance(document.data, dict) or not document.data:
        raise LayoutError("there are no keys in it")
    if document.text[document.end :].strip() not in ("", "..."):
        raise LayoutError("something stands behind its end")
    head, start = _head(document.text)
    if span_of_node(document.root, document.text).start < start:
        raise LayoutError("what it says begins on the line of its `---`")
    outline = Outline(document, start)
    manners = Manners(keys, is_statement, keeps_order=document.has_aliases)
    entries = outline.children(document.root)
    top = _for_the_file(outline, entries, manners)
    body = Writer(document.text, outline, manners).entries(document.root, 0)
    lines = [*head, *_spaced([*top, *body, *outline.foot]), ""]
    text = "\n".join(lines).replace("\n", _usual_line_break(document.text))
    _check_same(document, read_document(text.encode(), limits or Limits()))
    return text


def _usual_line_break(text: str) -> str:
    """Give the most frequent line break; what editors on Unix write where none prevails."""
    pairs = text.count("\r\n")
    counts = {
        "\n": text.count("\n") - pairs,
        "\r\n": pairs,
        "\r": text.count("\r") - pairs,
    }
    return max(counts, key=counts.__getitem__)


def _head(text: str) -> tuple[list[str], int]:
    """Give the lines up to the sign that a document starts, if any, and where they end."""
    at, lines, sign = 0, list[str](), None
    while (line := _START.match(text, at)) and line.end() > at:
        lines.append(line.group().strip())
        at = line.end()
        if line.group(1) is not None:
            sign = len(lines), at
    return (lines[: sign[0]], sign[1]) if sign else ([], 0)


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    """Put one blank line for a group of them, and none where a text keeps some at its end."""
    last = ""
    for line in lines:
        if line != GAP:
            yield line
        elif last not in ("", GAP):
            yield ""
        last = line


def _for_the_file(outline: Outline, entries: Sequence[Entry], manners: Manners) -> list[str]:
    """Take what is said of the file as a whole out of the comments of its keys.

    That is what a blank line parts from the first key, and what editors and the linter look for at
    the top; keys may change places, and it must not go with them.
    """
    first = outline.remarks(entries[0]).leading
    parted = len(first) - first[::-1].index(GAP) if GAP in first else 0
    while parted < len(first) and _FOR_THE_FILE.match(first[parted]):
        parted += 1
    top = first[:parted]
    del first[:parted]
    if manners.ordered(entries) != list(entries):
        for entry in entries:
            leading = outline.remarks(entry).leading
            top += filter(_IGNORES_THE_FILE.match, leading)
            leading[:] = [line for line in leading if not _IGNORES_THE_FILE.match(line)]
    return top


def _check_same(before: Document, after: Document) -> None:
    """Hold the promise that nothing is lost and nothing reads otherwise.

    Raises:
        LayoutError: Something would.

    """
    if after.faults or not _is_same(before.data, after.data):
        raise LayoutError("what it says would change")
    if sorted(each.text for each in before.comments) != sorted(
        each.text for each in after.comments
    ):
        raise LayoutError("a comment would change")


def _is_same(before: Data, after: Data) -> bool:
    """Compare data; the order of keys does not count, and quotes only where they have a meaning."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(
            _is_same(value, after[key]) for key, value in before.items()
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_same, before, after))
    if isinstance(before, str) and isinstance(after, str):
        alike = isinstance(before, Quoted) == isinstance(after, Quoted)
        return before == after and (alike or not is_special(before))
    return before is None and after is None
