"""What a walkthrough proposes to its map: evidence, opinions and barriers, as edits of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.compare.insertion import item_added, key_added, only_added
from journeycli.errors import UserError
from journeycli.model import JourneyMap, Stage, Touchpoint
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.quoting import quote
from journeycli.source.span import Span
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.compare.walk import Compared, Contact, Deviation
    from journeycli.model.base import Model
    from journeycli.model.walk import Walk
    from journeycli.source.document import Document
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

_BOM = "\ufeff"
_BAD = frozenset({"failed", "missing", "out-of-sequence"})
_WORDS = {
    "failed": "{name} does not do what it should",
    "missing": "{name} is not there",
    "out-of-sequence": "{name} does not come when it should",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A map with what a walkthrough found.

    Attributes:
        text: The whole file.
        added: What was added, in words.
        passed_over: What could not be added without laying the file out anew, in words.

    """

    text: bytes
    added: tuple[str, ...]
    passed_over: tuple[str, ...]


def evidence_id(walk: Walk) -> str:
    """Give the id that a walkthrough has as evidence."""
    return "-".join(filter(None, ("walkthrough", slug(walk.persona or ""), str(walk.started))))


def proposed(
    raw: bytes, walk: Walk, compared: Compared, limits: Limits, persona: str | None
) -> Proposal:
    """Write what a walkthrough found into the text of its map.

    Args:
        raw: The map's bytes.
        walk: The walkthrough.
        compared: It and its map, side by side.
        limits: What a file may be at most.
        persona: The persona's name, or None.

    Raises:
        UserError: The map cannot be read without errors, or would say something else afterwards.

    """
    document = read_document(raw, limits)
    parsed = parse(document)
    journey = parsed.model
    if document.faults or parsed.diagnoses or not isinstance(journey, JourneyMap):
        raise UserError(
            "The map has errors, so nothing can be proposed to it.",
            hint="`journey lint` shows them; the walkthrough is kept.",
        )
    found = _Proposing(document, journey, evidence_id(walk))
    found.opinions(compared)
    found.barriers(compared)
    if found.edits:
        found.evidence(walk, persona)
    text = apply_edits(document.text, found.edits)
    again = read_document(text.encode(), limits)
    reread = parse(again)
    if again.faults or reread.diagnoses or not only_added(document.data, again.data):
        raise UserError(
            "The findings cannot be added to this file without changing what it says.",
            hint="Write the stage out, one key a line; the walkthrough is kept.",
        )
    bom = _BOM if document.has_bom else ""
    return Proposal((bom + text).encode(), tuple(found.added), tuple(found.passed_over))


class _Proposing:
    """Gathers edits, and says what each adds."""

    def __init__(self, document: Document, journey: JourneyMap, evidence: str) -> None:
        self.document = document
        self.journey = journey
        self.edits: list[TextEdit] = []
        self.added: list[str] = []
        self.passed_over: list[str] = []
        self._evidence = evidence

    def evidence(self, walk: Walk, persona: str | None) -> None:
        """Add the walkthrough itself, as what the rest is known from."""
        if any(each.id == self._evidence for each in self.journey.evidence):
            return
        title = f"Walkthrough as {persona}" if persona else "Walkthrough"
        item = (
            f"- id: {self._evidence}",
            "  method: walkthrough",
            f"  title: {quote(title)}",
            f"  date: {walk.started}",
        )
        self._add((), "evidence", item, JourneyMap, f"the evidence {self._evidence}")

    def opinions(self, compared: Compared) -> None:
        """Add what was felt to the touchpoints of which the map has no opinion yet."""
        for contact in compared.contacts:
            number = self._touchpoint(contact)
            step = compared.as_walked.get(contact.key)
            if number is None or step is None or step.score is None:
                continue
            touchpoint = self.journey.stages[contact.stage].touchpoints[number]
            if touchpoint.opinion is None:
                self._opinion(contact, number, step.score)

    def barriers(self, compared: Compared) -> None:
        """Add what failed, was missing or came out of turn, and surprises that felt bad."""
        for index, stage in enumerate(self.journey.stages):
            known = {slug(each.text) for each in stage.barriers}
            items: list[str] = []
            for each in compared.deviations:
                text = _barrier(each) if each.step.stage == stage.id else None
                if text is not None and slug(text) not in known:
                    known.add(slug(text))
                    items += self._barrier_lines(text, each.contact)
            if items:
                what = f"barriers at “{stage.name}”"
                self._add(("stages", index), "barriers", items, Stage, what)

    def _touchpoint(self, contact: Contact) -> int | None:
        stage = self.journey.stages[contact.stage]
        return next(
            (n for n, each in enumerate(stage.touchpoints) if each.effective_id == contact.key[1]),
            None,
        )

    def _barrier_lines(self, text: str, contact: Contact | None) -> Iterator[str]:
        yield f"- text: {quote(text)}"
        if contact is not None and contact.key[1]:
            yield f"  touchpoint: {quote(contact.key[1])}"
        yield f"  evidence: [{self._evidence}]"

    def _opinion(self, contact: Contact, number: int, score: float) -> None:
        path: Path = ("stages", contact.stage, "touchpoints", number)
        value = f"{{during: {score:g}, evidence: [{self._evidence}]}}"
        edit = self._opinion_edit(path, value)
        self._note(edit, f"an opinion of “{contact.name}”")

    def _opinion_edit(self, path: Path, value: str) -> TextEdit | None:
        document = self.document
        span = document.value_span(path)
        if span is None or document.alias_of(path):
            return None
        written = document.text[span.start : span.end]
        if document.keys(path) and "opinion" not in document.keys(path):
            if document.style(path) != "flow":
                lines = (f"opinion: {value}",)
                return key_added(document, path, "opinion", lines, _order(Touchpoint))
            comma = "" if written[:-1].rstrip().endswith(",") else ","
            end = span.start + len(written[:-1].rstrip())
            return TextEdit(Span(end, end), f"{comma} opinion: {value}")
        if document.keys(path) or document.is_flow(path) or "\n" in written or "\r" in written:
            return None
        indent = " " * (document.lines.position(span.start).column - 1)
        newline = document.newline
        edits = f"name: {written}{newline}{indent}opinion: {value}"
        line = document.lines.text(document.lines.position(span.start).line)
        if "#" in line[document.lines.position(span.start).column - 1 + len(written) :]:
            return None  # the comment would move to the opinion
        return TextEdit(span, edits)

    def _add(
        self, path: Path, key: str, items: Sequence[str], model: type[Model], what: str
    ) -> None:
        if key in self.document.keys(path):
            edit = item_added(self.document, (*path, key), items)
        else:
            lines = (f"{key}:", *(f"  {line}" for line in items))
            edit = key_added(self.document, path, key, lines, _order(model))
        self._note(edit, what)

    def _note(self, edit: TextEdit | None, what: str) -> None:
        if edit is None:
            self.passed_over.append(what)
        else:
            self.edits.append(edit)
            self.added.append(what)


def _order(model: type[Model]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _barrier(deviation: Deviation) -> str | None:
    """Put what went wrong in words; None where nothing did."""
    step, contact = deviation.step, deviation.contact
    if step.happened in _BAD:
        name = contact.name if contact and contact.name else "This stage"
        return step.note or _WORDS[step.happened].format(name=name)
    if step.happened == "ad-hoc" and step.score is not None and step.score < 0:
        return step.note or step.name
    return None
