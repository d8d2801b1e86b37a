"""What a cell says beside a sentence, in square brackets at its end.

`Reaches the set-up fee [wary, −1.5]` is a scored step, `wary [−1]` a scored feeling, `Price page
[website, app]` a touchpoint with its channels, `The fee shows late [high]` a barrier with its
severity. Exports write it; imports read it back, and take what is none of this as it stands.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from journeycli.interchange.scores import OURS, convert, number, signed
from journeycli.model.vocabulary import SEVERITIES
from journeycli.text import is_slug

_TAIL: Final = re.compile(r"(?s)(?P<text>.*\S)\s+\[(?P<inside>[^\[\]]*)\]\Z")
_EMOTION: Final = re.compile(r"(?s)(?:(?P<text>.*\S)\s+)?\[(?P<inside>[^\[\]]*)\]")
_MARKS: Final = ("“”", '""', "„“", "«»", "‘’", "''", "””")
_UNSCORED: Final = "?"


class Felt(NamedTuple):
    """A sentence with what was felt: a score on the format's scale, or None."""

    text: str
    feeling: str = ""
    score: float | None = None


def read_felt(cell: str) -> Felt:
    """Read `text [feeling, score]`, `text [score]` or a plain text."""
    match = _TAIL.match(cell)
    if not match:
        return Felt(cell)
    if not match["inside"]:
        return Felt(match["text"])
    feeling, _, last = match["inside"].rpartition(",")
    if last.strip() == _UNSCORED and feeling.strip():
        return Felt(match["text"], feeling.strip())
    found = number(last)
    if found is None or not OURS.low <= found.value <= OURS.high or found.value * 2 % 1:
        return Felt(cell)
    return Felt(match["text"], feeling.strip(), convert(found.value, OURS))


def write_felt(text: str, feeling: str | None, score: float | None) -> str:
    """Write a sentence with what was felt, so that it reads back."""
    word = " ".join((feeling or "").replace("[", "(").replace("]", ")").split())
    if score is not None:
        return f"{text} [{word + ', ' if word else ''}{signed(score)}]"
    if word:
        return f"{text} [{word}, {_UNSCORED}]"
    return text if read_felt(text) == Felt(text) else f"{text} []"


def read_emotion(cell: str) -> Felt | None:
    """Read `feeling [score]`, `feeling [?]` or `[score]`; None where a cell is none of these."""
    match = _EMOTION.fullmatch(cell)
    if match is None:
        return None
    text = (match["text"] or "").strip()
    if match["inside"] == _UNSCORED:
        return Felt(text) if text else None
    found = number(match["inside"])
    if found is None or not OURS.low <= found.value <= OURS.high or found.value * 2 % 1:
        return None
    return Felt(text, "", convert(found.value, OURS))


def write_emotion(feeling: str | None, score: float | None) -> str:
    """Write a feeling of a stage, so that it reads back."""
    inside = _UNSCORED if score is None else signed(score)
    return f"{feeling} [{inside}]" if feeling else f"[{inside}]"


def read_quote(text: str) -> str:
    """Give what was said, without the quotation marks around it."""
    for opening, closing in _MARKS:
        if (
            len(text) > 2  # noqa: PLR2004 - marks and something between
            and text[0] == opening
            and text[-1] == closing
            and _is_one(text[1:-1], opening, closing)
        ):
            return text[1:-1].strip() or text
    return text


def _is_one(inside: str, opening: str, closing: str) -> bool:
    """Tell whether marks belong to each other: `“a” / “b”` is two quotes."""
    if opening == closing:
        return opening not in inside
    depth = 0
    for sign in inside:
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            return False
    return True


def write_quote(text: str) -> str:
    """Write what was said, so that it reads back."""
    return text if read_quote(text) == text else f"“{text}”"


def read_channels(cell: str) -> tuple[str, tuple[str, ...] | None]:
    """Read `name [channel, channel]`, or a plain name, which says nothing of channels."""
    match = _TAIL.match(cell)
    if not match:
        return cell, None
    names = tuple(each.strip() for each in match["inside"].split(",")) if match["inside"] else ()
    return (match["text"], names) if all(map(is_slug, names)) else (cell, None)


def write_channels(name: str, channels: tuple[str, ...], *, ambiguous: bool = False) -> str:
    """Write a touchpoint with its channels, so that it reads back.

    Args:
        name: Its name.
        channels: The ids of its channels.
        ambiguous: Whether the name alone would be taken for that of a channel.

    """
    if channels:
        return f"{name} [{', '.join(channels)}]"
    return f"{name} []" if ambiguous or read_channels(name) != (name, None) else name


def read_severity(cell: str) -> tuple[str, str | None]:
    """Read `text [severity]` or a plain text."""
    match = _TAIL.match(cell)
    if match and (not match["inside"] or match["inside"] in SEVERITIES.words):
        return match["text"], match["inside"] or None
    return cell, None


def write_severity(text: str, severity: str | None) -> str:
    """Write a barrier with its severity, so that it reads back."""
    if severity:
        return f"{text} [{severity}]"
    return text if read_severity(text) == (text, None) else f"{text} []"
