"""Maps with mistakes that fixes are for, as Hypothesis strategies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from journeycli.source.document import read_document
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.span import Span

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from journeycli.source.document import Document, Leaf

TESTS = Path(__file__).parents[1]
FILES = sorted(
    [
        *TESTS.glob("first_maps/*.yaml"),
        *TESTS.parent.glob("examples/personas/*.yaml"),
        TESTS.parent / "examples/maps/installation-day.journey.yaml",
    ]
)
"""Files small enough to be linted a hundred times."""

_SHARED = {
    path.name: path.read_bytes()
    for name in ("shared.catalog.yaml", "personas/budget-family.persona.yaml")
    for path in [TESTS.parent / "examples" / name]
}


def around(name: str) -> dict[str, bytes]:
    """Give what stands beside a file, so that its names point at something."""
    is_example = name.endswith(".persona.yaml") or name.startswith("installation-day")
    return {other: raw for other, raw in _SHARED.items() if is_example and other != name}


KEYS = {
    "barriers": "pain_points", "stages": "phases", "customer_actions": "actions",
    "touchpoints": "touch points", "emotions": "emotoins", "text": "txt", "feeling": "feelin",
    "goals": "Goals", "objective": "purpose", "department": "team",
}  # fmt: skip
"""What people write instead of a key."""

WORDS = {
    "high": "hgih", "medium": "meduim", "website": "web site", "phone": "Phone",
    "company": "compnay", "journey-map/1": "journey-map/l", "persona/1": "persona",
    "current": "curent", "research": "Resarch", "booked": "bookd",
}  # fmt: skip
"""What people write instead of a word that is known."""

SENTENCES = (
    "Asks at the desk: nobody knows", "*urgent* call at night", "@home with the child",
    '"Yes" she said', "50%: half of them", "Ticket #45 is lost", "Calls about #billing again",
    "'s morgens um acht", "% of calls", "`Reset` is hidden", "> 20 minutes of waiting",
    "& then nothing", "[why?] nobody says", "Note: see: below",
)  # fmt: skip
"""Sentences that YAML trips over."""

COMMENTS = (
    "journey: ignore[J306] -- why", "journey: ignore[J110, J306] until 2027-03-31 -- why",
    "journey: ignore[no-barier] -- why", "journey: ignore[J101,J102 , J2] -- why", "a remark",
)  # fmt: skip


class Mistaken(NamedTuple):
    """A file with mistakes.

    Attributes:
        name: Its name.
        raw: Its bytes.
        kept: The lines that no mistake stands on, in order, without their breaks.

    """

    name: str
    raw: bytes
    kept: tuple[str, ...]


@st.composite
def mistaken_files(draw: DrawFn) -> Mistaken:
    """Draw a file with up to five mistakes, in any of the ways in which files are saved."""
    path = draw(st.sampled_from(FILES))
    document = read_document(path.read_bytes())
    lines = document.lines
    leaves = [
        each
        for each in document.leaves()
        if each.text and lines.position(each.span.start).line == lines.position(each.span.end).line
    ]
    edits: dict[int, TextEdit] = {}
    for _ in range(draw(st.integers(1, 5))):
        edit = draw(_mistakes(document, leaves))
        edits.setdefault(document.lines.position(edit.span.start).line, edit)
    text = apply_edits(document.text, edits.values())
    kept = [document.lines.text(n) for n in range(1, len(document.lines) + 1) if n not in edits]
    newline = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    bom = draw(st.sampled_from(("", "\ufeff")))
    return Mistaken(path.name, (bom + text.replace("\n", newline)).encode(), tuple(kept))


@st.composite
def _mistakes(draw: DrawFn, document: Document, leaves: list[Leaf]) -> TextEdit:
    """Draw one mistake that stands on one line."""
    kind = draw(st.sampled_from(("key", "word", "sentence", "twice", "comment", "letters")))
    keys = [each for each in leaves if each.is_key and each.text in KEYS]
    words = [each for each in leaves if not each.is_key and each.text in WORDS]
    texts = [each for each in leaves if not each.is_key and each.is_plain and _is_prose(each.text)]
    match kind:
        case "key" if keys:
            leaf = draw(st.sampled_from(keys))
            return TextEdit(leaf.span, KEYS[leaf.text])
        case "word" if words:
            leaf = draw(st.sampled_from(words))
            return TextEdit(leaf.span, WORDS[leaf.text])
        case "sentence":
            return TextEdit(draw(st.sampled_from(texts)).span, draw(st.sampled_from(SENTENCES)))
        case "twice":
            line = _line_of(draw(st.sampled_from(texts)), document)
            written = document.text[line.start : line.end]
            return TextEdit(Span(line.end, line.end), f"\n{written}")
        case "letters":
            leaf = draw(st.sampled_from(leaves))
            return TextEdit(
                leaf.span, draw(_swapped(document.text[leaf.span.start : leaf.span.end]))
            )
        case _:
            line = _line_of(draw(st.sampled_from(leaves)), document)
            return TextEdit(Span(line.end, line.end), f"  # {draw(st.sampled_from(COMMENTS))}")


def _is_prose(text: str) -> bool:
    return " " in text or not text.isascii()


def _line_of(leaf: Leaf, document: Document) -> Span:
    number = document.lines.position(leaf.span.start).line
    start = leaf.span.start - document.lines.position(leaf.span.start).column + 1
    return Span(start, start + len(document.lines.text(number)))


@st.composite
def _swapped(draw: DrawFn, text: str) -> str:
    """Swap two letters that stand side by side."""
    at = draw(st.integers(0, max(len(text) - 2, 0)))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
