"""Adding the open questions of the checklist to a map, every other byte untouched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.model import JourneyMap, Stage
from journeycli.model.checklist import QUESTIONS
from journeycli.model.ways import led_to, ways
from journeycli.parsing import parse
from journeycli.parsing.prune import without_empty_keys
from journeycli.source.document import read_document
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.span import Position, Span
from journeycli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.source.document import Data, Document
    from journeycli.source.limits import Limits

_ORDER = {
    (field.alias or name): place for place, (name, field) in enumerate(Stage.model_fields.items())
}
_BOM = "\ufeff"
_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+[0-9]?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A map with its open questions as keys.

    Attributes:
        text: The whole file.
        added: How many keys each stage got, by its name; stages that got none are left out.
        passed_over: The stages that are written in braces, where a comment has no room.

    """

    text: bytes
    added: Mapping[str, int]
    passed_over: tuple[str, ...]


def filled(raw: bytes, limits: Limits, name: str) -> Filled:
    """Add to every stage the questions that it has no key for.

    Raises:
        UserError: The file is no map that can be read without errors.

    """
    document = read_document(raw, limits)
    parsed = parse(document)
    journey = parsed.model
    if document.faults or parsed.diagnoses or not isinstance(journey, JourneyMap):
        raise UserError(
            f"{name} has errors, so nothing was added.",
            hint=f"`journey lint {name}` shows them.",
        )
    edits: list[TextEdit] = []
    added: dict[str, int] = {}
    passed_over: list[str] = []
    for index, (stage, out) in enumerate(zip(journey.stages, ways(journey), strict=True)):
        after = tuple(each.name for each in led_to(journey, out))
        new = list(_additions(document, stage, after, index))
        if new and document.is_flow(("stages", index)):
            passed_over.append(stage.name)
        elif new:
            edits += new
            added[stage.name] = added.get(stage.name, 0) + len(new)
    text = apply_edits(document.text, edits)
    _check_same(document, text, limits)
    bom = _BOM if document.has_bom else ""
    return Filled((bom + text).encode(), added, tuple(passed_over))


def _additions(
    document: Document, stage: Stage, after: tuple[str, ...], index: int
) -> Iterator[TextEdit]:
    """Give one edit a missing key, each after the key that comes before it in a stage."""
    path = ("stages", index)
    present = document.keys(path)
    first = document.key_span((*path, present[0]))
    if first is None:
        return
    indent = " " * (document.lines.position(first.start).column - 1)
    newline = document.newline
    for question in sorted(QUESTIONS.values(), key=lambda each: _ORDER[each.field]):
        if question.is_key and question.field not in present and not question.is_settled(stage):
            asked = one_line(question.asked(after))
            lines = f"{indent}# {asked}{newline}{indent}{question.field}:"
            yield _after(document, (*path, _before(question.field, present)), lines, newline)


def _before(field: str, present: tuple[str, ...]) -> str:
    """Give the key after which a new one stands, by the usual order of a stage's keys."""
    place = _ORDER[field]
    earlier = [key for key in present if _ORDER.get(key, -1) < place]
    return max(earlier, key=lambda key: _ORDER.get(key, -1)) if earlier else present[-1]


def _after(document: Document, path: tuple[str | int, ...], added: str, newline: str) -> TextEdit:
    """Insert lines after a key with all that belongs to it, comments in its place included."""
    lines = document.lines
    key = document.key_span(path) or Span(0, 0)
    value = document.value_span(path) or key
    column = lines.position(key.start).column
    last = lines.position(max(key.end, value.end))
    # A block of text ends where the line below it begins.
    line = last.line - 1 if last.column == 1 else last.line
    keeps = _KEEPS_BLANK_LINES.search(document.text[key.start : value.end]) is not None
    while line < len(lines) and _belongs(lines.text(line + 1), column, blank=keeps):
        line += 1
    if line >= len(lines):
        return TextEdit(Span(len(document.text), len(document.text)), newline + added)
    start = lines.offset(Position(line + 1, 1))
    return TextEdit(Span(start, start), added + newline)


def _belongs(line: str, column: int, *, blank: bool) -> bool:
    """Tell whether a line belongs to the key above: a comment that is indented more, or blank."""
    text = line.lstrip(" ")
    return (text.startswith("#") and len(line) - len(text) >= column) or (blank and not text)


def _check_same(document: Document, text: str, limits: Limits) -> None:
    """Hold the promise that nothing but empty keys was added.

    Raises:
        UserError: The new text would say something else; the map is then left as it is.

    """
    again = read_document(text.encode(), limits)
    before, after = (_said(each.data) for each in (document, again))
    if again.faults or before != after:
        raise UserError(
            "The questions cannot be added to this file without changing what it says, so it is "
            "left as it is.",
            hint="Write the stage out, one key a line and without anchors; then try again.",
        )


def _said(data: Data) -> Data:
    return without_empty_keys(data) if isinstance(data, dict) else data
