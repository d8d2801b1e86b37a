"""From the bytes of a text file to its text, in whatever encoding a spreadsheet wrote it."""

from __future__ import annotations

from typing import Final, NamedTuple

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE: Final = 4000
# What letters of European languages are in Mac OS Roman, and control-like or rare in cp1252:
# ä ö ü ß é è à ç ñ Ä Ö Ü, and curly quotes, dash and bullet.
_MAC_LETTERS: Final = frozenset(b"\x80\x85\x86\x8a\x8d\x8e\x8f\x96\x9a\x9f\x88\x90\x87")
_WINDOWS_LETTERS: Final = frozenset(range(0xC0, 0x100)) | frozenset(b"\x91\x92\x93\x94\x80\x95\x96")
_JAPANESE: Final = "cp932"


class Decoded(NamedTuple):
    """A text, and how it was read.

    Attributes:
        text: The text, without a byte order mark.
        encoding: The encoding that it was read in.
        guessed: Whether that is a guess: no mark and no UTF-8 says so.

    """

    text: str
    encoding: str
    guessed: bool


def decode(raw: bytes) -> Decoded:
    """Read bytes as text; it never fails, and says where it had to guess."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return Decoded(raw[len(mark) :].decode(encoding, "replace"), encoding, guessed=False)
    if encoding_ := _wide(raw[:_SAMPLE]):
        return Decoded(raw.decode(encoding_, "replace"), encoding_, guessed=True)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        encoding_ = _narrow(raw)
        return Decoded(raw.decode(encoding_, "replace"), encoding_, guessed=True)


def _wide(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark by the nought in every other byte."""
    if len(sample) < 4:  # noqa: PLR2004 - two letters
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _narrow(raw: bytes) -> str:
    """Choose between Windows' and the Mac's encodings by the letters that they would give."""
    high = [byte for byte in raw[:_SAMPLE] if byte >= 0x80]  # noqa: PLR2004 - beyond ASCII
    if _is_japanese(raw):
        return _JAPANESE
    mac = sum(byte in _MAC_LETTERS for byte in high)
    windows = sum(byte in _WINDOWS_LETTERS for byte in high)
    return "mac-roman" if mac > windows else "cp1252"


def _is_japanese(raw: bytes) -> bool:
    """Tell whether bytes read as Japanese all through, kana among it."""
    try:
        text = raw.decode(_JAPANESE)
    except UnicodeDecodeError:
        return False
    kana = sum("\u3040" <= each <= "\u30ff" for each in text)
    wide = sum(each > "\u2e7f" for each in text)
    return kana > 4 and kana * 4 > wide  # noqa: PLR2004 - a few could be chance
