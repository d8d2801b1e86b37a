"""Bytes to text: encoding, byte order marks, and characters that libyaml would misread."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.source.overlimit import too_large
from journeycli.source.span import Span
from journeycli.source.values import Fault

if TYPE_CHECKING:
    from journeycli.source.limits import Limits

_OTHER_BREAKS = "\x85\u2028\u2029"
"""Line breaks for libyaml (YAML 1.1), ordinary characters for YAML 1.2 and for editors."""

_PRIVATE_USE = range(0xE000, 0xF8FF)
_ZEROS: Final = 8  # bytes for a zero byte at the most: no other text has as many
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS_UTF8 = "Save the file as UTF-8 and check it again."


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


def starts_oddly(text: str) -> bool:
    """Tell whether a byte order mark is left at the start, or a no-break space starts a line."""
    if text.isascii():
        return False
    at = text.find("\xa0")
    while at >= 0:
        if text[at - 1 : at] in ("", "\n", "\r"):
            return True
        at = text.find("\xa0", at + 1)
    return text.startswith("\ufeff")


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
    elif raw.count(b"\0") * _ZEROS > len(raw):
        message = "The text has many zero bytes, as UTF-16 has, which is not UTF-8."
    else:
        byte = raw[byte_at : byte_at + 1]
        message = f"The byte 0x{byte[0]:02X} here is not UTF-8."
        letter = byte.decode("cp1252", "ignore")
        if letter.isprintable() and letter:
            message += f" It would be “{letter}” in Windows-1252."
    return Fault("J008", Span(at, at + 1), message, help=SAVE_AS_UTF8)
