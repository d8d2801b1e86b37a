"""J905 and J906: sentences that a sign of YAML cut in two."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Repair, RepairKind
from journeycli.rules.base import DocumentRule, FixSafety
from journeycli.rules.writing.prose import is_key, kind, takes_statements, takes_text, takes_words
from journeycli.text import Quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model.formats import Kind
    from journeycli.source.document import Comment, Data, Document
    from journeycli.source.span import Path

_SHOWN = 50  # cells of a text in a message
_SENTENCE_END = (".", "!", "?", "…", ";", ":", ")")
_REMARKS = frozenset((
    "add", "added", "ask", "because", "check", "checked", "comment", "done", "draft", "eg",
    "example", "fixme", "from", "hack", "ie", "maybe", "nb", "needs", "new", "no", "not", "note",
    "ok", "old", "really", "remove", "removed", "review", "see", "should", "source", "still",
    "tbc", "tbd", "temp", "test", "that", "this", "todo", "unsure", "verify", "was", "were", "why",
    "wip", "xxx", "yes",
))  # fmt: skip
"""How a remark begins whose writer left out the space behind the `#`."""

_GOES_ON = frozenset((
    "also", "although", "and", "as", "because", "but", "even", "except", "for", "if", "nor", "not",
    "only", "or", "rather", "since", "so", "than", "that", "then", "though", "unless", "until",
    "when", "where", "which", "while", "who", "whose", "with", "without", "yet",
))  # fmt: skip
"""Words with which a sentence goes on behind a comma."""

_HANGS = (" and", " or", " but", " with", " than", " because", " that", " of", " to", " the", " a")
"""How no statement ends: what follows the comma belongs to it."""

_ENOUGH = 3  # words; two or fewer behind a comma may well be a short statement


class TextCutByHash(DocumentRule):
    """A text that a `#` cut off.

    What:
        In a text without quotes, one space and a `#` are followed by a letter or digit at once, as
        in `Ticket #45 is lost`: YAML reads `Ticket` and takes the rest for a comment. A comment
        has a space behind its `#`, or two and more in front of it; one that begins like a remark
        (`#todo`, `#see`) or follows a whole sentence is taken for one as well.

    Why:
        The rest of the sentence is gone from every picture and every check, without a word.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - Ticket #45 is still open

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - "Ticket #45 is still open"
    """

    code = "J905"
    name = "text-cut-by-hash"
    summary = "a plain text that a `#` cut off"
    fix = FixSafety.BOTH

    def check(self, document: Document) -> Iterator[Problem]:
        """Yield one problem a text."""
        text = document.text
        of = kind(document.data) if _may_be_cut(text) else None
        if of is None:
            return
        for path, comment in document.commented_texts():
            read = _at(document.data, path)
            if not _is_cut(read, comment, text) or not takes_text(of, path, read):
                continue
            begins = f"“{shorten(read, _SHOWN)}”" if isinstance(read, str) else "nothing"
            yield Problem(
                path,
                f"The # cuts this text off: YAML reads {begins} and drops "
                f"“{shorten('#' + comment.text, _SHOWN)}”.",
                help="Put the whole text in quotes; a comment has a space behind its #.",
                repair=Repair(
                    RepairKind.QUOTE_WITH_COMMENT,
                    path,
                    "",
                    "Put the whole text in quotes",
                    safe=comment.text[0].isdigit(),
                ),
            )


class TextSplitByComma(DocumentRule):
    """A sentence that a comma in braces or brackets broke.

    What:
        In `{trigger: Reads it, sees the example}` the comma begins a new key, which has no value;
        in `[Reads it, sees the example]` it begins a second statement. In brackets, words that
        begin with a small letter behind a statement that begins with a capital are taken for the
        rest of it; one or two words are taken so only where other statements of the list begin
        with capitals, or where they begin with a word such as “and”. A statement that ends with
        such a word goes on behind the comma. Lists of ids and names are left alone.

    Why:
        Half of the sentence is lost, or stands alone where it means nothing.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - {feeling: wary, score: -1, trigger: Reads the price, sees the fee}

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - {feeling: wary, score: -1, trigger: "Reads the price, sees the fee"}
    """

    code = "J906"
    name = "text-split-by-comma"
    summary = "a sentence that a comma in `{…}` or `[…]` broke"
    fix = FixSafety.BOTH

    def check(self, document: Document) -> Iterator[Problem]:
        """Yield one problem a break."""
        of = kind(document.data) if any(map(_may_be_split, document.collections)) else None
        if of is None:
            return
        for path, node in _suspects(document.data):
            if document.style(path) != "flow" or document.alias_of(path):
                continue
            if isinstance(node, dict):
                yield from _split_keys(node, path, of)
            elif takes_words(of, path):
                yield from _split_elements(node, path, sentences=takes_statements(of, path))


def _may_be_cut(text: str) -> bool:
    """Tell by a look at the whole file whether there is anything to look for; most have nothing."""
    return any(piece[:1].isalnum() for piece in text.split(" #")[1:])


def _suspects(data: Data) -> Iterator[tuple[Path, dict[str, Data] | list[Data]]]:
    """Give what may be split with its path, parents first; aliases as often as they are named."""
    todo: list[tuple[Path, Data]] = [((), data)]
    for path, node in todo:
        if isinstance(node, dict | list):
            if _may_be_split(node):
                yield path, node
            steps: Iterable[tuple[str | int, Data]]
            steps = node.items() if isinstance(node, dict) else enumerate(node)
            todo += [
                ((*path, step), child) for step, child in steps if isinstance(child, dict | list)
            ]


def _may_be_split(node: dict[str, Data] | list[Data]) -> bool:
    """Tell by a quick look whether a comma can have left its mark here."""
    if isinstance(node, dict):
        return None in node.values()
    later = node[1:]
    return bool(later) and any(
        isinstance(each, str) and " " in each and (each[0].islower() or each.endswith(_HANGS))
        for each in node
    )


def _is_cut(read: Data, comment: Comment, text: str) -> bool:
    """Tell whether a comment is the rest of the text in front of it."""
    start = comment.span.start
    first = text[start + 1 : start + 2]
    if text[start - 1] != " " or text[start - 2 : start - 1].isspace() or not first.isalnum():
        return False
    if first.isdigit():
        return True
    remark = re.split(r"[^\w]", comment.text, maxsplit=1)[0].casefold()
    is_whole = not isinstance(read, str) or read.endswith(_SENTENCE_END)
    return not is_whole and remark not in _REMARKS and remark != "journey"


def _split_keys(node: dict[str, Data], path: Path, of: Kind) -> Iterator[Problem]:
    """Yield one problem a sentence, however many commas it has."""
    start, text, pieces = "", "", list[str]()
    for key, value in (*node.items(), ("", "")):
        if value is None and start and not is_key(of, (*path, key)):
            pieces.append(key)
            continue
        if pieces:
            yield _split_key(start, text, pieces, path)
        pieces = []
        plain = isinstance(value, str) and not isinstance(value, Quoted)
        start, text = (key, str(value)) if plain else ("", "")


def _split_key(start: str, text: str, pieces: list[str], path: Path) -> Problem:
    made = " and ".join(f"“{shorten(each, _SHOWN)}”" for each in pieces)
    what = "a key without a value" if len(pieces) == 1 else "keys without a value"
    return Problem(
        (*path, start),
        f"The comma ends “{shorten(text, _SHOWN)}”, and makes {made} {what}.",
        help="Put the whole sentence in quotes.",
        repair=Repair(
            RepairKind.JOIN,
            (*path, start),
            "",
            "Put the whole sentence in quotes",
            until=(*path, pieces[-1]),
        ),
    )


def _split_elements(node: list[Data], path: Path, *, sentences: bool) -> Iterator[Problem]:
    """Yield one problem a sentence, however many commas it has.

    Args:
        node: The list.
        path: Where it stands.
        sentences: Whether it holds whole sentences, and not words such as values.

    """
    capitals = sum(isinstance(each, str) and each[:1].isupper() for each in node)
    pieces: list[str] = []
    for index, (left, right) in enumerate(pairwise((*node, None))):
        begun = bool(pieces) or (_is_plain(left) and str(left)[:1].isupper())
        rest = sentences and begun and _goes_on(str(right), among_capitals=capitals > 1)
        hangs = _is_plain(left) and str(left).endswith(_HANGS)
        if _is_plain(right) and (rest or hangs):
            pieces.append(str(right))
            continue
        if pieces:
            yield _split_element(str(node[index - len(pieces)]), pieces, (*path, index))
        pieces = []


def _goes_on(text: str, *, among_capitals: bool) -> bool:
    """Tell whether a text reads like the rest of a sentence, and not like a short statement."""
    words = text.split()
    if not text[:1].islower() or len(words) == 1:
        return False
    return among_capitals or len(words) >= _ENOUGH or words[0] in _GOES_ON


def _split_element(start: str, pieces: list[str], last: Path) -> Problem:
    made = " and ".join(f"“{shorten(each, _SHOWN)}”" for each in pieces)
    one = len(pieces) == 1
    statements = "a statement of its own" if one else "statements of their own"
    read = "it reads" if one else "they read"
    *parent, index = last
    first = int(index) - len(pieces)
    return Problem(
        (*parent, first + 1),
        f"The comma makes {made} {statements}; {read} like the end of “{shorten(start, _SHOWN)}”.",
        help="Put the whole sentence in quotes; or write one statement a line, each behind a "
        "hyphen.",
        repair=Repair(
            RepairKind.JOIN,
            (*parent, first),
            "",
            "Put the whole sentence in quotes",
            safe=False,
            until=last,
        ),
    )


def _is_plain(element: Data) -> bool:
    return isinstance(element, str) and not isinstance(element, Quoted)


def _at(data: Data, path: Path) -> Data:
    node = data
    for step in path:
        if isinstance(node, dict) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node
