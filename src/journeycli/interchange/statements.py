"""Several statements in one cell: lines, bullets, semicolons; and back into a cell."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BULLET: Final = "•"
_BULLETS: Final = r"[•◦‣▪▫■□●○◆◇►▶➤➢✓✔✗✘☐☑→⇒·∙⁃]|★(?!\s*$)"
_RATING: Final = "[★☆⭐✩✭●○■□◆◇]"  # behind one of its kind, a sign is part of a rating: ★★★☆☆
_INLINE: Final = r"[•◦‣▪■●◆►▶➤✓✔]"  # signs that stand between statements of one line
_BULLETED: Final = re.compile(
    rf"\s*(?:(?:{_BULLETS})\ufe0f?(?!{_RATING})|[-–—*](?=\s)|\(?\d{{1,2}}[.)](?=\s)|[a-z][.)](?=\s))\s*"
)
_OWN: Final = re.compile(rf"{BULLET} ?")
_BETWEEN: Final = re.compile(r",(?!\d)|\s/\s|(?<=\w)/(?=[^\W\d])|(?<=[^\W\d])/(?=\w)")
_IN_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_HIDDEN: Final = {ord(","): "\ufdd0", ord("/"): "\ufdd1"}  # noncharacters, while a list is cut
_SHOWN: Final = {0xFDD0: ",", 0xFDD1: "/"}
_SHORT: Final = 4  # words of what may stand between commas: website, email, phone
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060]")
_BREAKS: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Give a text as people mean it.

    Line breaks are one sign, controls and invisible signs are gone, hard spaces are spaces, and
    what is half a letter is the sign for a letter that could not be read.
    """
    unified = _CONTROLS.sub("", _BREAKS.sub("\n", text)).replace("\xa0", " ").replace("\t", " ")
    safe = unified.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", safe).strip()


def split(cell: str, *, words: bool = False) -> list[str]:
    """Take a cell apart into its statements, each on one line.

    Bulleted or numbered lines are statements, and a line below that has no bullet goes on with
    the one above; lines without bullets are a statement each; a single line is split at its
    semicolons, upright bars and bullets.

    Args:
        cell: The text.
        words: Whether it holds names or words rather than sentences: then short pieces between
            commas and slashes are one each.

    """
    text = clean(cell)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return []
    if lines[0].startswith(BULLET):
        if len(lines) > 1:
            return _by_bullets(lines, _OWN)
        return _tidy(re.split(rf"\s+{BULLET}\s*", _OWN.sub("", lines[0], count=1)))
    if any(_BULLETED.match(line) for line in lines):
        return _by_bullets(lines, _BULLETED)
    if len(lines) > 1:
        return _tidy(part for line in lines for part in _by_words(line, wanted=words))
    return _tidy(
        part
        for piece in re.split(rf";(?:\s+|$)|\s[|]\s|\s+{_INLINE}\ufe0f?\s+", lines[0])
        for part in _by_words(piece, wanted=words)
    )


def join(statements: Sequence[str], *, words: bool = False) -> str:
    """Put statements into a cell so that `split` gives them back.

    A line break inside a statement becomes a space.
    """
    flat = [" ".join(clean(each).split()) for each in statements]
    flat = [each for each in flat if each]
    if len(flat) == 1 and split(flat[0], words=words) == flat:
        return flat[0]
    written = "\n".join(f"{BULLET} {each}" for each in flat)
    return f"{written}\n{BULLET}" if len(flat) == 1 else written


def _by_bullets(lines: Sequence[str], bullet: re.Pattern[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        match = bullet.match(line)
        if match:
            found.append(line[match.end() :])
        elif found:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return _tidy(found)


def _by_words(piece: str, *, wanted: bool) -> list[str]:
    if not wanted:
        return [piece]
    whole = _IN_BRACKETS.sub(lambda found: found[0].translate(_HIDDEN), piece)
    parts = [part.strip().translate(_SHOWN) for part in _BETWEEN.split(whole)]
    if len(parts) > 1 and all(part and len(part.split()) <= _SHORT for part in parts):
        return parts
    return [piece]


def _tidy(parts: Iterable[str | None]) -> list[str]:
    stripped = (" ".join((part or "").split()) for part in parts)
    return [each for each in stripped if each]
