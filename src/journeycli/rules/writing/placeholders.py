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
# A look at the whole file tells most of the time that there is nothing to look for; looking for
# plain words in it is ten times as fast as one expression for all of them.
_HINTS = (
    "tbd", "tba", "tbc", "todo", "to do", "fixme", "fix me", "placeholder", "xxx", "lorem", "n/a",
    "n.a", "not applicable", "to come", "insert text", "your text", "some text",
    *(f"to be {done}" for done in ("add", "confirm", "defin", "determin", "done", "fill", "writ")),
)  # fmt: skip
_SIGN_HINTS = ("- ?", ": ?", "..", "…", "--", "__", '"?', "'?", ": -", "- -", ": .", ": _")
_SIGNS = re.compile(r"[:-][ \t]+[\"']?[?.…_-]+[!:]*[\"']?[ \t]*(?:[,}\]#]|$)", re.MULTILINE)
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
        lower = document.text.lower()
        signs = any(hint in lower for hint in _SIGN_HINTS) and _SIGNS.search(lower)
        if not signs and not any(hint in lower for hint in _HINTS):
            return
        for path, text in _texts(document.data, ()):
            stripped = text.strip()
            if stripped and (_WHOLE.fullmatch(stripped) or _START.match(stripped)):
                yield Problem(
                    path,
                    f"“{shorten(stripped, _SHOWN)}” holds the place of an answer.",
                    help="Write the answer; or delete the text, so that the question stays open; "
                    "or say why there is nothing: {none: why}.",
                )


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
