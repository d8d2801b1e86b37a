"""How text for people is laid out: colours, signs outside ASCII or not, lines of a given width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from journeycli import inert
from journeycli.reporters.glyphs import glyphs
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.findings import Severity
    from journeycli.reporters.context import Context

_NARROWEST = 20
# Where a line may not begin in Chinese and Japanese (JIS X 4051), and where it may not end.
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〉》〕］｝ー々〜…")
_NOT_LAST = frozenset("（「『【〈《〔［｛")
_WIDE = 2


class Tone(Enum):
    """The few colours, by what they stand for; each is a parameter of the SGR control sequence."""

    ERROR = "1;31"
    WARNING = "1;35"  # not yellow, which cannot be read on white
    INFO = "1;36"
    STRONG = "1"
    FRAME = "36"
    LABEL = "32"

    @classmethod
    def of(cls, severity: Severity) -> Tone:
        """Give a severity's colour."""
        return cls[severity.name]


class Signs(NamedTuple):
    """The signs that a frame is made of."""

    bar: str
    gap: str
    cut: str
    step: str
    rule: str


_SIGNS = Signs(bar="│", gap="⋮", cut="…", step=" › ", rule="─")
_ASCII_SIGNS = Signs(bar="|", gap=":", cut="...", step=" > ", rule="-")


@dataclass(frozen=True, slots=True)
class Look:
    """What the output can show.

    Attributes:
        color: Whether colour codes are written.
        width: Cells in a line.
        signs: What frames are made of.

    """

    color: bool
    width: int
    signs: Signs

    @classmethod
    def of(cls, context: Context) -> Look:
        """Read the look from a reporter's context."""
        signs = _SIGNS if context.unicode else _ASCII_SIGNS
        return cls(context.color, max(context.width, _NARROWEST), signs)

    def paint(self, text: str, tone: Tone) -> str:
        """Colour a text; where colour is off, give it as it is."""
        return f"\x1b[{tone.value}m{text}\x1b[0m" if self.color and text else text

    def labelled(
        self, label: str, text: str, *, tone: Tone = Tone.LABEL, indent: int = 0, hang: int = 4
    ) -> list[str]:
        """Lay out a coloured label and a text behind it, wrapped to the width.

        Args:
            label: What stands first; it is never cut.
            text: What follows after a blank; broken at blanks, and between wide letters.
            tone: The label's colour.
            indent: Blanks before the label.
            hang: Blanks before the lines that follow.

        """
        margin = " " * indent
        taken = indent + width(label) + 1
        first, *others = _filled(text, self.width - taken, self.width - hang)
        lines = [f"{margin}{self.paint(label, tone)} {first}".rstrip()]
        return lines + [" " * hang + line for line in others]

    def paragraph(self, text: str, tone: Tone) -> list[str]:
        """Lay out a coloured text, wrapped to the width."""
        return [self.paint(line, tone) for line in _filled(text, self.width, self.width)]


def chunk(lines: Iterable[str]) -> str:
    """Join lines to a piece of output in which no line looks like a command to a log reader."""
    return "".join(f"{inert.line(line)}\n" for line in lines)


def _filled(text: str, first: int, rest: int) -> list[str]:
    """Fill lines greedily; the first one may be empty where not even one word fits beside it."""
    if width(text) <= first:
        return [text]
    lines: list[str] = []
    current, cells, room = "", 0, first
    for piece, blank in _pieces(text):
        size = width(piece)
        gap = " " if blank and current else ""
        if cells + len(gap) + size > room and (current or (not lines and room < rest)):
            lines.append(current)
            current, cells, room, gap = "", 0, rest, ""
        current += gap + piece
        cells += len(gap) + size
    return [*lines, current]


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what may not be broken, and whether a blank stands before it."""
    for word in text.split(" "):
        if word.isascii():
            yield word, True
        else:
            blank = True
            for piece in _between_wide(word):
                yield piece, blank
                blank = False


def _between_wide(word: str) -> Iterator[str]:
    piece, before = "", ""
    wide = False
    for _, shown, cells in glyphs(word):
        breaks = piece and (wide or cells == _WIDE)
        if breaks and shown[0] not in _NOT_FIRST and before not in _NOT_LAST:
            yield piece
            piece = ""
        piece += shown
        before, wide = shown, cells == _WIDE
    yield piece
