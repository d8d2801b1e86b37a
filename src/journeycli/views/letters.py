"""Letters as readers count them, and which of them are pictures."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINER: Final = "\u200d"
_AS_PICTURE: Final = "\ufe0f"  # asks for the coloured form of the sign before it
_KEYCAP: Final = "\u20e3"
_FLAG: Final = range(0x1F1E6, 0x1F200)
_SKIN: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)  # spell a region after the black flag
_BLACK_FLAG: Final = "\U0001f3f4"
_WRITING: Final = range(0x2E80, 0xD800)  # the signs of Chinese, Japanese and Korean
_SEQUENCES: Final = re.compile(
    f"[{JOINER}{_AS_PICTURE}{_KEYCAP}\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)


def clusters(word: str) -> Iterator[str]:
    """Give what readers take for one letter: a base with its marks, an emoji sequence, a flag."""
    cluster = ""
    for character in word:
        if cluster and not _belongs(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def has_sequences(text: str) -> bool:
    """Tell whether several code points of a text may be one picture."""
    return not text.isascii() and _SEQUENCES.search(text) is not None


def is_picture(cluster: str) -> bool:
    """Tell whether a letter is drawn as a coloured picture: emoji, flags, keycaps.

    A heart or a digit is one with the sign that asks for it (`❤️`, `1️⃣`); without, it is a letter.
    """
    base = ord(cluster[0])
    if _AS_PICTURE in cluster or _KEYCAP in cluster or base in _FLAG or base in _SKIN:
        return True
    wide = unicodedata.east_asian_width(cluster[0]) == "W"
    return wide and base not in _WRITING and unicodedata.category(cluster[0]) == "So"


def is_regional_flag(cluster: str) -> bool:
    """Tell whether a letter is a flag of a region (England's), spelled by invisible tags."""
    tags = cluster[1:]
    return cluster[0] == _BLACK_FLAG and bool(tags) and all(ord(tag) in _TAGS for tag in tags)


def _belongs(cluster: str, character: str) -> bool:
    code = ord(character)
    if character == JOINER or cluster.endswith(JOINER) or code in _SKIN:
        return True
    if code in _FLAG and len(cluster) == 1 and ord(cluster) in _FLAG:
        return True
    if code in _TAGS:
        return cluster.startswith(_BLACK_FLAG)
    return unicodedata.category(character) in ("Mn", "Me", "Mc")
