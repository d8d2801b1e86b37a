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
_SIGNS_OF_TEXT: Final = frozenset("„“”‘’‚«»–—…•€°·²³½")
_UNLIKELY: Final = frozenset("ªºﬁﬂˆ˜¸ıƒ")  # letters by Unicode, and in no word of a map
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
    if _is_japanese(raw):
        return _JAPANESE
    return max(("cp1252", "mac-roman"), key=lambda each: _likelihood(raw[:_SAMPLE], each))


def _likelihood(raw: bytes, encoding: str) -> int:
    """Count the letters beyond ASCII that fit the word they stand in, less those that do not."""
    found = 0
    before = " "
    for letter in raw.decode(encoding, "replace"):
        if letter > "\x7f":
            fits = letter in _SIGNS_OF_TEXT or (
                letter.isalpha()
                and letter not in _UNLIKELY
                and not (letter.isupper() and before.islower())
            )
            found += 1 if fits else -1
        before = letter
    return found


def _is_japanese(raw: bytes) -> bool:
    """Tell whether bytes read as Japanese all through, kana among it."""
    try:
        text = raw.decode(_JAPANESE)
    except UnicodeDecodeError:
        return False
    kana = sum("\u3040" <= each <= "\u30ff" for each in text)
    wide = sum(each > "\u2e7f" for each in text)
    return kana > 4 and kana * 4 > wide  # noqa: PLR2004 - a few could be chance
