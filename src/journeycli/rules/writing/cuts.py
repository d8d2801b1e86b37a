"""J905 and J906: sentences that a sign of YAML cut in two."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Repair, RepairKind
from journeycli.rules.base import DocumentRule, FixSafety
from journeycli.text import Quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_SHOWN = 50  # cells of a text in a message
# A look at the whole file tells most of the time that there is nothing to look for.
_HASH = re.compile(r"[ \t]#\w")
_FLOW = re.compile(r"[\[{][^\[\]{}]*[\]}]")
_COMMA = re.compile(r""",[ \t\n]+[^\s,:{}\[\]"'#]+(?:[ \t]+[^\s,:{}\[\]"'#]+)+\s*[,}\]]""")
_KEY = re.compile(r"[a-z_]+")
_IDS = frozenset({"evidence", "detail", "caused_by", "for", "needed_for", "channel", "event"})


class TextCutByHash(DocumentRule):
    """A text that a `#` cut off.

    What:
        A plain text is followed by ` #` and a letter or digit at once, as in `Ticket #45 is lost`:
        YAML reads `Ticket` and takes the rest for a comment. A comment with a space behind its
        `#` is one.

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
        if (" #" not in text and "\t#" not in text) or not _HASH.search(text):
            return
        for path, comment in document.commented_texts():
            after = document.text[comment.span.start + 1 : comment.span.start + 2]
            if not after.isalnum() or comment.text.startswith("journey"):
                continue
            read = _at(document.data, path)
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
                    safe=after.isdigit(),
                ),
            )


class TextSplitByComma(DocumentRule):
    """A sentence that a comma in braces or brackets broke.

    What:
        In `{trigger: Reads it, sees the example}` the comma begins a new key, which has no value;
        in `[Reads it, sees the example]` it begins a second statement.

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
        if not any(_COMMA.search(found[0]) for found in _FLOW.finditer(document.text)):
            return
        for path in document.flow_collections():
            node = _at(document.data, path)
            if isinstance(node, dict):
                yield from _split_keys(node, path)
            elif isinstance(node, list) and path and path[-1] not in _IDS:
                yield from _split_elements(node, path)


def _split_keys(node: dict[str, Data], path: Path) -> Iterator[Problem]:
    """Yield one problem a sentence, however many commas it has."""
    start, text, pieces = "", "", list[str]()
    for key, value in (*node.items(), ("", "")):
        if value is None and start and not _KEY.fullmatch(key):
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


def _split_elements(node: list[Data], path: Path) -> Iterator[Problem]:
    """Yield one problem a sentence, however many commas it has."""
    pieces: list[str] = []
    for index, (left, right) in enumerate(pairwise((*node, None))):
        if _is_sentence(left) and _is_sentence(right) and str(right)[:1].islower():
            pieces.append(str(right))
            continue
        if pieces:
            yield _split_element(str(node[index - len(pieces)]), pieces, (*path, index))
        pieces = []


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


def _is_sentence(element: Data) -> bool:
    return isinstance(element, str) and not isinstance(element, Quoted) and " " in element


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
