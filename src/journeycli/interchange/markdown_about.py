"""What a document says of the whole map: frontmatter, and all that stands outside its stages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.markdown_blocks import Block, BlockKind, shown
from journeycli.interchange.markdown_inline import label_of, plain, plain_label_of
from journeycli.interchange.markdown_outline import Part, about_map, is_container, meaning_of
from journeycli.interchange.notes import Notes, quoted
from journeycli.interchange.sheet import Cell
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OWN: Final = frozenset(
    ("id", "state", "maturity", "starts", "ends", "scale", "summary", "owner", "goal", "goals",
     "customer goals", "objective", "expectations", "description", "overview")
)  # fmt: skip
_LONGEST_NAME: Final = 60
_NAME: Final = re.compile(r"^(?:\*\*|__)(?P<bold>[^*_]{1,120})(?:\*\*|__)")
_CUT: Final = re.compile(r"[,.(–—:;]")
_KEPT: Final = ("title",)
_PAIR: Final = 2


class Front(NamedTuple):
    """The frontmatter of a document.

    Attributes:
        title: Its title, or an empty text.
        end: The place of the first line below it, from 0.
        remarks: What of it is not in the map.

    """

    title: str
    end: int
    remarks: tuple[Remark, ...]


def leave_out(blocks: Sequence[Block], notes: Notes) -> None:
    """Note that blocks are not in the map, each with its text."""
    for block in blocks:
        lines = block.rows or ((block.text,),)
        for line, row in zip(block.lines or (block.line,), lines, strict=True):
            text = " | ".join(filter(None, map(plain, row)))
            if text:
                notes.left_out(f"line {line}", f"{quoted(text)} stands outside the map.")


@dataclass(slots=True)
class Around:
    """What stands outside the stages.

    Attributes:
        title: The title, or an empty text.
        rows: Labels and texts about the map, as rows above a table.
        people: What is said of personas beside their names, by name.

    """

    title: str
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)

    def describe(self, data: dict[str, Any]) -> None:
        """Add to the personas of a map what is said of them."""
        for persona in data.get("personas", ()):
            if said := self.people.get(persona["name"]):
                persona["summary"] = said


def read_front(lines: Sequence[str]) -> Front:
    """Read the frontmatter, if there is one."""
    if not lines or lines[0].strip() != "---":
        return Front("", 0, ())
    end = next((n for n in range(1, len(lines)) if lines[n].strip() in ("---", "...")), 0)
    data = read_document("\n".join(lines[1:end]).encode()).data if end else None
    if not isinstance(data, dict):
        return Front("", 0, ())
    title = data.get("title")
    rest = [key for key in data if key not in _KEPT]
    message = f"The frontmatter's {', '.join(rest)} is not in the map."
    remarks = (Remark(RemarkKind.LEFT_OUT, "line 1", message),) if rest else ()
    return Front(" ".join(title.split()) if isinstance(title, str) else "", end + 1, remarks)


def read_around(
    front: Front,
    stages: Sequence[Part],
    blocks: Sequence[Block],
    asked: Mapping[str, str],
    notes: Notes,
) -> Around:
    """Read what stands outside the stages; what is about nothing known is noted as left out."""
    inside = {block.line for part in stages for block in (part.heading, *part.body)}
    outside = [block for block in blocks if block.line not in inside]
    heading = next((b for b in outside if b.kind is BlockKind.HEADING and b.level == 1), None)
    title = " ".join(shown(heading).split()) if heading else front.title
    reader = _AroundReader(Around(title), asked, notes)
    for block in outside:
        if block is not heading:
            reader.read(block)
    return reader.around


class _AroundReader:
    """Reads the blocks outside the stages one by one."""

    def __init__(self, around: Around, asked: Mapping[str, str], notes: Notes) -> None:
        self.around = around
        self._asked = asked
        self._notes = notes
        self._label = ""  # of the section, or of the list, that goes on
        self._foreign = ""  # the heading of a section that is about nothing known

    def read(self, block: Block) -> None:
        """Read one block."""
        if block.kind is BlockKind.HEADING:
            self._enter(block)
            return
        if block.kind is BlockKind.TABLE:
            self._read_table(block)
            return
        found = label_of(block.text) if block.kind in (BlockKind.TEXT, BlockKind.ITEM) else None
        if found is None and (guess := plain_label_of(block.text)) and self._knows(guess.label):
            found = guess
        if self._foreign:
            self._leave_out(block)
        elif found and self._knows(found.label):
            self._label = found.label if not found.rest else ""
            if found.rest:
                self._say(found.label, block, found.rest)
        elif self._label:
            self._say(self._label, block, block.text)
        elif block.kind in (BlockKind.TEXT, BlockKind.QUOTE):
            self._say("Summary", block, block.text)
        else:
            self._leave_out(block)

    def _read_table(self, block: Block) -> None:
        """Read a table of labels and what they say; a row about nothing known is left out."""
        for line, row in zip(block.lines, block.rows, strict=True):
            at, label = block._replace(line=line, rows=(), lines=()), plain(row[0])
            if len(row) == _PAIR and self._knows(label) and row[1]:
                self._say(label, at, row[1])
            else:
                leave_out([at._replace(rows=(row,), lines=(line,))], self._notes)

    def _enter(self, block: Block) -> None:
        name = " ".join(shown(block).split())
        head, _, rest = name.partition(":")
        self._label = self._foreign = ""
        if self._knows(head):
            self._label = head.strip()
            if rest.strip():
                self._say(self._label, block, rest.strip())
        elif not is_container(name):
            self._foreign = name

    def _knows(self, name: str) -> bool:
        return name.strip(" :").lower() in _OWN or about_map(name, self._asked)

    def _say(self, label: str, block: Block, markdown: str) -> None:
        text = plain(markdown)
        if not text.strip():
            return
        name = "Summary" if label.lower() in ("description", "overview") else label
        if _is_persona(name, self._asked):
            text = self._person(block, markdown)
        line = block.line - 1
        if text:
            self.around.rows.append((Cell(name, line, 0), Cell(text, line, 1)))

    def _person(self, block: Block, markdown: str) -> str:
        """Give the name that a text about a persona begins with, and keep the rest for them."""
        text, people = " ".join(plain(markdown).split()), self.around.people
        bold = _NAME.match(markdown)
        if bold is None and len(text) <= _LONGEST_NAME:
            if block.kind is BlockKind.ITEM and ":" in text and people:
                self._go_on(text)
                return ""
            people.setdefault(text, "")
            return text
        if bold is None and people:
            self._go_on(text)
            return ""
        name = _CUT.split(plain(bold["bold"]) if bold else text, maxsplit=1)[0].strip()
        name = " ".join(name.split()[:8]) or "Persona"
        people.setdefault(name, "")
        self._go_on(text)
        return name

    def _go_on(self, text: str) -> None:
        name = next(reversed(self.around.people))
        self.around.people[name] = f"{self.around.people[name]} {text}".strip()

    def _leave_out(self, block: Block) -> None:
        if self._foreign:
            message = (
                f"The section {quoted(self._foreign)} is about no stage; it is not in the map."
            )
            self._notes.left_out(f"line {block.line}", message)
        else:
            text = quoted(block.text or " | ".join(block.rows[0] if block.rows else ()))
            self._notes.left_out(f"line {block.line}", f"{text} stands below no stage.")


def _is_persona(name: str, asked: Mapping[str, str]) -> bool:
    known = meaning_of(name, asked)
    return known is not None and known.key == "persona"
