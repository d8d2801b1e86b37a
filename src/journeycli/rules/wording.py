"""How messages write scores, and whether a sentence speaks of something."""

from __future__ import annotations

import re

from journeycli.text import slug

_ARTICLE = re.compile(r"^(?:the|an?|our)-(?=.)")
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\U0003ffff]")
"""Thai, Lao, Chinese, Japanese and Korean, whose words can stand together."""


def points(score: float) -> str:
    """Write a score as people read it: `+1`, `0`, `−0.5`."""
    rounded = round(score, 2) or 0.0
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"


def speaks_of(text: str, name: str) -> bool:
    """Tell whether a text has a name in it, whatever its case, article or plural.

    Words are compared as wholes, except in scripts that write them without spaces.
    """
    wanted = _ARTICLE.sub("", slug(name))
    if not wanted:
        return False
    words = slug(text)
    if _UNSPACED.search(wanted):
        return wanted in words
    return re.search(rf"(?:^|-){re.escape(wanted)}(?:e?s)?(?:-|$)", words) is not None
