"""What a statement says beside its words: channels, metrics, handoffs, links, evidence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange.notation import read_channels
from journeycli.interchange.scores import number
from journeycli.model.channels import CHANNEL, CHANNELS
from journeycli.model.phases import PHASE
from journeycli.model.vocabulary import METHODS, METRIC_KINDS

if TYPE_CHECKING:
    from journeycli.model.words import Vocabulary

_FIGURE: Final = re.compile(
    r"(?P<name>[^\d:=−+-][^:=]*?)\s*(?:[:=]|\s[–—-])?\s*(?P<value>[-+−]?\d[\d.,]*)\s*(?P<unit>%|[^\d\s(][^\d()]{0,24})?"
)
_SHARES: Final = ("conversion", "drop-off")  # figures from 0 to 1
_HANDOFF: Final = re.compile(
    r"(?P<from>[^:→>]{2,60}?)\s*(?:→|->|=>|>|\bto\b)\s*(?P<to>[^:→>]{2,60}?)(?:\s*:\s*(?P<what>.+))?"
)
_URL: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_NOTHING: Final = re.compile(r"(?:none|nothing)\s*[:–—]\s*(?P<why>\S.*)", re.IGNORECASE | re.DOTALL)
_EMPTY: Final = frozenset(
    ("-", "–", "—", "n/a", "na", "n.a.", "none", "tbd", "?", "...", "…", "x", "keine", "/")
)
_FAILED: Final = re.compile(
    r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|NV|WERT!|BEZUG!|ZAHL!)"
)
_YES: Final = frozenset(
    ("yes", "y", "x", "true", "1", "✓", "✔", "★", "⭐", "ja", "oui", "si", "sí", "✅", "mot")
)
_NO: Final = frozenset(("no", "n", "false", "0", "nein", "non", "-", "–"))


def is_dash(cell: str) -> bool:
    """Tell whether a cell holds a dash alone."""
    return cell.strip() in ("-", "–", "—")


def says_nothing(cell: str) -> bool:
    """Tell whether a cell is filled with a sign that nothing stands in it."""
    return cell.strip().lower() in _EMPTY or is_failed(cell)


def is_failed(cell: str) -> bool:
    """Tell whether a cell holds what a spreadsheet shows for a formula that failed."""
    return _FAILED.fullmatch(cell.strip()) is not None


def none_because(cell: str) -> str | None:
    """Give the reason of a cell that says `None: reason`; None where it says no such thing."""
    match = _NOTHING.fullmatch(cell.strip())
    return " ".join(match["why"].split()) if match else None


def flag(cell: str) -> bool | None:
    """Read yes or no; None where a cell says neither."""
    plain = cell.strip().lower().rstrip(".!")
    return True if plain in _YES else False if plain in _NO else None


def word(vocabulary: Vocabulary, text: str) -> str | None:
    """Give the word of a vocabulary for a text, spelled in any way or by meaning."""
    plain = "-".join(text.lower().replace("_", " ").replace("/", " ").split())
    for candidate in (plain, plain.removesuffix("s")):
        if candidate in vocabulary.words:
            return candidate
    return vocabulary.synonym(plain) or vocabulary.synonym(plain.removesuffix("s"))


def channel(text: str) -> str | None:
    """Give the built-in channel that a text names, or None."""
    plain = " ".join(text.lower().split())
    return _channels().get(plain) or word(CHANNEL, text)


def phase(text: str) -> str | None:
    """Give the built-in phase that a text names, or None."""
    return word(PHASE, text)


def metric(text: str) -> dict[str, Any]:
    """Read a figure, such as `NPS: 32` or `Conversion 62 %`; without one it has a name only."""
    match = _FIGURE.fullmatch(text)
    found = number(_plain_number(match["value"])) if match else None
    if match is None or found is None:
        kind = word(METRIC_KINDS, text)
        return {"kind": kind, "name": text} if kind else {"kind": "custom", "name": text}
    kind = word(METRIC_KINDS, match["name"]) or "custom"
    unit = (match["unit"] or "").strip()
    if kind in _SHARES and unit == "%":
        return {"kind": kind, "value": round(found.value / 100, 6)}
    element: dict[str, Any] = {"kind": kind, "name": match["name"].strip(), "value": found.value}
    if kind != "custom" and element["name"].lower() == kind:
        del element["name"]
    return {**element, "unit": unit} if unit else element


def _plain_number(text: str) -> str:
    """Give a figure without the signs between its thousands."""
    plain = text.rstrip(".,")
    if re.fullmatch(r"[-+−]?\d{1,3}(?:[.,]\d{3})+", plain):
        return plain.replace(",", "").replace(".", "")
    return plain.replace(",", ".")


def handoff(text: str) -> dict[str, Any] | None:
    """Read `Sales → Field service: order and address`; None where it is no handoff."""
    match = _HANDOFF.fullmatch(text)
    if match is None:
        return None
    found = {"from": match["from"].strip(), "to": match["to"].strip()}
    return {**found, "what": match["what"].strip()} if match["what"] else found


def link(text: str) -> dict[str, Any] | None:
    """Read a link and what stands beside it; None where there is none."""
    match = _URL.search(text)
    if match is None:
        return None
    url = match[0].rstrip(".,;)")
    title = " ".join(text.replace(url, " ").split()).strip(" :-–—()[]")
    return {"title": title, "url": url} if title else {"url": url}


def source(text: str) -> tuple[str, str | None, str]:
    """Read a piece of evidence: `Exit survey (survey) [exit-survey]`, or a title alone.

    Returns:
        Its title, its method where the text names one, and its id where it says that.

    """
    title, ids = read_channels(text)
    id_ = ids[0] if ids and len(ids) == 1 else ""
    match = re.fullmatch(r"(?s)(.*\S)\s+\(([a-z-]+)\)", title if id_ else text)
    if match and match[2] in METHODS.words:
        return match[1], match[2], id_
    plain = title if id_ else text
    return plain, method(plain), id_


def method(text: str) -> str | None:
    """Give the method of research that a text names somewhere, or None."""
    words = re.findall(r"[^\W_]+", text.lower())
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            if found := word(METHODS, phrase):
                return found
    return None


@cache
def _channels() -> dict[str, str]:
    return {each.name.lower(): key for key, each in CHANNELS.items()}
