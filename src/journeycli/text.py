"""Text as people read it: closest match, width in terminal cells, slugs, visible controls."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_COMPARED = 80
_LONGEST_STEM = 200  # bytes; file systems take 255 for a name, the ending with it
_BIDI_AND_INVISIBLE = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)

_ASCII_PIECE = re.compile("[a-z0-9]+")
_ASCII_SLUG = re.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Latin letters, Greek and Cyrillic, dashes, quotation marks, arrows, frames: one cell each.
_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u03ff\u0400-\u0482\u048a-\u04ff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2212\u2500-\u257f]*"
)

_DIGITS = re.compile(r"[0-9]+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
_LINE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")
_CALLS = re.compile(r"(?<!\w)(@|\\#)(?=\w)")  # mentions and issue numbers
_ADDRESS = re.compile(r"(?i)\b(https?|ftp):(?=//)|\b(www)\.")
_OPENING = frozenset("“\"«»„'‘‚‹›「『")
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_NOT_IN_FILE_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
)
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))", re.IGNORECASE)
_JOIN = "\u2060"  # a character without width that no link can run through


# What typographers write, as typewriters do.
_TWINS = {
    "–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "‚": "'", "“": '"',
    "”": '"', "„": '"', "«": '"', "»": '"', "›": ">", "‹": "<", "…": "...", "•": "*", "·": "|",
    "→": "->", "←": "<-", "×": "x", "€": "EUR", "£": "GBP", "¥": "JPY", "ß": "ss", "æ": "ae",
    "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L",
    "\xa0": " ", "\u202f": " ",
}  # fmt: skip


class Quoted(str):
    """A scalar that its writer put in quotes or wrote as a block.

    It stays text wherever it stands; a plain scalar (an exact `str`) becomes a number, a date or
    a boolean where the schema wants one.
    """

    __slots__ = ()


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that `word` was most likely meant to be, or None.

    Close means: the same apart from case, spaces, hyphens and underscores; or at most a third of
    the letters away by Damerau's distance (insert, delete, replace, swap neighbours), though not
    another number, as in `step-1` and `step-2`; or, from
    four letters on, the only candidate that starts with the word. Ties go to the candidate with
    the same first letter, then to the first in order.
    """
    if not word or len(word) > _LONGEST_COMPARED:
        return None
    plain = _plain(word)
    pool = list(dict.fromkeys(candidates))
    for candidate in pool:
        if _plain(candidate) == plain:
            return candidate
    pool = [each for each in pool if not _is_another_number(plain, _plain(each))]
    scored = [
        (distance, candidate[:1].lower() != word[:1].lower(), order, candidate)
        for order, candidate in enumerate(pool)
        if (distance := _distance(plain, _plain(candidate))) <= max(len(plain), 3) // 3
    ]
    if scored:
        return min(scored)[3]
    starting = [c for c in pool if len(plain) >= 4 and _plain(c).startswith(plain)]  # noqa: PLR2004 - said in the docstring
    return starting[0] if len(starting) == 1 else None


def slug(text: str) -> str:
    """Give the id that stands for a name: lower-case letters, digits and single hyphens.

    Letters of any script stay; accents stay with their letter; apostrophes vanish. A text without
    a letter to start with gets none in front; the result may then be empty.
    """
    lower = text.lower()
    if lower.isascii():
        return "-".join(_ASCII_PIECE.findall(lower.replace("'", ""))).lstrip("-0123456789")
    pieces: list[str] = []
    gap = False
    for character in unicodedata.normalize("NFC", lower):
        if _is_slug_character(character):
            if gap and pieces:
                pieces.append("-")
            gap = False
            pieces.append(character)
        elif character not in "'’":
            gap = True
    return "".join(pieces).lstrip("-0123456789")


def is_slug(text: str) -> bool:
    """Tell whether a text is a well-formed id.

    That is: a lower-case letter of any script, then letters, digits and single hyphens.
    """
    if text.isascii():
        return _ASCII_SLUG.fullmatch(text) is not None
    if not text[0].isalpha() or text != text.lower():
        return False
    pieces = text.split("-")
    return all(pieces) and all(_is_slug_character(c) for piece in pieces for c in piece)


