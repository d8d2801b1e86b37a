"""Lines of a given width: wrapping, padding, columns beside one another, bars."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, TypeAlias

from rich.text import Text

from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.views.terminal.look import Look

Align: TypeAlias = Literal["left", "right"]

_ZERO_WIDTH_JOINER = "\u200d"
# https://www.unicode.org/Public/emoji/latest/emoji-sequences.txt: skin tones, and the letters of
# which two make a flag.
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
# Where a line may not begin in Chinese and Japanese (JIS X 4051), and where it may not end.
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〉》〕］｝ー々〜…")
_NOT_LAST = frozenset("（「『【〈《〔［｛")
_WIDE = 2


def wrapped(text: Text, cells: int) -> list[Text]:
    """Break a text into lines of at most `cells`: at blanks, between wide letters, else anywhere.

    There is always a line; a cluster wider than the line stands on a line of its own.
    """
    if width(text.plain) <= cells:
        return [text]
    lines, start = [], 0
    for end, skip in _breaks(text.plain, max(cells, 1)):
        lines.append((start, end))
        start = end + skip
    return _cut(text, [*lines, (start, len(text))])


def padded(text: Text, cells: int, align: Align = "left") -> Text:
    """Fill a text with blanks to a width in cells."""
    blanks = " " * max(cells - width(text.plain), 0)
    return Text.assemble(blanks, text) if align == "right" else Text.assemble(text, blanks)


def beside(blocks: Sequence[Sequence[Text]], widths: Sequence[int], gap: int) -> list[Text]:
    """Put blocks of lines beside one another, each as wide as said."""
    blank = Text()
    lines = []
    for row in zip_longest(*blocks, fillvalue=blank):
        cells = [padded(cell, size) for cell, size in zip(row, widths, strict=True)]
        line = Text(" " * gap).join(cells)
        line.rstrip()
        lines.append(line)
    return lines


def hung(label: Text, text: Text, cells: int, hang: int) -> list[Text]:
    """Put a label before a text; lines that follow begin under the text, at `hang` cells.

    A label that reaches further has the first line for itself.
    """
    room = max(cells - hang, 1)
    body = wrapped(text, room)
    if width(label.plain) > hang:
        return [*wrapped(label, cells), *(Text.assemble(" " * hang, line) for line in body)]
    first, *others = body
    lines = [Text.assemble(padded(label, hang), first)]
    return lines + [Text.assemble(" " * hang, line) for line in others]


def flowed(pieces: Iterable[Text], cells: int, between: str, indent: int = 0) -> list[Text]:
    """Fill lines with pieces that stay whole as long as a line has room for them."""
    lines: list[Text] = []
    current: Text | None = None
    room = max(cells - indent, 1)
    for piece in pieces:
        if current is not None and width(current.plain + between + piece.plain) <= room:
            current = Text.assemble(current, between, piece)
            continue
        if current is not None:
            lines.append(current)
        *whole, current = wrapped(piece, room)
        lines += whole
    if current is not None:
        lines.append(current)
    return [Text.assemble(" " * indent, line) for line in lines]


def shortened(text: str, cells: int, look: Look) -> str:
    """Cut a text to a width, with a sign where something is missing."""
    if width(text) <= cells:
        return text
    cut = look.signs.cut
    kept = ""
    for cluster in clusters(text):
        if width(kept + cluster + cut) > cells:
            break
        kept += cluster
    return (kept.rstrip() + cut) if width(cut) <= cells else cut[:cells]


def bar(fraction: float, cells: int, look: Look) -> str:
    """Draw a fraction from 0 to 1; only 1 fills it, and only 0 leaves it empty."""
    full = round(fraction * cells)
    if fraction < 1:
        full = min(full, cells - 1)
    if fraction > 0:
        full = max(full, 1)
    return look.signs.full * full + look.signs.empty * (cells - full)


def longest_word(text: str) -> int:
    """Measure the widest piece of a text that wrapping leaves whole."""
    return max((width(piece) for piece, _ in _pieces(text)), default=0)


def clusters(text: str) -> list[str]:
    """Take a text apart into what stands at one place: a letter with its marks, a joined emoji."""
    if text.isascii():
        return list(text)
    row: list[str] = []
    for character in text:
        if row and (_joins(character) or _joined(row[-1], character)):
            row[-1] += character
        else:
            row.append(character)
    return row


def _cut(text: Text, lines: Sequence[tuple[int, int]]) -> list[Text]:
    """Cut lines out of a text in one go: each slice of its own would copy all that follows."""
    cuts = sorted({place for line in lines for place in line} - {0, len(text)})
    pieces = dict(zip([0, *cuts], text.divide(cuts), strict=True))
    return [pieces[start] if start < end else text[start:end] for start, end in lines]


def _breaks(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Yield where lines end, and how many blanks there are passed over."""
    offset = used = start = 0
    has_word = False  # blanks alone are an indent, which the first word follows
    for piece, blank in _pieces(text):
        size = width(piece)
        if has_word and used + blank + size > cells:
            is_begun = size > cells and _begins_there(text[start:offset], used + blank, cells)
            if not is_begun:
                yield offset, blank
                start = offset + blank
            used = used + blank if is_begun else 0
        else:
            used += blank
        offset += blank
        has_word = has_word or bool(piece)
        if used + size <= cells:
            offset, used = offset + len(piece), used + size
            continue
        for cluster in clusters(piece):  # a word longer than a line
            wide = width(cluster)
            if used and used + wide > cells:
                yield offset, 0
                start, used = offset, 0
            offset, used = offset + len(cluster), used + wide


def _begins_there(line: str, used: int, cells: int) -> bool:
    """Tell whether a word longer than a line begins behind a number or a sign, not below it."""
    return used + _WIDE <= cells and not any(map(str.isalpha, line))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield what should not be broken, and how many blanks stand before it: none or one."""
    for number, word in enumerate(text.split(" ")):
        blank = int(number > 0)
        if word.isascii():
            yield word, blank
            continue
        piece, before = "", ""
        for cluster in clusters(word):
            ends = before and _WIDE in (_cells(before), _cells(cluster))
            if ends and cluster[0] not in _NOT_FIRST and before not in _NOT_LAST:
                yield piece, blank
                piece, blank = "", 0
            piece += cluster
            before = cluster
        yield piece, blank


@lru_cache(maxsize=4096)
def _cells(cluster: str) -> int:
    return width(cluster)


def _joins(character: str) -> bool:
    return _cells(character) == 0 or _SKIN_TONES[0] <= character <= _SKIN_TONES[1]


def _joined(before: str, character: str) -> bool:
    if before.endswith(_ZERO_WIDTH_JOINER):
        return not character.isascii()
    return _is_flag_letter(before) and _is_flag_letter(character)


def _is_flag_letter(text: str) -> bool:
    return len(text) == 1 and _FLAG_LETTERS[0] <= text <= _FLAG_LETTERS[1]
