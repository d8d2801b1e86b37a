"""Markdown inside a line: emphasis, code, links and escapes become the text that readers see.

Every step goes over the line once: however long or odd it is, it takes no more than its length.
"""

from __future__ import annotations

import html
import re
import string
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN: Final = {sign: chr(0xFDD0 + at) for at, sign in enumerate(string.punctuation)}
"""Escaped signs wait as noncharacters, of which Unicode has just as many, until the end."""
_SHOWN: Final = {ord(hidden): sign for sign, hidden in _HIDDEN.items()}
_AS_CODE: Final = {ord(hidden): f"\\{sign}" for sign, hidden in _HIDDEN.items()}
_BREAK: Final = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE)
_LINK: Final = re.compile(r"(!?)\[([^\[\]]*)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"()]*\")?\)")
_ADDRESS: Final = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_RUN: Final = re.compile(r"\*+|_+|~~")
_LABEL: Final = re.compile(
    r"(?P<mark>\*\*|__|\*|_)(?=\S)(?P<label>[^*_\n]{1,200}?)(?P<inside>\s*[:：])?(?P=mark)"
    r"(?P<outside>\s*[:：])?(?:\s+(?P<rest>.*)|\s*)",
    re.DOTALL,
)
_PLAIN_LABEL: Final = re.compile(
    r"(?P<label>[^:：\n]{2,40})[:：](?:\s+(?P<rest>.*)|\s*)", re.DOTALL
)


class Labelled(NamedTuple):
    """A line that begins with a label: `**Pain points:** the fee`.

    Attributes:
        label: What the label says, without its colon.
        rest: What stands behind it, as Markdown.

    """

    label: str
    rest: str


def plain(markdown: str) -> str:
    """Give the text that readers see; `<br>` is a line break."""
    return _shown(_without_markup(_hidden(markdown)))


def label_of(markdown: str) -> Labelled | None:
    """Take a label in bold, or in italics with a colon, off the start of a line."""
    text = _hidden(markdown)
    found = _LABEL.fullmatch(text)
    if found is None:
        return None
    alone = len(found["mark"]) > 1 and not found["rest"]
    if not (found["inside"] or found["outside"] or alone):
        return None
    return Labelled(_shown(found["label"]).strip(), (found["rest"] or "").translate(_AS_CODE))


def plain_label_of(markdown: str) -> Labelled | None:
    """Take what stands before the first colon off the start of a line, where it is short."""
    text = _hidden(markdown)
    found = _PLAIN_LABEL.fullmatch(text)
    if found is None or (found["rest"] is None and text.count(":") > 1):
        return None
    return Labelled(_shown(found["label"]).strip(), (found["rest"] or "").translate(_AS_CODE))


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line, and nobody is notified."""
    flat = " ".join(text.split())
    flat = re.sub(r"([\\`*_{}\[\]<>#&|~])", r"\\\1", flat)
    flat = _CALL.sub(rf"\1{_JOINER}", flat)
    return re.sub(r"^([-+=:]|\d{1,9}(?=[.)]))", _escape_start, flat)


def cells(row: str) -> list[str]:
    """Cut a line of a table into its cells, as Markdown."""
    text = _hidden(row).strip()
    text = text.removeprefix("|").removesuffix("|")
    return [cell.strip().translate(_AS_CODE) for cell in text.split("|")]


def _escape_start(match: re.Match[str]) -> str:
    sign = match[1]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _hidden(markdown: str) -> str:
    return _ESCAPED.sub(lambda match: _HIDDEN[match[1]], markdown)


def _shown(text: str) -> str:
    return text.translate(_SHOWN)


def _without_markup(text: str) -> str:
    """Take the markup away outside code; code stays as it is written."""
    return "".join(
        piece.translate(_AS_CODE).translate(_HIDDEN_CODE) if is_code else _text(piece)
        for is_code, piece in _by_code(text)
    )


_JOINER: Final = "\u2060"  # without width; a mention or an issue number does not run through it
_CALL: Final = re.compile(r"(?<!\w)(@|\\#)(?=\w)")
_JOINED: Final = re.compile(rf"([@#{_HIDDEN['#']}]){_JOINER}(?=\w)")
_HIDDEN_CODE: Final = {ord(sign): hidden for sign, hidden in _HIDDEN.items()}


def _by_code(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a text into code and what stands around it."""
    runs = [(run.start(), run.end()) for run in re.finditer("`+", text)]
    ahead: dict[int, list[int]] = defaultdict(list)
    for number in range(len(runs) - 1, -1, -1):
        ahead[runs[number][1] - runs[number][0]].append(number)
    at = number = 0
    while number < len(runs):
        start, end = runs[number]
        same = ahead[end - start]
        while same and same[-1] <= number:
            same.pop()
        if not same:
            number += 1
            continue
        closing = runs[same[-1]]
        yield False, text[at:start]
        code = text[end : closing[0]]
        yield True, code.strip() or code
        at, number = closing[1], same[-1] + 1
    yield False, text[at:]


def _text(text: str) -> str:
    text = _BREAK.sub("\n", text)
    text = _LINK.sub(_link, text)
    text = _ADDRESS.sub(r"\1", text)
    text = _TAG.sub("", text)
    return _JOINED.sub(r"\1", html.unescape(_without_emphasis(text)))


def _link(match: re.Match[str]) -> str:
    said, address = match[2].strip(), match[3]
    is_web = address.startswith(("http://", "https://")) and not match[1]
    return f"{said} ({address})" if is_web and said and address not in said else said or address


def _without_emphasis(text: str) -> str:
    """Take away the signs that open and close emphasis; all others are signs of the text."""
    opened: dict[str, list[tuple[int, int]]] = defaultdict(list)
    gone: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if run[0][0] == "_" and before.isalnum() and after.isalnum():
            continue
        waiting = opened[run[0]]
        if closes and waiting:
            gone += [waiting.pop(), run.span()]
        elif opens:
            waiting.append(run.span())
    pieces, at = [], 0
    for start, end in sorted(gone):
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:]))
