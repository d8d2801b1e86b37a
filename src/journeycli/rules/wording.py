"""How messages write scores, and whether sentences and names speak of the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:the|an?|our) (?=.)")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\U0003ffff]")
"""Thai, Lao, Chinese, Japanese and Korean, whose words can stand together."""


def points(score: float) -> str:
    """Write a score as people read it: `+1`, `0`, `−0.5`."""
    rounded = round(score, 2)
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"


def speaks_of(text: str, name: str) -> bool:
    """Tell whether a text has a name in it, whatever its case, article or plural.

    Words are compared as wholes, except in scripts that write them without spaces.
    """
    wanted = _ARTICLE.sub("", words_of(name))
    if not wanted:
        return False
    words = words_of(text)
    if wanted not in words or _UNSPACED.search(wanted):
        return wanted in words
    return re.search(rf"(?:^| ){re.escape(wanted)}(?:e?s)?(?: |$)", words) is not None


@lru_cache(maxsize=4096)  # every touchpoint is held against every barrier
def words_of(text: str) -> str:
    """Give the words of a text without case, punctuation and apostrophes, one space between."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_WORD.findall(plain.replace("'", "").replace("’", "")))