def width(text: str) -> int:
    """Measure a text in terminal cells; wide letters and most emoji take two."""
    if text.isascii():
        return len(visible(text))
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - 8 ms that an ASCII map need not pay

    cells = wcswidth(visible(text))
    return cells if cells >= 0 else len(text)


def visible(text: str) -> str:
    r"""Make control characters and invisible direction marks visible, as `\x1b` or `\u202e`.

    What a map holds can then neither move a terminal's cursor nor reorder a line.
    """
    if text.isprintable():  # neither controls nor invisible marks are
        return text
    return "".join(map(_visible_character, text))


def one_line(text: str) -> str:
    """Fold all white space to single spaces and make what remains visible."""
    return visible(" ".join(text.split()))


def in_markdown(text: str) -> str:
    """Make a line of text inert in Markdown.

    No markup, HTML, mention, issue number, address or table cell in it takes effect.
    """
    plain = _CALLS.sub(rf"\1{_JOIN}", _SPECIAL.sub(r"\\\1", text))
    plain = _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", plain)
    return _ADDRESS.sub(lambda m: f"{m[1]}&#58;" if m[1] else f"{m[2]}&#46;", plain)


def quoted(text: str) -> str:
    """Put what somebody said in quotation marks, where its writer has not: “so”, but „so“."""
    return text if text[:1] in _OPENING else f"“{text}”"


def shorten(text: str, cells: int) -> str:
    """Cut a text to a width in terminal cells, with `…` as the sign of the cut."""
    line = one_line(text)
    if width(line) <= cells:
        return line
    kept = line[: max(cells - 1, 0)]
    while kept and width(kept) > cells - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def typed(name: str) -> str:
    """Give a file's name as it can be typed into a shell, on one line.

    One that begins with a hyphen gets `./` before it; one with control characters is written
    between `$'` and `'`, as bash, zsh and fish read it.
    """
    if name.startswith("-"):
        name = f"./{name}"
    if name.isprintable():
        import shlex  # noqa: PLC0415 - few commands type anything

        return shlex.quote(name)
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return "$'" + "".join(c if c.isprintable() else _escape(c) for c in escaped) + "'"


@lru_cache(maxsize=4096)
def spelled(text: str, encoding: str) -> str:
    """Write a text with the letters that an encoding has: the nearest, else an escape."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_letter(character, encoding) for character in text)
    return text


def file_stem(text: str) -> str:
    """Give the beginning of a file's name, from an id, such that every system takes the name.

    Ids that read as such stay as they are, but for those that Windows keeps for its devices, such
    as `con`. Slashes and dots lead to no other folder.
    """
    raw = _NOT_IN_FILE_NAMES.sub("-", text).encode()[:_LONGEST_STEM]
    plain = raw.decode(errors="ignore").strip(" .") or "_"
    return _DEVICE.sub(r"\1_", plain, count=1) if _DEVICE.match(plain) else plain


def file_key(name: str) -> str:
    """Give what two names of files share that are one file where case and accents do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def listed(words: Sequence[str], conjunction: str = "and") -> str:
    """Join words as a sentence does: `a, b and c`."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Join a number and its noun: `1 stage`, `3 stages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _plain(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "").replace(" ", "")


def _is_another_number(left: str, right: str) -> bool:
    """Tell whether two words differ in their digits alone: a neighbour, not a slip of the pen."""
    if _DIGITS.sub("0", left) != _DIGITS.sub("0", right):
        return False
    return [*map(int, _DIGITS.findall(left))] != [*map(int, _DIGITS.findall(right))]


def _is_slug_character(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def _visible_character(character: str) -> str:
    code = ord(character)
    if character in _BIDI_AND_INVISIBLE or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return f"\\u{code:04x}"
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
    return character


def _distance(left: str, right: str) -> int:
    """Give the restricted Damerau-Levenshtein distance of two short words."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _escape(character: str) -> str:
    """Write a character as its bytes, which is what a file's name is made of."""
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))


def _letter(character: str, encoding: str) -> str:
    if _has(encoding, character):
        return character
    if character in _TWINS:
        return _TWINS[character]
    base = "".join(
        each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each)
    )
    if _has(encoding, base):
        return base
    return character.encode(encoding, "backslashreplace").decode(encoding)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
