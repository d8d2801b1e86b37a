"""From the bytes of a text file to lines, whatever wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.interchange.decoding import decode
from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from journeycli.interchange.decoding import Decoded

# What YAML does not admit in a text (YAML 1.2.2, section 5.1), and what no reader would see.
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]"
)

_MOST_LINES: Final = Limits().nodes  # each line that says something becomes one at least


def plain_text(raw: bytes) -> tuple[str, tuple[Remark, ...]]:
    r"""Turn the bytes of a file into text with `\n` between its lines.

    Control characters become spaces, and the guess of an encoding is reported.

    Raises:
        UserError: The file is empty, or larger than a map may be.

    """
    limit = Limits().bytes
    if len(raw) > limit:
        raise UserError(
            f"The file is larger than {limit // 1_000_000} MB, which is the most a map may have.",
            hint="Split it into several files and import each.",
        )
    decoded = decode(raw)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UserError("The file is empty.")
    if text.count("\n") > _MOST_LINES:
        raise UserError(
            f"The file has more than {_MOST_LINES:,} lines, which is too large for a map.",
            hint="Split it into several files and import each.",
        )
    tidy = _UNPRINTABLE.sub(" ", text)
    return tidy, tuple(_remarks(decoded, len(_UNPRINTABLE.findall(text))))


def one_line(text: str) -> str:
    """Fold all white space of a text to single spaces."""
    return " ".join(text.replace("\ufeff", " ").split())


def _remarks(decoded: Decoded, unprintable: int) -> list[Remark]:
    found = []
    if decoded.guessed:
        message = f"The file is not UTF-8; it was read as {decoded.encoding}. Check its accents."
        found.append(Remark(RemarkKind.GUESSED, "the whole file", message))
    if unprintable:
        message = f"{unprintable} control characters that no reader would see became spaces."
        found.append(Remark(RemarkKind.CHANGED, "the whole file", message))
    return found
