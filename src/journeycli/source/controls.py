"""Characters that libyaml refuses, and byte order marks where none belongs."""

from __future__ import annotations

import re

from journeycli.source.characters import SAVE_AS_UTF8
from journeycli.source.edits import TextEdit, TextFix
from journeycli.source.overlimit import MOST_SUSPECTS
from journeycli.source.repairs import Repair
from journeycli.source.span import Span
from journeycli.source.values import Fault
from journeycli.text import counted

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What libyaml refuses; YAML 1.2 calls all else printable (section 5.1)."""

_MANY_NULS = 4  # so many, and one in so many characters: two bytes a character


def replace_refused(text: str) -> tuple[str, Fault]:
    """Replace control characters, each by one other; say so, with the fix that does the same.

    Where so many zero bytes stand that the encoding is wrong, there is no fix.
    """
    found = list(_REFUSED.finditer(text))
    if not found:
        return text, Fault("J001", Span(0, 0), "The text holds characters that YAML refuses.")
    first = Span(*found[0].span())
    nuls = text.count("\0")
    if nuls >= _MANY_NULS and nuls * _MANY_NULS > len(text):
        message = "The text has a zero byte beside most characters, as UTF-16 has."
        return text, Fault("J008", first, message, help=SAVE_AS_UTF8)
    if len(found) > MOST_SUSPECTS:
        message = f"The file holds {len(found):,} control characters; it is not a text."
        return text, Fault("J008", first, message, help=SAVE_AS_UTF8)
    message = f"The control character U+{ord(text[first.start]):04X} stands here."
    if len(found) > 1:
        message += f" {counted(len(found) - 1, 'more stands', 'more stand')} further down."
    edits = tuple(TextEdit(Span(*each.span()), _instead(each)) for each in found)
    fix = TextFix("Replace control characters", safe=True, edits=edits)
    help_ = "It came in with pasted text, most likely. YAML takes no control characters."
    return _REFUSED.sub(_instead, text), Fault("J001", first, message, help=help_, fix=fix)


def repeated_byte_order_marks(text: str) -> Repair | None:
    """Take away byte order marks that stand behind the first."""
    span = Span(0, len(text) - len(text.lstrip("\ufeff")))
    if span.end == 0:
        return None
    return Repair(
        span=span,
        edits=(TextEdit(span, ""),),
        message="A second byte order mark starts the text.",
        title="Delete it",
        help="Files that were joined or converted twice have it.",
    )


def _instead(found: re.Match[str]) -> str:
    """Give the letter that Windows-1252 has at a C1 control's place, else a space."""
    code = ord(found.group())
    if 0x80 <= code <= 0x9F:  # noqa: PLR2004 - the C1 controls
        return bytes((code,)).decode("cp1252", "ignore") or " "
    return " "
