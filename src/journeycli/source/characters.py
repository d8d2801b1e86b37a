"""Bytes to text: encoding, byte order marks, and characters that libyaml would misread."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from journeycli.source.edits import TextEdit, TextFix
from journeycli.source.overlimit import MOST_SUSPECTS, too_large
from journeycli.source.repairs import Repair
from journeycli.source.span import Span
from journeycli.source.values import Fault
from journeycli.text import counted

if TYPE_CHECKING:
    from journeycli.source.limits import Limits

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What libyaml refuses; YAML 1.2 calls all else printable (section 5.1)."""

_OTHER_BREAKS = "\x85\u2028\u2029"
"""Line breaks for libyaml (YAML 1.1), ordinary characters for YAML 1.2 and for editors."""

_PRIVATE_USE = range(0xE000, 0xF8FF)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_UTF8 = "Save the file as UTF-8 and check it again."
_MANY_NULS = 4  # so many, and one in so many characters: two bytes a character


class Decoded(NamedTuple):
    """A file's text.

    Attributes:
        text: Without its byte order mark; unreadable bytes are U+FFFD.
        has_bom: Whether a byte order mark stood before it.
        fault: Why the text is not to be read any further, if so.
        encoded: The text's bytes, without the byte order mark.

    """

    text: str
    has_bom: bool
    fault: Fault | None
    encoded: bytes


def decode(raw: bytes, limits: Limits) -> Decoded:
    """Turn the bytes of a file into text."""
    if len(raw) > limits.bytes:
        return Decoded("", False, too_large(limits, Span(0, 0)).fault, b"")  # noqa: FBT003 - a tuple by place
    has_bom = raw.startswith(codecs.BOM_UTF8)
    body = raw[len(codecs.BOM_UTF8) :] if has_bom else raw
    try:
        return Decoded(body.decode("utf-8"), has_bom, None, body)
    except UnicodeDecodeError as error:
        text = body.decode("utf-8", "replace")
        at = len(body[: error.start].decode("utf-8"))
        return Decoded(text, has_bom, _bad_encoding(body, error.start, at), body)


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
        return text, Fault("J008", first, message, help=_SAVE_AS_UTF8)
    if len(found) > MOST_SUSPECTS:
        message = f"The file holds {len(found):,} control characters; it is not a text."
        return text, Fault("J008", first, message, help=_SAVE_AS_UTF8)
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


def mask_other_breaks(text: str) -> tuple[str, dict[int, int]]:
    """Replace what only libyaml takes for line breaks by characters the text does not use.

    Returns:
        The text to parse, of the same length, and the translation back.

    """
    if text.isascii() or not any(each in text for each in _OTHER_BREAKS):
        return text, {}
    unused = (code for code in _PRIVATE_USE if chr(code) not in text)
    masks = dict(zip(map(ord, _OTHER_BREAKS), unused, strict=False))
    return text.translate(masks), {mask: code for code, mask in masks.items()}


def _bad_encoding(raw: bytes, byte_at: int, at: int) -> Fault:
    if raw.startswith(_UTF16_MARKS):
        message = "The file is UTF-16, not UTF-8."
    else:
        byte = raw[byte_at : byte_at + 1]
        message = f"The byte 0x{byte[0]:02X} here is not UTF-8."
        letter = byte.decode("cp1252", "ignore")
        if letter.isprintable() and letter:
            message += f' It would be "{letter}" in Windows-1252.'
    return Fault("J008", Span(at, at + 1), message, help=_SAVE_AS_UTF8)


def _instead(found: re.Match[str]) -> str:
    """Give the letter that Windows-1252 has at a C1 control's place, else a space."""
    code = ord(found.group())
    if 0x80 <= code <= 0x9F:  # noqa: PLR2004 - the C1 controls
        return bytes((code,)).decode("cp1252", "ignore") or " "
    return " "
