"""J901: words that stand where an answer should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.findings import Problem
from journeycli.rules.base import DocumentRule
from journeycli.rules.writing.prose import kind, may_be_none
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_SHOWN = 40  # cells of a text in a message
_WHOLE = re.compile(
    r"(?:tb[acd]|to[ -]?do|fix ?me|placeholder|x{3,}|\?+|\.{2,}|…+|-{2,}|[–—]+|_+|n/a|n\.a\.?"
    r"|not applicable|to be (?:added|confirmed|defined|determined|done|filled|written)"
    r"|(?:more )?to come|(?:insert|your|some) text(?: here)?|lorem ipsum.*)[.!:…]*",
    re.IGNORECASE | re.DOTALL,
)
_START = re.compile(r"(?:TODO|TBD|FIXME|XXX+)\b|[Ll]orem ipsum\b")
_WORD = re.compile(r"\w+")
_NOTHING = frozenset({"none", "-"})
"""What people write in place of `{none: why}`, where that may stand."""

_EVERYTHING = re.compile(r"todo(?![\w:])", re.IGNORECASE)
_ROMANCE = frozenset((
    "che", "com", "con", "del", "della", "está", "gli", "las", "los", "muy", "não", "para", "pero",
    "por", "que", "sem", "sin", "una", "uma",
))  # fmt: skip
"""Words by which Spanish, Portuguese and Italian are known, in which “todo” is everything."""

_KNOWN_BY = 2  # of these words

# How such texts begin; looking at two letters first is five times as fast as the expressions.
_BEGINNINGS = frozenset(
    ("tb", "to", "fi", "pl", "xx", "n.", "n/", "no", "mo", "in", "yo", "so", "lo")
)
_SIGNS = frozenset("?.…-–—_ \t\n")
_NO_TEXT = frozenset({"id", "ref", "link", "url", "src", "format", "event", "contact"})


class Placeholder(DocumentRule):
    """A placeholder where an answer should be.

    What:
        A text is TBD, TODO, ???, xxx, “n/a”, lorem ipsum or the like, or begins with TODO or TBD;
        or a list that may say `{none: why}` holds the word “none” or a dash.

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
        begun = {text[:2] for text in document.texts}  # there are few, and many texts
        suspicious = {each for each in begun if each[:1] in _SIGNS or each.lower() in _BEGINNINGS}
        if not any(is_placeholder(each) for each in document.texts if each[:2] in suspicious):
            return  # most of the time; paths are only made where there is something to say
        of = kind(document.data)
        for path, text in _texts(document.data, ()):
            answer = may_be_none(of, path) if of is not None and is_placeholder(text) else None
            if is_placeholder(text) and _is_meant(text.strip(), document, answer):
                none = f"; or, if there is nothing, say why: `{answer}: {{none: why}}`"
                yield Problem(
                    path,
                    f"“{shorten(text.strip(), _SHOWN)}” holds the place of an answer.",
                    help="Write the answer; or delete this, so that the question stays open"
                    f"{none if answer else ''}.",
                )


def is_placeholder(text: str) -> bool:
    """Tell whether a text holds the place of an answer."""
    stripped = text.strip()
    return bool(_WHOLE.fullmatch(stripped) or _START.match(stripped) or _is_nothing(stripped))


def _is_nothing(text: str) -> bool:
    return text.rstrip(".").lower() in _NOTHING


def _is_meant(text: str, document: Document, answer: str | None) -> bool:
    """Look twice at words that are honest in another place, or in another language."""
    if _is_nothing(text):
        return answer is not None
    if _EVERYTHING.match(text):
        return len(_ROMANCE.intersection(_WORD.findall(document.text.lower()))) < _KNOWN_BY
    return True


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
