"""J901: words that stand where an answer should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.rules.base import DocumentRule
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_SHOWN = 40  # cells of a text in a message
_WHOLE = re.compile(
    r"(?:tb[acd]|to ?do|fix ?me|placeholder|x{3,}|\?+|\.{2,}|…+|-{2,}|_+|n\.?/?a\.?|not applicable"
    r"|to be (?:added|confirmed|defined|determined|done|filled|written)|(?:more )?to come"
    r"|(?:insert|your|some) text(?: here)?|lorem ipsum.*)[.!:…]*",
    re.IGNORECASE | re.DOTALL,
)
_START = re.compile(r"(?:TODO|TBD|FIXME|XXX+)\b|[Ll]orem ipsum\b")
# How such texts begin; looking at two letters first is five times as fast as the expressions.
_BEGINNINGS = frozenset(
    ("tb", "to", "fi", "pl", "xx", "n.", "n/", "na", "no", "mo", "in", "yo", "so", "lo")
)
_SIGNS = frozenset("?.…-_")
_NO_TEXT = frozenset({"id", "ref", "link", "url", "src", "format", "event", "contact"})


class Placeholder(DocumentRule):
    """A placeholder where an answer should be.

    What:
        A text is TBD, TODO, ???, xxx, “n/a”, lorem ipsum or the like, or begins with TODO or TBD.

    Why:
        It makes an open question look answered. A key without a value is honest, and the linter
        keeps asking.

    Bad::

        objective: TBD

    Good::

        objective: Find out why two orders in five are abandoned before installation.
    """

    code = "J901"
    name = "placeholder"
    summary = "TBD, TODO, ???, xxx, lorem ipsum, “n/a”: an answer that is none"

    def check(self, document: Document) -> Iterator[Problem]:
        """Yield one problem a text."""
        if not any(_is_placeholder(text) for text in _bare_texts(document.data)):
            return  # most of the time; paths are only made where there is something to say
        for path, text in _texts(document.data, ()):
            if _is_placeholder(text):
                yield Problem(
                    path,
                    f"“{shorten(text.strip(), _SHOWN)}” holds the place of an answer.",
                    help="Write the answer; or delete the text, so that the question stays open; "
                    "or say why there is nothing: {none: why}.",
                )


def _is_placeholder(text: str) -> bool:
    start = text.lstrip()[:2].lower()
    if start not in _BEGINNINGS and start[:1] not in _SIGNS:
        return False
    stripped = text.strip()
    return bool(_WHOLE.fullmatch(stripped) or _START.match(stripped))


def _bare_texts(data: Data) -> Iterator[str]:
    """Give every text of the data, keys left out, in no particular order."""
    todo = [data]
    for node in todo:
        if isinstance(node, dict):
            todo.extend(node.values())
        elif isinstance(node, list):
            todo.extend(node)
        elif node:
            yield node


def _texts(data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_TEXT and not key.startswith("x-"):
                yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, element in enumerate(data):
            yield from _texts(element, (*path, index))
